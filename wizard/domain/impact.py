"""What an edit of the rules means: what is changed, from when, and for whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from wizard.domain.conditions import Severity
from wizard.domain.place import NOWHERE, Place
from wizard.domain.schemes import VerdictKind

_DAY = timedelta(days=1)


class Subject(StrEnum):
    """What sort of rule was edited. The words are those of JSON."""

    RATE = "sats"
    FACT = "opplysning"
    NEED = "behov"
    SCHEME = "ordning"
    PLAN = "handlingsplan"


class Part(StrEnum):
    """Which part of a rule was edited. The words are those of JSON, and of rule files.

    `WHOLE` is the rule itself: new, or gone. `IN_FORCE` is whether a scheme has an edition that
    day. `WORDING` is everything that is read and decides nothing.
    """

    WHOLE = "hele"
    IN_FORCE = "utgave"
    NAME = "navn"
    VALUE = "verdi"
    SEVERE = "stor"
    SOME = "noe"
    CONTACT = "kontakt"
    ASKED = "sporsmal"
    CALCULATED = "regnestykke"
    RELEVANT = "aktuelt"
    IN_PLACE = "pa_plass"
    WHEN_UNKNOWN = "ved_ukjent"
    REQUIREMENT = "krav"
    TERM = "vilkar"
    MONEY = "belop"
    FUNDING = "finansiering"
    DEADLINES = "frister"
    STEPS = "steg"
    APPLICANTS = "soker"
    BASIS = "hjemmel"
    COVERS = "dekker"
    COMPANY = "bare_sammen_med"
    CHOICE = "samspill"
    PLAN = "handlingsplan"
    WORDING = "ordlyd"


_ONLY_READ = frozenset({Part.WORDING, Part.NAME, Part.TERM, Part.CONTACT, Part.BASIS})


@dataclass(frozen=True, slots=True)
class RuleEdit:
    """One part of one rule that reads otherwise, in one period.

    `before` and `after` are that part as the two rulebooks have it; `None` where it is not there.
    `detail` tells several of a kind apart: the id of a requirement, a term, a need. From `begins`
    to the last day `ends`, both included; `None` is open.
    """

    subject: Subject
    id: str
    part: Part
    detail: str = ""
    before: object = None
    after: object = None
    begins: date | None = None
    ends: date | None = None
    place: Place = field(default=NOWHERE, compare=False)

    def holds(self, day: date) -> bool:
        """Tell whether the two rulebooks differ in it that day."""
        begun = self.begins is None or self.begins <= day
        return begun and (self.ends is None or day <= self.ends)

    def is_past(self, today: date) -> bool:
        """Tell whether it changes what was said before today."""
        return self.part is not Part.WORDING and (self.begins is None or self.begins < today)

    @property
    def decides(self) -> bool:
        """Whether it can move a verdict, a need, or a plan; what is only read cannot."""
        return self.part not in _ONLY_READ

    @property
    def is_of_edition(self) -> bool:
        """Whether an edition can say it, so that it holds from a day."""
        return self.subject is Subject.SCHEME and self.part is not Part.WHOLE

    @property
    def shown_on(self) -> date:
        """A day on which it holds, to name things by: its first, or else its last."""
        return self.begins or self.ends or date.max

    @property
    def then(self) -> date | None:
        """The day from which the two rulebooks agree again; `None` where they never do."""
        return None if self.ends is None else self.ends + _DAY


@dataclass(frozen=True, slots=True)
class Uses:
    """Where an edited rule counts: ids, and how many texts show it."""

    schemes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    journeys: tuple[str, ...] = ()
    texts: int = 0


@dataclass(frozen=True, slots=True)
class Stand:
    """How a scheme stands in one pair; `kind` is `None` where the rulebook has no such scheme."""

    kind: VerdictKind | None
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class VerdictMove:
    """A scheme that stands otherwise."""

    scheme: str
    before: Stand
    after: Stand


@dataclass(frozen=True, slots=True)
class NeedMove:
    """A need that can be otherwise severe; without severities the rulebook has no such need."""

    need: str
    before: tuple[Severity, ...]
    after: tuple[Severity, ...]


@dataclass(frozen=True, slots=True)
class Moves:
    """What differs in the advice of one pair.

    `money` and `reservations` are schemes that are offered before and after, with another amount,
    or with other reservations. `enters` and `leaves` are the difference of the year's core.
    """

    verdicts: tuple[VerdictMove, ...] = ()
    needs: tuple[NeedMove, ...] = ()
    money: tuple[str, ...] = ()
    reservations: tuple[str, ...] = ()
    enters: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        parts = (self.verdicts, self.needs, self.money, self.reservations)
        return any(map(bool, (*parts, self.enters, self.leaves)))


@dataclass(frozen=True, slots=True)
class Pair:
    """A municipality with a set of answers on a day: those of a journey, or none (`""`)."""

    day: date
    municipality: str
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """The pairs that the rules cannot tell apart in what was edited: they move alike.

    `causes` are, for each scheme and need that moves, the places in the list of edits of those
    that it comes of; empty where no single ones can be named.
    """

    moves: Moves
    pairs: tuple[Pair, ...]
    causes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Looked:
    """How many pairs were looked at on a day, reached by what was edited, and changed by it."""

    day: date
    looked: int
    touched: int
    changed: int


@dataclass(frozen=True, slots=True)
class StoredCases:
    """Stored cases in figures alone: looked at, changed, and municipalities with enough of them."""

    looked: int
    changed: int
    municipalities: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Impact:
    """Everything that an edit of the rules means.

    `edits` in the order of the files, those of mere wording last, each with its `uses`. `past` are
    the journeys that get other advice on their own day, where that day has been.
    """

    today: date
    edits: tuple[RuleEdit, ...]
    uses: tuple[Uses, ...]
    days: tuple[Looked, ...]
    situations: tuple[Situation, ...]
    past: tuple[Pair, ...] = ()
    stored: StoredCases | None = None

    @property
    def past_edits(self) -> tuple[RuleEdit, ...]:
        """The edits that change what was said before today."""
        return tuple(each for each in self.edits if each.is_past(self.today))

    @property
    def looked(self) -> int:
        """How many pairs were looked at."""
        return sum(each.looked for each in self.days)

    @property
    def touched(self) -> int:
        """How many pairs the edited rules reached."""
        return sum(each.touched for each in self.days)

    @property
    def changed(self) -> int:
        """How many pairs get other advice."""
        return sum(each.changed for each in self.days)
