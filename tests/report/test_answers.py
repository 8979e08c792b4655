"""What an open answer costs is said in a whole sentence, whatever it moves."""

import pytest
from memos import advice_for

from wizard.domain.text import Language
from wizard.report.answers import answer_of
from wizard.voice.wording import Wording


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.NB, "Med svaret blir ett behov klarere."),
        (Language.NN, "Med svaret blir eitt behov klarare."),
    ],
)
def test_a_question_that_only_moves_a_need_says_so(language: Language, said: str) -> None:
    """Loppa has three: they hold no scheme open, and there is nothing to list."""
    advice = advice_for("loppa")
    wording = Wording(advice, language)
    only_needs = [each.question for each in advice.worth_asking if not each.moves]
    asked = [item for theme in advice.rulebook.themes for item in theme.items]
    told = [answer_of(wording, item) for item in asked if item.fact in only_needs]
    assert told
    assert {each.consequence for each in told} == {said}
