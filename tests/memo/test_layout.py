"""How the papers look, measured on the pages that WeasyPrint laid out: every journey, nb and nn."""

import statistics
from dataclasses import replace

import pytest
from memos import FIELDS, PLANNED, advice_for, written
from printed import A4, MILLIMETRE, Page, Print, Printed, Word, pages_of
from reviews import reviewed

from wizard.domain.text import Language
from wizard.memo.compose import compose
from wizard.memo.html import render_html
from wizard.memo.model import Memo, Paper
from wizard.press.pdf import lay_out

BODY, NOTES = 10.5, 9
# What is not running text, and may be as small as a note.
_SMALL = {"table", "small", "source", "note", "status", "asked", "kicker", "case", "caption"}
_FEW_LINES = 5


def pages_of_memo(memo: Memo) -> tuple[Page, ...]:
    """Return the pages of a memo."""
    return pages_of(lay_out(render_html(memo, stylesheets=())))


def length(memo: Memo) -> int:
    """Return how many pages a memo has."""
    return len(pages_of_memo(memo))


def alone(memo: Memo) -> Memo:
    """Return the first page of a memo, with nothing after it."""
    return replace(memo, sections=(), appendices=())


def numbered(pages: tuple[Page, ...]) -> list[tuple[int, Page]]:
    """Return pages with their numbers."""
    return list(enumerate(pages, start=1))


# --- pages


def test_every_page_is_a4(paper: Printed) -> None:
    """A council prints on A4."""
    for page in paper.pages:
        assert page.size == pytest.approx(A4, abs=1)


def filled_in(planned: tuple[str, Language], paper: Paper) -> Memo:
    """Return a paper with every field filled in, which none has more of."""
    journey, language = planned
    return compose(written(advice_for(journey), **FIELDS), language, paper)


def test_what_is_enough_for_who_reads_one_page_stands_on_one(
    planned: tuple[str, Language],
) -> None:
    """Also where utvalg, møtedato, saksnummer and saksbehandler are filled in."""
    pages = length(alone(filled_in(planned, Paper.MEMO)))
    assert pages == 1


def test_the_short_note_is_one_page(planned: tuple[str, Language]) -> None:
    """With its sources, and with everything filled in."""
    pages = length(filled_in(planned, Paper.SHORT))
    assert pages == 1


def test_the_question_sheet_is_at_most_four_pages(
    everywhere: tuple[str, Language], prints: Print
) -> None:
    """Somebody walks around with it."""
    pages = len(prints(*everywhere, Paper.QUESTIONS).pages)
    assert pages <= 4


def test_no_memo_has_more_than_eight_pages_before_its_appendices(paper: Printed) -> None:
    """Who has an evening reads them."""
    pages = len(paper.body)
    assert pages <= 8


def test_half_of_the_memos_have_at_most_six_pages_before_their_appendices(prints: Print) -> None:
    """What a council is sent is four to six pages."""
    assert statistics.median(len(prints(*each).body) for each in PLANNED) <= 6


ADVISER = {
    "navn": "Kari Nordmann-Hansen",
    "rolle": "seniorrådgiver for bolig og bosetting i fylkeskommunen",
    "mottaker": "Formannskapet, med kopi til rådet for eldre og personer med funksjonsnedsettelse",
}


@pytest.mark.parametrize("journey", ["hasvik", "namsskogan", "skjak"])
def test_what_an_adviser_adds_on_top_blanks_no_page(journey: str) -> None:
    """These have the fullest first pages: the memo flows on, and the short note is one page."""
    advice = written(advice_for(journey), **FIELDS)
    core = tuple(each.scheme for each in reversed(advice.bundle.core))
    advice = reviewed(advice, {}, core, **ADVISER)
    assert length(compose(advice, Language.NB, Paper.SHORT)) == 1
    second = pages_of_memo(compose(advice, Language.NB))[1]
    assert second.filled > 0.5


def test_with_little_above_it_the_first_page_is_a_page_of_its_own() -> None:
    """As much as the fields hold that a test fills in; with more, the rest flows on."""
    more = {**FIELDS, "utvalg": "Utvalg for samfunn, plan og næring i kommunen, og for helse"}
    for fields, by_itself in ((FIELDS, True), (more, False)):
        page = render_html(compose(written(advice_for("vinje"), **fields)), stylesheets=())
        assert ('class="front full"' in page) is by_itself


# --- blank areas


def test_no_page_is_under_half_full_but_the_last(paper: Printed) -> None:
    """The last of the body, and the last of all."""
    last = {len(paper.body), len(paper.pages)}
    blank = {
        number: f"{page.filled:.0%}"
        for number, page in numbered(paper.pages)
        if page.filled < 0.5 and number not in last
    }
    assert blank == {}


