"""The spelling gate sees every text, and tells a right word from a wrong one."""

import os
import shutil

import pytest
import spelling
import texts

WITHOUT_DICTIONARIES = shutil.which("hunspell") is None and not os.environ.get("CI")


@pytest.mark.skipif(WITHOUT_DICTIONARIES, reason="hunspell is not installed")
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


PAIRS = {"Text", "t"}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('Text("en bolig", "ein bustad")', {("nb", "en bolig"), ("nn", "ein bustad")}),
        ('Text(nb="en", nn="ein")', {("nb", "en"), ("nn", "ein")}),
        ('Text(f"i {x}" " året", "i " + "år")', {("nb", "i {} året"), ("nn", "i år")}),
        ('Counted(t("én", "éin"))', {("nb", "én"), ("nn", "éin")}),
        ('{"nb": {"herunder": "også"}, "nn": {"a": "au"}}', {("nb", "også"), ("nn", "au")}),
        (
            'click.option("--ut", help="Filen som skal skrives.")',
            {("nb", "Filen som skal skrives.")},
        ),
        ('@main.command("ny")\ndef new():\n    """Lag en svarfil."""', {("nb", "Lag en svarfil.")}),
        ('say(f"Kjør: {x} nå")', {("nb", "Kjør: {} nå")}),
        ('raise KeyError(f"the column {x} is missing")', set()),
        ('def new():\n    """Return a thing with æøå in it."""', set()),
        ('verdict.kind == "ikke-aktuelt"', set()),
    ],
)
def test_a_text_in_code_is_seen_however_it_is_written(
    source: str, found: set[tuple[str, str]]
) -> None:
    assert set(texts.in_code(source, PAIRS)) == found


def test_whatever_takes_both_forms_is_known() -> None:
    """A new way to say something in both is read like the old ones."""
    assert texts.takers_of_both() >= PAIRS


@pytest.mark.parametrize(
    ("source", "forms", "found"),
    [
        (
            '<p class="{{ x }}">{{ t("Dette\\u00a0har {antall}", "Dette er", antall=2) }}</p>',
            texts.FORMS,
            {("nb", "Dette\u00a0har {antall}"), ("nn", "Dette er")},
        ),
        (
            '{{ counted(n, ("Ett", "Eitt"), ("{n} av", "{n} av dei")) }}',
            texts.FORMS,
            {("nb", "Ett"), ("nn", "Eitt"), ("nb", "{n} av"), ("nn", "{n} av dei")},
        ),
        ('<p{% if x %} class="y"{% endif %}>Feil:</p>', ("nn",), {("nn", "Feil:")}),
        ('{{ field("Hva som er galt") }}', ("nb",), {("nb", "Hva som er galt")}),
    ],
)
def test_a_text_in_a_template_is_seen_inside_t_and_outside(
    source: str, forms: tuple[str, ...], found: set[tuple[str, str]]
) -> None:
    seen = {(form, text.strip(" {}")) for form, text in texts.in_template(source, forms)}
    assert {(form, text) for form, text in seen if text} == {
        (form, text.strip(" {}")) for form, text in found
    }


def test_a_rule_file_is_read_to_its_comments() -> None:
    path = next(path for path in texts.files() if path.name == "husbanken-lan.yaml")
    forms = list(texts.texts_in(path, PAIRS))
    assert ("nb", "Satser i forskriften om lån fra Husbanken.") in forms
    assert {form for form, _ in forms} == set(texts.FORMS)


def test_every_kind_of_file_that_can_hold_a_text_is_read() -> None:
    """What is not read holds figures, drawings, fonts, styles, or is made from what is."""
    read = {path.suffix for path in texts.files()}
    kinds = {
        path.suffix
        for place in ("wizard", "templates", "rules")
        for path in (texts.ROOT / place).rglob("*")
        if path.is_file() and not {"fonts", "__pycache__"} & set(path.parts)
    }
    assert kinds - read == {".csv", ".json", ".svg", ".xml"}


@pytest.mark.parametrize(
    ("name", "forms"),
    [("words.txt", ("nb", "nn")), ("words.nb.txt", ["nb"]), ("words.nn.txt", ["nn"])],
)
def test_our_words_are_in_order_and_needed(name: str, forms: tuple[str, ...]) -> None:
    """Sorted, each once, so that a new word has one place; and none that no text uses."""
    words = (spelling.HERE / name).read_text(encoding="utf-8").splitlines()
    assert words == sorted(set(words))
    used = {word for form in forms for word in spelling.words_seen()[form]}
    assert set(words) - used - {word.lower() for word in used} == set()
