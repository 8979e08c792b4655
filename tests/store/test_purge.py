"""Deleting what nobody uses: in two steps, and not on a day or in a number that looks wrong."""

from datetime import timedelta

import pytest
from question_book import DAY, NAMSSKOGAN

from wizard.domain.case import Case
from wizard.domain.text import Language
from wizard.store.cases import CaseGoneError, CaseStore
from wizard.store.keeping import KEPT
from wizard.store.purge import GRACE, Purged, PurgeRefusedError

CASE = Case(NAMSSKOGAN, DAY, Language.NB, {"valget": "a"})
NOTHING = Purged()
A_DAY = timedelta(days=1)
MARKED = DAY + KEPT - GRACE + A_DAY
OVER = DAY + KEPT + A_DAY


def live(store: CaseStore, first: int, last: int) -> list[Purged]:
    """Let the store be tidied each day from one to another, counted from the first of all."""
    return [store.purge(DAY + timedelta(days=n)) for n in range(first, last + 1)]


@pytest.fixture
def kept_up(store: CaseStore) -> str:
    """Return the link of a case that is used all along, so that the store is never still."""
    return store.create(CASE, DAY)


def use_all_along(store: CaseStore, link: str, first: int, last: int) -> list[Purged]:
    """Let days pass on which one case is used, and the store is tidied."""
    done = []
    for n in range(first, last + 1):
        store.open(link, DAY + timedelta(days=n))
        done += live(store, n, n)
    return done


def test_on_the_ninetieth_day_it_is_there_and_the_day_after_it_is_not(
    store: CaseStore, kept_up: str
) -> None:
    link = store.create(CASE, DAY)
    done = use_all_along(store, kept_up, 0, 90)
    assert [n for n, each in enumerate(done) if each.marked] == [(MARKED - DAY).days]
    assert not any(each.deleted for each in done)
    assert store.look(link).case.answers == CASE.answers
    assert use_all_along(store, kept_up, 91, 92) == [Purged(deleted=1), NOTHING]
    with pytest.raises(CaseGoneError) as gone:
        store.open(link, OVER)
    assert gone.value.gone_on == OVER
    assert store.open(kept_up, OVER).case.answers == CASE.answers


def test_a_case_opened_in_the_grace_period_is_alive_again(store: CaseStore, kept_up: str) -> None:
    """The mark is void: the days are counted anew, and so is the grace."""
    link = store.create(CASE, DAY)
    use_all_along(store, kept_up, 0, 85)
    store.open(link, DAY + timedelta(days=85))
    assert not any(each.deleted for each in use_all_along(store, kept_up, 86, 175))
    assert store.look(link).case.answers == CASE.answers
    assert use_all_along(store, kept_up, 176, 176) == [Purged(deleted=1)]


@pytest.mark.parametrize("days", [31, 100, 400, 36500])
@pytest.mark.parametrize("regardless", [False, True])
def test_a_clock_that_jumps_deletes_nothing(
    store: CaseStore, days: int, *, regardless: bool
) -> None:
    """Twenty of twenty are there: also where somebody says that the day is right, at first."""
    links = [store.create(CASE, DAY) for _ in range(20)]
    live(store, 0, 2)
    later = DAY + timedelta(days=days)
    if regardless:
        assert not store.purge(later, regardless=True).deleted
    else:
        with pytest.raises(PurgeRefusedError, match="Klokken ser ut til å gå feil"):
            store.purge(later)
    assert len([store.look(link) for link in links]) == 20


def test_a_jump_does_not_eat_the_grace(store: CaseStore) -> None:
    """A case was marked yesterday, and the clock goes four weeks ahead: it is still there."""
    link, other = store.create(CASE, DAY), store.create(CASE, DAY)
    use_all_along(store, other, 0, (MARKED - DAY).days)
    assert store.purge(MARKED + timedelta(days=28)) == NOTHING
    assert store.look(link).case.answers == CASE.answers


def test_a_clock_that_goes_back_deletes_nothing(store: CaseStore) -> None:
    """And the day of the last run is still known afterwards."""
    live(store, 5, 5)
    for _ in range(2):
        with pytest.raises(PurgeRefusedError, match="sist ryddet 2026-11-27"):
            live(store, 4, 4)
    assert live(store, 5, 5) == [NOTHING]


def test_most_of_the_cases_never_go_at_once_unless_somebody_has_looked(store: CaseStore) -> None:
    """Eleven of twenty-one are too many; ten are few, and with the word of an operator all go."""
    links = [store.create(CASE, DAY) for _ in range(11)]
    used = [store.create(CASE, DAY) for _ in range(10)]
    for n in range(91):
        for link in used:
            store.open(link, DAY + timedelta(days=n))
        live(store, n, n)
    for link in used:
        store.open(link, OVER)
    with pytest.raises(PurgeRefusedError, match="11 av 21 saker"):
        store.purge(OVER)
    assert len([store.look(link) for link in links]) == 11
    store.delete(store.open(links[0], DAY), DAY)
    assert store.purge(OVER) == Purged(deleted=10)


def test_tidying_at_the_start_never_fails(
    store: CaseStore, caplog: pytest.LogCaptureFixture
) -> None:
    """It says in the log what it would not do, and how to go on."""
    store.create(CASE, DAY)
    store.tidy(DAY)
    assert not caplog.text
    store.tidy(DAY + timedelta(days=200))
    assert "Det er 200 dager siden" in caplog.text
    assert "--likevel" in caplog.text
