"""`wizard serve --rules`: who saves a rule sees it at once, and nobody ever sees half of two."""

import os
import re
import secrets
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from new_rules import our_rules
from rule_folder import copy_to, edit
from serve_process import Running
from waiting import wait_until

from wizard import rulebook
from wizard.app import create_app
from wizard.serving.following import following, look
from wizard.settings import Settings
from wizard.store.rulebooks import RulebookStore
from wizard.web import Services, services_of

Start = Callable[..., Running]
VERSION, NAME = 'versjon: "2026.11"', "Ordning med boligkoordinator"
BANNER = "Reglene i mappen kan ikke brukes nå."
# Of a page with the whole rulebook: the name of a scheme, and the version at the foot.
MARKS = re.compile(rf"{NAME}( merke-\w+)?|Regelverk 2026\.11( merke-\w+)? ")
_SWITCHES, _ANSWERS = 20, 200


def marked(folder: Path, mark: str) -> Path:
    """Return a copy of our rules with a mark in two files that one page shows."""
    rules = our_rules(folder)
    edit(rules, "regelverk.yaml", VERSION, f'versjon: "2026.11 merke-{mark}"')
    edit(rules, "tiltak/boligkoordinator.yaml", f"nb: {NAME}", f"nb: {NAME} merke-{mark}")
    return rules


def lead_to(link: Path, folder: Path) -> None:
    """Let a link lead to another folder, in one move."""
    fresh = link.with_name("ny-lenke")
    fresh.symlink_to(folder)
    fresh.replace(link)


def is_last(seen: list[set[str]], mark: str) -> bool:
    return {mark} in seen[-2:]


def test_an_edit_is_seen_a_broken_one_is_told_and_a_mended_one_is_in_use(
    start: Start, tmp_path: Path
) -> None:
    """The last good rules answer meanwhile, also while the folder is away."""
    rules = our_rules(tmp_path / "regler")
    running = start("--rules", str(rules))
    edit(rules, "tiltak/boligkoordinator.yaml", NAME, f"{NAME} i år")
    wait_until(lambda: f"{NAME} i år" in running.get("/nb/ordninger/boligkoordinator"))
    edit(rules, "tiltak/boligkoordinator.yaml", f"{NAME} i år", "Annet navn")
    edit(rules, "virkemidler/startlan.yaml", "\nslag:", "\nslog:")
    edit(rules, "regelverk.yaml", "\neier:", "\neierr:")
    wait_until(lambda: BANNER in running.get("/nb/ordninger/boligkoordinator"))
    page = running.get("/nb/ordninger/boligkoordinator")
    assert f"{NAME} i år" in page
    assert "Annet navn" not in page
    assert "virkemidler/startlan.yaml:" in page
    assert "regelverk.yaml:" in page
    assert "Reglane i mappa kan ikkje brukast no." in running.get("/nn/kontakt")
    assert re.search(r"^endrede regler: nei, \d+ feil$", running.get("/klar"), re.MULTILINE)
    edit(rules, "virkemidler/startlan.yaml", "\nslog:", "\nslag:")
    edit(rules, "regelverk.yaml", "\neierr:", "\neier:")
    wait_until(lambda: "Annet navn" in running.get("/nb/ordninger/boligkoordinator"))
    assert BANNER not in running.get("/nb/kontakt")
    rules.rename(tmp_path / "borte")
    wait_until(lambda: BANNER in running.get("/nb/kontakt"))
    assert f"<li>Finner ikke mappen med regler: {rules}.</li>" in running.get("/nb/kontakt")
    (tmp_path / "borte").rename(rules)
    wait_until(lambda: BANNER not in running.get("/nb/kontakt"))
    assert running.stop() == 0


