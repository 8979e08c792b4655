"""Cases in the database: found by their link, saved step by step, never overwritten unseen."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from question_book import DAY, NAMSSKOGAN
from sqlalchemy import func, select

from wizard.domain.case import DONT_KNOW, Answer, Case, Versions
from wizard.domain.frozen import FrozenFigure
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.store.cases import (
    CaseGoneError,
    CaseStore,
    NoSuchCaseError,
    ReadOnlyError,
    Saved,
)
from wizard.store.database import Database
from wizard.store.links import LINK, new_link
from wizard.store.priorities import Priorities
from wizard.store.tables import ANSWERS, CASES, TEXTS

CASE = Case(
    NAMSSKOGAN,
    DAY,
    Language.NB,
    {"valget": "a"},
    {"folketallet": FrozenFigure(Decimal(803), "ssb", "2026-01-01")},
    {"vurdering": "Vi vil."},
)


def test_a_case_comes_back_as_it_was_stored(store: CaseStore) -> None:
    """Answers, figures, words and versions are all there."""
    stored = store.open(store.create(CASE, DAY), DAY)
    assert stored.case.answers == CASE.answers
    assert stored.case.figures == CASE.figures
    assert stored.case.adviser == CASE.adviser
    assert stored.case.versions.rulebook == "regler"
    assert stored.editable


def test_no_link_is_stored(store: CaseStore, on_disk: Callable[[], bytes]) -> None:
    """Whoever reads the database's files finds no way into a case."""
    link = store.create(CASE, DAY)
    reading = store.open(link, DAY).reading_link
    content = on_disk()
    assert b"folketallet" in content
    assert LINK.fullmatch(link)
    assert link.encode() not in content
    assert reading.encode() not in content


def test_links_do_not_repeat() -> None:
    """A link has 128 random bits."""
    assert len({new_link() for _ in range(1000)}) == 1000


@pytest.mark.parametrize("link", ["", "x", "a" * 26, "A" * 26, "' OR 1=1 --"])
def test_a_wrong_link_opens_nothing(store: CaseStore, link: str) -> None:
    """There is no such case."""
    store.create(CASE, DAY)
    with pytest.raises(NoSuchCaseError):
        store.open(link, DAY)


def test_the_reading_link_reads_and_no_more(store: CaseStore) -> None:
    """Everything that changes the case is refused, and the secret link stays secret."""
    link = store.create(CASE, DAY)
    stored = store.open(store.open(link, DAY).reading_link, DAY)
    assert not stored.editable
    assert stored.reading_link != link
    for change in (
        lambda: store.save_answers(stored, {"valget": "b"}, stored.revision, DAY),
        lambda: store.save_texts(stored, {"vurdering": "Nei"}, {}, DAY),
        lambda: store.save_language(stored, Language.NN, DAY),
        lambda: store.save_priorities(stored, ("hus",), None, DAY),
        lambda: store.renew(stored, DAY),
        lambda: store.take_back_renewal(stored, DAY),
        lambda: store.delete(stored, DAY),
    ):
        with pytest.raises(ReadOnlyError):
            change()
    assert store.open(link, DAY).case.answers == CASE.answers


def test_a_step_writes_only_its_own_answers(store: CaseStore) -> None:
    """What other steps wrote stays."""
    link = store.create(CASE, DAY)
    stored = store.open(link, DAY)
    store.save_answers(stored, {"antall": Decimal(5), "andelen": DONT_KNOW}, stored.revision, DAY)
    answers = store.open(link, DAY).case.answers
    assert answers == {"valget": "a", "antall": Decimal(5), "andelen": DONT_KNOW}


def test_an_answer_can_be_taken_back(store: CaseStore) -> None:
    """`None` makes the question unanswered."""
    link = store.create(CASE, DAY)
    stored = store.open(link, DAY)
    store.save_answers(stored, {"valget": None}, stored.revision, DAY)
    assert store.open(link, DAY).case.answers == {}


def test_two_tabs_on_different_pages_both_save(store: CaseStore) -> None:
    """Answers to different questions never conflict."""
    link = store.create(CASE, DAY)
    one, two = store.open(link, DAY), store.open(link, DAY)
    store.save_answers(one, {"antall": Decimal(1)}, one.revision, DAY)
    saved = store.save_answers(two, {"andelen": Decimal(2)}, two.revision, DAY)
    assert not saved.conflicts
    assert len(store.open(link, DAY).case.answers) == 3


