"""`satser/<tema>.yaml`: dated figures and lists."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from wizard.domain.answers import read_code
from wizard.domain.facts import Unit
from wizard.domain.faults import BadValue
from wizard.domain.number_kinds import NumberKind
from wizard.domain.place import Place
from wizard.domain.sources import Bounds, DatedValue, LegalBasis, Rate
from wizard.domain.text import Text
from wizard.domain.values import FactValue, Unknown
from wizard.rulebook.ids import Own, one_of
from wizard.rulebook.kinds.bounds import BOUNDS
from wizard.rulebook.kinds.sources import JUDGED, JUDGED_KEYS, LEGAL_BASIS, check_judged
from wizard.rulebook.kinds.units import POSSIBLE
from wizard.rulebook.messages import rules as say
from wizard.rulebook.numbers import Day, read_kind, refuse_value
from wizard.rulebook.reading import Kind, Reading, Refused
from wizard.rulebook.records import HERE, Record, Spot, Turned, optional, required
from wizard.rulebook.shapes import Later, ListOf, MapOf, Shape, fields, scalar
from wizard.rulebook.texts import LINE, NAME
from wizard.rulebook.tree import Node, Series

_UNKNOWN = "ukjent"
_CODES = frozenset({Unit.CODE, Unit.MUNICIPALITY_NUMBER})


@dataclass(frozen=True, slots=True)
class _Dated:
    """A dated value before its unit tells how to read it."""

    valid_from: date
    node: Node
    basis: LegalBasis | None
    bounds: Bounds | None
    jump: Text | None
    place: Place


@dataclass(frozen=True, slots=True)
class _Raw:
    """A rate whose values are still unread."""

    name: Text
    unit: Unit
    basis: LegalBasis | None
    reason: Text | None
    bounds: Bounds | None
    values: tuple[_Dated, ...]
    place: Place


def _rate(raw: _Raw, spot: Spot) -> Rate:
    values = _values(raw, spot.reading)
    for earlier, later in pairwise(raw.values):
        if later.valid_from == earlier.valid_from:
            spot.reading.report(later.place, say.SAME_DAY, day=later.valid_from)
        elif later.valid_from < earlier.valid_from:
            spot.reading.report(later.place, say.DATES_NOT_RISING, key="fra")
    rate = Rate("", raw.name, raw.unit, raw.basis, raw.reason, values, raw.place, raw.bounds)
    known = [each.value for each in values if not isinstance(each.value, Unknown)]
    if rate.is_list and not all(isinstance(value, frozenset) for value in known):
        spot.report(say.LIST_AND_SINGLE, "verdier")
    return rate


def _values(raw: _Raw, reading: Reading) -> tuple[DatedValue, ...]:
    """Read every value before giving up."""
    values: list[DatedValue] = []
    for each in raw.values:
        with suppress(Refused):
            value = _value(raw.unit, each.node, reading)
            place = each.node.place
            values.append(
                DatedValue(each.valid_from, value, each.basis, each.bounds, each.jump, place)
            )
    if len(values) < len(raw.values):
        raise Refused
    return tuple(values)


def _value(unit: Unit, node: Node, reading: Reading) -> FactValue:
    if isinstance(node, Series):
        return frozenset(ListOf(_Code(unit), unique=str).read(node, reading))
    text = scalar(node, reading).text
    if text == _UNKNOWN:
        return Unknown()
    if unit in _CODES:
        return _code(unit, node, reading)
    least, most = POSSIBLE.get(unit, (None, None))
    number = read_kind(NumberKind(unit=unit, minimum=least, maximum=most), node, reading)
    # A change can be a decrease; nothing else that is counted here goes below zero.
    if number < 0 and unit is not Unit.PERCENT:
        reading.refuse(node.place, say.NEGATIVE_RATE, unit=unit)
    return number


@dataclass(frozen=True)
class _Code(Shape[str]):
    """One code of a list."""

    unit: Unit

    def read(self, node: Node, reading: Reading) -> str:
        """Return the code."""
        return _code(self.unit, node, reading)


def _code(unit: Unit, node: Node, reading: Reading) -> str:
    text = scalar(node, reading).text
    if unit not in _CODES:
        reading.refuse(node.place, say.LIST_OF_NUMBERS, unit=unit)
    try:
        return read_code(text, unit)
    except BadValue as bad:
        refuse_value(node.place, reading, bad)


_DATED = Record(
    Text("verdien", "verdien"),
    _Dated,
    {
        "valid_from": required("fra", Day()),
        "node": required("er", Later(LINE)),
        "basis": optional("hjemmel", LEGAL_BASIS),
        "bounds": optional("grenser", BOUNDS),
        "jump": optional("sprang", NAME),
        "place": HERE,
    },
)

RATE = Turned(
    Record(
        Text("satsen", "satsen"),
        _Raw,
        {
            "name": required("navn", NAME),
            "unit": required("enhet", one_of(Unit)),
            **JUDGED_KEYS,
            "bounds": optional("grenser", BOUNDS),
            "values": required("verdier", ListOf(_DATED)),
            "place": HERE,
        },
        one_of=(JUDGED,),
        check=check_judged,
    ),
    _rate,
)


@dataclass(frozen=True)
class Rates(Shape[Mapping[str, Rate]]):
    """A file of rates by id."""

    shape: MapOf[Rate]

    def read(self, node: Node, reading: Reading) -> Mapping[str, Rate]:
        """Return the rates that can be read, each knowing its id: a broken one hides no other."""
        rates: dict[str, Rate] = {}
        for entry in fields(node, reading).entries.values():
            with suppress(Refused):
                id_ = self.shape.id.read(entry.key, reading)
                rates[id_] = replace(self.shape.value.read(entry.value, reading), id=id_)
        return rates


RATES = Rates(MapOf(Own(Kind.RATE), RATE))
