"""The book holds everything that the rule files say, and can be printed."""

import re
from datetime import date
from pathlib import Path

import page as validation
import pytest
from click.testing import CliRunner
from rule_folder import HARDEST

from wizard.book.compose import compose
from wizard.book.html import render_html, render_pdf
from wizard.book.model import Book
from wizard.cli.rules import rules
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Funding
from wizard.domain.text import Language
from wizard.municipalities import load as load_municipalities
from wizard.paths import DATA, RULES
from wizard.rulebook import load

_DAY = date(2026, 11, 22)
_KOMMUNER = load_municipalities(DATA)


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    """Give our own rules."""
    return load(RULES)


@pytest.fixture(scope="module", params=list(Language))
def language(request: pytest.FixtureRequest) -> Language:
    """Give each written form."""
    return Language(request.param)


@pytest.fixture(scope="module")
def book(rulebook: Rulebook, language: Language) -> Book:
    """Give the book."""
    return compose(rulebook, _KOMMUNER, _DAY, language)


@pytest.fixture(scope="module")
def html(book: Book) -> str:
    """Give the page as text, without line breaks and signs that only keep numbers together."""
    return re.sub(r"\s+", " ", render_html(book).replace("\u00a0", " "))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("'", "&#39;").replace('"', "&#34;")


def test_nothing_is_left_out(rulebook: Rulebook, language: Language, html: str) -> None:
    """Every need, scheme, term, pitfall, question, rate and source stands in the book."""
    names = [each.name.to(language) for each in rulebook.schemes.values()]
    names += [each.name.to(language) for each in rulebook.needs.values()]
    names += [each.name.to(language) for each in rulebook.rates.values()]
    names += [each.title.to(language) for each in rulebook.sources.values()]
    names += [each.text.to(language) for each in rulebook.questions.values()]
    names += [name.to(language) for gone in rulebook.abolished.values() for name in gone.names]
    for scheme in rulebook.schemes.values():
        names += [each.to(language) for each in scheme.pitfalls]
        names += [each.name for each in scheme.examples]
        for edition in scheme.editions:
            names += [each.text.to(language) for each in edition.terms]
            names += [each.text.to(language) for each in edition.steps]
    missing = [name for name in names if "{" not in name and _escaped(name) not in html]
    assert missing == []


def test_every_link_in_the_book_leads_somewhere(html: str) -> None:
    """Each heading in the list of contents is found, and no address is used twice."""
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_rates_are_filled_in_and_figures_named(html: str) -> None:
    """No slot is left open; a figure of some kommune goes by its name."""
    assert "{sats" not in html
    assert "{tall" not in html


def test_each_value_stands_with_a_basis_of_its_own() -> None:
    """Whoever checks a rate sees what changed it, and on which day."""
    rates = compose(load(HARDEST), _KOMMUNER, _DAY, Language.NB).rates
    rate = next(each for each in rates if each.name == "Største lån til foretak som leier ut")
    assert rate.basis == "Forskrift om lån fra Husbanken § 7-4"
    ((day, basis),) = rate.own_bases
    assert day == "17. februar 2025"
    assert basis == "Forskrift om lån fra Husbanken endret 17. februar 2025"


def test_what_is_over_is_marked(book: Book) -> None:
    """Editions stand with the newest first, and only those in force are marked as such."""
    closed = next(
        each
        for each in book.instruments
        if each.said.id == "tilskudd-til-boligtiltak-i-distriktene"
    )
    assert [edition.said.in_force for edition in closed.editions] == [False]
    assert closed.ended
    several = next(each for each in book.instruments if len(each.editions) > 1)
    assert several.editions[0].said.in_force
    assert not several.editions[-1].said.in_force


def test_a_source_tells_its_age(rulebook: Rulebook) -> None:
    """Days first, then months; and what should have been read again is marked."""
    late = compose(rulebook, _KOMMUNER, date(2030, 1, 1), Language.NB)
    assert all(each.overdue for each in late.sources)
    ages = {each.read: each.age for each in compose(rulebook, _KOMMUNER, _DAY, Language.NB).sources}
    assert ages["22. november 2026"] == "i dag"
    assert ages["28. juli 2026"] == "for 3 måneder siden"
    week_later = compose(rulebook, _KOMMUNER, date(2026, 11, 29), Language.NN).sources
    assert "for 7 dagar sidan" in {each.age for each in week_later}


def test_no_two_examples_look_alike_and_give_different_things(book: Book) -> None:
    """Numbers are printed as they are: 6,99 % is not 7 %."""
    examples = [each.examples for each in book.needs]
    examples += [each.examples for each in (*book.instruments, *book.measures)]
    for rows in examples:
        given: dict[tuple[str, str], str] = {}
        for row in rows:
            assert given.setdefault((row.known, row.day), row.gives) == row.gives, row.name
    aged = next(each for each in book.needs if each.id == "eldre").examples
    assert any("6,99" in row.known for row in aged)


