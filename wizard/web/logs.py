"""Keeps the secret links out of the logs, and the answers that are tried in an address."""

import logging
import re
import time

from flask import Flask, Response, g, request

_SECRET = re.compile(r"(/sak/)[a-z2-7]{26}", re.IGNORECASE)
_TRIED = re.compile(r"(/sak/…[^\s?\"']*\?)[^\s\"']+")
_LOGGERS = ("werkzeug", "waitress", "waitress.queue", "wizard", "wizard.requests")
requests = logging.getLogger("wizard.requests")


class StripLinks(logging.Filter):
    """Replaces every secret link in a record, in its exception too."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record; never drop it."""
        record.msg = strip(record.getMessage())
        record.args = ()
        if record.exc_info and not record.exc_text:
            record.exc_text = strip(logging.Formatter().formatException(record.exc_info))
        return True


def strip(text: str) -> str:
    """Return the text without secret links, and without what follows the path of a case."""
    return _TRIED.sub(r"\1…", _SECRET.sub(r"\1…", text))


def set_up(app: Flask) -> None:
    """Filter the logs, and log each request: what was asked for, never by whom or with what."""
    wanted = StripLinks()
    for logger in (app.logger, *map(logging.getLogger, _LOGGERS)):
        if not any(isinstance(each, StripLinks) for each in logger.filters):
            logger.addFilter(wanted)
    app.before_request(_start)
    app.after_request(_log)


def _start() -> None:
    g.started = time.perf_counter()


def _log(response: Response) -> Response:
    milliseconds = (time.perf_counter() - g.get("started", time.perf_counter())) * 1000
    rule = request.url_rule.rule if request.url_rule else "(ukjent adresse)"
    requests.info("%s %s %d %.0f ms", request.method, rule, response.status_code, milliseconds)
    return response
