"""Numbers as people write them: the one reader for forms, case files and rule files.

The law: a number is read where it has one meaning, refused with its readings where it has two.

- Comma and point are decimal marks; blanks of every width group the thousands. A sign of either
  sort that comes twice, or before the other sort, groups them too: `1.234.567`, `35.000,00`.
- One point with exactly three digits behind it (`35.000`) can be either. It groups where the kind
  has no thousandths: whole numbers, kroner, things counted one by one. Elsewhere both readings are
  tried against the range: read if one of them lies there, refused if both do. `0.125` groups
  nothing, so it has one meaning.
- One comma is always the decimal mark. Where the kind has no thousandths, three digits behind it
  are refused with what was perhaps meant: nothing becomes a thousandth, or a thousandfold, unseen.
- A minus may be any dash, with a blank behind. The unit of the kind may stand before or behind,
  and so may a word for thousands or millions; any other unit is refused.

What the program writes (`write_number`) has one meaning in every kind: three decimals get a nought
behind them. So the same law holds for a file that a person has changed.
"""

import re
from decimal import Decimal

from wizard.domain.faults import BadValue, Fault
from wizard.domain.number_kinds import ANY_NUMBER, NumberKind
from wizard.domain.unit_words import is_unit_word, is_word_for, split_scale

# Few enough digits that arithmetic stays exact.
_MOST_DIGITS, _MOST_DECIMALS = 15, 6
_LONGEST = 60
_THREE = 3

_SPACES = re.compile(r"\s+")
_SIGNS = str.maketrans("−–—‐‑", "-----", "\u00ad\u200b\u200c\u200d\u2060\ufeff")
_FRACTION = re.compile(r"[0-9]\s*[/\u2044]\s*[0-9]|[¼-¾⅐-⅞]")
_PARTS = re.compile(
    r"(?P<before>(?:[a-zæøå]+\.?)?) ?(?P<sign>[-+]?) ?(?P<digits>[0-9](?:[0-9 .,]*[0-9])?)"
    r"(?P<money>[,.]-+)? ?(?P<behind>.*)"
)
_DECIMAL = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?")
_POINTED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}|[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+")
_COMMAED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}|[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+")
_EITHER = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


def read_number(raw: str, kind: NumberKind = ANY_NUMBER) -> Decimal:
    """Return the number that a text means where a number of that kind is wanted.

    Raises:
        BadValue: it means none, or more than one, or one that is not of the kind.

    """
    text = _SPACES.sub(" ", raw.translate(_SIGNS)).strip().lower().removesuffix(".")
    if _FRACTION.search(text):
        raise BadValue(Fault.NOT_WHOLE if kind.whole else Fault.FRACTION, raw, kind=kind)
    parts = _PARTS.fullmatch(text)
    if parts is None or len(text) > _LONGEST:
        raise BadValue(Fault.NOT_A_NUMBER, raw, kind=kind)
    times = _scale(parts, raw, kind)
    sign = -1 if parts["sign"] == "-" else 1
    digits = parts["digits"]
    readings = tuple(sign * times * each for each in _readings(digits))
    return _meant(readings, raw, kind, comma="," in digits, thousandths=times > 1)


def write_number(number: Decimal) -> str:
    """Return the canonical text of a number: a point, no grouping, and one meaning only."""
    text = format(number, "f")
    return f"{text}0" if -int(number.as_tuple().exponent) == _THREE else text


def _scale(parts: re.Match[str], raw: str, kind: NumberKind) -> int:
    """Return what the words multiply by; refuse words that do not belong here."""
    times, behind = split_scale(parts["behind"])
    before = parts["before"] or ("kr" if parts["money"] else "")
    together = f"{before} {behind}".strip()
    apart = before and behind and not is_unit_word(together)
    for words in (before, behind) if apart else (together,):
        if is_word_for(words, kind.unit):
            continue
        if is_unit_word(words):
            raise BadValue(Fault.OTHER_UNIT, words, kind=kind)
        raise BadValue(Fault.NOT_A_NUMBER, raw, kind=kind)
    return times


def _readings(digits: str) -> tuple[Decimal, ...]:
    """Return what the digits can mean; of two readings, the one with grouped thousands first."""
    if _EITHER.fullmatch(digits):
        return Decimal(re.sub("[.,]", "", digits)), Decimal(digits.replace(",", "."))
    if _DECIMAL.fullmatch(digits) or _SPACED.fullmatch(digits):
        found = digits.replace(" ", "").replace(",", ".")
    elif _POINTED.fullmatch(digits):
        found = digits.replace(".", "").replace(",", ".")
    elif _COMMAED.fullmatch(digits):
        found = digits.replace(",", "")
    else:
        return ()
    return (Decimal(found),)


def _meant(
    readings: tuple[Decimal, ...], raw: str, kind: NumberKind, *, comma: bool, thousandths: bool
) -> Decimal:
    """Return the one reading that can be meant."""
    if not readings or any(map(_is_too_long, readings)):
        raise BadValue(Fault.NOT_A_NUMBER, raw, kind=kind)
    doubtful = comma and len(readings) > 1
    if kind.has_thousandths or thousandths:
        readings = readings[-1:] if doubtful else readings
        doubtful = False
    elif not doubtful:
        readings = readings[:1]
    whole = [_plain(each) for each in readings if not kind.whole or _is_whole(each)]
    if not whole:
        raise BadValue(Fault.NOT_WHOLE, raw, kind=kind)
    fitting = tuple(each for each in whole if kind.has_room_for(each))
    if not fitting:
        raise BadValue(Fault.OUT_OF_RANGE, raw, kind=kind)
    if doubtful or len(fitting) > 1:
        raise BadValue(Fault.UNCLEAR, raw, kind=kind, readings=fitting)
    return fitting[0]


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()


def _plain(number: Decimal) -> Decimal:
    """Return the number without decimals that say nothing, and without an exponent."""
    return number.quantize(Decimal(1)) if _is_whole(number) else number.normalize()


def _is_too_long(number: Decimal) -> bool:
    return number.adjusted() >= _MOST_DIGITS or -int(number.as_tuple().exponent) > _MOST_DECIMALS
