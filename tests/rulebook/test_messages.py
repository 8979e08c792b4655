"""Every mistake has a message of its own, in the right place, in both written forms."""

from pathlib import Path
from types import ModuleType

import broken_folders
import broken_form
import broken_guards
import broken_rules
import broken_values
import pytest
from broken_folders import FolderBreak
from rule_folder import Break, copy_to, edit, said, says

from wizard.domain.text import Text
from wizard.rulebook import check
from wizard.rulebook.messages import form, guards, rules, values

IN_FILES = (
    *broken_form.BREAKS,
    *broken_values.BREAKS,
    *broken_rules.BREAKS,
    *broken_guards.BREAKS,
)
# Parts of other messages, and what takes a day to see (test_loading.py).
NO_PROBLEMS = {
    form.BACKSLASH,
    form.CANNOT_BE_CALLED,
    form.NOT_INSIDE,
    form.NO_SUCH_FILE,
    values.A_VALUE,
    values.A_LIST,
    values.A_RECORD,
    values.A_NUMBER,
    values.A_WHOLE_NUMBER,
    values.NOT_YET,
    rules.NO_UNIT,
    guards.HIGHER,
    guards.LOWER,
}


@pytest.mark.parametrize("mistake", IN_FILES, ids=lambda mistake: mistake.claim)
def test_a_mistake_is_named_where_it_stands(mistake: Break, tmp_path: Path) -> None:
    """The message names the mistake, points at it, and suggests what was meant."""
    root = copy_to(tmp_path)
    edit(root, mistake.file, mistake.old, mistake.new)
    there = [problem for problem in check(root) if problem.place == mistake.place(root)]
    assert any(says(problem, mistake.message, mistake.meant) for problem in there), said(root)


@pytest.mark.parametrize("mistake", broken_folders.BREAKS, ids=lambda mistake: mistake.claim)
def test_a_file_out_of_place_is_named(mistake: FolderBreak, tmp_path: Path) -> None:
    """The message names the file, relative to the rules folder."""
    root = copy_to(tmp_path)
    mistake.change(root)
    there = [problem for problem in check(root) if problem.place.file == mistake.file]
    assert any(says(problem, mistake.message, mistake.meant) for problem in there), said(root)


def _catalogue(module: ModuleType) -> set[Text]:
    return {value for value in vars(module).values() if isinstance(value, Text)}


def test_every_message_is_tested() -> None:
    """No message is in the catalogue without a mistake that brings it out."""
    tested = {each.message for each in IN_FILES}
    tested |= {each.message for each in broken_folders.BREAKS}
    catalogue = set[Text]().union(*map(_catalogue, (form, values, rules, guards)))
    assert catalogue - tested - NO_PROBLEMS == set()


def test_a_misspelt_field_is_not_missing_as_well(tmp_path: Path) -> None:
    """Whoever wrote `sikkerheit` is not told also that `sikkerhet` is missing."""
    root = copy_to(tmp_path)
    edit(root, "virkemidler/startlan.yaml", "sikkerhet: A", "sikkerheit: A")
    assert said(root) == [
        "virkemidler/startlan.yaml:26:5: Ukjent felt «sikkerheit» i vilkåret. Mente du «sikkerhet»?"
    ]
