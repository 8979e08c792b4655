"""What the sections share: a number and an address for each scheme, and the days phases end."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from wizard.domain.advice import Phase
from wizard.engine.wording import Wording
from wizard.memo.model import Reference

_MONTHS = {Phase.NOW: 3, Phase.THIS_YEAR: 12, Phase.PLAN_PERIOD: 48}


def references(wording: Wording) -> Mapping[str, Reference]:
    """Return the schemes of the bundle, numbered in the order to do things."""
    return {
        item.scheme: Reference(str(number), f"ordning-{number}", wording.headline(item.scheme))
        for number, item in enumerate(wording.advice.bundle.items, start=1)
    }


def phase_end(phase: Phase, day: date) -> date:
    """Return the last day of a phase that begins on the day of the case."""
    return months_after(day, _MONTHS[phase])


def months_after(day: date, months: int) -> date:
    """Return the same day some months on, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
