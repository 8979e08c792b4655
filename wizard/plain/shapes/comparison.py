"""The shape of a comparison."""

from wizard.domain.advice import (
    Phase,
)
from wizard.domain.comparison import CauseKind, Force, RulePart, RuleSubject
from wizard.plain.shapes.common import FOUND, FRAME, NEED, SCHEME, SEVERITY, VALUE, VERDICT
from wizard.plain.shapes.words import (
    DAY,
    FLAG,
    TEXT,
    Schema,
    many,
    maybe,
    one_of,
    record,
)

_BECAUSE = {
    "fordi": many(record({"slag": one_of(CauseKind), "id": TEXT, "valg": maybe(TEXT)})),
    "kraft": one_of(Force),
    "tekst": TEXT,
}
_THEN = maybe(
    record({"dato": maybe(DAY), "lopende": FLAG, "kontroller": FLAG}),
)


def _from_to(subject: str, of: Schema, more: dict[str, Schema]) -> Schema:
    return many(record({subject: TEXT, "fra": of, "til": of, **more}))


COMPARISON = record(
    {
        "fra": record(FRAME),
        "til": record(FRAME),
        "likt": FLAG,
        "opplysninger": _from_to("opplysning", maybe(FOUND), {"tekst": TEXT}),
        "prioritering": many(TEXT),
        "satser": _from_to("sats", maybe(VALUE), {"tekst": TEXT}),
        "regler": many(
            record(
                {
                    "slag": one_of(RuleSubject),
                    "id": TEXT,
                    "deler": many(one_of(RulePart)),
                    "tekst": TEXT,
                }
            )
        ),
        "behov": _from_to("behov", maybe(many(SEVERITY)), _BECAUSE),
        "vurderinger": _from_to("ordning", maybe(record(VERDICT)), _BECAUSE),
        "pakke": record(
            {
                "lik": FLAG,
                "inn": many(record({"ordning": SCHEME, **_BECAUSE})),
                "ut": many(record({"ordning": SCHEME, **_BECAUSE})),
                "roller": _from_to("ordning", many(NEED), _BECAUSE),
                "faser": _from_to("ordning", one_of(Phase), _BECAUSE),
                "gjor_kjent": many(record({"ordning": SCHEME, "kom": FLAG, "tekst": TEXT})),
            }
        ),
        "ikke_dekket": _from_to("behov", maybe(SCHEME), {"tekst": TEXT}),
        "frister": _from_to("ordning", _THEN, {"tekst": TEXT}),
    },
    "Alt som er forskjellig, og hva det kommer av: det samme som «wizard compare --json» skriver.",
)
