"""The places of schemes in the paper, and a way through all its texts."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from wizard.memo.charts.chart import Chart
from wizard.memo.model import FreeText, Reference
from wizard.report.case import CaseAccount

_DIGITS = "0123456789²³"
References = Mapping[str, Reference]


def references(report: CaseAccount) -> References:
    """Return the schemes of the plan, numbered in the order to do things."""
    return {
        member.item.scheme: Reference(
            str(number), f"tiltak-{number}", member.account.scheme.headline
        )
        for number, member in enumerate(report.members, start=1)
    }


def texts(
    value: object, place: str, *, without: tuple[type, ...] = ()
) -> Iterator[tuple[str, str]]:
    """Yield every text of a memo or of a piece of it, with its place, in reading order.

    A drawing is not a text: what it says stands in the words around it. What is of the types in
    `without` is passed by.
    """
    if isinstance(value, without):
        return
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value, start=1):
            yield from texts(each, f"{place}.{number}", without=without)
    elif is_dataclass(value):
        for field in fields(value):
            if not (isinstance(value, Chart) and field.name == "svg"):
                yield from texts(
                    getattr(value, field.name), f"{place}.{field.name}", without=without
                )


def mark_after(before: str, number: str) -> str:
    """Return a mark as it is printed: in brackets right after a digit, so that it is no power."""
    return f"[{number}]" if before[-1:] in _DIGITS and before else number


def as_written(report: CaseAccount, told: str) -> str:
    """Return what names the committee: free text where its name has braces, which are no slots."""
    return FreeText(told) if "{" in report.body else told
