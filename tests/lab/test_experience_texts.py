"""What we tell of others is no firmer than its source: a proposal is one, and many are not all."""

# ruff: noqa: E501 - one experience is one row

import re
from dataclasses import dataclass

import pytest

from wizard.domain.schemes import Scheme
from wizard.domain.text import Text
from wizard.paths import RULES
from wizard.rulebook import load

_BOOK = load(RULES)
_SCHEMES = sorted(_BOOK.schemes.values(), key=lambda scheme: scheme.id)


@dataclass(frozen=True)
class Told:
    """Words that the experiences of a scheme must hold, and words that would say too much."""

    claim: str
    scheme: str
    nb: tuple[str, ...]
    nn: tuple[str, ...]
    never_nb: tuple[str, ...]
    never_nn: tuple[str, ...]


CORRECTED = (
    Told("the schools at Løkken were proposed for sale", "ombruk-av-kommunale-bygg", ("foreslo å selge", "ikke sett vedtaket"), ("foreslo å selje", "ikkje sett vedtaket"), ("ble kommunale bygg solgt",), ("vart kommunale bygg selde",)),
    Told("the home for the old in Stangvik was to be sold", "ombruk-av-kommunale-bygg", ("ville kommunen selge",), ("ville kommunen selje",), ("aldershjemmet solgt",), ("aldersheimen seld",)),
    Told("nine in Stangvik founded a company that was to buy", "offentlig-privat-utbyggingsselskap", ("skulle kjøpe aldershjemmet", "ikke funnet hvordan det gikk"), ("skulle kjøpe aldersheimen", "ikkje funne korleis det gjekk"), ("kjøpte ni innbyggere",), ("kjøpte ni innbyggjarar",)),
    Told("whose company built Iveland is not known", "offentlig-privat-utbyggingsselskap", ("Iveland har bygd ut",), ("Iveland har bygd ut",), ("eget eiendomsselskap",), ("eige eigedomsselskap",)),
    Told("Storfjord was building", "langtidsleie-av-privat", ("var i gang med å bygge 20",), ("var i gang med å byggje 20",), ("fikk bygd",), ("fekk bygd",)),
    Told("Hamarøy is the kommune as it was before 2020", "langtidsleie-av-privat", ("slik kommunen var før 2020", "hadde om lag 1 800", "gjaldt ti år"), ("slik kommunen var før 2020", "hadde om lag 1 800", "galdt ti år"), ("siden 2011", "gjelder ti år"), ("sidan 2011", "gjeld ti år")),
    Told("the couple on Værøy counted their own hours and never asked", "kommunal-tilbakekjopsavtale", ("egen arbeidstid medregnet", "spurte derfor ikke banken"), ("eiga arbeidstid medrekna", "spurde derfor ikkje banken"), ("fordi banken ikke ville",), ("fordi banken ikkje ville",)),
    Told("Hasvik may give a plot, after an application", "rimelige-tomter", ("kan etter søknad og en helhetsvurdering", "Hasvik, Breivikbotn og Sørvær", "kan også få fritak"), ("kan etter søknad og ei heilskapsvurdering", "Hasvik, Breivikbotn og Sørvær", "kan òg få fritak"), ("Hasvik gir", "tar ikke tilknytningsgebyr"), ("Hasvik gir", "tek ikkje tilknytingsgebyr")),
    Told("Hasvik may give a grant, after an application", "kommunalt-byggetilskudd", ("Hasvik kan etter søknad gi",), ("Hasvik kan etter søknad gi",), ("Hasvik gir",), ("Hasvik gir",)),
    Told("Balestrand offered plots that nobody took", "rimelige-tomter", ("tilbød gratis tomter",), ("tilbaud gratis tomter",), ("delte ut",), ("delte ut",)),
    Told("many of those asked speak of one leader", "bolig-i-kommuneplanen", ("Mange av dem som svarte",), ("Mange av dei som svarte",), ("hjalp mest", "betydde mest"), ("hjelpte mest", "betydde mest")),
    Told("many of those asked speak of one process leader", "felles-prosjektleder", ("Mange av dem som svarte",), ("Mange av dei som svarte",), ("betydde mest", "kommuner sier at"), ("betydde mest", "kommunar seier at")),
    Told("57 applications came, not from 57 kommuner", "tilskudd-til-boligtiltak", ("57 søknader",), ("57 søknader",), ("57 distriktskommuner",), ("57 distriktskommunar",)),
    Told("40 applications came, and 14 projects were helped", "tilskudd-til-boligtiltak-i-distriktene", ("40 søknader, og 14 prosjekter",), ("40 søknader, og 14 prosjekt",), ("40 søkere",), ("40 søkjarar",)),
    Told("ages meet where functions lie together", "kafe-i-eksisterende-bygg", ("ligger i samme område",), ("ligg i same område",), ("bruke det de har",), ("bruke det dei har",)),
    Told("KS gives examples of how to begin", "benker-langs-hovedruten", ("kan starte med det kommunen har", "Eksemplene er"), ("kan starte med det kommunen har", "Døma er"), ("kan være nok",), ("kan vere nok",)),
    Told("the idea of the team is told as an idea", "bolyst-team", ("Tanken er at",), ("Tanken er at",), ("Kommunen forteller",), ("Kommunen fortel",)),
    Told("two of five left the office in Nord-Troms", "interkommunalt-plankontor", ("delte plankontor i et treårig prosjekt", "valgte å gå ut"), ("delte plankontor i eit treårig prosjekt", "valde å gå ut"), ("står bak",), ("står bak",)),
    Told("the five of 2016 made plans together", "interkommunalt-plankontor", ("fem samarbeid om planer",), ("fem samarbeid om planar",), ("fem slike samarbeid",), ("fem slike samarbeid",)),
    Told("small houses in a cluster were to be studied", "bygdevekstavtale", ("ville blant annet utrede minihus",), ("ville mellom anna greie ut minihus",), ("planla minihus",), ("planla minihus",)),
    Told("in Tolga properties changed hands outside the open market", "boligformidling", ("eiendommene som skiftet eier", "åpne markedet"), ("eigedomane som skifta eigar", "opne marknaden"), ("uten annonse",), ("utan annonse",)),
    Told("letters were sent, and calls were to follow", "tomme-hus-kampanje", ("ville ringe etterpå",), ("ville ringje etterpå",), ("fulgte opp på telefon",), ("følgde opp på telefon",)),
    Told("in Luster one village is named", "tomme-hus-kampanje", ("i Jostedalen førte",), ("i Jostedalen førte",), ("fikk nye naboer",), ("fekk nye naboar",)),
    Told("the builder at Vassinghaugen felt that seventy came to buy", "seniorboliger-med-delelosning", ("følte utbyggeren", "rundt 70 kjøpere"), ("kjende utbyggjaren", "rundt 70 kjøparar"), ("70 kom på møtet",), ("70 kom på møtet",)),
    Told("the flats in Stod came before the law did", "krav-om-borettslag-i-plan", ("før kommunen kunne kreve det",), ("før kommunen kunne krevje det",), ("uten krav i plan",), ("utan krav i plan",)),
    Told("the ministry wrote of Stavanger", "kommunal-garanti", ("I februar 2024 skrev departementet", "ikke sett utfallet"), ("I februar 2024 skreiv departementet", "ikkje sett utfallet"), ("Stavanger ba",), ("Stavanger bad",)),
    Told("the debate article is the one that says so", "nedsatt-konsesjonsgrense", ("debattinnlegg fra 2023 sier", "kostet Hemsedal"), ("debattinnlegg frå 2023 seier", "kosta Hemsedal"), ("koster Hemsedal",), ("kostar Hemsedal",)),
    Told("the review found little follow-up, not few plans", "nettverk-for-aldersvennlige-lokalsamfunn", ("i liten grad fulgt opp",), ("i liten grad følgt opp",), ("få har konkrete tiltak",), ("få har konkrete tiltak",)),
    Told("the grant to Skjåk is told by whoever gave it", "provebolig", ("bygde fire prøveboliger i 2023.", "I 2024 fikk Skjåk 1 million"), ("bygde fire prøvebustader i 2023.", "I 2024 fekk Skjåk 1 million"), ("tilskudd til prosjektet",), ("tilskot til prosjektet",)),
    Told("why people did not buy is not known", "startlan", ("Ikke alle som får ja",), ("Ikkje alle som får ja",), ("finner ikke bolig",), ("finn ikkje bustad",)),
    Told("Vestland's call was of 2021", "prosjektskjonn", ("Vestland nevnte i 2021",), ("Vestland nemnde i 2021",), ("Vestland har nevnt",), ("Vestland har nemnt",)),
)  # fmt: skip


