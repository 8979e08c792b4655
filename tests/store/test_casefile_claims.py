"""Whatever a case file claims of the figures: refused at the door, or advice can be given."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from memos import book, known
from question_book import DAY, NAMSSKOGAN

from wizard.advice import assess, new_case
from wizard.domain.case import Case, Versions
from wizard.domain.frozen import FrozenFigure
from wizard.domain.text import Language
from wizard.memo.compose import compose
from wizard.memo.html import render_html
from wizard.store import casefile
from wizard.store.cases import CaseStore
from wizard.store.database import Database
from wizard.store.figures import FROM_FILE
from wizard.store.problems import CasefileError, CaseProblem

HASVIK = "5616"
CLAIMS: list[Mapping[str, Any]] = [
    {},
    {"kilde": "noe annet"},
    {"per": "2019"},
    {"versjoner": {}},
    {"versjoner": {"tall": "en eldre"}},
]


def whole(number: str = NAMSSKOGAN) -> dict[str, Any]:
    """Return the file of a case made now."""
    fresh = new_case(known().get(number), book(), DAY, Language.NB)
    versions = Versions(book().hash, known().version, "p")
    raw: dict[str, Any] = json.loads(casefile.write(replace(fresh, versions=versions)))
    return raw


def claiming(id_: str, value: object, claim: Mapping[str, Any]) -> dict[str, Any]:
    """Return a file in which one figure has another value, and perhaps another source or age."""
    raw = whole()
    figure = book().figures[id_]
    entry = {"kilde": figure.source, "per": figure.as_of, "verdi": value}
    entry |= {key: each for key, each in claim.items() if key != "versjoner"}
    raw["tall"][id_] = entry
    return raw | {key: each for key, each in claim.items() if key == "versjoner"}


def read(raw: object) -> Case:
    return casefile.read(json.dumps(raw).encode(), book(), known(), DAY)


def refused(raw: object) -> dict[str, CaseProblem]:
    """Return what is wrong with a file, by place."""
    with pytest.raises(CasefileError) as refusal:
        read(raw)
    return {each.pointer: each for each in refusal.value.problems}


VALUES = (
    st.sampled_from(
        ["kanskje", "Ja", "ja", "0", "1", "-1", "", "vet_ikke", "03", "99999999", "7,5"]
    )
    | st.text(max_size=6)
    | st.decimals(-200, 200, places=1).map(str)
    | st.integers(-(10**15), 10**15).map(str)
    | st.none()
    | st.booleans()
    | st.integers()
    | st.lists(st.text(max_size=3), max_size=2)
    | st.dictionaries(st.sampled_from(["ukjent", "verdi"]), st.booleans(), max_size=1)
)


@settings(max_examples=60)
@given(
    id_=st.sampled_from(sorted(book().figures)),
    value=VALUES,
    claim=st.sampled_from(CLAIMS),
    kept=st.booleans(),
)
def test_any_value_is_refused_or_can_be_advised_on(
    id_: str, value: object, claim: Mapping[str, Any], *, kept: bool
) -> None:
    """Kept as a figure or given as an answer: what the door lets in breaks no page and no memo."""
    raw = claiming(id_, value, claim) if kept else whole() | {"svar": {id_: value}}
    try:
        case = read(raw)
    except CasefileError:
        return
    advice = assess(case, book(), known().get(case.municipality_number))
    assert render_html(compose(advice), stylesheets=())


@pytest.mark.parametrize("claim", CLAIMS)
@pytest.mark.parametrize("value", ["kanskje", "Ja", "vet_ikke", "0"])
def test_a_yes_or_no_is_one_of_its_options(value: str, claim: Mapping[str, Any]) -> None:
    """Whatever source or edition it claims."""
    message = refused(claiming("robek", value, claim))["/tall/robek/verdi"].message
    assert f"«{value}» er ikke et av svarene. De er: ja, nei." in message.nb
    assert f"«{value}» er ikkje eit av svara. Dei er: ja, nei." in message.nn
    assert "ukjent" not in message.nb


@pytest.mark.parametrize("claim", CLAIMS)
@pytest.mark.parametrize(
    ("id_", "value"),
    [
        ("folketall", "99999999"),
        ("folketall", "49"),
        ("endring_10ar", "-61"),
        ("sentralitetsklasse", "7"),
        ("andel_enebolig", "101"),
        ("antall_80", "-1"),
    ],
)
def test_a_number_is_in_the_range_of_the_form(
    id_: str, value: str, claim: Mapping[str, Any]
) -> None:
    """One range at both doors; what is counted and asked of nobody is at least none."""
    message = refused(claiming(id_, value, claim))[f"/tall/{id_}/verdi"].message
    assert f"«{value}» er utenfor grensene." in message.nb


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_county_is_the_one_of_the_kommune(claim: Mapping[str, Any]) -> None:
    """It follows from which kommune it is, so no file can change it."""
    id_ = "fylkesnummer"
    ours = whole()["tall"][id_]["verdi"]
    message = refused(claiming(id_, "56", claim))[f"/tall/{id_}/verdi"].message
    assert message.nb == (
        f"Veiviseren spør ikke om «{id_}», så det kan ikke rettes. "
        f"Skriv «{ours}», eller ta bort «{id_}»."
    )
    assert read(claiming(id_, ours, claim)).answers == {}


def test_a_group_of_an_older_edition_opens_for_ever() -> None:
    """KOSTRA groups are made anew now and then; an honest old file is not refused for it."""
    old = claiming("kostragruppe", "14", {"versjoner": {"tall": "en eldre"}})
    frozen = read(old).figures["kostragruppe"]
    assert (frozen.value, frozen.source) == ("14", FROM_FILE)
    assert "/tall/kostragruppe/verdi" in refused(claiming("kostragruppe", "14", {}))


NOT_ASKED = sorted(
    set(book().figures)
    - {"kommunenummer"}
    - {item.fact for theme in book().themes for item in theme.items}
)


@pytest.mark.parametrize("id_", NOT_ASKED)
def test_what_no_page_asks_for_is_no_correction(id_: str) -> None:
    """The same source and day, and another value: nobody has been asked for that."""
    assert f"/tall/{id_}/verdi" in refused(claiming(id_, "12", {}))


@pytest.mark.parametrize("id_", [*NOT_ASKED, "kommunenummer"])
@pytest.mark.parametrize("answer", ["56", {"ukjent": True}, "vet_ikke"])
def test_what_no_page_asks_for_cannot_be_answered(id_: str, answer: object) -> None:
    """Not even with "vet ikke"."""
    message = refused(whole() | {"svar": {id_: answer}})[f"/svar/{id_}"].message
    assert message.nb == (
        f"Veiviseren spør ikke om «{id_}», så det kan ikke rettes. Ta bort «{id_}»."
    )


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_figures_of_another_kommune_are_refused_once(claim: Mapping[str, Any]) -> None:
    """Both are named, and what to do; none of the figures is called a correction."""
    raw = whole() | {"kommune": HASVIK}
    if "versjoner" in claim:
        raw |= claim
    else:
        raw["tall"] = {id_: each | claim for id_, each in raw["tall"].items()}
    found = refused(raw)
    assert set(found) == {"/kommune"}
    assert found["/kommune"].message.nb == (
        "Tallene i svarfilen hører til 5044 Namsskogan, men saken gjelder 5616 Hasvik. "
        "Lag en ny sak for 5616 Hasvik."
    )
    assert found["/kommune"].message.nn == (
        "Tala i svarfila høyrer til 5044 Namsskogan, men saka gjeld 5616 Hasvik. "
        "Lag ei ny sak for 5616 Hasvik."
    )


def test_the_figures_of_a_former_kommune_are_anothers_too() -> None:
    """Its name is said as it was."""
    message = refused(claiming("kommunenummer", "1507", {}))["/kommune"].message
    assert message.nb.startswith(
        "Tallene i svarfilen hører til 1507 Ålesund, men saken gjelder 5044"
    )


def test_a_number_of_no_kommune_is_a_wrong_code() -> None:
    """There is nobody to name."""
    message = refused(claiming("kommunenummer", "9999", {}))["/tall/kommunenummer/verdi"].message
    assert "Skriv «5044»" in message.nb


def test_every_municipality_opens_its_own_file() -> None:
    """No figure of ours is out of range, or refused for what it is."""
    for one in known().all:
        case = read(whole(one.number))
        assert case.answers == {}
        assert not any(each.source == FROM_FILE for each in case.figures.values())


def test_a_case_kept_from_before_opens_with_our_own_figure(database: Database) -> None:
    """What an earlier door let in is not read from the database either."""
    store = CaseStore(database, book(), Versions("r", known().version, "p"))
    fresh = new_case(known().get(NAMSSKOGAN), book(), DAY, Language.NB)
    bad = {**fresh.figures, "robek": FrozenFigure("kanskje", FROM_FILE, "2026")}
    case = replace(fresh, figures=bad, answers={"fylkesnummer": "56"})
    kept = store.open(store.create(case, DAY), DAY).case
    assert kept.answers == {}
    assert "robek" not in kept.figures
    assert assess(kept, book(), known().get(NAMSSKOGAN)).facts["robek"].value == "nei"
