"""Kroner on a chart: no more figures than the memo's sentences have."""

from decimal import Decimal

from wizard.memo.charts import words
from wizard.report.case import CaseAccount
from wizard.voice.numbers import exact
from wizard.voice.rounding import two_figures

_MILLION = Decimal(1_000_000)


def kroner(report: CaseAccount, amount: Decimal) -> str:
    """Return an amount with every figure it has, in millions where it is that large."""
    if amount < _MILLION:
        return report.say(words.KR, n=exact(amount.normalize(), None, report.language))
    millions = amount / _MILLION
    chosen = words.MILLIONS.one if millions == 1 else words.MILLIONS.many
    return report.say(chosen, n=exact(millions.normalize(), None, report.language))


def about(report: CaseAccount, amount: Decimal) -> str:
    """Return an amount of the example dwelling, which nobody knows to the last krone."""
    return report.say(words.ABOUT, sum=kroner(report, two_figures(amount)))
