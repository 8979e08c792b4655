"""Between text and typed value: the one way for forms, case files and rule files.

Canonical: numbers with a point and no thousands separator, dates as `2026-11-22`, options by id.
Numbers are read as people write them too (`numbers`); a door that lets people write dates otherwise
brings them into this form first.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from wizard.domain.facts import Fact, FactType, Option, PrefilledQuestion, Unit
from wizard.domain.faults import BadValue, Fault
from wizard.domain.number_kinds import number_kind
from wizard.domain.numbers import read_number, write_number
from wizard.domain.values import Value

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CODE = re.compile(r"[0-9A-Za-zÆØÅæøå][0-9A-Za-zÆØÅæøå._-]{0,39}")
_MUNICIPALITY_NUMBER = re.compile(r"[0-9]{4}")


def read_value(
    fact: Fact, raw: str | Sequence[str], prefilled: PrefilledQuestion | None = None
) -> Value:
    """Return the typed value of a fact.

    `prefilled` is the place where a reference figure may be corrected; it knows the range.

    Raises:
        BadValue: the fact cannot have that value.

    """
    if fact.type is FactType.MANY:
        if isinstance(raw, str):
            raise BadValue(Fault.LIST_WANTED, raw)
        return frozenset(_option(each, fact.options) for each in raw)
    if not isinstance(raw, str):
        raise BadValue(Fault.ONE_WANTED, ", ".join(raw))
    if not raw:
        raise BadValue(Fault.EMPTY)
    if fact.type.is_number:
        return read_number(raw, number_kind(fact, prefilled))
    if fact.type is FactType.DATE:
        return read_date(raw)
    if fact.type is FactType.CODE:
        return read_code(raw, fact.unit)
    return _option(raw, fact.options)


def write_value(value: Value) -> str | list[str]:
    """Return the canonical text of a value, or of each member of a set: what `read_value` reads."""
    match value:
        case Decimal():
            return write_number(value)
        case date():
            return value.isoformat()
        case frozenset():
            return sorted(value)
        case str():
            return value


def read_date(raw: str) -> date:
    """Return a date written as `2026-11-22`.

    Raises:
        BadValue: it is not one, or there is no such day.

    """
    # `fromisoformat` alone would also take `20261122` and `2026-W47-7`.
    if not _DATE.fullmatch(raw):
        raise BadValue(Fault.NOT_A_DATE, raw)
    try:
        return date.fromisoformat(raw)
    except ValueError:
        raise BadValue(Fault.NOT_A_DATE, raw) from None


def read_code(raw: str, unit: Unit | None) -> str:
    """Return a code; a municipality number keeps its leading zero.

    Raises:
        BadValue: it is not one.

    """
    pattern = _MUNICIPALITY_NUMBER if unit is Unit.MUNICIPALITY_NUMBER else _CODE
    if not pattern.fullmatch(raw):
        raise BadValue(Fault.NOT_A_CODE, raw)
    return raw


def _option(raw: str, options: Iterable[Option]) -> str:
    ids = tuple(option.id for option in options)
    if raw not in ids:
        raise BadValue(Fault.UNKNOWN_OPTION if raw else Fault.EMPTY, raw, options=ids)
    return raw