def test_no_last_page_has_only_a_few_lines(paper: Printed) -> None:
    """Neither the last before the appendices nor the last of all."""
    last = {len(paper.body): paper.body[-1], len(paper.pages): paper.pages[-1]}
    few = {number: page.lines for number, page in last.items() if page.lines <= _FEW_LINES}
    assert few == {}


def test_a_heading_is_never_last_on_its_page(paper: Printed) -> None:
    """A heading stays with what follows."""
    for number, page in numbered(paper.pages):
        lowest = max(page.words, key=lambda word: word.bottom)
        if lowest.bottom >= page.end:
            headings = {"h1", "h2", "h3", "chart-title", "list-heading", "thead", "caption"}
            assert not headings & set(lowest.within), (number, lowest)


def test_head_foot_and_number_stand_on_every_page(paper: Printed, written_memo: Memo) -> None:
    """A page that is torn out tells what it is from, and that it is a draft."""
    head = written_memo.head
    for number, page in numbered(paper.pages):
        around = " ".join(word.text for word in page.margins)
        assert f"{head.page[0]} {number} {head.page[1]} {len(paper.pages)}" in around
        assert "av Husbanken." in around
        if number > 1:
            assert head.name in around
            assert head.draft in around


# --- type


def _is_mark(word: Word) -> bool:
    return "sup" in word.within


def test_running_text_is_large_enough_to_read(paper: Printed) -> None:
    """Whatever is neither a table nor a note is 10.5 points or more."""
    small = {
        (round(word.size, 1), word.text)
        for page in paper.body
        for word in page.words
        if word.size < BODY - 0.01
        if not _SMALL & set(word.within) and not _is_mark(word)
    }
    assert small == set()


def test_most_of_the_first_page_is_running_text(
    planned: tuple[str, Language], prints: Print
) -> None:
    """Half of its letters, or more, are of the size of the body."""
    sizes = [
        word.size
        for word in prints(*planned).pages[0].words
        for _ in word.text
        if not _is_mark(word) and "front" in word.within
    ]
    assert statistics.median(sizes) >= BODY


def test_no_note_is_too_small_to_read(paper: Printed) -> None:
    """Nine points, in heads and feet too; only the numbers of notes are smaller."""
    for page in paper.pages:
        for word in (*page.words, *page.margins):
            assert word.size >= NOTES - 0.01 or _is_mark(word), word


def test_the_words_in_a_chart_are_as_large_as_notes(paper: Printed) -> None:
    """As large as they are on paper, however the chart is scaled."""
    sizes = [size for page in paper.pages for each in page.drawings for size in each.sizes]
    assert sizes
    assert min(sizes) >= NOTES - 0.05


def test_words_and_charts_stay_on_the_paper_and_in_their_cells(paper: Printed) -> None:
    """No word runs over the margin, or into the column beside it."""
    for page in paper.pages:
        for word in page.words:
            assert word.right <= page.right + 1, word
            assert word.bottom <= page.bottom + 1, word
            assert word.cell is None or word.right <= word.cell[1] + 1, word
        for drawing in page.drawings:
            assert drawing.right <= page.right + 1, drawing
            assert drawing.bottom <= page.bottom + 1, drawing


def test_words_are_divided_as_the_language_divides_them(paper: Printed) -> None:
    """Long words end with a hyphen at the end of a line; no more than a few lines do."""
    words = [word for page in paper.pages for word in page.words]
    divided = [word for word in words if word.text.endswith(("-", "‐"))]
    assert divided
    assert len(divided) < len(words) / 10


# --- what people write


@pytest.mark.parametrize(
    "word",
    [
        "https://kommunen.sharepoint.com/sites/Bolig/Delte%20dokumenter/" + "a" * 140,
        "\\\\filserver01\\felles\\" + "Bolig_og_bosetting\\" * 10 + "plan.docx",
        "\\\\filserver01\\felles\\" + "Bolig-og-bosetting\\" * 10 + "plan.docx",
        "b" * 400,
        "/a" * 200,
        "plan_for_" * 40,
    ],
    ids=lambda word: word[:20],
)
def test_the_whole_of_a_long_word_is_on_the_paper(word: str) -> None:
    """An address, a path, a word that never ends."""
    text = f"Se {word}, som er siste ord."
    memo = compose(written(advice_for("oslo"), vurdering=text, saksnummer=word[:60]))
    printed = [each for page in pages_of_memo(memo) for each in page.words]
    assert all(each.right <= A4[0] - 16 * MILLIMETRE for each in printed)
    assert f"Se{word},somer" in "".join(each.text for each in printed).replace(" ", "")


def test_fifteen_hundred_characters_from_an_adviser_lay_out(language: Language) -> None:
    """With long words among them, in either language."""
    text = ("Boligsosialhandlingsplanarbeidsgruppemedlemmenes " + "a" * 60 + " vurdering. ") * 12
    memo = compose(written(advice_for("namsskogan"), vurdering=text), language)
    assert all(word.right <= page.right + 1 for page in pages_of_memo(memo) for word in page.words)
