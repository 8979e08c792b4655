"""What is said of a day that rules cannot be asked about, to those who name one."""

from datetime import date

from wizard.domain.days import Span
from wizard.domain.text import Text

_TOO_EARLY = Text(
    "{option}: {day} er før reglene begynner. Velg {first} eller en senere dag.",
    "{option}: {day} er før reglane startar. Vel {first} eller ein seinare dag.",
)
_TOO_LATE = Text(
    "{option}: {day} er for langt fram. Velg {last} eller en tidligere dag.",
    "{option}: {day} er for langt fram. Vel {last} eller ein tidlegare dag.",
)


def out_of_reach(day: date, days: Span, option: str) -> Text | None:
    """Return why the rules cannot be asked about a day; `None` where they can.

    `option` is where the day was named: an option of a command, or of an address.
    """
    if day in days:
        return None
    message = _TOO_EARLY if days.is_before(day) else _TOO_LATE
    return message.format(option=option, day=day, first=days.first, last=days.last)
