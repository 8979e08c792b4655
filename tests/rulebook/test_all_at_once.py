"""All problems at once, each once, and nobody blamed for another's mistake."""

from pathlib import Path

import pytest
from rule_folder import copy_to, edit, said

from wizard.domain.text import Language
from wizard.rulebook import RulebookError, load

LOAN = "virkemidler/utleielan-kommune.yaml"


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
