"""What the file is called."""

import re

from memos import advice_for, known

from wizard.memo.naming import memo_filename, plain


def test_the_name_says_day_document_and_municipality() -> None:
    """Files sort by day, and tell what they are."""
    assert memo_filename(advice_for("namsskogan")) == "2026-11-22_tiltaksnotat_namsskogan.pdf"
    assert memo_filename(advice_for("skjak"), "html") == "2026-11-22_tiltaksnotat_skjak.html"


def test_every_municipality_has_a_name_of_its_own_in_plain_letters() -> None:
    """Two that share a name are told apart by the county."""
    names = [plain(municipality.label) for municipality in known().all]
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)
    assert len(set(names)) == len(names)


def test_letters_are_written_as_norwegians_write_them_without_a_keyboard() -> None:
    """Æ becomes ae, and Sámi letters their nearest."""
    assert plain("Sør-Varanger – Mátta-Várjjat") == "sor-varanger-matta-varjjat"
    assert plain("Bærum, Ås og Porsáŋgu") == "baerum-as-og-porsangu"
