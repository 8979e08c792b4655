"""A release goes one way: checked, approved by another, live. Nothing else is let through."""

import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from wizard import rulebook
from wizard.clock import NORWAY
from wizard.domain.text import Text
from wizard.releases.record import Release, Signed, name_of, note_of, read_release, write_release
from wizard.releases.refusals import RefusedError
from wizard.releases.shelf import Shelf, rules_in

NOON = datetime(2026, 11, 28, 12, tzinfo=NORWAY)
KARI, OLA = Signed("Kari Nes", NOON), Signed("Ola Li", NOON + timedelta(hours=1))
Draft = tuple[str, bytes]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "utgivelser")


@pytest.fixture
def draft(tmp_path: Path) -> Callable[[str], Draft]:
    """Return what makes a packed set of rules with one word that tells it from others."""

    def make(word: str) -> Draft:
        folder = tmp_path / word
        folder.mkdir(exist_ok=True)
        (folder / "regelverk.yaml").write_text(f"navn: {word}\n", "utf-8")
        return rulebook.pack(folder)

    return make


def release(draft: Draft, former: str = "", made: Signed = KARI) -> Release:
    return Release("1", draft[0], former, Text("Ny sats.", "Ny sats."), made)


def publish(shelf: Shelf, draft: Draft) -> Release:
    shelf.record(release(draft, shelf.live))
    shelf.approve(draft[0], OLA)
    return shelf.go_live(*draft, OLA)


def refusal(step: Callable[[], object]) -> str:
    with pytest.raises(RefusedError) as refused:
        step()
    return refused.value.message.nb


def test_a_release_is_live_once_another_has_approved_it(
    shelf: Shelf, draft: Callable[[str], Draft]
) -> None:
    """Its files lie in a folder by their hash, and that is where the service reads."""
    first = draft("første")
    publish(shelf, first)
    assert shelf.live == first[0]
    there = rules_in(shelf.folder)
    assert there == shelf.folder / "regler" / first[0]
    assert (there / "regelverk.yaml").read_text("utf-8") == "navn: første\n"
    assert rulebook.pack(there)[0] == first[0]


def test_who_made_a_release_does_not_approve_it(
    shelf: Shelf, draft: Callable[[str], Draft]
) -> None:
    """However the name is written."""
    first = draft("første")
    shelf.record(release(first))
    for name in ("Kari Nes", "kari  nes", " KARI NES ", "Kari\u00a0Nes"):
        step = partial(shelf.approve, first[0], Signed(name, NOON))
        assert "En annen må godkjenne" in refusal(step)
    assert "er kontrollert, men ikke godkjent" in refusal(lambda: shelf.go_live(*first, OLA))
    assert shelf.live == ""


def test_a_draft_that_is_changed_afterwards_is_another(
    shelf: Shelf, draft: Callable[[str], Draft]
) -> None:
    """What was approved is exactly these files, and no others."""
    first, changed = draft("første"), draft("endret")
    shelf.record(release(first))
    assert "ikke kontrollert" in refusal(lambda: shelf.approve(changed[0], OLA))
    shelf.approve(first[0], OLA)
    assert "ikke kontrollert" in refusal(lambda: shelf.go_live(*changed, OLA))
    assert "alt godkjent av Ola Li" in refusal(lambda: shelf.approve(first[0], OLA))
    assert "alt godkjent av Ola Li" in refusal(lambda: shelf.record(release(first)))


def test_a_release_that_was_compared_with_other_rules_than_the_live_is_refused(
    shelf: Shelf, draft: Callable[[str], Draft]
) -> None:
    """What it means was told of another step than the one that would be taken."""
    first, second, third = map(draft, ("første", "andre", "tredje"))
    publish(shelf, first)
    for each in (second, third):
        shelf.record(release(each, first[0]))
        shelf.approve(each[0], OLA)
    shelf.go_live(*second, OLA)
    assert "blitt andre siden" in refusal(lambda: shelf.go_live(*third, OLA))
    later = Signed("Kari Nes", NOON + timedelta(hours=2))
    shelf.record(release(third, second[0], later))
    shelf.approve(third[0], OLA)
    shelf.go_live(*third, OLA)
    assert shelf.live == third[0]


def test_one_goes_back_to_the_rules_before_or_to_those_one_names(
    shelf: Shelf, draft: Callable[[str], Draft]
) -> None:
    """Each switch is written down, and nothing is deleted."""
    drafts = [draft(word) for word in ("første", "andre", "tredje")]
    releases = [publish(shelf, each) for each in drafts]
    shelf.roll_back("", OLA)
    assert shelf.live == drafts[1][0]
    shelf.roll_back("", OLA)
    assert shelf.live == drafts[0][0]
    assert "Det er ingen å gå tilbake til" in refusal(lambda: shelf.roll_back("", OLA))
    shelf.roll_back(releases[2].name, OLA)
    shelf.roll_back(drafts[1][0][:8], OLA)
    assert [each.back for each in shelf.switches] == [False] * 3 + [True] * 4
    assert {each.name for each in (shelf.folder / "regler").iterdir()} == {d[0] for d in drafts}
    known = refusal(lambda: shelf.roll_back("2020-01-01-0000-aaaaaaaa", OLA))
    assert all(each.name in known for each in releases)
    assert "alt i drift" in refusal(lambda: shelf.roll_back(releases[1].name, OLA))


