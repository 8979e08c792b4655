"""Parts that others add to a case: kept whole, never overwritten unseen, by those who may."""

import pytest
from question_book import DAY, NAMSSKOGAN

from wizard.domain.case import Case
from wizard.domain.text import Language
from wizard.store.cases import Access, CaseGoneError, CaseStore, NoSuchCaseError, ReadOnlyError
from wizard.store.database import Database
from wizard.store.links import adviser_link
from wizard.store.parts import Part, PartKind, PartStore

CASE = Case(NAMSSKOGAN, DAY, Language.NB)


@pytest.fixture
def parts(database: Database) -> PartStore:
    """Return the parts of the same database as the cases."""
    return PartStore(database)


def test_a_part_is_kept_and_taken_away(store: CaseStore, parts: PartStore) -> None:
    """It counts its own saves, and leaves the case alone."""
    stored = store.open(store.create(CASE, DAY), DAY)
    assert parts.read(stored, PartKind.FOLLOW_UP) == Part(None, 0)
    assert parts.save(stored, PartKind.FOLLOW_UP, {"a": [1]}, 0)
    assert parts.save(stored, PartKind.FOLLOW_UP, {"a": [2]}, 1)
    assert parts.read(stored, PartKind.FOLLOW_UP) == Part({"a": [2]}, 2)
    assert parts.read(stored, PartKind.REVIEW) == Part(None, 0)
    assert parts.save(stored, PartKind.FOLLOW_UP, None, 2)
    assert parts.read(stored, PartKind.FOLLOW_UP).body is None
    assert store.open(stored.link, DAY).revision == stored.revision


def test_nobody_overwrites_what_they_have_not_seen(store: CaseStore, parts: PartStore) -> None:
    """The second of two senders is told; the same text twice is no conflict."""
    stored = store.open(store.create(CASE, DAY), DAY)
    assert parts.save(stored, PartKind.REVIEW, {"a": 1}, 0)
    assert not parts.save(stored, PartKind.REVIEW, {"a": 2}, 0)
    assert parts.save(stored, PartKind.REVIEW, {"a": 1}, 0)
    assert parts.read(stored, PartKind.REVIEW) == Part({"a": 1}, 1)


def test_the_link_for_an_adviser_opens_once_it_is_handed_out(
    store: CaseStore, parts: PartStore
) -> None:
    """It lets its holder write one part; it can be taken back, and is gone with the case."""
    owner = store.open(store.create(CASE, DAY), DAY)
    link = owner.adviser_link
    assert link == adviser_link(owner.link)
    with pytest.raises(NoSuchCaseError):
        store.open(link, DAY)
    store.invite_adviser(owner, invited=True)
    adviser = store.open(link, DAY)
    assert (adviser.access, adviser.editable, adviser.id) == (Access.ADVISER, False, owner.id)
    assert store.open(owner.link, DAY).adviser_invited
    assert parts.save(adviser, PartKind.REVIEW, {}, 0)
    with pytest.raises(ReadOnlyError):
        parts.save(adviser, PartKind.FOLLOW_UP, {}, 0)
    with pytest.raises(ReadOnlyError):
        store.save_answers(adviser, {"valget": "a"}, 1, DAY)
    for handed_out in ("adviser_link", "reading_link"):
        with pytest.raises(ReadOnlyError):
            getattr(adviser, handed_out)
    store.invite_adviser(owner, invited=False)
    with pytest.raises(NoSuchCaseError):
        store.open(link, DAY)
    store.invite_adviser(owner, invited=True)
    store.delete(owner, DAY)
    with pytest.raises(CaseGoneError):
        store.open(link, DAY)


def test_a_reader_writes_nothing(store: CaseStore, parts: PartStore) -> None:
    """Neither part is a reader's."""
    owner = store.open(store.create(CASE, DAY), DAY)
    reader = store.open(owner.reading_link, DAY)
    assert reader.access is Access.READER
    for kind in PartKind:
        with pytest.raises(ReadOnlyError):
            parts.save(reader, kind, {}, 0)
