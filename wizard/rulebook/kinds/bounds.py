"""`grenser`: the lowest and the highest number that is to be believed, of an answer or a rate."""

from wizard.domain.sources import Bounds
from wizard.domain.text import Text
from wizard.rulebook.messages import rules as say
from wizard.rulebook.numbers import Number
from wizard.rulebook.records import Record, Spot, required


def _check(bounds: Bounds, spot: Spot) -> None:
    if bounds.maximum < bounds.minimum:
        spot.report(say.RANGE_SWAPPED, "til")


BOUNDS = Record(
    Text("grensene", "grensene"),
    Bounds,
    {"minimum": required("fra", Number()), "maximum": required("til", Number())},
    check=_check,
)
