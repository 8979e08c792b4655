"""Between canonical text and typed value: the one way for forms, case files and rule files.

Canonical: numbers with a full stop and no thousands separator, dates as `2026-11-22`, options by
id. A door that lets people write otherwise (`12,5`) brings it into this form first.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

from wizard.domain.facts import Fact, FactType, Option, PrefilledQuestion, Question, Unit
from wizard.domain.values import Value

# No exponent, sign of infinity or underscore; few enough digits that arithmetic stays exact.
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CODE = re.compile(r"[0-9A-Za-zÆØÅæøå][0-9A-Za-zÆØÅæøå._-]{0,39}")
_MUNICIPALITY_NUMBER = re.compile(r"[0-9]{4}")
_WHOLE = frozenset({FactType.INTEGER, FactType.YEAR})


class Fault(StrEnum):
    """What is wrong with a raw value."""

    EMPTY = "tom"
    NOT_A_NUMBER = "ikke_tall"
    NOT_WHOLE = "ikke_heltall"
    OUT_OF_RANGE = "utenfor"
    NOT_A_DATE = "ikke_dato"
    NOT_A_CODE = "ikke_kode"
    UNKNOWN_OPTION = "ukjent_valg"
    LIST_WANTED = "liste"
    ONE_WANTED = "ett"


class BadValue(ValueError):
    """A raw value that the fact cannot have, with what each door needs to word its message.

    `raw` is the part at fault; `minimum` and `maximum` are the ends of the range, both included;
    `options` are the ids allowed.
    """

    def __init__(
        self,
        fault: Fault,
        raw: str = "",
        *,
        minimum: Decimal | None = None,
        maximum: Decimal | None = None,
        options: tuple[str, ...] = (),
    ) -> None:
        self.fault = fault
        self.raw = raw
        self.minimum = minimum
        self.maximum = maximum
        self.options = options
        super().__init__(f"{fault}: {raw!r}")


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
        return _number(fact, raw, prefilled)
    if fact.type is FactType.DATE:
        return read_date(raw)
    if fact.type is FactType.CODE:
        return read_code(raw, fact.unit)
    return _option(raw, fact.options)


def write_value(value: Value) -> str | list[str]:
    """Return the canonical text of a value, or of each member of a set: what `read_value` reads."""
    match value:
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case frozenset():
            return sorted(value)
        case str():
            return value


def read_number(raw: str) -> Decimal:
    """Return a canonical number.

    Raises:
        BadValue: it is not one.

    """
    if not _NUMBER.fullmatch(raw):
        raise BadValue(Fault.NOT_A_NUMBER, raw)
    return Decimal(raw)


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


def _number(fact: Fact, raw: str, prefilled: PrefilledQuestion | None) -> Decimal:
    number = read_number(raw)
    if fact.type in _WHOLE and "." in raw:
        raise BadValue(Fault.NOT_WHOLE, raw)
    asked = fact if isinstance(fact, Question) else prefilled
    minimum, maximum = (asked.minimum, asked.maximum) if asked else (None, None)
    too_low = minimum is not None and number < minimum
    too_high = maximum is not None and number > maximum
    if too_low or too_high:
        raise BadValue(Fault.OUT_OF_RANGE, raw, minimum=minimum, maximum=maximum)
    return number


def _option(raw: str, options: Iterable[Option]) -> str:
    ids = tuple(option.id for option in options)
    if raw not in ids:
        raise BadValue(Fault.UNKNOWN_OPTION if raw else Fault.EMPTY, raw, options=ids)
    return raw
