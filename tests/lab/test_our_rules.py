"""What we promise of our own rulebook, beyond what the loader can demand of any."""

import pytest

from wizard.domain.conditions import FactTest, leaves
from wizard.domain.schemes import AmountKind, Scheme, SchemeKind
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


def test_every_scheme_is_in_a_bundle_or_asserted_out_of_one() -> None:
    """A measure that no journey mentions could change without anybody noticing."""
    municipalities = load_municipalities(DATA)
    seen = {verdict.scheme for each in _BOOK.journeys.values() for verdict in each.verdicts}
    for journey in _BOOK.journeys.values():
        seen |= {item.scheme for item in advise(journey, _BOOK, municipalities).bundle.items}
    assert set(_BOOK.schemes) - seen == set()


@pytest.mark.parametrize("scheme", _MEASURES, ids=lambda scheme: scheme.id)
def test_what_touches_older_people_is_heard_by_their_council(scheme: Scheme) -> None:
    """Kommuneloven § 5-12: the eldreråd may speak in every matter that concerns older people."""
    sections = [str(term.basis.section) for term in scheme.editions[-1].terms]
    assert "§ 5-12" in sections or not _needs(scheme) & _OF_OLDER_PEOPLE


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
