"""Facts: anything a condition can refer to (in rules: `opplysning`)."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from wizard.domain.conditions import Condition
from wizard.domain.place import NOWHERE, Place
from wizard.domain.text import Text
from wizard.domain.values import Value


class FactType(StrEnum):
    """What a fact's value looks like. Names as in rule files."""

    CHOICE = "valg"
    MANY = "flervalg"
    YES_NO = "ja_nei"
    INTEGER = "heltall"
    DECIMAL = "desimaltall"
    PERCENT = "prosent"
    KRONER = "kroner"
    YEAR = "ar"
    DATE = "dato"
    CODE = "kode"

    @property
    def is_number(self) -> bool:
        """Whether values are `Decimal` and can stand under `minst` and `under`."""
        return self in NUMBERS


NUMBERS = frozenset(
    {FactType.INTEGER, FactType.DECIMAL, FactType.PERCENT, FactType.KRONER, FactType.YEAR}
)


class Unit(StrEnum):
    """Units that figures and rates carry. Names as in rule files."""

    PERCENT = "prosent"
    PERCENTAGE_POINTS = "prosentpoeng"
    KRONER = "kroner"
    KRONER_PER_M2 = "kroner_per_m2"
    INHABITANTS = "innbyggere"
    PERSONS = "personer"
    DWELLINGS = "boliger"
    SALES = "salg"
    PERSON_YEARS = "arsverk"
    YEARS = "ar"
    YEAR = "arstall"
    WEEKS = "uker"
    MONTHS = "maneder"
    KM2 = "km2"
    M2 = "m2"
    RATIO = "forhold"
    CLASS = "klasse"
    INDEX = "indeks"
    COUNT = "antall"
    CODE = "kode"
    MUNICIPALITY_NUMBER = "kommunenummer"


class ChangedBy(StrEnum):
    """Who can change a fact; in rules `kan_endres`."""

    NEVER = "aldri"
    OTHERS = "andre"
    OVER_TIME = "over_tid"
    MUNICIPALITY = "kommunen"

    @property
    def by_municipality(self) -> bool:
        """Whether the municipality itself can bring about a change, now or over time."""
        return self in {ChangedBy.OVER_TIME, ChangedBy.MUNICIPALITY}


@dataclass(frozen=True, slots=True)
class Option:
    """One alternative of a choice question.

    `about` says in one line what it is. `group` is the heading it stands under in a long list.
    `applies` is the condition under which it is offered: where that is not met, this municipality
    cannot have it.
    """

    id: str
    text: Text
    about: Text | None = None
    applies: Condition | None = None
    group: Text | None = None


YES = "ja"
NO = "nei"
YES_NO_OPTIONS = (Option(YES, Text("Ja", "Ja")), Option(NO, Text("Nei", "Nei")))


@dataclass(frozen=True, slots=True)
class Statement:
    """How a number is said in a sentence, where `{verdi}` is the number with its unit (`utsagn`).

    `one` and `none` are for 1 and 0, where those read otherwise.
    """

    many: Text
    one: Text | None = None
    none: Text | None = None

    def of(self, value: Decimal) -> Text:
        """Return the sentence for a number, without a full stop."""
        own = self.none if value == 0 else self.one if value == 1 else None
        return own or self.many


@dataclass(frozen=True, slots=True)
class YesNoStatement:
    """How a yes and a no are said in a sentence (`utsagn`)."""

    yes: Text
    no: Text

    def of(self, value: str) -> Text:
        """Return the sentence for an answer, without a full stop."""
        return self.yes if value == YES else self.no


@dataclass(frozen=True, slots=True)
class Question:
    """A fact that people are asked for.

    `name` is the short label used in tables; `text` the question itself. `minimum` and
    `maximum` are the plausible range, both included. `applies` is the condition under which
    it is asked; when that is not met, its value is `otherwise`; when that is unknown, so is it.
    """

    id: str
    name: Text
    text: Text
    why: Text
    where: Text
    type: FactType
    unit: Unit | None
    options: tuple[Option, ...]
    minimum: Decimal | None
    maximum: Decimal | None
    changed_by: ChangedBy
    knows: str
    applies: Condition | None = None
    otherwise: Value | None = None
    statement: Statement | YesNoStatement | None = None
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def fact(self) -> str:
        """Return the id of the fact that is asked for: its own."""
        return self.id


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason to doubt the figure of one municipality, read from a column of the data.

    The doubt stands when the cell of `column` equals `equals`, or is a number below `below`.
    """

    column: str
    equals: str | None
    below: Decimal | None
    text: Text


@dataclass(frozen=True, slots=True)
class ReferenceFigure:
    """A fact read from the bundled reference data; an answer from the municipality overrides it.

    `as_of` is the reference date as ISO text (`2026-01-01`, or a year such as `2024`), `source`
    the id of the publisher's table. `caveat` always goes with the figure; `doubts` only with the
    municipalities they concern. The municipality can never change such a figure.
    """

    id: str
    name: Text
    column: str
    type: FactType
    unit: Unit
    options: tuple[Option, ...]
    source: str
    as_of: str
    caveat: Text | None = None
    doubts: tuple[Doubt, ...] = ()
    statement: Statement | YesNoStatement | None = None
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def changed_by(self) -> ChangedBy:
        """Return `NEVER`: nobody decides a statistic."""
        return ChangedBy.NEVER


class Operation(StrEnum):
    """Arithmetic of derived figures. An unknown operand, or division by zero, gives unknown."""

    SUM = "sum"
    DIFFERENCE = "differanse"
    PRODUCT = "produkt"
    RATIO = "forhold"
    PERCENT_OF = "prosent_av"
    LEAST = "minste"
    GREATEST = "storste"


@dataclass(frozen=True, slots=True)
class DerivedFigure:
    """A fact calculated from other facts. `changed_by` is the strictest of its operands."""

    id: str
    name: Text
    operation: Operation
    operands: tuple[str, ...]
    type: FactType
    unit: Unit
    changed_by: ChangedBy
    statement: Statement | None = None
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def options(self) -> tuple[Option, ...]:
        """Return no options: it is always a number."""
        return ()


Fact = Question | ReferenceFigure | DerivedFigure


@dataclass(frozen=True, slots=True)
class PrefilledQuestion:
    """A place on a page where a reference figure is shown and may be corrected."""

    figure: str
    text: Text
    why: Text
    where: Text
    minimum: Decimal | None
    maximum: Decimal | None
    knows: str

    @property
    def fact(self) -> str:
        """Return the id of the fact that is asked for: the figure's."""
        return self.figure


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A few linked questions that stand together; `facts` are what they ask for, in order.

    `id` is unique within its theme, and part of addresses.
    """

    id: str
    name: Text
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """What belongs together in the questionnaire. Each question stands on just one page."""

    id: str
    name: Text
    intro: Text | None
    items: tuple[Question | PrefilledQuestion, ...]
    pages: tuple[QuestionPage, ...] = ()
