"""Numbers as they stand in a box."""

from decimal import Decimal

from babel.numbers import format_decimal

from wizard.domain.facts import Unit
from wizard.domain.text import Language


def shown(value: Decimal, unit: Unit | None, language: Language) -> str:
    """Return the number as it stands in a box: every decimal, Norwegian comma, grouped."""
    pattern = "0" if unit is Unit.YEAR else "#,##0.######"
    return format_decimal(value, format=pattern, locale=language.value, decimal_quantization=False)
