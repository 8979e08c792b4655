"""What JSON can hold, and how the values that recur are written in it."""

from datetime import date
from decimal import Decimal

from wizard.domain.advice import FactFinding, Findings
from wizard.domain.answers import write_value
from wizard.domain.conditions import Severity
from wizard.domain.money import Kroner
from wizard.domain.values import FactValue, Unknown

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def plain_value(value: FactValue) -> Json:
    """Return a fact's value; what is not known is said to be so."""
    if isinstance(value, Unknown):
        return {"ukjent": True}
    text = write_value(value)
    return text if isinstance(text, str) else list[Json](text)


def plain_kroner(amount: Kroner | None) -> Json:
    """Return an amount with every figure it has and no zeros behind them; null for none."""
    if amount is None:
        return None
    if isinstance(amount, Unknown):
        return plain_value(amount)
    return f"{amount.normalize():f}"


def plain_number(value: Decimal | int | None) -> Json:
    """Return a number as the text of it, or null."""
    return None if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def plain_severity(severity: Severity | None) -> str:
    """Return how severe a need is; `None` is open."""
    return "ukjent" if severity is None else severity.code


def plain_day(day: date | None) -> Json:
    """Return a date as ISO 8601, or null."""
    return day.isoformat() if day else None


def plain_fact(finding: FactFinding | None) -> Json:
    """Return a fact as it was found: its value, where that is from, and which day it is of."""
    if finding is None:
        return None
    return {
        "verdi": plain_value(finding.value),
        "opphav": finding.origin.value,
        "kilde": finding.source,
        "per": finding.as_of,
    }


def plain_frame(found: Findings) -> dict[str, Json]:
    """Return whom, which day and which rules it is about."""
    rulebook = found.rulebook
    return {
        "kommune": found.municipality.number,
        "dato": plain_day(found.as_of),
        "regelverk": {"versjon": rulebook.version, "hash": rulebook.hash},
    }
