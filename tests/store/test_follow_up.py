"""A follow-up in the database and in case files: kept whole, proven, and read with the case."""

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from question_book import DAY, NAMSSKOGAN, question_book
from small_book import SOURCE
from sqlalchemy import select

from wizard.domain.case import Case, Versions
from wizard.domain.follow_up import (
    AdoptedMeasure,
    AdoptedPlan,
    FollowUp,
    Mark,
    MeasureState,
    PlanPart,
)
from wizard.domain.frozen import FrozenFigure
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.municipalities import Municipalities
from wizard.store import casefile
from wizard.store.cases import CaseGoneError, CaseStore, ReadOnlyError
from wizard.store.database import Database
from wizard.store.follow_up import follow_up_known, follow_up_to_json
from wizard.store.keeping import unused
from wizard.store.parts import PartKind, PartStore
from wizard.store.problems import CasefileError
from wizard.store.tables import CASES

_BOOK = question_book()
THEN = FrozenFigure(Decimal(803), SOURCE.id, "2026-01-01")
NOW = FrozenFigure(Decimal(790), SOURCE.id, "2027-01-01")
PLAN = AdoptedPlan(
    date(2026, 3, 1),
    "0" * 64,
    (AdoptedMeasure("b", PlanPart.CORE), AdoptedMeasure("a", PlanPart.LATER)),
    {"folketallet": THEN},
)
MARK = Mark(MeasureState.DROPPED, "Ingen tomt", date(2026, 6, 1))
FOLLOWED = FollowUp(PLAN, {"b": MARK})
CASE = Case(NAMSSKOGAN, DAY, Language.NB, figures={"folketallet": THEN}, follow_up=FOLLOWED)

marks = st.builds(
    Mark,
    st.sampled_from([*MeasureState, None]),
    st.text("abc æøå.", max_size=200).map(lambda text: " ".join(text.split())),
    st.dates(date(2026, 1, 1), DAY),
)


@given(st.dictionaries(st.sampled_from("ab"), marks))
def test_what_is_kept_is_what_was_said(made: dict[str, Mark]) -> None:
    """Through JSON and back, for any marks."""
    follow_up = replace(FOLLOWED, marks=made)
    raw = json.loads(json.dumps(follow_up_to_json(follow_up)))
    assert follow_up_known(raw, _BOOK) == follow_up


def test_it_is_read_with_the_case(store: CaseStore, database: Database) -> None:
    """As it was uploaded, and as it was saved since; deleted with the case."""
    stored = store.open(store.create(CASE, DAY), DAY)
    assert stored.case.follow_up == FOLLOWED
    parts = PartStore(database)
    assert parts.save(stored, PartKind.FOLLOW_UP, follow_up_to_json(FollowUp(PLAN)), 1)
    assert store.open(stored.link, DAY).case.follow_up == FollowUp(PLAN)
    assert parts.save(stored, PartKind.FOLLOW_UP, None, 2)
    assert store.open(stored.link, DAY).case.follow_up is None


@pytest.mark.parametrize("raw", [None, [], {}, {"plan": 3}, {"plan": {"dato": "x"}}, "oppfolging"])
def test_what_cannot_be_read_is_no_follow_up(raw: object, book: Rulebook) -> None:
    """Nobody is kept out of a case by what stands there."""
    assert follow_up_known(raw, book) is None


def test_a_case_file_without_one_opens_as_before(book: Rulebook, known: Municipalities) -> None:
    """It is not named in a file that has none."""
    text = casefile.write(replace(CASE, follow_up=None))
    assert "oppfolging" not in text
    assert casefile.read(text.encode(), book, known, DAY).follow_up is None


def test_a_figure_of_an_older_edition_says_that_it_is_from_the_file(
    book: Rulebook, known: Municipalities
) -> None:
    """No source of ours stands behind what a file claims; our own frozen file is believed."""
    old = replace(PLAN, figures={"folketallet": replace(NOW, value=Decimal(9999))})
    text = casefile.write(replace(CASE, follow_up=FollowUp(old)))
    read = casefile.read(text.encode(), book, known, DAY).follow_up
    assert read
    assert read.plan.figures["folketallet"].source == "svarfil"
    reopened = casefile.reopen(text, book, known, DAY).follow_up
    assert reopened
    assert reopened.plan == old


