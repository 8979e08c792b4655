"""Questions as they are put to somebody who has no wizard before them: on paper, in a mail."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from wizard.domain.advice import Origin
from wizard.domain.conditions import facts_in
from wizard.domain.facts import Fact, FactType, Option, PrefilledQuestion, Question
from wizard.domain.text import Text, capfirst
from wizard.questionnaire import ItemState
from wizard.report.case import CaseAccount
from wizard.voice.labels import Labels

_DONT_KNOW = Text("Vet ikke", "Veit ikkje")
_NONE = Text("Ingen av disse", "Ingen av desse")
_ONLY_SOME = Text("Spørsmålet gjelder ikke alle.", "Spørsmålet gjeld ikkje alle.")
_IT_DEPENDS = Text("Det kommer an på svaret på: {others}.", "Det kjem an på svaret på: {others}.")
_IN_THE_CASE = Text("Står i saken: {value}.", "Står i saka: {value}.")
_OPEN_DATA = Text(
    "Veiviseren har tallet fra åpne kilder.", "Vegvisaren har talet frå opne kjelder."
)
_WHOM_TO_ASK = re.compile(r"^Spør [^.]*\.\s*")
_OPEN = frozenset({Origin.DONT_KNOW, Origin.UNANSWERED, Origin.MISSING})


@dataclass(frozen=True, slots=True)
class ToAsk:
    """One question. `where` tells where the answer is found, `knows` who would have it.

    What is not chosen among `options` is written, in `unit` if it has one; `is_day` asks for a
    date. With `many`, more than one may be ticked. `only_some` says that it does not concern
    everybody, empty where it does. `known` says what is known already, empty for nothing.
    """

    fact: str
    question: str
    where: str
    knows: str
    options: tuple[str, ...]
    unit: str
    many: bool
    is_day: bool
    only_some: str = ""
    known: str = ""


@dataclass(frozen=True, slots=True)
class AskedOf:
    """Somebody in the municipality, and the open questions that they would know."""

    id: str
    who: str
    questions: tuple[ToAsk, ...]


def question_to_ask(item: Question | PrefilledQuestion, labels: Labels) -> ToAsk:
    """Return a question of the rulebook, with every way to answer it."""
    fact = labels.rulebook.facts[item.fact]
    return ToAsk(
        fact=item.fact,
        question=labels.question(item.fact),
        where=labels.text(item.where),
        knows=capfirst(labels.knows(item.fact)),
        options=_options(fact, fact.options, labels),
        unit="" if fact.type is FactType.YEAR else labels.unit(fact.unit),
        many=fact.type is FactType.MANY,
        is_day=fact.type is FactType.DATE,
        only_some=_only_some(item, labels),
        known=labels.say(_OPEN_DATA) if isinstance(item, PrefilledQuestion) else "",
    )


def question_of_case(report: CaseAccount, state: ItemState) -> ToAsk:
    """Return a question that a case is asked: what it can answer, and the answer it has."""
    wording, fact = report.wording, report.advice.rulebook.facts[state.item.fact]
    options = _options(fact, state.options, wording.labels)
    asked = question_to_ask(state.item, wording.labels)
    asked = replace(asked, only_some="", known="", options=options)
    if state.finding.origin in _OPEN:
        return asked
    value = wording.names.finding(state.item.fact)
    return replace(asked, known=wording.labels.say(_IN_THE_CASE, value=value))


def open_questions(report: CaseAccount, states: Iterable[ItemState]) -> tuple[AskedOf, ...]:
    """Return what nobody has answered, by who would know, whoever holds up the most first.

    Where the answer is found is told as to the one who is asked: not whom to ask.
    """
    order = {each.worth.question: place for place, each in enumerate(report.questions)}
    waiting = [each for each in states if each.asked and each.finding.origin in _OPEN]
    waiting.sort(key=lambda each: order.get(each.item.fact, len(order)))
    found: dict[str, list[ToAsk]] = {}
    for each in waiting:
        asked = question_of_case(report, each)
        to_them = replace(asked, where=_WHOM_TO_ASK.sub("", asked.where))
        found.setdefault(each.item.knows, []).append(to_them)
    return tuple(AskedOf(id_, each[0].knows, tuple(each)) for id_, each in found.items())


def _only_some(item: Question | PrefilledQuestion, labels: Labels) -> str:
    """Return that not everybody is asked, and by which other questions that is decided."""
    if isinstance(item, PrefilledQuestion) or item.applies is None:
        return ""
    facts = facts_in([item.applies])
    items = (each for theme in labels.rulebook.themes for each in theme.items)
    named = [f"«{labels.question(each.fact)}»" for each in items if each.fact in facts]
    said = [labels.say(_ONLY_SOME)]
    if named:
        said.append(labels.say(_IT_DEPENDS, others=labels.listed(named)))
    return " ".join(said)


def _options(fact: Fact, options: Iterable[Option], labels: Labels) -> tuple[str, ...]:
    chosen = tuple(labels.rule(option.text) for option in options)
    if fact.type is FactType.MANY:
        chosen = (*chosen, labels.say(_NONE))
    return (*chosen, labels.say(_DONT_KNOW))
