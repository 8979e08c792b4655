"""Case files to send to the door for programs, and how they are sent."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from wizard.cli import main
from wizard.domain.rulebook import Rulebook
from wizard.store import casefile

V1 = "/api/v1"
# What a body can get: advice, or to know what is wrong with it.
TAKEN = {200, 400, 413, 422}


def journey_file(book: Rulebook, id_: str = "") -> bytes:
    """Return the case file of a journey of the rules, the first that is shown unless told."""
    return casefile.write(book.journeys[id_ or book.shown[0]].case).encode()


def send(client: FlaskClient, address: str, body: Any, **options: Any) -> TestResponse:  # noqa: ANN401
    """Send JSON, or octets as they are."""
    data = body if isinstance(body, bytes) else json.dumps(body)
    options = {"content_type": "application/json", **options}
    return client.post(f"{V1}{address}", data=data, **options)


def asked_with(client: FlaskClient, address: str, body: bytes) -> int:
    """Send octets, and return the status of the answer, which is JSON whatever it says."""
    answer = send(client, f"/{address}", body)
    if answer.status_code != 200:
        faults(answer, answer.status_code)
    assert answer.get_json()
    return answer.status_code


def faults(answer: TestResponse, status: int) -> dict[str, str]:
    """Return what is said of each place; an error is always of this form."""
    assert answer.status_code == status, answer.get_data(as_text=True)
    assert answer.mimetype == "application/json"
    found = answer.get_json()
    assert set(found) == {"feil"}
    assert found["feil"]
    assert all(set(each) == {"sted", "melding"} and each["melding"] for each in found["feil"])
    told: dict[str, list[str]] = {}
    for each in found["feil"]:
        told.setdefault(each["sted"], []).append(each["melding"])
    return {place: " ".join(sorted(messages)) for place, messages in told.items()}


def printed(*arguments: str | Path) -> bytes:
    """Return what a command prints, to the octet."""
    done = CliRunner().invoke(main, [str(each) for each in arguments])
    assert done.exit_code == 0, done.output
    return done.stdout_bytes
