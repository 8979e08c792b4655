"""What programs look up is what the rules and the figures say, with source and date."""

from datetime import timedelta

import pytest
from api_cases import V1, faults
from flask.testing import FlaskClient

from wizard import municipalities
from wizard.domain.rulebook import Rulebook
from wizard.paths import DATA

LISTS = ("/", "/kommuner", "/questions", "/schemes", "/needs", "/rates")


def got(api: FlaskClient, address: str) -> dict[str, object]:
    """Return what stands at an address."""
    answer = api.get(f"{V1}{address}")
    assert answer.status_code == 200, answer.get_data(as_text=True)
    found = answer.get_json()
    assert isinstance(found, dict)
    return found


def test_it_says_which_program_rules_and_figures_answer(
    api: FlaskClient, real_book: Rulebook
) -> None:
    found = got(api, "/")
    assert found["regelverk"] == {
        "navn": real_book.name.nb,
        "versjon": real_book.version,
        "hash": real_book.hash,
        "gjelder_fra": "2020-01-01",
        "eier": real_book.owner,
    }
    known = municipalities.load(DATA)
    assert found["tall"] == {"versjon": known.version, "dato": "2026-01-01"}


def test_every_municipality_has_every_figure_with_source_and_date(
    api: FlaskClient, real_book: Rulebook
) -> None:
    """A figure that a municipality lacks is not known; it is not zero."""
    rows = got(api, "/kommuner")["kommuner"]
    assert isinstance(rows, list)
    assert len(rows) == 357
    known, lacking = municipalities.load(DATA), 0
    for row in rows[::10]:
        found = got(api, f"/kommuner/{row['nummer']}")
        assert found["navn"] == row["navn"]
        figures = found["tall"]
        assert isinstance(figures, list)
        assert [each["id"] for each in figures] == list(real_book.figures)
        for each in figures:
            figure = real_book.figures[each["id"]]
            source = real_book.sources[figure.source]
            assert each["kilde"]["lenke"] == source.link
            assert each["per"] == figure.as_of
            has = figure.column in known.get(row["nummer"]).columns
            assert (each["verdi"] != {"ukjent": True}) == has
            lacking += not has
    assert lacking


def test_doubts_stand_beside_the_figures_they_are_about(api: FlaskClient) -> None:
    """In both languages."""
    told = {lang: got(api, f"/kommuner/5044?lang={lang}")["tall"] for lang in ("nb", "nn")}
    doubts = {lang: [each["tvil"] for each in rows] for lang, rows in told.items()}  # type: ignore[attr-defined]
    assert any(doubts["nb"])
    assert doubts["nb"] != doubts["nn"]
    assert list(map(len, doubts["nb"])) == list(map(len, doubts["nn"]))


def test_a_number_of_former_days_is_told_what_it_is_now(api: FlaskClient) -> None:
    assert "nummer 5020" in faults(api.get(f"{V1}/kommuner/1633"), 404)[""]
    assert "Ingen kommune har nummer 9999" in faults(api.get(f"{V1}/kommuner/9999"), 404)[""]


def test_every_question_stands_there_with_all_its_answers(
    api: FlaskClient, real_book: Rulebook
) -> None:
    themes = got(api, "/questions")["tema"]
    assert isinstance(themes, list)
    told = {each["id"]: each for theme in themes for each in theme["sporsmal"]}
    asked = {item.fact for theme in real_book.themes for item in theme.items}
    assert set(told) == asked
    for id_, each in told.items():
        fact = real_book.facts[id_]
        assert [option["id"] for option in each["valg"]] == [option.id for option in fact.options]
        assert each["type"] == fact.type.value
        assert each["kommunetall"] == (id_ in real_book.figures)
        assert each["tekst"]
        assert each["side"]


