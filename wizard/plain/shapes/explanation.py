"""The shape of the whole way to one verdict."""

from wizard.domain.conditions import Operator
from wizard.plain.explanation import TRUTHS
from wizard.plain.shapes.common import (
    FACT,
    FOUND,
    FRAME,
    MARK,
    NEED,
    SCHEME,
    SEVERITY,
    VALUE,
    VERDICT,
)
from wizard.plain.shapes.words import (
    TEXT,
    either,
    many,
    maybe,
    one_of,
    record,
    reference,
)

_ASKED = either(
    record(
        {
            "opplysning": FACT,
            "test": one_of(Operator),
            "mot": maybe(VALUE),
            "sats": maybe(TEXT),
            "funnet": maybe(FOUND),
        },
        "Et blad: en opplysning holdt opp mot en verdi eller en sats.",
    ),
    record(
        {"behov": NEED, "minst": SEVERITY, "kan_vaere": many(SEVERITY)},
        "Et blad: et behov, og hvor stort det må være.",
    ),
    record({"slag": {"enum": ["alle", "minst_en", "ikke"]}}, "En gren, med delene under."),
)
LINE = record(
    {
        "tekst": TEXT,
        "utfall": maybe({"enum": list(TRUTHS.values())}),
        "betingelse": maybe(_ASKED),
        "under": many(reference("Linje")),
    },
    "En linje i begrunnelsen, og det den bygger på under.",
)
EXPLANATION = record(
    {
        **FRAME,
        "tegn": MARK,
        "ordning": SCHEME,
        **VERDICT,
        "begrunnelse": many(reference("Linje")),
    },
    "Hele veien til én vurdering: det samme som «wizard explain --json» skriver.",
)
