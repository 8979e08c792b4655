"""A year that has been is never after this year: on the page, in a case file, in a rule file."""

import json
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from memos import book, known
from pages import Site
from question_book import DAY, NAMSSKOGAN

from wizard import rulebook
from wizard.domain.case import Case
from wizard.domain.text import Language
from wizard.paths import RULES
from wizard.store import casefile
from wizard.store.problems import CasefileError

FACT = "samfunnsdel_ar"


@pytest.mark.parametrize(("year", "wrong"), [("2026", False), ("2027", True), ("2040", True)])
def test_a_case_file_takes_years_until_this_one(year: str, *, wrong: bool) -> None:
    """The message says which years there are to choose from."""
    raw = json.loads(casefile.write(Case(NAMSSKOGAN, DAY, Language.NB))) | {"svar": {FACT: year}}
    data = json.dumps(raw).encode()
    if not wrong:
        assert casefile.read(data, book(), known(), DAY).answers == {FACT: int(year)}
        return
    with pytest.raises(CasefileError) as refusal:
        casefile.read(data, book(), known(), DAY)
    assert "Skriv et helt tall fra 1985 til 2026." in refusal.value.problems[0].message.nb


def test_the_page_takes_years_until_this_one(real_site: Site) -> None:
    """It says so before anybody gets it wrong, too."""
    page = real_site.new_case() + f"sporsmal?bare={FACT}"
    assert "fra 1985 til 2026" in real_site.get(page).text
    wrong = real_site.fill_in(page, {f"svar_{FACT}": "2027"}, 422)
    assert wrong.errors[0].endswith("Skriv ett årstall fra 1985 til 2026.")
    real_site.fill_in(page, {f"svar_{FACT}": "2026"})


def test_a_rule_file_takes_years_until_this_one(tmp_path: Path) -> None:
    """An example cannot say of next year that it has been."""
    rules = copytree(RULES, tmp_path / "rules")
    file = rules / "behov" / "tomter-og-planer.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace('samfunnsdel_ar: "2020"', 'samfunnsdel_ar: "2027"', 1), "utf-8")
    (problem,) = rulebook.check(rules, date(2026, 12, 31))
    assert "fra 1985 til 2026" in problem.to(Language.NB)
