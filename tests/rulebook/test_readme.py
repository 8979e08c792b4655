"""LESMEG.md quotes messages. They must be the ones that people will meet."""

import re
from pathlib import Path

import pytest

from wizard.paths import RULES

_WORDED_IN = ("rulebook/messages", "lab")
_ROW = re.compile(r"^\| (?!---|Meld|Fil |Ord |I filen)(.+?) \| .+ \|$", re.MULTILINE)


def _quoted() -> list[str]:
    readme = (RULES / "LESMEG.md").read_text(encoding="utf-8")
    tables = re.findall(r"\| Melding.*?\n\n", readme, re.DOTALL)
    return [row for table in tables for row in _ROW.findall(table)]


def _worded() -> str:
    root = Path(__file__).parents[2] / "wizard"
    files = [path for part in _WORDED_IN for path in sorted((root / part).glob("*.py"))]
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    return re.sub(r'"\s+"', "", text)  # a literal that goes on over several lines is one text


@pytest.mark.parametrize("message", _quoted())
def test_a_quoted_message_exists(message: str) -> None:
    """The longest run of words without a value in it stands in the program as it stands here."""
    runs = re.split(r"«[^»]*»|…|\d[\d-]*|: $|sporreskjema/|teksten\.", message)
    longest = max((run.strip(" .:") for run in runs), key=len)
    assert len(longest) > 8
    assert longest in _worded()


def test_messages_are_quoted_in_both_written_forms() -> None:
    """Six recipes with 47 messages between them, twice."""
    assert len(_quoted()) == 94


@pytest.mark.parametrize("recipe", ["### Legg til et tiltak", "### Legg til eit tiltak"])
def test_a_new_measure_is_given_its_first_day(recipe: str) -> None:
    """Without one it would be in every plan of the past."""
    readme = (RULES / "LESMEG.md").read_text(encoding="utf-8")
    steps = readme.partition(recipe)[2].partition("###")[0]
    assert '- fra: "' in steps
    assert "rules impact" in steps
