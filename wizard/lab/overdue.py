"""What should be read again. Never a problem: a rulebook does not break because time passed."""

from datetime import date

from wizard.domain.rulebook import Rulebook
from wizard.rulebook.messages import fill
from wizard.rulebook.messages import warnings as say
from wizard.rulebook.problems import Problem, in_order


def overdue(rulebook: Rulebook, as_of: date) -> tuple[Problem, ...]:
    """Return the schemes and sources that were due to be checked before the day."""
    schemes = (
        Problem(scheme.place, fill(say.CHECK_OVERDUE, id=id_, by=scheme.check_by))
        for id_, scheme in rulebook.schemes.items()
        if scheme.check_by < as_of
    )
    sources = (
        Problem(source.place, fill(say.READ_OVERDUE, id=id_, by=source.read_again))
        for id_, source in rulebook.sources.items()
        if source.read_again < as_of
    )
    return in_order([*schemes, *sources])
