"""What a program asks for: parameters of the address, and JSON, read at the door."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import Response, abort, request

from wizard.characters import numbered
from wizard.domain.answers import read_date
from wizard.domain.case import Case
from wizard.domain.days import days_to_ask_about
from wizard.domain.faults import BadValue
from wizard.domain.suggestion import suggestion
from wizard.domain.text import Language, Text, joined
from wizard.plain.values import Json
from wizard.store import casefile, shape
from wizard.store import problems as say
from wizard.store.problems import CasefileError, pointer
from wizard.voice.asked_days import out_of_reach
from wizard.web.api.operations import DAYS, PREFIX
from wizard.web.api.refusals import LANGUAGE, RefusedError
from wizard.web.services import services

_JSON = "application/json"
_FORM = Text(
    "Hvordan en sak skal se ut, står i {where}.", "Korleis ei sak skal sjå ut, står i {where}."
).format(where=f"{PREFIX}/openapi.json")
_ONE_CASE = Text(
    "«{second}» mangler. Send saken som «{first}» skal sammenlignes med, eller spør om to "
    "forskjellige dager, med {days}.",
    "«{second}» manglar. Send saka som «{first}» skal samanliknast med, eller spør om to "
    "forskjellige dagar, med {days}.",
)
_LONGEST = 60  # more of what was sent than this is not repeated


def only(*names: str) -> None:
    """Refuse a parameter that means nothing here: a slip would else be advice on something else.

    Raises:
        RefusedError: there is one, or one stands there twice.

    """
    known = (LANGUAGE, *names)
    problems = []
    for name, values in request.args.lists():
        if name not in known:
            problems.append((short(name), _unknown(name, known)))
        elif len(values) > 1:
            problems.append((name, say.REPEATED_KEY.format(key=name)))
    if problems:
        raise RefusedError(400, problems)
    language()


def language() -> Language | None:
    """Return the language that was asked for; `None` where none was.

    Raises:
        RefusedError: it is no language of ours.

    """
    asked = request.args.get(LANGUAGE)
    if asked is None:
        return None
    if asked not in set(Language):
        message = say.ONE_OF.format(options=", ".join(Language))
        raise RefusedError(400, [(LANGUAGE, message)])
    return Language(asked)


def named(name: str) -> str:
    """Return a parameter that must be there.

    Raises:
        RefusedError: it is not.

    """
    value = request.args.get(name, "")
    if not value:
        raise RefusedError(400, [(name, say.MISSING_KEY.format(key=name))])
    return value


def day(name: str) -> date | None:
    """Return a day that the rules are asked about; `None` where none is named.

    Raises:
        RefusedError: there is no such day, or no rules on it.

    """
    raw = request.args.get(name)
    if raw is None:
        return None
    try:
        found = read_date(raw)
    except BadValue:
        raise RefusedError(400, [(name, say.NOT_A_DAY.format(found=short(raw)))]) from None
    days = days_to_ask_about(services().rulebook, services().today())
    if why := out_of_reach(found, days):
        raise RefusedError(422, [(name, why)])
    return found


def case_sent() -> Case:
    """Return the case whose file is all that was sent.

    Raises:
        RefusedError: it is not JSON, or no case by these rules.

    """
    return _case(_sent(shape.LIMIT))


def cases_sent(first: str, second: str, *, one_is_enough: bool) -> tuple[Case, Case]:
    """Return two cases, each the case file under its key.

    Where `one_is_enough`, the second is the first unless it is sent.

    Raises:
        RefusedError: as `case_sent`; it says what is wrong with both.

    """
    raw = _sent(2 * shape.LIMIT)
    if not isinstance(raw, dict):
        object_ = say.TYPE_NAMES["object"]
        raise RefusedError(422, [("", say.WRONG_TYPE.format(expected=object_))])
    known = (first, second)
    problems = [(pointer(short(key)), _unknown(key, known)) for key in raw if key not in known]
    if first not in raw:
        problems.append(("", say.MISSING_KEY.format(key=first)))
    elif second not in raw and not one_is_enough:
        problems.append(("", _ONE_CASE.format(first=first, second=second, days=" og ".join(DAYS))))
    found = [_sound(raw[key], key, problems) for key in known if key in raw]
    sound = [each for each in found if each is not None]
    if problems:
        raise RefusedError(422, problems)
    return sound[0], sound[-1]


def _sound(raw: Any, key: str, problems: list[tuple[str, Text]]) -> Case | None:  # noqa: ANN401 - JSON
    """Return the case; of one that is none, add to the problems."""
    try:
        return _case(raw, key)
    except RefusedError as error:
        problems += error.problems
        return None


def answer(found: Mapping[str, Json]) -> Response:
    """Return JSON as the command line writes it. It is of a case, so nobody keeps it."""
    response = Response(written(found), mimetype=_JSON)
    response.headers["Cache-Control"] = "no-store"
    return response


def written(found: Mapping[str, Json]) -> str:
    """Return JSON as the command line writes it."""
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def short(text: str) -> str:
    """Return so much of what was sent as can be shown."""
    shown = numbered(text)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def _unknown(name: str, known: tuple[str, ...]) -> Text:
    return joined(say.UNKNOWN_KEY.format(key=short(name)), suggestion(name, known))


def _sent(limit: int) -> Any:  # noqa: ANN401 - JSON has no better type
    if request.mimetype != _JSON:
        abort(415)
    data = request.get_data()
    try:
        return shape.parse(data, limit)
    except CasefileError as error:
        raise _of(error, 413 if len(data) > limit else 400) from None


def _case(raw: Any, *path: str) -> Case:  # noqa: ANN401 - JSON has no better type
    known = services()
    try:
        return casefile.read_parsed(raw, known.rulebook, known.municipalities, known.today())
    except CasefileError as error:
        raise _of(error, 422, *path) from None


def _of(error: CasefileError, code: int, *path: str) -> RefusedError:
    """Return a refusal of what is wrong; of what is hardly a case, with where cases are told."""
    below = pointer(*path)
    problems = [(below + each.pointer, each.message) for each in error.problems]
    if error.is_of_the_whole:
        problems.append((below, _FORM))
    return RefusedError(code, problems)
