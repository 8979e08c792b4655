"""What is due to be read again is said, and breaks nothing."""

from datetime import date

from rule_folder import HARDEST, says

from wizard.rulebook import load, warnings
from wizard.rulebook.messages import rules


def test_nothing_is_overdue_on_the_last_day() -> None:
    """A date to check by is still in time on that day."""
    assert warnings(load(HARDEST), date(2027, 1, 31)) == ()


def test_a_scheme_and_a_source_become_overdue_the_day_after() -> None:
    """Both are named where they stand, in order of place."""
    due = warnings(load(HARDEST), date(2027, 2, 1))
    assert says(due[0], rules.READ_OVERDUE)
    assert str(due[0]) == (
        "kilder.yaml:1:3: Kilden «for-2019-11-18-1546» skulle vært lest igjen innen 2027-01-31."
    )
    assert says(due[-1], rules.CHECK_OVERDUE)
    assert due[-1].place.file == "virkemidler/tilskudd-til-utleieboliger.yaml"
    assert [each.place for each in due] == sorted(each.place for each in due)
