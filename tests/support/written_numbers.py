"""Numbers as people write them, and what each means where it stands: one table for every door."""

# ruff: noqa: E501 - one number is one row; people write dashes of every length

from dataclasses import dataclass, replace
from decimal import Decimal

from question_book import question_book
from small_book import question

from wizard.domain.facts import ChangedBy, FactType, Question, Unit
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Text


@dataclass(frozen=True)
class Refused:
    """What each door says of a number that it does not take."""

    web: str
    case_file: str
    rule_file: str


def _asked(id_: str, kind: FactType, unit: Unit, low: str, high: str) -> Question:
    plain = replace(question(id_, ChangedBy.MUNICIPALITY, kind), unit=unit, name=Text(id_, id_))
    return replace(plain, minimum=Decimal(low), maximum=Decimal(high))


COST = _asked("kostnad", FactType.KRONER, Unit.KRONER_PER_M2, "5000", "200000")
MONEY = _asked("penger", FactType.KRONER, Unit.KRONER, "0", "100000000")
PLOTS = _asked("tomter", FactType.INTEGER, Unit.COUNT, "0", "5000")
YEAR = _asked("arstallet", FactType.YEAR, Unit.YEAR, "1985", "2026")
CHANGE = _asked("endring", FactType.PERCENT, Unit.PERCENT, "-60", "100")
STAFF = _asked("verk", FactType.DECIMAL, Unit.PERSON_YEARS, "0", "200")
WEEKS = _asked("uker", FactType.DECIMAL, Unit.WEEKS, "0", "5000")
ASKED = (COST, MONEY, PLOTS, YEAR, CHANGE, STAFF, WEEKS)

_COST = "fra 5 000 til 200 000", "fra 5000 til 200000"
_PLOTS = "fra 0 til 5 000", "fra 0 til 5000"

