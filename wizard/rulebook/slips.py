"""A year that is a slip of the finger: two digits changed about, or one of them wrong."""

from collections.abc import Iterable
from datetime import date

from wizard.domain.days import years_after


def meant_year(day: date, years: Iterable[int]) -> str | None:
    """Return the same day in the first of the years that is one slip away, as ISO 8601."""
    written, known = f"{day.year:04}", [f"{year:04}" for year in years]
    turned = [year for year in known if sorted(year) == sorted(written)]
    near = turned or [year for year in known if _wrong_digits(year, written) == 1]
    return years_after(day, int(near[0]) - day.year).isoformat() if near else None


def _wrong_digits(left: str, right: str) -> int:
    return sum(one != other for one, other in zip(left, right, strict=True))
