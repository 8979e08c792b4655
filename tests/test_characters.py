"""Which characters a text may have: what is pasted is cleaned, what cannot be printed is named."""

# ruff: noqa: RUF001 - letters in another dress are what it is about

import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from memos import book, known

from wizard.characters import clean, numbered, told, unprintable

PASTED = {
    "line breaks of Word, of a page, of a Mac": (
        "a\x0bb\x0cc\rd\r\ne\u2028f\u2029g",
        "a\nb\nc\nd\ne\nf\ng",
    ),
    "zero width and byte order marks": ("\ufeffbo\u200blig\u200c\u200d\u2060", "bolig"),
    "soft hyphens, of Unicode and of Word": (
        "samarbeids\u00adavtale, \x1fja",
        "samarbeidsavtale, ja",
    ),
    "directions from a path in Windows": ("\u202aC:\\Sak\u202c \u200e5044\u200f", "C:\\Sak 5044"),
    "ligatures from a PDF": (
        "de\ufb01nere \ufb02ere \ufb00 \ufb03 \ufb04",
        "definere flere ff ffi ffl",
    ),
    "Word's bullets": (
        "\uf0b7 tomter\n\uf0a7 hus\n\uf0d8 lån\n\uf0fc ja",
        "• tomter\n▪ hus\n→ lån\n✓ ja",
    ),
    "bullets of Wingdings": (
        "\uf06e\uf020tomter \uf0b2 hus \uf06c lån \uf075 \uf071 \uf0fb \uf0fe",
        "■ tomter • hus ● lån ◆ □ ✗ ✓",
    ),
    "bullets that the font has not": ("➔ ▸ ◼ ▫ ❑ ❍ ⬧", "→ → ■ □ □ ○ ◆"),
    "letters in two parts": ("pa\u030a o\u0308y, cafe\u0301", "på öy, café"),
    "full width": ("５０４４：ＪＡ", "5044:JA"),
    "letters that look bold": ("𝐁𝐨𝐥𝐢𝐠 𝘯å", "Bolig nå"),
    "units in one square": ("80 ㎡ på 5 ㎢, 3 ㎞", "80 m² på 5 km², 3 km"),
    "Windows bytes read as something else": ("35 \x96 40 \x93ja\x94 \x85", "35 – 40 “ja” …"),
    "odd spaces": ("35\u2009000\u3000kr\u2003nå", "35 000 kr nå"),
    "a sign and the look it was given": ("⚠\ufe0f ☑ ✔ ✘ ☒", "⚠ ✓ ✓ ✗ ✗"),
    "Word's hyphen that holds together": ("E\x1e6", "E\u20116"),
}
PRINTABLE = (
    "Blåbærsyltetøy på øya",
    "Guovdageaidnu, Kárášjohka, Porsáŋgu, Raarvihke, ŧ đ ž č ï ä",
    "«Ja», sa han – 50 % … § 3-2, ½ × 2 ≥ 1 → ☐ ✓",
    "to\nlinjer\tog en til",
    "35\u00a0000 kr, 35\u202f000 kr",
    "O’Neill sa “ja” − 5 °C, 10 ‰, 3 €",
    "",
)


@pytest.mark.parametrize(("pasted", "meant"), PASTED.values(), ids=PASTED)
def test_what_has_one_meaning_is_written_so(pasted: str, meant: str) -> None:
    """And then it can be printed."""
    assert clean(pasted) == meant
    assert unprintable(clean(pasted)) == ()


@pytest.mark.parametrize("text", PRINTABLE)
def test_what_people_in_a_municipality_write_is_left_alone(text: str) -> None:
    """Norwegian, Sámi, signs and spaces that keep a number together."""
    assert clean(text) == text == numbered(text)
    assert unprintable(text) == ()


def test_a_soft_hyphen_of_our_own_can_be_printed() -> None:
    """Templates may break a long word where they like."""
    assert unprintable("samarbeids\u00adavtale") == ()


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Bra 👍 jobbet 👍", "👍"),
        ("漢字 og 字", "漢字"),
        ("snu \u202eom", "\u202e"),
        ("null\x00 og bjelle\x07", "\x00\x07"),
        ("en halv \ud83d emoji", "\ud83d"),
        ("et tapt \ufffd tegn, et bilde \ufffc", "\ufffd\ufffc"),
        ("uten mening \ue000\uf0ff", "\ue000\uf0ff"),
        ("Вi har", "В"),
    ],
)
def test_what_has_no_clear_meaning_is_named_once_in_order(text: str, missing: str) -> None:
    """Missing in the font, control, half, lost, private, turning the text around, look-alikes."""
    assert "".join(each.character for each in unprintable(clean(text))) == missing


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Bra 👍 jobbet", "tegnet U+1F44D (👍) i «Bra 👍 jobbet»"),
        ("bo\ue000lig", "tegnet U+E000 i «bo[U+E000]lig»"),
        ("x \ud800 y", "tegnet U+D800 i «x [U+D800] y»"),
        (
            "Kommunestyret har vedtatt at alle skal få 🏡 før året er omme, sier ordføreren",
            "tegnet U+1F3E1 (🏡) i «… at alle skal få 🏡 før året er omme, sier …»",
        ),
        ("Første linje\nandre 漢 linje", "tegnet U+6F22 (漢) i «Første linje andre 漢 linje»"),
    ],
)
def test_a_character_is_pointed_out_by_number_and_words(text: str, said: str) -> None:
    """Invisible ones can be found too, and everything that is said can be written and sent."""
    message = told(unprintable(text))
    assert message.nb == said
    assert message.nn == said.replace("tegnet", "teiknet")
    assert message.nb.encode()


def test_only_the_first_few_are_pointed_out() -> None:
    """A text in another alphabet gives a sentence, not a page."""
    assert told(unprintable("漢字仮名交じり文")).nb.count("U+") == 5
    assert told(unprintable("漢字仮名交じり文")).nb.endswith("; …")


def test_what_was_stored_before_is_shown_by_number() -> None:
    """The memo of an old case is made, and says where something stands."""
    assert numbered("Bra 👍\u200b jobb\x0b\ue000") == "Bra [U+1F44D] jobb\n[U+E000]"


@given(st.text())
def test_cleaning_is_done_once_and_loses_nothing_that_can_be_seen(text: str) -> None:
    """Cleaned twice is the same; with numbers for the rest, any text at all can be printed."""
    once = clean(text)
    assert clean(once) == once
    assert unprintable(numbered(text)) == ()
    letters, kept = (
        Counter(each for each in unicodedata.normalize("NFKD", one) if each.isalnum())
        for one in (text, once)
    )
    assert letters <= kept


def test_every_official_name_can_be_printed() -> None:
    """All 357 municipalities, in every official language."""
    names = {name for m in known().all for name in (m.name, m.official_name, m.label, m.county)}
    assert unprintable("".join(names)) == ()
    assert all(clean(name) == name for name in names)


def test_every_name_in_the_rulebook_can_be_printed() -> None:
    """Schemes and needs, in both languages."""
    texts = [scheme.name for scheme in book().schemes.values()]
    texts += [need.name for need in book().needs.values()]
    assert unprintable("".join(text.nb + text.nn for text in texts)) == ()