TABLE: tuple[tuple[Question, str, str | Refused], ...] = (
    # The ways that one sum is written.
    (COST, "35000", "35000"),
    (COST, "35.000", "35000"),
    (COST, "35 000", "35000"),
    (COST, "35\u00a0000", "35000"),
    (COST, "35\u2009000", "35000"),
    (COST, "35\u202f000 kr", "35000"),
    (COST, "kr 35 000", "35000"),
    (COST, "Kr. 35 000", "35000"),
    (COST, "35 000,-", "35000"),
    (COST, "35.000,-", "35000"),
    (COST, "35 000,– kr", "35000"),
    (COST, "35 000 Kr", "35000"),
    (COST, "35 000 kr/m²", "35000"),
    (COST, "35 000 kr per m2", "35000"),
    (COST, "kr 35 000 pr. kvm", "35000"),
    (COST, "35.000,00", "35000"),
    (COST, "35,000.00", "35000"),
    (COST, "35000.50", "35000.5"),
    (COST, "35 tusen", "35000"),
    (MONEY, "1.234", "1234"),
    (MONEY, "1 mill", "1000000"),
    (MONEY, "1 mill. kr", "1000000"),
    (MONEY, "2,5 millioner", "2500000"),
    (MONEY, "2.345 mill", "2345000"),
    (MONEY, "1.234.567", "1234567"),
    (MONEY, "1,234,567", "1234567"),
    # Whole numbers.
    (PLOTS, "12.", "12"),
    (PLOTS, "12 stk", "12"),
    (PLOTS, "1 234,00", "1234"),
    (PLOTS, "1234.00", "1234"),
    (PLOTS, "1.234", "1234"),
    (PLOTS, "1\u200b234", "1234"),
    (YEAR, "2019", "2019"),
    (YEAR, "2.019", "2019"),
    # Decimals; the range tells what three of them mean.
    (CHANGE, "12,5 Prosent", "12.5"),
    (CHANGE, "12,5%", "12.5"),
    (CHANGE, "– 7,4 %", "-7.4"),
    (CHANGE, "−7,4", "-7.4"),
    (CHANGE, "- 7.4 pst.", "-7.4"),
    (CHANGE, "+3,2 %", "3.2"),
    (CHANGE, "9.087", "9.087"),
    (STAFF, "0,5", "0.5"),
    (STAFF, "1.250", "1.25"),
    (STAFF, "1,5 årsverk", "1.5"),
    (WEEKS, "0.125", "0.125"),
    (WEEKS, "1,234", "1.234"),
    (WEEKS, "1.2340", "1.234"),
    # Two meanings, or one that is only likely.
    (WEEKS, "1.234", Refused("«1.234» kan bety 1 234 eller 1,234. Skriv det dere mener.", "«1.234» kan bety 1234 eller 1.2340. Skriv det dere mener.", "«1.234» kan bety 1234 eller 1.2340. Skriv det du mener.")),
    (COST, "35,000", Refused("«35,000» er uklart. Mente dere 35 000?", "«35,000» er uklart. Mente dere 35000?", "«35,000» er uklart. Mente du «35000»?")),
    (PLOTS, "1,234", Refused("«1,234» er uklart. Mente dere 1 234?", "«1,234» er uklart. Mente dere 1234?", "«1,234» er uklart. Mente du «1234»?")),
    (MONEY, "12,500", Refused("«12,500» kan bety 12 500 eller 12,5. Skriv det dere mener.", "«12,500» kan bety 12500 eller 12.5. Skriv det dere mener.", "«12,500» kan bety 12500 eller 12.5. Skriv det du mener.")),
    # Another unit.
    (COST, "35 000 %", Refused("Skriv tallet i kr per m², ikke i %.", "Her skal det ikke stå «%». Skriv bare tallet.", "Her skal det ikke stå «%». Skriv bare tallet.")),
    (STAFF, "50 %", Refused("Skriv tallet i årsverk, ikke i %.", "Her skal det ikke stå «%». Skriv bare tallet.", "Her skal det ikke stå «%». Skriv bare tallet.")),
    (PLOTS, "12 boliger", Refused("Skriv bare tallet, uten «boliger».", "Her skal det ikke stå «boliger». Skriv bare tallet.", "Her skal det ikke stå «boliger». Skriv bare tallet.")),
    # No such number here: the message says what to write, and names nothing that is refused.
    (COST, "35", Refused(f"Skriv et tall {_COST[0]}.", f"«35» er utenfor grensene. Skriv et tall {_COST[1]}.", f"«35» må være et tall {_COST[1]}.")),
    (COST, "minst 35 000 kr", Refused(f"Skriv et tall {_COST[0]}.", f"«minst 35 000 kr» er ikke et tall. Skriv et tall {_COST[1]}.", f"«minst 35 000 kr» er ikke et tall. Skriv et tall {_COST[1]}.")),
    (PLOTS, "½", Refused(f"Skriv et helt tall {_PLOTS[0]}.", f"«½» er ikke et helt tall. Skriv et helt tall {_PLOTS[1]}.", f"«½» må være et helt tall {_PLOTS[1]}.")),
    (PLOTS, "0,5", Refused(f"Skriv et helt tall {_PLOTS[0]}.", f"«0,5» er ikke et helt tall. Skriv et helt tall {_PLOTS[1]}.", f"«0,5» må være et helt tall {_PLOTS[1]}.")),
    (PLOTS, "5-10", Refused(f"Skriv et helt tall {_PLOTS[0]}.", f"«5-10» er ikke et tall. Skriv et helt tall {_PLOTS[1]}.", f"«5-10» er ikke et tall. Skriv et helt tall {_PLOTS[1]}.")),
    (YEAR, "2019/2020", Refused("Skriv ett årstall fra 1985 til 2026.", "«2019/2020» er ikke et helt tall. Skriv et helt tall fra 1985 til 2026.", "«2019/2020» må være et helt tall fra 1985 til 2026.")),
    (YEAR, "19", Refused("Skriv ett årstall fra 1985 til 2026.", "«19» er utenfor grensene. Skriv et helt tall fra 1985 til 2026.", "«19» må være et helt tall fra 1985 til 2026.")),
    (STAFF, "1 1/2", Refused("Skriv tallet med komma, ikke som brøk. Skriv et tall fra 0 til 200.", "«1 1/2» er en brøk. Skriv den som desimaltall: et tall fra 0 til 200.", "«1 1/2» er en brøk. Skriv den som desimaltall: et tall fra 0 til 200.")),
)  # fmt: skip


def numbers_book() -> Rulebook:
    """Return a rulebook that asks for those numbers on one page, `skrevne`."""
    plain = question_book()
    page = replace(plain.themes[-1], id="skrevne", items=ASKED)
    ours = {each.id for each in ASKED}
    others = (
        replace(theme, items=tuple(item for item in theme.items if item.fact not in ours))
        for theme in plain.themes
    )
    return replace(plain, themes=(*others, page))
