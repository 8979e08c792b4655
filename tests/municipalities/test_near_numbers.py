"""A number that no municipality has is near those that one slip of the finger would make of it."""

import pytest

from wizard.municipalities import load
from wizard.municipalities.telling import told_of_number
from wizard.paths import DATA

KNOWN = load(DATA)


def slips(number: str) -> set[str]:
    """Return what one wrong digit, or two swapped, make of a number."""
    digits = "0123456789"
    places = range(len(number))
    wrong = {number[:at] + digit + number[at + 1 :] for at in places for digit in digits}
    swapped = {number[:at] + number[at + 1] + number[at] + number[at + 2 :] for at in places[:-1]}
    return (wrong | swapped) - {number}


@pytest.mark.parametrize("typed", ["5404", "5043", "0310", "9999", "3049", "1"])
def test_only_what_one_slip_makes_is_near_and_the_nearest_come_first(typed: str) -> None:
    near = [int(each.number) for each in KNOWN.near(typed)]
    meant = sorted(
        (abs(int(each.number) - int(typed)), int(each.number))
        for each in KNOWN.all
        if each.number in slips(typed)
    )
    assert near == [number for _, number in meant[:5]]


def test_they_are_named_or_else_it_is_said_where_to_look() -> None:
    near = told_of_number(KNOWN.search("0310"), KNOWN.near("0310"))
    assert near.nb == "Ingen kommune har nummer 0310. Mente du Oslo (0301), Hole (3310)?"
    far = told_of_number(KNOWN.search("9999"), KNOWN.near("9999"))
    assert far.nn == "Ingen kommune har nummer 9999. Sjå nummeret hos SSB eller Kartverket."
    assert KNOWN.near("tull") == ()
