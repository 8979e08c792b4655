"""`tidligere.yaml`: ids that things had before. `wizard rules rename` writes it."""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.domain.former import FormerIds
from wizard.domain.place import Place
from wizard.domain.text import Text
from wizard.rulebook.ids import Id, Ref
from wizard.rulebook.messages import values as say
from wizard.rulebook.reading import Kind, Reading
from wizard.rulebook.records import HERE, Record, optional, required
from wizard.rulebook.shapes import ListOf

KEYS = {
    Kind.SCHEME: "ordning",
    Kind.FACT: "opplysning",
    Kind.NEED: "behov",
    Kind.RATE: "sats",
    Kind.SOURCE: "kilde",
}
WAS = "var"


@dataclass(frozen=True, slots=True)
class Former:
    """One thing under the key of its kind, and the id that it `was` known by."""

    was: str
    place: Place
    schemes: str | None
    facts: str | None
    needs: str | None
    rates: str | None
    sources: str | None

    @property
    def table(self) -> tuple[Kind, str]:
        """Return the kind of thing, and its id of today."""
        ids = (self.schemes, self.facts, self.needs, self.rates, self.sources)
        return next((kind, id_) for kind, id_ in zip(KEYS, ids, strict=True) if id_ is not None)


FORMER = ListOf(
    Record(
        Text("den tidligere id-en", "den tidlegare id-en"),
        Former,
        {
            "was": required(WAS, Id()),
            "place": HERE,
            **{
                name: optional(key, Ref(kind, uses=False))
                for name, (kind, key) in zip(
                    ("schemes", "facts", "needs", "rates", "sources"), KEYS.items(), strict=True
                )
            },
        },
        one_of=(tuple(KEYS.values()),),
    ),
    empty=True,
    unique=lambda each: f"{KEYS[each.table[0]]}: {each.was}",
)


def settle_former(found: Sequence[Former], reading: Reading) -> FormerIds:
    """Return the tables; report each former id that something has today."""
    tables: dict[Kind, dict[str, str]] = {kind: {} for kind in KEYS}
    for each in found:
        kind, id_ = each.table
        tables[kind][each.was] = id_
        if taken := reading.defined[kind].get(each.was):
            wrong, there = reading.in_the_way(taken, each.place)
            reading.report(wrong, say.TAKEN_ID, id=each.was, place=there)
    return FormerIds(*tables.values())
