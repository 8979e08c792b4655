"""The date of the next council meeting, from the form to the advice and the memo."""

import re
from datetime import date
from typing import Any

import pytest
from clock import Clock
from pages import Site

PAGE = "sporsmal?bare=neste_kommunestyremote"
BOXES = tuple(f"svar_neste_kommunestyremote-{part}" for part in ("dag", "maned", "ar"))
NAME = "Neste møte i kommunestyret"
NAME_OF_FIELD = "svar_neste_kommunestyremote"


def typed(*parts: str) -> dict[str, Any]:
    """Return what three boxes send."""
    return dict(zip(BOXES, parts, strict=True))


PART = "Fyll ut dag, måned og år, for eksempel 15 5 2027."
NO_SUCH_DAY = "Skriv en dato som finnes, for eksempel 15 5 2027."
YEAR = "Skriv året med fire siffer, for eksempel 15 5 2027."
ROOM = "fra 23. november 2026 til 22. november 2028."
FAR = f"Skriv en dato {ROOM}"


def held(day: str) -> str:
    """Return what is said of a meeting that no new matter can come to."""
    return f"Det er for sent til møtet {day}. Skriv datoen for det neste møtet, {ROOM}"


@pytest.mark.parametrize(
    ("parts", "message", "faulty"),
    [
        (("31", "11", "2026"), NO_SUCH_DAY, "1"),
        (("29", "2", "2027"), NO_SUCH_DAY, "1"),
        (("17", "13", "2026"), NO_SUCH_DAY, "2"),
        (("31.11.2026", "", ""), NO_SUCH_DAY, "1"),
        (("17", "12", "26"), YEAR, "3"),
        (("17.12.26", "", ""), YEAR, "1"),
        (("17", "", "2026"), PART, "2"),
        (("17", "", ""), PART, "23"),
        (("17", "tolvte", "2026"), PART, "2"),
        (("17", "ju", "2026"), PART, "2"),
        (("17.12.2026", "12", "2026"), PART, "1"),
        (("i morgen", "", ""), PART, "123"),
        (("17", "12", "2036"), FAR, "3"),
        (("17", "12", "9999"), FAR, "3"),
        (("23", "11", "2028"), FAR, "123"),
        (("17", "12", "2006"), held("17. desember 2006"), "3"),
        (("1", "1", "0001"), held("1. januar 1"), "3"),
        (("22", "11", "2026"), held("22. november 2026"), "123"),
        (("22. nov. 2026", "", ""), held("22. november 2026"), "123"),
    ],
)
def test_a_bad_date_is_explained_at_its_boxes_and_stands_as_typed(
    real_site: Site, parts: tuple[str, str, str], message: str, faulty: str
) -> None:
    """The message names the question; each box says it, and those at fault are marked."""
    page = real_site.fill_in(real_site.new_case() + PAGE, typed(*parts), 422)
    assert page.errors == [f"{NAME}: {message}"]
    assert tuple(page.typed(box) for box in BOXES) == parts
    boxes = [page.one("input", name=box).attributes for box in BOXES]
    described = f"{NAME_OF_FIELD}-feil"
    assert [each.get("aria-describedby") for each in boxes] == [described] * 3
    marked = [str(place) for place, each in enumerate(boxes, 1) if "aria-invalid" in each]
    assert "".join(marked) == faulty
    first = boxes[int(faulty[0]) - 1]["id"]
    assert page.all("a", class_="ds-link", href=f"#{first}")


@pytest.mark.parametrize("year", [2026, 2031])
def test_the_example_is_a_day_that_the_field_takes(
    real_site: Site, clock: Clock, year: int
) -> None:
    """Whatever the year is."""
    clock.today = date(year, 11, 22)
    address = real_site.new_case()
    page = real_site.fill_in(address + PAGE, typed("17", "", ""), 422)
    example = f"15 5 {year + 1}"
    assert f"For eksempel {example}." in page.text
    assert page.errors == [f"{NAME}: Fyll ut dag, måned og år, for eksempel {example}."]
    real_site.fill_in(address + PAGE, typed(*example.split()))


def test_a_date_without_a_mistake_marks_no_box(real_site: Site) -> None:
    page = real_site.get(real_site.new_case() + PAGE)
    boxes = [page.one("input", name=box).attributes for box in BOXES]
    assert not any({"aria-describedby", "aria-invalid"} & each.keys() for each in boxes)


@pytest.mark.parametrize(
    "parts",
    [
        ("17.", "12.", "2026"),
        ("17", "desember", "2026"),
        ("17.", "Des.", "2026"),
        ("17", "desem", "2026 "),
        ("17.12.2026", "", ""),
        ("17/12-2026", "", ""),
        ("17. desember 2026", "", ""),
        ("17.desember 2026", "", ""),
        ("2026-12-17", "", ""),
        ("", "", "17.12.2026"),
        ("17. desember", "", "2026"),
    ],
)
def test_a_date_is_taken_as_people_write_it(real_site: Site, parts: tuple[str, str, str]) -> None:
    """A point behind, the month in letters, or the whole date in one box."""
    address = real_site.new_case()
    real_site.fill_in(address + PAGE, typed(*parts))
    saved = real_site.case_file(address)["svar"]
    assert saved["neste_kommunestyremote"] == "2026-12-17"
    assert tuple(real_site.get(address + PAGE).typed(box) for box in BOXES) == ("17", "12", "2026")


