"""Everything that the questionnaire on paper says of its own, in both written forms."""

from wizard.domain.text import Text
from wizard.memo import words

NAME = Text("Spørreskjema", "Spørjeskjema")
NAME_OF_CASE = Text("Spørreskjema for {title}", "Spørjeskjema for {title}")

# As the template names them.
SAID = {
    "author": words.TOOL,
    "about": Text(
        "Alle spørsmålene, til å fylle ut for hånd", "Alle spørsmåla, til å fylle ut for hand"
    ),
    "foot": Text(
        "Uavhengig verktøy. Ikke laget av Husbanken.", "Uavhengig verktøy. Ikkje laga av Husbanken."
    ),
    "page": words.PAGE[0],
    "of": words.PAGE[1],
    "intro": Text(
        "{n} spørsmål om bolig, eldre og kapasitet. Kryss av eller skriv, og før svarene inn i "
        "veiviseren etterpå. «Vet ikke» er et svar.",
        "{n} spørsmål om bustad, eldre og kapasitet. Kryss av eller skriv, og før svara inn i "
        "vegvisaren etterpå. «Veit ikkje» er eit svar.",
    ),
    "private": Text(
        "Ikke skriv navn på innbyggere, og ikke om grupper på færre enn fem.",
        "Ikkje skriv namn på innbyggjarar, og ikkje om grupper på færre enn fem.",
    ),
    "rules": Text("Regelverk {version}.", "Regelverk {version}."),
    "ask": Text("Spør:", "Spør:"),
    "only_changes": Text(
        "Skriv bare hvis det skal endres.", "Skriv berre dersom det skal endrast."
    ),
    "many": Text("Dere kan sette flere kryss.", "De kan setje fleire kryss."),
    "remark": Text("Merknad", "Merknad"),
    "day": Text("Dag, måned og år", "Dag, månad og år"),
    "answer": Text("Svar", "Svar"),
}
