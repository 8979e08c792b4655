"""What a scheme offers and asks for, in words: money, dates, terms, steps."""

from typing import NamedTuple

from wizard.domain.advice import BundleItem, NextDeadline, Outcome, Verdict
from wizard.domain.schedule import ScheduledItem
from wizard.domain.schemes import Requirement, Scheme, Step
from wizard.voice import words
from wizard.voice.cites import basis_key
from wizard.voice.labels import Labels
from wizard.voice.names import Names
from wizard.voice.timetable import step_time


class StepRow(NamedTuple):
    """Something to do, who does it, and by when; empty for a scheme that is not in the bundle.

    `within` tells whether `when` is the last day, and not said in a way of its own.
    """

    text: str
    responsible: str
    when: str
    within: bool


class Offers:
    """Words what a scheme offers and asks for in a case, where an edition is in force."""

    def __init__(self, names: Names) -> None:
        """Word the schemes of the advice that the names are about."""
        self._advice = names.advice
        self._labels = names.labels
        self._sentences = names.sentences

    def requirement(self, requirement: Requirement, outcome: Outcome) -> str:
        """Return why a requirement is met, not met or unknown: its own text, or its leaves'."""
        text = requirement.reason(outcome.truth)
        if text:
            return self._labels.text(text, basis_key(requirement.basis))
        return " ".join(self._sentences.of(outcome))

    def steps(self, verdict: Verdict) -> list[StepRow]:
        """Return what to do, in order, dated as the schedule has it."""
        steps = verdict.edition.steps if verdict.edition else ()
        item, scheduled = self._scheduled(verdict.scheme)
        rests_on = self._labels.scheme_key(verdict.scheme)
        if item is None or scheduled is None:
            return [self._step(step, rests_on, "", within=False) for step in steps]
        return [
            self._step(
                step,
                rests_on,
                step_time(self._labels, due, scheduled, item.phase),
                within=due.meeting is None and not due.due.at_least and not due.done,
            )
            for step, due in zip(steps, scheduled.steps, strict=True)
        ]

    def _scheduled(self, scheme: str) -> tuple[BundleItem | None, ScheduledItem | None]:
        return self._advice.bundle.item(scheme), self._advice.schedule.item(scheme)

    def _step(self, step: Step, rests_on: str, when: str, *, within: bool) -> StepRow:
        who = self._labels.responsible(step.responsible)
        return StepRow(self._labels.step(step, rests_on), who, when, within)

    def _apply_by(self, verdict: Verdict) -> NextDeadline | None:
        """Return the next deadline: for a member of the bundle, once its phase has begun."""
        item = self._advice.bundle.item(verdict.scheme)
        return item.deadline if item else verdict.deadline

    def deadline(self, verdict: Verdict) -> str:
        """Return the next date to apply by, and a word of caution where one is needed."""
        scheme = self._advice.rulebook.schemes[verdict.scheme]
        return deadline_of(scheme, self._apply_by(verdict), self._labels)


def deadline_of(scheme: Scheme, deadline: NextDeadline | None, labels: Labels) -> str:
    """Return the next date to apply by of a scheme, and a word of caution where one is needed."""
    if scheme.duty and scheme.duty.since <= labels.as_of:
        return labels.say(words.DUE_SINCE, day=labels.day(scheme.duty.since))
    if deadline is None:
        return labels.say(words.NO_DEADLINE)
    if deadline.on is None:
        if not scheme.is_instrument:
            return labels.say(words.OWN_TIME)
        return labels.say(words.CHECK_ROLLING if deadline.check else words.ROLLING)
    template = words.CHECK_DEADLINE if deadline.check else words.DEADLINE
    return labels.say(template, day=labels.day(deadline.on))
