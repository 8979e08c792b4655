"""A case file that somebody has been at gets advice, or is told what is wrong with it.

`tests/trials/api_bodies.py` does the same with thousands.
"""

import pytest
from api_cases import TAKEN, V1, asked_with
from flask.testing import FlaskClient
from mutated_files import mutated, whole_file

from wizard.web import services_of


@pytest.mark.parametrize("first", [0, 250])
def test_no_body_breaks_the_advice(api: FlaskClient, first: int) -> None:
    """Five hundred of them, always the same; some come in, and some do not."""
    whole = whole_file(api.application, services_of(api.application).today())
    statuses = {
        asked_with(api, "advise", mutated(whole, seed)) for seed in range(first, first + 250)
    }
    assert statuses <= TAKEN
    assert {200, 422, 400} <= statuses


def test_no_body_breaks_the_trace_or_the_comparison(api: FlaskClient) -> None:
    whole = whole_file(api.application, services_of(api.application).today())
    for seed in range(1000, 1040):
        body = mutated(whole, seed)
        assert asked_with(api, "explain?ordning=startlan", body) in TAKEN, seed
        assert asked_with(api, "compare", b'{"fra": ' + body + b"}") in TAKEN, seed


@pytest.mark.parametrize("address", ["advise", "compare", "explain?ordning=x", "schemes/x", "x"])
def test_no_query_breaks_an_answer(api: FlaskClient, address: str) -> None:
    """Nor does one become a page: it is JSON whatever was asked."""
    for query in (
        "%ff=%00",
        "lang=%ff",
        "as_of=%00",
        "as_of=%D9%A2%D9%A0",
        "ordning=%ed%a0%80",
        "=&&",
    ):
        joint = "&" if "?" in address else "?"
        for answer in (
            api.get(f"{V1}/{address}{joint}{query}"),
            api.post(f"{V1}/{address}{joint}{query}", data=b"{}", content_type="application/json"),
        ):
            assert answer.status_code in TAKEN | {404, 405}
            assert answer.mimetype == "application/json"
