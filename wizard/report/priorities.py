"""What is said of the needs that a municipality puts first, and of our order where it does not."""

from dataclasses import dataclass

from wizard.domain.case import DontKnow
from wizard.domain.text import Text
from wizard.voice.cites import basis_key
from wizard.voice.wording import Wording

_ONE = Text("Dette haster mest hos dere: {needs}.", "Dette hastar mest hos dykk: {needs}.")
_SEVERAL = Text(
    "Dette haster mest hos dere, det viktigste først: {needs}.",
    "Dette hastar mest hos dykk, det viktigaste først: {needs}.",
)
_DONT_KNOW = Text(
    "Dere vet ikke hva som haster mest. Da bruker vi vår rekkefølge.",
    "De veit ikkje kva som hastar mest. Då bruker vi rekkjefølgja vår.",
)
_NOT_SAID = Text(
    "Dere har ikke sagt hva som haster mest. Da bruker vi vår rekkefølge.",
    "De har ikkje sagt kva som hastar mest. Då bruker vi rekkjefølgja vår.",
)


@dataclass(frozen=True, slots=True)
class RankAccount:
    """A need in our order, and why it is just there."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class PrioritiesAccount:
    """What was chosen, in a sentence. `made` tells whether anybody has chosen or said vet ikke.

    `ours` is the order that stands in where nothing else is said.
    """

    sentence: str
    made: bool
    ours: tuple[RankAccount, ...]


def priorities_of(wording: Wording) -> PrioritiesAccount:
    """Return what is said of the choice in a case."""
    labels, advice = wording.labels, wording.advice
    ranks = advice.rulebook.plan.needs
    return PrioritiesAccount(
        sentence=_sentence(wording),
        made=advice.case.priorities is not None,
        ours=tuple(
            RankAccount(labels.need_name(r.need), labels.text(r.reason, basis_key(None)))
            for r in ranks
        ),
    )


def _sentence(wording: Wording) -> str:
    labels, chosen = wording.labels, wording.advice.case.priorities
    if chosen is None:
        return labels.say(_NOT_SAID)
    if isinstance(chosen, DontKnow):
        return labels.say(_DONT_KNOW)
    needs = labels.listed([f"«{labels.need_name(need)}»" for need in chosen])
    return labels.say(_ONE if len(chosen) == 1 else _SEVERAL, needs=needs)
