"""The shapes of texts: names, paragraphs in both written forms, and addresses."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from wizard.domain.text import Text
from wizard.rulebook.messages import values as say
from wizard.rulebook.reading import Kind, Reading, Refused
from wizard.rulebook.records import Record, Spot, required
from wizard.rulebook.shapes import ListOf, Shape, scalar
from wizard.rulebook.tree import Node, Scalar

_MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_LINK = re.compile(r"https://[^\s\"'<>\\^`{|}]+")
_SLOT = re.compile(r"\{(sats|tall):([a-z0-9]+(?:[-_][a-z0-9]+)*)\}")
SLOT_KINDS = {"sats": Kind.RATE, "tall": Kind.FACT}
VALUE, _LIMIT = "{verdi}", "{grense}"
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class _Fault:
    """One thing that is wrong with a text."""

    message: Text
    meant: str | None = None
    allowed: str = ""


class Paragraph(Shape[str]):
    """A text in one paragraph. Whatever is wrong with it is said at once."""

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text."""
        found = scalar(node, reading)
        text = found.text.strip()
        if not text:
            reading.refuse(node.place, say.NO_VALUE)
        wrong = [*_form_faults(found, text), *self.faults(text)]
        for fault in wrong:
            reading.report(
                node.place, fault.message, meant=fault.meant, allowed=fault.allowed, most=LONGEST
            )
        if wrong:
            raise Refused
        return text

    def faults(self, text: str) -> Iterable[_Fault]:  # noqa: ARG002 - most texts may say anything
        """Yield what is wrong with the words, beside the form."""
        return ()


def _form_faults(found: Scalar, text: str) -> Iterator[_Fault]:
    if found.cut:
        yield _Fault(say.TEXT_CUT)
    if "\n" in text:
        yield _Fault(say.MANY_LINES)
    if len(text) > LONGEST:
        yield _Fault(say.TOO_LONG)


@dataclass(frozen=True)
class Line(Paragraph):
    """A short text that is the same in both written forms: a name, a section, a column."""


@dataclass(frozen=True)
class SearchWord(Paragraph):
    """What people may type: a line with a letter or a digit in it."""

    def faults(self, text: str) -> Iterator[_Fault]:
        """Yield a fault where there is nothing to search for."""
        if not any(each.isalnum() for each in text):
            yield _Fault(say.NO_LETTERS)


def spelt(text: str) -> str:
    """Return a text without what does not tell it from another: capitals and spaces."""
    return " ".join(text.split()).casefold()


@dataclass(frozen=True)
class Wording(Paragraph):
    """One paragraph in one written form. With `slots`, it may show rates and facts."""

    slots: bool

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text, and note the rates and facts that it shows."""
        if self.slots and isinstance(node, Scalar) and "{" in node.text:
            for kind, id_ in _SLOT.findall(node.text):
                uses = kind == "sats"
                reading.refer(SLOT_KINDS[kind], id_, node.place, uses=uses, within=True)
        return super().read(node, reading)

    def faults(self, text: str) -> Iterator[_Fault]:
        """Yield a fault where the braces are not those of a rate or a fact."""
        rest = _SLOT.sub("", text) if self.slots else text
        if "{" in rest or "}" in rest:
            yield _Fault(say.BAD_SLOT if self.slots else say.NO_SLOTS_HERE)


@dataclass(frozen=True)
class Sentence(Paragraph):
    """A sentence of one's own in one written form; it may show `slots`.

    With `whole` it stands alone, with its full stop; otherwise it is put into another.
    """

    slots: tuple[str, ...]
    whole: bool = False

    def faults(self, text: str) -> Iterator[_Fault]:
        """Yield a fault for other braces than those of the slots, and for a final sign."""
        rest = text
        for slot in self.slots:
            rest = rest.replace(slot, "")
        if "{" in rest or "}" in rest:
            message = say.ONLY_SLOTS if self.slots else say.NO_SLOTS_HERE
            yield _Fault(message, allowed=", ".join(self.slots))
        if not self.whole:
            yield from _final_sign(text)


@dataclass(frozen=True)
class Phrase(Paragraph):
    """What somebody does, in one written form: with a capital as a heading, without as a task."""

    capital: bool

    def faults(self, text: str) -> Iterator[_Fault]:
        """Yield a fault for braces, a final sign, an «å» before the verb, and the wrong case."""
        if "{" in text or "}" in text:
            yield _Fault(say.NO_SLOTS_HERE)
        yield from _final_sign(text)
        first, *others = text.split()
        cased = _cased(text, capital=self.capital)
        if first.lower() == "å":
            verb_first = _cased(" ".join(others), capital=self.capital)
            yield _Fault(say.VERB_FIRST, meant=verb_first)
        elif text != cased:
            message = say.CAPITAL_FIRST if self.capital else say.NO_CAPITAL
            yield _Fault(message, meant=cased)


def _cased(text: str, *, capital: bool) -> str:
    first = text[:1].upper() if capital else text[:1].lower()
    return first + text[1:]


def _final_sign(text: str) -> Iterator[_Fault]:
    if text.endswith((".", "!", "?", ":", ";", ",")):
        yield _Fault(say.NO_FULL_STOP)


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
