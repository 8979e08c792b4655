"""The memos of the journeys, each made once."""

import re
from dataclasses import replace
from functools import cache

from wizard import municipalities, rulebook
from wizard.advice import assess
from wizard.domain.advice import Advice
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.memo.compose import compose
from wizard.memo.html import render_html, render_pdf
from wizard.memo.model import Card, ItemList, Memo, Paper, Rows, Section, Table
from wizard.memo.parts import texts
from wizard.municipalities import Municipalities
from wizard.paths import DATA, RULES
from wizard.voice.cites import CLOSE, OPEN

JOURNEYS = ("namsskogan", "skjak", "oslo")
# What a case officer fills in, none of it short.
FIELDS = {
    "utvalg": "Utvalg for samfunn, plan og næring",
    "motedato": "2026-12-17",
    "saksnummer": "2026/1234",
    "saksbehandler": "Kari Nordmann-Hansen, samfunnsplanlegger",
    "vurdert_av": "Ola Berg, rådgiver",
    "vurdering": "Først dette.\n\nSå dette.",
}
_MARK = re.compile(f"{OPEN}[0-9]+{CLOSE}")


@cache
def book() -> Rulebook:
    """Return the rules that are shipped."""
    return rulebook.load(RULES)


@cache
def known() -> Municipalities:
    """Return the municipalities."""
    return municipalities.load(DATA)


EVERYWHERE = [(journey, language) for journey in book().journeys for language in Language]
# Loppa has answered so little that it gets the question sheet.
BLANK = "loppa"
PLANNED = [each for each in EVERYWHERE if each[0] != BLANK]


@cache
def advice_for(journey: str) -> Advice:
    """Return what the engine says about a journey."""
    case = book().journeys[journey].case
    return assess(case, book(), known().get(case.municipality_number))


def written(advice: Advice, **fields: str) -> Advice:
    """Return the advice on a case where somebody has filled in these fields, and no others."""
    return replace(advice, case=replace(advice.case, adviser=fields))


@cache
def memo_for(journey: str, language: Language | None = None, paper: Paper | None = None) -> Memo:
    """Return the paper of a journey, in its own language unless told."""
    return compose(advice_for(journey), language, paper)


@cache
def html_for(journey: str, language: Language | None = None, paper: Paper | None = None) -> str:
    """Return the same as the page that becomes a PDF."""
    return render_html(memo_for(journey, language, paper), stylesheets=())


@cache
def pdf_bytes(journey: str) -> bytes:
    """Return the journey's memo as a PDF."""
    return render_pdf(memo_for(journey))


def words_of(value: object) -> list[str]:
    """Return every text in a memo, or in any other record of texts."""
    return [text for _, text in texts(value, "")]


def unmarked(text: str) -> str:
    """Return a text without the numbers of its notes."""
    return _MARK.sub("", text)


def plain(text: str) -> str:
    """Return a text as it is read: no numbers of notes, and every space an ordinary one."""
    return " ".join(unmarked(text).split())


def section(memo: Memo, anchor: str) -> Section | None:
    """Return the section or appendix at an address, if it is there."""
    found = (each for each in (*memo.sections, *memo.appendices) if each.anchor == anchor)
    return next(found, None)


def said(memo: Memo, anchor: str) -> str:
    """Return what a section says, without the numbers of its notes."""
    return unmarked(" ".join(words_of(section(memo, anchor))))


def cards(memo: Memo, anchor: str = "tiltak") -> list[Card]:
    """Return the cards of a section."""
    there = section(memo, anchor)
    return [each for each in there.blocks if isinstance(each, Card)] if there else []


def tables(memo: Memo, anchor: str) -> list[Table]:
    """Return the tables of a section, those in its cards not counted."""
    there = section(memo, anchor)
    return [each for each in there.blocks if isinstance(each, Table)] if there else []


def lists(memo: Memo, anchor: str) -> list[ItemList]:
    """Return the lists of a section."""
    there = section(memo, anchor)
    return [each for each in there.blocks if isinstance(each, ItemList)] if there else []


def row(card: Card, label: str) -> str:
    """Return what a card says under a label; empty where it has no such row."""
    found = [each for block in card.blocks if isinstance(block, Rows) for each in block.rows]
    return unmarked(next((each.text for each in found if each.label == label), ""))
