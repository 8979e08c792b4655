"""A release goes one way: checked, approved by another, live. Nothing else is let through."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from wizard import rulebook
from wizard.clock import NORWAY
from wizard.domain.text import Text
from wizard.releases.draft import Draft
from wizard.releases.record import Release, Signed, name_of, note_of, read_release, write_release
from wizard.releases.refusals import RefusedError
from wizard.releases.shelf import Shelf, rules_in

NOON = datetime(2026, 11, 28, 12, tzinfo=NORWAY)
KARI, OLA = Signed("Kari Nes", NOON), Signed("Ola Li", NOON + timedelta(hours=1))


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
        return Draft.of(folder)

    return make


def release(draft: Draft, former: str = "", made: Signed = KARI) -> Release:
    return Release("1", draft.rules, former, Text("Ny sats.", "Ny sats."), made, draft.files)


def publish(shelf: Shelf, draft: Draft) -> Release:
    shelf.record(release(draft, shelf.live), draft)
    shelf.approve(draft, OLA)
    return shelf.go_live(draft, OLA)


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
    assert shelf.live == first.rules
    there = rules_in(shelf.folder)
    assert there == shelf.folder / "regler" / first.rules
    assert (there / "regelverk.yaml").read_text("utf-8") == "navn: første\n"
    assert rulebook.pack(there)[0] == first.rules


def test_who_made_a_release_does_not_approve_it(
    shelf: Shelf, draft: Callable[[str], Draft]
) -> None:
    """However the name is written."""
    first = draft("første")
    shelf.record(release(first), first)
    for name in ("Kari Nes", "kari  nes", " KARI NES ", "Kari\u00a0Nes"):
        step = partial(shelf.approve, first, Signed(name, NOON))
        assert "En annen må godkjenne" in refusal(step)
    assert "er kontrollert, men ikke godkjent" in refusal(lambda: shelf.go_live(first, OLA))
    assert shelf.live == ""


def test_a_draft_that_is_changed_afterwards_is_another(
    shelf: Shelf, draft: Callable[[str], Draft]
) -> None:
    """What was approved is exactly these files, and no others."""
    first, changed = draft("første"), draft("endret")
    shelf.record(release(first), first)
    told = refusal(lambda: shelf.approve(changed, OLA))
    assert f"ikke de som Kari Nes kontrollerte som {release(first).name}." in told
    assert "Dette er endret: regelverk.yaml." in told
    assert f"«wizard rules publish {changed.folder} --til {shelf.folder} --av NAVN" in told
    shelf.approve(first, OLA)
    assert "Dette er endret: regelverk.yaml." in refusal(lambda: shelf.go_live(changed, OLA))
    assert "alt godkjent av Ola Li" in refusal(lambda: shelf.approve(first, OLA))
    assert "alt godkjent av Ola Li" in refusal(lambda: shelf.record(release(first), first))


def test_what_was_never_checked_is_told_with_the_folder_and_the_command(
    shelf: Shelf, draft: Callable[[str], Draft], tmp_path: Path
) -> None:
    """A folder that is not there is another matter than one that has nothing of these rules."""
    first = draft("første")
    command = f"«wizard rules publish {first.folder} --til {shelf.folder} --av NAVN"
    told = refusal(lambda: shelf.approve(first, OLA))
    assert f"Mappen {shelf.folder} finnes ikke" in told
    assert command in told
    shelf.folder.mkdir()
    told = refusal(lambda: shelf.approve(first, OLA))
    assert f"{shelf.folder} har ikke skrevet ned noe om dem" in told
    assert command in told
    assert not any(shelf.folder.iterdir())
    (tmp_path / "tom").mkdir()
    assert "har ingen regler." in refusal(lambda: Draft.of(tmp_path / "tom"))


def test_what_is_live_already_is_not_tried_again(
    shelf: Shelf, draft: Callable[[str], Draft]
) -> None:
    first = draft("første")
    publish(shelf, first)
    told = refusal(lambda: shelf.must_be_new(first))
    assert told.startswith(f"Ingenting i {first.folder} er annerledes enn i reglene i drift")
    assert "er alt i drift" in refusal(lambda: shelf.approve(first, KARI))


def test_a_draft_of_older_rules_than_those_live_is_told_what_it_takes_back(
    shelf: Shelf, tmp_path: Path
) -> None:
    """Somebody else has published since it was copied; what it changes itself is no matter."""

    def draft_of(name: str, **files: str) -> Draft:
        folder = tmp_path / name
        folder.mkdir()
        for stem, text in files.items():
            (folder / f"{stem}.yaml").write_text(text, "utf-8")
        return Draft.of(folder)

    first = draft_of("a", kilder="gammel", regelverk="1", kommunetall="gammel")
    publish(shelf, first)
    assert shelf.takes_back(draft_of("b", kilder="ny", regelverk="2", kommunetall="gammel")) is None
    publish(shelf, draft_of("c", kilder="ny", regelverk="2", kommunetall="gammel"))
    late = draft_of("d", kilder="gammel", regelverk="3", kommunetall="ny")
    told = shelf.takes_back(late)
    assert told is not None
    assert f"som i {shelf.switches[0].release}, og ikke som i reglene i drift: kilder.yaml." in (
        told.nb
    )


def test_two_at_once_both_stand_in_the_list(shelf: Shelf, draft: Callable[[str], Draft]) -> None:
    """The later one waits, and sees what the first has done."""
    first, *others = (draft(word) for word in ("første", "andre", "tredje", "fjerde"))
    publish(shelf, first)
    for each in others:
        shelf.record(release(each, first.rules), each)
        shelf.approve(each, OLA)

    def take(each: Draft) -> str:
        try:
            return shelf.go_live(each, OLA).rules
        except RefusedError as refused:
            return refused.message.nb

    with ThreadPoolExecutor() as threads:
        done = list(threads.map(take, others))
    assert sum("blitt andre siden" in each for each in done) == len(others) - 1
    assert len(shelf.switches) == 2


def test_a_release_that_was_compared_with_other_rules_than_the_live_is_refused(
    shelf: Shelf, draft: Callable[[str], Draft]
) -> None:
    """What it means was told of another step than the one that would be taken."""
    first, second, third = map(draft, ("første", "andre", "tredje"))
    publish(shelf, first)
    for each in (second, third):
        shelf.record(release(each, first.rules), each)
        shelf.approve(each, OLA)
    shelf.go_live(second, OLA)
    assert "blitt andre siden" in refusal(lambda: shelf.go_live(third, OLA))
    later = Signed("Kari Nes", NOON + timedelta(hours=2))
    shelf.record(release(third, second.rules, later), third)
    shelf.approve(third, OLA)
    shelf.go_live(third, OLA)
    assert shelf.live == third.rules


def test_one_goes_back_to_the_rules_before_or_to_those_one_names(
    shelf: Shelf, draft: Callable[[str], Draft]
) -> None:
    """Each switch is written down, and nothing is deleted."""
    drafts = [draft(word) for word in ("første", "andre", "tredje")]
    releases = [publish(shelf, each) for each in drafts]
    shelf.roll_back("", OLA)
    assert shelf.live == drafts[1].rules
    shelf.roll_back("", OLA)
    assert shelf.live == drafts[0].rules
    assert "Det er ingen å gå tilbake til" in refusal(lambda: shelf.roll_back("", OLA))
    shelf.roll_back(releases[2].name, OLA)
    shelf.roll_back(drafts[1].rules[:8], OLA)
    assert [each.back for each in shelf.switches] == [False] * 3 + [True] * 4
    assert {each.name for each in (shelf.folder / "regler").iterdir()} == {d.rules for d in drafts}
    known = refusal(lambda: shelf.roll_back("2020-01-01-0000-aaaaaaaa", OLA))
    assert all(each.name in known for each in releases)
    assert "alt i drift" in refusal(lambda: shelf.roll_back(releases[1].name, OLA))


def test_files_that_somebody_has_changed_do_not_go_live_again(
    shelf: Shelf, draft: Callable[[str], Draft]
) -> None:
    first, second = draft("første"), draft("andre")
    publish(shelf, first)
    publish(shelf, second)
    (shelf.folder_of(first.rules) / "regelverk.yaml").write_text("navn: endret\n", "utf-8")
    assert "ikke de som ble gitt ut" in refusal(lambda: shelf.roll_back("", OLA))
    assert shelf.live == second.rules


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
    assert shelf.live == first.rules


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
    made = replace(release(draft("a"), draft("b").rules), tried={"eksempler": 3}, commit="abc")
    whole = made.approve(OLA)
    assert read_release(write_release(whole), "fil") == whole
    older = {key: each for key, each in json.loads(write_release(whole)).items() if key != "filer"}
    assert read_release(json.dumps(older).encode(), "fil") == replace(whole, files={})


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
    first = draft("a")
    shelf.folder.touch()  # a file is in the way, also for root
    assert "Reglene i drift er som før" in refusal(lambda: shelf.record(release(first), first))


# What the program asks of the disk, one after the other; it is killed before the n-th.
KILLED = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from wizard.clock import NORWAY
from wizard.releases.draft import Draft
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
    Draft.of(Path(sys.argv[2])), Signed("Ola Li", datetime(2026, 11, 28, tzinfo=NORWAY)))
"""


def test_a_kill_between_any_two_steps_leaves_one_whole_set_live(
    shelf: Shelf, draft: Callable[[str], Draft], tmp_path: Path
) -> None:
    """The set before until the switch, and the new one from then on; the next try goes through."""
    first, second = draft("første"), draft("andre")
    publish(shelf, first)
    shelf.record(release(second, first.rules), second)
    shelf.approve(second, OLA)
    arguments = [sys.executable, "-c", KILLED, str(shelf.folder), str(tmp_path / "andre")]
    seen = set()
    for step in range(200):
        done = subprocess.run([*arguments, str(step)], check=False, capture_output=True)
        live = rules_in(shelf.folder)
        assert rulebook.pack(live)[0] == live.name
        seen.add(live.name)
        if live.name == second.rules:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
    assert seen == {first.rules, second.rules}
    assert step > 10
