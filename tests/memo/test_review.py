"""The adviser's part of the memo: marked, listed with its reasons, and left out where asked."""

from dataclasses import replace
from pathlib import Path

import page as validation
import pytest
from memos import advice_for, book, cards, known, plain, said, section, words_of
from printed import printed
from reviews import WHO, reviewed

from wizard.advice import with_review
from wizard.domain.advice import Advice
from wizard.domain.review import MeasureReview
from wizard.domain.text import Language
from wizard.memo import verifying
from wizard.memo.compose import compose
from wizard.memo.html import render_html, render_pdf
from wizard.memo.identity import identity_of
from wizard.memo.model import FreeText, Paper, Paragraph
from wizard.memo.verifying import verify
from wizard.report.case import CaseAccount
from wizard.report.rows import plan_rows
from wizard.voice.wording import Wording

SKJAK = advice_for("skjak")
NAMED = f"{WHO['navn']}, {WHO['rolle']}"
OTHER = "kommunalt-byggetilskudd"
TOLD = {
    "investeringstilskudd": MeasureReview("Vent {med} dette.", include=False, reason="For tidlig"),
    OTHER: MeasureReview(include=True, reason="Det er vedtatt for 3 hus og 100 kr"),
    "boligsosial-oversikt": MeasureReview("Begynn her.\n\nGjør det grundig."),
    "leie-til-eie": MeasureReview("Ikke nå."),
    "gone": MeasureReview("Ordningen finnes ikke.", include=True, reason="Ja"),
}
TEXTS = {
    "vurdering": "Planen er god.\n\nMen begynn med folk.",
    "mottaker": "Formannskapet i Skjåk",
    "utvalg": "Utvalg for {alt}",
    "motedato": "2026-12-17",
}
FULL = reviewed(SKJAK, TOLD, ("hjemmebesok-med-boligsjekk", "boligsosial-oversikt"), **TEXTS)


def without(advice: Advice) -> Advice:
    """Return the advice on the same case without what the adviser has added."""
    return replace(advice, case=replace(advice.case, review=None))


@pytest.mark.parametrize("language", Language)
def test_every_word_of_the_advisers_is_marked(language: Language) -> None:
    """By name and role, in its section and on the cards; as it stands, braces and all."""
    memo = compose(FULL, language)
    told = section(memo, "radgiver")
    assert told
    first = told.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text == NAMED
    words = words_of(memo)
    for text in ("Vent {med} dette.", "Begynn her.", "Gjør det grundig.", "Planen er god."):
        (found,) = (each for each in words if each == text)
        assert isinstance(found, FreeText)
    (card,) = (each for each in cards(memo) if "Begynn her." in words_of(each))
    assert any(NAMED in each for each in words_of(card))
    assert any(NAMED in each.text for each in memo.head.case)
    assert "Ordningen finnes ikke." not in " ".join(words)


def test_what_is_changed_is_listed_with_its_reasons() -> None:
    """Out, in, the order, what is filled in; and that the year takes more than there is."""
    told = plain(said(compose(FULL, Language.NB), "radgiver"))
    for text in (
        "Tatt ut av planen: investeringstilskudd til omsorgsboliger og sykehjemsplasser.",
        "Rådgiverens grunn: For tidlig",
        "Rådgiverens grunn: Det er vedtatt for 3 hus og 100 kr",
        "Rekkefølgen på tiltakene i år er endret.",
        "Fylt ut av rådgiveren: mottaker, utvalg og møtedato.",
        "Med disse endringene tar året mer enn kommunen har satt av.",
    ):
        assert text in told
    silent = reviewed(SKJAK)
    assert section(compose(silent), "radgiver") is None
    assert compose(silent).head.case == compose(SKJAK).head.case


def test_what_is_taken_in_is_not_said_to_be_our_advice() -> None:
    """Its card says whose choice it is, before anything else."""
    memo = compose(FULL, Language.NB)
    (found,) = (each for each in cards(memo) if each.status[0] == "Tatt inn av rådgiveren")
    assert (
        found.reference.name
        == CaseAccount(Wording(FULL, Language.NB)).scheme(OTHER).scheme.headline
    )
    assert "Anbefalt" not in found.status


def test_the_table_says_of_what_is_taken_in_what_the_card_says() -> None:
    """Neither is it our advice there; of all else it is."""
    report = CaseAccount(Wording(with_review(FULL), Language.NB))
    status = {each.scheme: each.status for each in plan_rows(report)}
    (card,) = (
        each for each in cards(compose(FULL, Language.NB)) if status[OTHER][:8] in each.status[0]
    )
    assert status[OTHER] == ". ".join(card.status[:2])
    assert status[OTHER].startswith("Tatt inn av rådgiveren. ")
    assert status["boligsosial-oversikt"] == "Anbefalt"


def test_the_front_page_and_the_cards_follow_the_adviser() -> None:
    """The same measures in the same order, by number; the short note says who has changed it."""
    memo = compose(FULL, Language.NB)
    assert cards(memo)[0].reference.name == "Tilby eldre hjemmebesøk med boligsjekk"
    assert "hjemmebesøk med boligsjekk" in memo.head.title
    short = compose(FULL, Language.NB, Paper.SHORT)
    assert any(each.text == f"{NAMED}. Har endret planen" for each in short.head.case)
    assert [each.text for each in memo.head.case][:2] == [TEXTS["mottaker"], TEXTS["utvalg"]]


def test_without_the_adviser_it_is_the_memo_it_always_was() -> None:
    """Byte for byte."""
    plain_page = render_html(compose(without(FULL)), stylesheets=())
    assert plain_page == render_html(compose(SKJAK), stylesheets=())


def test_with_and_without_are_two_papers_that_both_can_be_proved() -> None:
    """The words of the adviser are part of what the paper was made from."""
    assert identity_of(FULL).answers != identity_of(SKJAK).answers
    assert identity_of(with_review(FULL)) == identity_of(FULL)
    municipality = known().get(FULL.case.municipality_number)
    for advice in (FULL, without(FULL)):
        content = render_pdf(compose(advice))
        found = verify(content, FULL.case, book(), municipality)
        assert list(found.sentences()) == [verifying.IDENTICAL]
    other = reviewed(SKJAK, vurdering="Noe annet.")
    found = verify(render_pdf(compose(other)), FULL.case, book(), municipality)
    assert verifying.DIFFERS in list(found.sentences())


@pytest.mark.parametrize(
    ("paper", "language"),
    [(Paper.MEMO, Language.NB), (Paper.MEMO, Language.NN), (Paper.SHORT, Language.NN)],
)
def test_the_paper_is_for_archive_and_reader(
    paper: Paper, language: Language, tmp_path: Path
) -> None:
    """PDF/UA-1 and PDF/A-2a, and the first page is still one page."""
    made = printed(render_html(compose(FULL, language, paper), stylesheets=()))
    path = tmp_path / "notat.pdf"
    path.write_bytes(made.pdf)
    for profile in ("ua1", "2a"):
        report = validation.validate_pdf(str(path), profile=profile)
        assert report.is_compliant, (profile, report.failures)
    assert paper is not Paper.SHORT or len(made.pages) == 1
    assert paper is Paper.SHORT or "radgiver" not in made.pages[0].begins
