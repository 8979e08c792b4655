"""The forms of the memo and its plan, handed out from a case."""

import csv
import json
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from docx import Document
from icalendar import Calendar
from pages import Site

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def example(real_site: Site) -> str:
    """Return the address of a case with the answers of Namsskogan."""
    page = real_site.post("/nb/eksempel/namsskogan")
    return page.response.request.path.partition("/rad")[0] + "/"


@pytest.mark.parametrize(
    ("form", "kind", "name"),
    [
        ("docx", _WORD, "tiltaksnotat_namsskogan.docx"),
        ("ics", "text/calendar", "kalender_namsskogan.ics"),
        ("csv", "text/csv", "handlingsplan_namsskogan.csv"),
        ("json", "application/json", "handlingsplan_namsskogan.json"),
    ],
)
def test_each_form_is_a_file_with_its_type_and_a_name_of_its_own(
    real_site: Site, example: str, form: str, kind: str, name: str
) -> None:
    """That sorts by day, and says what it is."""
    answer = real_site.client.get(f"{example}notat.{form}")
    assert answer.status_code == 200
    assert answer.mimetype == kind
    assert f"2026-11-22_{name}" in answer.headers["Content-Disposition"]


def test_what_is_handed_out_can_be_read(real_site: Site, example: str) -> None:
    """By the programs that such files are made for."""
    given = {
        form: real_site.client.get(f"{example}notat.{form}").data
        for form in ("docx", "ics", "csv", "json")
    }
    headings = [each.text for each in Document(BytesIO(given["docx"])).paragraphs]
    assert "Forslag til vedtak" in headings
    assert ZipFile(BytesIO(given["docx"])).testzip() is None
    assert Calendar.from_ical(given["ics"]).events
    rows = list(csv.reader(StringIO(given["csv"].decode("utf-8-sig")), delimiter=";"))
    assert len(rows) - 1 == len(json.loads(given["json"])["plan"]) > 0


@pytest.mark.parametrize("paper", ["notat", "kortnotat", "sporreark"])
@pytest.mark.parametrize("form", ["html", "docx"])
def test_the_paper_is_chosen_in_the_address(
    real_site: Site, example: str, form: str, paper: str
) -> None:
    """And the name of the file says which."""
    answer = real_site.client.get(f"{example}notat.{form}?papir={paper}")
    assert answer.status_code == 200
    named = "tiltaksnotat" if paper == "notat" else paper
    assert form == "html" or named in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("form", ["html", "docx", "pdf"])
def test_a_paper_that_is_not_there_is_not_found(real_site: Site, example: str, form: str) -> None:
    """What is made up in the address leads to the page that says so."""
    page = real_site.get(f"{example}notat.{form}?papir=plakat", 404)
    assert page.heading


def test_a_case_without_dates_has_a_page_instead_of_a_calendar(real_site: Site) -> None:
    """In the language of the page, with a way back."""
    address = real_site.new_case(language="nn")
    page = real_site.get(f"{address}notat.ics", 404)
    assert page.heading == "Det er ingen datoar enno"
    assert any(a.attributes["href"].endswith("/notat") for a in page.all("a"))
    assert real_site.client.get(f"{address}notat.csv").status_code == 200
