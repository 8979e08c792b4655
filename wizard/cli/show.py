"""Advice, and what differs between two pieces of it, as lines of text for a terminal."""

from collections.abc import Iterable

from wizard.domain.schemes import VerdictKind
from wizard.domain.text import Counted, Text, capfirst
from wizard.report.case import CaseAccount, Member
from wizard.report.front import choices
from wizard.report.scheme import SchemeAccount
from wizard.voice import plan_words
from wizard.voice.comparison_wording import ComparisonWording

_CONFLICTS = Text("Dette går ikke opp", "Dette går ikkje opp")
_ASK_FIRST = Text("Spør om dette først", "Spør om dette først")
_MAKE_KNOWN = Text("Gjør kjent", "Gjer kjent")
_NO_ROOM = Text("Ikke plass", "Ikkje plass")
_NEEDS = Text("Behov", "Behov")
_SCHEDULE = Text("Tidsplan", "Tidsplan")
_OTHERS = Text("Alle ordninger", "Alle ordningar")
_DEADLINE = Text("Frist: {deadline}", "Frist: {deadline}")
_ON_THE_EDGE = Text("Nær en grense", "Nær ei grense")
_AND_MORE = Counted(
    Text(
        "… og én linje til. «wizard compare» viser alle.",
        "… og éi linje til. «wizard compare» viser alle.",
    ),
    Text(
        "… og {n} linjer til. «wizard compare» viser alle.",
        "… og {n} linjer til. «wizard compare» viser alle.",
    ),
)
_FIRST = 3


def advice_lines(report: CaseAccount) -> Iterable[str]:
    """Yield the plan, then the needs, the schedule, and every verdict with its reasons."""
    yield report.title
    yield report.dating
    yield report.mark
    yield ""
    yield from report.summary
    yield from _plan(report)
    yield from _heading(_NEEDS, report)
    for need in report.needs:
        yield f"  {need.name}: {need.label}"
        yield from (f"    {reason}" for reason in need.reasons)
    yield from _on_the_edge(report)
    yield from _schedule(report)
    yield from _heading(_OTHERS, report)
    for kind in VerdictKind:
        for scheme in report.schemes:
            if scheme.verdict.kind is kind:
                yield from _verdict(scheme)


def _plan(report: CaseAccount) -> Iterable[str]:
    """Yield the year with dates, weeks and money, what collides, what to ask, then the rest."""
    if services := report.wording.plan.services():
        yield services
    yield from _year(report)
    if choices(report) or report.alternative:
        yield from _heading(_CONFLICTS, report)
        yield from (f"  {each.heading} {each.text}" for each in choices(report))
        if report.alternative:
            yield f"  {report.alternative}"
    yield from _ask_first(report)
    yield from _rest(report)


def _year(report: CaseAccount) -> Iterable[str]:
    if report.core:
        yield from _heading(plan_words.YEAR, report)
        for number, member in enumerate(report.core, start=1):
            yield from _member(number, member, report)
    yield from (f"  {sentence}" for sentence in (*report.sums, *report.uncovered))


def _rest(report: CaseAccount) -> Iterable[str]:
    """Yield what comes later, what to make known, and what there is no room for."""
    if report.later:
        yield from _heading(plan_words.NEXT, report)
        for number, member in enumerate(report.later, start=len(report.core) + 1):
            yield f"  {number}. {member.account.scheme.headline} ({member.weeks}). {member.when}."
    if report.made_known:
        yield from _heading(_MAKE_KNOWN, report)
        yield f"  {plan_words.MAKE_KNOWN.to(report.language)}"
        yield from (f"  - {each.scheme.name} ({each.label})" for each in report.made_known)
    if report.no_room:
        yield from _heading(_NO_ROOM, report)
        yield from (f"  - {each.account.scheme.name}. {each.why}" for each in report.no_room)
        yield f"  {report.wording.plan.buys_capacity()}".rstrip()


def _heading(text: Text, report: CaseAccount) -> Iterable[str]:
    heading = text.to(report.language)
    yield ""
    yield heading
    yield "-" * len(heading)


def _member(number: int, member: Member, report: CaseAccount) -> Iterable[str]:
    account = member.account
    yield f"  {number}. {account.scheme.headline} ({account.label})"
    yield f"     {member.when}. {capfirst(member.weeks)}. {account.money}"
    changes = () if account.group.is_firm else account.changes
    told = (member.duty, member.spent, *member.why_in, *changes, *account.financing, *account.edges)
    yield from (f"     {sentence}" for sentence in told if sentence)
    if member.apply_by:
        yield f"     {_DEADLINE.to(report.language, deadline=account.deadline)}"


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


def comparison_lines(wording: ComparisonWording, most: int | None = None) -> Iterable[str]:
    """Yield what differs, one group at a time; of each group no more than `most`, where told."""
    yield wording.title()
    if not wording.groups():
        yield wording.nothing()
    for group in wording.groups():
        yield ""
        yield group.title
        yield "-" * len(group.title)
        for entry in group.entries[:most]:
            yield f"  {entry.text}"
            yield from (f"    {sentence}" for sentence in entry.below)
        if most is not None and len(group.entries) > most:
            yield f"  {_AND_MORE.of(len(group.entries) - most).to(wording.language)}"
