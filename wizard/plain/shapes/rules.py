"""The shape of what can be looked up: rules, rates, schemes, needs and municipalities."""

from wizard.domain.conditions import Operator, Severity
from wizard.domain.facts import FactType, Unit
from wizard.domain.municipality import Government, LanguageDecision
from wizard.domain.schemes import (
    Administrator,
    AmountBasis,
    AmountKind,
    Applicant,
    Effect,
    Funding,
    MunicipalRole,
    Responsible,
    SchemeKind,
    WhenUnknown,
)
from wizard.domain.sources import Confidence, Level
from wizard.plain.shapes.common import VALUE
from wizard.plain.shapes.words import (
    DAY,
    FLAG,
    NUMBER,
    TEXT,
    WHOLE,
    Schema,
    either,
    many,
    maybe,
    one_of,
    record,
    reference,
    told,
)

_CONDITION = reference("Betingelse")
_BASIS = maybe(reference("Hjemmel"))
_RATE = maybe(told(TEXT, "Id-en til en sats, som i «rates»."))
SOURCE = record(
    {"id": TEXT, "tittel": TEXT, "utgiver": TEXT, "lenke": TEXT, "lest": DAY},
    "Et dokument eller en tabell, og dagen vi leste den.",
)
BASIS = record(
    {"kilde": maybe(reference("Kilde")), "sted": TEXT, "niva": one_of(Level)},
    "Hvor noe er hentet fra, og hvor bindende det er.",
)


def _condition(keys: dict[str, Schema]) -> Schema:
    return record({"tekst": TEXT, **keys})


