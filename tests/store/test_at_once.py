"""Many at once, and the same promises on both databases: nobody is lost, and nobody is in two."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from threading import Barrier, Event
from typing import TypeVar

import pytest
from question_book import DAY, NAMSSKOGAN

from wizard.domain.case import Case
from wizard.domain.text import Language
from wizard.store.cases import KEPT, CaseGoneError, CaseStore, NoSuchCaseError, StoredCase
from wizard.store.database import Database
from wizard.store.parts import PartKind, PartStore

CASE = Case(NAMSSKOGAN, DAY, Language.NB, {"valget": "a"})
LONG_AFTER = DAY + KEPT + timedelta(days=1)
ROUNDS, WRITERS = 12, 4

Done = TypeVar("Done")


def at_once(*actions: Callable[[], Done]) -> list[Done]:
    """Do these at the same moment, and return what came of each."""
    start = Barrier(len(actions))

    def do(action: Callable[[], Done]) -> Done:
        start.wait()
        return action()

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(do, actions))


def by_each(action: Callable[[int], Done]) -> list[Done]:
    """Let every writer do it at once, each with its number."""
    return at_once(*(lambda number=number: action(number) for number in range(WRITERS)))


@pytest.fixture
def stored(store: CaseStore) -> StoredCase:
    """Return a case."""
    return store.open(store.create(CASE, DAY), DAY)


def test_of_many_answers_to_one_question_one_is_kept_and_the_others_are_told(
    store: CaseStore, stored: StoredCase
) -> None:
    for _ in range(ROUNDS):
        seen = store.look(stored.link).revision
        saved = by_each(lambda n: store.save_answers(stored, {"antall": Decimal(n)}, seen, DAY))
        told = [bool(each.conflicts) for each in saved]
        kept = store.look(stored.link).case.answers["antall"]
        assert told.count(False) == 1 or seen == 1
        assert kept == told.index(False)
        store.save_answers(stored, {"antall": None}, 10**6, DAY)


def test_of_many_who_write_a_part_one_is_kept_and_the_others_are_told(
    stored: StoredCase, database: Database
) -> None:
    parts = PartStore(database)
    for _ in range(ROUNDS):
        seen = parts.read(stored, PartKind.FOLLOW_UP).revision
        saved = by_each(lambda n: parts.save(stored, PartKind.FOLLOW_UP, {"n": n, "r": seen}, seen))
        part = parts.read(stored, PartKind.FOLLOW_UP)
        assert saved.count(True) == 1
        assert (part.body["n"], part.revision) == (saved.index(True), seen + 1)


def test_of_many_who_write_a_text_one_is_kept_and_the_others_are_told(
    store: CaseStore, stored: StoredCase
) -> None:
    for turn in range(ROUNDS):
        seen = dict(store.look(stored.link).case.adviser)
        saved = by_each(lambda n: store.save_texts(stored, {"vurdering": f"{turn}.{n}"}, seen, DAY))
        told = [bool(each) for each in saved]
        assert told.count(False) == 1
        kept = store.look(stored.link).case.adviser["vurdering"]
        assert kept == f"{turn}.{told.index(False)}"


def test_whoever_reads_sees_one_moment(store: CaseStore, stored: StoredCase) -> None:
    """The answers are those of the revision that is told, also in the midst of saving."""
    over = Event()

    def save() -> None:
        for number in range(150):
            store.save_answers(stored, {"antall": Decimal(number)}, 10**6, DAY)
        over.set()

    def read() -> int:
        torn = 0
        while not over.is_set():
            seen = store.look(stored.link)
            torn += seen.revision > 1 and seen.case.answers["antall"] != seen.revision - 2
        return torn

    assert at_once(save, read, read) == [None, 0, 0]


def test_who_saves_in_a_case_that_is_deleted_is_told(store: CaseStore, database: Database) -> None:
    """Either the save came first, or the sender is told that the case is gone."""
    parts = PartStore(database)
    for _ in range(ROUNDS):
        stored = store.open(store.create(CASE, DAY), DAY)
        at_once(
            lambda: store.delete(stored, DAY),
            lambda: or_gone(lambda: store.save_answers(stored, {"antall": Decimal(1)}, 1, DAY)),
            lambda: or_gone(lambda: parts.save(stored, PartKind.FOLLOW_UP, {"a": 1}, 0)),
            lambda: or_gone(lambda: store.save_texts(stored, {"vurdering": "x"}, {}, DAY)),
        )
        with pytest.raises(CaseGoneError):
            parts.save(stored, PartKind.REVIEW, {"a": 1}, 0)


def or_gone(save: Callable[[], object]) -> None:
    """Save, unless the case is gone."""
    try:
        save()
    except CaseGoneError:
        pass


def test_an_adviser_who_is_no_longer_asked_writes_nothing(
    store: CaseStore, stored: StoredCase, database: Database
) -> None:
    """Also from a page that was opened before."""
    store.invite_adviser(stored, invited=True)
    adviser = store.open(stored.adviser_link, DAY)
    store.invite_adviser(stored, invited=False)
    with pytest.raises(NoSuchCaseError):
        PartStore(database).save(adviser, PartKind.REVIEW, {"a": 1}, 0)


def test_many_who_tidy_up_at_once_delete_each_case_once(store: CaseStore) -> None:
    """Each process does so at its start; what is in use again meanwhile stays."""
    links = [store.create(CASE, DAY) for _ in range(30)]
    used = links[::3]
    store_open = [lambda link=link: store.open(link, LONG_AFTER) for link in used[:3]]
    counts = at_once(
        *(lambda: store.purge(LONG_AFTER) for _ in range(3)),
        *(lambda each=each: or_none(each) for each in store_open),
    )
    gone = sum(each for each in counts if isinstance(each, int))
    assert gone + len(still_there(store, links)) == len(links)


def or_none(find: Callable[[], StoredCase]) -> StoredCase | None:
    """Return a case, unless it is gone."""
    try:
        return find()
    except CaseGoneError:
        return None


def still_there(store: CaseStore, links: Iterable[str]) -> list[StoredCase]:
    """Return the cases that are."""
    return [each for link in links if (each := or_none(lambda link=link: store.look(link)))]


def test_a_case_is_the_same_whichever_way_it_was_filled_in(store: CaseStore) -> None:
    """The order in which questions were answered is not seen, on any database."""
    answers = {"valget": "b", "antall": Decimal(1), "andelen": Decimal(2), "belopet": Decimal(3)}
    links = [store.create(replace(CASE, answers={}), DAY) for _ in range(2)]
    for link, order in zip(links, (list(answers), list(reversed(answers))), strict=True):
        for fact in order:
            store.save_answers(store.look(link), {fact: answers[fact]}, 99, DAY)
    one, other = (list(store.look(link).case.answers) for link in links)
    assert one == other
