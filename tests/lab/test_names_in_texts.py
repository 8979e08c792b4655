"""Nobody is sent to themselves, and what they did themselves is told as their own."""

import re
from dataclasses import replace

import pytest
from memos import book, known, words_of

from wizard.domain.advice import Advice
from wizard.domain.municipality import Municipality
from wizard.domain.schemes import Scheme
from wizard.domain.text import Language
from wizard.lab.journeys import advise
from wizard.lab.namesakes import unclear_names
from wizard.memo.compose import compose
from wizard.report.scheme import account_of
from wizard.voice.labels import Labels
from wizard.voice.wording import Wording

_SENDS = r"\b(?i:ring|kontakt|spør|snakk med|hør med|høyr med)\b[^.:;]*?\b"


def sends_home(municipality: Municipality) -> re.Pattern[str]:
    """Return what no text to the municipality may hold: to call or to ask itself."""
    names = {municipality.name, *municipality.official_name.split(" - ")}
    return re.compile(_SENDS + rf"(?:{'|'.join(map(re.escape, names))})\b")


def told_of_schemes(municipality: Municipality, language: Language) -> list[str]:
    """Return what is said of every scheme to a municipality, whatever it answers."""
    labels = Labels(book(), book().journeys["vinje"].case.as_of, language, None, municipality)
    said: list[str] = []
    for scheme in book().schemes.values():
        said += [labels.text(scheme.short), *labels.pitfalls(scheme.id)]
        said += [text for text, _ in labels.experiences(scheme.id)]
        for edition in scheme.editions:
            said += [labels.step(step) for step in edition.steps]
            said += [labels.text(edition.amount.note)] if edition.amount.note else []
    return said


_ALONE = {Language.NB: "Fra egen kommune: ", Language.NN: "Frå eigen kommune: "}
_AMONG = {Language.NB: "Her er kommunen selv med: ", Language.NN: "Her er kommunen sjølv med: "}


def told(advice: Advice, language: Language) -> list[str]:
    """Return the memo and the account of every scheme."""
    wording = Wording(advice, language)
    accounts = [account_of(wording, scheme) for scheme in advice.verdicts]
    shown = tuple((each.scheme, each.steps, each.reasons, each.cautions) for each in accounts)
    return [*words_of(compose(advice, language)), *words_of(shown)]


def test_every_text_that_names_a_municipality_says_which() -> None:
    """Steps and experiences carry the numbers; other texts send nobody to one by name."""
    assert [str(each) for each in unclear_names(book(), known())] == []


@pytest.mark.parametrize("language", Language)
def test_no_scheme_sends_a_municipality_to_itself(language: Language) -> None:
    """Tried on all 357 with everything that is said of every scheme."""
    for one in known().all:
        pattern = sends_home(one)
        assert [text for text in told_of_schemes(one, language) if pattern.search(text)] == []


@pytest.mark.parametrize("journey", sorted(book().journeys))
def test_no_journey_sends_its_municipality_to_itself(journey: str) -> None:
    """Neither in the memo nor on the page of any scheme."""
    advice = advise(book().journeys[journey], book(), known())
    pattern = sends_home(advice.municipality)
    for language in Language:
        assert [text for text in told(advice, language) if pattern.search(text)] == []


def test_others_are_still_told_whom_to_call() -> None:
    """Vinje looks in its own figures; Namsskogan calls Vinje."""
    to_vinje, to_namsskogan = (
        told_of_schemes(known().get(number), Language.NB) for number in ("4036", "5044")
    )
    call = "Ring Vinje kommune, og spør hvor mange som har søkt, og om flere flyttet"
    look = "Se i kommunens egne tall hvor mange som har søkt, og om flere flyttet"
    assert call in to_namsskogan
    assert look not in to_namsskogan
    assert look in to_vinje
    assert call not in to_vinje


def test_an_own_experience_is_told_as_ones_own() -> None:
    """Every experience is told to those it names with where it is from, and to others without."""
    experiences = [each for scheme in book().schemes.values() for each in scheme.experiences]
    named = {number for each in experiences for number in each.about}
    assert len(named) > 30
    for number in named:
        for language in Language:
            said = told_of_schemes(known().get(number), language)
            alone = sum(each.about == (number,) for each in experiences)
            count = sum(number in each.about for each in experiences)
            assert len([text for text in said if text.startswith(_ALONE[language])]) == alone
            assert (
                len([text for text in said if text.startswith(_AMONG[language])]) == count - alone
            )


def _team() -> Scheme:
    """Return a scheme of ours whose texts name municipalities."""
    return book().schemes["bolyst-team"]


def _unclear(scheme: Scheme) -> list[str]:
    """Return what is said of a book with that scheme alone."""
    return [str(each) for each in unclear_names(replace(book(), schemes={"x": scheme}), known())]


def test_a_text_without_its_numbers_is_found() -> None:
    """The message gives the line to write."""
    lost = tuple(replace(each, about=()) for each in _team().experiences)
    (first, *_) = _unclear(replace(_team(), experiences=lost))
    assert first.endswith('Teksten nevner Steinkjer. Skriv ["5006"] i feltet «kommuner».')


def test_a_number_that_no_municipality_has_is_refused() -> None:
    """A former number names nobody either; it tells which one does."""
    for number, said in (
        ("9999", "Ingen kommune har nummer 9999."),
        ("1702", "1702 Steinkjer (til 2017) har nå nummer 5006."),
    ):
        wrong = tuple(replace(each, about=(number, "5006")) for each in _team().experiences)
        assert all(said in each for each in _unclear(replace(_team(), experiences=wrong)))


def test_a_text_for_all_that_sends_to_one_is_found() -> None:
    """A pitfall has no text of its own for the one that it names."""
    pitfall = replace(_team().short, nb="Spør Levanger kommune først.")
    (problem,) = _unclear(replace(_team(), pitfalls=(pitfall,)))
    assert "Teksten sender leseren til Levanger" in problem


def test_a_name_inside_another_word_is_no_name() -> None:
    """«Os» in «Oslo-modellen» and «Sel» in «Selskap» name nobody."""
    pitfall = replace(_team().short, nb="Ring Selskapet i Nes-Ås-dalen.")
    assert _unclear(replace(_team(), pitfalls=(pitfall,))) == []


def test_a_list_of_kommuner_has_only_numbers_that_are_or_were() -> None:
    """One digit wrong would shut a kommune out of a grant, and nobody would see it."""
    rates = book().rates
    listed = rates["distriktstilskudd_kommuner"]
    wrong = replace(listed.values[-1], value=frozenset({"5603", "9999", "2012"}))
    spoilt = replace(listed, values=(*listed.values[:-1], wrong))
    found = unclear_names(replace(book(), rates={**rates, listed.id: spoilt}), known())
    assert [each.message.nb for each in found] == [
        "Ingen kommune har nummer 9999. Se nummeret hos SSB eller Kartverket."
    ]
    assert found[0].place == listed.place
