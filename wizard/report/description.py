"""What is said of a scheme whatever the case: what it is, what it asks, what it gives."""

from dataclasses import dataclass

from wizard.domain.schemes import Edition, Scheme
from wizard.domain.sources import Confidence, LegalBasis
from wizard.voice.cites import basis_key
from wizard.voice.labels import Labels


@dataclass(frozen=True, slots=True)
class RequirementRule:
    """A requirement of the municipality: what one that fails it reads, and its basis."""

    id: str
    when_not_met: str
    basis: str
    confidence: Confidence | None


@dataclass(frozen=True, slots=True)
class TermRule:
    """What must hold for the project, household or contract; `rests_on` is the basis as data."""

    text: str
    basis: str
    rests_on: LegalBasis | None
    confidence: Confidence | None

    @property
    def is_doubtful(self) -> bool:
        """Whether the source is weak enough to say so."""
        return self.confidence is Confidence.C


@dataclass(frozen=True, slots=True)
class StepRule:
    """Something to do, who does it, and how many days after the decision; empty for no limit."""

    text: str
    responsible: str
    days: str


@dataclass(frozen=True, slots=True)
class SourceRule:
    """A source, where to read it, and the places in it that the scheme rests on."""

    title: str
    link: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditionDescription:
    """The rules of a scheme in a period. Days are empty where the period is open.

    `money` tells in one sentence how it is set; `amount` adds the note on its details.
    """

    since: str
    until: str
    in_force: bool
    basis: str
    applicants: str
    money: str
    amount: str
    requirements: tuple[RequirementRule, ...]
    terms: tuple[TermRule, ...]
    steps: tuple[StepRule, ...]


@dataclass(frozen=True, slots=True)
class SchemeDescription:
    """One instrument or measure. `headline` is its name with a verb.

    `edition` are the rules in force on the day, if any; `sources` those of the last edition if not.
    """

    id: str
    name: str
    headline: str
    kind: str
    is_instrument: bool
    is_applied_for: bool
    administrator: str
    what: str
    effort: str
    edition: EditionDescription | None
    sources: tuple[SourceRule, ...]
    pitfalls: tuple[str, ...]
    experiences: tuple[tuple[str, str], ...]
    checked: str
    check_by: str
    is_overdue: bool


def describe(scheme: Scheme, labels: Labels) -> SchemeDescription:
    """Return what is said of a scheme on the day of the labels."""
    edition = scheme.edition_on(labels.as_of)
    shown = edition or (scheme.editions[-1] if scheme.editions else None)
    measure, rests_on = not scheme.is_instrument, labels.scheme_key(scheme.id)
    return SchemeDescription(
        id=scheme.id,
        name=labels.scheme_name(scheme.id),
        headline=labels.headline(scheme.id),
        kind=labels.kind(scheme),
        is_instrument=scheme.is_instrument,
        is_applied_for=scheme.is_applied_for,
        administrator=labels.administrator(scheme),
        what=labels.text(scheme.short, rests_on),
        effort=labels.effort(scheme.id),
        edition=describe_edition(edition, labels, measure=measure, rests_on=rests_on)
        if edition
        else None,
        sources=_sources(shown, labels),
        pitfalls=tuple(labels.pitfalls(scheme.id)),
        experiences=tuple(labels.experiences(scheme.id)),
        checked=labels.day(scheme.checked),
        check_by=labels.day(scheme.check_by),
        is_overdue=scheme.check_by < labels.as_of,
    )


def describe_edition(
    edition: Edition, labels: Labels, *, measure: bool, rests_on: str = ""
) -> EditionDescription:
    """Return what is said of an edition; what a measure takes is a cost, not a sum.

    `rests_on` is the key of what figures rest on in texts that have no basis of their own.
    """
    money = labels.price(edition.amount, measure=measure)
    note = edition.amount.note
    return EditionDescription(
        since=labels.day(edition.valid_from) if edition.valid_from else "",
        until=labels.day(edition.valid_to) if edition.valid_to else "",
        in_force=edition.covers(labels.as_of),
        basis=labels.basis(edition.basis) if edition.basis else "",
        applicants=labels.applicants(edition),
        money=money,
        amount=f"{money} {labels.text(note, rests_on)}" if note else money,
        requirements=tuple(
            RequirementRule(
                each.id,
                labels.text(each.when_not_met, basis_key(each.basis)) if each.when_not_met else "",
                labels.basis(each.basis),
                each.confidence,
            )
            for each in edition.requirements
        ),
        terms=tuple(
            TermRule(
                labels.text(each.text, basis_key(each.basis)),
                labels.basis(each.basis),
                each.basis,
                each.confidence,
            )
            for each in edition.terms
        ),
        steps=tuple(
            StepRule(
                labels.step(each, rests_on),
                labels.responsible(each.responsible),
                str(each.days or ""),
            )
            for each in edition.steps
        ),
    )


def _sources(edition: Edition | None, labels: Labels) -> tuple[SourceRule, ...]:
    """Return each source once, with the places in it that the edition rests on."""
    found: dict[str, dict[str, None]] = {}
    for basis in edition.bases if edition else ():
        places = found.setdefault(basis.source, {})
        if basis.section:
            places[basis.section] = None
    sources = labels.rulebook.sources
    return tuple(
        SourceRule(labels.source_title(id_), sources[id_].link, tuple(places))
        for id_, places in found.items()
    )
