"""Which characters can be printed."""

import pytest
from memos import book, known
from wizard.press.characters import missing_characters


@pytest.mark.parametrize(
    "text",
    [
        "Blåbærsyltetøy på øya",
        "Guovdageaidnu, Kárášjohka, Porsáŋgu, Raarvihke, ŧ đ ž č ï ä",
        "«Ja», sa han – 50 % … § 3-2, ½ × 2 ≥ 1 → ☐ ✓",
        "to\nlinjer\tog\r\nen til",
        "samarbeids\u00adavtale",
        "a\u030a med løs ring",
        "",
    ],
)
def test_norwegian_sami_and_signs_can_be_printed(text: str) -> None:
    """What people in a municipality write gets through."""
    assert missing_characters(text) == ""


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Bra 👍 jobbet 👍", "👍"),
        ("漢字 og 字", "漢字"),
        ("snu \u202eom\u2066", "\u202e\u2066"),
        ("null\x00 og bjelle\x07", "\x00\x07"),
        ("usynlig\u200b\ufeff", "\u200b\ufeff"),
        ("linje\u2028skille\u2029", "\u2028\u2029"),
    ],
)
def test_what_cannot_be_printed_is_named_once_in_order(text: str, missing: str) -> None:
    """Missing in the font, control, invisible or turning the text around."""
    assert missing_characters(text) == missing


def test_every_official_name_can_be_printed() -> None:
    """All 357 municipalities, in every official language."""
    names = {name for m in known().all for name in (m.name, m.official_name, m.label, m.county)}
    assert missing_characters("".join(names)) == ""


def test_every_name_in_the_rulebook_can_be_printed() -> None:
    """Schemes and needs, in both languages."""
    texts = [scheme.name for scheme in book().schemes.values()]
    texts += [need.name for need in book().needs.values()]
    assert missing_characters("".join(text.nb + text.nn for text in texts)) == ""
