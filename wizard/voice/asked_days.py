"""What is said of a day that rules cannot be asked about, to those who name one."""

from datetime import date

from wizard.domain.days import Span
from wizard.domain.text import Text

_TOO_EARLY = Text(
    "{day} er før reglene begynner. Velg {first} eller en senere dag.",
    "{day} er før reglane startar. Vel {first} eller ein seinare dag.",
)
_TOO_LATE = Text(
    "{day} er for langt fram. Velg {last} eller en tidligere dag.",
    "{day} er for langt fram. Vel {last} eller ein tidlegare dag.",
)


def out_of_reach(day: date, days: Span) -> Text | None:
    """Return why the rules cannot be asked about a day; `None` where they can."""
    if day in days:
        return None
    message = _TOO_EARLY if days.is_before(day) else _TOO_LATE
    return message.format(day=day, first=days.first, last=days.last)
