"""The shape of advice."""

from wizard.domain.advice import (
    Phase,
    ReasonKind,
    ReservationKind,
)
from wizard.domain.facts import ChangedBy
from wizard.domain.money import Payer
from wizard.domain.schemes import AmountBasis, AmountKind, VerdictKind
from wizard.domain.settling import Power
from wizard.plain.shapes.common import (
    FACT,
    FRAME,
    KRONER,
    MARK,
    NEED,
    SCHEME,
    SEVERITY,
    VALUE,
    VERDICT,
)
from wizard.plain.shapes.plan import PLAN, SCHEDULE
from wizard.plain.shapes.words import (
    DAY,
    FLAG,
    NUMBER,
    TEXT,
    WHOLE,
    many,
    maybe,
    one_of,
    record,
    told,
)

_CHANGE = record(
    {"opplysning": FACT, "fra": VALUE, "til": TEXT, "hvem": one_of(ChangedBy)},
)
_MONEY = record(
    {
        "type": one_of(AmountKind),
        "minst": KRONER,
        "inntil": KRONER,
        "grunnlag": maybe(one_of(AmountBasis)),
        "kostnad": KRONER,
        "verdi": KRONER,
        "rest": KRONER,
        "rest_betales_av": many(one_of(Payer)),
        "tak": maybe(TEXT),
        "unntak": maybe(TEXT),
        "regnet_av": many(FACT),
        "satser": many(TEXT),
        "mangler": many(TEXT),
        "ikke_for_samme_kostnad": many(SCHEME),
        "tekst": many(TEXT),
    },
    "Regneeksempel for én bolig.",
)
_JUDGED = record(
    {
        "ordning": SCHEME,
        **VERDICT,
        "fordi": many(
            record({"grunn": one_of(ReasonKind), "krav": maybe(TEXT), "tekst": TEXT}),
        ),
        "avgjores_av": many(FACT),
        "avgjoring": many(
            record(
                {
                    "sporsmal": FACT,
                    "kan": one_of(Power),
                    "svar": many(
                        record({"svar": TEXT, "gir": one_of(VerdictKind), "pa_plass": FLAG}),
                    ),
                }
            )
        ),
        "provd_alle_svar": FLAG,
        "endring": many(_CHANGE),
        "andre_endringer": many(many(_CHANGE)),
        "forbehold": many(record({"kode": one_of(ReservationKind), "tekst": TEXT})),
        "frist": record({"dato": maybe(DAY), "kontroller": FLAG}),
        "penger": maybe(_MONEY),
    }
)
_EDGE = record(
    {
        "opplysning": FACT,
        "verdi": NUMBER,
        "grense": NUMBER,
        "avstand_prosent": NUMBER,
        "usikkert_tall": FLAG,
        "behov_blir": many(record({"behov": NEED, "styrke": SEVERITY})),
        "blir": many(record({"ordning": SCHEME, "vurdering": one_of(VerdictKind)})),
        "inn_i_pakken": many(SCHEME),
        "ut_av_pakken": many(SCHEME),
        "tekst": TEXT,
    },
    "Et tall som er nær en grense, og hva som ville blitt annerledes.",
)
ADVICE = record(
    {
        **FRAME,
        "tegn": MARK,
        "handlingsplan": PLAN,
        "behov": many(record({"id": NEED, "styrke": SEVERITY, "kan_vaere": many(SEVERITY)})),
        "vurderinger": many(_JUDGED),
        "tidsplan": SCHEDULE,
        "pakke": many(
            record(
                {
                    "ordning": SCHEME,
                    "rolle": {"enum": ["hoved", "stotte"]},
                    "fase": one_of(Phase),
                    "uker": NUMBER,
                    "fordi": many(TEXT),
                }
            )
        ),
        "ikke_dekket": many(record({"behov": NEED, "kontakt": SCHEME})),
        "sporsmal_forst": many(
            record(
                {
                    "sporsmal": FACT,
                    "avgjor": many(SCHEME),
                    "teller_for": many(SCHEME),
                    "behov": many(NEED),
                    "poeng": WHOLE,
                    "hvem_vet": TEXT,
                }
            )
        ),
        "pa_kanten": many(_EDGE),
        "utelatt": many(record({"ordning": SCHEME, "fordi": TEXT})),
        "utgatte_svar": told(
            many(TEXT), "Svar i saken som reglene ikke spør om, og som ikke teller."
        ),
    },
    "Rådet i en sak: det samme som «wizard advise --json» skriver.",
)
