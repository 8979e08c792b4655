"""What a case shows, said as the wizard says it."""

from datetime import date
from decimal import Decimal
from functools import reduce

from wizard.domain.advice import Advice, Origin
from wizard.domain.facts import Unit
from wizard.domain.text import Language, Text
from wizard.lab.prove import words as say
from wizard.voice.numbers import day, number
from wizard.voice.words import IN_PLACE, SEVERITIES, VERDICTS


def owner_shown(advice: Advice, owner: str) -> Text:
    """Return what the advice says of a scheme, a need or a question."""
    if owner in advice.verdicts:
        return verdict_shown(advice, owner)
    return need_shown(advice, owner) if owner in advice.needs else question_shown(advice, owner)


def verdict_shown(advice: Advice, scheme: str) -> Text:
    """Return the verdict on a scheme."""
    verdict = advice.verdicts[scheme]
    told = IN_PLACE if verdict.in_place else VERDICTS[verdict.kind]
    return say.SHOWS.format(name=advice.rulebook.schemes[scheme].name, what=told)


def need_shown(advice: Advice, need: str) -> Text:
    """Return how severe a need is, or can be."""
    first, *others = (SEVERITIES[each] for each in advice.needs[need].possible)
    told = reduce(lambda a, b: say.OR.format(one=a, other=b), others, first)
    return say.SHOWS.format(name=advice.rulebook.needs[need].name, what=told)


def question_shown(advice: Advice, question: str) -> Text:
    """Return whether a question is asked."""
    is_asked = advice.facts[question].origin not in {Origin.NOT_ASKED, Origin.WAITING}
    told = say.SHOWS_ASKED if is_asked else say.SHOWS_NOT_ASKED
    return say.SHOWS.format(name=advice.rulebook.questions[question].name, what=told)


def told_count(count: int) -> Text:
    """Return a count with its thousands apart."""
    return Text(
        number(Decimal(count), Unit.COUNT, Language.NB),
        number(Decimal(count), Unit.COUNT, Language.NN),
    )


def told_day(of: date) -> Text:
    """Return a day as it is written out."""
    return Text(day(of, Language.NB), day(of, Language.NN))
