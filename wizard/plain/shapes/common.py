"""What recurs in advice, its explanation and comparisons."""

from wizard.domain.advice import (
    Origin,
)
from wizard.domain.conditions import Severity
from wizard.domain.schemes import VerdictKind
from wizard.plain.shapes.words import (
    DAY,
    FLAG,
    NUMBER,
    TEXT,
    UNKNOWN,
    Schema,
    either,
    many,
    maybe,
    one_of,
    record,
    told,
)
from wizard.voice.words import OURS

VALUE = told(
    either(TEXT, many(TEXT), UNKNOWN),
    "En verdi som tekst, id-ene til flere valg, eller at den er ukjent.",
)
SCHEME = told(TEXT, "Id-en til en ordning, som i «schemes».")
NEED = told(TEXT, "Id-en til et behov, som i «needs».")
FACT = told(TEXT, "Id-en til et spørsmål, et kommunetall eller et nøkkeltall.")
SEVERITY: Schema = {"enum": [*(each.code for each in Severity), "ukjent"]}
KRONER = either({"type": "null"}, NUMBER, UNKNOWN)
MARK = record({OURS: TEXT}, "Hva tegnet etter et tall eller en grense betyr.")
MOMENT = record({"dato": maybe(DAY), "tidligst": FLAG})
VERDICT = {"vurdering": one_of(VerdictKind), "avgjort": FLAG, "pa_plass": FLAG}
FRAME = {
    "kommune": told(TEXT, "Kommunenummeret, fire sifre."),
    "dato": told(DAY, "Dagen reglene gjelder for."),
    "regelverk": record({"versjon": TEXT, "hash": TEXT}),
}
FOUND = record(
    {"verdi": VALUE, "opphav": one_of(Origin), "kilde": TEXT, "per": TEXT},
    "Det som er kjent om en opplysning, hvor det er fra, og dagen det er fra.",
)