def test_every_scheme_and_need_is_there_in_both_languages(
    api: FlaskClient, real_book: Rulebook
) -> None:
    for kind, known in (("schemes", real_book.schemes), ("needs", real_book.needs)):
        for id_ in known:
            nb, nn = (got(api, f"/{kind}/{id_}?lang={lang}") for lang in ("nb", "nn"))
            assert nb["id"] == nn["id"] == id_
            assert nb["navn"] == known[id_].name.nb
            assert nn["navn"] == known[id_].name.nn
            assert nb.keys() == nn.keys()
            assert "{sats:" not in str(nb)
            assert "{tall:" not in str(nb)


def test_a_condition_is_that_of_the_rule_file(api: FlaskClient) -> None:
    need = got(api, "/needs/aldersvennlig-sted")["stor"]
    assert isinstance(need, dict)
    first = need["alle"][0]
    assert first["opplysning"] == "andel_67"
    assert first["minst"] == {"sats": "hoy_andel_67"}
    assert first["tekst"]


def test_a_rate_has_its_whole_history_with_the_legal_basis_of_each_value(
    api: FlaskClient, real_book: Rulebook
) -> None:
    """And where there is none, it says that we chose it ourselves, and why."""
    for id_, rate in real_book.rates.items():
        found = got(api, f"/rates/{id_}")
        values = found["verdier"]
        assert isinstance(values, list)
        assert [each["gjelder_fra"] for each in values] == [
            each.valid_from.isoformat() for each in rate.values
        ]
        for told, each in zip(values, rate.values, strict=True):
            basis = each.basis or rate.basis
            if basis:
                assert told["hjemmel"]["kilde"]["lenke"].startswith("https://")
                assert told["hjemmel"]["sted"] == basis.section
            else:
                assert told["hjemmel"] is None
                assert found["fordi"]


def test_a_day_tells_which_value_and_which_rules_were_in_force(
    api: FlaskClient, real_book: Rulebook
) -> None:
    changed = next(each for each in real_book.rates.values() if len(each.values) > 1)
    first, last = changed.values[-2:]
    seen = [
        got(api, f"/rates/{changed.id}?as_of={each.valid_from}")["verdi"] for each in (first, last)
    ]
    assert seen[0] != seen[1]
    new = next(each for each in real_book.schemes.values() if each.editions[0].valid_from)
    begins = new.editions[0].valid_from
    assert begins
    for day, there in ((begins - timedelta(days=1), False), (begins, True)):
        assert got(api, f"/schemes/{new.id}?as_of={day}")["i_kraft"] is there


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/schemes/startlaan", "Det finnes ingen ordning «startlaan». Mente du «startlan»?"),
        ("/schemes/grunnlan", "Grunnlån"),
        ("/needs/rekrutering", "Regelverket har ikke noe behov «rekrutering». Mente du"),
        ("/rates/finnes-ikke", "Regelverket har ikke noen sats «finnes-ikke»."),
        ("/needs/%ff%00", "Regelverket har ikke noe behov"),
    ],
)
def test_what_is_not_there_is_told_with_what_was_meant(
    api: FlaskClient, address: str, said: str
) -> None:
    assert faults(api.get(f"{V1}{address}"), 404)[""].startswith(said)


@pytest.mark.parametrize("address", LISTS)
def test_what_is_looked_up_may_be_kept_and_asked_for_by_its_mark(
    api: FlaskClient, address: str
) -> None:
    """Compressed or not; in another language it is something else. No cookie is set."""
    first = api.get(f"{V1}{address}")
    assert first.headers["Cache-Control"] == "public, max-age=300"
    assert "Set-Cookie" not in first.headers
    mark = first.headers["ETag"]
    for way in ("gzip", "identity"):
        headers = {"If-None-Match": mark, "Accept-Encoding": way}
        again = api.get(f"{V1}{address}", headers=headers)
        assert again.status_code == 304
        assert not again.data
    other = api.get(f"{V1}{address}?lang=nn", headers={"If-None-Match": mark})
    assert other.status_code == (304 if address == "/kommuner" else 200)
    assert faults(api.get(f"{V1}{address}?sprak=nn"), 400)
