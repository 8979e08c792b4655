"""The figures of a case file, held against the bundled ones: a source stands behind its own only.

The law: what equals the bundled figure keeps its source. What differs from it, though source, day
and edition of the data are the same, has been changed since the program wrote it: it is taken as a
correction by the municipality, as on the web. Anything else, such as a figure of an older edition,
cannot be held against anything, and says that it is from the case file.

Whatever it claims, a figure is of its type, one of its options and within the range of the form.
Number and county follow from which municipality it is, in every edition. What no page asks for is
never the municipality's to correct.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from wizard.domain.answers import read_value, write_value
from wizard.domain.facts import PrefilledQuestion, ReferenceFigure
from wizard.domain.frozen import FrozenFigure
from wizard.domain.values import Value
from wizard.store.values import figure_from_json

FROM_FILE = "svarfil"
# The columns of the data that say which municipality it is.
_WHICH = frozenset({"kommunenummer", "fylkesnummer"})


class NotTheirsError(ValueError):
    """A figure that the municipality cannot correct, and that is another than ours."""


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """What a case file says of a figure: what to freeze, and what was put in its place."""

    frozen: FrozenFigure | None
    correction: Value | None = None


def held_against_ours(
    raw: Mapping[str, Any],
    figure: ReferenceFigure,
    prefilled: PrefilledQuestion | None,
    bundled: FrozenFigure | None,
    *,
    same_edition: bool,
) -> ReadFigure:
    """Return a figure of a case file. `bundled` is ours; `None` where the data have none.

    Raises:
        BadValue: it is no such value, or out of its range.
        NotTheirsError: it is not the municipality's to correct.

    """
    found = figure_from_json(raw, figure, prefilled)
    if found == bundled:
        return ReadFigure(bundled)
    value = read_value(figure, write_value(found.value), prefilled)
    if figure.column in _WHICH and (bundled is None or value != bundled.value):
        raise NotTheirsError
    ours = (figure.source, figure.as_of)
    if not same_edition or (found.source, found.as_of) != ours:
        return ReadFigure(replace(found, source=FROM_FILE))
    if prefilled is None:
        raise NotTheirsError
    return ReadFigure(bundled, value)