def _experiences(scheme: str) -> Text:
    told = [each.text for each in _BOOK.schemes[scheme].experiences]
    return Text(" ".join(each.nb for each in told), " ".join(each.nn for each in told))


@pytest.mark.parametrize("told", CORRECTED, ids=lambda told: told.claim)
def test_an_experience_says_what_its_source_says(told: Told) -> None:
    """Modality, tense and number are those of the source, in both written forms."""
    text = _experiences(told.scheme)
    assert [words for words in told.nb if words not in text.nb] == []
    assert [words for words in told.nn if words not in text.nn] == []
    assert [words for words in told.never_nb if words in text.nb] == []
    assert [words for words in told.never_nn if words in text.nn] == []


@pytest.mark.parametrize(
    ("scheme", "nb", "never"),
    [
        ("nedsatt-konsesjonsgrense", "Det sa direktøren i Distriktssenteret i 2023", "Det sier"),
        ("offentlig-privat-utbyggingsselskap", "når selskapet er part", "blir inhabile"),
        ("ombruk-av-kommunale-bygg", "ifølge et debattinnlegg", "solgt for"),
        ("bolyst-team", "Interesse er ikke en kontrakt", "stopper når den personen slutter"),
    ],
)
def test_a_pitfall_tells_of_others_no_firmer_than_they_do(scheme: str, nb: str, never: str) -> None:
    """What was said once was said then; what holds for some is not said of all."""
    text = " ".join(each.nb for each in _BOOK.schemes[scheme].pitfalls)
    assert nb in text
    assert never not in text


def test_what_a_team_costs_has_not_been_seen() -> None:
    """It takes staff hours, and nobody has said how many."""
    note = _BOOK.schemes["bolyst-team"].editions[-1].amount.note
    assert note is not None
    assert "Hvor mye har vi ikke funnet" in note.nb
    assert "Kor mykje har vi ikkje funne" in note.nn


@pytest.mark.parametrize("scheme", _SCHEMES, ids=lambda scheme: scheme.id)
def test_both_written_forms_tell_the_same_figures(scheme: Scheme) -> None:
    """Years, sums and numbers do not depend on the language one reads."""
    told = [*(each.text for each in scheme.experiences), *scheme.pitfalls]
    assert [each for each in told if _figures(each.nb) != _figures(each.nn)] == []


def _figures(text: str) -> list[str]:
    return sorted(re.findall(r"\d[\d .,]*\d|\d", text))
