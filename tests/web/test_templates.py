"""Templates only lay out: they test no codes of the rules, and glue no sentence together."""

import re
from pathlib import Path

import pytest

from wizard.domain.advice import Origin, Phase
from wizard.domain.conditions import Severity
from wizard.domain.schemes import VerdictKind
from wizard.domain.values import Truth
from wizard.paths import TEMPLATES
from wizard.questionnaire import Status
from wizard.report.groups import VerdictGroup

_TEMPLATES = sorted((TEMPLATES / "web").rglob("*.html"))
_KINDS = (VerdictKind, VerdictGroup, Status, Origin, Truth, Phase)
_CODES = {code.value for kind in _KINDS for code in kind} | {each.code for each in Severity}
_CODES -= {"svar"}  # also the name of a page
_TAG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_COMPARES = re.compile(r"[=!<>]=|\bin\b|equalto|\beq\b")
_QUOTED = re.compile(r'"([^"]*)"')
_NUMBERED = re.compile(r"\b(?:severity|kind|truth)\b[^,)]*(?:==|!=|<|>)")

_CALL = r'\{\{\s*t\("(?P<text>(?:[^"\\]|\\.)*)"[^}]*\}\}'
_VALUE = r"\{\{\s*(?!(?:t|counted)\()[^}]*\}\}"
# A text that has not ended with a value after it; a value with the rest of a sentence after it.
_BEFORE = re.compile(rf"{_CALL}[ \t]*{_VALUE}")
_AFTER = re.compile(rf"{_VALUE}[ \t]*{_CALL}")
_ENDS = (".", ":", "?", "!")


def codes_tested(template: str) -> list[str]:
    """Return what a template compares with a code or a number that belongs to the rules."""
    found = []
    for tag in _TAG.findall(template):
        if _COMPARES.search(tag):
            found += [each for each in _QUOTED.findall(tag) if each in _CODES]
        found += _NUMBERED.findall(tag)
    return found


def glued(template: str) -> list[str]:
    """Return the sentences that are made of texts and values put side by side."""
    found = [m[0] for m in _BEFORE.finditer(template) if not m["text"].endswith(_ENDS)]
    return found + [m[0] for m in _AFTER.finditer(template) if not m["text"][:1].isupper()]


@pytest.mark.parametrize("path", _TEMPLATES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_template_neither_tests_codes_nor_glues_sentences(path: Path) -> None:
    """What to show, and how it stands out, are fields of the account; a sentence has slots."""
    template = path.read_text("utf-8")
    assert codes_tested(template) == []
    assert glued(template) == []


@pytest.mark.parametrize(
    "planted",
    [
        '{% if verdict.kind == "anbefalt" %}',
        '{% if verdict.kind in ("betinget", "x") %}',
        "{% if finding.severity == 2 %}",
        '{% set absent = needs | selectattr("status", "equalto", "ferdig") %}',
        '{{ "a" if row.truth.value == "met" }}',
    ],
)
def test_the_guard_sees_a_code(planted: str) -> None:
    """Each way it has been done before."""
    assert codes_tested(planted)


@pytest.mark.parametrize(
    "planted",
    [
        '{{ n }} {{ t("spørsmål er ikke besvart.", "spørsmål er ikkje svart på.") }}',
        '{{ t("Steg", "Steg") }} {{ a }} {{ t("av", "av") }} {{ b }}',
        '{{ t("Råd til", "Råd til") }} {{ case.municipality.label }}',
    ],
)
def test_the_guard_sees_glue(planted: str) -> None:
    """Each way it has been done before."""
    assert glued(planted)
