"""The figures of a case file, held against the bundled ones: a source stands behind its own only.

The law: what equals the bundled figure keeps its source. What differs from it, though source, day
and edition of the data are the same, has been changed since the program wrote it: it is taken as a
correction by the municipality, as on the web. Anything else, such as a figure of an older edition,
cannot be held against anything, and says that it is from the case file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from wizard.domain.answers import read_value, write_value
from wizard.domain.case import FrozenFigure
from wizard.domain.facts import PrefilledQuestion, ReferenceFigure
from wizard.domain.values import Value
from wizard.store.values import figure_from_json

FROM_FILE = "svarfil"


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """What a case file says of a figure: what to freeze, and what was put in its place."""

    frozen: FrozenFigure | None
    correction: Value | None = None


def read_figure(
    raw: Mapping[str, Any],
    figure: ReferenceFigure,
    prefilled: PrefilledQuestion | None,
    bundled: FrozenFigure | None,
    *,
    same_edition: bool,
) -> ReadFigure:
    """Return a figure of a case file. `bundled` is ours; `None` where the data have none.

    Raises:
        BadValue: it is no such value, or a correction out of its range.

    """
    found = figure_from_json(raw, figure, prefilled)
    if found == bundled:
        return ReadFigure(bundled)
    ours = (figure.source, figure.as_of)
    if not same_edition or (found.source, found.as_of) != ours:
        return ReadFigure(replace(found, source=FROM_FILE))
    return ReadFigure(bundled, read_value(figure, write_value(found.value), prefilled))
