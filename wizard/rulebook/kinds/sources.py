"""`kilder.yaml`, and how other files say where a claim comes from."""

from wizard.domain.rulebook import Need
from wizard.domain.sources import Confidence, LegalBasis, Level, Rate, Source
from wizard.domain.text import Text
from wizard.rulebook.ids import OneOf, Own, Ref, one_of
from wizard.rulebook.kinds.revisits import check_revisit
from wizard.rulebook.messages import rules as say
from wizard.rulebook.numbers import Day
from wizard.rulebook.reading import Kind
from wizard.rulebook.records import HERE, Key, Record, Spot, noted, optional, required
from wizard.rulebook.shapes import ListOf
from wizard.rulebook.texts import LINE, NAME, TEXT, Link


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
            "read_again": required("les_igjen", Day()),
            "place": HERE,
        },
        check=_check_dates,
    )
)

LEGAL_BASIS = Record(
    Text("hjemmelen", "heimelen"),
    LegalBasis,
    {
        "source": required("kilde", Ref(Kind.SOURCE)),
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
