"""A plan that is followed up, in words: how far it is, what is left, and which figures are new."""

from collections.abc import Sequence

from wizard.domain.advice import FactFinding, Origin
from wizard.domain.case import DontKnow
from wizard.domain.follow_up import FollowUp, MeasureState, PlanPart
from wizard.domain.frozen import FigureChange, FrozenFigure
from wizard.domain.plan import Cost
from wizard.voice import follow_up_words as words
from wizard.voice.wording import Wording


class FollowUpVoice:
    """Words a follow-up; the advice of the wording is that of the day it is looked at."""

    def __init__(self, wording: Wording) -> None:
        """Speak as the wording does, with marks if it cites."""
        self._wording = wording
        self._labels = wording.labels
        self._say = wording.labels.say

    def name(self, scheme: str) -> str:
        """Return a measure as a heading with a verb."""
        if scheme not in self._wording.advice.rulebook.schemes:
            return self._say(words.NO_LONGER, id=scheme)
        return self._labels.headline(scheme)

    def state(self, state: MeasureState | None) -> str:
        """Return a state in a word or two."""
        return self._say(words.NOT_SAID if state is None else words.STATES[state])

    def not_in_use(self, scheme: str, *, otherwise: bool) -> str:
        """Return that a measure is marked as done, and the answers do not say so.

        `otherwise`: they say something else; if not, nobody has answered.
        """
        template = words.DONE_SAID_OTHERWISE if otherwise else words.DONE_NOT_SAID
        return self._say(template, name=self.name(scheme))

    def part(self, part: PlanPart) -> str:
        """Return the heading of a part."""
        return self._say(words.PARTS[part])

    def done_of(self, follow_up: FollowUp, part: PlanPart) -> str:
        """Return how many are done, in a few words."""
        done = len(follow_up.in_state(part, MeasureState.DONE))
        return self._say(words.DONE_OF, done=done, n=len(follow_up.plan.of(part)))

    def progress(self, follow_up: FollowUp, part: PlanPart) -> str:
        """Return how many of a part are done, and how many in each other state there is."""
        done = len(follow_up.in_state(part, MeasureState.DONE))
        told = self._say(words.PROGRESS.of(done, of=len(follow_up.plan.of(part))))
        counts = (
            (said, len(follow_up.in_state(part, state))) for state, said in words.IN_STATE.items()
        )
        rest = [self._say(said, n=n) for said, n in counts if n]
        return f"{told} {self._labels.listed(rest)}." if rest else told

    def left(self, schemes: Sequence[str], cost: Cost, *, begun: bool) -> str:
        """Return what work and own money the measures were planned with."""
        if not schemes:
            return self._say(words.NOTHING_LEFT)
        weeks, frame = self._wording.plan.weeks_of(schemes), self._wording.brief.frame(cost)
        told = self._say(words.LEFT.of(len(schemes), weeks=weeks, frame=frame))
        return f"{told} {self._say(words.BEGUN_TOO)}" if begun else told

    def figure(self, change: FigureChange) -> str:
        """Return what a figure was and is, each with its source and day."""
        parts = {"name": self._labels.fact_name(change.figure)}
        if change.before:
            parts["old"], parts["old_source"] = self._figure(change.figure, change.before)
        if change.after:
            parts["new"], parts["new_source"] = self._figure(change.figure, change.after)
        if change.before is None:
            return self._say(words.FIGURE_CAME, **parts)
        return self._say(words.FIGURE_GONE if change.after is None else words.FIGURE, **parts)

    def figure_alone(self, change: FigureChange) -> str:
        """Return what a figure was and is, for who names sources otherwise."""
        sides = (change.before, change.after)
        old, new = (
            self._figure(change.figure, each)[0] if each else self._say(words.NOT_KNOWN)
            for each in sides
        )
        name = self._labels.fact_name(change.figure)
        return self._say(words.FIGURE_ALONE, name=name, old=old, new=new)

    def correction(self, change: FigureChange) -> str:
        """Return that the municipality's own figure stays; empty where it has given none."""
        own = self._wording.advice.case.answers.get(change.figure)
        if own is None or isinstance(own, DontKnow):
            return ""
        alike = change.after is not None and own == change.after.value
        shown = self._labels.worth(change.figure, own)
        return self._say(words.CORRECTED_ALIKE if alike else words.CORRECTED, own=shown)

    def redated(self, count: int) -> str:
        """Return how many figures have another day and no other value; empty for none."""
        return self._say(words.REDATED.of(count)) if count else ""

    def _figure(self, id_: str, figure: FrozenFigure) -> tuple[str, str]:
        finding = FactFinding(id_, figure.value, Origin.REFERENCE, figure.source, figure.as_of)
        shown = self._labels.worth(id_, figure.value)
        source = self._wording.names.provenance(finding)
        return self._labels.cites.original(shown, finding), source