CONDITION = {
    **either(
        _condition({"alle": many(_CONDITION)}),
        _condition({"minst_en": many(_CONDITION)}),
        _condition({"ikke": _CONDITION}),
        _condition({"behov": TEXT, "minst": {"enum": [each.code for each in Severity]}}),
        *(
            _condition({"opplysning": TEXT, each.value: either(VALUE, record({"sats": TEXT}))})
            for each in Operator
        ),
    ),
    "description": "En betingelse slik regelfilen har den, med en setning for hver del.",
}
RULEBOOK = record(
    {"navn": TEXT, "versjon": TEXT, "hash": TEXT, "gjelder_fra": maybe(DAY), "eier": TEXT}
)
INDEX = record(
    {
        "program": record({"navn": TEXT, "versjon": TEXT}),
        "dato": told(DAY, "Dagen i dag, etter norsk tid."),
        "regelverk": RULEBOOK,
        "tall": record({"versjon": TEXT, "dato": DAY}, "Kommunetallene som følger med."),
        "adresser": many(record({"metode": TEXT, "adresse": TEXT, "gir": TEXT})),
    },
    "Hva som finnes her, og hvilket program, hvilke regler og hvilke tall som svarer.",
)
_MUNICIPALITY_ROW = {
    "nummer": told(TEXT, "Kommunenummeret, fire sifre med null foran."),
    "navn": TEXT,
    "offisielt_navn": TEXT,
    "fylke": TEXT,
}
MUNICIPALITIES = record({"kommuner": many(record(_MUNICIPALITY_ROW))})
MUNICIPALITY = record(
    {
        **_MUNICIPALITY_ROW,
        "sprakvedtak": one_of(LanguageDecision),
        "styreform": one_of(Government),
        "tall": many(
            record(
                {
                    "id": TEXT,
                    "navn": TEXT,
                    "verdi": VALUE,
                    "type": one_of(FactType),
                    "enhet": one_of(Unit),
                    "kilde": maybe(reference("Kilde")),
                    "per": told(TEXT, "Dagen eller året tallet er fra."),
                    "tvil": told(many(TEXT), "Grunner til å være varsom med tallet."),
                }
            )
        ),
    },
    "En av de 357 kommunene, og tallene vi har om den. Et tall som mangler, er ukjent, ikke null.",
)
_QUESTION = record(
    {
        "id": TEXT,
        "side": TEXT,
        "navn": TEXT,
        "tekst": TEXT,
        "hvorfor": TEXT,
        "hvor": TEXT,
        "hvem_vet": TEXT,
        "type": one_of(FactType),
        "enhet": maybe(one_of(Unit)),
        "minst": maybe(NUMBER),
        "mest": maybe(NUMBER),
        "valg": many(
            record({"id": TEXT, "tekst": TEXT, "om": maybe(TEXT), "tilbys_nar": maybe(_CONDITION)})
        ),
        "stilles_nar": maybe(_CONDITION),
        "kommunetall": told(FLAG, "Om spørsmålet er et kommunetall som kan rettes."),
    }
)
QUESTIONS = record(
    {"tema": many(record({"id": TEXT, "navn": TEXT, "sporsmal": many(_QUESTION)}))},
    "Alt en kommune kan svare på. Id-en er nøkkelen i saken.",
)
_SCHEME_ROW = {
    "id": TEXT,
    "navn": TEXT,
    "kort": TEXT,
    "slag": one_of(SchemeKind),
    "forvalter": one_of(Administrator),
    "rolle": told(one_of(MunicipalRole), "Hva kommunen er i ordningen."),
    "i_kraft": FLAG,
}
SCHEMES = record({"ordninger": many(record(_SCHEME_ROW))})
_RESTS = {"hjemmel": _BASIS, "sikkerhet": maybe(one_of(Confidence))}
_EDITION = record(
    {
        "gjelder_fra": maybe(DAY),
        "gjelder_til": maybe(DAY),
        "opphold": maybe(TEXT),
        "hjemmel": _BASIS,
        "krav": many(record({"id": TEXT, "betingelse": _CONDITION, **_RESTS})),
        "vilkar": many(record({"id": TEXT, "tekst": TEXT, **_RESTS})),
        "frister": many(
            record(
                {
                    "hvert_ar": maybe({"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"}),
                    "dato": maybe(DAY),
                    "lopende": FLAG,
                    "kontroller": FLAG,
                    "forberedelse_uker": maybe(WHOLE),
                }
            )
        ),
        "finansiering": one_of(Funding),
        "belop": record(
            {
                "type": one_of(AmountKind),
                "andel": _RATE,
                "tak": _RATE,
                "bunn": _RATE,
                "minste_kostnad": _RATE,
                "av": maybe(TEXT),
                "grunnlag": maybe(one_of(AmountBasis)),
                "soker": maybe(one_of(Applicant)),
                "egen_kostnad": maybe(NUMBER),
                "merknad": maybe(TEXT),
            }
        ),
        "sokere": many(one_of(Applicant)),
        "steg": many(
            record(
                {
                    "id": TEXT,
                    "tekst": TEXT,
                    "ansvar": one_of(Responsible),
                    "dager": maybe(WHOLE),
                    "etter": many(TEXT),
                    "oppfyller": maybe(TEXT),
                }
            )
        ),
    },
    "Reglene for ordningen i en periode. Begge dager er med, og null er uten grense.",
)
SCHEME = record(
    {
        **_SCHEME_ROW,
        "gjor": TEXT,
        "virkning": one_of(Effect),
        "dekker": many(record({"behov": TEXT, "hoved": FLAG})),
        "innsats": record({"uker": NUMBER, "hjemmel": _BASIS}),
        "plikt": maybe(record({"siden": DAY, "hjemmel": _BASIS})),
        "forst": many(TEXT),
        "bare_med": many(TEXT),
        "alternativ_til": many(TEXT),
        "ikke_for_samme_kostnad": many(TEXT),
        "styrker": many(TEXT),
        "pa_plass": maybe(_CONDITION),
        "aktuelt": maybe(_CONDITION),
        "ved_ukjent": one_of(WhenUnknown),
        "utgaver": many(_EDITION),
        "opphort": maybe(TEXT),
        "erfaringer": many(record({"tekst": TEXT, "kilde": maybe(reference("Kilde"))})),
        "fallgruver": many(TEXT),
        "kontrollert": DAY,
        "kontrolleres_innen": DAY,
    },
    "Et virkemiddel fra staten eller et tiltak i kommunen, med reglene i hver periode.",
)
_NEED_ROW = {"id": TEXT, "navn": TEXT, "kort": TEXT}
NEEDS = record({"behov": many(record(_NEED_ROW))})
NEED = record(
    {
        **_NEED_ROW,
        "stor": _CONDITION,
        "noe": _CONDITION,
        "hjemmel": _BASIS,
        "fordi": maybe(TEXT),
        "kontakt": told(TEXT, "Ordningen å begynne med når ingenting dekker behovet."),
        "ordninger": many(record({"ordning": TEXT, "hoved": FLAG})),
    },
    "Noe en kommune kan mangle: når behovet er stort, når det finnes, og hva som dekker det.",
)
_RATE_ROW = {"id": TEXT, "navn": TEXT, "enhet": one_of(Unit), "verdi": VALUE}
RATES = record({"satser": many(record(_RATE_ROW))})
RATE = record(
    {
        **_RATE_ROW,
        "fordi": told(maybe(TEXT), "Hvorfor vi har valgt verdien, der ingen hjemmel sier den."),
        "verdier": many(record({"gjelder_fra": DAY, "verdi": VALUE, "hjemmel": _BASIS})),
    },
    "En sats med alle verdiene den har hatt. Hver gjelder til den neste begynner.",
)