def test_a_duty_says_since_when_the_law_demands_it(rulebook: Rulebook) -> None:
    """What the law has demanded for years is not told as having no deadline."""
    measures = {
        each.said.id: each for each in compose(rulebook, _KOMMUNER, _DAY, Language.NB).measures
    }
    overview, plan = measures["boligsosial-oversikt"], measures["bolig-i-kommuneplanen"]
    assert overview.duty.startswith("Loven har krevd dette siden 1. juli 2023. Lov om")
    assert overview.editions[0].deadlines.startswith("Skulle vært på plass fra 1. juli 2023")
    assert plan.duty.startswith("Loven krever dette fra 1. juli 2027. Lov om")
    assert plan.editions[0].deadlines.startswith("1. juli 2027")
    early = compose(rulebook, _KOMMUNER, date(2023, 6, 30), Language.NB).measures
    (before,) = [each for each in early if each.said.id == "boligsosial-oversikt"]
    assert before.duty.startswith("Loven krever dette fra 1. juli 2023.")
    assert before.editions[0].deadlines.startswith("1. juli 2023")
    duties = {each.id for each in rulebook.schemes.values() if each.duty}
    assert {id_ for id_, each in measures.items() if each.duty} == duties


def test_only_law_is_called_so(rulebook: Rulebook) -> None:
    """Guidelines, calls and practice are grounds, not hjemmel."""
    book = compose(rulebook, _KOMMUNER, _DAY, Language.NB)
    for part in (*book.instruments, *book.measures):
        editions = reversed(rulebook.schemes[part.said.id].editions)
        for shown, edition in zip(part.editions, editions, strict=True):
            binding = edition.basis is not None and edition.basis.level.is_binding
            assert (shown.basis_label == "Hjemmel") == binding


def test_the_municipality_chooses_the_day_of_its_own_measures(rulebook: Rulebook) -> None:
    """Only what others receive applications for can be open all the time."""
    book = compose(rulebook, _KOMMUNER, _DAY, Language.NB)
    measures = {each.deadlines for part in book.measures for each in part.editions}
    instruments = {each.deadlines for part in book.instruments for each in part.editions}
    assert "Kommunen velger selv når" in measures - instruments
    assert "Løpende, ingen fast frist" in instruments - measures


def test_what_the_municipality_pays_itself_is_not_said_to_be_open(rulebook: Rulebook) -> None:
    """There is no pot to be open; what others pay for keeps its doubt."""
    book = compose(rulebook, _KOMMUNER, _DAY, Language.NB)
    for part in book.measures:
        editions = reversed(rulebook.schemes[part.said.id].editions)
        for shown, edition in zip(part.editions, editions, strict=True):
            assert bool(shown.funding) == (edition.funding is not Funding.OPEN)
    assert all(edition.funding for part in book.instruments for edition in part.editions)


def test_the_star_is_explained_once(book: Book, html: str) -> None:
    """Where the book says how it is read."""
    assert html.count(book.ours_means) == 1
    assert book.ours_means.startswith("*")


def test_kommuner_go_by_name_and_number(book: Book) -> None:
    """In the rates and in the examples: nobody knows 5616 by heart."""
    (listed,) = [value for rate in book.rates for _, value in rate.values if "5603" in value]
    assert "Hasvik (5616)" in listed
    assert listed.endswith(" og Nesseby (5636)")
    assert re.findall(r"(?<!\()\b56\d\d\b", listed) == []
    rows = [row for part in book.instruments for row in part.examples]
    assert [row.known for row in rows if re.search(r": 56\d\d\b", row.known)] == []


def test_what_never_began_is_not_said_to_have_ended(book: Book, html: str) -> None:
    """Of an end that nobody knows, what happened tells as much as is known."""
    told = "".join(each.names for each in book.abolished if not each.ended)
    assert "Trygghetsboligtilskudd" in told or "Tryggleiksbustadtilskot" in told
    assert "Boligetablering i distriktene" in told or "Bustadetablering i distrikta" in told
    assert "tok slutt." not in html


def test_the_checksum_is_printed_letter_by_letter(book: Book, html: str) -> None:
    """It is compared with another, sign for sign."""
    assert f"</strong> {book.checksum}<" in html


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_pdf_passes(profile: str, tmp_path: Path) -> None:
    """The book is an archive copy and accessible, like the memo."""
    path = tmp_path / "regelbok.pdf"
    path.write_bytes(render_pdf(compose(load(HARDEST), _KOMMUNER, _DAY, Language.NN)))
    report = validation.validate_pdf(str(path), profile=profile)
    assert report.is_compliant, report.failures


def test_the_command_writes_both_written_forms(tmp_path: Path) -> None:
    """One page for each, in the folder that was asked for."""
    out = tmp_path / "bok"
    run = CliRunner().invoke(rules, ["document", str(HARDEST), "-o", str(out), "--html"])
    assert run.exit_code == 0, run.output
    assert sorted(path.name for path in out.iterdir()) == ["regelbok-nb.html", "regelbok-nn.html"]
    assert "De vanskeligste ordningene" in (out / "regelbok-nb.html").read_text(encoding="utf-8")
    assert "Dei vanskelegaste ordningane" in (out / "regelbok-nn.html").read_text(encoding="utf-8")
