"""What there is at the door for programs: declared once, for the index and the OpenAPI document.

A test holds the list up against the routes that there are.
"""

from dataclasses import dataclass

from wizard.domain.text import Text

PREFIX = "/api/v1"
DAY, SCHEME, BEFORE, AFTER = "as_of", "ordning", "fra", "til"
DAYS = (f"{DAY}_{BEFORE}", f"{DAY}_{AFTER}")


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing to ask for.

    `id` is the name of its view, `path` its address below the prefix, `subject` what it is about,
    `answer` the name of the shape it answers with, and `sent` of the one that is sent; nothing is
    sent where that is empty. `query` are the parameters besides the language, and `required` those
    that must be there.
    """

    id: str
    path: str
    subject: str
    gives: Text
    answer: str
    sent: str = ""
    query: tuple[str, ...] = ()
    required: tuple[str, ...] = ()

    @property
    def method(self) -> str:
        """Return the method: what has something sent to it is posted to."""
        return "post" if self.sent else "get"


OPERATIONS = (
    Operation(
        "index",
        "/",
        "Om",
        Text(
            "Hva som finnes, og hvilket program, hvilke regler og hvilke tall som svarer.",
            "Kva som finst, og kva program, kva reglar og kva tal som svarer.",
        ),
        "Oversikt",
    ),
    Operation(
        "municipalities",
        "/kommuner",
        "Kommune",
        Text("Alle kommunene.", "Alle kommunane."),
        "Kommuner",
    ),
    Operation(
        "municipality",
        "/kommuner/{number}",
        "Kommune",
        Text(
            "En kommune og tallene om den, hvert med kilde, dato og tvil.",
            "Ein kommune og tala om han, kvart med kjelde, dato og tvil.",
        ),
        "Kommune",
    ),
    Operation(
        "questions",
        "/questions",
        "Sak",
        Text(
            "Alle spørsmålene i en sak, med svarene som kan gis.",
            "Alle spørsmåla i ei sak, med svara som kan givast.",
        ),
        "Sporsmal",
        query=(DAY,),
    ),
    Operation(
        "advise",
        "/advise",
        "Sak",
        Text(
            "Rådet i en sak som sendes med. Ingenting lagres.",
            "Rådet i ei sak som blir send med. Ingenting blir lagra.",
        ),
        "Raad",
        sent="Svarfil",
        query=(DAY,),
    ),
    Operation(
        "explain",
        "/explain",
        "Sak",
        Text(
            "Hele veien til vurderingen av én ordning, blad for blad.",
            "Heile vegen til vurderinga av éi ordning, blad for blad.",
        ),
        "Begrunnelse",
        sent="Svarfil",
        query=(SCHEME, DAY),
        required=(SCHEME,),
    ),
    Operation(
        "compare",
        "/compare",
        "Sak",
        Text(
            "Hva som er forskjellig mellom to saker eller to dager, og hvorfor.",
            "Kva som er ulikt mellom to saker eller to dagar, og kvifor.",
        ),
        "Sammenligning",
        sent="ToSaker",
        query=(DAY, *DAYS),
    ),
    Operation(
        "schemes",
        "/schemes",
        "Ordning",
        Text("Alle virkemidlene og tiltakene.", "Alle verkemidla og tiltaka."),
        "Ordninger",
        query=(DAY,),
    ),
    Operation(
        "scheme",
        "/schemes/{scheme}",
        "Ordning",
        Text("En ordning med reglene i hver periode.", "Ei ordning med reglane i kvar periode."),
        "Ordning",
        query=(DAY,),
    ),
    Operation(
        "needs",
        "/needs",
        "Behov",
        Text("Alle behovene.", "Alle behova."),
        "AlleBehov",
        query=(DAY,),
    ),
    Operation(
        "need",
        "/needs/{need}",
        "Behov",
        Text(
            "Når en kommune har et behov, og hva som dekker det.",
            "Når ein kommune har eit behov, og kva som dekkjer det.",
        ),
        "Behov",
        query=(DAY,),
    ),
    Operation(
        "rates",
        "/rates",
        "Sats",
        Text("Alle satsene, med verdien på dagen.", "Alle satsane, med verdien på dagen."),
        "Satser",
        query=(DAY,),
    ),
    Operation(
        "rate",
        "/rates/{rate}",
        "Sats",
        Text(
            "En sats med alle verdiene den har hatt, og hjemmelen for hver.",
            "Ein sats med alle verdiane han har hatt, og heimelen for kvar.",
        ),
        "Sats",
        query=(DAY,),
    ),
    Operation(
        "document",
        "/openapi.json",
        "Om",
        Text("Dette, som OpenAPI 3.1.", "Dette, som OpenAPI 3.1."),
        "OpenApi",
    ),
)
