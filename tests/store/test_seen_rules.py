"""The store remembers under which rules somebody last saw a case, which a save does not change."""

from dataclasses import replace

from question_book import DAY, NAMSSKOGAN
from sqlalchemy import select, update

from wizard.domain.case import Case, Versions
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.store.cases import CaseStore
from wizard.store.database import Database, writing
from wizard.store.tables import CASES

CASE = Case(NAMSSKOGAN, DAY, Language.NB)


def test_a_save_and_a_renewal_leave_what_was_seen(store: CaseStore, book: Rulebook) -> None:
    link = store.create(CASE, DAY)
    later = store.going_by(replace(book, hash="nye"))
    later.save_language(later.open(link, DAY), Language.NN, DAY)
    later.renew(later.open(link, DAY), DAY.replace(year=2027))
    found = later.open(link, DAY)
    assert (found.case.versions.rulebook, found.seen_rules) == ("nye", "regler")
    later.note_seen(found)
    assert later.open(link, DAY).seen_rules == "nye"
    assert later.open(link, DAY).revision == found.revision


def test_a_case_from_before_this_was_noted_was_seen_when_it_was_saved(
    store: CaseStore, database: Database, book: Rulebook
) -> None:
    """Its first save by new rules does not take that away."""
    link = store.create(CASE, DAY)
    with writing(database).begin() as connection:
        versions = dict(connection.execute(select(CASES.c.versions)).scalar_one())
        del versions["sett"]
        connection.execute(update(CASES).values(versions=versions))
    assert store.open(link, DAY).seen_rules == "regler"
    later = store.going_by(replace(book, hash="nye"))
    later.save_language(later.open(link, DAY), Language.NN, DAY)
    assert later.open(link, DAY).seen_rules == "regler"


def test_a_case_from_a_file_was_seen_under_the_rules_it_tells_of(store: CaseStore) -> None:
    link = store.create(replace(CASE, versions=Versions("gamle", "", "")), DAY)
    assert store.open(link, DAY).seen_rules == "gamle"
    assert store.open(link, DAY).case.versions.rulebook == "regler"
