"""What has become of municipalities that are no more, as Klass tells it."""

from datetime import date

from wizard.refresh.klass import Change, rows_to_add
from wizard.refresh.regions import Kommuner

NOW = Kommuner({"1508": "Ålesund", "1580": "Haram", "5501": "Tromsø"})
FIRST, LATER = date(2020, 1, 1), date(2024, 1, 1)


def test_a_number_is_followed_to_those_that_are_there_the_namesake_first() -> None:
    """Through a number that came and went; what is there, or known already, is not added."""
    changes = (
        Change(FIRST, "1534", "Haram", "1507"),
        Change(LATER, "1507", "Ålesund", "1508"),
        Change(LATER, "1507", "Ålesund", "1580"),
        Change(LATER, "1507", "Ålesund", "1507"),
        Change(LATER, "5501", "Tromsø", "5501"),
        Change(LATER, "5401", "Tromsø", "5501"),
        Change(LATER, "9000", "Borte", "9001"),
    )
    added = list(rows_to_add(changes, {("5401", "2023")}, NOW))
    told = [(row["kommunenummer"], row["til"], row["etterfolgere"]) for row in added]
    assert told == [("1534", "2019", "1580 1508"), ("1507", "2023", "1508 1580")]
