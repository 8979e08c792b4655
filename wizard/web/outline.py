"""Lines with a depth, as lists in lists: what a screen reader can step through."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wizard.report.explanation import Line


@dataclass(frozen=True, slots=True)
class Branch:
    """One line, with the lines that stand under it."""

    line: Line
    parts: list["Branch"] = field(default_factory=list)


def outline(lines: Iterable[Line]) -> list[Branch]:
    """Return the lines of least depth, each with what stands under it."""
    top: list[Branch] = []
    above: list[Branch] = []
    for line in lines:
        while above and above[-1].line.depth >= line.depth:
            above.pop()
        branch = Branch(line)
        (above[-1].parts if above else top).append(branch)
        above.append(branch)
    return top