def test_two_tabs_on_the_same_page_are_told(store: CaseStore) -> None:
    """The answer that somebody else gave meanwhile stays until it has been seen."""
    link = store.create(CASE, DAY)
    one, two = store.open(link, DAY), store.open(link, DAY)
    store.save_answers(one, {"valget": "b"}, one.revision, DAY)
    saved = store.save_answers(two, {"valget": "c", "antall": Decimal(7)}, two.revision, DAY)
    assert saved.conflicts == {"valget"}
    assert store.open(link, DAY).case.answers == {"valget": "b", "antall": Decimal(7)}
    again = store.save_answers(two, {"valget": "c"}, saved.revision, DAY)
    assert not again.conflicts
    assert store.open(link, DAY).case.answers["valget"] == "c"


def test_an_answer_taken_back_meanwhile_is_a_conflict_too(store: CaseStore) -> None:
    """Taking back leaves a trace, so that it is not undone unseen."""
    link = store.create(CASE, DAY)
    one, two = store.open(link, DAY), store.open(link, DAY)
    store.save_answers(one, {"valget": None}, one.revision, DAY)
    assert store.save_answers(two, {"valget": "c"}, two.revision, DAY).conflicts == {"valget"}


def test_the_same_answer_twice_is_no_conflict(store: CaseStore) -> None:
    """A double click writes nothing the second time."""
    link = store.create(CASE, DAY)
    stored = store.open(link, DAY)
    first = store.save_answers(stored, {"valget": "b"}, stored.revision, DAY)
    assert store.save_answers(stored, {"valget": "b"}, stored.revision, DAY) == first


