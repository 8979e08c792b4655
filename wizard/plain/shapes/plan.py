"""The shape of the action plan and of the schedule."""

from wizard.domain.plan import PlanBasis
from wizard.domain.plan_rules import Tier
from wizard.domain.schedule import MeetingKind, Reach
from wizard.plain.shapes.common import KRONER, MOMENT, SCHEME, VALUE
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
)

_OWN_COST = record({"minst": KRONER, "mest": KRONER, "ukjent_for": many(SCHEME)})
_PLANNED = record(
    {
        "ordning": SCHEME,
        "fordi": many(TEXT),
        "ar": TEXT,
        "begynn": maybe(DAY),
        "ferdig": maybe(DAY),
        "frist": record({"dato": maybe(DAY), "siden": maybe(DAY)}),
        "uker": NUMBER,
        "egen_kostnad": _OWN_COST,
        "steg": many(
            record(
                {
                    "tekst": TEXT,
                    "ansvar": TEXT,
                    "dato": maybe(DAY),
                    "tidligst": FLAG,
                    "gjort": FLAG,
                }
            )
        ),
    }
)
_TOTAL = record(
    {
        "uker": NUMBER,
        "har_uker": NUMBER,
        "uker_oppgitt": FLAG,
        "egne_penger": record(
            {
                "minst": KRONER,
                "mest": KRONER,
                "ukjent_for": many(SCHEME),
                "har": record({"mest": KRONER, "oppgitt": FLAG}),
            }
        ),
        "andre": many(record({"ordning": SCHEME, "mest": KRONER, "per_bolig": FLAG})),
        "igjen": record({"uker": NUMBER, "egne_penger": KRONER}),
    }
)
_WON = record({"ledd": one_of(Tier), "hva": TEXT})
PLAN = record(
    {
        "grunnlag": one_of(PlanBasis),
        "i_ar": many(_PLANNED),
        "neste": many(_PLANNED),
        "gjor_kjent": record({"ordninger": many(SCHEME), "uker": NUMBER}),
        "ikke_plass": many(
            record(
                {
                    "ordning": SCHEME,
                    "uker": NUMBER,
                    "mangler_uker": NUMBER,
                    "mangler_penger": KRONER,
                    "venter_pa": maybe(SCHEME),
                    "tekst": TEXT,
                }
            )
        ),
        "plikter_uten_plass": many(SCHEME),
        "konflikter": many(
            record(
                {
                    "ordning": SCHEME,
                    "frist": maybe(DAY),
                    "tidligst": maybe(DAY),
                    "venter_pa": maybe(SCHEME),
                    "begynn_senest": maybe(DAY),
                    "uker_for_fristen": NUMBER,
                    "valg": many(TEXT),
                }
            )
        ),
        "alternativ": maybe(
            record(
                {
                    "inn": many(SCHEME),
                    "ut": many(SCHEME),
                    "vinner": many(_WON),
                    "gir_opp": many(_WON),
                    "tekst": TEXT,
                }
            )
        ),
        "sum": record({"i_ar": _TOTAL, "fire_ar": _TOTAL, "ar": WHOLE}),
        "kapasitet": record({"lav": FLAG, "kan_gi_mer": many(SCHEME)}),
        "radgivning": many(SCHEME),
        "provd_alle": FLAG,
    },
    "Det kommunen gjør i år, det som kommer etter, og det som ikke får plass.",
)
SCHEDULE = record(
    {
        "kommunestyremote": VALUE,
        "lengste_vei": maybe(
            record(
                {
                    "ordninger": many(record({"ordning": SCHEME, "dager": WHOLE})),
                    "dager": WHOLE,
                    "ferdig": MOMENT,
                }
            )
        ),
        "ordninger": many(
            record(
                {
                    "ordning": SCHEME,
                    "begynner": MOMENT,
                    "venter_pa": maybe(SCHEME),
                    "steg": many(
                        record(
                            {
                                "id": TEXT,
                                "innen": MOMENT,
                                "mote": maybe(one_of(MeetingKind)),
                                "gjort": FLAG,
                            }
                        )
                    ),
                    "ferdig": MOMENT,
                    "frist": record(
                        {
                            "status": one_of(Reach),
                            "dato": maybe(DAY),
                            "for_tidlig": maybe(DAY),
                            "begynn_senest": maybe(DAY),
                            "kontroller": FLAG,
                        }
                    ),
                    "tekst": many(TEXT),
                }
            )
        ),
        "tekst": many(TEXT),
    }
)
