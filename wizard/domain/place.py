"""Where in a rule file something stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a rule file. Lines and columns count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """Return the form that editors turn into a link."""
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Place("", 0, 0)
THE_FOLDER = Place(".", 1, 1)  # the rules as a whole
