"""Real small kommuner with answers drawn at random: some unanswered, some not known."""

import random
from datetime import date
from decimal import Decimal

from wizard import municipalities, rulebook
from wizard.advice import assess, new_case
from wizard.domain.advice import Advice
from wizard.domain.case import DONT_KNOW, Answer, Case
from wizard.domain.facts import FactType, Question
from wizard.domain.municipality import Municipality
from wizard.domain.text import Language
from wizard.paths import DATA, RULES

BOOK = rulebook.load(RULES)
KNOWN = municipalities.load(DATA)
DAY = date(2026, 11, 22)
_SMALL = 5000
_UNANSWERED, _NOT_KNOWN = 0.15, 0.1
# What people say, where anything up to a thousand is allowed.
_NUMBERS = {
    "uker_til_boligarbeid": (0, 2, 3, 5, 8, 11, 16, 24, 40, 80),
    "arsverk_samfunnsplan": (0, 1, 2, 3),
    "arsverk_arealplan": (0, 1, 2, 4),
    "samfunnsdel_ar": (2009, 2014, 2018, 2022, 2026),
    "boligmangel_antall": (0, 3, 10, 40),
    "nye_boliger_3ar": (0, 2, 10),
    "byggeklare_tomter": (0, 3, 12),
    "byggekostnad_m2": (25000, 38000, 52000),
}
SMALL = [each for each in KNOWN.all if int(each.columns["folketall_2026"] or 0) < _SMALL]


def advice_on(seed: int) -> Advice:
    """Return the advice that a seed gives, the same every time."""
    municipality, case = case_on(seed)
    return assess(case, BOOK, municipality)


def case_on(seed: int) -> tuple[Municipality, Case]:
    """Return the kommune and the answers that a seed gives, the same every time."""
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    municipality = chance.choice(SMALL)
    plain = new_case(municipality, BOOK, DAY, chance.choice(list(Language)))
    drawn = {id_: _answer(question, chance) for id_, question in BOOK.questions.items()}
    answers = {id_: answer for id_, answer in drawn.items() if answer is not None}
    needs = sorted(BOOK.needs)
    first = chance.choice((None, None, DONT_KNOW, tuple(chance.sample(needs, 2))))
    case = Case(
        plain.municipality_number,
        DAY,
        plain.language,
        answers,
        plain.figures,
        priorities=first,
    )
    return municipality, case


def _answer(question: Question, chance: random.Random) -> Answer | None:
    drawn = chance.random()
    if drawn < _UNANSWERED:
        return None
    if drawn < _UNANSWERED + _NOT_KNOWN:
        return DONT_KNOW
    options = [option.id for option in question.options]
    match question.type:
        case FactType.CHOICE | FactType.YES_NO:
            return chance.choice(options)
        case FactType.MANY:
            return frozenset(chance.sample(options, chance.randint(0, min(4, len(options)))))
        case FactType.DATE:
            return chance.choice((date(2026, 12, 17), date(2027, 2, 4)))
        case _:
            return Decimal(chance.choice(_NUMBERS.get(question.id, (0, 1, 5, 20))))
