"""How long the questionnaire takes (in rules: `sporreskjema` in `regelverk.yaml`)."""

from dataclasses import dataclass
from decimal import Decimal
from math import ceil


@dataclass(frozen=True, slots=True)
class AskingTime:
    """Our own assessment, in minutes.

    `question` is for reading and answering one question that is asked from scratch. `colleague` is
    for asking somebody else what one does not know.
    """

    question: Decimal = Decimal("0.4")
    colleague: Decimal = Decimal(5)

    def to_find(self, *, with_colleague: bool) -> int:
        """Return the whole minutes that one answer takes, rounded up: with a colleague, or alone."""
        return ceil(self.colleague if with_colleague else self.question)
