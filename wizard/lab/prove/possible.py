"""Which answers can stand together in one case.

Drawn a little too wide, never too narrow: what no situation here does, no case can do.
"""

from collections.abc import Callable, Iterable
from functools import reduce
from itertools import pairwise
from math import prod

from wizard.domain.facts import FactType, PrefilledQuestion, ReferenceFigure
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Rulebook
from wizard.engine.facts import read_figure
from wizard.engine.whatif.allowed import free_values
from wizard.engine.whatif.diagram import FIRST_NODE
from wizard.engine.whatif.drawing import MET
from wizard.engine.whatif.outlook import Outlook
from wizard.engine.whatif.space import DEAD, Space
from wizard.municipalities import Municipalities

# A truth that needs no third value: what can be, and what cannot.
CANNOT, CAN = range(2)
_TICKED = 2
# Room for what is drawn beside the outlook's own diagrams.
_ROOM = 400_000

# A value for each of some variables.
Places = dict[int, int]


class Possible:
    """What can be answered in one period of the rules.

    `vary` are the reference figures of which no page asks: they are as they are for one of the
    municipalities. All else is free within the ends of the questionnaire. It can also be unknown,
    unless everything is `answered`; a calculated figure can be unknown all the same.
    """

    def __init__(
        self, outlook: Outlook, municipalities: Municipalities, *, answered: bool = False
    ) -> None:
        """Look at what the municipalities are, and at which options are offered to whom."""
        self.outlook = outlook
        self.answered = answered
        self.space = outlook.space
        self.diagrams = outlook.diagrams
        self.diagrams.most = len(self.diagrams) + _ROOM
        book = outlook.rulebook
        self.vary = [id_ for id_ in not_asked(book) if self.space.of_fact.get(id_)]
        self._fixed = [number for id_ in self.vary for number in self.space.of_fact[id_]]
        figures = [book.figures[id_] for id_ in self.vary]
        self._kommuner = {
            tuple(
                place for each in figures for place in places_of(self.space, each, kommune).values()
            )
            for kommune in municipalities.all
        }
        self._offered = self._options()
        self._around: dict[frozenset[int], int] = {}

    def _options(self) -> dict[int, int]:
        """Return, for the box of each option that not all are offered, when it is offered."""
        offered: dict[int, int] = {}
        for question in self.outlook.rulebook.questions.values():
            conditions = {each.id: each.applies for each in question.options if each.applies}
            for number in self.space.of_fact[question.id]:
                condition = conditions.get(self.space.variables[number].option)
                if condition is not None:
                    offered[number] = self.outlook.tree(condition)
        return offered

    def closure(self, numbers: Iterable[int]) -> frozenset[int]:
        """Return some variables, and those that decide what they can be."""
        found, waiting = set[int](), set(numbers)
        while waiting:
            found |= waiting
            offered = (self._offered[each] for each in waiting if each in self._offered)
            waiting = set[int]().union(*map(self.diagrams.support, offered)) - found
        return frozenset(found)

    def around(self, numbers: Iterable[int]) -> int:
        """Return, as a diagram, which values of some variables can stand together."""
        wanted = self.closure(numbers)
        found = self._around.get(wanted)
        if found is None:
            parts = [*self._alone(wanted), *self._of_a_kommune(wanted), *self._boxes(wanted)]
            found = reduce(lambda a, b: self.diagrams.apply(_both, a, b), parts, CAN)
            self._around[wanted] = found
        return found

    def _alone(self, wanted: frozenset[int]) -> Iterable[int]:
        """Yield what each variable can be by itself."""
        for number in sorted(wanted - set(self._fixed)):
            variable = self.space.variables[number]
            free = free_values(self.outlook, [variable.fact])[number]
            is_known = self.answered and variable.fact not in self.outlook.rulebook.derived
            yield self._one_of(number, free if is_known else (DEAD, *free))
            if number in self._offered:
                ticked = self._one_of(number, (_TICKED,))
                yield self.diagrams.apply(_only_where, ticked, self._offered[number])

    def _one_of(self, number: int, places: Iterable[int]) -> int:
        values = frozenset(places)
        size = self.space.variables[number].size
        return self.diagrams.node(number, tuple(int(each in values) for each in range(size)))

    def _of_a_kommune(self, wanted: frozenset[int]) -> Iterable[int]:
        """Yield that figures nobody is asked for are those of one and the same municipality."""
        looked = [each for each in self._fixed if each in wanted]
        if not looked:
            return
        whole = (dict(zip(self._fixed, row, strict=True)) for row in self._kommuner)
        ways = {tuple(each[number] for number in looked) for each in whole}
        found = CANNOT
        for way in sorted(ways):
            one = CAN
            for number, place in sorted(zip(looked, way, strict=True), reverse=True):
                one = self.diagrams.node(number, self._branches(number, place, one))
            found = self.diagrams.apply(_either, found, one)
        yield found

    def _boxes(self, wanted: frozenset[int]) -> Iterable[int]:
        """Yield that the boxes of one question are all known, or none of them."""
        for id_, numbers in self.space.of_fact.items():
            if self.space.facts[id_].type is FactType.MANY:
                boxes = [each for each in numbers if each in wanted]
                for one, other in pairwise(boxes):
                    unknown = self._one_of(one, (DEAD,)), self._one_of(other, (DEAD,))
                    yield self.diagrams.apply(_alike, *unknown)

    def where(
        self, diagram: int, wanted: Callable[[int], bool], numbers: Iterable[int] = ()
    ) -> int:
        """Return, as a diagram, the situations that lead to a wanted terminal.

        They can stand together with all that some more variables can be.
        """
        around = self.around(self.diagrams.support(diagram).union(numbers))
        return self.diagrams.apply(lambda can, end: int(can and wanted(end)), around, diagram)

    def apart(self, one: int, other: int) -> int:
        """Return, as a diagram, the situations where two diagrams differ."""
        if one == other:
            return CANNOT
        support = self.diagrams.support(one) | self.diagrams.support(other)
        around = self.around(support)
        return self.diagrams.apply(lambda can, a, b: int(can and a != b), around, one, other)

    def count(self, situations: int, numbers: Iterable[int]) -> int:
        """Return how many situations there are, told apart by some variables and what decides."""
        return count(self.outlook, situations, self.closure(numbers))

    def ways(self, situations: int, most: int) -> Iterable[Places]:
        """Yield a few of some situations, those where least is known first."""
        for _ in range(most):
            if situations == CANNOT:
                return
            way = least_known(self.outlook, situations)
            yield way
            this = CAN
            for number, place in sorted(way.items(), reverse=True):
                this = self.diagrams.node(number, self._branches(number, place, this))
            situations = self.diagrams.apply(_but_not, situations, this)

    def _branches(self, number: int, place: int, there: int) -> tuple[int, ...]:
        size = self.space.variables[number].size
        return tuple(there if each == place else CANNOT for each in range(size))


