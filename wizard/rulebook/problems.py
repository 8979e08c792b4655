"""What is wrong with a rulebook, and where."""

from collections.abc import Iterable
from dataclasses import dataclass

from wizard.domain.place import Place
from wizard.domain.text import Language, Text


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right, and where it stands."""

    place: Place
    message: Text

    def to(self, language: Language) -> str:
        """Return `file:line:column: what is wrong` in one language."""
        return f"{self.place}: {self.message.to(language)}"

    def __str__(self) -> str:
        return self.to(Language.NB)


class RulebookError(Exception):
    """A rulebook that cannot be used, with every problem found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems sorted by place, each once."""
    return tuple(sorted(set(problems), key=lambda problem: (problem.place, problem.message.nb)))
