"""Many at once, and the same promises on both databases: nobody is lost, and nobody is in two."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from threading import Barrier, Event
from typing import TypeVar

import pytest
from question_book import DAY, NAMSSKOGAN
from trials import TIMES

from wizard.domain.case import Answer, Case
from wizard.domain.text import Language
from wizard.store.cases import CaseGoneError, CaseStore, NoSuchCaseError, StoredCase
from wizard.store.database import Database
from wizard.store.parts import Part, PartKind, PartStore
from wizard.store.purge import GRACE, KEPT

CASE = Case(NAMSSKOGAN, DAY, Language.NB, {"valget": "a"})
LONG_AFTER = DAY + KEPT + timedelta(days=1)
ROUNDS, WRITERS = 12 * TIMES, 4

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
    return at_once(*(partial(action, number) for number in range(WRITERS)))


@pytest.fixture
def stored(store: CaseStore) -> StoredCase:
    """Return a case."""
    return store.open(store.create(CASE, DAY), DAY)


def test_of_many_answers_to_one_question_one_is_kept_and_the_others_are_told(
    store: CaseStore, stored: StoredCase
) -> None:
    def save(turn: int, number: int) -> bool:
        answer = {"antall": Decimal(WRITERS * turn + number)}
        return not store.save_answers(stored, answer, 1 + turn, DAY).conflicts

    for turn in range(ROUNDS):
        saved = by_each(partial(save, turn))
        assert saved.count(True) == 1
        kept = store.look(stored.link).case.answers["antall"]
        assert kept == WRITERS * turn + saved.index(True)


def test_of_many_who_write_a_part_one_is_kept_and_the_others_are_told(
    stored: StoredCase, database: Database
) -> None:
    parts = PartStore(database)

    def save(turn: int, number: int) -> bool:
        return parts.save(stored, PartKind.FOLLOW_UP, {"n": number, "t": turn}, turn)

    for turn in range(ROUNDS):
        saved = by_each(partial(save, turn))
        assert saved.count(True) == 1
        kept = {"n": saved.index(True), "t": turn}
        assert parts.read(stored, PartKind.FOLLOW_UP) == Part(kept, turn + 1)


def test_of_many_who_write_a_text_one_is_kept_and_the_others_are_told(
    store: CaseStore, stored: StoredCase
) -> None:
    def save(seen: dict[str, str], turn: int, number: int) -> bool:
        return not store.save_texts(stored, {"vurdering": f"{turn}.{number}"}, seen, DAY)

    for turn in range(ROUNDS):
        saved = by_each(partial(save, dict(store.look(stored.link).case.adviser), turn))
        assert saved.count(True) == 1
        kept = store.look(stored.link).case.adviser["vurdering"]
        assert kept == f"{turn}.{saved.index(True)}"


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


@pytest.mark.parametrize("_turn", range(4 * TIMES))
def test_who_saves_in_a_case_that_is_deleted_is_told(
    store: CaseStore, stored: StoredCase, database: Database, _turn: int
) -> None:
    """Either the save came first, or the sender is told that the case is gone."""
    parts = PartStore(database)
    at_once(
        lambda: store.delete(stored, DAY),
        or_gone(lambda: store.save_answers(stored, {"antall": Decimal(1)}, 1, DAY)),
        or_gone(lambda: parts.save(stored, PartKind.FOLLOW_UP, {"a": 1}, 0)),
        or_gone(lambda: store.save_texts(stored, {"vurdering": "x"}, {}, DAY)),
    )
    with pytest.raises(CaseGoneError):
        parts.save(stored, PartKind.REVIEW, {"a": 1}, 0)


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
    deleted: list[int] = []
    for before in (GRACE, GRACE / 2):
        store.purge(LONG_AFTER - before, regardless=True)
    at_once(
        *[lambda: deleted.append(store.purge(LONG_AFTER, regardless=True).deleted)] * 3,
        *(or_gone(partial(store.open, link, LONG_AFTER)) for link in links[::10]),
    )
    there = 0
    for link in links:
        with suppress(CaseGoneError):
            there += store.look(link).used_on == LONG_AFTER
    assert sum(deleted) + there == len(links)


def or_gone(save: Callable[[], object]) -> Callable[[], None]:
    """Return what does it, unless the case is gone."""

    def do() -> None:
        with suppress(CaseGoneError):
            save()

    return do


def test_a_case_is_the_same_whichever_way_it_was_filled_in(store: CaseStore) -> None:
    """The order in which questions were answered is not seen, on any database."""
    answers: dict[str, Answer] = {
        "valget": "b",
        "antall": Decimal(1),
        "andelen": Decimal(2),
        "belopet": Decimal(3),
    }
    links = [store.create(replace(CASE, answers={}), DAY) for _ in range(2)]
    for link, order in zip(links, (list(answers), list(reversed(answers))), strict=True):
        for fact in order:
            store.save_answers(store.look(link), {fact: answers[fact]}, 99, DAY)
    one, other = (list(store.look(link).case.answers) for link in links)
    assert one == other
