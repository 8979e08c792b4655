"""`valg` of a question: what can be ticked, each with a line about it and when it is offered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wizard.domain.facts import FactType, Option
from wizard.domain.text import Text
from wizard.rulebook.conditions import FACTS_ONLY
from wizard.rulebook.ids import Id
from wizard.rulebook.kinds.figures import RESERVED, settle_options
from wizard.rulebook.messages import rules as say
from wizard.rulebook.reading import Reading
from wizard.rulebook.records import Record, Spot, optional, required
from wizard.rulebook.shapes import Later, ListOf
from wizard.rulebook.texts import NAME
from wizard.rulebook.tree import Node, Series

_LONGEST_LINE = 110


@dataclass(frozen=True, slots=True)
class RawOption:
    """An option as it stands in the file: only the first of a group names it."""

    id: str
    text: Text
    about: Text | None
    group: Text | None
    applies: Node | None


def _check_line(option: RawOption, spot: Spot) -> None:
    longest = max(len(option.about.nb), len(option.about.nn)) if option.about else 0
    if longest > _LONGEST_LINE:
        spot.report(say.LINE_TOO_LONG, "om", n=longest, most=_LONGEST_LINE)
    if option.about == option.text:
        spot.report(say.LINE_SAYS_NOTHING, "om")


def _check_apart(options: Sequence[RawOption], found: Series, reading: Reading) -> None:
    """Report each option that nobody can tell from one before it."""
    for key in ("tekst", "om"):
        first: dict[Text, str] = {}
        for option, node in zip(options, found.items, strict=True):
            text = option.text if key == "tekst" else option.about
            if text is None:
                continue
            other = first.setdefault(text, option.id)
            if other != option.id:
                reading.report(node.place, say.SAME_OPTION, id=option.id, key=key, other=other)


ASKED_OPTIONS = ListOf(
    Record(
        Text("svaret å velge", "svaret å velje"),
        RawOption,
        {
            "id": required("id", Id(RESERVED)),
            "text": required("tekst", NAME),
            "about": optional("om", NAME),
            "group": optional("gruppe", NAME),
            "applies": optional("hvis", Later(FACTS_ONLY)),
        },
        check=_check_line,
    ),
    unique=lambda option: option.id,
    check=_check_apart,
)


def settle_asked(
    type_: FactType, raws: tuple[RawOption, ...], spot: Spot
) -> tuple[tuple[Option, ...], Mapping[str, Node]]:
    """Return the options, and the conditions that wait, by option."""
    if raws and raws[0].group is None and any(raw.group for raw in raws):
        spot.report(say.FIRST_WITHOUT_GROUP, "valg", id=raws[0].id)
    options: list[Option] = []
    heading: Text | None = None
    for raw in raws:
        heading = raw.group or heading
        options.append(Option(raw.id, raw.text, raw.about, group=heading))
    waiting = {raw.id: raw.applies for raw in raws if raw.applies is not None}
    return settle_options(type_, tuple(options), spot), waiting
