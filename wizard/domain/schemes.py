"""Schemes: anything that can be recommended (in rules: `ordning`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from wizard.domain.conditions import Condition, RateRef, Severity
from wizard.domain.place import NOWHERE, Place
from wizard.domain.sources import Confidence, LegalBasis
from wizard.domain.text import Text
from wizard.domain.values import Truth, Value


class SchemeKind(StrEnum):
    """What the scheme is. `MEASURE` is what the municipality does itself, or with others."""

    LOAN = "lan"
    GRANT = "tilskudd"
    ALLOWANCE = "stonad"
    ADVICE = "radgivning"
    MEASURE = "tiltak"


class MunicipalRole(StrEnum):
    """What the municipality does with the scheme; decides the verb of the headline."""

    APPLICANT = "soker"
    INTERMEDIARY = "formidler"
    PARTY = "avtalepart"
    FACILITATOR = "tilrettelegger"


class Administrator(StrEnum):
    """Who runs the scheme. Names as in rule files."""

    HUSBANKEN = "husbanken"
    DISTRIKTSSENTERET = "distriktssenteret"
    MUNICIPALITY = "kommunen"
    NAV = "nav"
    OTHER = "andre"


class Applicant(StrEnum):
    """Who may apply. Names as in rule files."""

    MUNICIPALITY = "kommune"
    COUNTY = "fylkeskommune"
    COMPANY = "privat"
    PERSON = "person"
    ORGANISATION = "organisasjon"
    RESEARCH = "forskning"
    STUDENT_WELFARE = "samskipnad"


class Funding(StrEnum):
    """Whether there is money. Anything but `OPEN` is said wherever the scheme is recommended."""

    OPEN = "apen"
    USED_UP = "brukt_opp"
    UNCERTAIN = "uavklart"
    CLOSED = "lukket"


class WhenUnknown(StrEnum):
    """What to do when it is unknown whether the situation calls for the scheme."""

    CLARIFY = "avklar"
    RECOMMEND = "anbefal"


class Effect(StrEnum):
    """What the municipality's part in a scheme does. Names as in rule files.

    `ACTS`: it gives homes, services, plans or money. `PREPARES`: it gives knowledge or help to act;
    it supports a need. `INFORMS`: others apply for it, and the municipality tells them.
    """

    ACTS = "handler"
    PREPARES = "forbereder"
    INFORMS = "informerer"


@dataclass(frozen=True, slots=True)
class Coverage:
    """A need that the scheme meets. `main` can carry the need; otherwise it helps.

    `reason` tells why the role is what it is, where that is not plain.
    """

    need: str
    main: bool
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """What the law bids every municipality do, and the day from which it does."""

    since: date
    basis: LegalBasis


@dataclass(frozen=True, slots=True)
class Effort:
    """Staff-weeks of the municipality in the first year."""

    weeks: Decimal
    basis: LegalBasis | None


@dataclass(frozen=True, slots=True)
class Requirement:
    """A gate decided from facts about the municipality (in rules: `krav`).

    Without `basis` it is our own judgement, and has no `confidence`.
    """

    id: str
    condition: Condition
    basis: LegalBasis | None
    confidence: Confidence | None
    when_met: Text | None
    when_not_met: Text | None
    place: Place = field(default=NOWHERE, compare=False)

    def reason(self, truth: Truth) -> Text | None:
        """Return its own text for why it is met or not, if it has one."""
        return {Truth.MET: self.when_met, Truth.NOT_MET: self.when_not_met}.get(truth)


@dataclass(frozen=True, slots=True)
class Term:
    """What must hold for the project, household or contract (in rules: `vilkar`).

    Without `basis` it is our own judgement, and has no `confidence`.
    """

    id: str
    text: Text
    basis: LegalBasis | None
    confidence: Confidence | None


class AmountKind(StrEnum):
    """How the money is determined.

    `EXCEPTION`: more than a loan limit allows, as much more as the administrator decides.
    """

    SHARE = "prosent"
    PER_UNIT = "per_enhet"
    LOAN_TO_VALUE = "belaning"
    EXCEPTION = "unntak"
    DISCRETIONARY = "skjonn"
    FREE = "gratis"
    OWN_COST = "egen_kostnad"
    NOT_SET = "ikke_fastsatt"
    UNKNOWN = "ukjent"


class AmountBasis(StrEnum):
    """What a share is taken of when the example dwelling is what is paid for."""

    COST = "kostnad"
    VALUE = "verdi"
    LOWEST = "laveste"


@dataclass(frozen=True, slots=True)
class Amount:
    """What the scheme pays or costs.

    `share`, `cap` and `floor` are rates; `of` says in words what the share is taken from.
    `band` (0-4) is our rough guide to the municipality's own cost, for `OWN_COST` only.
    `note` is shown as it stands. `basis` makes the share something to calculate with. `least_cost`
    is the rate below which a project gets nothing. The share is for `applicant`, or for all who
    may apply.
    """

    kind: AmountKind
    share: RateRef | None
    cap: RateRef | None
    floor: RateRef | None
    of: Text | None
    band: int | None
    note: Text | None
    basis: AmountBasis | None = None
    least_cost: RateRef | None = None
    applicant: Applicant | None = None

    @property
    def rates(self) -> tuple[str, ...]:
        """The rates that the amount is made of."""
        named = (self.share, self.cap, self.floor, self.least_cost)
        return tuple(each.id for each in named if each)


@dataclass(frozen=True, slots=True)
class Deadline:
    """When to apply: exactly one of yearly (month, day), a date, rolling, or unknown.

    `check` asks the reader to check the date, since deadlines change from year to year. What
    prepares an application is done `margin_days` before it.
    """

    yearly: tuple[int, int] | None
    on: date | None
    rolling: bool
    preparation_weeks: int | None
    check: bool
    margin_days: int = 7


class Responsible(StrEnum):
    """Who acts. Names as in rule files."""

    PLANNING = "plan"
    DIRECTOR = "kommunedirektor"
    HEALTH = "helse"
    NAV = "nav"
    FINANCE = "okonomi"
    PROPERTY = "eiendom"
    BUSINESS = "naring"
    POLITICS = "politisk"
    DEVELOPER = "utbygger"
    HOUSEHOLD = "husstand"
    NEIGHBOUR = "nabokommune"
    COUNTY = "fylkeskommune"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. `days` counts from the decision; `after` names earlier steps.

    `meets` is the requirement that is met when it is done: a scheme that lacks only that can begin.
    `about` are the numbers of the municipalities that the text names, and `own` is the text for
    those themselves: nobody is told to call home.
    """

    id: str
    text: Text
    responsible: Responsible
    days: int | None
    after: tuple[str, ...]
    meets: str | None = None
    about: tuple[str, ...] = ()
    own: Text | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Experience:
    """Something documented that another municipality did, with its source.

    `about` are the numbers of the municipalities that the text names.
    """

    text: Text
    source: str
    about: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Edition:
    """The rules of a scheme in a period. Both days are included; `None` is open.

    `gap` explains why nothing was in force between the edition before and this one. `instead` has
    what else of the scheme is otherwise in some edition, as it is in this one, by the names of
    `Scheme`; it is empty where all editions share what stands in the scheme. What the
    edition before asked and this one does not is named in `ended_requirements` and `ended_terms`.
    """

    valid_from: date | None
    valid_to: date | None
    gap: Text | None
    basis: LegalBasis | None
    requirements: tuple[Requirement, ...]
    terms: tuple[Term, ...]
    deadlines: tuple[Deadline, ...]
    funding: Funding
    amount: Amount
    steps: tuple[Step, ...]
    applicants: tuple[Applicant, ...]
    instead: Mapping[str, Any] = field(default_factory=dict)
    ended_requirements: tuple[str, ...] = field(default=(), compare=False)
    ended_terms: tuple[str, ...] = field(default=(), compare=False)
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def bases(self) -> tuple[LegalBasis, ...]:
        """Every legal basis of the edition: its own, then those of requirements and terms."""
        gates = (each.basis for each in self.requirements)
        terms = (each.basis for each in self.terms)
        return tuple(each for each in (self.basis, *gates, *terms) if each is not None)

    def covers(self, day: date) -> bool:
        """Tell whether the edition is in force that day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


class VerdictKind(StrEnum):
    """Outcome for one scheme. The words are those of rule files and JSON."""

    RECOMMENDED = "anbefalt"
    CONDITIONAL = "betinget"
    AFTER_CHANGE = "etter-endring"
    OPEN = "ma-avklares"
    EXCLUDED = "utelukket"
    NOT_RELEVANT = "ikke-aktuelt"


@dataclass(frozen=True, slots=True)
class Example:
    """A small situation and the verdict it must give. What is not listed is unknown."""

    name: str
    on: date
    needs: dict[str, Severity]
    facts: dict[str, Value]
    gives: VerdictKind
    in_place: bool
    because: tuple[str, ...]
    settled_by: tuple[str, ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Action:
    """What the municipality does with a scheme.

    `headline` begins with the verb ("Søk om …"); `task` is the same as something that somebody is
    asked to do ("søke om …").
    """

    headline: Text
    task: Text


@dataclass(frozen=True, slots=True)
class OnPurpose:
    """A part of the rules that decides nothing, and why it stands there all the same.

    `part` is `aktuelt`, `pa_plass` or the id of a requirement; of a scheme that nobody is ever
    advised, it is `ordningen`.
    """

    part: str
    reason: Text
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Scheme:
    """One instrument or measure. Ids are addresses and last for ever.

    What an edition may say otherwise is that of one day: see `on`. `search_words` is what people
    call it who do not know its name, in either written form.
    """

    id: str
    name: Text
    short: Text
    kind: SchemeKind
    administrator: Administrator
    role: MunicipalRole
    covers: tuple[Coverage, ...]
    effort: Effort
    first: tuple[str, ...]
    only_with: tuple[str, ...]
    alternative_to: tuple[str, ...]
    not_same_cost: tuple[str, ...]
    strengthens: tuple[str, ...]
    in_place: Condition | None
    when_unknown: WhenUnknown
    relevant: Condition | None
    editions: tuple[Edition, ...]
    ended: Text | None
    experiences: tuple[Experience, ...]
    pitfalls: tuple[Text, ...]
    checked: date
    check_by: date
    examples: tuple[Example, ...]
    stated_effect: Effect | None = None
    duty: Duty | None = None
    action: Action | None = None
    search_words: tuple[str, ...] = ()
    on_purpose: tuple[OnPurpose, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def is_instrument(self) -> bool:
        """Whether the state offers it; otherwise it is a measure."""
        return self.kind is not SchemeKind.MEASURE

    @property
    def is_applied_for(self) -> bool:
        """Whether anybody applies: nobody does for advice, or for what the municipality does."""
        return self.kind not in {SchemeKind.ADVICE, SchemeKind.MEASURE}

    @property
    def effect(self) -> Effect:
        """What the municipality's part does: as stated, or else what kind and role tell."""
        if self.stated_effect is not None:
            return self.stated_effect
        if self.kind is SchemeKind.ADVICE:
            return Effect.PREPARES
        told = self.is_instrument and self.role is MunicipalRole.FACILITATOR
        return Effect.INFORMS if told else Effect.ACTS

    def edition_on(self, day: date) -> Edition | None:
        """Return the edition in force that day, if any."""
        return next((edition for edition in self.editions if edition.covers(day)), None)

    def opens_again(self, day: date) -> date | None:
        """Return the first day after `day` from which there is money, where an edition says so."""
        later = (each for each in self.editions if each.funding is Funding.OPEN)
        begins = (each.valid_from for each in later if each.valid_from and each.valid_from > day)
        return min(begins, default=None)

    def on(self, day: date) -> "Scheme":
        """Return the scheme as it is that day, by what its edition says otherwise.

        Where no edition is in force it is as it last was; before the first, as it will be.
        """
        first, later = self.editions[:1], self.editions[1:]
        begun = (each for each in later if each.valid_from and each.valid_from <= day)
        nearest = (*first, *begun)[-1:]
        return self.in_edition(nearest[0]) if nearest else self

    def in_edition(self, edition: Edition) -> "Scheme":
        """Return the scheme as one of its editions has it; its place is then that edition's."""
        if not edition.instead:
            return self
        return replace(self, place=edition.place, **edition.instead)

    @property
    def versions(self) -> tuple["Scheme", ...]:
        """The scheme as each of its editions has it."""
        return tuple(self.in_edition(each) for each in self.editions)

    @property
    def turns(self) -> tuple[date, ...]:
        """The days on which an edition begins that may say otherwise of the scheme itself."""
        later = self.editions[1:]
        return tuple(each.valid_from for each in later if each.instead and each.valid_from)
