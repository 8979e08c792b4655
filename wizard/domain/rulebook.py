"""The whole rule collection: immutable, versioned by the hash of its files."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from wizard.domain.asking import AskingTime
from wizard.domain.case import Case
from wizard.domain.conditions import Condition, Severity
from wizard.domain.facts import DerivedFigure, Fact, Question, ReferenceFigure, Theme
from wizard.domain.former import FormerIds
from wizard.domain.place import NOWHERE, Place
from wizard.domain.plan_rules import PlanRules
from wizard.domain.plausibility import PlausibilityRules
from wizard.domain.schemes import Scheme, VerdictKind
from wizard.domain.sources import LegalBasis, Rate, Source
from wizard.domain.text import Text
from wizard.domain.values import Value


@dataclass(frozen=True, slots=True)
class NeedExample:
    """Some facts, and how severe they make the need. What is not listed is unknown.

    `gives` is `None` where the facts leave more than one severity possible; in rules: `uavklart`.
    """

    name: str
    on: date
    facts: dict[str, Value]
    gives: Severity | None
    settled_by: tuple[str, ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Need:
    """Something a municipality can lack. Severe implies some, whatever the conditions say.

    `search_words` is what else people call it, in either written form.
    """

    id: str
    name: Text
    short: Text
    severe: Condition
    some: Condition
    basis: LegalBasis | None
    reason: Text | None
    contact: str
    examples: tuple[NeedExample, ...] = ()
    search_words: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Abolished:
    """A name that people still use for something that no longer exists.

    `began` and `ended` are its first and last day; `None` where nobody has said. Of some names
    there `never` was such a scheme: it was only proposed, or is a name for something else.
    `search_words` is what else people type for it, in either written form.
    """

    id: str
    names: tuple[Text, ...]
    began: date | None
    ended: date | None
    what_happened: Text
    use_instead: tuple[str, ...]
    source: str
    never: bool = False
    search_words: tuple[str, ...] = ()

    @property
    def known_as(self) -> tuple[str, ...]:
        """Every name, in either written form."""
        return tuple(dict.fromkeys(form for each in self.names for form in (each.nb, each.nn)))

    def was_there(self, day: date) -> bool:
        """Tell whether it is known to have been there that day."""
        return self.ended is not None and day <= self.ended and not self.came_after(day)

    def came_after(self, day: date) -> bool:
        """Tell whether it is known to have begun after that day."""
        return self.began is not None and day < self.began


@dataclass(frozen=True, slots=True)
class AssertedVerdict:
    """What a journey claims about one scheme, and why a person says so."""

    scheme: str
    gives: VerdictKind
    in_place: bool
    because: tuple[str, ...]
    settled_by: tuple[str, ...]
    reason: Text
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Journey:
    """A whole municipality with answers, and the advice it must get (in rules: `situasjon`).

    `core`, `later`, `no_room` and `made_known` are the parts of the plan, each in order. `main_for`
    says which schemes in the bundle carry each need, `not_asked` which questions do not apply;
    `None` claims nothing about it. `lines` are where those claims stand, by their key in the file.
    """

    id: str
    name: Text
    case: Case
    verdicts: tuple[AssertedVerdict, ...]
    core: tuple[str, ...]
    later: tuple[str, ...] = ()
    no_room: tuple[str, ...] = ()
    made_known: tuple[str, ...] = ()
    main_for: Mapping[str, tuple[str, ...]] | None = None
    not_asked: tuple[str, ...] | None = None
    place: Place = field(default=NOWHERE, compare=False)
    lines: Mapping[str, Place] = field(default_factory=dict, compare=False)

    def line(self, key: str) -> Place:
        """Return where a claim stands; where it does not, where the journey does."""
        return self.lines.get(key, self.place)

    @property
    def schemes(self) -> frozenset[str]:
        """Every scheme that it claims something of."""
        planned = (*self.core, *self.later, *self.no_room, *self.made_known)
        return frozenset({*planned, *(each.scheme for each in self.verdicts)})


@dataclass(frozen=True, slots=True)
class Capacity:
    """Which facts and rates tell how much a municipality has hands for (in rules: `kapasitet`).

    `weeks` is a fact: staff-weeks a year for housing work. Where it is unknown, the fact
    `person_years` times the working weeks of a year times the rate `share` stands in. Fewer weeks
    than the rate `low` is low capacity; then a scheme that meets `need` goes first.
    """

    weeks: str
    person_years: str
    share: str
    low: str
    need: str


@dataclass(frozen=True, slots=True)
class ExampleDwelling:
    """The dwelling that financing is sketched for (in rules: `eksempelbolig`).

    `area` is a rate in m². `cost` (of building) and `price` (of what is sold) are facts in kroner
    per m². `note` says what to keep in mind about the value that comes of it.
    """

    area: str
    cost: str
    price: str
    note: Text | None


@dataclass(frozen=True, slots=True)
class Council:
    """Which fact tells when the council meets (in rules: `kommunestyret`).

    `meeting` is the fact: the next meeting that the case can come up at. `papers` is the rate:
    how many weeks before a meeting a matter must be ready.
    """

    meeting: str
    papers: str


@dataclass(frozen=True, slots=True, eq=False)
class Rulebook:
    """Everything in `rules/`, read and checked. One is equal only to itself: its `hash` compares.

    `version` is what people call it; `hash` (SHA-256 over the files, hexadecimal) what it is.
    `shown` are the journeys that newcomers may try. Without a `dwelling` no financing is sketched;
    without a `council` no meeting is known. Before `valid_from` it has no rules to go by.
    `questions` are those that are not merely a prefilled figure, in the order asked;
    `facts` all that a condition can refer to.

    `former` are ids that things had before.

    Schemes can be otherwise on another day: `on` gives the rulebook of one.
    """

    name: Text
    owner: str
    contact: str
    version: str
    hash: str
    capacity: Capacity
    sources: Mapping[str, Source]
    themes: tuple[Theme, ...]
    figures: Mapping[str, ReferenceFigure]
    derived: Mapping[str, DerivedFigure]
    rates: Mapping[str, Rate]
    needs: Mapping[str, Need]
    schemes: Mapping[str, Scheme]
    abolished: Mapping[str, Abolished]
    journeys: Mapping[str, Journey]
    shown: tuple[str, ...] = ()
    dwelling: ExampleDwelling | None = None
    council: Council | None = None
    plan: PlanRules = field(default_factory=PlanRules)
    valid_from: date | None = None
    plausibility: PlausibilityRules = field(default_factory=PlausibilityRules)
    asking: AskingTime = field(default_factory=AskingTime)
    former: FormerIds = field(default_factory=FormerIds)
    questions: Mapping[str, Question] = field(init=False, repr=False)
    facts: Mapping[str, Fact] = field(init=False, repr=False)
    _turns: tuple[date, ...] = field(init=False, repr=False)
    _periods: dict[date, "Rulebook"] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Gather the questions and the facts once: every case looks them up again and again."""
        items = (item for theme in self.themes for item in theme.items)
        questions = {item.id: item for item in items if isinstance(item, Question)}
        object.__setattr__(self, "questions", questions)
        object.__setattr__(self, "facts", {**self.figures, **questions, **self.derived})
        turns = {day for scheme in self.schemes.values() for day in scheme.turns}
        object.__setattr__(self, "_turns", tuple(sorted(turns)))

    def on(self, day: date) -> "Rulebook":
        """Return the rulebook with each scheme as it is that day: one for all days between turns.

        It is the same rulebook, and has the same hash. Where no edition says anything otherwise of
        its scheme, it is this very one. The rulebook of a day knows those of the other days.
        """
        if not self._turns:
            return self
        start = max((each for each in self._turns if each <= day), default=date.min)
        found = self._periods.get(start)
        if found is None:
            schemes = {id_: scheme.on(start) for id_, scheme in self.schemes.items()}
            made = replace(self, schemes=schemes)
            object.__setattr__(made, "_periods", self._periods)
            found = self._periods.setdefault(start, made)  # two threads agree on one
        return found

    @property
    def planning_facts(self) -> frozenset[str]:
        """The facts that place the bundle in time, whether or not a rule asks for them too."""
        council = {self.council.meeting} if self.council else set[str]()
        money = {self.plan.money.fact} if self.plan.money else set[str]()
        return frozenset({self.capacity.weeks, self.capacity.person_years} | council | money)
