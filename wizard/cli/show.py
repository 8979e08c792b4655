"""Advice, and what differs between two pieces of it, as lines of text for a terminal."""

from collections.abc import Iterable

from wizard.domain.schemes import VerdictKind
from wizard.domain.text import Text
from wizard.report.case import CaseAccount, Member
from wizard.report.scheme import SchemeAccount
from wizard.voice.comparison_wording import ComparisonWording

_NEEDS = Text("Behov", "Behov")
_BUNDLE = Text("Anbefalt pakke", "Tilrådd pakke")
_SCHEDULE = Text("Tidsplan", "Tidsplan")
_OTHERS = Text("Alle ordninger", "Alle ordningar")
_DEADLINE = Text("Frist: {deadline}", "Frist: {deadline}")
_ASK_FIRST = Text("Spør om dette først", "Spør om dette først")
_ON_THE_EDGE = Text("Nær en grense", "Nær ei grense")
_FIRST = 3


def advice_lines(report: CaseAccount) -> Iterable[str]:
    """Yield the advice: summary, needs, bundle by phase, then every verdict with its reasons."""
    yield report.title
    yield report.dating
    yield ""
    yield from report.summary
    yield from _heading(_NEEDS, report)
    for need in report.needs:
        yield f"  {need.name}: {need.label}"
        yield from (f"    {reason}" for reason in need.reasons)
    yield from _bundle(report)
    yield from _ask_first(report)
    yield from _on_the_edge(report)
    yield from _schedule(report)
    yield from _heading(_OTHERS, report)
    for kind in VerdictKind:
        for scheme in report.schemes:
            if scheme.verdict.kind is kind:
                yield from _verdict(scheme)


def _heading(text: Text, report: CaseAccount) -> Iterable[str]:
    heading = text.to(report.language)
    yield ""
    yield heading
    yield "-" * len(heading)


def _bundle(report: CaseAccount) -> Iterable[str]:
    yield from _heading(_BUNDLE, report)
    yield f"  {report.capacity_note if report.members else report.empty}"
    for phase in report.phases:
        yield f"  {phase.when}:"
        for member in phase.members:
            yield from _member(member, report)
    yield from (f"  {sentence}" for sentence in report.uncovered)
    if report.runner_up:
        yield f"  {report.runner_up}"


def _member(member: Member, report: CaseAccount) -> Iterable[str]:
    account = member.account
    yield f"    {account.scheme.headline} ({account.label})"
    for sentence in (*member.why_in, *account.financing, *account.edges):
        yield f"      {sentence}"
    yield f"      {_DEADLINE.to(report.language, deadline=account.deadline)}"


def _ask_first(report: CaseAccount) -> Iterable[str]:
    if report.questions:
        yield from _heading(_ASK_FIRST, report)
    for number, each in enumerate(report.questions[:_FIRST], start=1):
        yield f"  {number}. {each.question}"
        yield f"     {each.consequence}"


def _on_the_edge(report: CaseAccount) -> Iterable[str]:
    if report.edges:
        yield from _heading(_ON_THE_EDGE, report)
    yield from (f"  {sentence}" for sentence in report.edges)


def _schedule(report: CaseAccount) -> Iterable[str]:
    if report.timing:
        yield from _heading(_SCHEDULE, report)
    yield from (f"  {sentence}" for sentence in report.timing)
    for account, sentences in report.timetable:
        yield f"  {account.scheme.name}: {' '.join(sentences)}"


def _verdict(account: SchemeAccount) -> Iterable[str]:
    yield f"  {account.scheme.name}: {account.label}"
    told = (*account.because, *account.all_changes, *account.settles)
    yield from (f"    {sentence}" for sentence in told)
    if account.left_out:
        yield f"    {account.left_out}"
    yield from (f"    {sentence}" for sentence in account.cautions)


def comparison_lines(wording: ComparisonWording) -> Iterable[str]:
    """Yield what differs, one group at a time."""
    yield wording.title()
    if not wording.groups():
        yield wording.nothing()
    for group in wording.groups():
        yield ""
        yield group.title
        yield "-" * len(group.title)
        for entry in group.entries:
            yield f"  {entry.text}"
            yield from (f"    {sentence}" for sentence in entry.below)