def test_many_savers_at_once_lose_nothing(store: CaseStore) -> None:
    """Writers wait for each other instead of failing."""
    link = store.create(CASE, DAY)
    stored = store.open(link, DAY)
    results: list[Saved] = []

    def save(fact: str) -> None:
        results.append(store.save_answers(stored, {fact: Decimal(3)}, stored.revision, DAY))

    facts = ("antall", "arsverket", "andelen", "belopet", "folketallet", "andel_gamle")
    threads = [threading.Thread(target=save, args=(fact,)) for fact in facts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    answers = store.open(link, DAY).case.answers
    assert set(answers) == {"valget", *facts}
    assert len({saved.revision for saved in results}) == len(facts)


def test_a_deleted_case_is_gone_at_once(store: CaseStore, database: Database) -> None:
    """Both links say so, and nothing of the answers is left."""
    link = store.create(CASE, DAY)
    stored = store.open(link, DAY)
    store.save_texts(stored, {"vurdering": "hemmelige ord"}, {}, DAY)
    store.delete(stored, DAY)
    for each in (link, stored.reading_link):
        with pytest.raises(CaseGoneError) as gone:
            store.open(each, DAY)
        assert gone.value.gone_on == DAY
    with database.connect() as connection:
        for table in (CASES, ANSWERS, TEXTS):
            assert connection.execute(select(func.count()).select_from(table)).scalar() == 0


def test_the_memory_of_a_deleted_case_fades(store: CaseStore) -> None:
    """A year later not even the hash is left."""
    link = store.create(CASE, DAY)
    store.delete(store.open(link, DAY), DAY)
    store.purge(DAY + timedelta(days=400), regardless=True)
    with pytest.raises(NoSuchCaseError):
        store.open(link, DAY)


def test_two_who_write_different_texts_both_save(store: CaseStore) -> None:
    """Only the text that somebody else has changed is a conflict; the others are written."""
    link = store.create(CASE, DAY)
    stored = store.open(link, DAY)
    seen = {"vurdering": "Vi vil."}
    assert not store.save_texts(stored, {"utvalg": "Formannskapet", **seen}, seen, DAY)
    assert not store.save_texts(stored, {"utvalg": "", "saksnummer": "26/1", **seen}, seen, DAY)
    mine = {"utvalg": "Rådet", "saksnummer": "26/1", "vurdering": "Vi må."}
    assert store.save_texts(stored, mine, seen, DAY) == {"utvalg"}
    there = {"utvalg": "Formannskapet", "saksnummer": "26/1", "vurdering": "Vi må."}
    assert store.open(link, DAY).case.adviser == there
    seen = dict(there)
    assert not store.save_texts(stored, {**there, "utvalg": ""}, seen, DAY)
    assert "utvalg" not in store.open(link, DAY).case.adviser


@pytest.mark.parametrize("chosen", [("tomter", "hus"), DONT_KNOW, None])
def test_what_matters_most_is_kept_changed_and_taken_back(
    store: CaseStore, chosen: Priorities
) -> None:
    """From the file into the database, over something else, and away."""
    link = store.create(replace(CASE, priorities=chosen), DAY)
    stored = store.open(link, DAY)
    assert stored.case.priorities == chosen
    assert store.save_priorities(stored, ("folk",), chosen, DAY)
    assert store.open(link, DAY).case.priorities == ("folk",)
    assert store.save_priorities(stored, chosen, ("folk",), DAY)
    assert store.open(link, DAY).case.priorities == chosen


def test_what_somebody_else_chose_meanwhile_is_left(store: CaseStore) -> None:
    """The second of two writers is told, unless both chose the same; then it is saved already."""
    link = store.create(CASE, DAY)
    stored = store.open(link, DAY)
    assert store.save_priorities(stored, ("hus",), None, DAY)
    assert not store.save_priorities(stored, ("tomter",), None, DAY)
    assert store.save_priorities(stored, ("hus",), None, DAY)
    now = store.open(link, DAY)
    assert now.case.priorities == ("hus",)
    assert now.revision == stored.revision + 1


def test_needs_that_the_rulebook_no_longer_has_do_no_harm(store: CaseStore) -> None:
    """They are not read; with nothing left, nothing is chosen, and the owner can choose anew."""
    link = store.create(replace(CASE, priorities=("borte", "hus")), DAY)
    assert store.open(link, DAY).case.priorities == ("hus",)
    gone = store.open(store.create(replace(CASE, priorities=("borte",)), DAY), DAY)
    assert gone.case.priorities is None
    assert store.save_priorities(gone, ("hus",), None, DAY)


def test_a_renewed_case_has_the_new_day_and_knows_the_old(store: CaseStore) -> None:
    """Answers and figures stay; taking it back gives the old day back."""
    later = DAY + timedelta(days=40)
    link = store.create(CASE, DAY)
    store.renew(store.open(link, later), later)
    stored = store.open(link, later)
    assert (stored.case.as_of, stored.renewed_from) == (later, DAY)
    assert (stored.case.answers, stored.case.figures) == (CASE.answers, CASE.figures)
    store.renew(stored, later)
    assert store.open(link, later).renewed_from == DAY
    store.take_back_renewal(stored, later)
    back = store.open(link, later)
    assert (back.case.as_of, back.renewed_from) == (DAY, None)
    store.take_back_renewal(back, later)
    assert store.open(link, later).case.as_of == DAY


def test_a_case_says_which_figures_it_has_whatever_it_is_worked_on_with(
    store: CaseStore, database: Database, book: Rulebook
) -> None:
    """The figures are kept as they were, so a later program must not call them its own."""
    link = store.create(CASE, DAY)
    later = CaseStore(database, book, Versions("nye regler", "nye tall", "nytt program"))
    later.save_language(later.open(link, DAY), Language.NB, DAY)
    assert later.open(link, DAY).case.versions == Versions("nye regler", "tall", "nytt program")


def test_the_answers_can_be_seen_as_they_were_after_any_save(store: CaseStore) -> None:
    """What was answered first, then changed, then taken back: each revision has its own."""
    link = store.create(CASE, DAY)
    changes: tuple[dict[str, Answer | None], ...] = (
        {"valget": "b"},
        {"valget": DONT_KNOW, "folketallet": Decimal(2)},
        {"valget": None},
    )
    for answers in changes:
        store.save_answers(store.open(link, DAY), answers, 99, DAY)
    now = store.open(link, DAY)
    found = [dict(store.as_it_was(now, n).answers) for n in range(1, now.revision + 1)]
    assert found == [
        {"valget": "a"},
        {"valget": "b"},
        {"valget": DONT_KNOW, "folketallet": Decimal(2)},
        {"folketallet": Decimal(2)},
    ]
    assert found[-1] == now.case.answers
    saves = [(each.revision, each.day, each.answers) for each in store.saves(now)]
    assert saves == [(4, DAY, 1), (3, DAY, 2), (2, DAY, 1)]
