"""What should be read again, and what is heavy to read, is said and breaks nothing."""

from datetime import date
from pathlib import Path

import pytest
from rule_folder import HARDEST, copy_to, edit, says

from wizard.lab.heavy import heavy_texts
from wizard.lab.overdue import overdue
from wizard.paths import RULES
from wizard.rulebook import load
from wizard.rulebook.messages import rules


def test_nothing_is_overdue_on_the_last_day() -> None:
    """A date to check by is still in time on that day."""
    assert overdue(load(HARDEST), date(2027, 1, 31)) == ()


def test_a_scheme_and_a_source_become_overdue_the_day_after() -> None:
    """Both are named where they stand, in order of place."""
    due = overdue(load(HARDEST), date(2027, 2, 1))
    assert says(due[0], rules.READ_OVERDUE)
    assert str(due[0]) == (
        "kilder.yaml:1:3: Kilden «for-2019-11-18-1546» skulle vært lest igjen innen 2027-01-31."
    )
    assert says(due[-1], rules.CHECK_OVERDUE)
    assert due[-1].place.file == "virkemidler/tilskudd-til-utleieboliger.yaml"
    assert [each.place for each in due] == sorted(each.place for each in due)


def _heavy(text: str, folder: Path) -> list[str]:
    root = copy_to(folder)
    edit(root, "regelverk.yaml", "{nb: De vanskeligste ordningene", f'{{nb: "{text}"')
    return [str(each) for each in heavy_texts(root) if each.place.file == "regelverk.yaml"]


def test_plain_words_are_left_alone(tmp_path: Path) -> None:
    """Neither words that only begin alike, nor thirty words that are several sentences."""
    assert _heavy("Hold en samtale samtidig. " * 10, tmp_path) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kommunen benytter planen", "«benytt» er tungt. Skriv heller «bruke»."),
        ("Plan samt budsjett", "«samt» er tungt. Skriv heller «og»."),
        ("ord " * 31, "En setning har 31 ord. Del den, så blir den lettere å lese."),
        ("{sats:x}" + "ord " * 29 + "a: b.", ""),
    ],
)
def test_heavy_language_is_pointed_out(text: str, said: str, tmp_path: Path) -> None:
    """A long sentence or a heavy word is named where it stands, with something better."""
    assert _heavy(text, tmp_path) == ([f"regelverk.yaml:1:12: {said}"] if said else [])


def test_our_own_rules_are_light() -> None:
    """What we ask of others we do."""
    assert heavy_texts(RULES) == ()
