"""The shapes of texts: names, paragraphs in both written forms, and addresses."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from wizard.domain.text import Text
from wizard.rulebook.messages import values as say
from wizard.rulebook.reading import Kind, Reading
from wizard.rulebook.records import Record, Spot, required
from wizard.rulebook.shapes import ListOf, Shape, scalar
from wizard.rulebook.tree import Node, Scalar

_MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_LINK = re.compile(r"https://[^\s\"'<>\\^`{|}]+")
_SLOT = re.compile(r"\{(sats|tall):([a-z0-9]+(?:[-_][a-z0-9]+)*)\}")
_SLOT_KINDS = {"sats": Kind.RATE, "tall": Kind.FACT}
VALUE, _LIMIT = "{verdi}", "{grense}"
_LONGEST = 2000


@dataclass(frozen=True)
class Line(Shape[str]):
    """A short text that is the same in both written forms: a name, a section, a column."""

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text."""
        return _paragraph(node, reading)


@dataclass(frozen=True)
class SearchWord(Shape[str]):
    """What people may type: a line with a letter or a digit in it."""

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text."""
        text = _paragraph(node, reading)
        if not any(each.isalnum() for each in text):
            reading.refuse(node.place, say.NO_LETTERS)
        return text


def spelt(text: str) -> str:
    """Return a text without what does not tell it from another: capitals and spaces."""
    return " ".join(text.split()).casefold()


@dataclass(frozen=True)
class Wording(Shape[str]):
    """One paragraph in one written form. With `slots`, it may show rates and facts."""

    slots: bool

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text, and note the rates and facts that it shows."""
        text = _paragraph(node, reading)
        rest = _SLOT.sub("", text)
        if "{" in rest or "}" in rest:
            reading.refuse(node.place, say.BAD_SLOT if self.slots else say.NO_SLOTS_HERE)
        if "{" in text:
            if not self.slots:
                reading.refuse(node.place, say.NO_SLOTS_HERE)
            for kind, id_ in _SLOT.findall(text):
                reading.refer(_SLOT_KINDS[kind], id_, node.place, uses=kind == "sats")
        return text


@dataclass(frozen=True)
class Sentence(Shape[str]):
    """A sentence of one's own in one written form; it may show `slots`.

    With `whole` it stands alone, with its full stop; otherwise it is put into another.
    """

    slots: tuple[str, ...]
    whole: bool = False

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text."""
        text = rest = _paragraph(node, reading)
        for slot in self.slots:
            rest = rest.replace(slot, "")
        if "{" in rest or "}" in rest:
            allowed = ", ".join(self.slots)
            message = say.ONLY_SLOTS if self.slots else say.NO_SLOTS_HERE
            reading.refuse(node.place, message, allowed=allowed)
        if not self.whole:
            _refuse_final_sign(text, node, reading)
        return text


@dataclass(frozen=True)
class Phrase(Shape[str]):
    """What somebody does, in one written form: with a capital as a heading, without as a task."""

    capital: bool

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text."""
        text = _paragraph(node, reading)
        if "{" in text or "}" in text:
            reading.refuse(node.place, say.NO_SLOTS_HERE)
        _refuse_final_sign(text, node, reading)
        first, *others = text.split()
        if first.lower() == "å":
            verb_first = _cased(" ".join(others), capital=self.capital)
            reading.refuse(node.place, say.VERB_FIRST, meant=verb_first)
        cased = _cased(text, capital=self.capital)
        if text != cased:
            message = say.CAPITAL_FIRST if self.capital else say.NO_CAPITAL
            reading.refuse(node.place, message, meant=cased)
        return text


def _cased(text: str, *, capital: bool) -> str:
    first = text[:1].upper() if capital else text[:1].lower()
    return first + text[1:]


def _refuse_final_sign(text: str, node: Node, reading: Reading) -> None:
    if text.endswith((".", "!", "?", ":", ";", ",")):
        reading.refuse(node.place, say.NO_FULL_STOP)


