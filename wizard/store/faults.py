"""What is wrong with one value of a case file, in words."""

from decimal import Decimal

from wizard.domain.faults import BadValue, Fault
from wizard.domain.limits import within
from wizard.domain.number_kinds import NumberKind
from wizard.domain.numbers import write_number
from wizard.domain.suggestion import suggestion
from wizard.domain.text import Text, joined
from wizard.store.values import says_dont_know

_WORDS = {
    Fault.EMPTY: Text(
        "Svaret er tomt. Bruk null når dere ikke har svart.",
        "Svaret er tomt. Bruk null når de ikkje har svart.",
    ),
    Fault.NOT_A_NUMBER: Text(
        "«{raw}» er ikke et tall. Skriv {wanted}.", "«{raw}» er ikkje eit tal. Skriv {wanted}."
    ),
    Fault.NOT_WHOLE: Text(
        "«{raw}» er ikke et helt tall. Skriv {wanted}.",
        "«{raw}» er ikkje eit heilt tal. Skriv {wanted}.",
    ),
    Fault.FRACTION: Text(
        "«{raw}» er en brøk. Skriv den som desimaltall: {wanted}.",
        "«{raw}» er ein brøk. Skriv han som desimaltal: {wanted}.",
    ),
    Fault.UNCLEAR: Text(
        "«{raw}» kan bety {readings}. Skriv det dere mener.",
        "«{raw}» kan bety {readings}. Skriv det de meiner.",
    ),
    Fault.OTHER_UNIT: Text(
        "Her skal det ikke stå «{raw}». Skriv bare tallet.",
        "Her skal det ikkje stå «{raw}». Skriv berre talet.",
    ),
    Fault.OUT_OF_RANGE: Text(
        "«{raw}» er utenfor grensene. Skriv {wanted}.",
        "«{raw}» er utanfor grensene. Skriv {wanted}.",
    ),
    Fault.NOT_A_DATE: Text(
        "«{raw}» er ikke en dato. Skriv år-måned-dag, for eksempel «2026-11-22».",
        "«{raw}» er ikkje ein dato. Skriv år-månad-dag, til dømes «2026-11-22».",
    ),
    Fault.NOT_A_CODE: Text("«{raw}» er ikke en kode.", "«{raw}» er ikkje ein kode."),
    Fault.UNKNOWN_OPTION: Text(
        "«{raw}» er ikke et av svarene. De er: {options}.",
        "«{raw}» er ikkje eit av svara. Dei er: {options}.",
    ),
    Fault.LIST_WANTED: Text(
        'Svaret skal være en liste, for eksempel ["{raw}"].',
        'Svaret skal vere ei liste, til dømes ["{raw}"].',
    ),
    Fault.ONE_WANTED: Text(
        "Svaret skal være ett svar, ikke en liste.", "Svaret skal vere eitt svar, ikkje ei liste."
    ),
}


_PERHAPS = Text(
    "«{raw}» er uklart. Mente dere {readings}?", "«{raw}» er uklart. Meinte de {readings}?"
)
_DONT_KNOW = Text(
    ' Skriv {"ukjent": true} når dere ikke vet.', ' Skriv {"ukjent": true} når de ikkje veit.'
)
_NO_FIGURE = Text(
    "Verdien er tom. Skriv tallet, eller ta det bort.",
    "Verdien er tom. Skriv talet, eller ta det bort.",
)
_A_NUMBER = Text("et tall", "eit tal")
_A_WHOLE_NUMBER = Text("et helt tall", "eit heilt tal")


def describe(bad: BadValue) -> Text:
    """Say what is wrong with an answer, what would be right, and what was perhaps meant."""
    if says_dont_know(bad.raw):
        return joined(_wrong(bad), _DONT_KNOW)
    return joined(_wrong(bad), suggestion(bad.raw, bad.options))


def describe_figure(bad: BadValue) -> Text:
    """Say the same of a figure: nobody answers that one, so it cannot be "vet ikke" or null."""
    if bad.fault is Fault.EMPTY:
        return _NO_FIGURE
    return joined(_wrong(bad), suggestion(bad.raw, bad.options))


def _wrong(bad: BadValue) -> Text:
    sure = len(bad.readings) == 1
    return (_PERHAPS if sure else _WORDS[bad.fault]).format(
        raw=bad.raw,
        wanted=_wanted(bad.kind),
        readings=" eller ".join(map(write_number, bad.readings)),
        options=", ".join(bad.options),
    )


def _wanted(kind: NumberKind) -> Text:
    ends = within(_end(kind.minimum), _end(kind.maximum))
    return joined(_A_WHOLE_NUMBER if kind.whole else _A_NUMBER, ends)


def _end(limit: Decimal | None) -> str:
    return "" if limit is None else format(limit.normalize(), "f")
