"""What policy staff say in their own words: of a number, of a leaf, and of what to do."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from memos import advice_for, book, memo_for, words_of
from small_book import DAY, MUNICIPALITY, at_least, case, is_, question, same, scheme
from small_book import book as small

from wizard.advice import assess
from wizard.domain.conditions import FactTest, OwnWords, leaves
from wizard.domain.facts import ChangedBy, FactType, ReferenceFigure, Statement
from wizard.domain.municipality import Government
from wizard.domain.schemes import SchemeKind
from wizard.domain.text import Language, Text
from wizard.report.case import CaseAccount
from wizard.report.explanation import explain
from wizard.voice.wording import Wording
from wizard.voice.words import OURS, OURS_MEANS

_PLOTS = Statement(
    Text("Kommunen har {verdi} tomter", "Kommunen har {verdi} tomter"),
    one=Text("Kommunen har én tomt", "Kommunen har éi tomt"),
    none=Text("Kommunen har ingen tomter", "Kommunen har ingen tomter"),
)
_OWN = OwnWords(
    Text("{verdi} holder ({grense} er nok)", "{verdi} held ({grense} er nok)"),
    Text("{verdi} er for lite, det trengs {grense}", "{verdi} er for lite, det trengst {grense}"),
)
JOURNEYS = ("namsskogan", "vadso", "oslo")


def reason(leaf: FactTest, plots: str, language: Language = Language.NB) -> str:
    """Return what is said of a leaf about a number of plots."""
    asked = replace(question("tomter", ChangedBy.MUNICIPALITY, FactType.INTEGER), statement=_PLOTS)
    rules = small(scheme(relevant=leaf), questions=(asked,))
    advice = assess(case(tomter=Decimal(plots)), rules, MUNICIPALITY, DAY)
    wording = Wording(advice, language)
    (told,) = wording.verdicts.reasons(next(iter(advice.verdicts.values())))
    return told


@pytest.mark.parametrize(
    ("plots", "language", "told"),
    [
        ("0", Language.NB, "Kommunen har ingen tomter."),
        ("1", Language.NB, "Kommunen har én tomt, under grensen på 3."),
        ("1", Language.NN, "Kommunen har éi tomt, under grensa på 3."),
        ("2", Language.NB, "Kommunen har 2 tomter, under grensen på 3."),
        ("3", Language.NB, "Kommunen har 3 tomter, akkurat på grensen."),
    ],
)
def test_a_number_is_said_in_its_own_sentence(plots: str, language: Language, told: str) -> None:
    assert reason(at_least("tomter", "3"), plots, language) == told


@pytest.mark.parametrize(
    ("in_robek", "told"), [("ja", "Kommunen står i ROBEK."), ("nei", "Kommunen står ikke i ROBEK.")]
)
def test_a_yes_and_a_no_are_said_in_a_sentence(in_robek: str, told: str) -> None:
    """A figure, which nobody answers: never "Kommunen står i ROBEK: nei"."""
    robek = book().facts["robek"]
    assert isinstance(robek, ReferenceFigure)
    rules = small(scheme(relevant=is_("robek", "nei")), figures=(robek,))
    advice = assess(case(robek=in_robek), rules, MUNICIPALITY, DAY)
    wording = Wording(advice, Language.NB)
    assert wording.verdicts.reasons(next(iter(advice.verdicts.values()))) == [told]


@pytest.mark.parametrize(
    ("plots", "told"), [("2", "2 er for lite, det trengs 3."), ("3", "3 holder (3 er nok).")]
)
def test_a_leaf_has_words_of_its_own_for_both_outcomes(plots: str, told: str) -> None:
    assert reason(replace(at_least("tomter", "3"), words=_OWN), plots) == told


_COUNCILS = {
    Government.KOMMUNE: "kommunestyret",
    Government.HERAD: "heradsstyret",
    Government.BYRAD: "bystyret",
}
_NUMBER = at_least("tomter", "3")


@pytest.mark.parametrize("government", list(Government))
@pytest.mark.parametrize(
    "leaf",
    [
        _NUMBER,
        replace(_NUMBER, words=OwnWords(same("Kommunestyret har {verdi}"), same("Nei"))),
        replace(is_("i_plan", "a"), words=OwnWords(same("Kommunestyret sier ja"), same("Nei"))),
    ],
)
def test_own_sentences_call_the_council_what_it_is_called(
    leaf: FactTest, government: Government
) -> None:
    """Those of a number, of a number beside its limit, and of a choice."""
    plots = question("tomter", ChangedBy.MUNICIPALITY, FactType.INTEGER)
    plots = replace(plots, statement=Statement(same("Kommunestyret har {verdi} tomter")))
    asked = (plots, question("i_plan", ChangedBy.MUNICIPALITY))
    rules = small(scheme(relevant=leaf), questions=asked)
    municipality = replace(MUNICIPALITY, government=government)
    advice = assess(case(tomter=Decimal(4), i_plan="a"), rules, municipality, DAY)
    (told,) = Wording(advice, Language.NB).verdicts.reasons(next(iter(advice.verdicts.values())))
    assert told.lower().startswith(_COUNCILS[government])


def test_every_number_that_our_rules_compare_has_a_sentence() -> None:
    rules = book()
    trees = [each for need in rules.needs.values() for each in (need.severe, need.some)]
    for each in rules.schemes.values():
        trees += [tree for tree in (each.relevant, each.in_place) if tree is not None]
        trees += [gate.condition for part in each.editions for gate in part.requirements]
    tests = [leaf for tree in trees for leaf in leaves(tree) if isinstance(leaf, FactTest)]
    numbers = {each.fact for each in tests if rules.facts[each.fact].type.is_number}
    assert len(numbers) > 10
    assert {each for each in numbers if rules.facts[each].statement is None} == set()


def test_every_measure_says_what_the_kommune_does() -> None:
    """The verb of a heading made from a name is as often wrong as right."""
    measures = [each for each in book().schemes.values() if each.kind is SchemeKind.MEASURE]
    assert [each.id for each in measures if each.action is None] == []


def test_nobody_is_told_to_begin_with_what_they_have_in_part() -> None:
    """What is in place by degrees has a heading that fits those who have some of it already."""
    rules = book()
    graded = {
        scheme.id: scheme.action
        for scheme in rules.schemes.values()
        if scheme.in_place
        for leaf in leaves(scheme.in_place)
        if isinstance(leaf, FactTest) and rules.facts[leaf.fact].type is FactType.CHOICE
    }
    assert set(graded) == {"startlan", "kartlegging-av-boligbehov", "bolig-i-kommuneplanen"}
    beginning = re.compile(r"(ta i bruk|ta .* inn|innfør|set|lag)", re.IGNORECASE)
    for action in graded.values():
        assert action is not None
        told = (action.headline, action.task)
        assert not [each for each in told if any(map(beginning.match, (each.nb, each.nn)))]


def test_nobody_is_told_to_make_exceptions() -> None:
    labels = Wording(advice_for("namsskogan"), Language.NB).labels
    assert labels.headline("distriktsunntak") == (
        "Gjør det kjent at Husbanken kan gå over lånegrensene"
    )
    task = "bli med i nettverket for aldersvennlige lokalsamfunn"
    assert labels.task("nettverk-for-aldersvennlige-lokalsamfunn") == task
    assert labels.headline("leie-til-eie") == "Prøv leie til eie"


@pytest.mark.parametrize("journey", JOURNEYS)
@pytest.mark.parametrize("language", list(Language))
def test_the_mark_is_explained_once_where_it_stands(journey: str, language: Language) -> None:
    """In the memo, and in each explanation; "vår vurdering" is not said at every limit."""
    advice, means = advice_for(journey), OURS_MEANS.to(language)
    memo = memo_for(journey, language)
    words = words_of(replace(memo, appendices=()))
    explained = [each for each in words_of(memo.appendices) if means in each]
    assert len(explained) == any(OURS in each for each in words_of(memo) if means not in each)
    assert "(vår vurdering)" not in " ".join(words)
    wording = Wording(advice, language)
    for id_ in advice.verdicts:
        lines = [line.text for line in explain(wording, id_)]
        marked = [line for line in lines if OURS in line and line != means]
        assert lines.count(means) == bool(marked)


def test_what_nobody_needs_is_not_called_recommended() -> None:
    found = 0
    for journey in book().journeys:
        advice = advice_for(journey)
        report = CaseAccount(Wording(advice, Language.NB))
        for left in advice.bundle.left_out:
            told = report.scheme(left.scheme)
            if told.left_out.startswith("Kan brukes, men svarene viser ikke"):
                found += 1
                assert told.label in {"Kan brukes", "Anbefalt hvis …", "Mulig når …"}
    assert found
