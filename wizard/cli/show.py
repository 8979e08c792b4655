"""Advice as lines of text for a terminal."""

from collections.abc import Iterable

from wizard.domain.advice import BundleItem, Phase, Verdict
from wizard.domain.schemes import VerdictKind
from wizard.domain.text import Text
from wizard.voice.wording import Wording

_NEEDS = Text("Behov", "Behov")
_BUNDLE = Text("Anbefalt pakke", "Tilrådd pakke")
_SCHEDULE = Text("Tidsplan", "Tidsplan")
_OTHERS = Text("Alle ordninger", "Alle ordningar")
_DEADLINE = Text("Frist: {deadline}", "Frist: {deadline}")
_ASK_FIRST = Text("Spør om dette først", "Spør om dette først")
_ON_THE_EDGE = Text("Nær en grense", "Nær ei grense")


def advice_lines(wording: Wording) -> Iterable[str]:
    """Yield the advice: summary, needs, bundle by phase, then every verdict with its reasons."""
    advice = wording.advice
    yield f"{advice.municipality.official_name}, {wording.labels.day(advice.as_of)}"
    yield wording.summary.dating()
    yield ""
    yield from wording.summary.sentences()
    yield from _heading(wording.labels.say(_NEEDS))
    for finding in advice.needs.values():
        severity = wording.labels.severity(finding.severity)
        yield f"  {wording.labels.need_name(finding.need)}: {severity}"
        yield from (f"    {reason}" for reason in wording.verdicts.need_reasons(finding))
    yield from _bundle(wording)
    yield from _ask_first(wording)
    yield from _on_the_edge(wording)
    yield from _schedule(wording)
    yield from _heading(wording.labels.say(_OTHERS))
    for kind in VerdictKind:
        for verdict in advice.verdicts.values():
            if verdict.kind is kind:
                yield from _verdict(verdict, wording)


def _heading(text: str) -> Iterable[str]:
    yield ""
    yield text
    yield "-" * len(text)


def _bundle(wording: Wording) -> Iterable[str]:
    bundle = wording.advice.bundle
    yield from _heading(wording.labels.say(_BUNDLE))
    if not bundle.items:
        yield f"  {wording.bundle.empty()}"
    else:
        yield f"  {wording.bundle.capacity_note()}"
    for phase in Phase:
        items = [item for item in bundle.items if item.phase is phase]
        if items:
            yield f"  {wording.bundle.phase(phase)}:"
        for item in items:
            yield from _item(item, wording)
    for uncovered in bundle.uncovered:
        yield f"  {wording.bundle.uncovered(uncovered)}"
    if bundle.runner_up:
        yield f"  {wording.bundle.runner_up(bundle.runner_up)}"


def _item(item: BundleItem, wording: Wording) -> Iterable[str]:
    verdict = wording.advice.verdicts[item.scheme]
    yield f"    {wording.labels.headline(item.scheme)} ({wording.verdicts.label(verdict)})"
    for sentence in (
        *wording.bundle.why_in(item),
        *wording.financing.of(verdict.scheme),
        *wording.otherwise.edges(verdict),
    ):
        yield f"      {sentence}"
    yield f"      {wording.labels.say(_DEADLINE, deadline=wording.offers.deadline(verdict))}"


def _ask_first(wording: Wording) -> Iterable[str]:
    asking = wording.otherwise.ask_first()
    if asking:
        yield from _heading(wording.labels.say(_ASK_FIRST))
    for number, (question, why) in enumerate(asking, start=1):
        yield f"  {number}. {question}"
        yield f"     {why}"


def _on_the_edge(wording: Wording) -> Iterable[str]:
    edges = wording.advice.edges
    if edges:
        yield from _heading(wording.labels.say(_ON_THE_EDGE))
    for edge in edges:
        yield f"  {wording.otherwise.edge(edge)}"


def _schedule(wording: Wording) -> Iterable[str]:
    overview = wording.timetable.overview()
    if overview:
        yield from _heading(wording.labels.say(_SCHEDULE))
    yield from (f"  {sentence}" for sentence in overview)
    for scheme, sentences in wording.timetable.rows():
        yield f"  {wording.labels.scheme_name(scheme)}: {' '.join(sentences)}"


def _verdict(verdict: Verdict, wording: Wording) -> Iterable[str]:
    yield f"  {wording.labels.scheme_name(verdict.scheme)}: {wording.verdicts.label(verdict)}"
    change = (*wording.otherwise.changes(verdict), *wording.otherwise.other_ways(verdict))
    for sentence in (
        *wording.verdicts.because(verdict),
        *change,
        *wording.otherwise.settling(verdict),
    ):
        yield f"    {sentence}"
    for left_out in wording.advice.bundle.left_out:
        if left_out.scheme == verdict.scheme:
            yield f"    {wording.bundle.left_out(left_out)}"
    for reservation in wording.verdicts.reservations(verdict):
        yield f"    {reservation}"