def _paragraph(node: Node, reading: Reading) -> str:
    found = scalar(node, reading)
    if found.cut:
        reading.refuse(node.place, say.TEXT_CUT)
    text = found.text.strip()
    if not text:
        reading.refuse(node.place, say.NO_VALUE)
    if "\n" in text:
        reading.refuse(node.place, say.MANY_LINES)
    if len(text) > _LONGEST:
        reading.refuse(node.place, say.TOO_LONG, most=_LONGEST)
    return text


def _equal_slots(text: Text, spot: Spot) -> None:
    if "{" in text.nb + text.nn and _slots(text.nb) != _slots(text.nn):
        only = ", ".join(sorted(_slots(text.nb) ^ _slots(text.nn)))
        spot.report(say.UNEQUAL_SLOTS, "nn", only=only)


def _slots(text: str) -> set[str]:
    return {slot.group() for slot in _SLOT.finditer(text)}


def _both(*, slots: bool) -> Record[Text]:
    keys = {"nb": required("nb", Wording(slots)), "nn": required("nn", Wording(slots))}
    return Record(Text("teksten", "teksten"), Text, keys, check=_equal_slots)


def facts_shown(text: Text) -> frozenset[str]:
    """Return the facts that a text shows."""
    return frozenset(id_ for kind, id_ in _SLOT.findall(text.nb) if kind == "tall")


def _sentence(*slots: str, whole: bool = False) -> Record[Text]:
    def check(text: Text, spot: Spot) -> None:
        shown = [{slot for slot in slots if slot in each} for each in (text.nb, text.nn)]
        if shown[0] != shown[1]:
            only = ", ".join(sorted(shown[0] ^ shown[1]))
            spot.report(say.UNEQUAL_SLOTS, "nn", only=only)

    shape = Sentence(slots, whole)
    keys = {"nb": required("nb", shape), "nn": required("nn", shape)}
    return Record(Text("setningen", "setninga"), Text, keys, check=check)


def _phrase(*, capital: bool) -> Record[Text]:
    keys = {"nb": required("nb", Phrase(capital)), "nn": required("nn", Phrase(capital))}
    return Record(Text("teksten", "teksten"), Text, keys)


@dataclass(frozen=True)
class SameOrBoth(Shape[Text]):
    """A name: one text where it is the same in both written forms, else `nb` and `nn`."""

    def read(self, node: Node, reading: Reading) -> Text:
        """Return the name in both forms."""
        if isinstance(node, Scalar):
            name = LINE.read(node, reading)
            return Text(name, name)
        return NAME.read(node, reading)


TEXT = _both(slots=True)
HEADLINE, TASK = _phrase(capital=True), _phrase(capital=False)
# Sentences of one's own: of a number, of a number beside its limit, and of anything else.
OF_NUMBER, BESIDE_LIMIT, SENTENCE = _sentence(VALUE), _sentence(VALUE, _LIMIT), _sentence()
# What is said of an answer far from the published figure.
OF_DEVIATION = _sentence("{svar}", "{tall}", "{kilde}", "{dato}", whole=True)
# Names stand in tables, headings and addresses, where nothing can be filled in.
NAME = _both(slots=False)
LINE = Line()
# One list for both forms: the search reads them together, and what people type is often neither.
SEARCH_WORDS = ListOf(SearchWord(), unique=spelt)


@dataclass(frozen=True)
class Link(Shape[str]):
    """An address on the web, https only; where `mail` is set an e-mail address will do."""

    mail: bool = False

    def read(self, node: Node, reading: Reading) -> str:
        """Return the address."""
        text = scalar(node, reading).text
        if self.mail and _MAIL.fullmatch(text):
            return text
        if not _LINK.fullmatch(text) or not _has_host(text):
            message = say.NOT_A_CONTACT if self.mail else say.NOT_HTTPS
            secure = "https://" + text.removeprefix("http://")
            meant = secure if _LINK.fullmatch(secure) and _has_host(secure) else None
            reading.refuse(node.place, message, meant=meant, raw=text)
        return text


def _has_host(address: str) -> bool:
    try:
        return "." in (urlsplit(address).hostname or "")
    except ValueError:
        return False
