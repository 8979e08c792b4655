"""What is wrong with a rulebook, and where."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wizard.domain.place import THE_FOLDER, Place
from wizard.domain.text import Language, Text


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right, and where it stands. A `cause` may be what makes others wrong."""

    place: Place
    message: Text
    cause: bool = field(default=False, compare=False)

    def to(self, language: Language) -> str:
        """Return `file:line:column: what is wrong` in one language; of the folder, only what."""
        told = self.message.to(language)
        return told if self.place == THE_FOLDER else f"{self.place}: {told}"

    def __str__(self) -> str:
        return self.to(Language.NB)


class RulebookError(Exception):
    """A rulebook that cannot be used, with every problem found: causes first, then by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems, each once: causes first, then sorted by place."""
    return tuple(sorted(set(problems), key=_rank))


def _rank(problem: Problem) -> tuple[bool, Place, str]:
    return not problem.cause, problem.place, problem.message.nb
