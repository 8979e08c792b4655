"""Two thousand seeded wrongs in the real rule files: a message each time, and never a traceback."""

import functools
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from wizard.paths import RULES
from wizard.rulebook import Problem, check, loading
from wizard.rulebook.tree import parse

FILES = sorted(str(path.relative_to(RULES)) for path in RULES.rglob("*.yaml"))
ROUNDS, AT_ONCE = 250, 8
BLOCKS = 25
_KEY = re.compile(r"^(\s*(?:- )?)([a-z_]+)(:)", re.MULTILINE)
_INLINE_KEY = re.compile(r"(?<=[{ ])([a-z_]+)(?=: )")
_VALUE = re.compile(r"(?<=: )[^\n{\[>|]+$", re.MULTILINE)
_BAD_VALUES = ("", '""', "9" * 400, "1e999999999", "2026-02-30", "[]", "{}", "&a x", "*a", "\u202e")
_BAD_BYTES = (b"\xff\xfe", b"\x00", b"\xed\xa0\x80", b"\xef\xbb\xbf\xef\xbb\xbf", b"\x1b[31m")

Wrong = Callable[[random.Random, str], bytes]


def _line(chance: random.Random, text: str) -> tuple[list[str], int]:
    lines = text.splitlines(keepends=True)
    return lines, chance.randrange(len(lines))


def drop_a_line(chance: random.Random, text: str) -> bytes:
    lines, at = _line(chance, text)
    del lines[at]
    return "".join(lines).encode()


def repeat_a_line(chance: random.Random, text: str) -> bytes:
    lines, at = _line(chance, text)
    lines.insert(at, lines[at])
    return "".join(lines).encode()


def swap_two_lines(chance: random.Random, text: str) -> bytes:
    lines, at = _line(chance, text)
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]
    return "".join(lines).encode()


def indent_a_line(chance: random.Random, text: str) -> bytes:
    lines, at = _line(chance, text)
    lines[at] = chance.choice((" ", "   ", "\t")) + lines[at]
    return "".join(lines).encode()


def cut_short(chance: random.Random, text: str) -> bytes:
    return text[: chance.randrange(len(text))].encode()


def misspell_a_key(chance: random.Random, text: str) -> bytes:
    found = chance.choice(list(_KEY.finditer(text)))
    start, end = found.span(2)
    return (text[:start] + text[start:end][::-1] + "q" + text[end:]).encode()


def misspell_a_key_inside_a_line(chance: random.Random, text: str) -> bytes:
    found = list(_INLINE_KEY.finditer(text))
    if not found:
        return misspell_a_key(chance, text)
    start, end = chance.choice(found).span()
    return (text[:start] + "x" + text[start:end] + text[end:]).encode()


def spoil_a_value(chance: random.Random, text: str) -> bytes:
    start, end = chance.choice(list(_VALUE.finditer(text))).span()
    return (text[:start] + chance.choice(_BAD_VALUES) + text[end:]).encode()


def put_in_bad_bytes(chance: random.Random, text: str) -> bytes:
    content = text.encode()
    at = chance.randrange(len(content))
    return content[:at] + chance.choice(_BAD_BYTES) + content[at:]


def forget_a_language(chance: random.Random, text: str) -> bytes:
    lines = text.splitlines(keepends=True)
    one = [n for n, line in enumerate(lines) if line.strip().startswith(("nb:", "nn:"))]
    if not one:
        return drop_a_line(chance, text)
    del lines[chance.choice(one)]
    return "".join(lines).encode()


def nest_without_end(chance: random.Random, text: str) -> bytes:
    deep = "{alle: [" * 200 + "x" + "]}" * 200
    start, end = chance.choice(list(_VALUE.finditer(text))).span()
    return (text[:start] + deep + text[end:]).encode()


def empty_it(_: random.Random, text: str) -> bytes:
    return b"# " + text[:20].encode()


WRONGS: tuple[Wrong, ...] = (
    drop_a_line,
    repeat_a_line,
    swap_two_lines,
    indent_a_line,
    cut_short,
    misspell_a_key,
    misspell_a_key_inside_a_line,
    spoil_a_value,
    put_in_bad_bytes,
    forget_a_language,
    nest_without_end,
    empty_it,
)


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the rules that can be spoilt."""
    return Path(shutil.copytree(RULES, tmp_path_factory.mktemp("damage") / "rules"))


@pytest.fixture(autouse=True)
def _files_that_are_whole_are_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "parse", _PARSE)


_PARSE = functools.cache(parse)


@pytest.mark.parametrize("block", range(BLOCKS))
def test_whatever_is_wrong_the_loader_says_so(rules: Path, block: int) -> None:
    """Several files are spoilt at a time; a file that nobody complains of is tried alone."""
    for seed in range(block, ROUNDS, BLOCKS):
        chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
        spoilt = {name: _spoil(chance, name) for name in chance.sample(FILES, AT_ONCE)}
        complained_of = {problem.place.file for problem in _problems(rules, spoilt)}
        for name in spoilt.keys() - complained_of:
            # Nothing at all said of it means that it says something else, not something wrong.
            _problems(rules, {name: spoilt[name]})


def _spoil(chance: random.Random, name: str) -> bytes:
    return chance.choice(WRONGS)(chance, (RULES / name).read_text("utf-8"))


def _problems(rules: Path, spoilt: dict[str, bytes]) -> tuple[Problem, ...]:
    try:
        for name, content in spoilt.items():
            (rules / name).write_bytes(content)
        problems = check(rules)
    finally:
        for name in spoilt:
            shutil.copy(RULES / name, rules / name)
    for problem in problems:
        assert problem.place.file in {*FILES, "."}
        assert problem.place.line > 0
        assert problem.place.column > 0
        assert problem.message.nb
        assert problem.message.nn
        assert "Traceback" not in problem.message.nb
    return problems
