"""A column of fresh figures: what it was called, what it is called now, and its cells."""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.refresh.bounds import Bound


@dataclass(frozen=True, slots=True)
class FreshColumn:
    """The cells of a column by number of municipality; one that is not there is not known.

    `source` and `reference_date` are those of `columns.json`. `texts` are the parts of the
    documentation that are other than before: `definition`, `derivation`, `doubts`.
    """

    was: str
    name: str
    source: str
    reference_date: str
    cells: Mapping[str, str]
    bound: Bound | None = None
    complete: bool = True
    texts: Mapping[str, object] | None = None
