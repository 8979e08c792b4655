"""What an answer does is said in plain words: the surest first, and no more than two things."""

import pytest
from memos import advice_for

from wizard.domain.settling import Power, WorthAsking
from wizard.domain.text import Language
from wizard.voice.wording import Wording

LOPPA = {each.question: each for each in advice_for("loppa").worth_asking}


def sure(worth: WorthAsking) -> int:
    """Return how many verdicts any answer settles."""
    verdicts = advice_for("loppa").verdicts.values()
    return sum(
        each.question == worth.question and each.power is Power.ALWAYS
        for verdict in verdicts
        for each in verdict.settlers
    )


@pytest.mark.parametrize("question", LOPPA)
def test_what_is_promised_is_what_any_answer_settles(question: str) -> None:
    """Never more, and what only some answers settle is said to be possible."""
    worth, wording = LOPPA[question], Wording(advice_for("loppa"), Language.NB)
    told = wording.otherwise.worth_asking(worth)
    always = sure(worth)
    settled = "blir én ordning avklart" if always == 1 else f"blir {always} ordninger avklart"
    assert (settled in told) == bool(always)
    assert told.count(", og ") <= 1
    assert told.startswith("Med svaret ")
    if not always and worth.settles:
        assert "bli avklart" in told


def test_who_can_answer_is_told_the_minutes_and_whom_to_ask() -> None:
    """In both written forms; one minute where nobody need be asked."""
    advice = advice_for("loppa")
    (worth,) = [each for each in advice.worth_asking if each.question == next(iter(LOPPA))]
    nb, nn = (Wording(advice, each).otherwise.invitation(worth, 5) for each in Language)
    assert nb.startswith("Svar her, så ")
    assert nb.endswith("(om lag 5 minutter hvis dere må spørre kommunedirektøren).")
    assert nn.endswith("(om lag 5 minutt dersom de må spørje kommunedirektøren).")
