"""Numbers and dates as Norwegian readers expect them, and true as printed."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

from wizard.domain.facts import Unit
from wizard.domain.text import Counted, Language, Text

# A no-break space keeps number and unit on one line.
_NBSP = "\u00a0"
_MINUS = "\u2212"
_DIGITS = 28
# A page writes the same numbers and days again and again, and Babel reads its pattern each time.
_REMEMBERED = 4096

# Decimals shown when nothing is at stake.
_DECIMALS = {
    Unit.PERCENT: 1,
    Unit.PERCENTAGE_POINTS: 2,
    Unit.RATIO: 2,
    Unit.PERSON_YEARS: 2,
    Unit.WEEKS: 1,
    Unit.KM2: 0,
    Unit.KRONER: 2,
}

_UNITS = {
    Unit.PERCENT: Counted(Text("%", "%"), Text("%", "%")),
    Unit.PERCENTAGE_POINTS: Counted(
        Text("prosentpoeng", "prosentpoeng"), Text("prosentpoeng", "prosentpoeng")
    ),
    Unit.KRONER: Counted(Text("kr", "kr"), Text("kr", "kr")),
    Unit.KRONER_PER_M2: Counted(Text("kr per m²", "kr per m²"), Text("kr per m²", "kr per m²")),
    Unit.INHABITANTS: Counted(Text("innbygger", "innbyggjar"), Text("innbyggere", "innbyggjarar")),
    Unit.PERSONS: Counted(Text("person", "person"), Text("personer", "personar")),
    Unit.DWELLINGS: Counted(Text("bolig", "bustad"), Text("boliger", "bustader")),
    Unit.SALES: Counted(Text("salg", "sal"), Text("salg", "sal")),
    Unit.PERSON_YEARS: Counted(Text("årsverk", "årsverk"), Text("årsverk", "årsverk")),
    Unit.YEARS: Counted(Text("år", "år"), Text("år", "år")),
    Unit.WEEKS: Counted(Text("uke", "veke"), Text("uker", "veker")),
    Unit.MONTHS: Counted(Text("måned", "månad"), Text("måneder", "månader")),
    Unit.KM2: Counted(Text("km²", "km²"), Text("km²", "km²")),
    Unit.M2: Counted(Text("m²", "m²"), Text("m²", "m²")),
}


def unit_name(unit: Unit | None, language: Language) -> str:
    """Return the unit as it stands after a number; empty for figures without one."""
    return _UNITS[unit].many.to(language) if unit in _UNITS else ""


def number(value: Decimal, unit: Unit | None, language: Language) -> str:
    """Return the number with its unit, rounded to what the unit normally shows."""
    return _with_unit(_rounded(value, _DECIMALS.get(unit, 0) if unit else 2), unit, language)


def exact(value: Decimal, unit: Unit | None, language: Language) -> str:
    """Return the number with its unit and every decimal it has: law is not rounded."""
    return _with_unit(value, unit, language)


def compared(
    value: Decimal, limit: Decimal, unit: Unit | None, language: Language
) -> tuple[str, str]:
    """Return both numbers with as many decimals as keep their order visible.

    24,99 % stays 24,99 % beside a limit of 25 %: rounding never makes a sentence untrue.
    """
    return _with_unit(_beside(value, limit, unit), unit, language), _with_unit(
        limit, unit, language
    )


def gap(value: Decimal, limit: Decimal, unit: Unit | None, language: Language) -> str:
    """Return how far the number is from the limit, as both are printed beside each other.

    Between two shares it is percentage points.
    """
    between = abs(_beside(value, limit, unit) - limit)
    return _with_unit(between, Unit.PERCENTAGE_POINTS if unit is Unit.PERCENT else unit, language)


def _beside(value: Decimal, limit: Decimal, unit: Unit | None) -> Decimal:
    fewest = _DECIMALS.get(unit, 0) if unit else 2
    # Decimal holds 28 digits; those before the decimal sign are taken.
    most = _DIGITS - 1 - max(value.adjusted(), limit.adjusted(), 0)
    for decimals in range(fewest, most):
        rounded = _rounded(value, decimals)
        if order(rounded, limit) == order(value, limit):
            return rounded
    return value


def order(left: Decimal, right: Decimal) -> int:
    """Return -1, 0 or 1 as left is less than, equal to or greater than right."""
    return (left > right) - (left < right)


@lru_cache(_REMEMBERED)
def day(value: date, language: Language) -> str:
    """Return a date written out: 15. mai 2027."""
    return format_date(value, format="d. MMMM y", locale=language.value)


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def _with_unit(value: Decimal, unit: Unit | None, language: Language) -> str:
    decimals = max(0, -int(value.as_tuple().exponent))
    pattern = "0" if unit is Unit.YEAR else f"#,##0.{'#' * decimals}"
    digits = _digits(str(value), pattern, language)
    if unit not in _UNITS:
        return digits
    return f"{digits}{_NBSP}{_UNITS[unit].of(value).to(language)}"


@lru_cache(_REMEMBERED)
def _digits(value: str, pattern: str, language: Language) -> str:
    digits = format_decimal(Decimal(value), format=pattern, locale=language.value)
    return digits.replace("-", _MINUS)
