"""What an edition may say of its scheme in place of the scheme itself, and how that is read."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from rule_folder import HARDEST, copy_to, edit, says

from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Text
from wizard.lab.examples import run_examples
from wizard.lab.mutants import MutationKind, mutants
from wizard.paths import RULES
from wizard.rulebook import check, load
from wizard.rulebook.kinds.dated import DATED
from wizard.rulebook.messages import rules as say
from wizard.rulebook.messages import values

_START, _ALLOT = "virkemidler/startlan.yaml", "virkemidler/utleielan-tildeling.yaml"
_EVE, _DAY = date(2026, 12, 31), date(2027, 1, 1)
_ANCHOR = 'kontrollert: "2026-07-28"'
_CHECKED = re.compile(r"^kontrollert:.*$", re.MULTILINE)
_EDITIONS = """\
utgaver:
  - til: "2026-12-31"
  - fra: "2027-01-01"
    {said}
"""


def with_edition(root: Path, file: str, said: str, anchor: str = _ANCHOR) -> Path:
    """Give a scheme an edition from 2027 that says something, and return the folder."""
    edit(root, file, anchor, _EDITIONS.format(said=said) + anchor)
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a copy of the hardest rulebook."""
    return copy_to(tmp_path)


@pytest.fixture
def renamed(root: Path) -> Rulebook:
    """Return it with a scheme that has another name, and another need, from 2027."""
    said = (
        "navn: {nb: Boligstart, nn: Bustadstart}\n"
        "    dekker: [{behov: vanskeligstilte, rolle: hoved}]\n"
        "    aktuelt: {behov: vanskeligstilte, minst: stor}"
    )
    return load(with_edition(root, _START, said))


def test_what_stands_in_an_edition_holds_in_place_of_what_stands_in_the_scheme(
    renamed: Rulebook,
) -> None:
    """And what the other edition leaves out is that of the scheme."""
    before, after = (renamed.on(day).schemes["startlan"] for day in (_EVE, _DAY))
    assert (before.name, after.name) == (
        Text("Startlån", "Startlån"),
        Text("Boligstart", "Bustadstart"),
    )
    assert [each.need for each in before.covers] == ["vanskeligstilte", "rekruttering"]
    assert [(each.need, each.main) for each in after.covers] == [("vanskeligstilte", True)]
    assert before.relevant != after.relevant
    assert before.short is after.short


def test_a_book_on_a_day_is_the_same_rulebook(renamed: Rulebook) -> None:
    """Its hash, and all that no edition speaks of."""
    assert renamed.on(_EVE).hash == renamed.on(_DAY).hash == renamed.hash
    assert load(HARDEST).on(_DAY).schemes["startlan"].name.nb == "Startlån"


def test_an_example_is_run_by_the_rules_of_its_own_day(root: Path) -> None:
    """One of 2026 stands as it stood; the same a year later goes by what is new."""
    with_edition(root, _START, "aktuelt: {behov: vanskeligstilte, minst: stor}")
    assert run_examples(load(root)).problems == ()
    edit(root, _START, 'dato: "2026-11-22"', 'dato: "2027-11-22"')
    (problem,) = run_examples(load(root)).problems
    assert "skal gi «anbefalt»" in problem.message.nb


def test_two_schemes_can_pass_a_name_on(root: Path) -> None:
    """On no day do two have the same."""
    name = "navn: {nb: Lån til utleieboliger med tildelingsavtale, nn: Lån til utleigebustader}"
    with_edition(root, _START, name)
    with_edition(root, _ALLOT, "navn: {nb: Tildelingslån, nn: Tildelingslån}")
    assert check(root) == ()


