"""All that is well formed, and may still not be meant: advice to who edits, never a problem."""

from datetime import date

from wizard.domain.rulebook import Rulebook
from wizard.lab.loose import loose_bounds
from wizard.lab.overdue import overdue
from wizard.lab.reversed_limits import reversed_limits
from wizard.lab.roles import unexplained
from wizard.lab.unread import unread_options
from wizard.rulebook.problems import Problem


def hints(rulebook: Rulebook, day: date) -> tuple[Problem, ...]:
    """Return the advice on a rulebook as it is read on a day."""
    return (
        *overdue(rulebook, day),
        *unexplained(rulebook),
        *unread_options(rulebook),
        *loose_bounds(rulebook),
        *reversed_limits(rulebook),
    )
