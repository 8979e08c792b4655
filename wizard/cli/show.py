"""Advice as lines of text for a terminal."""

from collections.abc import Iterable

from wizard.domain.advice import BundleItem, Phase, Verdict
from wizard.domain.schemes import VerdictKind
from wizard.domain.text import Text
from wizard.voice.timetable import Timetable
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
    yield f"{advice.municipality.official_name}, {wording.day(advice.as_of)}"
    yield wording.dating()
    yield ""
    yield from wording.summary()
    yield from _heading(wording.say(_NEEDS))
    for finding in advice.needs.values():
        yield f"  {wording.need_name(finding.need)}: {wording.severity(finding)}"
        yield from (f"    {reason}" for reason in wording.need_reasons(finding))
    yield from _bundle(wording)
    yield from _ask_first(wording)
    yield from _on_the_edge(wording)
    yield from _schedule(Timetable(wording))
    yield from _heading(wording.say(_OTHERS))
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
    yield from _heading(wording.say(_BUNDLE))
    if not bundle.items:
        yield f"  {wording.empty_bundle()}"
    else:
        yield f"  {wording.capacity_note()}"
    for phase in Phase:
        items = [item for item in bundle.items if item.phase is phase]
        if items:
            yield f"  {wording.phase(phase)}:"
        for item in items:
            yield from _item(item, wording)
    for uncovered in bundle.uncovered:
        yield f"  {wording.uncovered(uncovered)}"
    if bundle.runner_up:
        yield f"  {wording.runner_up(bundle.runner_up)}"


def _item(item: BundleItem, wording: Wording) -> Iterable[str]:
    verdict = wording.advice.verdicts[item.scheme]
    yield f"    {wording.headline(item.scheme)} ({wording.verdict_label(verdict)})"
    for sentence in (*wording.why_in(item), *wording.financing(verdict), *wording.edges(verdict)):
        yield f"      {sentence}"
    yield f"      {wording.say(_DEADLINE, deadline=wording.deadline(verdict))}"


def _ask_first(wording: Wording) -> Iterable[str]:
    asking = wording.ask_first()
    if asking:
        yield from _heading(wording.say(_ASK_FIRST))
    for number, (question, why) in enumerate(asking, start=1):
        yield f"  {number}. {question}"
        yield f"     {why}"


def _on_the_edge(wording: Wording) -> Iterable[str]:
    edges = wording.advice.edges
    if edges:
        yield from _heading(wording.say(_ON_THE_EDGE))
    for edge in edges:
        yield f"  {wording.edge(edge)}"


def _schedule(timetable: Timetable) -> Iterable[str]:
    overview = timetable.overview()
    if overview:
        yield from _heading(timetable.names.say(_SCHEDULE))
    yield from (f"  {sentence}" for sentence in overview)
    for scheme, sentences in timetable.rows():
        yield f"  {timetable.names.scheme_name(scheme)}: {' '.join(sentences)}"


def _verdict(verdict: Verdict, wording: Wording) -> Iterable[str]:
    yield f"  {wording.scheme_name(verdict.scheme)}: {wording.verdict_label(verdict)}"
    change = (*wording.changes(verdict), *wording.other_ways(verdict))
    for sentence in (*wording.because(verdict), *change, *wording.settling(verdict)):
        yield f"    {sentence}"
    for left_out in wording.advice.bundle.left_out:
        if left_out.scheme == verdict.scheme:
            yield f"    {wording.left_out(left_out)}"
    for reservation in wording.reservations(verdict):
        yield f"    {reservation}"
