"""The plan as a table for a spreadsheet: CSV as a Norwegian Excel opens it with a double click.

Semicolons between the columns, a comma in numbers, dates as year-month-day (which every Excel takes
for a date, whatever its language), UTF-8 with the mark that makes Excel see that it is.
"""

import csv
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import StringIO

from wizard.domain.plan import Cost
from wizard.domain.text import Text
from wizard.memo import sheet_words as words
from wizard.report.case import CaseAccount
from wizard.report.rows import PlanRow, plan_rows

_MARK = "\ufeff"
# A spreadsheet runs a cell that begins with one of these. An apostrophe makes it a text.
_RUN = ("=", "+", "-", "@", "\t", "\r")
_Written = str | Text
_COLUMNS: tuple[tuple[Text, Callable[[PlanRow], _Written]], ...] = (
    (words.NUMBER, lambda row: str(row.number)),
    (words.YEAR, lambda row: str(row.year)),
    (words.MEASURE, lambda row: harmless(row.measure)),
    (words.STEP_NUMBER, lambda row: str(row.step.number) if row.step else ""),
    (words.STEP, lambda row: harmless(row.step.text) if row.step else ""),
    (words.RESPONSIBLE, lambda row: harmless(row.responsible)),
    (words.BEGINS, lambda row: _day(row.begins.day)),
    (words.DEADLINE, lambda row: _day(row.deadline)),
    (words.READY, lambda row: _day(row.ready.day)),
    (words.WHEN, lambda row: harmless(row.when)),
    (words.WEEKS, lambda row: _number(row.weeks)),
    (words.LEAST, lambda row: _least(row.cost)),
    (words.MOST, lambda row: _most(row.cost)),
    (words.STATUS, lambda row: harmless(row.status)),
    (words.RESERVATIONS, lambda row: harmless(" ".join(row.reservations))),
)


def plan_csv(report: CaseAccount) -> bytes:
    """Return the plan as CSV: only the heads of the columns where there is no plan.

    The same advice gives the same bytes.
    """
    made = StringIO(newline="")
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow([report.say(head) for head, _ in _COLUMNS])
    for row in plan_rows(report):
        cells = (cell(row) for _, cell in _COLUMNS)
        writer.writerow([report.say(each) if isinstance(each, Text) else each for each in cells])
    return (_MARK + made.getvalue()).encode()


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_RUN) else text


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}".replace(".", ",")


def _least(cost: Cost | None) -> _Written:
    return words.UNKNOWN if cost and cost.unknown else _number(cost.least if cost else None)


def _most(cost: Cost | None) -> _Written:
    if cost is None:
        return ""
    if cost.unknown:
        return words.UNKNOWN
    return words.NO_UPPER_END if cost.most is None else _number(cost.most)
