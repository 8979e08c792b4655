"""How the memo looks, measured on the pages that WeasyPrint laid out."""

import statistics
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import pytest
from memos import advice_for, memo_for, pages_for

from wizard.domain.text import Language
from wizard.memo.compose import compose
from wizard.memo.html import render_html
from wizard.press.pdf import lay_out

MILLIMETRE = 96 / 25.4
A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)
BOTTOM = 17 * MILLIMETRE


class Word(NamedTuple):
    """A piece of text and where it stands, in CSS pixels from the top left."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    in_cell: tuple[float, float] | None


def words(page: Any) -> Iterator[Word]:  # noqa: ANN401 - WeasyPrint has no types
    """Yield every piece of text on a page, heads and feet included."""
    yield from _words(page._page_box, None)  # noqa: SLF001 - the only way to the laid out boxes


def _words(box: Any, cell: tuple[float, float] | None) -> Iterator[Word]:  # noqa: ANN401
    if getattr(box, "text", None):
        right = box.position_x + box.width
        bottom = box.position_y + box.height
        yield Word(box.text, box.position_x, right, box.position_y, bottom, cell)
    if type(box).__name__ == "TableCellBox":
        cell = (box.position_x, box.position_x + box.border_width())
    for child in getattr(box, "children", []):
        yield from _words(getattr(child, "_box", child), cell)


@pytest.fixture
def pages(journey: str) -> list[Any]:
    """Return the pages of the journey's memo."""
    return pages_for(journey)


def test_every_page_is_a4(pages: list[Any]) -> None:
    """A council prints on A4."""
    for sheet in pages:
        assert (sheet.width, sheet.height) == pytest.approx(A4, abs=1)


def test_text_stays_on_the_paper_and_in_its_cell(pages: list[Any]) -> None:
    """No word runs over the margin, or into the column beside it."""
    for sheet in pages:
        for word in words(sheet):
            assert word.right <= A4[0] - 18 * MILLIMETRE, word
            assert word.in_cell is None or word.right <= word.in_cell[1] + 1, word


def test_no_page_but_the_last_is_half_empty(pages: list[Any]) -> None:
    """Tables that stay whole must not leave holes."""
    for number, sheet in enumerate(pages[:-1], start=1):
        ends = [word.bottom for word in words(sheet) if word.bottom < A4[1] - BOTTOM]
        assert max(ends) > 0.6 * A4[1], f"page {number} ends at {max(ends) / A4[1]:.0%}"


def test_a_heading_is_never_last_on_its_page(pages: list[Any]) -> None:
    """A heading stays with what follows."""
    for sheet in pages:
        ends = {word.bottom: word for word in words(sheet) if word.bottom < A4[1] - BOTTOM}
        last = ends[max(ends)]
        assert last.bottom - last.top < 17, last


def test_a_memo_is_short_enough_to_be_read(pages: list[Any], journey: str) -> None:
    """Fourteen pages with a bundle of twenty schemes, sources and all; five without."""
    assert len(pages) <= (5 if journey == "oslo" else 14)


def test_head_foot_and_number_stand_on_every_page(pages: list[Any], journey: str) -> None:
    """A page that is torn out tells what it is from, and that it is a draft."""
    memo = memo_for(journey)
    for number, sheet in enumerate(pages, start=1):
        seen = " ".join(word.text for word in words(sheet))
        assert f"Side {number} av {len(pages)}" in seen
        assert "av Husbanken." in seen
        assert memo.title.title in seen
        assert "utkast" in seen.lower()


def test_a_long_memo_in_either_language_lays_out(language: Language) -> None:
    """Fifteen hundred characters from an adviser, long words among them."""
    advice = advice_for("namsskogan")
    text = ("Boligsosialhandlingsplanarbeidsgruppemedlemmenes " + "a" * 60 + " vurdering. ") * 12
    case = replace(advice.case, adviser={"vurdering": text})
    document = lay_out(render_html(compose(replace(advice, case=case), language), stylesheets=()))
    assert all(word.right <= A4[0] - 18 * MILLIMETRE for p in document.pages for word in words(p))


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
    advice = advice_for("namsskogan")
    case = replace(advice.case, adviser={"vurdering": f"Se {word}, som er siste ord."})
    document = lay_out(render_html(compose(replace(advice, case=case)), stylesheets=()))
    printed = [each for sheet in document.pages for each in words(sheet)]
    assert all(each.right <= A4[0] - 18 * MILLIMETRE for each in printed)
    assert f"Se{word},somer" in "".join(each.text for each in printed).replace(" ", "")


def test_the_body_is_large_enough_to_read(pages: list[Any]) -> None:
    """Most lines stand at least 3.8 millimetres apart."""
    heights = [word.bottom - word.top for sheet in pages for word in words(sheet)]
    assert statistics.median(heights) > 3.2 * MILLIMETRE
