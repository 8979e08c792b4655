"""Everything that is said of a case, piece by piece, with its place."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from memos import advice_for

from wizard.domain.text import Language
from wizard.report.case import CaseAccount
from wizard.voice.wording import Wording

_PARTS = (
    "title",
    "summary",
    "dating",
    "needs",
    "members",
    "parts",
    "made_known",
    "no_room",
    "conflicts",
    "alternative",
    "sums",
    "sums_of_year",
    "report_by",
    "empty",
    "uncovered",
    "behind_all_examples",
    "timing",
    "timetable",
    "questions",
    "edges",
    "groups",
)
_SPOKEN = ("wizard.report", "wizard.voice")


@cache
def account_of(journey: str, language: Language, *, cites: bool) -> CaseAccount:
    """Return the account of a journey, with marks or without."""
    return CaseAccount(Wording(advice_for(journey), language, cites=cites))


@cache
def said(journey: str, language: Language, *, cites: bool) -> tuple[tuple[str, str], ...]:
    """Return the place and the wording of every text that the account of a journey has."""
    return tuple(all_of(account_of(journey, language, cites=cites)))


def all_of(report: CaseAccount) -> Iterator[tuple[str, str]]:
    """Yield the place and the wording of every text that an account has."""
    names, facts = report.wording.names, report.advice.facts
    for part in _PARTS:
        yield from _texts(getattr(report, part), part)
    for fact, finding in facts.items():
        yield f"facts.{fact}", names.finding(fact)
        yield f"from.{fact}", names.provenance(finding)
        yield from _texts(tuple(names.doubts(fact)), f"doubts.{fact}")
    yield from _texts(tuple(report.wording.sources.rates()), "rates")


def _texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of what report and voice have made; the domain says nothing in words."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, tuple):
        names = getattr(value, "_fields", range(1, len(value) + 1))
        for name, each in zip(names, value, strict=True):
            yield from _texts(each, f"{place}.{name}")
    elif is_dataclass(value) and type(value).__module__.startswith(_SPOKEN):
        for field in fields(value):
            yield from _texts(getattr(value, field.name), f"{place}.{field.name}")
