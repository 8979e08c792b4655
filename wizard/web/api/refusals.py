"""What is wrong, as JSON: `{"feil": [{"sted": …, "melding": …}]}`, in the language asked for."""

import json
from collections.abc import Iterable

from flask import Response, request
from werkzeug.exceptions import HTTPException

from wizard.domain.text import Language, Text

PREFIX = "/api/"
LANGUAGE = "lang"
_WORDS = {
    400: Text("Forespørselen kan ikke leses.", "Førespurnaden kan ikkje lesast."),
    403: Text("Dette er ikke for alle.", "Dette er ikkje for alle."),
    404: Text(
        "Adressen finnes ikke. Alle adressene står i /api/v1/.",
        "Adressa finst ikkje. Alle adressene står i /api/v1/.",
    ),
    405: Text(
        "Adressen finnes, men ikke med den metoden. Se {header} i svaret.",
        "Adressa finst, men ikkje med den metoden. Sjå {header} i svaret.",
    ).format(header="Allow"),
    413: Text("Det er sendt for mye.", "Det er sendt for mykje."),
    422: Text(
        "Det som er sendt, kan leses, men ikke brukes.",
        "Det som er sendt, kan lesast, men ikkje brukast.",
    ),
    415: Text(
        "Send JSON, med {header} satt til {kind}.", "Send JSON, med {header} sett til {kind}."
    ).format(header="Content-Type", kind="application/json"),
    429: Text(
        "Det er spurt om for mye herfra. Vent så mange sekunder som {header} sier.",
        "Det er spurt om for mykje herifrå. Vent så mange sekund som {header} seier.",
    ).format(header="Retry-After"),
    500: Text("Noe gikk galt hos oss.", "Noko gjekk gale hos oss."),
    503: Text("Veiviseren kan ikke svare nå.", "Vegvisaren kan ikkje svare no."),
}


class RefusedError(Exception):
    """A request that cannot be answered: its status, and everything that is wrong with it.

    Each problem is a place and a message. The place is a JSON Pointer into what was sent, or the
    name of a parameter of the address; empty where it is the whole.
    """

    def __init__(self, code: int, problems: Iterable[tuple[str, Text]]) -> None:
        self.code = code
        self.problems = tuple(problems)
        super().__init__(code)


def asked_by_a_program() -> bool:
    """Tell whether a request is for this door, also where nothing is there."""
    return request.path.startswith(PREFIX)


def spoken() -> Language:
    """Return the language that messages are asked for in; bokmål unless told."""
    asked = request.args.get(LANGUAGE)
    return Language(asked) if asked in set(Language) else Language.NB


def refused(error: RefusedError) -> tuple[Response, int]:
    """Return the answer to a request with something wrong."""
    return _answer(error.problems), error.code


def of_code(code: int) -> Response:
    """Return an answer that says what a status means."""
    return _answer([("", means(code))])


def means(code: int) -> Text:
    """Return what a status means, where no more is known."""
    return _WORDS.get(code, _WORDS[500 if code >= 500 else 400])  # noqa: PLR2004


def of_http(error: HTTPException) -> Response:
    """Return the same of an error of the server's own, with the headers that belong to it."""
    answer = of_code(error.code or 500)
    answer.status_code = error.code or 500
    for name, value in error.get_headers():
        if name != "Content-Type":
            answer.headers[name] = value
    return answer


def _answer(problems: Iterable[tuple[str, Text]]) -> Response:
    told = [{"sted": place, "melding": message.to(spoken())} for place, message in problems]
    body = json.dumps({"feil": told}, ensure_ascii=False, indent=2)
    answer = Response(f"{body}\n", mimetype="application/json")
    answer.headers["Cache-Control"] = "no-store"
    return answer
