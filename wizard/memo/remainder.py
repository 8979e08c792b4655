"""What stands after the plan: what is open, what was left out, and what it all rests on."""

from wizard.domain.advice import LeftOutReason, Origin
from wizard.domain.facts import Question
from wizard.domain.text import capfirst
from wizard.memo import words
from wizard.memo.identity import Identity
from wizard.memo.model import (
    AnswerGroup,
    AnswerRow,
    Answers,
    Appendix,
    ConsideredGroup,
    ConsideredSection,
    Edges,
    OpenQuestion,
    Questions,
    SourceLine,
    Versions,
)
from wizard.memo.parts import NOTHING, Item, Labelled, Names, Table
from wizard.report.case import CaseAccount, GroupAccount, QuestionAccount
from wizard.report.groups import VerdictGroup
from wizard.report.scheme import SchemeAccount

# Nobody finds out more than this before a meeting.
MOST_QUESTIONS = 10
MOST_EDGES = 4
_NAMED = 3
# The heading says all there is to say of these.
_NAMES_ONLY = frozenset({VerdictGroup.OPEN, VerdictGroup.IN_PLACE, VerdictGroup.NOT_RELEVANT})
# What could be used, but something in the bundle answers the same needs.
_COVERED = frozenset({VerdictGroup.AVAILABLE, VerdictGroup.CONDITIONAL})
_SILENT = frozenset({Origin.NOT_ASKED})
_KNOWN = frozenset({Origin.ANSWERED})


def questions(report: CaseAccount) -> Questions | None:
    """Return the first of the questions that could change the advice, as they are ranked."""
    if not report.questions:
        return None
    more = len(report.questions[MOST_QUESTIONS:])
    return Questions(
        heading=report.say(words.QUESTIONS),
        table=Table(
            caption=report.say(words.QUESTIONS_CAPTION),
            columns=tuple(map(report.say, words.QUESTION_COLUMNS)),
            rows=tuple(_question(report, each) for each in report.questions[:MOST_QUESTIONS]),
        ),
        more=report.say(words.MORE_QUESTIONS.of(more)) if more else None,
    )


def _question(report: CaseAccount, asked: QuestionAccount) -> OpenQuestion:
    return OpenQuestion(
        question=asked.question,
        knows=capfirst(asked.knows) or NOTHING,
        decides=_decides(report, asked) if asked.moves else asked.effect,
    )


def _decides(report: CaseAccount, asked: QuestionAccount) -> str:
    names, more = "; ".join(asked.moves[:_NAMED]), len(asked.moves[_NAMED:])
    return report.say(words.AND_MORE, names=names, n=more) if more else names


def edges(report: CaseAccount) -> Edges | None:
    """Return the figures nearest a limit, and what would be otherwise beyond it."""
    told = report.edges[:MOST_EDGES]
    return Edges(report.say(words.EDGES), report.say(words.EDGES_INTRO), told) if told else None


def considered(report: CaseAccount) -> ConsideredSection | None:
    """Return every scheme of the rulebook that is not in the bundle, with the reason."""
    groups = tuple(_group(report, each) for each in report.groups)
    return ConsideredSection(report.say(words.CONSIDERED), groups) if groups else None


def _group(report: CaseAccount, group: GroupAccount) -> ConsideredGroup:
    schemes = sorted(group.schemes, key=lambda each: each.scheme.name)
    alike = [each for each in schemes if _is_said_of_all(report, group.group, each)]
    # Open, in place and not relevant speak for themselves; the rest are covered by the bundle.
    label = None if group.group in _NAMES_ONLY else report.say(words.COVERED_ANYWAY)
    return ConsideredGroup(
        heading=group.heading,
        schemes=tuple(
            Labelled(f"{each.scheme.name}.", _reason(each)) for each in schemes if each not in alike
        ),
        names=Names(label, tuple(each.scheme.name for each in alike)) if alike else None,
    )


def _is_said_of_all(report: CaseAccount, group: VerdictGroup, account: SchemeAccount) -> bool:
    """Tell whether there is nothing to say of a scheme but what is said of others too."""
    if group in _NAMES_ONLY:
        return True
    better = {
        each.scheme
        for each in report.advice.bundle.left_out
        if each.reason is LeftOutReason.OTHER_IS_BETTER
    }
    return group in _COVERED and account.scheme.id in better


def _reason(account: SchemeAccount) -> str:
    found = account.reasons
    if account.left_out:
        found = (account.left_out, *(() if account.group.is_firm else found))
    if account.group is VerdictGroup.AFTER_CHANGE:
        found = (*found, *account.changes)
    return " ".join(found)


def answers(report: CaseAccount) -> Answers | None:
    """Return what the municipality said, theme by theme, "vet ikke" included."""
    groups = []
    for theme in report.advice.rulebook.themes:
        asked = [item.id for item in theme.items if isinstance(item, Question)]
        rows = tuple(
            _answer(report, id_) for id_ in asked if report.advice.facts[id_].origin not in _SILENT
        )
        if rows:
            groups.append(AnswerGroup(report.wording.labels.text(theme.name), rows))
    columns = tuple(map(report.say, words.ANSWER_COLUMNS))
    return Answers(report.say(words.ANSWERS), columns, tuple(groups)) if groups else None


def _answer(report: CaseAccount, fact: str) -> AnswerRow:
    known = report.advice.facts[fact].origin in _KNOWN
    answer = capfirst(report.wording.names.finding(fact))
    return AnswerRow(report.wording.labels.fact_name(fact), answer, known)


def appendix(report: CaseAccount) -> Appendix:
    """Return the sources, limits and rates that the advice rests on."""
    say, used = report.say, report.wording.sources
    return Appendix(
        heading=say(words.APPENDIX),
        sources_heading=say(words.SOURCES),
        sources=tuple(
            SourceLine(
                text=say(
                    words.SOURCE,
                    title=source.title,
                    publisher=source.publisher,
                    day=f"{source.read.day}.{source.read.month}.{source.read.year}",
                ),
                link=source.link,
                shown=source.link.removeprefix("https://"),
            )
            for source in used.used()
        ),
        rates_heading=say(words.RATES),
        rates=tuple(
            Labelled(say(words.RATE, name=rate.name, value=rate.value), rate.basis)
            for rate in used.rates()
        ),
    )


def versions(report: CaseAccount, identity: Identity) -> Versions:
    """Return what the memo was made from, so that it can be made again and compared."""
    say, rulebook = report.say, report.advice.rulebook
    version = say(
        words.RULEBOOK_VERSION,
        name=report.wording.labels.text(rulebook.name),
        version=rulebook.version,
        owner=rulebook.owner,
    )
    return Versions(
        heading=say(words.VERSIONS),
        rows=(
            Item(version, say(words.RULEBOOK)),
            Item(report.dating, say(words.CASE)),
            *(Item(value, say(label)) for label, value in identity.rows()),
        ),
    )