def not_asked(book: Rulebook) -> tuple[str, ...]:
    """Return the reference figures that no page asks for, so that nobody can correct them."""
    asked = {
        item.figure
        for theme in book.themes
        for item in theme.items
        if isinstance(item, PrefilledQuestion)
    }
    return tuple(id_ for id_ in book.figures if id_ not in asked)


def places_of(space: Space, figure: ReferenceFigure, kommune: Municipality) -> Places:
    """Return the value of each variable of a figure for one municipality."""
    value = read_figure(figure, kommune)
    if value is None:
        return dict.fromkeys(space.of_fact[figure.id], DEAD)
    return space.places(figure.id, value)


def count(outlook: Outlook, situations: int, numbers: Iterable[int]) -> int:
    """Return how many sets of values of some variables a diagram of situations holds."""
    order = sorted(numbers)
    sizes = [outlook.space.variables[each].size for each in order]
    rank = {number: place for place, number in enumerate(order)}
    done: dict[int, int] = {}

    def below(diagram: int, place: int) -> int:
        """Return the count over the variables from a place on."""
        if diagram < FIRST_NODE:
            return diagram * prod(sizes[place:])
        variable, branches = outlook.diagrams.opened(diagram)
        asked = rank[variable]
        if diagram not in done:
            done[diagram] = sum(below(each, asked + 1) for each in branches)
        return done[diagram] * prod(sizes[place:asked])

    return below(situations, 0)


def least_known(outlook: Outlook, situations: int) -> Places:
    """Return one way into a diagram of situations, with as little known as can be."""
    done: dict[int, tuple[int, tuple[tuple[int, int], ...]] | None] = {CANNOT: None, CAN: (0, ())}

    def best(diagram: int) -> tuple[int, tuple[tuple[int, int], ...]] | None:
        if diagram not in done:
            number, branches = outlook.diagrams.opened(diagram)
            found = []
            for place, branch in enumerate(branches):
                rest = best(branch)
                if rest is not None:
                    found.append((rest[0] + (place != DEAD), ((number, place), *rest[1])))
            done[diagram] = min(found, default=None)
        return done[diagram]

    way = best(situations)
    return dict(way[1]) if way else {}


def _both(one: int, other: int) -> int:
    return one and other


def _either(one: int, other: int) -> int:
    return one or other


def _but_not(one: int, other: int) -> int:
    return int(one and not other)


def _alike(one: int, other: int) -> int:
    return int(one == other)


def _only_where(ticked: int, offered: int) -> int:
    return int(not ticked or offered == MET)
