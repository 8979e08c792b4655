"""The memo says what is missing, who finds it, and what that was calculated from."""

from memos import memo_for

from wizard.domain.text import Language


def test_the_memo_shows_the_example_at_its_loan_and_the_figures_once() -> None:
    """Skjåk: the gap with each loan that others apply for, the sources after the list."""
    told = memo_for("skjak", Language.NB).told
    assert told is not None
    money = " ".join(row.text for row in told.rows).replace("\u00a0", " ")
    assert "Da mangler om lag 2,8 millioner kr, som husstanden må skaffe." in money
    assert told.more is not None
    behind = told.more.replace("\u00a0", " ")
    assert "Byggekostnad: 38 000 kr per m². Opplyst av kommunen." in behind


def test_a_memo_without_an_example_lists_no_figures_behind_it() -> None:
    """Oslo's bundle has nothing that is calculated for a dwelling."""
    matrix = memo_for("oslo").bundle.matrix
    assert matrix is None or matrix.behind_examples is None
