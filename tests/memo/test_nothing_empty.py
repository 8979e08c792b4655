"""Nothing empty is printed, and a short form promises no more than a long one."""

import re
from collections.abc import Iterator

import pytest
from memos import (
    advice_for,
    cards,
    lists,
    memo_for,
    plain,
    row,
    section,
    unmarked,
    words_of,
)
from random_kommuner import advice_on

from wizard.domain.schemes import AmountKind
from wizard.domain.text import Language
from wizard.memo.compose import compose
from wizard.memo.model import Card, ItemList, Memo, Paper, Paragraph, Picture, Rows, Section, Table
from wizard.report.case import CaseAccount
from wizard.report.scheme import SchemeAccount
from wizard.voice.wording import Wording

SEEDS = range(60)
# A label with nothing after it, a list with a hole in it, a sentence that lost its word.
_HOLES = re.compile(
    r":\s*[.;]|  |\(\s*\)|«\s*»|;\s*[;.]|,\s*[.,;]|\s[.,;:](?=\s|$)|(?<!\.)\.\.(?!\.)"
)
_APPLY = {Language.NB: "Kan søke", Language.NN: "Kan søkje"}
_JUDGED = {Language.NB: "etter skjønn", Language.NN: "etter skjøn"}
_ASK = "Spør"
_ON_BEHALF = re.compile(
    r"\b(kommunen|husstanden|utbyggeren|utbyggjaren|dere|de|du) får "
    r"(inntil|\d|tilskudd|tilskot|lån)",
    re.IGNORECASE,
)


def empty(value: object) -> Iterator[object]:
    """Yield every part of a memo that has nothing in it."""
    match value:
        case Section(blocks=parts) | Card(blocks=parts) | ItemList(items=parts) | Rows(rows=parts):
            yield from [] if parts else [value]
            for part in parts:
                yield from empty(part)
        case Table():
            yield from _empty_cells(value)
        case Picture(charts=parts):
            yield from [] if parts else [value]


def _empty_cells(table: Table) -> Iterator[object]:
    if not table.rows or any(len(each) != len(table.columns) for each in table.rows):
        yield table
    for each in table.rows:
        yield from (cell for cell in each if not unmarked(cell.text).strip())


def check(memo: Memo) -> None:
    """See that nothing in a memo is empty or has a hole."""
    for part in (*memo.sections, *memo.appendices):
        assert list(empty(part)) == []
    assert [text for text in map(unmarked, words_of(memo)) if _HOLES.search(text)] == []
    assert [text for text in words_of(memo) if _ON_BEHALF.search(unmarked(text))] == []


@pytest.mark.parametrize("kind", Paper)
def test_nothing_empty_is_printed(everywhere: tuple[str, Language], kind: Paper) -> None:
    """No section without blocks, no label without text, no cell without words, no lost word."""
    check(memo_for(*everywhere, kind))


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_empty_is_printed_for_any_small_kommune(seed: int) -> None:
    """Answers drawn at random, some unanswered and some not known."""
    check(compose(advice_on(seed)))


def applied_for(report: CaseAccount, account: SchemeAccount) -> AmountKind | None:
    """Return how the money of a scheme is set, if it is money to apply for."""
    scheme, edition = report.advice.rulebook.schemes[account.scheme.id], account.verdict.edition
    free = {AmountKind.FREE, AmountKind.OWN_COST}
    if edition is None or not scheme.is_applied_for or edition.amount.kind in free:
        return None
    return edition.amount.kind


def check_reservations(text: str, kind: AmountKind, language: Language) -> None:
    """See that a line about money to apply for keeps its reservation."""
    if kind in {AmountKind.NOT_SET, AmountKind.UNKNOWN}:
        assert _ASK in text
        return
    assert _APPLY[language] in text
    if kind in {AmountKind.DISCRETIONARY, AmountKind.EXCEPTION}:
        assert _JUDGED[language] in text


def test_what_others_apply_for_is_never_promised(planned: tuple[str, Language]) -> None:
    """Each line says that they may apply, up to what, and where it is judged; and each caution."""
    journey, language = planned
    report, memo = (
        CaseAccount(Wording(advice_for(journey), language)),
        memo_for(journey, language),
    )
    told = {
        str(item.lead): plain(item.text)
        for each in lists(memo, "gjor-kjent")
        for item in each.items
    }
    for account in report.made_known:
        line = told[f"{account.scheme.name}."]
        if kind := applied_for(report, account):
            check_reservations(line, kind, language)
        assert all(plain(each) in line for each in account.cautions)


def test_what_comes_later_is_never_promised(planned: tuple[str, Language]) -> None:
    """Its line in the appendix keeps the reservation; its line in the table what remains."""
    journey, language = planned
    report, memo = (
        CaseAccount(Wording(advice_for(journey), language)),
        memo_for(journey, language),
    )
    behind = {card.reference.name: card for card in cards(memo, "vilkar")}
    label = {Language.NB: "Penger", Language.NN: "Pengar"}[language]
    for member in report.later:
        card = behind[member.account.scheme.headline]
        if kind := applied_for(report, member.account):
            check_reservations(plain(row(card, label)), kind, language)
        told = " ".join(plain(text) for text in words_of(card))
        assert all(plain(each) in told for each in member.account.cautions)


def test_what_the_year_applies_for_is_never_promised(planned: tuple[str, Language]) -> None:
    """On its card, with every caution."""
    journey, language = planned
    report, memo = (
        CaseAccount(Wording(advice_for(journey), language)),
        memo_for(journey, language),
    )
    for card, member in zip(cards(memo), report.core, strict=True):
        told = " ".join(plain(text) for text in words_of(card))
        if kind := applied_for(report, member.account):
            check_reservations(told, kind, language)
        assert all(plain(each) in told for each in member.account.cautions)


def test_a_memo_is_in_the_language_it_says(everywhere: tuple[str, Language]) -> None:
    """No word that only the other written form has."""
    told = " ".join(map(unmarked, words_of(memo_for(*everywhere))))
    other = {
        Language.NB: r"\b(ikkje|kommunar|bustader|berre|søkje|vegvisaren|frå|kvifor|eigne)\b",
        Language.NN: r"\b(ikke|hvorfor|boliger|bare|søke|veiviseren|fra|hvem|kommuner)\b",
    }[everywhere[1]]
    said = re.sub(r"\S*\.no\S*|\bikke-plass\b", "", told)  # an address, on the net or in the page
    found = {match.group() for match in re.finditer(other, said)}
    assert found <= _TITLES, found


# Names of others, which are written as they write them.
_TITLES = {"fra", "kommuner", "boliger", "søke"}


def test_a_heading_has_something_under_it(everywhere: tuple[str, Language]) -> None:
    """No part of a paper is a heading and nothing more."""
    memo = memo_for(*everywhere)
    for part in (*memo.sections, *memo.appendices):
        assert part.heading.strip()
        assert part.blocks
        last = part.blocks[-1]
        assert not (isinstance(last, Paragraph) and last.text.endswith(":"))
    assert section(memo, "versjoner")
