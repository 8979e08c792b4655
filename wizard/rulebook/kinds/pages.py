"""`sider` in `sporreskjema/NN-tema.yaml`: which questions stand together on one page."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from wizard.domain.facts import QuestionPage
from wizard.domain.place import Place
from wizard.domain.suggestion import closest
from wizard.domain.text import Text
from wizard.rulebook.ids import Id
from wizard.rulebook.messages import rules as say
from wizard.rulebook.reading import Kind, Reading
from wizard.rulebook.records import HERE, Record, required
from wizard.rulebook.shapes import ListOf, Shape, scalar
from wizard.rulebook.texts import NAME
from wizard.rulebook.tree import Node

MOST = 5
"""How many questions stand on a page at most. What is filled in beforehand does not count."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A question, and where it stands."""

    fact: str
    place: Place


@dataclass(frozen=True)
class Named(Shape[Placed]):
    """The id of a question of the same file; only the whole file tells whether it is there."""

    def read(self, node: Node, reading: Reading) -> Placed:
        """Return the id with its place."""
        id_ = scalar(node, reading).text
        reading.refer(Kind.FACT, id_, node.place, uses=False, checked=True)
        return Placed(id_, node.place)


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as it stands in the file."""

    id: str
    name: Text
    asked: tuple[Placed, ...]
    place: Place


PAGES = ListOf(
    Record(
        Text("siden", "sida"),
        RawPage,
        {
            "id": required("id", Id()),
            "name": required("navn", NAME),
            "asked": required("sporsmal", ListOf(Named())),
            "place": HERE,
        },
    ),
    unique=lambda page: page.id,
)


def settle_pages(
    pages: Sequence[RawPage], items: Sequence[Placed], prefilled: set[str], reading: Reading
) -> tuple[QuestionPage, ...]:
    """Return the pages, and report where they and the questions of the file do not agree."""
    on = _pages_of(pages, items, reading)
    for item in items:
        if item.fact not in on:
            reading.report(item.place, say.ON_NO_PAGE, id=item.fact)
    _check_order(pages, [item.fact for item in items], reading)
    for page in pages:
        asked = [each for each in page.asked if each.fact not in prefilled]
        if len(asked) > MOST:
            reading.report(asked[MOST].place, say.TOO_MANY_ON_PAGE, n=len(asked), most=MOST)
    return tuple(
        QuestionPage(page.id, page.name, tuple(each.fact for each in page.asked)) for page in pages
    )


def _pages_of(
    pages: Sequence[RawPage], items: Sequence[Placed], reading: Reading
) -> dict[str, str]:
    known = [item.fact for item in items]
    on: dict[str, str] = {}
    for page in pages:
        for each in page.asked:
            if each.fact not in known:
                meant = closest(each.fact, known)
                reading.report(each.place, say.NOT_IN_THIS_FILE, meant=meant, id=each.fact)
            elif each.fact in on:
                reading.report(each.place, say.ON_TWO_PAGES, id=each.fact, page=on[each.fact])
            on.setdefault(each.fact, page.id)
    return on


def _check_order(pages: Sequence[RawPage], known: Sequence[str], reading: Reading) -> None:
    """Report the first question that stands before one that the file has earlier."""
    placed = [each for page in pages for each in page.asked if each.fact in known]
    for before, each in itertools.pairwise(placed):
        if known.index(each.fact) < known.index(before.fact):
            reading.report(each.place, say.PAGES_OUT_OF_ORDER, id=each.fact, before=before.fact)
            return


def computed_pages(name: Text, facts: Sequence[str]) -> tuple[QuestionPage, ...]:
    """Return the pages of a theme that names none: as many questions on each as may stand there."""
    parts = [facts[start : start + MOST] for start in range(0, len(facts), MOST)]
    return tuple(QuestionPage(str(n), name, tuple(part)) for n, part in enumerate(parts, 1))
