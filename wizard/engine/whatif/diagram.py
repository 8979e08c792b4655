"""Decision diagrams: functions of a few variables with a few values each, in their shortest form.

A diagram is a number: a *terminal* below `FIRST_NODE`, which is the value of the function itself,
or a node that asks for one variable and has a branch for each of its values. Variables are asked in
one order, equal nodes are one, and a node whose branches all lead to the same place is not made. So
two functions are equal just when their numbers are, and a function depends on a variable just when
the variable stands in it.

The words *apply*, *restrict* and *terminal* are those of R. E. Bryant, "Graph-based algorithms for
Boolean function manipulation", IEEE Transactions on Computers 35(8), 1986; here with several values
and terminals, and any number of operands.
"""

from collections.abc import Callable, Mapping, Sequence

FIRST_NODE = 64
# A rulebook with room to grow stays far below; a function that needs more is told apart by nobody.
MOST_NODES = 50_000

# What a terminal asks for: it comes after every variable.
_NOTHING = 1 << 30

# What comes of the terminals of the operands.
OnTerminals = Callable[..., int]


class TooLarge(Exception):
    """A function has no diagram of reasonable size."""


class Diagrams:
    """A store of diagrams over one order of variables."""

    def __init__(self, most: int = MOST_NODES) -> None:
        """Begin an empty store that refuses to hold more than `most` nodes."""
        self.most = most
        self._nodes: list[tuple[int, tuple[int, ...]]] = []
        self._numbers: dict[tuple[int, tuple[int, ...]], int] = {}
        self._support: dict[int, frozenset[int]] = {}
        self._terminals: dict[int, frozenset[int]] = {}

    def __len__(self) -> int:
        return len(self._nodes)

    def node(self, variable: int, branches: tuple[int, ...]) -> int:
        """Return the diagram that asks for a variable and goes on as its value says.

        Raises:
            TooLarge: the store is full.

        """
        if branches.count(branches[0]) == len(branches):
            return branches[0]
        key = (variable, branches)
        number = self._numbers.get(key)
        if number is None:
            if len(self._nodes) >= self.most:
                raise TooLarge
            number = FIRST_NODE + len(self._nodes)
            self._numbers[key] = number
            self._nodes.append(key)
        return number

    def opened(self, diagram: int) -> tuple[int, tuple[int, ...]]:
        """Return the variable that a node asks for, and where its values lead."""
        return self._nodes[diagram - FIRST_NODE]

    def support(self, diagram: int) -> frozenset[int]:
        """Return the variables that a function depends on."""
        if diagram < FIRST_NODE:
            return frozenset()
        found = self._support.get(diagram)
        if found is None:
            variable, branches = self.opened(diagram)
            found = frozenset({variable}).union(*(self.support(each) for each in branches))
            self._support[diagram] = found
        return found

    def terminals(self, diagram: int) -> frozenset[int]:
        """Return every value that a function can have."""
        if diagram < FIRST_NODE:
            return frozenset({diagram})
        found = self._terminals.get(diagram)
        if found is None:
            branches = self.opened(diagram)[1]
            found = frozenset[int]().union(*(self.terminals(each) for each in branches))
            self._terminals[diagram] = found
        return found

    def apply(self, operation: OnTerminals, *operands: int) -> int:
        """Return the function whose value is the operation on the operands' values.

        Raises:
            TooLarge: the result has no diagram of reasonable size.

        """
        return self._apply(operation, operands, {})

    def _apply(
        self, operation: OnTerminals, operands: tuple[int, ...], done: dict[tuple[int, ...], int]
    ) -> int:
        found = done.get(operands)
        if found is None:
            variable = min(map(self._asks, operands))
            if variable == _NOTHING:
                found = int(operation(*operands))
            else:
                each_value = zip(*self._branches(variable, operands), strict=True)
                found = self.node(
                    variable, tuple(self._apply(operation, rest, done) for rest in each_value)
                )
            done[operands] = found
        return found

    def _asks(self, diagram: int) -> int:
        return _NOTHING if diagram < FIRST_NODE else self.opened(diagram)[0]

    def _branches(self, variable: int, diagrams: Sequence[int]) -> list[Sequence[int]]:
        """Return where each diagram leads for each value of a variable."""
        opened = [self.opened(each) if each >= FIRST_NODE else None for each in diagrams]
        size = max(len(each[1]) for each in opened if each and each[0] == variable)
        return [
            each[1] if each and each[0] == variable else (diagram,) * size
            for diagram, each in zip(diagrams, opened, strict=True)
        ]


class Restriction:
    """Diagrams as they look when some values are known: a store of its own, over what is left.

    `allowed` says which values each variable can still have, at least one each.
    """

    def __init__(self, whole: Diagrams, allowed: Mapping[int, Sequence[int]]) -> None:
        """Restrict `whole` to the allowed values."""
        self.whole = whole
        self.allowed = allowed
        self.left = Diagrams(whole.most)
        self._seen: dict[int, int] = {}

    def restrict(self, diagram: int) -> int:
        """Return what is left of a diagram; its branches are the allowed values, in order."""
        if diagram < FIRST_NODE:
            return diagram
        found = self._seen.get(diagram)
        if found is None:
            variable, branches = self.whole.opened(diagram)
            allowed = self.allowed[variable]
            if len(allowed) == 1:
                found = self.restrict(branches[allowed[0]])
            else:
                found = self.left.node(
                    variable, tuple(self.restrict(branches[each]) for each in allowed)
                )
            self._seen[diagram] = found
        return found

    def end(self, rest: int, answer: Mapping[int, int]) -> int | None:
        """Return the one value that an answer leads to, or nothing while others are possible.

        `answer` says, for some variables, in which place the allowed value stands.
        """
        last = max(answer)
        found: int | None = None
        waiting, seen = [rest], {rest}
        while waiting:
            each = waiting.pop()
            if each < FIRST_NODE:
                if found not in {None, each}:
                    return None
                found = each
                continue
            variable, branches = self.left.opened(each)
            if variable > last:  # a node that the answer does not reach has several ends
                return None
            ahead = {branches[answer[variable]]} if variable in answer else set(branches)
            waiting += ahead - seen
            seen |= ahead
        return found

    def ends(self, rest: int, variable: int) -> list[int | None]:
        """Return, for each allowed value of a variable, the one value it leads to, as `end` does.

        One walk down to the variable serves all its values.
        """
        nothing: list[int | None] = [None] * len(self.allowed[variable])
        asking: list[tuple[int, ...]] = []
        past = set[int]()
        waiting, seen = [rest], {rest}
        while waiting:
            each = waiting.pop()
            asked, branches = self.left.opened(each) if each >= FIRST_NODE else (_NOTHING, ())
            if asked == variable:
                asking.append(branches)
            elif asked < variable:
                waiting += set(branches) - seen
                seen.update(branches)
            else:  # the walk came past the variable: whatever it is, this is reached
                past.add(each)
                if asked < _NOTHING or len(past) > 1:
                    return nothing
        return [
            _only(past.union(branches[place] for branches in asking))
            for place in range(len(nothing))
        ]


def _only(reached: set[int]) -> int | None:
    """Return the terminal, where that is all that is reached."""
    first = min(reached)
    return first if len(reached) == 1 and first < FIRST_NODE else None
