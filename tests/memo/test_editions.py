"""A memo is of its day, also in what the schemes are called and what is said of them."""

from dataclasses import replace
from datetime import date, timedelta

from memos import book, known, plain, words_of
from turning import turning

from wizard.advice import assess
from wizard.domain.text import Text
from wizard.memo.compose import compose

_CASE = book().journeys["namsskogan"].case
_SCHEME = "bolig-i-kommuneplanen"
_NAME = Text("Kommunens boligkart", "Bustadkartet til kommunen")
_WARNING = Text("Passer ikke før kartet er ferdig.", "Passar ikkje før kartet er ferdig.")


def _memo_on(day: date) -> str:
    changing = turning(book(), _SCHEME, _CASE.as_of, name=_NAME, action=None, pitfalls=(_WARNING,))
    case = replace(_CASE, as_of=day)
    memo = compose(assess(case, changing, known().get(case.municipality_number)))
    return plain(" ".join(words_of(memo)))


def test_a_memo_names_a_scheme_as_it_is_called_on_the_day_of_the_case() -> None:
    """The eve knows nothing of the name to come, and the day nothing of the former one."""
    former, language = book().schemes[_SCHEME], _CASE.language
    eve, day = _memo_on(_CASE.as_of - timedelta(days=1)), _memo_on(_CASE.as_of)
    assert former.name.to(language) in eve
    assert former.pitfalls[0].to(language) in eve
    assert _NAME.to(language) not in eve
    assert _NAME.to(language) in day
    assert _WARNING.to(language) in day
    assert former.name.to(language) not in day
