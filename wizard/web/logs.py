"""What is logged, and what never is: links of cases, and answers.

Each line passes `strip` last of all, whoever wrote it. In production a line is JSON for machines,
and of an error it has the kind and the places in the code, but not its message: that may hold
anything that was sent.
"""

import logging
import re
import sys
import threading
import time
import traceback
from types import TracebackType
from typing import TextIO
from uuid import uuid4

from flask import Flask, Response, g, has_request_context, request, request_started
from pythonjsonlogger.json import JsonFormatter

from wizard.web import metrics

OPERATOR = logging.getLogger("wizard.drift")
requests = logging.getLogger("wizard.requests")

# A link in plain, or written as `%61…`, as often as somebody liked; alone or in an address.
_LETTER = r"(?:[a-z2-7]|%(?:25)*(?:[46][1-9a-f]|[57][0-9a]|3[2-7]))"
_LINK = re.compile(rf"{_LETTER}{{26,}}", re.IGNORECASE)
# What stands in an address after the place of a link: all of it, up to the end of the address.
_OF_A_CASE = re.compile(
    r"((?:/|%(?:25)*2f)sak(?:/|%(?:25)*2f))(?!<link)[^\"']*?(?=[\"'<]|\s\d{3}\s|\s(?:HTTP|i)\b|$)",
    re.IGNORECASE | re.MULTILINE,
)
_ID = re.compile(r"[0-9a-fA-F-]{8,36}")
_ID_HEADER = "X-Request-ID"
_FIELDS = ("levelname", "name", "message", "request_id")
_NAMES = {"levelname": "level", "name": "logger"}
_PLAIN = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_LOUD = ("alembic", "waitress.queue")


def strip(text: str) -> str:
    """Return the text without links of cases, and without what an address of a case says more."""
    return _LINK.sub("…", _OF_A_CASE.sub(r"\1…", text))


class StripLinks(logging.Filter):
    """Takes the links out of a record, in its exception too; gives it the request's id."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record; never drop it."""
        message = record.getMessage()
        if record.name.partition(".")[0] == "waitress" and record.exc_info:
            message = "Feil i serveren"  # its own words name the path as it was sent
        record.msg, record.args = strip(message), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = strip(logging.Formatter().formatException(record.exc_info))
        record.request_id = request_id() if has_request_context() else None
        return True


class Json(JsonFormatter):
    """A line of JSON. Of an exception: its kind, and where in the code it was."""

    def __init__(self) -> None:
        super().__init__(_FIELDS, rename_fields=_NAMES, timestamp="time", json_ensure_ascii=False)

    def formatException(self, ei: object) -> str:  # noqa: N802 - logging's own name
        """Return the kinds of the exception and its causes, and the places in the code."""
        error = ei[1] if isinstance(ei, tuple) else None
        return "\n".join(_told(error)) if isinstance(error, BaseException) else ""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without what must not stand there."""
        record.exc_text = None
        return strip(super().format(record))


class Plain(logging.Formatter):
    """A line to read while developing."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without links."""
        return strip(super().format(record))


def begin(*, production: bool) -> None:
    """Send everything that is logged to standard error."""
    wanted = handler(sys.stderr, production=production)
    logging.basicConfig(level=logging.INFO, handlers=[wanted], force=True)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)


def handler(stream: TextIO, *, production: bool) -> logging.Handler:
    """Return what writes the log to a stream, and nothing that must not stand there."""
    found = logging.StreamHandler(stream)
    found.addFilter(StripLinks())
    found.setFormatter(Json() if production else Plain(_PLAIN))
    return found


def catch_all() -> None:
    """Log what would have gone past the log: warnings, and errors that nobody took care of."""
    logging.captureWarnings(capture=True)
    sys.excepthook = _uncaught
    threading.excepthook = lambda found: _uncaught(
        found.exc_type, found.exc_value or found.exc_type(), found.exc_traceback
    )
    sys.unraisablehook = lambda found: _uncaught(
        found.exc_type, found.exc_value or found.exc_type(), found.exc_traceback
    )


def set_up(app: Flask) -> None:
    """Log each request: what was asked for, never by whom or with what; and give it an id."""
    wanted = StripLinks()
    if not any(isinstance(each, StripLinks) for each in app.logger.filters):
        app.logger.addFilter(wanted)
    request_started.connect(_start, app)  # before anything is looked up
    app.after_request(_log)


def request_id() -> str:
    """Return the id of this request: the proxy's, where it is one, else ours."""
    if "request_id" not in g:
        told = request.headers.get(_ID_HEADER, "")
        is_id = _ID.fullmatch(told) and not _LINK.search(told)
        g.request_id = told if is_id else uuid4().hex
    found: str = g.request_id
    return found


def _start(_app: Flask) -> None:
    g.started = time.perf_counter()


def _log(response: Response) -> Response:
    seconds = time.perf_counter() - g.get("started", time.perf_counter())
    rule = request.url_rule.rule if request.url_rule else "(ukjent adresse)"
    response.headers[_ID_HEADER] = request_id()
    metrics.answered(response, seconds)
    told = (request.method, rule, response.status_code, seconds * 1000)
    requests.info("%.10s %s %d %.0f ms", *told)
    return response


def _told(error: BaseException) -> list[str]:
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = [*_told(cause), "…"] if cause else []
    places = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    return [*before, f"{type(error).__module__}.{type(error).__qualname__}", places]


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("wizard").critical("Feil som ingen tok seg av", exc_info=(kind, error, trace))
