"""Numbers as they stand in a box."""

import re
from decimal import Decimal

from babel.numbers import format_decimal

from wizard.domain.facts import Unit
from wizard.domain.text import Language

_ABOUT = re.compile(r"^\s*(?:(?:cirka|ca)\b\.?|(?:rundt|omtrent|om lag)\b)\s*", re.IGNORECASE)


def shown(value: Decimal, unit: Unit | None, language: Language) -> str:
    """Return the number as it stands in a box: every decimal, Norwegian comma, grouped."""
    pattern = "0" if unit is Unit.YEAR else "#,##0.######"
    return format_decimal(value, format=pattern, locale=language.value, decimal_quantization=False)


def without_about(text: str) -> str:
    """Return what was typed without a word for "about" before it: the number is what is meant."""
    return _ABOUT.sub("", text)
