"""What is chosen and what is not, in words: why and when."""

from wizard.domain.advice import BundleItem, LeftOut, LeftOutReason, Phase, Uncovered
from wizard.voice import words
from wizard.voice.names import Names


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
        found = []
        for template, needs in ((words.CARRIES, item.main_for), (words.HELPS, item.helps)):
            if needs:
                names = [f"«{self._labels.need_name(need)}»" for need in needs]
                text = template.of(len(needs), needs=self._labels.listed(names))
                found.append(f"{self._labels.say(text)}.")
        if item.required_by:
            others = [self._labels.scheme_inline(other) for other in item.required_by]
            found.append(self._labels.say(words.REQUIRED, others=self._labels.listed(others)) + ".")
        return found

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
