"""Wrongs done to values: money and shares doubled and halved, answers taken out of a question.

The reading of the files is what notices these, before an example is run: a rate can be no more than
its `grenser` say, and nobody can refer to an answer that is not there.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from decimal import Decimal

from wizard.domain.facts import Question, Unit
from wizard.domain.rulebook import Rulebook
from wizard.domain.sources import Rate
from wizard.domain.text import Text
from wizard.lab.mutants import Mutant, MutationKind, mutants, with_question
from wizard.lab.unread import read_options

_MONEY = frozenset({Unit.KRONER, Unit.KRONER_PER_M2, Unit.PERCENT, Unit.PERCENTAGE_POINTS})
_DOUBLED = Text("doble {rate} fra {old} til {new}", "doble {rate} frå {old} til {new}")
_HALVED = Text("halver {rate} fra {old} til {new}", "halver {rate} frå {old} til {new}")
_TAKEN_OUT = Text(
    "ta svaret «{option}» ut av «{question}»", "ta svaret «{option}» ut av «{question}»"
)
_SAY_BOUNDS = Text(
    "Skriv «grenser» på satsen, så trange at verken det doble eller det halve går.",
    "Skriv «grenser» på satsen, så tronge at verken det doble eller det halve går.",
)
_USE_ANSWER = Text(
    "Ingen regler, eksempler eller situasjoner bruker svaret. Lag et eksempel, eller ta det ut.",
    "Ingen reglar, døme eller situasjonar bruker svaret. Lag eit døme, eller ta det ut.",
)


def all_mutants(rulebook: Rulebook) -> Iterator[Mutant]:
    """Yield every mutant of a rulebook: those of its conditions, then those of its values."""
    yield from mutants(rulebook)
    for rate in rulebook.rates.values():
        if rate.unit in _MONEY:
            yield from _of_money(rulebook, rate)
    named = read_options(rulebook)
    for question in rulebook.questions.values():
        yield from _of_options(rulebook, question, named)


def _of_money(rulebook: Rulebook, rate: Rate) -> Iterator[Mutant]:
    for index, dated in enumerate(rate.values):
        if not isinstance(dated.value, Decimal) or not dated.value:
            continue
        bounds = dated.bounds or rate.bounds
        for what, value in ((_DOUBLED, dated.value * 2), (_HALVED, dated.value / 2)):
            values = (
                *rate.values[:index],
                replace(dated, value=value),
                *rate.values[index + 1 :],
            )
            book = replace(
                rulebook, rates={**rulebook.rates, rate.id: replace(rate, values=values)}
            )
            yield Mutant(
                MutationKind.MONEY,
                rate.place,
                what.format(rate=rate.id, old=str(dated.value), new=str(value)),
                book,
                days=(dated.valid_from,),
                refused=bounds is not None and not bounds.hold(value),
                remedy=_SAY_BOUNDS,
            )


def _of_options(
    rulebook: Rulebook, question: Question, named: Collection[tuple[str, str]]
) -> Iterator[Mutant]:
    for option in question.options if len(question.options) > 1 else ():
        fewer = tuple(each for each in question.options if each is not option)
        changed = replace(question, options=fewer)
        themes = tuple(with_question(theme, changed) for theme in rulebook.themes)
        yield Mutant(
            MutationKind.OPTION,
            question.place,
            _TAKEN_OUT.format(option=option.id, question=question.id),
            replace(rulebook, themes=themes),
            refused=(question.id, option.id) in named,
            remedy=_USE_ANSWER,
        )