def test_files_that_somebody_has_changed_do_not_go_live_again(
    shelf: Shelf, draft: Callable[[str], Draft]
) -> None:
    first, second = draft("første"), draft("andre")
    publish(shelf, first)
    publish(shelf, second)
    (shelf.folder_of(first[0]) / "regelverk.yaml").write_text("navn: endret\n", "utf-8")
    assert "ikke de som ble gitt ut" in refusal(lambda: shelf.roll_back("", OLA))
    assert shelf.live == second[0]


def test_one_goes_back_where_the_records_are_gone(
    shelf: Shelf, draft: Callable[[str], Draft]
) -> None:
    """It has to go at once, and needs the list and the files alone."""
    first = draft("første")
    publish(shelf, first)
    publish(shelf, draft("andre"))
    for record in (shelf.folder / "utgivelser").iterdir():
        record.write_text("{", "utf-8")
    shelf.roll_back("", OLA)
    assert shelf.live == first[0]


def test_nothing_is_live_before_the_first(shelf: Shelf, tmp_path: Path) -> None:
    """And a folder of rules is no folder of releases."""
    assert "ingen regler i drift" in refusal(lambda: shelf.roll_back("", OLA))
    assert rules_in(tmp_path) == tmp_path


@pytest.mark.parametrize("content", ["", "[]", "{}", "[1]", '[{"regler": "../../etc"}]', "\udcff"])
def test_a_damaged_list_is_told_of(shelf: Shelf, content: str) -> None:
    shelf.folder.mkdir()
    (shelf.folder / "i-drift.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    assert "i-drift.json er skadet" in refusal(lambda: rules_in(shelf.folder))


def test_a_record_is_read_as_it_was_written(draft: Callable[[str], Draft]) -> None:
    made = replace(release(draft("a"), draft("b")[0]), tried={"eksempler": 3}, commit="abc")
    whole = made.approve(OLA)
    assert read_release(write_release(whole), "fil") == whole


def test_a_record_that_was_approved_by_its_maker_is_not_believed(
    draft: Callable[[str], Draft],
) -> None:
    """Also where somebody has written the second name by hand."""
    forged = write_release(release(draft("a")).approve(Signed("KARI NES", NOON)))
    assert "endret for hånd" in refusal(lambda: read_release(forged, "fil"))


@pytest.mark.parametrize("name", ["", "  ", "\t", "123", "x" * 81, "Kari\u202eNes", "a\x00b"])
def test_a_name_is_a_name(name: str) -> None:
    assert refusal(lambda: name_of(name))


def test_a_note_is_in_both_written_forms() -> None:
    assert note_of(" Ny sats. ", "Ny sats.") == Text("Ny sats.", "Ny sats.")
    for nb, nn in (("Ny sats.", ""), ("", "Ny sats."), ("x" * 1001, "x")):
        assert refusal(partial(note_of, nb, nn))


def test_a_folder_that_cannot_be_written_is_told_of(
    shelf: Shelf, draft: Callable[[str], Draft]
) -> None:
    shelf.folder.touch()  # a file is in the way, also for root
    assert "Reglene i drift er som før" in refusal(lambda: shelf.record(release(draft("a"))))


# What the program asks of the disk, one after the other; it is killed before the n-th.
KILLED = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from wizard import rulebook
from wizard.clock import NORWAY
from wizard.releases.record import Signed
from wizard.releases.shelf import Shelf
left = int(sys.argv[3])
def count(event, arguments):
    global left
    mine = any(sys.argv[1] in str(each) for each in arguments)
    if event in ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod") and mine:
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count)
Shelf(Path(sys.argv[1])).go_live(
    *rulebook.pack(Path(sys.argv[2])), Signed("Ola Li", datetime(2026, 11, 28, tzinfo=NORWAY)))
"""


def test_a_kill_between_any_two_steps_leaves_one_whole_set_live(
    shelf: Shelf, draft: Callable[[str], Draft], tmp_path: Path
) -> None:
    """The set before until the switch, and the new one from then on; the next try goes through."""
    first, second = draft("første"), draft("andre")
    publish(shelf, first)
    shelf.record(release(second, first[0]))
    shelf.approve(second[0], OLA)
    arguments = [sys.executable, "-c", KILLED, str(shelf.folder), str(tmp_path / "andre")]
    seen = set()
    for step in range(200):
        done = subprocess.run([*arguments, str(step)], check=False, capture_output=True)
        live = rules_in(shelf.folder)
        assert rulebook.pack(live)[0] == live.name
        seen.add(live.name)
        if live.name == second[0]:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
    assert seen == {first[0], second[0]}
    assert step > 10
