"""The schema of a text: as far as its form tells whether the loader takes it."""

from typing import Any

from wizard.rulebook import texts
from wizard.rulebook.known import Known

# A text that is only a number stands without quotes at times; then no pattern holds for it.
_TYPE = ["string", "number", "boolean"]
_NO_STOP = r"[^.!?:;,\s]\s*$"


def of(shape: texts.Paragraph, known: Known) -> dict[str, Any]:
    """Return the schema of one paragraph in one written form."""
    pattern, said = r"\S", "Her mangler teksten."
    match shape:
        case texts.SearchWord():
            pattern, said = "[0-9A-Za-z\u00c0-\u024f]", "Et søkeord må ha en bokstav eller et tall."
        case texts.Wording(slots=True):
            slots = [_slot(word, known) for word in texts.SLOT_KINDS]
            pattern = _only(*slots)
            said = "Krøllparenteser viser en sats eller et tall: «{sats:…}» eller «{tall:…}»."
        case texts.Wording():
            pattern, said = _only(), "Her kan det ikke stå krøllparenteser."
        case texts.Sentence(slots=shown, whole=whole):
            allowed = " og ".join(f"«{slot}»" for slot in shown)
            pattern = _only(*(slot.replace("{", r"\{").replace("}", r"\}") for slot in shown))
            said = (
                f"Her kan det stå {allowed}." if shown else "Her kan det ikke stå krøllparenteser."
            )
            if not whole:
                pattern = f"(?=.*{_NO_STOP}){pattern}"
                said += " Setningen skal ikke ha punktum."
        case texts.Phrase(capital=capital):
            first = "[^a-zæøå\\s]" if capital else "[^A-ZÆØÅ\\s]"
            pattern = rf"^\s*(?![Åå]\s)(?={first})[^{{}}]*{_NO_STOP}"
            case = "stor" if capital else "liten"
            said = f"Begynn med verbet og {case} bokstav, uten «å» og uten punktum."
    return {
        "type": _TYPE,
        "pattern": pattern,
        "maxLength": texts.LONGEST,
        "errorMessage": said,
    }


def _slot(word: str, known: Known) -> str:
    ids = known.ids.get(texts.SLOT_KINDS[word])
    return rf"\{{{word}:({'|'.join(ids)})\}}" if ids else rf"\{{{word}:[a-z0-9_-]+\}}"


def _only(*slots: str) -> str:
    """Return a pattern for something to read, with no other braces than those of some slots."""
    parts = "|".join(("[^{}]", *slots))
    return rf"^(?=\s*\S)({parts})*$"
