"""The tokens of program and tools: another program, library or font is another token."""

from importlib import metadata
from pathlib import Path

import pytest

from wizard.press import tools


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work the tokens out anew in each test, and leave nothing behind."""
    monkeypatch.setattr(tools, "program", tools.program.__wrapped__)
    monkeypatch.setattr(tools, "library", tools.library.__wrapped__)


def test_a_token_is_the_same_each_time() -> None:
    """Whatever order the folders are read in."""
    assert tools.program() == tools.program()
    assert tools.library() == tools.library()


@pytest.mark.parametrize(
    ("folder", "file"),
    [("PACKAGE", "a.py"), ("TEMPLATES", "memo/a.html"), ("STATIC", "a.css")],
)
def test_another_line_of_code_is_another_program(
    folder: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code, template and style alike; what decides nothing does not count."""
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    monkeypatch.setattr(tools, folder, tmp_path)
    found = []
    for content in ("a", "b"):
        path.write_text(content, encoding="utf-8")
        found.append(tools.program())
    path.with_suffix(".txt").write_text("x", encoding="utf-8")
    assert found[0] != found[1] == tools.program()


def test_another_font_is_another_set_of_tools(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The checksum changes, and the names stay."""
    before = tools.library()
    font = tmp_path / "a.ttf"
    font.write_bytes(b"x")
    monkeypatch.setattr(tools, "FONT_FILES", {400: font})
    assert tools.library() != before
    assert tools.library().rpartition("-")[0] == before.rpartition("-")[0]


def test_a_library_far_down_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """What WeasyPrint leans on decides the bytes too."""
    before, version = tools.library(), metadata.version
    newer = {"pydyf": "99", "tinycss2": "99"}
    for name, told in newer.items():
        monkeypatch.setattr(
            metadata, "version", lambda each, n=name, t=told: t if each == n else version(each)
        )
        assert tools.library() != before


def test_a_machine_without_pango_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing stops: other forms of a paper can be made there."""
    monkeypatch.setattr(tools, "_NATIVE", {"Pango": ("no_such_function", ("libnothing.so",))})
    assert "-Pango_none-" in tools.library()
