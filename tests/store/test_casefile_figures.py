"""A figure of a case file keeps its source only as long as it is what the source says."""

import json
from decimal import Decimal
from typing import Any

import pytest
from question_book import DAY, NAMSSKOGAN
from small_book import SOURCE

from wizard.advice import assess
from wizard.domain.advice import Origin
from wizard.domain.case import Case, Versions
from wizard.domain.frozen import FrozenFigure
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.municipalities import Municipalities
from wizard.store import casefile
from wizard.store.figures import FROM_FILE
from wizard.store.problems import CasefileError
from wizard.voice.names import Names

PER = "2026-01-01"
SSB = FrozenFigure(Decimal(803), SOURCE.id, PER)


def read(
    book: Rulebook,
    known: Municipalities,
    figure: dict[str, str],
    edition: str = "",
    **rest: dict[str, Any],
) -> Case:
    """Return the case of a file with one figure; made with today's figures unless told."""
    written = casefile.write(
        Case(NAMSSKOGAN, DAY, Language.NB, versions=Versions("r", edition or known.version, "p"))
    )
    figures = {"folketallet": {"verdi": "803", "kilde": SOURCE.id, "per": PER, **figure}}
    raw = json.loads(written) | {"tall": figures} | rest
    return casefile.read(json.dumps(raw).encode(), book, known, DAY)


def provenance(case: Case, book: Rulebook, known: Municipalities) -> tuple[Origin, str]:
    """Return where the figure is from, and how that is said."""
    advice = assess(case, book, known.get(NAMSSKOGAN))
    finding = advice.facts["folketallet"]
    return finding.origin, Names(advice).provenance(finding)


@pytest.mark.parametrize("edition", ["", "en eldre"])
def test_a_figure_left_alone_keeps_its_source(
    book: Rulebook, known: Municipalities, edition: str
) -> None:
    """Of whatever edition: it is what we have ourselves."""
    case = read(book, known, {}, edition)
    assert (case.answers, case.figures) == ({}, {"folketallet": SSB})
    origin, said = provenance(case, book, known)
    assert origin is Origin.REFERENCE
    assert said.startswith(SOURCE.title.nb)


@pytest.mark.parametrize("typed", ["1 234", "1.234", "1234"])
def test_a_changed_figure_is_a_correction_by_the_municipality(
    book: Rulebook, known: Municipalities, typed: str
) -> None:
    """As on the web: what the source says stands beside it."""
    case = read(book, known, {"verdi": typed})
    assert (case.answers, case.figures) == ({"folketallet": Decimal(1234)}, {"folketallet": SSB})
    origin, said = provenance(case, book, known)
    assert origin is Origin.CHANGED
    assert said.startswith("Endret av kommunen.")
    assert "803" in said
    again = casefile.read(casefile.write(case).encode(), book, known, DAY)
    assert (again.answers, again.figures) == (case.answers, case.figures)


def test_an_answer_goes_before_a_changed_figure(book: Rulebook, known: Municipalities) -> None:
    """The municipality has said what it means."""
    case = read(book, known, {"verdi": "1234"}, svar={"folketallet": "900"})
    assert case.answers == {"folketallet": Decimal(900)}


@pytest.mark.parametrize(
    ("figure", "edition"),
    [
        ({"verdi": "790"}, "en eldre"),
        ({"verdi": "790", "per": "2025-01-01"}, ""),
        ({"verdi": "790", "kilde": "noe annet"}, ""),
        ({"verdi": "790", "per": "i fjor en gang"}, ""),
    ],
)
def test_what_cannot_be_held_against_ours_is_from_the_file(
    book: Rulebook, known: Municipalities, figure: dict[str, str], edition: str
) -> None:
    """It is used as it stands, without a source behind it, and stays so."""
    case = read(book, known, figure, edition)
    assert case.answers == {}
    assert case.figures["folketallet"].value == Decimal(790)
    assert case.figures["folketallet"].source == FROM_FILE
    assert provenance(case, book, known) == (Origin.REFERENCE, "Svarfilen")
    again = casefile.read(casefile.write(case).encode(), book, known, DAY)
    assert again.figures == case.figures


def test_a_correction_outside_its_range_is_refused_where_it_stands(
    book: Rulebook, known: Municipalities
) -> None:
    """The same range as on the web; what other rules let through is kept, and not counted."""
    ours = {"regelverk": book.hash, "tall": known.version, "program": "p"}
    with pytest.raises(CasefileError) as refusal:
        read(book, known, {"verdi": "1 000 001"}, versjoner=ours)
    (problem,) = refusal.value.problems
    assert problem.pointer == "/tall/folketallet/verdi"
    assert "Skriv et helt tall fra 0 til 1000000." in problem.message.nb
    assert read(book, known, {"verdi": "1 000 001"}).retired == {"folketallet_i_filen": "1 000 001"}