@pytest.mark.parametrize(
    ("said", "message", "meant"),
    [
        ("navn: {nb: Boligstart}", values.MISSING_KEY, ""),
        ("dekker: [{behov: rekrutering, rolle: hoved}]", values.UNKNOWN_ID, "rekruttering"),
        ("dekker: [{behov: rekruttering, rolle: hoved_}]", values.NOT_ALLOWED, "hoved"),
        ("aktuelt: {opplysning: startlan_bruk, er: aktiv}", values.NOT_AN_OPTION, "aktivt"),
        ("slag: tilskudd", values.UNKNOWN_KEY_AMONG, ""),
        ("erfaringer: [{tekst: {nb: X, nn: Y}, kilde: ukjent-kilde}]", values.UNKNOWN_ID_NEW, ""),
        ("styrker: [startlan]", say.RELATED_TO_ITSELF, ""),
        (
            "navn: {nb: Lån til utleieboliger med tildelingsavtale, nn: X}",
            say.SAME_NAME,
            "",
        ),
        (
            "forst: {minst_en: [utleielan-tildeling]}\n    alternativ_til: [utleielan-tildeling]",
            say.BOTH_WITH_AND_INSTEAD,
            "",
        ),
    ],
)
def test_what_is_wrong_in_an_edition_is_told_as_in_the_scheme(
    root: Path, said: str, message: Text, meant: str
) -> None:
    """The same message, at the line of the edition."""
    with_edition(root, _START, said)
    lines = (root / _START).read_text("utf-8").splitlines()
    first = lines.index('  - fra: "2027-01-01"') + 1
    (problem,) = [each for each in check(root) if says(each, message, meant)]
    told_of_other = problem.place.file != _START  # of two with one name, the second is named
    assert told_of_other or first <= problem.place.line <= first + said.count("\n") + 1
    assert all(each.place.file in {_START, _ALLOT} for each in check(root))


def test_schemes_that_lean_on_each_other_from_a_day_on_are_told(root: Path) -> None:
    """No circle stands in the schemes themselves: it comes with the edition."""
    grant = "virkemidler/tilskudd-til-utleieboliger.yaml"
    with_edition(root, grant, "bare_sammen_med: {minst_en: [utleielan-tildeling]}")
    (problem,) = check(root)
    assert says(problem, say.CIRCLE_OF_SCHEMES)
    line = (root / grant).read_text("utf-8").splitlines()[problem.place.line - 1]
    assert line.strip() == "bare_sammen_med: {minst_en: [utleielan-tildeling]}"
    assert "Ta bort «utleielan-tildeling» her" in problem.message.nb


def _indented(said: str) -> str:
    return said.rstrip().replace("\n", "\n    ")


def test_everything_said_of_a_scheme_can_stand_in_an_edition(tmp_path: Path) -> None:
    """Each field, as one of our own schemes has it, is read in an edition as in the scheme."""
    root = Path(shutil.copytree(RULES, tmp_path / "rules"))
    texts = {path: path.read_text("utf-8") for path in sorted(root.glob("[tv]*/*.yaml"))}
    free = [path for path, text in texts.items() if "\nutgaver:" not in text]
    moved: dict[str, str] = {}
    for name, key in DATED.items():
        block = re.compile(rf"^{key.name}:.*\n(?:[ #-].*\n)*", re.MULTILINE)
        path = next(each for each in free if block.search(texts[each]))
        (said,), (anchor,) = block.findall(texts[path]), _CHECKED.findall(texts[path])
        with_edition(root, f"{path.parent.name}/{path.name}", _indented(said), anchor)
        moved[path.stem] = name
        free.remove(path)
    book, ours = load(root), load(RULES)
    for id_, name in moved.items():
        scheme = book.schemes[id_]
        assert [list(each.instead) for each in scheme.editions] == [[name], [name]]
        assert [getattr(scheme.on(day), name) for day in (_EVE, _DAY)] == [
            getattr(ours.schemes[id_], name)
        ] * 2


def test_the_small_wrongs_are_done_to_each_edition_by_itself(renamed: Rulebook) -> None:
    """A mutant of `aktuelt` or `dekker` in one edition leaves the other days as they were."""
    wrong = [each for each in mutants(renamed) if each.schemes == ("startlan",)]
    roles = [each for each in wrong if each.kind is MutationKind.ROLE]
    assert len(roles) == 3  # two of before, one of after
    for mutant in wrong:
        if mutant.kind is MutationKind.DATE:
            continue
        days = [
            day
            for day in (_EVE, _DAY)
            if mutant.rulebook.on(day).schemes["startlan"] != renamed.on(day).schemes["startlan"]
        ]
        assert days, mutant.what.nb