def test_a_bad_date_is_explained_in_nynorsk_too(real_site: Site) -> None:
    page = real_site.fill_in(real_site.new_case(language="nn") + PAGE, typed("1", "1", "27"), 422)
    assert page.errors == [f"{NAME}: Skriv året med fire siffer, til dømes 15 5 2027."]


def test_a_date_goes_all_the_way(real_site: Site) -> None:
    """Into the case file, onto the page that checks the answers, into advice and memo."""
    address = real_site.new_case()
    real_site.fill_in(
        address + PAGE, {**typed("17", "12", "2026"), "svar_egne_penger": "ingenting"}
    )
    saved = real_site.case_file(address)["svar"]
    assert saved["neste_kommunestyremote"] == "2026-12-17"
    assert "17. desember 2026" in real_site.get(address + "svar").text
    assert tuple(real_site.get(address + PAGE).typed(box) for box in BOXES) == ("17", "12", "2026")
    memo = real_site.client.get(address + "notat.html").get_data(as_text=True)
    assert "17.\u00a0desember 2026" in memo


def test_the_example_shows_its_schedule(real_site: Site) -> None:
    """When the council meets, what waits, the longest way, and what the deadlines ask for."""
    page = real_site.post("/nb/eksempel/namsskogan")
    assert re.search(r">Tidsplan</h2></summary>\s*<div id=\"tidsplan\">", page.html)
    for sentence in (
        "Legg saken fram for kommunestyret 17. desember 2026.",
        "Dette tar lengst tid: først arbeid med boligsosial oversikt, så",
        "Fristen er 1. juli 2027.",
    ):
        assert sentence in page.text


def test_not_knowing_is_an_answer_and_says_what_it_leads_to(real_site: Site) -> None:
    """It decides no scheme, but the plan wants it."""
    address = real_site.new_case()
    real_site.fill_in(address + PAGE, {"svar_neste_kommunestyremote-vet-ikke": "ja"})
    page = real_site.get(address + "svar")
    assert "Når er det neste kommunestyremøtet som saken kan komme opp i?" in page.text
    assert "Trengs til tidsplanen." in page.text


def test_a_council_is_called_by_its_own_name(real_site: Site) -> None:
    """Oslo is asked about the bystyre, a herad about the heradsstyre, also in what went wrong."""
    for kommune, council in (("Oslo", "bystyre"), ("Voss herad", "heradsstyre")):
        address = real_site.new_case(kommune) + PAGE
        page = real_site.get(address)
        assert f"{council}møtet" in page.text
        assert "kommunestyret" not in page.text.lower()
        page = real_site.fill_in(address, typed("17", "", "2026"), 422)
        assert page.errors[0].startswith(f"Neste møte i {council}t: ")


def test_the_memo_page_names_who_owns_the_matter(real_site: Site) -> None:
    """Where a byråd leads, it owns the draft; a herad is titled as one."""
    oslo = real_site.get(real_site.new_case("Oslo") + "notat")
    assert "Tiltaksnotat for Oslo kommune" in oslo.text
    assert "byrådet eier saken" in oslo.text
    voss = real_site.get(real_site.new_case("Voss") + "notat")
    assert "Tiltaksnotat for Voss herad" in voss.text
    assert "kommunedirektøren eier saken" in voss.text


def test_the_day_is_asked_for_once_and_shown_where_it_is_set(real_site: Site) -> None:
    """The memo's page tells what is answered, and leads there; so does the adviser's page."""
    case = real_site.new_case()
    hint = "Når utvalget møtes, for eksempel"
    assert hint in real_site.get(case + "notat").text
    real_site.fill_in(case + PAGE, typed("17", "12", "2026"))
    page = real_site.get(case + "notat")
    assert hint not in page.text
    assert "Dere har svart at kommunestyret møtes 17. desember 2026." in page.text
    ways = [each.attributes["value"] for each in page.all("button", name="ga")]
    assert any(PAGE in each for each in ways)
    assert "På siden om notatet står" not in real_site.get(case + "svar").text


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nb", "På siden om notatet står møtedatoen 4. februar 2027, og planen følger den."),
        ("nn", "På sida om notatet står møtedatoen 4. februar 2027, og planen følgjer han."),
    ],
)
def test_a_day_in_the_memo_that_the_plan_goes_by_is_told_beside_the_question(
    real_site: Site, language: str, told: str
) -> None:
    """Among the answers and where the question is asked; another committee's day is not."""
    case = real_site.new_case(language=language)
    own = {"motedato-dag": "4", "motedato-maned": "2", "motedato-ar": "2027", "language": "nb"}
    real_site.post(case + "notat", {**own, "seen_language": "nb"})
    for path in ("svar", PAGE):
        page = real_site.get(case + path)
        assert told in page.text, path
        assert "notat#motedato-dag" in page.html, path
    seen = {"seen_motedato": "2027-02-04", "seen_language": "nb"}
    real_site.post(case + "notat", {**own, **seen, "utvalg": "Formannskapet"})
    assert told not in real_site.get(case + "svar").text
