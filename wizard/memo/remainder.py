"""What is open, what was considered, and what the memo was made from."""

from wizard.domain.advice import LeftOutReason, Origin, Verdict
from wizard.domain.facts import Question
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import VerdictKind
from wizard.memo.model import (
    AnswerGroup,
    AnswerRow,
    Considered,
    ConsideredGroup,
    LeftOutKind,
    OpenQuestion,
    RateLine,
    SourceLine,
    Versions,
)
from wizard.voice.wording import Wording

_GROUPS: dict[VerdictKind, LeftOutKind] = {
    VerdictKind.RECOMMENDED: "left-out",
    VerdictKind.CONDITIONAL: "left-out",
    VerdictKind.AFTER_CHANGE: "after-change",
    VerdictKind.OPEN: "open",
    VerdictKind.EXCLUDED: "excluded",
    VerdictKind.NOT_RELEVANT: "not-relevant",
}
_GROUP_ORDER: tuple[LeftOutKind, ...] = (
    "left-out",
    "after-change",
    "open",
    "excluded",
    "in-place",
    "not-relevant",
)
# Nobody finds out more than this before a meeting.
MOST_QUESTIONS = 10
MOST_EDGES = 4
_NAMED = 3
# The heading says all there is to say of these.
_NAMES_ONLY: frozenset[LeftOutKind] = frozenset({"open", "in-place", "not-relevant"})
_SAID_OF_ALL = ("left-out", LeftOutReason.OTHER_IS_BETTER)
_SILENT = frozenset({Origin.NOT_ASKED})
_KNOWN = frozenset({Origin.ANSWERED})


def questions(wording: Wording) -> tuple[OpenQuestion, ...]:
    """Return the first of the questions that could change the advice, as they are ranked."""
    return tuple(
        OpenQuestion(
            question=wording.labels.question(each.question),
            knows=wording.labels.knows(each.question) or None,
            decides=tuple(wording.labels.scheme_name(scheme) for scheme in each.moves[:_NAMED]),
            more=len(each.moves[_NAMED:]),
        )
        for each in wording.advice.worth_asking[:MOST_QUESTIONS]
    )


def more_questions(wording: Wording) -> int:
    """Return how many open questions there are beyond those that are printed."""
    return len(wording.advice.worth_asking[MOST_QUESTIONS:])


def edges(wording: Wording) -> tuple[str, ...]:
    """Return the figures nearest a limit, and what would be otherwise beyond it."""
    return tuple(wording.otherwise.edge(each) for each in wording.advice.edges[:MOST_EDGES])


def considered(wording: Wording) -> tuple[ConsideredGroup, ...]:
    """Return every scheme of the rulebook that is not in the bundle, with the reason."""
    members = {item.scheme for item in wording.advice.bundle.items}
    left_out = {each.scheme: each.reason for each in wording.advice.bundle.left_out}
    schemes: dict[LeftOutKind, list[Considered]] = {kind: [] for kind in _GROUP_ORDER}
    names: dict[LeftOutKind, list[str]] = {kind: [] for kind in _GROUP_ORDER}
    for scheme in sorted(wording.advice.rulebook.schemes, key=wording.labels.scheme_name):
        if scheme in members:
            continue
        verdict = wording.advice.verdicts[scheme]
        group, name = _group(verdict), wording.labels.scheme_name(scheme)
        if group in _NAMES_ONLY or (group, left_out.get(scheme)) == _SAID_OF_ALL:
            names[group].append(name)
        else:
            schemes[group].append(Considered(name, _reason(wording, verdict)))
    return tuple(
        ConsideredGroup(kind, tuple(schemes[kind]), tuple(names[kind]))
        for kind in _GROUP_ORDER
        if schemes[kind] or names[kind]
    )


def _group(verdict: Verdict) -> LeftOutKind:
    return "in-place" if verdict.in_place else _GROUPS[verdict.kind]


def _reason(wording: Wording, verdict: Verdict) -> str:
    left_out = {each.scheme: each for each in wording.advice.bundle.left_out}
    found = wording.verdicts.reasons(verdict)
    if verdict.scheme in left_out:
        blocking = verdict.kind is not VerdictKind.RECOMMENDED
        found = [wording.bundle.left_out(left_out[verdict.scheme]), *(found if blocking else [])]
    if verdict.kind is VerdictKind.AFTER_CHANGE:
        found = [*found, *wording.otherwise.changes(verdict)]
    return " ".join(found)


def answers(wording: Wording) -> tuple[AnswerGroup, ...]:
    """Return what the municipality said, theme by theme, "vet ikke" included."""
    groups = []
    for theme in wording.advice.rulebook.themes:
        asked = [item.id for item in theme.items if isinstance(item, Question)]
        rows = tuple(
            _answer(wording, id_)
            for id_ in asked
            if wording.advice.facts[id_].origin not in _SILENT
        )
        if rows:
            groups.append(AnswerGroup(wording.labels.text(theme.name), rows))
    return tuple(groups)


def _answer(wording: Wording, fact: str) -> AnswerRow:
    known = wording.advice.facts[fact].origin in _KNOWN
    return AnswerRow(wording.labels.fact_name(fact), wording.names.finding(fact), known)


def sources(wording: Wording) -> tuple[SourceLine, ...]:
    """Return the sources that were used, spelled out for paper."""
    return tuple(
        SourceLine(
            title=source.title.to(wording.labels.language),
            publisher=source.publisher,
            link=source.link,
            read=f"{source.read.day}.{source.read.month}.{source.read.year}",
        )
        for source in wording.sources.used()
    )


def rates(wording: Wording) -> tuple[RateLine, ...]:
    """Return the limits and rates that the advice rests on, with basis or our reason."""
    return tuple(RateLine(*row) for row in wording.sources.rates())


def versions(wording: Wording) -> Versions:
    """Return what the memo was made from."""
    rulebook: Rulebook = wording.advice.rulebook
    made_with = wording.advice.case.versions
    return Versions(
        rulebook=wording.labels.text(rulebook.name),
        rulebook_version=rulebook.version,
        rulebook_hash=rulebook.hash,
        owner=rulebook.owner,
        figures=made_with.figures or None,
        program=made_with.program or None,
    )
