"""The outer form of a case file: size, encoding, JSON, schema."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError

from wizard.characters import numbered
from wizard.domain.priorities import repeated
from wizard.domain.suggestion import suggestion
from wizard.domain.text import Text, joined
from wizard.store import problems as say
from wizard.store.priorities import fault_of
from wizard.store.problems import CasefileError, CaseProblem, pointer

SCHEMA = Path(__file__).with_name("sak.schema.json")
LIMIT = 256 * 1024

_LIMITS = {
    "maxLength": say.TOO_LONG,
    "maxItems": say.TOO_MANY,
    "maxProperties": say.TOO_MANY,
    "anyOf": say.WRONG_ANSWER,
}


class _RepeatedKeyError(ValueError):
    """The same key stands twice in one object."""


def parse(data: bytes, limit: int = LIMIT) -> Any:  # noqa: ANN401 - JSON has no better type
    """Return the file's JSON; it may have so many octets.

    Raises:
        CasefileError: it is too large, empty, not UTF-8, or not JSON.

    """
    if len(data) > limit:
        raise _whole(say.TOO_LARGE.format(limit=limit // 1024))
    if not data.strip():
        raise _whole(say.EMPTY)
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_object)
    except UnicodeDecodeError:
        raise _whole(say.NOT_UTF8) from None
    except json.JSONDecodeError as error:
        raise _whole(say.NOT_JSON.format(line=error.lineno, column=error.colno)) from None
    except _RepeatedKeyError as error:
        raise _whole(say.REPEATED_KEY.format(key=error)) from None
    except RecursionError:
        raise _whole(say.TOO_DEEP) from None
    except ValueError:  # what is left: Python reads no number of so many digits
        raise _whole(say.TOO_MANY_DIGITS) from None


def shape_problems(raw: Any, expected_format: str) -> list[CaseProblem]:  # noqa: ANN401 - JSON
    """Return everything that the schema has against the file, first places first."""
    if not isinstance(raw, dict):
        return [CaseProblem("", say.NOT_OBJECT)]
    found = raw.get("format")
    if found != expected_format and "format" in raw:
        message = say.OTHER_FORMAT.format(found=_short(found), expected=expected_format)
        return [CaseProblem("/format", message)]
    return list(dict.fromkeys(problem for error in _errors(raw) for problem in _problems(error)))


def sound_part(raw: dict[str, Any], found: list[CaseProblem]) -> dict[str, Any]:
    """Return the file without the values that the schema is against, so that the rest is read."""
    bad = {problem.pointer for problem in found}
    return {
        key: {name: each for name, each in value.items() if not _hit(bad, key, name)}
        if isinstance(value, dict)
        else value
        for key, value in raw.items()
        if pointer(key) not in bad
    }


def _hit(bad: set[str], *path: str) -> bool:
    here = pointer(*path)
    return any(place == here or place.startswith(f"{here}/") for place in bad)


@cache
def _validator() -> Draft7Validator:
    return Draft7Validator(json.loads(SCHEMA.read_text("utf-8")))


def _errors(raw: Any) -> list[ValidationError]:  # noqa: ANN401 - JSON has no better type
    errors = _validator().iter_errors(raw)
    return sorted(errors, key=lambda error: (pointer(*error.absolute_path), str(error.validator)))


def _problems(error: ValidationError) -> Iterator[CaseProblem]:
    here = tuple(error.absolute_path)
    schema = cast("dict[str, Any]", error.schema)
    value: Any = error.instance
    match error.validator:
        case "additionalProperties":
            known = list(schema["properties"])
            for key in value:
                if key not in known:
                    message = say.UNKNOWN_KEY.format(key=_short(key))
                    yield _at((*here, key), joined(message, suggestion(key, known)))
        case "required":
            missing = [key for key in schema["required"] if key not in value]
            yield from (_at(here, say.MISSING_KEY.format(key=key)) for key in missing)
        case "anyOf" if here == ("prioritering",):
            place, message = fault_of(value)
            yield _at(here if place is None else (*here, place), message)
        case "anyOf" if own := _of_its_kind(error):
            yield from (problem for each in own for problem in _problems(each))
        case "uniqueItems" if (place := repeated(value)) is not None:
            yield _at((*here, place), say.REPEATED_KEY.format(key=_short(value[place])))
        case _:
            yield _at(here, _message(error, schema))


def _of_its_kind(error: ValidationError) -> list[ValidationError]:
    """Return what is wrong with a text or a list where that may stand, but not this one."""
    if not isinstance(error.instance, str | list):
        return []
    branches: dict[object, list[ValidationError]] = {}
    for each in error.context or ():
        branches.setdefault(each.schema_path[0], []).append(each)
    return next((own for own in branches.values() if not any(map(_is_another_kind, own))), [])


def _is_another_kind(error: ValidationError) -> bool:
    return error.validator == "type" and not error.relative_path


def _message(error: ValidationError, schema: dict[str, Any]) -> Text:
    keyword = str(error.validator)
    match keyword:
        case "type":
            return _type(schema)
        case "pattern":
            return _pattern(error)
        case "enum":
            return say.ONE_OF.format(options=", ".join(schema["enum"]))
    template = _LIMITS.get(keyword, say.INVALID)
    return template.format(limit=schema.get(keyword))


def _type(schema: dict[str, Any]) -> Text:
    name = say.TYPE_NAMES[schema["type"]]
    return Text(
        say.WRONG_TYPE.nb.format(expected=name.nb), say.WRONG_TYPE.nn.format(expected=name.nn)
    )


def _pattern(error: ValidationError) -> Text:
    if tuple(error.absolute_path) == ("kommune",):
        return say.NOT_MUNICIPALITY_NUMBER
    if error.absolute_path and error.absolute_path[-1] == "id":
        return say.NOT_AN_ID.format(found=_short(error.instance))
    return say.NOT_A_DAY.format(found=_short(error.instance))


def _at(path: tuple[str | int, ...], message: Text) -> CaseProblem:
    return CaseProblem(pointer(*path), message)


def _whole(message: Text) -> CasefileError:
    return CasefileError([CaseProblem("", message)])


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys: set[str] = set()
    for key, _ in pairs:
        if key in keys:
            raise _RepeatedKeyError(_short(key))
        keys.add(key)
    return dict(pairs)


def _short(found: object) -> str:
    text = numbered(str(found))
    return text if len(text) <= 60 else f"{text[:57]}…"  # noqa: PLR2004 - what fits on a line
