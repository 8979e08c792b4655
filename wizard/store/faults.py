"""What is wrong with one value of a case file, in words."""

from decimal import Decimal

from wizard.domain.answers import BadValue, Fault
from wizard.domain.suggestion import suggestion
from wizard.domain.text import Text, joined

_WORDS = {
    Fault.EMPTY: Text(
        "Svaret er tomt. Bruk null når dere ikke har svart.",
        "Svaret er tomt. Bruk null når de ikkje har svart.",
    ),
    Fault.NOT_A_NUMBER: Text(
        "«{raw}» er ikke et tall. Skriv for eksempel «12.5».",
        "«{raw}» er ikkje eit tal. Skriv til dømes «12.5».",
    ),
    Fault.NOT_WHOLE: Text("«{raw}» er ikke et helt tall.", "«{raw}» er ikkje eit heilt tal."),
    Fault.OUT_OF_RANGE: Text(
        "{raw} er utenfor grensene. Tallet må være fra {minimum} til {maximum}.",
        "{raw} er utanfor grensene. Talet må vere frå {minimum} til {maximum}.",
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


def describe(bad: BadValue) -> Text:
    """Say what is wrong, what would be right, and what was perhaps meant."""
    message = _WORDS[bad.fault].format(
        raw=bad.raw,
        minimum=_end(bad.minimum),
        maximum=_end(bad.maximum),
        options=", ".join(bad.options),
    )
    return joined(message, suggestion(bad.raw, bad.options))


def _end(limit: Decimal | None) -> str:
    return "" if limit is None else format(limit.normalize(), "f")
