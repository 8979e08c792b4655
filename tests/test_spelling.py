"""The spelling gate sees what it is for."""

import importlib.util
import shutil
from pathlib import Path

import pytest

_PATH = Path(__file__).parent / "gates" / "spelling.py"
_SPEC = importlib.util.spec_from_file_location("spelling", _PATH)
assert _SPEC
assert _SPEC.loader
spelling = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(spelling)


@pytest.mark.skipif(not shutil.which("hunspell"), reason="hunspell is not installed")
@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("nb", {"bolig", "hvordan", "Namsskogan", "startlån", "Startlån"}, {"bolgi", "korleis"}),
        ("nn", {"bustad", "korleis", "Kautokeino", "startlån", "Startlån"}, {"busatd", "hvordan"}),
    ],
)
def test_each_written_form_has_its_own_words(form: str, right: set[str], wrong: set[str]) -> None:
    """A slip is seen, and so is a word of the other written form."""
    assert spelling.misspelt(right | wrong, form) == wrong


def test_texts_are_found_wherever_both_forms_stand() -> None:
    """A reader that finds nothing would find nothing wrong."""
    places = {path.relative_to(spelling.ROOT).parts[0] for path, _ in spelling.texts()}
    assert places == {"rules", "wizard", "templates"}
    assert any(path.name == "LESMEG.md" for path, _ in spelling.texts())


@pytest.mark.parametrize("name", ["words.txt", "words.nb.txt", "words.nn.txt"])
def test_our_words_are_in_order_and_needed(name: str) -> None:
    """Sorted, each once, so that a new word has one place."""
    words = (spelling.HERE / name).read_text(encoding="utf-8").splitlines()
    assert words == sorted(set(words))
