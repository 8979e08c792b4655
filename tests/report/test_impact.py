"""Every sort of edit can be said, in both written forms, with what it was and what it is."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from small_book import at_least, book, coverage, is_, need, question, requirement, same, scheme

from wizard.domain.facts import ChangedBy, DerivedFigure, FactType, Operation, Unit
from wizard.domain.impact import (
    Impact,
    Looked,
    Moves,
    Pair,
    Part,
    Situation,
    Stand,
    Uses,
    VerdictMove,
)
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import (
    Applicant,
    Deadline,
    Effort,
    Funding,
    Term,
    VerdictKind,
    WhenUnknown,
)
from wizard.domain.sources import DatedValue, LegalBasis, Level
from wizard.domain.text import Language
from wizard.lab.impact.edits import edits
from wizard.lab.impact.looking import Books
from wizard.lab.impact.reach import uses
from wizard.report.impact import ImpactWording
from wizard.report.impact_edits import EditWording

QUESTIONS = (
    question("valg", ChangedBy.NEVER),
    question("andel_eldre", ChangedBy.OTHERS, FactType.PERCENT),
)
FIGURE = DerivedFigure(
    "sum",
    same("Sum"),
    Operation.SUM,
    ("andel_eldre", "andel_eldre"),
    FactType.PERCENT,
    Unit.PERCENT,
    ChangedBy.OTHERS,
)
LAN = scheme("lan", requirements=(requirement("stor-nok", is_("valg", "a")),))
BOOK = book(
    LAN,
    scheme("hus"),
    questions=QUESTIONS,
    derived=(FIGURE,),
    needs=(need("eldre", at_least("andel_eldre", "3"), at_least("andel_eldre", "2")),),
)
EDITION = LAN.editions[0]


def with_scheme(**changes: object) -> Rulebook:
    """Return the book with the loan otherwise."""
    return replace(BOOK, schemes={**BOOK.schemes, "lan": replace(LAN, **changes)})  # type: ignore[arg-type]


def with_edition(**changes: object) -> Rulebook:
    """Return the book with the loan's edition otherwise."""
    return with_scheme(editions=(replace(EDITION, **changes),))  # type: ignore[arg-type]


def with_need(**changes: object) -> Rulebook:
    """Return the book with its need otherwise."""
    changed = replace(BOOK.needs["eldre"], **changes)  # type: ignore[arg-type]
    return replace(BOOK, needs={"eldre": changed})


def with_rate(value: Decimal | frozenset[str]) -> Rulebook:
    """Return the book with another value of a rate."""
    changed = replace(BOOK.rates["kjent"], values=(DatedValue(date(2020, 1, 1), value),))
    return replace(BOOK, rates={**BOOK.rates, "kjent": changed})


OTHER = is_("valg", "b")
SAID: dict[Part, tuple[Rulebook, str]] = {
    Part.VALUE: (with_rate(Decimal(1)), "«Sats» er senket fra 2 % til 1 %, fra 1. januar 2020."),
    Part.NAME: (with_scheme(name=same("Lånet")), "«Lan» heter nå «Lånet»"),
    Part.RELEVANT: (with_scheme(relevant=OTHER), "Før: uten betingelse. Nå: Svaret på"),
    Part.IN_PLACE: (with_scheme(in_place=OTHER), "når den er på plass"),
    Part.WHEN_UNKNOWN: (with_scheme(when_unknown=WhenUnknown.RECOMMEND), "svaret er ukjent"),
    Part.COMPANY: (with_scheme(only_with=("hus",)), "brukes sammen med"),
    Part.CHOICE: (with_scheme(effort=Effort(Decimal(9), None)), "en annen plass"),
    Part.COVERS: (with_scheme(covers=(coverage("eldre"),)), "+ behov «eldre» (hoved)"),
    Part.FUNDING: (with_edition(funding=Funding.USED_UP), "pengene er brukt opp, alle dager"),
    Part.REQUIREMENT: (with_edition(requirements=()), "«Lan»: − krav «stor-nok» (Svaret på"),
    Part.TERM: (with_edition(terms=(Term("nytt", same("Alt"), None, None),)), "+ vilkår «nytt»"),
    Part.DEADLINES: (
        with_edition(
            deadlines=(
                Deadline(yearly=None, on=None, rolling=True, preparation_weeks=None, check=False),
            )
        ),
        "andre frister",
    ),
    Part.APPLICANTS: (with_edition(applicants=(Applicant.PERSON,)), "andre kan søke"),
    Part.BASIS: (
        with_edition(basis=LegalBasis(next(iter(BOOK.sources)), "§ 9", Level.LAW)),
        "§ 9, alle dager, også før i dag.",
    ),
    Part.MONEY: (
        with_edition(amount=replace(EDITION.amount, kind=EDITION.amount.kind.NOT_SET)),
        "Før: Gratis for kommunen. Nå: Kostnaden er ikke kjent",
    ),
    Part.SEVERE: (with_need(severe=OTHER), "«eldre», når det er stort. Før:"),
    Part.SOME: (with_need(some=OTHER), "når det er der"),
    Part.CONTACT: (with_need(contact="hus"), "en annen å kontakte"),
    Part.CALCULATED: (
        replace(BOOK, derived={"sum": replace(FIGURE, operation=Operation.PRODUCT)}),
        "regnes ut på en annen måte",
    ),
    Part.ASKED: (
        replace(BOOK, themes=book(questions=(replace(QUESTIONS[0], options=()),)).themes),
        "et annet spørsmål",
    ),
    Part.PLAN: (replace(BOOK, plan=replace(BOOK.plan, most=3)), "handlingsplanen"),
}


