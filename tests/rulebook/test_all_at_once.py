"""All problems at once, each once, and nobody blamed for another's mistake."""

from pathlib import Path

import pytest
from rule_folder import copy_to, edit, said

from wizard.domain.text import Language
from wizard.rulebook import RulebookError, load

LOAN = "virkemidler/utleielan-kommune.yaml"
_SOURCE = """\
- {id: overflodig, tittel: {nb: x, nn: y}, utgiver: z, lenke: "https://example.org/side",
   lest: 2026-01-01, les_igjen: 2027-01-01}
"""


def test_every_file_reports_its_own(tmp_path: Path) -> None:
    """A file that cannot be read at all does not hide what is wrong in the others."""
    root = copy_to(tmp_path)
    edit(root, "virkemidler/startlan.yaml", "soker: [", "soker: [[")
    edit(root, "behov/rekruttering.yaml", "er: ofte", "er: offte")
    edit(root, LOAN, "slag: lan", "slag: laan")
    edit(root, LOAN, "sikkerhet: A", "sikkerhet: D")
    edit(root, LOAN, 'uker: "12"', "uker: mange")
    assert [line.split(": ")[0] for line in said(root)] == [
        "behov/rekruttering.yaml:4:53",
        "virkemidler/startlan.yaml:8:8",
        "virkemidler/utleielan-kommune.yaml:6:7",
        "virkemidler/utleielan-kommune.yaml:11:17",
        "virkemidler/utleielan-kommune.yaml:18:16",
    ]


@pytest.mark.parametrize(
    "file",
    [
        "kilder.yaml",
        "kommunetall.yaml",
        "nokkeltall.yaml",
        "sporreskjema/20-boligbehov.yaml",
        "satser/lan.yaml",
        "behov/rekruttering.yaml",
        "virkemidler/startlan.yaml",
        "utgatt/tilskudd-til-istandsetting.yaml",
        "situasjoner/hammerfest.yaml",
    ],
)
def test_a_broken_file_is_the_only_one_blamed(file: str, tmp_path: Path) -> None:
    """Others may go on referring to what a file would have told, had it been readable."""
    root = copy_to(tmp_path)
    (root / file).write_text("a: [b\nc: d", encoding="utf-8")
    assert [line.split(":")[0] for line in said(root)] == [file]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("kilder.yaml", "- id: for-2019-11-18-1546\n ", "-"),
        ("kilder.yaml", "- id: for-2019-11-18-1546", "- id: FOR-2019"),
        ("kommunetall.yaml", "type: heltall", "type: tall"),
        ("sporreskjema/20-boligbehov.yaml", "type: flervalg", "type: flervagl"),
        ("satser/tilskudd.yaml", "enhet: kommunenummer", "enhet: kommunenumer"),
        ("behov/vanskeligstilte.yaml", "kontakt: startlan", "kontakt: [startlan]"),
        ("virkemidler/startlan.yaml", "id: startlan", "id: startlaan"),
    ],
)
def test_a_broken_record_is_the_only_one_blamed(
    file: str, old: str, new: str, tmp_path: Path
) -> None:
    """What is broken still exists, so those who refer to it are not to blame."""
    root = copy_to(tmp_path)
    edit(root, file, old, new)
    assert [line.split(":")[0] for line in said(root)] == [file]


@pytest.mark.parametrize(
    ("folder", "misspelt", "problems"),
    [("virkemidler", "virkemiddel", 2), ("behov", "behovene", 2), ("satser", "sats", 1)],
)
def test_a_misspelt_folder_is_the_only_one_blamed(
    folder: str, misspelt: str, problems: int, tmp_path: Path
) -> None:
    """Whoever refers to what lies in it is not told that it does not exist."""
    root = copy_to(tmp_path)
    (root / folder).rename(root / misspelt)
    found = said(root)
    assert len(found) == problems
    assert any(f"{misspelt}:1:1: Mappen hører ikke til her." in each for each in found)


def test_what_is_missing_comes_before_what_may_follow_from_it(tmp_path: Path) -> None:
    """Though its name sorts last."""
    root = copy_to(tmp_path)
    (root / "virkemidler").rename(root / "virkemiddel")
    edit(root, "behov/rekruttering.yaml", "er: ofte", "er: offte")
    assert [line.split(":")[0] for line in said(root)] == [
        "virkemiddel",
        "virkemidler",
        "behov/rekruttering.yaml",
    ]


