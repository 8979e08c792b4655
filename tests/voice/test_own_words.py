"""A herad is a herad, and where a byråd leads, no kommunestyre and no kommunedirektør is named."""

import re
from dataclasses import replace

import pytest
from memos import advice_for, book, known, words_of

from wizard.advice import assess
from wizard.domain.advice import Advice
from wizard.domain.municipality import Government
from wizard.domain.text import Language
from wizard.memo.compose import compose
from wizard.plain.advice import plain_advice
from wizard.report.case import CaseAccount
from wizard.voice.own_words import in_own_words, own_words
from wizard.voice.wording import Wording

BYRAD = {"0301", "4601", "5001"}
HERAD = {"4620", "4621", "4622"}
# The law's words for their own council and leader; in the plural they are others' too.
NOT_THEIRS = re.compile(
    r"kommunestyret|kommunestyrem|kommunedirektøren\b|formannskap", re.IGNORECASE
)
NOT_A_HERADS = re.compile(r"kommunestyret|kommunestyrem|bystyre|byråd|herredsstyre", re.IGNORECASE)


def advice_to(number: str, journey: str = "vinje") -> Advice:
    """Return the advice of a journey with a full plan, given to another municipality."""
    case = replace(book().journeys[journey].case, municipality_number=number)
    return assess(case, book(), known().get(number))


def everything_said(advice: Advice, language: Language) -> list[str]:
    """Return every text of the memo, of the advice as JSON and of all questions."""
    report = CaseAccount(Wording(advice, language))
    labels = report.wording.labels
    questions = [item for theme in advice.rulebook.themes for item in theme.items]
    asked = [labels.question(item.fact) for item in questions]
    helped = [labels.text(text) for item in questions for text in (item.where, item.why)]
    return [*words_of(compose(advice, language)), *leaves(plain_advice(report)), *asked, *helped]


def leaves(value: object) -> list[str]:
    """Return every text in a JSON value, its keys left out."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in leaves(each)]
    if isinstance(value, list):
        return [text for each in value for text in leaves(each)]
    return [value] if isinstance(value, str) else []


def test_who_calls_itself_what() -> None:
    """Three herad and three with a byråd, and the rest are a kommune."""
    by_form = {form: {m.number for m in known().all if m.government is form} for form in Government}
    assert by_form[Government.BYRAD] == BYRAD
    assert by_form[Government.HERAD] == HERAD
    assert len(by_form[Government.KOMMUNE]) == 351
    assert known().get("4621").title == "Voss herad"
    assert known().get("0301").title == "Oslo kommune"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("number", sorted(BYRAD))
def test_where_a_byrad_leads_it_is_asked_by_the_bystyre(number: str, language: Language) -> None:
    """No text to Oslo, Bergen or Trondheim names a kommunestyre or a kommunedirektør."""
    said = everything_said(advice_to(number), language)
    assert [text for text in said if NOT_THEIRS.search(text)] == []
    asks = {Language.NB: "Bystyret ber byrådet", Language.NN: "Bystyret bed byrådet"}
    assert any(text.startswith(asks[language]) for text in said)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("number", sorted(HERAD))
def test_a_herad_has_a_heradsstyre(number: str, language: Language) -> None:
    """Title, proposal and questions say herad and heradsstyret."""
    advice = advice_to(number)
    said = everything_said(advice, language)
    assert [text for text in said if NOT_A_HERADS.search(text)] == []
    assert any(text.startswith("Heradsstyret b") for text in said)
    memo = compose(advice, language)
    assert memo.title.title == f"Tiltaksnotat for {advice.municipality.name} herad"
    assert memo.title.facts[0].label == "Herad"


def test_every_other_keeps_the_words_of_the_law() -> None:
    """Namsskogan is a kommune with kommunestyre and kommunedirektør."""
    memo = compose(advice_for("namsskogan"), Language.NB)
    assert memo.title.title == "Tiltaksnotat for Namsskogan kommune"
    assert any(text.startswith("Kommunestyret ber kommunedirektøren") for text in words_of(memo))


@pytest.mark.parametrize(
    ("text", "herad", "byrad"),
    [
        ("Vedta det i kommunestyret", "Vedta det i heradsstyret", "Vedta det i bystyret"),
        ("Kommunestyremøtet", "Heradsstyremøtet", "Bystyremøtet"),
        ("Spør kommunedirektøren", "Spør kommunedirektøren", "Spør byrådet"),
        (
            "Legg det fram for formannskapet",
            "Legg det fram for formannskapet",
            "Legg det fram for byrådet",
        ),
        ("kommunestyrene samtidig", "kommunestyrene samtidig", "kommunestyrene samtidig"),
        ("kommunestyrevalget", "kommunestyrevalget", "kommunestyrevalget"),
    ],
)
def test_rule_texts_speak_to_the_one_who_reads(text: str, herad: str, byrad: str) -> None:
    """Only the reader's own council and leader change their name."""
    assert in_own_words(text, Government.KOMMUNE) == text
    assert in_own_words(text, Government.HERAD) == herad
    assert in_own_words(text, Government.BYRAD) == byrad


def test_the_slots_have_the_same_words_as_the_rules() -> None:
    """What our sentences say is what rule texts become."""
    for form in Government:
        words = own_words(form)
        assert in_own_words("kommunestyret", form) == words["council"]
        assert in_own_words("Kommunestyremøtet", form) == words["Meeting"]
        assert in_own_words("Kommunedirektøren", form) == words["Leader"]
