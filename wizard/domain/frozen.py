"""Reference figures as they were on some day, and what differs between two editions of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class FrozenFigure:
    """A reference figure as it was when the case was made."""

    value: Decimal | str
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure with another value in the later edition; `None` where an edition lacks it."""

    figure: str
    before: FrozenFigure | None
    after: FrozenFigure | None


def changed_figures(
    before: Mapping[str, FrozenFigure], after: Mapping[str, FrozenFigure]
) -> tuple[FigureChange, ...]:
    """Return the figures whose value differs; another day or source alone is no change."""
    return tuple(
        FigureChange(id_, before.get(id_), after.get(id_))
        for id_ in {**after, **before}
        if _value(before.get(id_)) != _value(after.get(id_))
    )


def redated_figures(
    before: Mapping[str, FrozenFigure], after: Mapping[str, FrozenFigure]
) -> tuple[str, ...]:
    """Return the figures that are of another day or source, with the value that they had."""
    both = (id_ for id_ in after if id_ in before)
    return tuple(
        id_ for id_ in both if before[id_] != after[id_] and before[id_].value == after[id_].value
    )


def _value(figure: FrozenFigure | None) -> Decimal | str | None:
    return None if figure is None else figure.value
