"""What stands behind the memo: later terms, sources, limits, answers, and what it was made from."""

from collections.abc import Iterable
from dataclasses import replace

from wizard.domain.advice import FactFinding, Origin
from wizard.domain.facts import FactType, Question
from wizard.domain.text import Text, capfirst
from wizard.domain.values import Unknown
from wizard.memo import words
from wizard.memo.identity import Identity
from wizard.memo.marks import notes
from wizard.memo.model import (
    Block,
    Card,
    Cell,
    Column,
    Item,
    ItemList,
    Labelled,
    Paragraph,
    Reference,
    Rows,
    Section,
    Table,
)
from wizard.memo.parts import References
from wizard.memo.rules import basis, requirements, terms
from wizard.report.case import CaseAccount, Member
from wizard.voice.cites import plain
from wizard.voice.words import OURS_MEANS

_SILENT = frozenset({Origin.NOT_ASKED, Origin.WAITING, Origin.UNANSWERED})
_WIDTHS = (62, 38)


def all_terms(report: CaseAccount, numbered: References) -> Section | None:
    """Return what the law and the schemes ask of the plan, and the steps of what comes next."""
    cards = tuple(
        card
        for each in report.members
        if (card := _card(report, each, numbered[each.item.scheme])).blocks
    )
    heading = words.TERMS_APPENDIX if report.later else words.TERMS_ALONE
    return Section(report.say(heading), "vilkar", cards) if cards else None


def _card(report: CaseAccount, member: Member, reference: Reference) -> Card:
    account, later = member.account, not member.item.phase.in_core
    told = [*(_later(report, member) if later else ()), *basis(report, account)]
    return Card(
        reference=reference if later else replace(reference, anchor=f"vilkar-{reference.number}"),
        status=(account.label, member.when),
        firm=account.group.is_firm,
        blocks=(
            *([Paragraph(account.scheme.what, small=True)] if later else []),
            *([Rows(tuple(told), small=True)] if told else []),
            *requirements(report, account),
            *terms(report, account),
        ),
    )


def _later(report: CaseAccount, member: Member) -> Iterable[Labelled]:
    """Yield of what comes next what the measures of the year have told of themselves."""
    account = member.account
    scheme = report.advice.rulebook.schemes[member.item.scheme]
    yield Labelled(report.say(words.MONEY), report.wording.brief.can_apply(scheme))
    if account.steps:
        steps = " ".join(f"{each.text} ({each.responsible})." for each in account.steps)
        yield Labelled(report.say(words.STEPS_LEAD), steps)
    if account.cautions:
        yield Labelled(report.say(words.RESERVATIONS), " ".join(account.cautions))


def sources(report: CaseAccount, keys: tuple[str, ...], *, starred: bool) -> Section | None:
    """Return the notes that the text points to, numbered as there, and what a star means."""
    told = (words.SOURCES_INTRO,) * bool(keys) + (OURS_MEANS,) * starred
    intro = [Paragraph(" ".join(map(report.say, told)), small=True)] if told else []
    items = tuple(Item(each.text, link=each.link or None) for each in notes(report, keys))
    blocks: tuple[Block, ...] = (ItemList(items, "numbered", small=True),) if items else ()
    blocks = (*intro, *blocks)
    return Section(report.say(words.SOURCES), "kilder", blocks) if blocks else None


def limits(report: CaseAccount) -> Section | None:
    """Return the dated limits and rates that the advice rests on, each with what it rests on."""
    items = tuple(
        Item(
            plain(each.basis), lead=report.say(words.RATE, name=each.name, value=plain(each.value))
        )
        for each in report.wording.sources.rates()
    )
    if not items:
        return None
    return Section(report.say(words.RATES), "grenser", (ItemList(items, small=True),))


def answers(report: CaseAccount) -> Section:
    """Return the figures and answers that the advice rests on, "vet ikke" included."""
    blocks = (*_figures(report), *_answers(report))
    return Section(report.say(words.ANSWERS), "svar", blocks)


def _figures(report: CaseAccount) -> Iterable[Block]:
    rulebook, facts = report.advice.rulebook, report.advice.facts
    labels, names = report.wording.labels, report.wording.names
    codes = {id_ for id_, each in rulebook.figures.items() if each.type is FactType.CODE}
    found = [facts[id_] for id_ in (*rulebook.figures, *rulebook.derived) if id_ not in codes]
    known = [each for each in found if not isinstance(each.value, Unknown)]
    if known:
        yield Table(
            caption=report.say(words.FIGURES_CAPTION),
            columns=_columns(report, words.FIGURE_COLUMNS),
            rows=tuple(
                (Cell(labels.fact_name(each.fact), note=note), Cell(names.figure(each.fact)))
                for each, note in ((each, _doubts(report, each)) for each in known)
            ),
            small=True,
        )
    missing = [labels.fact_name(each.fact) for each in found if isinstance(each.value, Unknown)]
    if missing:
        yield Paragraph(f"{'; '.join(missing)}.", lead=report.say(words.MISSING), small=True)


def _doubts(report: CaseAccount, finding: FactFinding) -> str | None:
    """Return what to keep in mind; of the statistics, nothing where the kommune says otherwise."""
    if finding.origin is Origin.CHANGED:
        return None
    return " ".join(report.wording.names.doubts(finding.fact)) or None


def given(report: CaseAccount) -> Section | None:
    """Return what the municipality has said so far; nothing where that is nothing."""
    unknown = frozenset(Origin) - {Origin.ANSWERED}
    told = tuple(each for each in _answers(report, unknown) if isinstance(each, Table))
    return Section(report.say(words.GIVEN), "svar", told) if told else None


def _answers(report: CaseAccount, silent: frozenset[Origin] = _SILENT) -> Iterable[Block]:
    facts, labels = report.advice.facts, report.wording.labels
    unanswered = 0
    for theme in report.advice.rulebook.themes:
        asked = [item.id for item in theme.items if isinstance(item, Question)]
        unanswered += sum(facts[item.fact].origin.is_open for item in theme.items)
        told = [id_ for id_ in asked if facts[id_].origin not in silent]
        if told:
            yield Table(
                caption=labels.text(theme.name),
                columns=_columns(report, words.ANSWER_COLUMNS),
                rows=tuple(
                    (
                        Cell(labels.fact_name(id_)),
                        Cell(capfirst(report.wording.names.finding(id_))),
                    )
                    for id_ in told
                ),
                small=True,
            )
    if unanswered:
        yield Paragraph(report.say(words.UNANSWERED.of(unanswered)), small=True)


def _columns(report: CaseAccount, heads: tuple[Text, ...]) -> tuple[Column, ...]:
    pairs = zip(heads, _WIDTHS, strict=True)
    return tuple(Column(report.say(head), width) for head, width in pairs)


def versions(report: CaseAccount, identity: Identity) -> Section:
    """Return what the memo was made from, so that it can be made again and compared."""
    say, rulebook = report.say, report.advice.rulebook
    version = say(
        words.RULEBOOK_VERSION,
        name=report.wording.labels.text(rulebook.name),
        version=rulebook.version,
        owner=rulebook.owner,
    )
    rows = (
        Labelled(say(words.RULEBOOK), version),
        Labelled(say(words.DRAFT), say(words.OWNED, **report.own)),
        Labelled(say(words.CASE), report.dating),
        *(Labelled(say(label), value) for label, value in identity.rows()),
    )
    return Section(say(words.VERSIONS), "versjoner", (Rows(rows, small=True),))
