"""What is chosen and what is not, in words: why and when."""

from collections.abc import Iterable

from wizard.domain.advice import Advice, BundleItem, LeftOut, LeftOutReason, Phase, Uncovered
from wizard.domain.conditions import Severity
from wizard.domain.text import Counted
from wizard.voice import words
from wizard.voice.labels import Labels
from wizard.voice.names import Names


def is_unclear(advice: Advice, need: str) -> bool:
    """Tell whether the municipality may be without a need, for all that is answered."""
    possible = advice.needs[need].possible
    return len(possible) > 1 and possible[0] is Severity.NONE


def unclear(advice: Advice, labels: Labels, needs: Iterable[str]) -> list[str]:
    """Return of each need that may not be there, that it may not, and what would settle it."""
    found = []
    for need in needs:
        if is_unclear(advice, need):
            found.append(labels.say(words.UNCLEAR, need=f"«{labels.need_name(need)}»"))
            found += settled_by(advice, labels, [need])
    return found


def settled_by(advice: Advice, labels: Labels, needs: Iterable[str]) -> list[str]:
    """Return which open questions settle some needs; empty where nobody is asked."""
    open_facts = {fact for need in needs for fact in advice.needs[need].open_facts}
    asked = [f"«{labels.question(id_)}»" for id_ in advice.rulebook.questions if id_ in open_facts]
    return [labels.say(words.SETTLED_BY, questions=labels.listed(asked))] if asked else []


class Chosen:
    """Words the bundle, and what is left out of it."""

    def __init__(self, names: Names) -> None:
        """Word the bundle of the advice that the names are about."""
        self._advice = names.advice
        self._labels = names.labels

    def phase(self, phase: Phase) -> str:
        """Return when a phase is."""
        return self._labels.say(words.PHASES[phase])

    def why_in(self, item: BundleItem) -> list[str]:
        """Return why a scheme is in the bundle: what it carries, supports, and makes possible."""
        found = [*self._covered(words.CARRIES, words.CARRIES_IF, item.main_for)]
        found += self._covered(words.HELPS, words.HELPS_IF, item.helps)
        if item.required_by:
            others = [self._labels.scheme_inline(other) for other in item.required_by]
            found.append(self._labels.say(words.REQUIRED, others=self._labels.listed(others)) + ".")
        return found

    def _covered(self, sure: Counted, unsure: Counted, needs: Iterable[str]) -> Iterable[str]:
        """Yield which needs it covers, and apart from them those that may not be there."""
        advice, split = self._advice, dict[bool, list[str]]()
        for need in needs:
            split.setdefault(is_unclear(advice, need), []).append(need)
        for open_, group in sorted(split.items()):
            names = [f"«{self._labels.need_name(need)}»" for need in group]
            text = (unsure if open_ else sure).of(len(group), needs=self._labels.listed(names))
            found = [f"{self._labels.say(text)}."]
            if open_:
                found += settled_by(advice, self._labels, group)
            yield " ".join(found)

    def left_out(self, left_out: LeftOut) -> str:
        """Return why a candidate is not in the bundle."""
        others = [self._labels.scheme_inline(other) for other in left_out.because_of]
        listed = self._labels.listed(others, last=words.OR) if others else ""
        return self._labels.say(words.LEFT_OUT[left_out.reason], others=listed)

    def uncovered(self, uncovered: Uncovered) -> str:
        """Return whom to call about a severe need that nothing in the bundle carries."""
        told = self._labels.say(words.UNCOVERED, need=self._labels.need_name(uncovered.need))
        if not self.is_to_be_asked(uncovered.contact):
            return told
        return f"{told} {self._labels.headline(uncovered.contact)}."

    def is_to_be_asked(self, contact: str) -> bool:
        """Tell whether calling them is something to add.

        It is not where they are in the plan or beyond it, in place, or taken out by an adviser.
        """
        advice = self._advice
        told = {each.scheme for each in advice.plan.no_room}
        told |= {e.scheme for e in advice.bundle.left_out if e.reason is LeftOutReason.ADVISER}
        in_place = advice.verdicts[contact].in_place
        return not in_place and contact not in told and advice.bundle.item(contact) is None

    def empty(self) -> str:
        """Return what to say when nothing in the rulebook is recommended."""
        verdicts = self._advice.verdicts.values()
        names = [self._labels.scheme_inline(each.scheme) for each in verdicts if each.in_place]
        text = self._labels.say(words.EMPTY_BUNDLE)
        if not names:
            return text
        listed = self._labels.listed(names)
        return f"{text} {self._labels.say(words.EMPTY_BUT_IN_PLACE, schemes=listed)}"
