"""Our rules say no more than their sources: the tense, the modality and the limits of the text.

Each row holds a claim that once was firmer, narrower or older than the paragraph it cites.
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

import pytest

from wizard.domain.facts import Unit
from wizard.domain.schemes import Scheme
from wizard.domain.sources import Confidence, Level
from wizard.paths import RULES
from wizard.rulebook import load

_BOOK = load(RULES)


class Says(NamedTuple):
    """Words that stand in a text, and words that must not; parted by a bar."""

    there: str
    absent: str = ""

    def of(self, said: str) -> bool:
        """Return whether the text says what it must, and nothing that it must not."""
        there, absent = (tuple(filter(None, words.split("|"))) for words in self)
        return all(each in said for each in there) and not any(each in said for each in absent)


# Scheme, condition, then what stands there and what must not, in bokmål and in nynorsk.
_SAID = [
    (
        "startlan",
        "langvarig",
        Says(
            "forventes å ha|muligheten til å spare|kort tid taler for det|kan kommunen likevel",
            "lenge hatt|brukt sparepengene",
        ),
        Says(
            "venta å ha|høvet til å spare|innan kort tid taler for det|kan kommunen likevel",
            "lenge hatt|brukt sparepengane|Han byter|han hindrar",
        ),
    ),
    (
        "startlan",
        "bank",
        Says("ikke lån, eller ikke nok", "aldri"),
        Says("ikkje lån, eller ikkje nok", "aldri"),
    ),
    ("startlan", "betjene", Says("nok igjen å leve av"), Says("nok att å leve av")),
    ("startlan", "formal", Says("rimelig"), Says("rimeleg")),
    ("startlan-forstegangsetablerere", "forste", Says("De fleste"), Says("Dei fleste")),
    ("bostotte", "bolig", Says("toalett|bofellesskap"), Says("toalett|bufellesskap")),
    (
        "bostotte",
        "ikke-institusjon",
        Says("Ingen i husstanden|likevel", "Husstanden er ikke|omsorgsbolig"),
        Says("Ingen i husstanden|likevel", "Husstanden er ikkje|omsorgsbustad"),
    ),
    (
        "bostotte",
        "inntekt",
        Says("en del av den", "Stor formue"),
        Says("ein del av han", "Stor formue"),
    ),
    ("distriktsunntak", "skjonn", Says("kan gjøre unntak"), Says("kan gjere unntak")),
    ("distriktsunntak", "betale", Says("", "aldri blir verdt"), Says("", "aldri blir verd")),
    (
        "kommunale-bustadtilskudd",
        "etablering",
        Says("kan gis|langvarige|skal prioriteres", "har hatt"),
        Says("kan bli gitt|langvarige|skal prioriterast", "har hatt"),
    ),
    ("kommunale-bustadtilskudd", "tilpasning", Says("kan gis"), Says("kan bli gitt")),
    ("lan-til-livslopsboliger", "digital-modell", Says("Selvbyggere"), Says("Sjølvbyggjarar")),
    (
        "lan-til-miljovennlige-boliger",
        "digital-modell",
        Says("Selvbyggere"),
        Says("Sjølvbyggjarar"),
    ),
    ("lan-til-livslopsboliger", "tilgjengelig", Says("plass til heis"), Says("plass til heis")),
    (
        "lan-til-oppgradering",
        "tiltak",
        Says("Som hovedregel|Husbanken kan også", "trinnfri"),
        Says("Som hovudregel|Husbanken kan òg", "trinnfri"),
    ),
    ("lan-til-studentboliger", "tilskudd", Says("blir utbetalt"), Says("blir betalt ut")),
    ("utleielan-kommune", "spredt", Says("bør"), Says("bør")),
    ("utleielan-kommune", "flere-boliger", Says("trolig"), Says("truleg")),
    ("utleielan-tildeling", "spredt", Says("bør"), Says("bør")),
    ("utleielan-tilvisning", "spredt", Says("bør"), Says("bør")),
    ("utleielan-tildeling", "ikke-for-mye", Says("anslåtte"), Says("ein ventar")),
    (
        "utleielan-tildeling",
        "foretak",
        Says("dokumenterer|kan godta"),
        Says("dokumenterer|kan godta"),
    ),
    ("tilskudd-til-utleieboliger", "spredt", Says("bør"), Says("bør")),
    (
        "tilskudd-til-utleieboliger",
        "tildelingsrett",
        Says("statlig helseforetak|kommunen eller helseforetaket"),
        Says("statleg helseføretak|kommunen eller helseføretaket"),
    ),
    ("tilskudd-til-utleieboliger", "formal", Says("trolig"), Says("truleg", "for å leigast")),
    ("investeringstilskudd", "disponere", Says("helseforetak"), Says("helseføretak")),
    (
        "tilskudd-etablering-og-tilpasning-i-distriktskommuner",
        "heftelse",
        Says("sikkerhet (heftelse)", "tinglyst som"),
        Says("sikkerheit (hefting)", "tinglyst som"),
    ),
    (
        "tilskudd-etablering-og-tilpasning-i-distriktskommuner",
        "arbeid",
        Says("Boligmarkedet"),
        Says("Bustadmarknaden"),
    ),
    ("tilskudd-til-aldersvennlig-oppgradering", "tiltak", Says("vesentlig"), Says("vesentleg")),
    ("tilskudd-til-boligmodeller", "nedskriving", Says("som hovedregel"), Says("som hovudregel")),
    ("tilskudd-til-boligmodeller", "overforing", Says("vurderer"), Says("vurderer")),
    ("tilskudd-til-boligtiltak", "ikke-uansett", Says("sannsynligvis"), Says("sannsynlegvis")),
    ("tilskudd-til-boligtiltak", "ikke-fullt-dekket", Says("vente"), Says("vente")),
    (
        "tilskudd-til-boligtiltak",
        "revisor",
        Says("bekreftet", "uttaler"),
        Says("stadfesta", "uttaler"),
    ),
    ("tilskudd-til-energitiltak", "rapport", Says("ventes"), Says("venta")),
    (
        "tilskudd-til-studentboliger",
        "arets-vilkar",
        Says("tildelingsbrevet", "hybl"),
        Says("", "hybl"),
    ),
]


@pytest.mark.parametrize(("scheme", "id_", "nb", "nn"), _SAID)
def test_a_condition_is_as_strong_as_its_paragraph(
    scheme: str, id_: str, nb: Says, nn: Says
) -> None:
    """A "may", an "as a rule" or an "is expected to" of the law stands in both languages."""
    terms = {term.id: term.text for term in _BOOK.schemes[scheme].editions[-1].terms}
    assert nb.of(terms[id_].nb)
    assert nn.of(terms[id_].nn)


# Not a condition, but law all the same: the note on the money.
_NOTES = [
    (
        "startlan",
        Says("legge inntil {sats:startlan_paslag} til", "i året"),
        Says("leggje inntil", "i året"),
    ),
    (
        "bostotte",
        Says("Taket kan økes", "største byene"),
        Says("Taket kan aukast", "største byane"),
    ),
    (
        "utleielan-kommune",
        Says("kan gis uten pant", "trenger ikke"),
        Says("kan bli gitt utan pant", "treng ikkje"),
    ),
    ("tilskudd-til-boligtiltak", Says("kan etter søknad"), Says("kan etter søknad")),
    ("lan-til-oppgradering", Says("eieboliger"), Says("eigebustader")),
]


@pytest.mark.parametrize(("scheme", "nb", "nn"), _NOTES)
def test_the_note_on_the_money_is_as_strong_as_the_law(scheme: str, nb: Says, nn: Says) -> None:
    """What may be raised is not said to be raised."""
    note = _BOOK.schemes[scheme].editions[-1].amount.note
    assert note is not None
    assert nb.of(note.nb)
    assert nn.of(note.nn)


def test_the_margin_on_startlan_is_in_percentage_points() -> None:
    """§ 8-2: on the interest itself; a quarter per cent of the interest is next to nothing."""
    rate = _BOOK.rates["startlan_paslag"]
    assert (rate.unit, rate.on(date(2026, 11, 27))) == (Unit.PERCENTAGE_POINTS, Decimal("0.25"))


@pytest.mark.parametrize(
    ("rate", "since"),
    [("planstrategi_offentlig_dager", date(2009, 7, 1)), ("bostotte_andel", date(2016, 1, 1))],
)
def test_a_figure_of_the_law_is_as_old_as_the_law(rate: str, since: date) -> None:
    """The day it came into force, not the day we read it or the day its neighbours changed."""
    assert _BOOK.rates[rate].values[0].valid_from == since


_NOT_WORD_BY_WORD = [
    ("lan-til-livslopsboliger", "nokternt"),
    ("lan-til-miljovennlige-boliger", "nokternt"),
    ("bostotte", "omsorgsbolig"),
]


@pytest.mark.parametrize(("scheme", "id_"), _NOT_WORD_BY_WORD)
def test_what_only_a_guide_says_is_not_certain(scheme: str, id_: str) -> None:
    """A figure from an undated page is B, also when the sentence around it is law."""
    terms = {term.id: term.confidence for term in _BOOK.schemes[scheme].editions[-1].terms}
    assert terms[id_] is Confidence.B


_OURS = [
    ("kommunale-bustadtilskudd", "egne-penger"),
    ("lan-til-boligkvalitet-utleie", "privat-utbygger"),
    ("startlan-forstegangsetablerere", "har-startlan"),
]


@pytest.mark.parametrize(("scheme", "id_"), _OURS)
def test_a_gate_that_no_text_sets_is_our_own(scheme: str, id_: str) -> None:
    """The section it used to cite says nothing of it."""
    gates = {each.id: each.basis for each in _BOOK.schemes[scheme].editions[-1].requirements}
    assert gates[id_] is None


_INSTRUMENTS = [each for each in _BOOK.schemes.values() if each.is_instrument]


@pytest.mark.parametrize("scheme", _INSTRUMENTS, ids=lambda scheme: scheme.id)
def test_a_condition_of_the_state_rests_on_a_text_of_the_state(scheme: Scheme) -> None:
    """Law, guideline or call; what others do, or what a form once showed, is never a condition."""
    bases = [each.basis for edition in scheme.editions for each in edition.requirements]
    bases += [each.basis for edition in scheme.editions for each in edition.terms]
    assert Level.PRACTICE not in {basis.level for basis in bases if basis}


def test_the_grant_in_finnmark_says_nothing_of_other_classes() -> None:
    """§ 2 speaks of class 4 alone; what holds there is told, and nothing is told of 5 and 6."""
    id_ = "tilskudd-etablering-og-tilpasning-i-distriktskommuner"
    gate = _BOOK.schemes[id_].editions[-1].requirements[1]
    assert gate.when_not_met is not None
    assert Says("klasse 4", "klasse 5|5 og 6").of(gate.when_not_met.nb)
    assert Says("klasse 4", "klasse 5|5 og 6").of(gate.when_not_met.nn)


def test_no_grant_for_the_whole_country_goes_by_centrality() -> None:
    """Since 26 March 2026; the question says what we still use the class for."""
    items = [item for theme in _BOOK.themes for item in theme.items]
    (why,) = [item.why for item in items if item.fact == "sentralitetsklasse"]
    assert Says("Finnmark", "Noen ordninger gjelder bare i distriktene").of(why.nb)
    assert Says("Finnmark", "Nokre ordningar gjeld berre i distrikta").of(why.nn)


def test_advice_from_husbanken_rests_on_the_act_of_husbanken() -> None:
    """Not on the page of another scheme."""
    basis = _BOOK.schemes["radgivning-husbanken"].editions[-1].basis
    assert basis is not None
    assert (basis.source, basis.section) == ("lov-2009-05-29-30", "§ 1")


def test_sixty_two_is_old_enough_for_the_grant_that_came_after() -> None:
    """§ 3 says 62 or older."""
    happened = _BOOK.abolished["tilpasningstilskudd"].what_happened
    assert Says("62 år eller eldre", "over 62").of(happened.nb)
    assert Says("62 år eller eldre", "over 62").of(happened.nn)


@pytest.mark.parametrize(
    "id_", ["boligsosialt-kompetansetilskudd", "tilskudd-til-boligsosiale-tiltak"]
)
def test_two_names_do_not_share_a_last_day_that_nobody_has_told(id_: str) -> None:
    """The sheet says only that the grant of the 2020s was merged in 2023."""
    gone = _BOOK.abolished[id_]
    assert (len(gone.names), gone.ended) == (1, None)