def test_each_answer_is_by_one_whole_rulebook_while_they_are_switched(
    start: Start, tmp_path: Path
) -> None:
    """Two processes, with a link that leads from folder to folder while pages are asked for."""
    folders = {mark: marked(tmp_path / mark, mark) for mark in ("ene", "andre")}
    link = tmp_path / "regler"
    link.symlink_to(folders["ene"])
    running = start("--rules", str(link), WIZARD_PROCESSES="2", WIZARD_LIMITS_URL="av")
    over, seen = threading.Event(), list[set[str]]()

    def ask() -> None:
        while not over.is_set():
            page = running.get("/nb/regler")
            seen.append({found or other for found, other in MARKS.findall(page)})

    asking = [threading.Thread(target=ask) for _ in range(4)]
    for each in asking:
        each.start()
    try:
        for number in range(_SWITCHES):
            mark = ("andre", "ene")[number % 2]
            lead_to(link, folders[mark])
            wait_until(partial(is_last, seen, f" merke-{mark}"))
        wait_until(lambda: len(seen) >= _ANSWERS)
    finally:
        over.set()
        for each in asking:
            each.join()
    assert {frozenset(each) for each in seen} == {
        frozenset({" merke-ene"}),
        frozenset({" merke-andre"}),
    }


def test_an_operator_is_told_in_production_and_visitors_are_not(
    start: Start, tmp_path: Path
) -> None:
    """The names of files and what is wrong in them are nothing to the public."""
    rules = our_rules(tmp_path / "regler")
    running = start(
        WIZARD_RULES=str(rules),
        WIZARD_ENV="production",
        WIZARD_SECRET_KEY=secrets.token_hex(32),
        WIZARD_PUBLIC_URL="https://veiviser.kommunen.no",
        WIZARD_OWNER="Kommunen i prøven",
        WIZARD_CONTACT="post@veiviser.kommunen.no",
    )
    edit(rules, "virkemidler/startlan.yaml", "\nslag:", "\nslog:")
    wait_until(lambda: "endrede regler: nei" in running.get("/klar"))
    assert "startlan.yaml:" in running.log
    assert "startlan.yaml" not in running.get("/klar")
    asked = Request(f"{running.address}/nb/kontakt", headers={"Host": "veiviser.kommunen.no"})  # noqa: S310 - ours
    with urlopen(asked, timeout=60) as answer:  # noqa: S310 - ours
        page: str = answer.read().decode()
    assert "<h1" in page
    assert BANNER not in page


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return copy_to(tmp_path)


@pytest.fixture
def now(rules: Path, tmp_path: Path) -> Iterator[Callable[[], Services]]:
    """Give what tells the services of an app that follows the rules."""
    seen = look(rules)
    settings = Settings(folder=tmp_path / "data", renderers=0)
    app = create_app(settings, rulebook.load(rules), rules=rules)
    with following(app, rules, seen, {}):
        yield lambda: services_of(app)


def test_what_is_taken_in_use_is_kept_for_those_who_come_back(
    rules: Path, now: Callable[[], Services]
) -> None:
    before = now()
    edit(rules, "regelverk.yaml", 'versjon: "', 'versjon: "ny ')
    wait_until(lambda: now().rulebook.version.startswith("ny "))
    assert now().rulebook.hash == rulebook.load(rules).hash
    kept: RulebookStore = now().rulebooks
    for each in (before.rulebook, now().rulebook):
        found = kept.get(each.hash)
        assert found is not None
        assert found.version == each.version


def test_a_file_beside_the_rules_changes_nothing(rules: Path, now: Callable[[], Services]) -> None:
    """What an editor leaves behind, and what is written and taken back; the same object stays."""
    before = now()
    (rules / ".regelverk.yaml.swp").write_text("x", "utf-8")
    os.utime(rules / "regelverk.yaml")
    shutil.copy(rules / "regelverk.yaml", rules / "kopi.yaml")
    wait_until(lambda: bool(now().broken))
    assert now().rulebook is before.rulebook
    (rules / "kopi.yaml").unlink()
    wait_until(lambda: not now().broken)
    assert now().rulebook is before.rulebook
