"""What should be read again, and what is heavy to read, is said and breaks nothing."""

from datetime import date
from pathlib import Path

import pytest
from rule_folder import HARDEST, copy_to, edit, says

from wizard.lab.heavy import heavy_texts
from wizard.lab.overdue import overdue
from wizard.lab.roles import unexplained
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


def test_what_does_not_act_and_is_to_carry_a_need_is_pointed_out(tmp_path: Path) -> None:
    """Until the rule says why, or that it only supports."""
    root, scheme = copy_to(tmp_path), "virkemidler/startlan.yaml"
    before = len(unexplained(load(root)))
    edit(root, scheme, "innsats:", "virkning: forbereder\ninnsats:")
    found = [each for each in unexplained(load(root)) if each.place.file == scheme]
    assert len(found) > 0
    assert all(says(each, rules.CARRIES_WITHOUT_ACTING) for each in found)
    text = (root / scheme).read_text(encoding="utf-8").replace("rolle: hoved", "rolle: stotte")
    (root / scheme).write_text(text, encoding="utf-8")
    assert len(unexplained(load(root))) == before


def test_a_need_without_a_place_in_our_order_is_pointed_out(tmp_path: Path) -> None:
    """Only where the rulebook orders needs at all."""
    root = copy_to(tmp_path)
    assert not [each for each in unexplained(load(root)) if each.place.file.startswith("behov")]
    edit(
        root,
        "regelverk.yaml",
        "  rekkefolge: [",
        "  behov: [{behov: rekruttering, begrunnelse: {nb: x, nn: y}}]\n  rekkefolge: [",
    )
    found = [each for each in unexplained(load(root)) if each.place.file.startswith("behov")]
    assert found
    assert all(says(each, rules.NEED_WITHOUT_PLACE) for each in found)


def test_our_own_roles_have_their_reasons() -> None:
    """What we ask of others we do."""
    assert unexplained(load(RULES)) == ()
