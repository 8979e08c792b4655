"""A citing voice says the same as a plain one, with the provenance of every figure after it."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from memos import advice_for, book, known
from random_kommuner import advice_on
from said import account_of, all_of, said
from small_book import DAY, MUNICIPALITY, at_least, case, question, same, scheme
from small_book import book as small

from wizard.advice import assess
from wizard.domain.advice import Advice
from wizard.domain.conditions import OwnWords
from wizard.domain.facts import ChangedBy, FactType
from wizard.domain.text import Language
from wizard.memo.marks import unmarked
from wizard.report.case import CaseAccount
from wizard.voice.cites import (
    CLOSE,
    MARK,
    OPEN,
    Provenance,
    blanked,
    cited,
    cited_source,
    key,
    once,
    plain,
)
from wizard.voice.wording import Wording

_ALL = sorted(book().journeys)
_QUOTE = re.compile("«[^»]*»")
_SPEAKS_FOR_ALL = re.compile(rf"[.!?][»)]*{MARK.pattern}$")
# A number that nothing is claimed with: ages, places in the plan, and counts of our own sentences.
_NO_CLAIM = re.compile(
    r"\d+ (?:år (?:eller|og) eldre|grep|behov|spørsmål|til\b|av d(?:em|ei)|vurdering|år\b|i år\b)"
    r"|år \d+"
)
_LOOSE = re.compile(r"(?<!\d)(?>\d+(?:\u00a0\d{3})*(?:,\d+)?)(?!\*)")
# What the memo says of figures; a number in these is marked, whether or not we know its unit.
_FIGURES = ("summary.", "needs.", "sums.", "conflicts.", "edges.")


@pytest.fixture(params=Language, ids=str)
def language(request: pytest.FixtureRequest) -> Language:
    """Give each language in turn."""
    return Language(request.param)


@pytest.mark.parametrize("journey", _ALL)
def test_without_its_marks_a_citing_voice_says_what_a_plain_one_says(
    journey: str, language: Language
) -> None:
    """Sign by sign: so no text is joined, compared or left out otherwise for its marks."""
    found = [(place, plain(text)) for place, text in said(journey, language, cites=True)]
    assert found == list(said(journey, language, cites=False))


@pytest.mark.parametrize("journey", _ALL)
def test_a_plain_voice_has_no_marks(journey: str, language: Language) -> None:
    """All doors but the memo read it, and none of them knows what a mark is."""
    texts = said(journey, language, cites=False)
    assert texts
    assert not [text for _, text in texts if OPEN in text or CLOSE in text]


@pytest.mark.parametrize("journey", _ALL)
def test_every_figure_has_a_mark_or_a_star(journey: str, language: Language) -> None:
    """In everything that is said of a case: needs, reasons, sums, money, edges, terms, steps."""
    bare = {
        (place, figure)
        for place, text in said(journey, language, cites=True)
        for figure in unmarked(text)
    }
    assert bare == set()


@pytest.mark.parametrize("journey", _ALL)
def test_no_number_is_left_without_a_mark_because_its_unit_is_not_known(
    journey: str, language: Language
) -> None:
    """Numbers that are no figures are ages, years of the plan, and counts of what we say."""
    left = [
        (text, found[0])
        for place, text in said(journey, language, cites=True)
        if (place.startswith(_FIGURES) or place.endswith(".why"))
        and not _SPEAKS_FOR_ALL.search(text)
        for found in _LOOSE.finditer(_without_known(text))
    ]
    assert left == []


@pytest.mark.parametrize("seed", range(12))
def test_it_holds_for_kommuner_that_answer_anything(seed: int, language: Language) -> None:
    """Also where time and money are assumed, or more is planned than there is time for."""
    advice = advice_on(seed)
    plainly, citing = (CaseAccount(Wording(advice, language, cites=each)) for each in (False, True))
    told = dict(all_of(citing))
    assert {place: plain(text) for place, text in told.items()} == dict(all_of(plainly))
    assert {text: bare for text in told.values() if (bare := unmarked(text))} == {}


def _without_known(text: str) -> str:
    """Return the text with stars for marks, without quotes, counts, and units before a mark.

    Of a range ("200 000 kr til 1 million kr") the end is left, which has the mark.
    """
    shown = MARK.sub("*", _QUOTE.sub("", blanked(text)))
    shown = re.sub(r"[\d\u00a0]+(?:kr)? til (?=\d)", "", _NO_CLAIM.sub("", shown))
    return re.sub(r"(?<=\d)\u00a0[^\d* ]+\*", "*", shown)


def _voice(advice: Advice) -> Wording:
    return Wording(advice, Language.NB, cites=True)


def _changed(journey: str = "vinje", **answers: Decimal) -> Advice:
    """Return the advice of a journey where the municipality says otherwise about a figure."""
    given = book().journeys[journey].case
    given = replace(given, answers={**given.answers, **answers})
    return assess(given, book(), known().get(given.municipality_number))


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("folketall", key(Provenance.SOURCE, "ssb-07459", "2026-01-01")),
        ("byggekostnad_m2", key(Provenance.ANSWER)),
        ("verdi_kost", key(Provenance.CALCULATED, "verdi_kost")),
    ],
)
def test_the_key_says_what_a_figure_rests_on(fact: str, told: str) -> None:
    """Statistics with their date, an answer, or a calculation."""
    assert _voice(advice_for("vinje")).names.figure(fact).endswith(f"{OPEN}{told}{CLOSE}")


def test_a_changed_figure_has_a_key_of_its_own_and_the_original_that_of_its_source() -> None:
    """So that a reader sees both who changed it and where the other number is from."""
    advice = _changed(folketall=Decimal(4321))
    names = _voice(advice).names
    changed = cited("4\u00a0321\u00a0innbyggere", key(Provenance.CHANGED, "folketall"))
    assert names.figure("folketall") == changed
    told = names.provenance(advice.facts["folketall"])
    assert told.endswith(f"innbyggere{OPEN}kilde:ssb-07459:2026-01-01{CLOSE}")


def test_an_answer_in_words_has_a_mark_only_where_it_has_figures() -> None:
    """The answer "1 til 5 millioner kroner" is a figure, "Ja" is none."""
    names = _voice(advice_for("vinje")).names
    shown = {fact: names.finding(fact) for fact in book().questions}
    answers = {fact: text for fact, text in shown.items() if OPEN in text}
    assert "egne_penger" in answers
    assert all(re.search(r"\d", plain(text)) for text in answers.values())


def test_the_mark_stands_before_the_full_stop_and_a_star_needs_no_other() -> None:
    """A limit of ours has its star; the figure beside it has the mark of its source."""
    reasons = [
        text for place, text in said("namsskogan", Language.NB, cites=True) if "needs" in place
    ]
    (told,) = {text for text in reasons if "80 år eller eldre" in text}
    assert re.fullmatch(rf"[\d,]+\u00a0%{MARK.pattern} av innbyggerne er .* på 7\u00a0%\*\.", told)


def test_a_rate_has_a_mark_and_an_unknown_one_has_none() -> None:
    """What says "ukjent sats" has no figure to mark."""
    labels = account_of("vinje", Language.NB, cites=True).wording.labels
    assert labels.rate("belaning_person") == cited("90\u00a0%", "sats:belaning_person")
    old = account_of("skjak-mars-2024", Language.NB, cites=True).wording.labels
    assert OPEN not in old.rate("belaning_oppgradering")


def test_a_rule_text_with_figures_of_its_own_ends_with_its_source() -> None:
    """After the full stop, for the mark is that of the whole text; a filled-in rate has its own."""
    labels = account_of("vinje", Language.NB, cites=True).wording.labels
    law = cited_source("en-lov")
    rate = "{sats:belaning_person}"
    assert labels.text(same("Høyst 10 boliger."), law) == f"Høyst 10 boliger.{OPEN}{law}{CLOSE}"
    ninety = cited("90\u00a0%", "sats:belaning_person")
    assert labels.text(same(f"Høyst {rate}."), law) == f"Høyst {ninety}."
    assert labels.text(same("Vedtatt 1. juli 2027 etter § 5."), law) == (
        "Vedtatt 1. juli 2027 etter § 5."
    )


def test_the_policy_staffs_own_sentences_carry_the_mark_in_their_slots() -> None:
    """A limit that the rule itself sets is marked as just that."""
    words = OwnWords(same("{verdi} holder ({grense} er nok)"), same("{verdi} er for lite"))
    leaf = replace(at_least("tomter", "3"), words=words)
    asked = question("tomter", ChangedBy.MUNICIPALITY, FactType.INTEGER)
    rules = small(scheme(relevant=leaf), questions=(asked,))
    advice = assess(case(tomter=Decimal(4)), rules, MUNICIPALITY, DAY)
    (told,) = _voice(advice).verdicts.reasons(next(iter(advice.verdicts.values())))
    assert told == f"{cited('4', 'svar')} holder ({cited('3', 'regel')} er nok)."


def test_sentences_that_read_the_same_are_said_once_whatever_their_marks() -> None:
    """The mark of the first stands."""
    first, second = cited("5 %", "kilde:a"), cited("5 %", "kilde:b")
    assert once([first, second, "6 %"]) == [first, "6 %"]


def test_om_lag_is_explained_also_where_amounts_are_marked() -> None:
    """The explanation is found by the words, and the mark comes after them."""
    report = account_of("vinje", Language.NB, cites=True)
    told = [plain(text) for text in report.behind_all_examples]
    assert "om lag" in told[0]
    assert told[-1].startswith("«Om lag» betyr")


def test_what_is_no_figure_is_blanked_out_and_all_else_keeps_its_place() -> None:
    """Days, years, sections, tables and numbers of laws."""
    text = "1. juli 2027, § 5-4, §§ 14-9 og 14-14, tabell 07459, LOV-2003-06-06-39: 5 % i 2023–2026"
    shown = blanked(text)
    assert len(shown) == len(text)
    assert re.findall(r"\d+", shown) == ["5"]
