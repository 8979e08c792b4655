"""What can be wrong with a case file, said so that its owner can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass

from wizard.domain.text import Text


@dataclass(frozen=True, slots=True)
class CaseProblem:
    """One thing that is wrong. `pointer` is the place in the file (JSON Pointer, RFC 6901).

    `is_lost` tells that no municipality has the number of the case, or none any more.
    """

    pointer: str
    message: Text
    is_lost: bool = False


class CasefileError(ValueError):
    """The file is not a case; carries everything that is wrong with it."""

    def __init__(self, problems: Iterable[CaseProblem]) -> None:
        self.problems = tuple(problems)
        lines = (f"{problem.pointer or '/'}: {problem.message.nb}" for problem in self.problems)
        super().__init__("\n".join(lines))

    @property
    def is_of_the_whole(self) -> bool:
        """Whether something is wrong with the file as a whole: perhaps it is another one."""
        return any(not problem.pointer for problem in self.problems)

    @property
    def is_lost(self) -> bool:
        """Whether no municipality has the number of the case, or none any more."""
        return any(problem.is_lost for problem in self.problems)


def pointer(*path: str | int) -> str:
    """Return the JSON Pointer of a path of keys and indexes."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


TOO_LARGE = Text(
    "Dette er for stort til å være en svarfil. Grensen er {limit} kB.",
    "Dette er for stort til å vere ei svarfil. Grensa er {limit} kB.",
)
EMPTY = Text("Svarfilen er tom.", "Svarfila er tom.")
NOT_UTF8 = Text("Svarfilen er ikke tekst i UTF-8.", "Svarfila er ikkje tekst i UTF-8.")
NOT_JSON = Text(
    "Svarfilen er ikke gyldig JSON (linje {line}, tegn {column}).",
    "Svarfila er ikkje gyldig JSON (linje {line}, teikn {column}).",
)
TOO_DEEP = Text(
    "Dette er ikke en svarfil: Det har for mange nivåer.",
    "Dette er ikkje ei svarfil: Det har for mange nivå.",
)
TOO_MANY_DIGITS = Text(
    "Dette er ikke en svarfil: Det har et tall med for mange sifre.",
    "Dette er ikkje ei svarfil: Det har eit tal med for mange siffer.",
)
WHO_REVIEWS = Text(
    "Skriv navnet og rollen til rådgiveren.", "Skriv namnet og rolla til rådgivaren."
)
NO_REASON = Text(
    "Skriv hvorfor rådgiveren har endret dette.", "Skriv kvifor rådgivaren har endra dette."
)
REPEATED_KEY = Text("«{key}» står to ganger.", "«{key}» står to gonger.")
NOT_OBJECT = Text("Dette er ikke en svarfil.", "Dette er ikkje ei svarfil.")
OTHER_FORMAT = Text(
    "Svarfilen har formatet «{found}», men veiviseren leser «{expected}».",
    "Svarfila har formatet «{found}», men vegvisaren les «{expected}».",
)
MISSING_KEY = Text("«{key}» mangler.", "«{key}» manglar.")
UNKNOWN_KEY = Text("Ukjent felt «{key}».", "Ukjent felt «{key}».")
WRONG_TYPE = Text("Skal være {expected}.", "Skal vere {expected}.")
TYPE_NAMES = {
    "string": Text("tekst i hermetegn", "tekst i hermeteikn"),
    "object": Text("et objekt i krøllparenteser", "eit objekt i krøllparentesar"),
    "boolean": Text("true eller false", "true eller false"),
    "array": Text("en liste i hakeparenteser", "ei liste i hakeparentesar"),
}
WRONG_ANSWER = Text(
    'Svaret skal være tekst i hermetegn, en liste av tekster, {{"ukjent": true}} eller null.',
    'Svaret skal vere tekst i hermeteikn, ei liste av tekstar, {{"ukjent": true}} eller null.',
)
NOT_MUNICIPALITY_NUMBER = Text(
    "Kommunenummeret skal være fire sifre i hermetegn, for eksempel «5044».",
    "Kommunenummeret skal vere fire siffer i hermeteikn, til dømes «5044».",
)
NOT_AN_ID = Text(
    "«{found}» er ikke id-en til en ordning. Den har bare små bokstaver, tall, - og _.",
    "«{found}» er ikkje id-en til ei ordning. Han har berre små bokstavar, tal, - og _.",
)
BAD_DAYS = Text(
    "En av datoene finnes ikke. Skriv år-måned-dag, for eksempel «2026-11-22».",
    "Ein av datoane finst ikkje. Skriv år-månad-dag, til dømes «2026-11-22».",
)
NOT_A_DAY = Text(
    "«{found}» er ikke en dato. Skriv år-måned-dag, for eksempel «2026-11-22».",
    "«{found}» er ikkje ein dato. Skriv år-månad-dag, til dømes «2026-11-22».",
)
AFTER_TODAY = Text(
    "{found} er etter i dag. Skriv {last}, som er dagen i dag.",
    "{found} er etter i dag. Skriv {last}, som er dagen i dag.",
)
BEFORE_THE_RULES = Text(
    "{found} er før reglene begynner. Skriv {first} eller en senere dag.",
    "{found} er før reglane startar. Skriv {first} eller ein seinare dag.",
)
FAR_MEETING = Text(
    "{found} er for langt fra dagen i saken. "
    "Skriv datoen for det neste møtet, fra {first} til {last}.",
    "{found} er for langt frå dagen i saka. "
    "Skriv datoen for det neste møtet, frå {first} til {last}.",
)
ONE_OF = Text("Skal være en av disse: {options}.", "Skal vere ein av desse: {options}.")
TOO_LONG = Text("Teksten kan ha høyst {limit} tegn.", "Teksten kan ha høgst {limit} teikn.")
ONE_LINE = Text("Skriv teksten på én linje.", "Skriv teksten på éi linje.")
TOO_MANY = Text(
    "Her er det for mange: grensen er {limit}.", "Her er det for mange: grensa er {limit}."
)
UNKNOWN_QUESTION = Text(
    "Regelverket har ikke noe spørsmål «{id}».", "Regelverket har ikkje noko spørsmål «{id}»."
)
WRONG_PRIORITIES = Text(
    "Skal være en liste med høyst tre behov, det viktigste først, eller «vet_ikke».",
    "Skal vere ei liste med høgst tre behov, det viktigaste først, eller «vet_ikke».",
)
NO_PRIORITIES = Text(
    "Listen er tom. Skriv «vet_ikke» når dere ikke vet hva som haster mest.",
    "Lista er tom. Skriv «vet_ikke» når de ikkje veit kva som hastar mest.",
)
TOO_MANY_PRIORITIES = Text(
    "Her står det {n} behov, og grensen er tre. Behold de tre viktigste, for eksempel {first}.",
    "Her står det {n} behov, og grensa er tre. Behald dei tre viktigaste, til dømes {first}.",
)
PRIORITY_TWICE = Text(
    "Behovet «{id}» står to ganger. La det stå bare der det hører hjemme.",
    "Behovet «{id}» står to gonger. La det stå berre der det høyrer heime.",
)
PRIORITY_AND_DONT_KNOW = Text("«vet_ikke» kan bare stå alene.", "«vet_ikke» kan berre stå åleine.")
UNKNOWN_NEED = Text(
    "Regelverket har ikke noe behov «{id}».", "Regelverket har ikkje noko behov «{id}»."
)
NOT_ASKED = Text(
    "Veiviseren spør ikke om «{id}», så det kan ikke rettes.",
    "Vegvisaren spør ikkje om «{id}», så det kan ikkje rettast.",
)
TAKE_AWAY = Text(" Ta bort «{id}».", " Ta bort «{id}».")
WRITE_OURS = Text(
    " Skriv «{ours}», eller ta bort «{id}».", " Skriv «{ours}», eller ta bort «{id}»."
)
FIGURES_OF_ANOTHER = Text(
    "Tallene i svarfilen hører til {owner}, men saken gjelder {own}. Lag en ny sak for {own}.",
    "Tala i svarfila høyrer til {owner}, men saka gjeld {own}. Lag ei ny sak for {own}.",
)
UNKNOWN_FIGURE = Text(
    "Regelverket har ikke noe kommunetall «{id}».",
    "Regelverket har ikkje noko kommunetal «{id}».",
)
UNPRINTABLE = Text(
    "Notatet kan ikke vise dette: {signs}. Fjern det, eller skriv det på en annen måte.",
    "Notatet kan ikkje vise dette: {signs}. Fjern det, eller skriv det på ein annan måte.",
)
INVALID = Text("Verdien passer ikke her.", "Verdien passar ikkje her.")
