"""A thing gets another id or name wherever it is mentioned, in all files or in none."""

from datetime import date
from pathlib import Path

import pytest
from rule_folder import copy_to, edit

from wizard.domain.text import Text
from wizard.rulebook import RulebookError, load
from wizard.rulebook.in_place import NotThere
from wizard.rulebook.reading import Kind
from wizard.rulebook.renaming import Renaming, followed, rename

TODAY = date(2026, 11, 28)
THINGS = [
    (Kind.SCHEME, "startlan", "boliglan"),
    (Kind.FACT, "pris_enebolig_m2", "pris_per_m2"),
    (Kind.NEED, "vanskeligstilte", "utsatte"),
    (Kind.RATE, "tilvisning_andel", "andel_tilvisning"),
    (Kind.SOURCE, "for-2019-11-18-1546", "lanforskriften"),
]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def without(contents_: dict[str, bytes], old: str, new: str) -> dict[str, bytes]:
    """Return files as they would be with no difference but the id: the rest must be untouched."""
    return {
        name.replace(new, old): content.replace(new.encode(), old.encode())
        for name, content in contents_.items()
        if name != "tidligere.yaml"
    }


@pytest.mark.parametrize(("kind", "old", "new"), THINGS, ids=[old for _, old, _ in THINGS])
def test_only_the_id_changes_and_nothing_refers_to_the_former(
    tmp_path: Path, kind: Kind, old: str, new: str
) -> None:
    folder = copy_to(tmp_path)
    before = contents(folder)
    done = rename(folder, Renaming(kind, old, new), None, TODAY)
    assert done.renamed is not None
    assert done.renamed.mentions > 1
    assert without(contents(folder), old, new) == before
    book = load(folder, TODAY)
    tables = (
        book.former.schemes,
        book.former.facts,
        book.former.needs,
        book.former.rates,
        book.former.sources,
    )
    assert [dict(table) for table in tables if table] == [{old: new}]


def test_an_id_that_is_taken_changes_nothing(tmp_path: Path) -> None:
    folder = copy_to(tmp_path)
    before = contents(folder)
    with pytest.raises(RulebookError):
        rename(folder, Renaming(Kind.SCHEME, "startlan", "utleielan-kommune"), None, TODAY)
    assert contents(folder) == before


def test_an_id_that_comes_back_is_no_former_id(tmp_path: Path) -> None:
    folder = copy_to(tmp_path)
    for old, new in (("startlan", "boliglan"), ("boliglan", "huslan"), ("huslan", "startlan")):
        rename(folder, Renaming(Kind.SCHEME, old, new), None, TODAY)
    former = load(folder, TODAY).former.schemes
    assert former == {"boliglan": "startlan", "huslan": "startlan"}


def test_an_id_in_two_pieces_is_told_of_and_nothing_changes(tmp_path: Path) -> None:
    folder = copy_to(tmp_path)
    edit(folder, "satser/lan.yaml", "tilvisning_andel:", '"tilvisning\\u005fandel":')
    before = contents(folder)
    with pytest.raises(NotThere, match=r"satser/lan\.yaml"):
        rename(folder, Renaming(Kind.RATE, "tilvisning_andel", "andel"), None, TODAY)
    assert contents(folder) == before


def test_a_new_name_reaches_the_texts_and_the_former_is_searched_by(tmp_path: Path) -> None:
    """The forms that are bent are left to a person, with their places."""
    folder = copy_to(tmp_path)
    edit(
        folder,
        "behov/vanskeligstilte.yaml",
        "kort:",
        "begrunnelse:\n  nb: Startlån er lån. Med startlån og startlånet.\n"
        "  nn: Startlån er lån. Med startlån og startlånet.\nkort:",
    ) if "begrunnelse:" not in (folder / "behov/vanskeligstilte.yaml").read_text("utf-8") else None
    called = Text("Boliglån fra kommunen", "Bustadlån frå kommunen")
    done = rename(folder, Renaming(Kind.SCHEME, "startlan", "startlan"), called, TODAY)
    assert done.named is not None
    assert done.named.was == Text("Startlån", "Startlån")
    scheme = load(folder, TODAY).schemes["startlan"]
    assert scheme.name == called
    assert "Startlån" in scheme.search_words
    assert not (folder / "tidligere.yaml").exists()


def test_a_question_is_named_anew_only_where_it_stands(tmp_path: Path) -> None:
    folder = copy_to(tmp_path)
    fact = next(iter(load(folder).questions.values()))
    called = Text("Et nytt navn: «her»", "Eit nytt namn: «her»")
    done = rename(folder, Renaming(Kind.FACT, fact.id, fact.id), called, TODAY)
    assert load(folder, TODAY).facts[fact.id].name == called
    assert len(done.written) == 1


@pytest.mark.parametrize(("kind", "old", "new"), THINGS, ids=[old for _, old, _ in THINGS])
def test_former_rules_are_read_by_the_ids_of_later_ones(
    tmp_path: Path, kind: Kind, old: str, new: str
) -> None:
    """What is otherwise equal then differs in nothing, as the impact of an edit shows it."""
    former = copy_to(tmp_path / "before")
    later = copy_to(tmp_path / "after")
    rename(later, Renaming(kind, old, new), None, TODAY)
    now = load(later, TODAY)
    then = followed(former, now.former).book
    assert then.hash == load(former).hash
    assert (then.schemes, then.needs, then.rates, then.facts) == (
        now.schemes,
        now.needs,
        now.rates,
        now.facts,
    )
