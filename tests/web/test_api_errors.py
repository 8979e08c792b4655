"""What is wrong with a request is said in JSON, each thing at its place, in either language."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from api_cases import V1, faults, journey_file, send
from clock import Clock
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.exc import TimeoutError as NoneFreeError

from wizard.app import create_app
from wizard.domain.rulebook import Rulebook
from wizard.settings import read_settings
from wizard.store.cases import ReadOnlyError
from wizard.web.access import Whom, let_in

TOO_LARGE = b" " * (256 * 1024) + b"{}"


@pytest.fixture
def case(real_book: Rulebook) -> dict[str, Any]:
    """Return a sound case file, to be spoilt."""
    whole = json.loads(journey_file(real_book))
    assert isinstance(whole, dict)
    return whole


def test_everything_wrong_with_a_case_is_said_as_where_a_file_is_sent(
    api: FlaskClient, case: dict[str, Any]
) -> None:
    """The same places and words as of `/svarfil`."""
    case["svar"] |= {"finnes_ikke": "ja", "boligmangel_antall": "mange"}
    case["dato"] = "2031-01-01"
    said = faults(send(api, "/advise", case), 422)
    assert said["/svar/finnes_ikke"].startswith("Regelverket har ikke noe spørsmål «finnes_ikke».")
    assert said["/svar/boligmangel_antall"].startswith("«mange» er ikke et tall. Skriv et helt")
    assert "er etter i dag" in said["/dato"]
    nn = faults(send(api, "/advise?lang=nn", case), 422)
    assert nn["/svar/finnes_ikke"].startswith("Regelverket har ikkje noko spørsmål")


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        (b"", 400, "Svarfilen er tom."),
        (b"{", 400, "ikke gyldig JSON (linje 1, tegn 2)"),
        (b"{", 400, "Hvordan en sak skal se ut, står i /api/v1/openapi.json."),
        (b"\xff{}", 400, "ikke tekst i UTF-8"),
        (b'{"a": 1, "a": 2}', 400, "«a» står to ganger."),
        (b"[" * 100_000, 400, "for mange nivåer"),
        (b"1" * 5000, 400, "for mange sifre"),
        (b"[]", 422, "ikke en svarfil"),
        (b'"\\ud800"', 422, "U+D800"),
        (b'{"format": "noe annet"}', 422, "«noe annet»"),
        (TOO_LARGE, 413, "Grensen er 256 kB"),
        (b"x" * 600_000, 413, "for mye"),
    ],
)
def test_what_is_no_case_file_is_told(
    api: FlaskClient, body: bytes, status: int, said: str
) -> None:
    assert said in " ".join(faults(send(api, "/advise", body), status).values())


@pytest.mark.parametrize(
    ("address", "status", "place", "said"),
    [
        ("/advise?lang=en", 400, "lang", "Skal være en av disse: nb, nn."),
        ("/advise?as-of=2026-01-01", 400, "as-of", "Ukjent felt «as-of». Mente du «as_of»?"),
        ("/advise?as_of=i+dag", 400, "as_of", "«i dag» er ikke en dato."),
        ("/advise?as_of=2026-01-01&as_of=2026-01-02", 400, "as_of", "«as_of» står to ganger."),
        ("/advise?as_of=1999-01-01", 422, "as_of", "1999-01-01 er før reglene begynner."),
        ("/advise?as_of=2036-01-01", 422, "as_of", "2036-01-01 er for langt fram."),
        (
            "/advise?lang=nn&as_of=2036-01-01",
            422,
            "as_of",
            "2036-01-01 er for langt fram. V",
        ),
        ("/explain", 400, "ordning", "«ordning» mangler."),
        ("/explain?ordning=startlaan", 422, "ordning", "Det finnes ingen ordning «startlaan»."),
        ("/explain?ordning=grunnlan&lang=nn", 422, "ordning", "Grunnlån"),
        ("/compare?as_of_til=2036-01-01", 422, "as_of_til", "2036-01-01 er for langt"),
    ],
)
def test_what_is_wrong_with_the_address_is_told(  # noqa: PLR0913, PLR0917
    api: FlaskClient, case: dict[str, Any], address: str, status: int, place: str, said: str
) -> None:
    """A slip in a parameter would else be advice about something that nobody asked for."""
    assert faults(send(api, address, case), status)[place].startswith(said)


@pytest.mark.parametrize(
    ("body", "place", "said"),
    [
        ([], "", "Skal være et objekt i krøllparenteser."),
        ({}, "", "«fra» mangler."),
        ({"fra": {}, "\ud800": {}}, "/[U+D800]", "Ukjent felt «[U+D800]»."),
        ({"fra": {}, "til_": {}}, "/til_", "Ukjent felt «til_». Mente du «til»?"),
        ({"fra": {}}, "/fra", "Hvordan en sak skal se ut, står i /api/v1/openapi.json. «dato»"),
        ({"fra": {}}, "", "«til» mangler. Send saken som «fra» skal sammenlignes med, eller"),
    ],
)
def test_what_is_wrong_with_two_cases_is_told(
    api: FlaskClient,
    body: object,
    place: str,
    said: str,
) -> None:
    assert faults(send(api, "/compare", body), 422)[place].startswith(said)


def test_a_fault_in_the_second_case_is_placed_there(api: FlaskClient, case: dict[str, Any]) -> None:
    other = {**case, "svar": {"finnes_ikke": "ja"}}
    assert list(faults(send(api, "/compare", {"fra": case, "til": other}), 422)) == [
        "/til/svar/finnes_ikke"
    ]


@pytest.mark.parametrize(
    "days", ["", "?as_of=2026-03-01", "?as_of_fra=2026-03-01&as_of=2026-03-01"]
)
def test_a_case_is_not_compared_with_itself(
    api: FlaskClient, case: dict[str, Any], days: str
) -> None:
    """That nothing differs would be taken for an answer."""
    said = faults(send(api, f"/compare{days}", {"fra": case}), 422)
    assert list(said) == [""]
    assert "as_of_fra og as_of_til" in said[""]


def test_what_is_wrong_with_both_cases_is_said_at_once(
    api: FlaskClient, case: dict[str, Any]
) -> None:
    one, other = ({**case, "kommune": number, "tall": {}} for number in ("1507", "9999"))
    said = faults(send(api, "/compare", {"fra": one, "til": other}), 422)
    assert "Ålesund (1508) og Haram (1580)" in said["/fra/kommune"]
    assert "Ingen kommune har nummer 9999." in said["/til/kommune"]


def test_what_is_not_there_is_said_in_json(api: FlaskClient) -> None:
    """Also below no version, and where a link of a case would be."""
    for address in ("/api/", "/api/v2/", f"{V1}/finnes-ikke", f"{V1}/sak/{'a' * 26}"):
        assert "Alle adressene står i" in faults(api.get(address), 404)[""]
    assert "finst ikkje" in faults(api.get(f"{V1}/x?lang=nn"), 404)[""]
    assert api.get("/nb/finnes-ikke").mimetype == "text/html"


def test_another_method_is_told_which_there_are(api: FlaskClient) -> None:
    said = api.get(f"{V1}/advise")
    faults(said, 405)
    assert "POST" in said.headers["Allow"]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_what_does_not_call_itself_json_is_refused(
    api: FlaskClient, case: dict[str, Any], kind: str
) -> None:
    assert "application/json" in faults(send(api, "/advise", case, content_type=kind), 415)[""]


@pytest.mark.parametrize(
    ("raised", "status", "said"),
    [
        (ZeroDivisionError(), 500, "Noko gjekk gale hos oss."),
        (NoneFreeError(), 503, "Vegvisaren kan ikkje svare no."),
        (ReadOnlyError(), 403, "Dette er ikkje for alle."),
    ],
)
def test_a_fault_of_ours_is_json_too(
    make_app: Callable[[Rulebook], Flask],
    real_book: Rulebook,
    raised: Exception,
    status: int,
    said: str,
) -> None:
    """It says nothing of what went wrong; and when to try again, where that helps."""
    app = make_app(real_book)

    @app.get(f"{V1}/knekk")
    @let_in(Whom.ANYBODY)
    def broken() -> str:
        raise raised

    answer = app.test_client().get(f"{V1}/knekk?lang=nn")
    assert faults(answer, status) == {"": said}
    assert ("Retry-After" in answer.headers) == (status == 503)


def test_a_view_that_declares_nothing_is_closed_in_json_too(
    make_app: Callable[[Rulebook], Flask], real_book: Rulebook
) -> None:
    app = make_app(real_book)
    app.add_url_rule(f"{V1}/ny", view_func=lambda: "hemmelig", endpoint="ny")
    assert faults(app.test_client().get(f"{V1}/ny"), 403) == {"": "Dette er ikke for alle."}


def test_another_host_than_ours_is_refused_in_json(tmp_path: Path, real_book: Rulebook) -> None:
    settings = read_settings(
        {
            "WIZARD_ENV": "production",
            "WIZARD_SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz",
            "WIZARD_PUBLIC_URL": "https://veiviser.kommunen.no",
            "WIZARD_OWNER": "Kommunen selv",
            "WIZARD_CONTACT": "post@kommunen.no",
            "WIZARD_RENDERERS": "0",
        },
        tmp_path,
    )
    client = create_app(settings, real_book, Clock()).test_client()
    assert faults(client.get(f"{V1}/", base_url="https://evil.no"), 400)
    assert client.get(f"{V1}/", base_url="https://veiviser.kommunen.no").status_code == 200
