"""Whether a file is the paper that some answers and rules give, and if not, what differs.

The paper is made again and compared byte by byte. The names of program and tools are written as the
file has them: where the bytes are the same, it does not matter that ours are newer. A file that
bears the identity that we get ourselves, and is other bytes, has been altered.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wizard.advice import assess
from wizard.domain.advice import Advice
from wizard.domain.case import Case
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Text
from wizard.memo.compose import compose
from wizard.memo.html import render_pdf
from wizard.memo.identity import Identity, Part, identity_of, readable
from wizard.memo.model import Paper

_HARD = frozenset({Part.ANSWERS, Part.RULES, Part.FIGURES})
_BEGINS, _ENDS = b"%PDF-", b"%%EOF"
_SHOWN = 12  # digits of a checksum that people compare

NOT_A_PDF = Text("Filen er ikke en PDF.", "Fila er ikkje ein PDF.")
DAMAGED = Text(
    "Filen er skadet: slutten mangler. Hent den på nytt.",
    "Fila er skadd: slutten manglar. Hent ho på nytt.",
)
NOT_OURS = Text(
    "Filen er ikke laget av Virkemiddelveiviseren, eller merket vårt er borte fra den.",
    "Fila er ikkje laga av Verkemiddelvegvisaren, eller merket vårt er borte frå ho.",
)
UNKNOWN_KIND = Text(
    "Filen er av et slag som dette programmet ikke kan lage: «{kind}».",
    "Fila er av eit slag som dette programmet ikkje kan lage: «{kind}».",
)
IDENTICAL = Text(
    "Notatet er identisk med det som svarene, reglene og tallene gir.",
    "Notatet er identisk med det som svara, reglane og tala gir.",
)
DIFFERS = Text(
    "Notatet er ikke det som svarene, reglene og tallene gir.",
    "Notatet er ikkje det som svara, reglane og tala gir.",
)
ALTERED = Text(
    "Filen er endret etter at den ble laget: Merket sier at svar, regler, tall, program og verktøy "
    "er de samme, men filen er en annen. Det skjer også når noen åpner en PDF og lagrer den på "
    "nytt.",
    "Fila er endra etter at ho vart laga: Merket seier at svar, reglar, tal, program og verktøy er "
    "dei same, men fila er ei anna. Det skjer òg når nokon opnar ein PDF og lagrar han på "
    "nytt.",
)
OTHER_TOOLS_SAME_PAPER = Text(
    "Det er laget med et annet program eller andre verktøy enn vi har nå, men resultatet er det "
    "samme.",
    "Det er laga med eit anna program eller andre verktøy enn vi har no, men resultatet er det "
    "same.",
)
CANNOT_TELL = Text(
    "Svar, regler og tall er de samme. Forskjellen kan komme av program og verktøy, eller av at "
    "filen er endret. Kontroller den med de samme versjonene for å få vite det.",
    "Svar, reglar og tal er dei same. Skilnaden kan kome av program og verktøy, eller av at fila "
    "er endra. Kontroller ho med dei same versjonane for å få vite det.",
)
_OTHER = {
    Part.ANSWERS: Text(
        "Svarene er andre: Kommunen har svart, valgt eller skrevet noe annet enn i notatet.",
        "Svara er andre: Kommunen har svart, valt eller skrive noko anna enn i notatet.",
    ),
    Part.RULES: Text(
        "Reglene er andre: Notatet er laget med regelverket {theirs}, og dette er {ours}.",
        "Reglane er andre: Notatet er laga med regelverket {theirs}, og dette er {ours}.",
    ),
    Part.FIGURES: Text(
        "Tallene er andre: De åpne tallene om kommunen er ikke de som notatet bygger på.",
        "Tala er andre: Dei opne tala om kommunen er ikkje dei som notatet byggjer på.",
    ),
    Part.PROGRAM: Text(
        "Programmet er et annet: Notatet er laget med {theirs}, og dette er {ours}.",
        "Programmet er eit anna: Notatet er laga med {theirs}, og dette er {ours}.",
    ),
    Part.LIBRARY: Text(
        "Verktøyene er andre: Notatet er laget med {theirs}, og her er {ours}.",
        "Verktøya er andre: Notatet er laga med {theirs}, og her er {ours}.",
    ),
}


class Unusable(ValueError):
    """The file cannot be verified. `message` says why."""

    def __init__(self, message: Text) -> None:
        self.message = message
        super().__init__(message.nb)


@dataclass(frozen=True, slots=True)
class Verification:
    """What came of it: the identity that the file bears, the one that we get, and the bytes.

    `advice` is what the paper was made again from. `same_bytes` is false too where the paper was
    not made again, for it could not have been the same.
    """

    claimed: Identity
    ours: Identity
    advice: Advice
    same_bytes: bool

    @property
    def differing(self) -> tuple[Part, ...]:
        """Return the marks that are not the same in the file and here."""
        return self.claimed.differs_from(self.ours)

    def sentences(self) -> Iterator[Text]:
        """Yield the result, and then what differs."""
        yield IDENTICAL if self.same_bytes else DIFFERS
        if self.same_bytes:
            if self.differing:
                yield OTHER_TOOLS_SAME_PAPER
            return
        if not self.differing:
            yield ALTERED
        for part in self.differing:
            theirs, ours = (_short(each.mark(part)) for each in (self.claimed, self.ours))
            yield _OTHER[part].format(theirs=theirs, ours=ours)
        if self.differing and not _HARD.intersection(self.differing):
            yield CANNOT_TELL


def read_identity(content: bytes) -> Identity:
    """Return the identity that a file bears.

    The metadata of a PDF/A is never compressed, so that it can be read without knowing PDF: no
    library is needed for it.

    Raises:
        Unusable: it is no PDF, is cut short, or is not ours.

    """
    if not content.startswith(_BEGINS):
        raise Unusable(NOT_A_PDF)
    if not content.rstrip().endswith(_ENDS):
        raise Unusable(DAMAGED)
    found = Identity.from_keywords(content.decode("latin-1"))
    if found is None:
        raise Unusable(NOT_OURS)
    return found


def verify(
    content: bytes, case: Case, rulebook: Rulebook, municipality: Municipality
) -> Verification:
    """Make the paper of a case again, as the file says it was made, and compare.

    Raises:
        Unusable: the file is no paper of ours, or of a kind that we cannot make.
        IncompleteMemo, PdfUnavailable, UnprintableCharacters: it cannot be made here.

    """
    claimed = read_identity(content)
    if claimed.kind not in set(Paper):
        raise Unusable(UNKNOWN_KIND.format(kind=claimed.kind))
    advice = _as_claimed(assess(case, rulebook, municipality, claimed.day), claimed)
    ours = identity_of(advice, claimed.language, claimed.kind)
    same = not _HARD.intersection(claimed.differs_from(ours)) and content == render_pdf(
        compose(advice, claimed.language, Paper(claimed.kind), claimed)
    )
    return Verification(claimed, ours, advice, same)


def _as_claimed(advice: Advice, claimed: Identity) -> Advice:
    """Return the advice with the adviser's review, or without where the paper was made so."""
    without = replace(advice, case=replace(advice.case, review=None))
    marks = identity_of(without, claimed.language, claimed.kind)
    return without if marks.answers == claimed.answers else advice


def _short(mark: str) -> str:
    """Return a mark as it is told: of a checksum no more than what people compare."""
    return mark[:_SHOWN] if mark.isalnum() else readable(mark)