@pytest.mark.parametrize(
    ("place", "value", "pointer"),
    [
        (("plan", "dato"), "2027-01-01", "/oppfolging"),
        (("plan", "dato"), "2026-02-30", "/oppfolging"),
        (("plan", "tiltak"), [{"id": "b", "del": "senere"}], "/oppfolging/plan/tiltak/0/del"),
        (("merker", "b", "tilstand"), "ferdig", "/oppfolging/merker/b/tilstand"),
        (("merker", "b", "hvorfor"), "x" * 201, "/oppfolging/merker/b/hvorfor"),
        (("merker", "b", "dato"), "2027-01-01", "/oppfolging"),
        (("plan",), None, "/oppfolging/plan"),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_place(
    book: Rulebook, known: Municipalities, place: tuple[str, ...], value: object, pointer: str
) -> None:
    """Days ahead, days that are none, words that mean nothing."""
    raw = json.loads(casefile.write(CASE))
    there = raw["oppfolging"]
    for key in place[:-1]:
        there = there[key]
    there[place[-1]] = value
    with pytest.raises(CasefileError) as caught:
        casefile.read(json.dumps(raw).encode(), book, known, DAY)
    assert pointer in {each.pointer for each in caught.value.problems}


def test_figures_are_renewed_and_come_back(database: Database, book: Rulebook) -> None:
    """With the edition that they are of; answers stay, also those that correct a figure."""
    store = CaseStore(database, book, Versions("r", "ny", "p"))
    answers = {"folketallet": Decimal(810)}
    link = CaseStore(database, book, Versions("r", "gammel", "p")).create(
        replace(CASE, as_of=date(2026, 3, 1), answers=answers), DAY
    )
    stored = store.open(link, DAY)
    store.renew(stored, DAY, {"folketallet": NOW})
    renewed = store.open(link, DAY)
    assert renewed.case.figures == {"folketallet": NOW}
    assert (renewed.case.as_of, renewed.case.versions.figures) == (DAY, "ny")
    assert renewed.case.answers == answers
    assert renewed.case.follow_up == FOLLOWED
    store.take_back_renewal(renewed, DAY)
    back = store.open(link, DAY)
    assert (back.case.figures, back.case.as_of) == ({"folketallet": THEN}, date(2026, 3, 1))
    assert (back.case.versions.figures, back.renewed_from) == ("gammel", None)


def test_nothing_to_renew_changes_nothing(store: CaseStore) -> None:
    """No revision, and no way back from nowhere."""
    stored = store.open(store.create(CASE, DAY), DAY)
    store.renew(stored, DAY, CASE.figures)
    again = store.open(stored.link, DAY)
    assert (again.revision, again.renewed_from) == (stored.revision, None)
    with pytest.raises(ReadOnlyError):
        store.renew(store.open(stored.reading_link, DAY), DAY, {})


def test_a_case_that_is_followed_up_lives_until_the_plan_is_looked_back_on(
    store: CaseStore, database: Database
) -> None:
    """It is there a year later and as long as is said; without its follow-up as any other."""
    parts = PartStore(database)
    plain = replace(CASE, follow_up=None)
    begun, ended, brought, other = (store.create(each, DAY) for each in (plain, CASE, CASE, plain))
    begins = store.open(begun, DAY)
    assert parts.save(begins, PartKind.FOLLOW_UP, follow_up_to_json(FOLLOWED), 0)
    assert parts.save(store.open(ended, DAY), PartKind.FOLLOW_UP, None, 1)
    id_of = {each: store.look(each).id for each in (begun, ended, brought, other)}
    for link, days in ((begun, 450), (brought, 450), (ended, 90), (other, 90)):
        assert store.look(link).deleted_on == DAY + timedelta(days=days)
    for days, gone in ((90, set()), (91, {ended, other}), (450, {ended, other})):
        assert _unused(database, DAY + timedelta(days=days)) == {id_of[each] for each in gone}
    assert _unused(database, DAY + timedelta(days=451)) == set(id_of.values())
    for days in (77, 84, 91):  # marked, and then deleted when the grace is over
        store.purge(DAY + timedelta(days=days), regardless=True)
    assert store.look(begun).case.follow_up == FOLLOWED
    with pytest.raises(CaseGoneError):
        store.look(ended)


def _unused(database: Database, on: date) -> set[int]:
    with database.begin() as connection:
        return set(connection.execute(select(CASES.c.id).where(unused(on))).scalars())
