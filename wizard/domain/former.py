"""Ids that things had before: what is kept elsewhere, and addresses, may still go by them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class FormerIds:
    """The id of today for each former id, one table for each sort of thing.

    As a rulebook, one is equal only to itself.
    """

    schemes: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    needs: Mapping[str, str] = field(default_factory=dict)
    rates: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Tell whether anything has had another id."""
        return any((self.schemes, self.facts, self.needs, self.rates, self.sources))