@pytest.mark.parametrize("part", SAID)
def test_each_part_is_said_as_it_was_and_as_it_is(part: Part) -> None:
    after, words = SAID[part]
    found = next(each for each in edits(BOOK, after) if each.part is part)
    said = EditWording(BOOK, after, Language.NB).sentence(found).replace("\u00a0", " ")
    assert words in said
    nynorsk = EditWording(BOOK, after, Language.NN).sentence(found)
    assert nynorsk
    assert "{" not in said + nynorsk


def test_a_list_tells_what_came_in_and_what_went_out() -> None:
    before = with_rate(frozenset({"0301", "1103"}))
    after = with_rate(frozenset({"0301", "5603"}))
    (found,) = edits(before, after)
    said = EditWording(before, after, Language.NB).sentence(found)
    assert said.startswith("Listen «Sats»: + 5603, − 1103,")


def said(before: Rulebook, after: Rulebook) -> str:
    """Return all that is said, in bokmål, of an edit that nobody was looked at for."""
    found = Books.of(before, after).edits
    used = tuple(uses(before, after, each) for each in found)
    impact = Impact(date(2026, 11, 28), found, used, days=(), situations=())
    return "\n".join(ImpactWording(impact, (before, after), {}, Language.NB).lines())


def test_dates_of_a_check_are_told_as_dates_and_not_as_words() -> None:
    told = said(BOOK, with_scheme(checked=date(2026, 11, 27)))
    assert "Én ordning har bare andre datoer for kontroll: lan." in told
    assert "andre ord" not in told


def test_another_wording_of_an_answer_is_shown_as_it_was_and_as_it_is() -> None:
    first, *others = QUESTIONS[0].options
    asked = replace(QUESTIONS[0], options=(replace(first, text=same("Nesten aldri")), *others))
    after = replace(BOOK, themes=book(questions=(asked, QUESTIONS[1])).themes)
    told = said(BOOK, after)
    assert f"Svaret «{first.text.nb}» på «{QUESTIONS[0].name.nb}» heter nå «Nesten aldri»" in told


def test_a_file_that_moves_no_advice_is_named_all_the_same() -> None:
    (id_, source), *_ = BOOK.sources.items()
    later = replace(source, read_again=date(2029, 1, 1))
    told = said(BOOK, replace(BOOK, sources={**BOOK.sources, id_: later}, version="ny"))
    assert told.startswith("2 andre filer er endret")
    assert "kilder.yaml, regelverk.yaml" in told
    assert said(BOOK, replace(BOOK)).startswith("Ingenting er endret")


TODAY = date(2026, 11, 28)
OFFERED, NO_USE, OPEN = map(
    Stand, (VerdictKind.RECOMMENDED, VerdictKind.NOT_RELEVANT, VerdictKind.OPEN)
)


def who(after: Rulebook, *situations: Situation) -> list[str]:
    """Return who gets what of an edit, in bokmål, where pairs move as is said."""
    found = Books.of(BOOK, after).edits
    impact = Impact(
        TODAY, found, (Uses(),) * len(found), (Looked(TODAY, 9, 9, 9),), tuple(situations)
    )
    names = {"0301": "Oslo", "1103": "Stavanger"}
    told = ImpactWording(impact, (BOOK, after), names, Language.NB).who()
    return [each.text for each in told]


def test_a_scheme_is_one_line_however_many_ways_it_is_lost() -> None:
    pairs = [Pair(TODAY, "0301", each) for each in ("", "a", "b")]
    lost = (Moves((VerdictMove("lan", OFFERED, each),)) for each in (NO_USE, OPEN))
    more, fewer = (
        Situation(moves, tuple(of), {"lan": (n,)})
        for n, (moves, of) in enumerate(zip(lost, (pairs[:2], pairs[2:]), strict=True))
    )
    (line,) = who(with_scheme(relevant=OTHER, in_place=OTHER), fewer, more)
    assert line.startswith("Mister «Lan» (anbefalt → ikke aktuelt: 2 par; anbefalt → ")
    assert line.endswith(": 1 par): 3 par i én kommune, på grunn av endring 1 og 2. Oslo.")


def test_what_an_edit_is_used_in_is_named_by_its_name() -> None:
    after = with_rate(Decimal(1))
    found = Books.of(BOOK, after).edits
    impact = Impact(TODAY, found, (Uses(schemes=("hus", "lan")),), days=(), situations=())
    wording = ImpactWording(impact, (BOOK, after), {}, Language.NB)
    (edit,) = wording.edits()
    assert edit.used == "Brukes i: ordningene «Hus», «Lan»."
    (fewer,) = wording.edits(most=1)
    assert fewer.used == "Brukes i: ordningene «Hus» og 1 til."


def test_who_enters_the_plan_is_told_why() -> None:
    entered = Situation(Moves(enters=("lan",)), (Pair(TODAY, "1103"),))
    (one,) = who(with_scheme(relevant=OTHER), entered)
    assert "i planen for året: 1 par i én kommune, på grunn av endring 1. Stavanger." in one
    (all_,) = who(with_scheme(relevant=OTHER, in_place=OTHER), entered)
    assert ", på grunn av endringene samlet. Stavanger." in all_


def test_money_that_is_used_up_says_when_it_opens_again() -> None:
    parts = (
        replace(EDITION, valid_to=date(2027, 7, 31)),
        replace(
            EDITION,
            valid_from=date(2027, 8, 1),
            valid_to=date(2027, 12, 31),
            funding=Funding.USED_UP,
        ),
        replace(EDITION, valid_from=date(2028, 1, 1)),
    )
    after = with_scheme(editions=parts)
    (found,) = edits(BOOK, after)
    said = EditWording(BOOK, after, Language.NB).sentence(found)
    assert said.endswith(
        "brukt opp, fra 1. august 2027 til og med 31. desember 2027. "
        "Den åpner igjen 1. januar 2028."
    )
