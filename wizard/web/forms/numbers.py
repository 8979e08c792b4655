"""Numbers as people type them in Norway, brought into canonical form; and back."""

import re
from decimal import Decimal

from babel.numbers import format_decimal

from wizard.domain.facts import FactType, Unit
from wizard.domain.text import Language

_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_GROUPED = re.compile(r"-?\d{1,3}( \d{3})+([.,]\d+)?", re.ASCII)
_PLAIN = re.compile(r"-?\d+([.,]\d+)?", re.ASCII)
_FRACTION = re.compile(r"\d\s*/\s*\d|[½⅓⅔¼¾]")
_MINUSES = str.maketrans("−–‐‑", "----")
_SUFFIXES = {FactType.PERCENT: ("%", "prosent", "pst", "pst."), FactType.KRONER: ("kr", "kroner")}


class NotANumberError(ValueError):
    """What was typed is no number; `fraction` tells whether it looks like one half."""

    def __init__(self, *, fraction: bool) -> None:
        self.fraction = fraction
        super().__init__()


def canonical(typed: str, kind: FactType) -> str:
    """Return the number with a full stop and no spaces.

    Comma or point, grouping by any space, any minus, and the unit behind are all understood.

    Raises:
        NotANumberError: it cannot be read as one number.

    """
    text = _SPACES.sub(" ", typed).strip().translate(_MINUSES)
    for suffix in _SUFFIXES.get(kind, ()):
        text = text.removesuffix(suffix).rstrip()
    if _FRACTION.search(text):
        raise NotANumberError(fraction=True)
    if not (_PLAIN.fullmatch(text) or _GROUPED.fullmatch(text)):
        raise NotANumberError(fraction=False)
    return text.replace(" ", "").replace(",", ".")


def shown(value: Decimal, unit: Unit | None, language: Language) -> str:
    """Return the number as it stands in a box: every decimal, Norwegian comma, grouped."""
    pattern = "0" if unit is Unit.YEAR else "#,##0.######"
    return format_decimal(value, format=pattern, locale=language.value, decimal_quantization=False)
