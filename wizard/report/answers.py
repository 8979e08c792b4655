"""What is said of an answer, and of a question without one."""

from dataclasses import dataclass

from wizard.domain.advice import Origin
from wizard.domain.facts import PrefilledQuestion, Question
from wizard.domain.text import Text
from wizard.voice.names import FactNames
from wizard.voice.wording import Wording

_FROM_STATISTICS = frozenset({Origin.REFERENCE, Origin.CHANGED})
_MOST_NAMED = 3
_HOLDS_OPEN = Text("Holder åpent: {schemes}.", "Held ope: {schemes}.")
_HOLDS_MORE_OPEN = Text("Holder åpent: {schemes} og {n} til.", "Held ope: {schemes} og {n} til.")
_FOR_THE_PLAN = Text("Trengs til tidsplanen.", "Trengst til tidsplanen.")
_NO_EFFECT = Text(
    "Påvirker ikke rådene slik dere har svart ellers.",
    "Påverkar ikkje råda slik de har svart elles.",
)


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """What is known of one question in a case.

    `source` tells where a prefilled figure is from; empty for what the municipality says itself.
    """

    fact: str
    name: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class AnswerAccount(KnownAccount):
    """One question in a case, and what its answer means.

    `consequence` is what an open answer holds open, `ask` whom to ask; empty where nobody is known.
    """

    question: str
    consequence: str
    ask: str


def known_of(names: FactNames, item: Question | PrefilledQuestion) -> KnownAccount:
    """Return what is known of a question; nothing is assessed."""
    finding = names.found.facts[item.fact]
    prefilled = isinstance(item, PrefilledQuestion) and finding.origin in _FROM_STATISTICS
    return KnownAccount(
        fact=item.fact,
        name=names.labels.fact_name(item.fact),
        value=names.finding(item.fact),
        source=names.provenance(finding) if prefilled else "",
    )


def answer_of(wording: Wording, item: Question | PrefilledQuestion) -> AnswerAccount:
    """Return what is said of the answer to a question."""
    known = known_of(wording.names, item)
    return AnswerAccount(
        fact=known.fact,
        name=known.name,
        value=known.value,
        source=known.source,
        question=wording.labels.question(item.fact),
        consequence=_consequence(wording, item.fact),
        ask=wording.otherwise.ask(item.fact),
    )


def _consequence(wording: Wording, fact: str) -> str:
    advice, labels = wording.advice, wording.labels
    worth = next((each for each in advice.worth_asking if each.question == fact), None)
    if worth is None:
        needed = fact in advice.rulebook.planning_facts
        return labels.say(_FOR_THE_PLAN if needed else _NO_EFFECT)
    if not worth.moves:
        return wording.otherwise.worth_asking(worth)
    named = ", ".join(labels.scheme_inline(each) for each in worth.moves[:_MOST_NAMED])
    if more := len(worth.moves[_MOST_NAMED:]):
        return labels.say(_HOLDS_MORE_OPEN, schemes=named, n=more)
    return labels.say(_HOLDS_OPEN, schemes=named)
