"""What we promise of our own rulebook, beyond what the loader can demand of any."""

import pytest

from wizard.domain.conditions import FactTest, leaves
from wizard.domain.schemes import AmountKind, Effect, Scheme, SchemeKind
from wizard.lab.journeys import advise
from wizard.municipalities import load as load_municipalities
from wizard.paths import DATA, RULES
from wizard.rulebook import load

_BOOK = load(RULES)
_MEASURES = [each for each in _BOOK.schemes.values() if each.kind is SchemeKind.MEASURE]
_OF_OLDER_PEOPLE = {"eldre", "aldersvennlig-sted", "tilpassede-boliger", "heldogns-omsorg"}
_UNDER_200_000 = 1


def _needs(scheme: Scheme) -> set[str]:
    return {each.need for each in scheme.covers}


def test_every_scheme_has_a_place_in_the_plan_of_some_journey() -> None:
    """In the year's core, later or made known. Only what is closed for new applicants has none."""
    municipalities, seen = load_municipalities(DATA), set[str]()
    for journey in _BOOK.journeys.values():
        advice = advise(journey, _BOOK, municipalities)
        seen |= {item.scheme for item in advice.bundle.items} | {*advice.plan.made_known}
    assert set(_BOOK.schemes) - seen == set()


@pytest.mark.parametrize("scheme", _MEASURES, ids=lambda scheme: scheme.id)
def test_what_touches_older_people_is_heard_by_their_council(scheme: Scheme) -> None:
    """The eldreråd gets every matter that concerns older people, early enough to change it."""
    asked = ("for-2019-06-17-727", "§ 2")
    rests_on = {(basis.source, basis.section) for basis in scheme.editions[-1].bases}
    tells = scheme.effect is Effect.INFORMS
    assert tells or asked in rests_on or not _needs(scheme) & _OF_OLDER_PEOPLE


def test_each_dimension_of_an_age_friendly_place_has_two_cheap_measures() -> None:
    """A small kommune can begin with something, whatever is weakest."""
    cheap: dict[str, set[str]] = {
        option.id: set() for option in _BOOK.questions["svake_omrader"].options
    }
    for scheme in _MEASURES:
        amount = scheme.editions[-1].amount
        if amount.kind is not AmountKind.OWN_COST or (amount.band or 0) > _UNDER_200_000:
            continue
        for leaf in leaves(scheme.relevant) if scheme.relevant else ():
            if isinstance(leaf, FactTest) and leaf.fact == "svake_omrader":
                wanted = leaf.operand
                for option in wanted if isinstance(wanted, frozenset) else {str(wanted)}:
                    cheap[option].add(scheme.id)
    assert {option: len(found) for option, found in cheap.items() if len(found) < 2} == {}


def test_planning_capacity_has_five_measures() -> None:
    """Few hands is the commonest need of all."""
    assert len([each for each in _MEASURES if "plankapasitet" in _needs(each)]) >= 5


_PILOTS = {
    "bolyst-team": "Steinkjer",
    "offentlig-privat-utbyggingsselskap": "Åfjord",
    "kommunal-tilbakekjopsavtale": "Lebesby",
    "seniorboliger-med-delelosning": "Vinje",
    "mobilt-bad": "Kongsvinger",
}
_NOBODY_KNOWN_HAS_DONE_IT = {
    "boligkoordinator",
    "boligsosial-oversikt",
    "byggefrist-for-tomter",
    "felles-utlysning-med-naboer",
    "gjor-ordningene-kjent",
    "hjemmebesok-med-boligsjekk",
    "kjop-oppgrader-selg",
    "liste-over-tilgjengelige-boliger",
    "turgruppe",
}
_LAW_OF = {
    "kommunal-garanti": ("lov-2018-06-22-83", "§ 14-19"),
    "kommunal-tilbakekjopsavtale": ("lov-2018-06-22-83", "§ 14-19"),
    "nedsatt-konsesjonsgrense": ("lov-2003-11-28-98", "§ 7"),
    "provebolig": ("lov-1999-03-26-17", "§ 9-3"),
}


@pytest.mark.parametrize("scheme", _MEASURES, ids=lambda scheme: scheme.id)
def test_a_measure_tells_who_does_what_and_when_and_when_not_to(scheme: Scheme) -> None:
    """A generalist can begin on Monday, and knows when to leave it alone."""
    edition = scheme.editions[-1]
    assert len(edition.steps) >= 2
    assert all(step.days is not None for step in edition.steps)
    assert edition.amount.kind in {AmountKind.OWN_COST, AmountKind.NOT_SET}
    # "Passer ikke når …", "Er ikke nok når …", "Send ikke brev før …"
    assert any(text.nb.split()[1] == "ikke" for text in scheme.pitfalls)
    assert any(text.nn.split()[1] == "ikkje" for text in scheme.pitfalls)


@pytest.mark.parametrize("id_", _PILOTS)
def test_a_pilot_sends_the_reader_to_those_who_know_its_terms(id_: str) -> None:
    """Terms that are not public are asked for, never invented."""
    step = _BOOK.schemes[id_].editions[-1].steps[0].text
    assert _PILOTS[id_] in step.nb
    assert "Distriktssenteret" in step.nb


def test_every_measure_has_a_real_example_except_those_we_know_of() -> None:
    """A new measure without an example must be written down here, on purpose."""
    assert {each.id for each in _MEASURES if not each.experiences} == _NOBODY_KNOWN_HAS_DONE_IT


@pytest.mark.parametrize("id_", _LAW_OF)
def test_the_law_that_can_stop_a_measure_is_among_its_terms(id_: str) -> None:
    """Whoever plans it must read the section before anything is promised."""
    terms = (each.basis for each in _BOOK.schemes[id_].editions[-1].terms)
    assert _LAW_OF[id_] in {(basis.source, basis.section) for basis in terms if basis}
