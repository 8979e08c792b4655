"""Parts of rules that never make a difference, and schemes that nobody can ever be advised.

What makes a difference in one period is not dead, whenever that period was. It must do so where
everything is answered: what only seems to count while something is open is settled anyway. A
scheme is another matter: it must have a use from today on, or it has ended and is history.
"""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from functools import partial

from wizard.domain.conditions import Condition, leaves
from wizard.domain.place import Place
from wizard.domain.rulebook import Need
from wizard.domain.schemes import Funding, Scheme
from wizard.engine.law import Standing
from wizard.engine.whatif.diagram import TooLarge
from wizard.engine.whatif.drawing import MET, NOT_MET
from wizard.engine.whatif.outlook import Outlook
from wizard.lab.prove.changed import (
    ALWAYS,
    ASKED,
    NEVER,
    Leaf,
    need_parts,
    need_with,
    scheme_parts,
    scheme_with,
    scheme_without,
    with_leaf,
)
from wizard.lab.prove.periods import Period
from wizard.lab.prove.possible import CANNOT

# What the municipality can do something with, now or after a change.
ADVISED = frozenset(each for each in Standing if each < Standing.OPEN)
_INSTEAD = ((ALWAYS, MET), (NEVER, NOT_MET))


@dataclass(frozen=True, slots=True)
class Dead:
    """A part of a rule that makes no difference.

    `owner` is the scheme, need or question, `part` which part of it: `aktuelt`, a krav, … `leaf`
    is the comparison, or nothing where it is a whole requirement, and `condition` either of them:
    it could as well always be `truth`. `whole` is the diagram of the owner in `period`.
    """

    owner: str
    part: str
    place: Place
    leaf: Leaf | None
    condition: Condition
    truth: int
    period: Period
    whole: int

    @property
    def hidden(self) -> int:
        """The situations, as a diagram, that would show it if it made a difference."""
        tree = self.period.outlook.tree(self.condition)
        unlike = NOT_MET if self.truth == MET else MET
        return self.period.answered.where(tree, lambda truth: truth == unlike)


# A part, and how to draw the rule of its owner without it.
Trial = tuple[Dead, Callable[[], int]]


@dataclass(slots=True)
class Watched:
    """What was looked into, and what has made no difference yet."""

    looked: set[Hashable] = field(default_factory=set)
    dead: dict[Hashable, Dead] = field(default_factory=dict)
    _alive: set[Hashable] = field(default_factory=set)

    def watch(self, key: Hashable, trial: Dead, drawn: Callable[[], int]) -> None:
        """Take down whether it makes a difference in one period; once is enough.

        `drawn` draws the rule of its owner as it would be with the part as `trial` says.
        """
        self.looked.add(key)
        if key in self._alive:
            return
        if trial.period.answered.apart(trial.whole, drawn()) == CANNOT:
            self.dead.setdefault(key, trial)
        else:
            self._alive.add(key)
            self.dead.pop(key, None)


class Deadness:
    """Watches every part of the rules through the periods, one after another.

    `unproven` are those whose rules are too tangled to draw.
    """

    def __init__(self) -> None:
        """Begin with nothing looked into."""
        self.leaves = Watched()
        self.requirements = Watched()
        self.unproven = set[str]()
        self.in_force = set[str]()
        self.advised = set[str]()

    def look(self, period: Period) -> None:
        """Look into one period."""
        rules = period.rules
        trials = {
            **{id_: _of_need(period, each) for id_, each in rules.needs.items()},
            **{id_: _of_scheme(period, each) for id_, each in rules.schemes.items()},
            **{id_: _of_question(period, id_) for id_ in rules.questions},
        }
        for owner, each in trials.items():
            try:
                self._watch(each)
            except TooLarge:
                self.unproven.add(owner)
        if period.ahead:
            self._advise(period)

    def _watch(self, trials: Iterator[Trial]) -> None:
        for trial, drawn in trials:
            key = (trial.owner, trial.part, trial.place, trial.leaf)
            if trial.leaf is None:
                self.requirements.watch(key, trial, drawn)
            else:
                self.leaves.watch((*key, trial.truth), trial, drawn)

    def _advise(self, period: Period) -> None:
        for id_, scheme in period.rules.schemes.items():
            edition = scheme.edition_on(period.first)
            if edition is None or edition.funding is Funding.CLOSED:
                continue
            self.in_force.add(id_)
            diagram = period.outlook.verdicts.get(id_)
            if diagram is None:
                self.unproven.add(id_)
            elif period.possible.where(diagram, ADVISED.__contains__) != CANNOT:
                self.advised.add(id_)

    @property
    def dead_leaves(self) -> tuple[Dead, ...]:
        """The comparisons that make no difference, each once, outside requirements that do not."""
        gone = {(each.owner, each.part) for each in self.requirements.dead.values()}
        found = {
            (each.owner, each.part, each.place, each.leaf): each
            for each in self.leaves.dead.values()
            if (each.owner, each.part) not in gone
        }
        return tuple(found.values())


def _of_need(period: Period, need: Need) -> Iterator[Trial]:
    draw = period.outlook
    whole = draw.need(need)
    for part, leaf in need_parts(need):
        for instead, truth in _INSTEAD:
            trial = Dead(need.id, part, leaf.place, leaf, leaf, truth, period, whole)
            yield trial, partial(_need_with, draw, need, leaf, instead)


def _of_question(period: Period, id_: str) -> Iterator[Trial]:
    question, draw = period.rules.questions[id_], period.outlook
    for condition in (question.applies, *(each.applies for each in question.options)):
        if condition is None:
            continue
        whole = draw.tree(condition)
        for leaf in leaves(condition):
            for instead, truth in _INSTEAD:
                trial = Dead(id_, ASKED, leaf.place, leaf, leaf, truth, period, whole)
                yield trial, partial(_tree_with, draw, condition, leaf, instead)


def _of_scheme(period: Period, scheme: Scheme) -> Iterator[Trial]:
    edition, draw = scheme.edition_on(period.first), period.outlook
    if edition is None or edition.funding is Funding.CLOSED:
        return
    whole = draw.alone(scheme)
    for part, leaf in scheme_parts(scheme, edition):
        for instead, truth in _INSTEAD:
            trial = Dead(scheme.id, part, leaf.place, leaf, leaf, truth, period, whole)
            yield trial, partial(_scheme_with, draw, scheme, leaf, instead)
    for each in edition.requirements:
        trial = Dead(scheme.id, each.id, each.place, None, each.condition, MET, period, whole)
        yield trial, partial(_scheme_without, draw, scheme, each.id)


def _need_with(draw: Outlook, need: Need, leaf: Leaf, instead: Condition) -> int:
    return draw.need(need_with(need, leaf, instead))


def _tree_with(draw: Outlook, condition: Condition, leaf: Leaf, instead: Condition) -> int:
    return draw.tree(with_leaf(condition, leaf, instead))


def _scheme_with(draw: Outlook, scheme: Scheme, leaf: Leaf, instead: Condition) -> int:
    return draw.alone(scheme_with(scheme, leaf, instead))


def _scheme_without(draw: Outlook, scheme: Scheme, requirement: str) -> int:
    return draw.alone(scheme_without(scheme, requirement))
