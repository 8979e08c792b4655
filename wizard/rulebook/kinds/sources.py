"""`kilder.yaml`, and how other files say where a claim comes from.

A source is a page that can be opened. Where no more than its site is known, `siden_ukjent` says so,
and then nothing but what others have experienced may rest on it.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from wizard.domain.rulebook import Need
from wizard.domain.sources import Confidence, LegalBasis, Level, Rate, Source
from wizard.domain.text import Text
from wizard.rulebook.ids import OneOf, Own, Ref, Yes, one_of
from wizard.rulebook.kinds.dates import check_revisit
from wizard.rulebook.messages import rules as say
from wizard.rulebook.numbers import Day
from wizard.rulebook.reading import Kind, Reading
from wizard.rulebook.records import HERE, Key, Record, Spot, noted, optional, required
from wizard.rulebook.shapes import ListOf
from wizard.rulebook.texts import LINE, NAME, TEXT, Link
from wizard.rulebook.tree import Node

_PAGE_UNKNOWN = "siden_ukjent"


def _check(source: Source, spot: Spot) -> None:
    _check_dates(source, spot)
    said = _PAGE_UNKNOWN in spot.node.entries
    if _leads_to_a_page(source.link):
        if said:
            spot.report(say.PAGE_IS_KNOWN, _PAGE_UNKNOWN)
        return
    spot.reading.only_sites.add(source.id)
    if not said:
        spot.report(say.ONLY_A_SITE, "lenke")


def _leads_to_a_page(link: str) -> bool:
    address = urlsplit(link)
    return address.path not in {"", "/"} or bool(address.query)


def _check_dates(source: Source, spot: Spot) -> None:
    check_revisit(spot, ("lest", source.read), ("les_igjen", source.read_again))


SOURCES = ListOf(
    Record(
        Text("kilden", "kjelda"),
        Source,
        {
            "id": required("id", Own(Kind.SOURCE)),
            "title": required("tittel", NAME),
            "publisher": required("utgiver", LINE),
            "link": required("lenke", Link()),
            "read": required("lest", Day(past=True)),
            "read_again": required("les_igjen", Day(paired=True)),
            "_": noted(_PAGE_UNKNOWN, Yes()),
            "place": HERE,
        },
        check=_check,
    )
)


@dataclass(frozen=True)
class PageRef(Ref):
    """The id of a source for something we say ourselves: its page must be known."""

    def read(self, node: Node, reading: Reading) -> str:
        """Return the id."""
        id_ = super().read(node, reading)
        if id_ in reading.only_sites:
            reading.report(node.place, say.RESTS_ON_A_SITE, id=id_)
        return id_


PAGE = PageRef(Kind.SOURCE)

LEGAL_BASIS = Record(
    Text("hjemmelen", "heimelen"),
    LegalBasis,
    {
        "source": required("kilde", PAGE),
        "section": optional("sted", LINE, ""),
        "level": optional("niva", one_of(Level), Level.REGULATION),
    },
)
CONFIDENCE = one_of(Confidence)

# Whoever sets a figure names its source, or says that it is our own judgement, and why.
JUDGED_KEYS: dict[str, Key] = {
    "basis": optional("hjemmel", LEGAL_BASIS),
    "judged": noted("basis", OneOf({"vurdering": True})),
    "reason": optional("begrunnelse", TEXT),
}
JUDGED = ("hjemmel", "basis")


def check_judged(judged: Need | Rate, spot: Spot) -> None:
    """Report a judgement without a reason, and a reason beside a legal basis."""
    if judged.basis is None and judged.reason is None:
        spot.report(say.JUDGED_WITHOUT_REASON, "basis")
    if judged.basis is not None and judged.reason is not None:
        spot.report(say.REASON_WITHOUT_JUDGEMENT, "begrunnelse")
