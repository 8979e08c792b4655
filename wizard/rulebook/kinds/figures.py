"""`kommunetall.yaml`: the figures looked up for every municipality, and where they are from."""

from dataclasses import dataclass

from wizard.domain.facts import (
    YES_NO_OPTIONS,
    Doubt,
    FactType,
    Option,
    ReferenceFigure,
    Statement,
    Unit,
    YesNoStatement,
)
from wizard.domain.place import Place
from wizard.domain.text import Text
from wizard.rulebook.ids import Id, OneOf, Own, one_of
from wizard.rulebook.kinds.sources import PAGE
from wizard.rulebook.kinds.statements import STATEMENT, check_statement
from wizard.rulebook.kinds.units import FITTING, OWN_UNIT
from wizard.rulebook.messages import rules as say
from wizard.rulebook.numbers import DayOrYear, Number
from wizard.rulebook.reading import Kind
from wizard.rulebook.records import HERE, Record, Spot, Turned, optional, required
from wizard.rulebook.shapes import ListOf
from wizard.rulebook.texts import LINE, NAME, TEXT

# Every question can be answered with these; the program adds them.
RESERVED = frozenset({"vet_ikke", "ukjent", "ingen_av_disse"})
CHOICES = frozenset({FactType.CHOICE, FactType.MANY})
_TYPES = (
    FactType.INTEGER,
    FactType.DECIMAL,
    FactType.PERCENT,
    FactType.KRONER,
    FactType.CODE,
    FactType.CHOICE,
    FactType.YES_NO,
)

OPTIONS = ListOf(
    Record(
        Text("svaralternativet", "svaralternativet"),
        Option,
        {"id": required("id", Id(RESERVED)), "text": required("tekst", NAME)},
    ),
    unique=lambda option: option.id,
)

_DOUBT = Record(
    Text("tvilen", "tvilen"),
    Doubt,
    {
        "column": required("kolonne", Id()),
        "equals": optional("er", LINE),
        "below": optional("under", Number()),
        "text": required("tekst", TEXT),
    },
    one_of=(("er", "under"),),
)


@dataclass(frozen=True, slots=True)
class _Raw:
    """A figure before its type has told which unit and options it has."""

    id: str
    name: Text
    column: str
    type: FactType
    unit: Unit | None
    options: tuple[Option, ...]
    source: str
    as_of: str
    caveat: Text | None
    doubts: tuple[Doubt, ...]
    statement: Statement | YesNoStatement | None
    place: Place


def _figure(raw: _Raw, spot: Spot) -> ReferenceFigure:
    unit = settle_unit(raw.type, raw.unit, spot)
    check_statement(raw.type, raw.statement, spot)
    figure = ReferenceFigure(
        raw.id,
        raw.name,
        raw.column,
        raw.type,
        unit or Unit.CODE,
        settle_options(raw.type, raw.options, spot),
        raw.source,
        raw.as_of,
        raw.caveat,
        raw.doubts,
        raw.statement,
        raw.place,
    )
    spot.reading.facts[figure.id] = figure
    return figure


def settle_unit(type_: FactType, unit: Unit | None, spot: Spot) -> Unit | None:
    """Return the unit that goes with the type; words and dates have none."""
    unit = unit or OWN_UNIT.get(type_)
    if unit is None and type_.is_number:
        spot.refuse(say.UNIT_MISSING, type=type_)
    if unit is not None and unit not in FITTING.get(type_, frozenset()):
        spot.refuse(say.UNIT_DOES_NOT_FIT, "enhet", unit=unit, type=type_)
    return unit


def settle_options(type_: FactType, options: tuple[Option, ...], spot: Spot) -> tuple[Option, ...]:
    """Return the options that go with the type."""
    if type_ in CHOICES and not options:
        spot.refuse(say.OPTIONS_MISSING, type=type_)
    if type_ not in CHOICES and options:
        spot.refuse(say.OPTIONS_NOT_WANTED, "valg", type=type_)
    return YES_NO_OPTIONS if type_ is FactType.YES_NO else options


FIGURES = ListOf(
    Turned(
        Record(
            Text("kommunetallet", "kommunetalet"),
            _Raw,
            {
                "id": required("id", Own(Kind.FACT)),
                "name": required("navn", NAME),
                "column": required("kolonne", Id()),
                "type": required("type", OneOf({type_.value: type_ for type_ in _TYPES})),
                "unit": optional("enhet", one_of(Unit)),
                "options": optional("valg", OPTIONS, ()),
                "source": required("kilde", PAGE),
                "as_of": required("per", DayOrYear()),
                "caveat": optional("forbehold", TEXT),
                "doubts": optional("tvil", ListOf(_DOUBT), ()),
                "statement": optional("utsagn", STATEMENT),
                "place": HERE,
            },
        ),
        _figure,
    )
)
