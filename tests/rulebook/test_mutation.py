"""Whatever a file says, the loader answers in Norwegian, never with a traceback."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rule_folder import HARDEST, copy_to

from wizard.rulebook import check
from wizard.rulebook.tree import parse

FILES = sorted(str(path.relative_to(HARDEST)) for path in HARDEST.rglob("*.yaml"))
WORDS = [
    *(
        "ja",
        "0",
        "-1",
        "{}",
        "[]",
        "'",
        '"',
        "&a",
        "*a",
        "!!int 1",
        "{sats: x}",
        "\n- ",
        "\n  x: y",
    ),
    *(
        "9" * 400,
        "1e999999999",
        "2026-99-99",
        "\t",
        "|",
        ">",
        ": ",
        "#",
        "\u202e",
        "\0",
        "🏠",
        "{{",
    ),
    *("alle: []", "ikke: {ikke: {ikke: x}}", "opplysning: sentralitetsklasse", "behov: x", "§"),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the hardest rulebook that examples may write to."""
    return copy_to(tmp_path_factory.mktemp("mutation"))


@given(text=st.text(max_size=300))
def test_any_text_has_a_tree_or_a_problem(text: str) -> None:
    """A file can say anything; the parser has something to say about it."""
    tree, problems = parse("f.yaml", text.encode("utf-8", "surrogatepass"))
    assert tree is not None or problems


@given(content=st.binary(max_size=300))
def test_any_bytes_have_a_tree_or_a_problem(content: bytes) -> None:
    """A file need not even be text."""
    tree, problems = parse("f.yaml", content)
    assert tree is not None or problems


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(file=st.sampled_from(FILES), at=st.floats(0, 1), cut=st.integers(0, 40),
       words=st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=3))  # fmt: skip
def test_a_damaged_file_gives_problems_with_places(
    root: Path, file: str, at: float, cut: int, words: list[str]
) -> None:
    """Every problem says where, in which file, and what in both written forms."""
    original = (HARDEST / file).read_text(encoding="utf-8")
    start = int(at * len(original))
    damaged = original[:start] + "".join(words) + original[start + cut :]
    (root / file).write_bytes(damaged.encode("utf-8", "surrogatepass"))
    try:
        for problem in check(root):
            assert problem.place.file in {*FILES, "."}
            assert problem.place.line > 0
            assert problem.place.column > 0
            assert problem.message.nb
            assert problem.message.nn
    finally:
        (root / file).write_text(original, encoding="utf-8")
