"""A number means the same in a form, in a case file and in a rule file, however it is written."""

import json
from collections.abc import Iterator
from decimal import Decimal

import pytest
from clock import Clock
from pages import Site
from question_book import DAY, NAMSSKOGAN
from written_numbers import ASKED, TABLE, Refused, numbers_book

from wizard import municipalities
from wizard.app import create_app
from wizard.domain.case import Case
from wizard.domain.facts import Question
from wizard.domain.place import NOWHERE
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.municipalities import Municipalities
from wizard.paths import DATA
from wizard.rulebook import reading as rule_files
from wizard.rulebook.tree import Scalar
from wizard.rulebook.values import read_fact_value
from wizard.settings import Settings
from wizard.store import casefile
from wizard.store.problems import CasefileError

ROWS = [pytest.param(*row, id=f"{row[0].id} {row[1]}") for row in TABLE]


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return numbers_book()


@pytest.fixture(scope="module")
def known() -> Municipalities:
    return municipalities.load(DATA)


@pytest.fixture(scope="module")
def case_page(
    book: Rulebook, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Site, str]]:
    app = create_app(Settings(folder=tmp_path_factory.mktemp("web"), renderers=0), book, Clock())
    with app.test_client() as client:
        site = Site(client)
        yield site, site.new_case()


@pytest.mark.parametrize(("fact", "typed", "meant"), ROWS)
def test_in_a_form(
    case_page: tuple[Site, str], fact: Question, typed: str, meant: str | Refused
) -> None:
    """It is stored, or the box says what to write."""
    site, address = case_page
    refused = isinstance(meant, Refused)
    page = site.fill_in(
        address + "tema/skrevne/1", {f"svar_{fact.id}": typed}, 422 if refused else 200
    )
    if isinstance(meant, Refused):
        assert page.errors == [" ".join(f"{fact.id}: {meant.web}".split())]
        return
    stored = site.client.get(address + "svarfil.json").get_json()["svar"][fact.id]
    assert Decimal(stored) == Decimal(meant)


@pytest.mark.parametrize(("fact", "typed", "meant"), ROWS)
def test_in_a_case_file(
    book: Rulebook, known: Municipalities, fact: Question, typed: str, meant: str | Refused
) -> None:
    """It is read, or its place says what to write."""
    raw = json.loads(casefile.write(Case(NAMSSKOGAN, DAY, Language.NB)))
    content = json.dumps(raw | {"svar": {fact.id: typed}}).encode()
    if not isinstance(meant, Refused):
        assert casefile.read(content, book, known, DAY).answers == {fact.id: Decimal(meant)}
        return
    with pytest.raises(CasefileError) as refusal:
        casefile.read(content, book, known, DAY)
    (problem,) = refusal.value.problems
    assert (problem.pointer, problem.message.nb) == (f"/svar/{fact.id}", meant.case_file)


@pytest.mark.parametrize(("fact", "typed", "meant"), ROWS)
def test_in_a_rule_file(fact: Question, typed: str, meant: str | Refused) -> None:
    """It is read, or its line says what to write."""
    reading = rule_files.Reading(facts={each.id: each for each in ASKED})
    node = Scalar(NOWHERE, typed)
    if not isinstance(meant, Refused):
        assert read_fact_value(fact, node, reading) == Decimal(meant)
        return
    with pytest.raises(rule_files.Refused):
        read_fact_value(fact, node, reading)
    assert [each.message.nb for each in reading.problems] == [meant.rule_file]
