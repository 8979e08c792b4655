"""What is said of a scheme in a case: the verdict, why, what it asks and gives, what remains."""

from dataclasses import dataclass
from itertools import chain

from wizard.domain.advice import Change, Reason, ReservationKind, Verdict
from wizard.domain.settling import Settler
from wizard.domain.sources import LegalBasis
from wizard.report.description import SchemeDescription, TermRule, describe
from wizard.report.groups import VerdictGroup, group_of
from wizard.report.tones import Tone
from wizard.report.truths import Status, status
from wizard.voice.offers import StepRow
from wizard.voice.wording import Wording


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One reason of the rule, in a sentence or more."""

    reason: Reason
    text: str


@dataclass(frozen=True, slots=True)
class RequirementLine:
    """A requirement, how the municipality stands to it, and why.

    `rests_on` is the basis as data.
    """

    id: str
    status: Status
    text: str
    basis: str
    rests_on: LegalBasis | None


@dataclass(frozen=True, slots=True)
class ReservationLine:
    """Something to be careful about."""

    kind: ReservationKind
    text: str


@dataclass(frozen=True, slots=True)
class SettlerLine:
    """What an open question can do; `answers` words those of the settler, in the same order."""

    settler: Settler
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A fact that the municipality would have to change, and what to."""

    change: Change
    to: str


@dataclass(frozen=True, slots=True)
class Way:
    """Changes that together make a yes of it, and how that is told."""

    changes: tuple[ChangeLine, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SchemeAccount:
    """One scheme in a case, in words.

    `label` is the verdict in two or three words. `reasons` are all that it rests on; `because`
    leaves out what is said of it anyway. `why` are the figures and answers that call for it.
    `left_out` tells why it is not in the bundle, for one that could be. `settles` tells what each
    open question does, `ways` what to change, the least first, `edges` how near it is to another
    verdict. `financing_brief` is for where the example is told once for all schemes.
    """

    scheme: SchemeDescription
    verdict: Verdict
    group: VerdictGroup
    label: str
    reasons: tuple[str, ...]
    because: tuple[str, ...]
    why: tuple[str, ...]
    reason_lines: tuple[ReasonLine, ...]
    left_out: str
    questions: tuple[str, ...]
    settles: tuple[str, ...]
    settlers: tuple[SettlerLine, ...]
    ways: tuple[Way, ...]
    edges: tuple[str, ...]
    requirements: tuple[RequirementLine, ...]
    steps: tuple[StepRow, ...]
    deadline: str
    financing: tuple[str, ...]
    financing_brief: tuple[str, ...]
    reservations: tuple[ReservationLine, ...]

    @property
    def tone(self) -> Tone | None:
        """How the verdict stands out."""
        return self.group.tone

    @property
    def changes(self) -> tuple[str, ...]:
        """What to change in the way that asks least."""
        return self.ways[0].sentences if self.ways else ()

    @property
    def all_changes(self) -> tuple[str, ...]:
        """What to change, and the other ways to the same end."""
        return tuple(chain.from_iterable(way.sentences for way in self.ways))

    @property
    def cautions(self) -> tuple[str, ...]:
        """The reservations as sentences."""
        return tuple(each.text for each in self.reservations)

    def said_of(self, kind: ReservationKind) -> str:
        """Return one of the reservations as a sentence; empty where it has none of that kind."""
        return next((each.text for each in self.reservations if each.kind is kind), "")

    @property
    def money(self) -> str:
        """How the money is set, in one sentence; empty without rules in force."""
        return self.scheme.edition.money if self.scheme.edition else ""

    @property
    def amount(self) -> str:
        """How the money is set, with the note on its details."""
        return self.scheme.edition.amount if self.scheme.edition else ""

    @property
    def terms(self) -> tuple[TermRule, ...]:
        """The checklist of what must hold in the project."""
        return self.scheme.edition.terms if self.scheme.edition else ()

    @property
    def applicants(self) -> str:
        """Who may apply; empty where nobody does, and without rules in force."""
        edition = self.scheme.edition
        return edition.applicants if edition and self.scheme.is_applied_for else ""


def account_of(wording: Wording, scheme: str) -> SchemeAccount:
    """Return what is said of one scheme.

    Raises:
        KeyError: there is no such scheme.

    """
    verdict = wording.advice.verdicts[scheme]
    verdicts, otherwise = wording.verdicts, wording.otherwise
    return SchemeAccount(
        scheme=describe(wording.advice.rulebook.schemes[scheme], wording.labels),
        verdict=verdict,
        group=group_of(verdict),
        label=verdicts.label(verdict),
        reasons=tuple(verdicts.reasons(verdict)),
        because=tuple(verdicts.because(verdict)),
        why=tuple(verdicts.why(verdict)),
        reason_lines=tuple(
            ReasonLine(each, " ".join(verdicts.reason(each, verdict))) for each in verdict.reasons
        ),
        left_out=_left_out(wording, scheme),
        questions=tuple(otherwise.questions(verdict)),
        settles=tuple(otherwise.settling(verdict)),
        settlers=tuple(_settler(wording, each) for each in verdict.settlers),
        ways=_ways(wording, verdict),
        edges=tuple(otherwise.edges(verdict)),
        requirements=_requirements(wording, verdict),
        steps=tuple(wording.offers.steps(verdict)),
        deadline=wording.offers.deadline(verdict),
        financing=tuple(wording.financing.of(scheme)),
        financing_brief=tuple(wording.financing.of(scheme, brief=True)),
        reservations=tuple(
            ReservationLine(each, verdicts.reservation(each, verdict))
            for each in verdict.reservations
        ),
    )


def _left_out(wording: Wording, scheme: str) -> str:
    found = (each for each in wording.advice.bundle.left_out if each.scheme == scheme)
    return next((wording.bundle.left_out(each) for each in found), "")


def _settler(wording: Wording, settler: Settler) -> SettlerLine:
    answers = (wording.otherwise.range(settler.question, each.answer) for each in settler.answers)
    return SettlerLine(settler, tuple(answers))


def _ways(wording: Wording, verdict: Verdict) -> tuple[Way, ...]:
    if not verdict.ways:
        return ()
    first = wording.otherwise.changes(verdict)
    others = wording.otherwise.other_ways(verdict)
    told = [tuple(first), *((each,) for each in others)]
    return tuple(
        Way(tuple(_change(wording, each) for each in way), sentences)
        for way, sentences in zip(verdict.ways, told, strict=True)
    )


def _change(wording: Wording, change: Change) -> ChangeLine:
    return ChangeLine(change, wording.otherwise.range(change.fact, change.wanted))


def _requirements(wording: Wording, verdict: Verdict) -> tuple[RequirementLine, ...]:
    asked = verdict.edition.requirements if verdict.edition else ()
    return tuple(
        RequirementLine(
            id=each.id,
            status=status(verdict.requirements[each.id].truth, wording.labels),
            text=wording.offers.requirement(each, verdict.requirements[each.id]),
            basis=wording.labels.basis(each.basis),
            rests_on=each.basis,
        )
        for each in asked
        if each.id in verdict.requirements
    )
