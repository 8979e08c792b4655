"""What should be read again, and what is heavy to read, is said and breaks nothing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rule_folder import HARDEST, copy_to, edit, says

from wizard.lab.heavy import heavy_texts
from wizard.lab.loose import loose_bounds
from wizard.lab.overdue import overdue
from wizard.lab.reversed_limits import reversed_limits
from wizard.lab.roles import unexplained
from wizard.lab.unread import unread_options
from wizard.paths import RULES
from wizard.rulebook import load
from wizard.rulebook.messages import warnings


def test_nothing_is_overdue_on_the_last_day() -> None:
    """A date to check by is still in time on that day."""
    assert overdue(load(HARDEST), date(2027, 1, 31)) == ()


def test_a_scheme_and_a_source_become_overdue_the_day_after() -> None:
    """Both are named where they stand, in order of place."""
    due = overdue(load(HARDEST), date(2027, 2, 1))
    assert says(due[0], warnings.READ_OVERDUE)
    assert str(due[0]) == (
        "kilder.yaml:1:3: Kilden «for-2019-11-18-1546» skulle vært lest igjen innen 2027-01-31."
    )
    assert says(due[-1], warnings.CHECK_OVERDUE)
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
    assert all(says(each, warnings.CARRIES_WITHOUT_ACTING) for each in found)
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
    assert all(says(each, warnings.NEED_WITHOUT_PLACE) for each in found)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("{behov: rekruttering, minst: noe}", 0),
        ("{opplysning: rekruttering_stoppes, er: ofte}", 0),
        ("{opplysning: banker_avslar, er: ofte}", 1),
    ],
)
def test_what_carries_a_need_is_wanted_for_it(wanted: str, told: int, tmp_path: Path) -> None:
    """For the need, or for what the need rests on; otherwise the rule says why."""
    root = copy_to(tmp_path)
    scheme = "virkemidler/tilskudd-etablering-og-tilpasning-i-distriktskommuner.yaml"
    edit(root, scheme, "aktuelt: {behov: rekruttering, minst: noe}", f"aktuelt: {wanted}")
    found = [each for each in unexplained(load(root)) if each.place.file == scheme]
    assert [says(each, warnings.CARRIES_UNSEEN) for each in found].count(True) == told


def test_an_answer_that_nothing_reads_is_pointed_out(tmp_path: Path) -> None:
    """Until a rule names it, or an example tries it."""
    root, ask = copy_to(tmp_path), "sporreskjema/20-boligbehov.yaml"
    before = unread_options(load(root))
    rarely = "- {id: sjelden, tekst: {nb: S, nn: S}}\n      "
    edit(root, ask, "- {id: av_og_til,", rarely + "- {id: av_og_til,")
    (new,) = set(unread_options(load(root))) - set(before)
    assert says(new, warnings.OPTION_UNREAD)
    edit(
        root,
        "behov/rekruttering.yaml",
        "rekruttering_stoppes: nei",
        "rekruttering_stoppes: sjelden",
    )
    assert new not in unread_options(load(root))


def test_all_our_own_answers_are_read() -> None:
    """What we ask of others we do."""
    assert unread_options(load(RULES)) == ()


def test_our_own_roles_have_their_reasons() -> None:
    """What we ask of others we do."""
    assert unexplained(load(RULES)) == ()


def test_bounds_that_let_twice_the_number_through_are_pointed_out(tmp_path: Path) -> None:
    """Whoever edits the number is not stopped by them, and ours let nothing through."""
    assert loose_bounds(load(RULES)) == loose_bounds(load(HARDEST)) == ()
    root = copy_to(tmp_path)
    edit(root, "satser/lan.yaml", '{fra: "30", til: "60"}', '{fra: "30", til: "80"}')
    (found,) = loose_bounds(load(root))
    assert says(found, warnings.BOUNDS_TOO_WIDE)
    assert "slipper 80 gjennom" in found.message.nb


def test_a_need_that_is_severe_before_it_is_there_is_pointed_out() -> None:
    """Ours are in order; with the two conditions changed round, it is told."""
    ours = load(RULES)
    assert reversed_limits(ours) == ()
    need = ours.needs["plankapasitet"]
    turned = replace(need, severe=need.some, some=need.severe)
    (found, *_) = reversed_limits(replace(ours, needs={need.id: turned}))
    assert says(found, warnings.LIMITS_REVERSED)
    assert "nådd ved 1.5, før «noe», som blir nådd ved 0.5" in found.message.nb
    same = replace(need, severe=need.some)
    assert reversed_limits(replace(ours, needs={need.id: same})) == ()