def test_what_nobody_uses_is_said_beside_the_rest(tmp_path: Path) -> None:
    """But not of what a broken rule may be about to use."""
    root = copy_to(tmp_path)
    edit(root, LOAN, "slag: lan", "slag: laan")
    edit(root, LOAN, "andel: {sats: belaning_kommune}", "andell: {sats: belaning_kommune}")
    edit(root, "kilder.yaml", "- id: ssb-06035", _SOURCE + "- id: ssb-06035")
    assert [line.split(":")[0] for line in said(root)] == ["kilder.yaml", LOAN, LOAN]


def test_a_slip_does_not_hide_what_the_whole_scheme_lacks(tmp_path: Path) -> None:
    """A copied file: its words and what they mean together are wrong in one run."""
    root = copy_to(tmp_path)
    text = (root / LOAN).read_text(encoding="utf-8")
    text = text.replace("slag: lan", "slag: laan").replace("gir: anbefalt", "gir: anbefallt")
    text = text.replace("alternativ_til: [", "alternativ_til: [kopi, ")
    (root / "virkemidler/kopi.yaml").write_text(text, encoding="utf-8")
    found = [line.partition(": ")[2] for line in said(root)]
    assert [line.split(".")[0] for line in found] == [
        "Id-en «utleielan-kommune» er ikke den samme som filnavnet «kopi»",
        "«laan» er ikke lov her",
        "Ordningen kan ikke nevne seg selv i «alternativ_til»",
        "«anbefallt» er ikke lov her",
        "Navnet «Lån til kommunale utleieboliger» er allerede brukt i virkemidler/kopi",
    ]


def test_a_name_that_another_has_is_shown_where_it_stands(tmp_path: Path) -> None:
    """Not where its file begins; in an edition, where that has it."""
    root = copy_to(tmp_path)
    name, line = "Lån til kommunale utleieboliger", (root / LOAN).read_text("utf-8")
    row = line[: line.index("navn:")].count("\n") + 1
    other = (root / "virkemidler/startlan.yaml").read_text("utf-8")
    lines = other.splitlines()
    at = next(n for n, each in enumerate(lines, 1) if each.startswith("navn:"))
    lines[at - 1] = f"navn: {{nb: {name}, nn: Eit anna namn}}"
    (root / "virkemidler/startlan.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    (told,) = [each for each in said(root) if "er allerede brukt" in each]
    places = {f"virkemidler/startlan.yaml:{at}:7", f"{LOAN}:{row}:7"}
    assert {told.split(": ")[0], told.split("brukt i ")[1].rstrip(".")} == places


def test_all_that_is_wrong_with_one_text_is_said(tmp_path: Path) -> None:
    """It has braces, it goes on in a second paragraph, and a comment cuts nothing."""
    root = copy_to(tmp_path)
    edit(
        root,
        LOAN,
        "kort:\n",
        "handling:\n  overskrift: {nb: '{a} gjør det.', nn: 'Gjer det'}\n"
        "  oppdrag: {nb: Å gjøre det., nn: gjere det}\nkort:\n",
    )
    assert [line.partition(": ")[2].split(".")[0] for line in said(root)] == [
        "Denne teksten kan ikke ha krøllparenteser",
        "Teksten skal ikke ha punktum eller et annet tegn til slutt",
        "Teksten begynner med verbet, uten «å»",
        "Teksten skal ikke ha punktum eller et annet tegn til slutt",
    ]


def test_the_error_shows_every_problem_in_either_language(tmp_path: Path) -> None:
    """The exception reads as the list of its problems, sorted by place."""
    root = copy_to(tmp_path)
    edit(root, LOAN, "slag: lan", "slag: laan")
    edit(root, "kilder.yaml", "https:", "http:")
    with pytest.raises(RulebookError) as caught:
        load(root)
    first, second = caught.value.problems
    assert str(caught.value) == f"{first}\n{second}"
    assert first.place < second.place
    assert second.to(Language.NN) == (
        "virkemidler/utleielan-kommune.yaml:6:7: «laan» er ikkje lov her. "
        "Lov er: lan, tilskudd, stonad, radgivning. Meinte du «lan»?"
    )
