"""`utgatt/<id>.yaml`: names that people still use for something that no longer exists."""

from dataclasses import dataclass
from datetime import date

from wizard.domain.rulebook import Abolished
from wizard.domain.text import Text
from wizard.rulebook.ids import OneOf, Own, Ref
from wizard.rulebook.kinds.dates import check_order
from wizard.rulebook.kinds.search_words import check_search_words
from wizard.rulebook.kinds.sources import PAGE
from wizard.rulebook.numbers import Day
from wizard.rulebook.reading import Kind, Reading
from wizard.rulebook.records import Record, Spot, optional, required
from wizard.rulebook.shapes import ListOf, Shape, scalar
from wizard.rulebook.texts import SEARCH_WORDS, TEXT, SameOrBoth, spelt
from wizard.rulebook.tree import Node


@dataclass(frozen=True)
class DayOrUnknown(Shape[date | None]):
    """A date, or `ukjent` where nobody has said when it ended."""

    def read(self, node: Node, reading: Reading) -> date | None:
        """Return the date, or nothing."""
        return (
            None if scalar(node, reading).text == "ukjent" else Day(past=True).read(node, reading)
        )


def _check(gone: Abolished, spot: Spot) -> None:
    check_search_words(gone.known_as, gone.search_words, spot)
    if gone.began and gone.ended:
        check_order(spot.at("slutt"), spot.reading, ("start", gone.began), ("slutt", gone.ended))


ABOLISHED = Record(
    Text("den utgåtte ordningen", "den utgåtte ordninga"),
    Abolished,
    {
        "id": required("id", Own(Kind.ABOLISHED, stem=True)),
        "names": required("navn", ListOf(SameOrBoth(), unique=lambda name: spelt(name.nb))),
        "search_words": optional("sokeord", SEARCH_WORDS, ()),
        "began": optional("start", Day(past=True)),
        "ended": required("slutt", DayOrUnknown()),
        "what_happened": required("hva_skjedde", TEXT),
        "use_instead": required("bruk_i_stedet", ListOf(Ref(Kind.SCHEME), empty=True, unique=str)),
        "source": required("kilde", PAGE),
        "never": optional("fantes", OneOf({"nei": True}), default=False),
    },
    check=_check,
)
