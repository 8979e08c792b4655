"""An address with an id that something had before leads to the page that it has now."""

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from wizard.domain.former import FormerIds
from wizard.web import services_of


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a client of an app whose first scheme and first need had other ids."""
    known = services_of(app)
    book = known.rulebook
    former = FormerIds(
        schemes={"gammel": next(iter(book.schemes))}, needs={"gammelt": next(iter(book.needs))}
    )
    known.going_by(replace(book, former=former)).attach(app)
    return app.test_client()


@pytest.mark.parametrize(
    "address", ["/nb/ordninger/gammel", "/nn/behov/gammelt", "/api/v1/schemes/gammel?lang=nn"]
)
def test_the_former_address_leads_on_for_good(client: FlaskClient, address: str) -> None:
    moved = client.get(address)
    assert moved.status_code == 308
    assert "gammel" not in moved.location
    assert ("lang=nn" in moved.location) is ("lang=nn" in address)
    assert client.get(moved.location).status_code == 200


def test_an_id_that_nothing_ever_had_is_still_not_found(client: FlaskClient) -> None:
    assert client.get("/nb/ordninger/aldri").status_code == 404
