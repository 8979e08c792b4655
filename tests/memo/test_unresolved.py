"""Nothing unresolved gets on paper."""

from dataclasses import replace

import pytest
from memos import advice_for, cards, words_of

from wizard.domain.advice import Advice
from wizard.domain.text import Language, Text
from wizard.memo.compose import compose
from wizard.memo.unresolved import IncompleteMemo

SCHEME = "bolig-i-kommuneplanen"
NUMBER = 1
# The second card stands after the paragraph that tells when.
CARD = f"notat.sections.5.blocks.{NUMBER + 2}"


def with_text(**texts: Text | None) -> Advice:
    """Return advice whose rulebook says something else about one scheme of the bundle."""
    advice = advice_for("namsskogan")
    scheme = replace(advice.rulebook.schemes[SCHEME], **texts)  # type: ignore[arg-type]
    schemes = {**advice.rulebook.schemes, SCHEME: scheme}
    return replace(advice, rulebook=replace(advice.rulebook, schemes=schemes))


def problems_of(advice: Advice, language: Language = Language.NB) -> list[str]:
    """Return what stops the memo."""
    with pytest.raises(IncompleteMemo) as refused:
        compose(advice, language)
    return [problem.to(language) for problem in refused.value.problems]


def test_a_text_that_is_missing_in_one_language_stops_that_memo_only() -> None:
    """Neither language stands in for the other."""
    advice = with_text(short=Text("Kommunen låner ut penger.", ""))
    told = cards(compose(advice, Language.NB))[NUMBER]
    assert "Kommunen låner ut penger." in words_of(told)
    found = problems_of(advice, Language.NN)
    assert found == [f"{CARD}.blocks.1.text: teksten manglar"]


def test_a_missing_text_stops_the_memo_inside_a_sentence_too() -> None:
    """A name that stands in a slot of our own, or among other sentences, is missed as well."""
    advice = advice_for("namsskogan")
    unnamed = replace(advice.rulebook, name=Text("Regelverk", ""))
    (found,) = problems_of(replace(advice, rulebook=unnamed), Language.NN)
    assert found.endswith("text: «{name}» er ikkje fylt ut")
    waiting = {**advice.rulebook.schemes}
    id_ = next(item.scheme for item in advice.bundle.items if not item.phase.in_core)
    waiting[id_] = replace(waiting[id_], short=Text("Kommunen låner ut penger.", ""))
    silent = replace(advice, rulebook=replace(advice.rulebook, schemes=waiting))
    (found,) = problems_of(silent, Language.NN)
    assert found.startswith("notat.appendices.1.blocks.")
    assert found.endswith("text: teksten manglar")


def test_a_slot_that_nobody_filled_stops_the_memo() -> None:
    """A placeholder with a misspelt kind never reaches the reader."""
    found = problems_of(with_text(short=Text("Inntil {stas:tak} kroner.", "Inntil {stas:tak} kr.")))
    assert found == [f"{CARD}.blocks.1.text: «{{stas:tak}}» er ikke fylt ut"]


def test_what_a_checked_rulebook_cannot_hold_is_a_bug_and_no_problem_of_the_rules() -> None:
    """The loader refuses a rate that does not exist; if one gets here, we made the mistake."""
    with pytest.raises(KeyError, match="borte"):
        compose(with_text(short=Text("Inntil {sats:borte}.", "Inntil {sats:borte}.")))


def test_a_field_of_the_adviser_s_that_has_no_place_stops_the_memo() -> None:
    """No text that somebody wrote is left out in silence."""
    advice = advice_for("oslo")
    case = replace(advice.case, adviser={"vurdering": "Et råd.", "notater": "Til meg selv."})
    assert problems_of(replace(advice, case=case)) == ["rådgiver: ukjent nøkkel «notater»"]


def test_all_problems_are_told_at_once() -> None:
    """Whoever mends the rules needs one round, not one a problem."""
    advice = with_text(short=Text("{a} og {b}", ""), ended=None)
    advice = replace(advice, case=replace(advice.case, adviser={"x": "y"}))
    assert problems_of(advice) == [
        "rådgiver: ukjent nøkkel «x»",
        f"{CARD}.blocks.1.text: «{{a}}» er ikke fylt ut",
        f"{CARD}.blocks.1.text: «{{b}}» er ikke fylt ut",
    ]
