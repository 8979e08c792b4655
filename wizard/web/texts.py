"""Texts of the rulebook where there is no case: rates are known then, figures are not."""

import re
from datetime import date
from decimal import Decimal

from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language, Text
from wizard.engine import numbers

_PLACEHOLDER = re.compile(r"\{(sats|tall):([a-z0-9_-]+)\}")


def without_placeholders(text: Text, rulebook: Rulebook, day: date, language: Language) -> str:
    """Return the text with the rates of a day; a figure of some municipality becomes "…"."""

    def filled(match: re.Match[str]) -> str:
        kind, id_ = match.groups()
        rate = rulebook.rates.get(id_) if kind == "sats" else None
        value = rate.on(day) if rate else None
        if rate is None or not isinstance(value, Decimal):
            return "…"
        return numbers.number(value, rate.unit, language)

    return _PLACEHOLDER.sub(filled, text.to(language))
