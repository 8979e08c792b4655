"""What is changed between two rulebooks: which part, from when, and whether the past is."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from small_book import at_least, book, is_, need, question, requirement, same, scheme

from wizard.domain.conditions import AllOf, FactTest, Operator, RateRef
from wizard.domain.facts import ChangedBy, FactType
from wizard.domain.impact import Part, RuleEdit, Subject, Uses
from wizard.domain.place import Place
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Funding, Scheme
from wizard.domain.sources import DatedValue, LegalBasis, Level
from wizard.lab.impact.edits import edits
from wizard.lab.impact.looking import days_to_look_at
from wizard.lab.impact.reach import reach, uses

TODAY, NEW_YEAR = date(2026, 11, 28), date(2027, 1, 1)
KRAV = requirement("stor-nok", is_("valg", "a"))
QUESTIONS = (
    question("valg", ChangedBy.NEVER),
    question("andel_eldre", ChangedBy.OTHERS, FactType.PERCENT),
)
AT_THE_RATE = FactTest("andel_eldre", Operator.AT_LEAST, RateRef("kjent"))
BOOK = book(
    scheme("lan", requirements=(KRAV,)),
    scheme("hus", relevant=AT_THE_RATE),
    questions=QUESTIONS,
    needs=(need("eldre", at_least("andel_eldre", "3"), AT_THE_RATE),),
)


def with_scheme(changed: Scheme) -> Rulebook:
    """Return the book with one scheme as told."""
    return replace(BOOK, schemes={**BOOK.schemes, changed.id: changed})


def with_rate(*values: DatedValue) -> Rulebook:
    """Return the book with other values of its rate."""
    changed = replace(BOOK.rates["kjent"], values=values)
    return replace(BOOK, rates={**BOOK.rates, "kjent": changed})


def from_new_year(**changes: object) -> Rulebook:
    """Return the book with another edition of the loan from the first of January."""
    lan = BOOK.schemes["lan"]
    (old,) = lan.editions
    later = replace(old, valid_from=NEW_YEAR, **changes)  # type: ignore[arg-type]
    first = replace(old, valid_to=date(2026, 12, 31))
    return with_scheme(replace(lan, editions=(first, later)))


def only(before: Rulebook, after: Rulebook) -> RuleEdit:
    """Return the only edit there is."""
    (found,) = edits(before, after)
    return found


def test_a_new_line_of_a_rate_holds_from_its_day_and_leaves_the_past_alone() -> None:
    old = BOOK.rates["kjent"].values[0]
    found = only(BOOK, with_rate(old, DatedValue(NEW_YEAR, Decimal(3))))
    assert (found.part, found.before, found.after) == (Part.VALUE, Decimal(2), Decimal(3))
    assert (found.begins, found.ends) == (NEW_YEAR, None)
    assert not found.is_past(TODAY)


def test_an_old_line_written_over_changes_the_past() -> None:
    found = only(BOOK, with_rate(DatedValue(date(2020, 1, 1), Decimal(3))))
    assert found.begins == date(2020, 1, 1)
    assert found.is_past(TODAY)


def test_a_new_line_of_a_rate_stands_on_that_line_and_not_where_the_rate_begins() -> None:
    old, here = BOOK.rates["kjent"].values[0], Place("satser/sats.yaml", 13, 7)
    assert only(BOOK, with_rate(old, DatedValue(NEW_YEAR, Decimal(3), place=here))).place == here


def test_an_edit_of_a_condition_stands_at_the_part_that_is_new() -> None:
    lan, here = BOOK.schemes["lan"], Place("virkemidler/lan.yaml", 7, 3)
    wanted = AllOf((is_("valg", "a"), replace(is_("valg", "b"), place=here)))
    before = with_scheme(replace(lan, relevant=is_("valg", "a")))
    assert only(before, with_scheme(replace(lan, relevant=wanted))).place == here


def test_a_requirement_that_a_new_edition_leaves_out_is_an_edit_by_its_name() -> None:
    found = only(BOOK, from_new_year(requirements=()))
    assert (found.part, found.detail, found.after) == (Part.REQUIREMENT, "stor-nok", None)
    assert found.begins == NEW_YEAR


def test_what_an_edition_says_of_the_scheme_itself_leaves_the_past_alone_too() -> None:
    said = {"relevant": is_("valg", "b"), "name": same("Nytt")}
    found = {each.part: each for each in edits(BOOK, from_new_year(instead=said))}
    assert found.keys() == {Part.RELEVANT, Part.NAME}
    assert {each.begins for each in found.values()} == {NEW_YEAR}
    assert not any(each.is_past(TODAY) for each in found.values())


def test_money_that_is_used_up_is_an_edit_until_the_day_before_it_opens_again() -> None:
    lan = BOOK.schemes["lan"]
    (old,) = lan.editions
    august, december = date(2026, 8, 1), date(2026, 12, 31)
    parts = (
        replace(old, valid_to=date(2026, 7, 31)),
        replace(old, valid_from=august, valid_to=december, funding=Funding.USED_UP),
        replace(old, valid_from=NEW_YEAR),
    )
    found = only(BOOK, with_scheme(replace(lan, editions=parts)))
    assert (found.part, found.after) == (Part.FUNDING, Funding.USED_UP)
    assert (found.begins, found.ends, found.then) == (august, december, NEW_YEAR)


def test_an_edition_that_ends_is_one_edit_and_not_one_for_each_of_its_parts() -> None:
    lan = BOOK.schemes["lan"]
    ended = replace(lan.editions[0], valid_to=date(2026, 12, 31))
    found = only(BOOK, with_scheme(replace(lan, editions=(ended,))))
    assert (found.part, found.before, found.after) == (Part.IN_FORCE, True, False)


def test_a_new_scheme_and_one_taken_out_are_told_whole() -> None:
    more = with_scheme(scheme("ny"))
    assert (only(BOOK, more).part, only(BOOK, more).before) == (Part.WHOLE, None)
    assert (only(more, BOOK).part, only(more, BOOK).after) == (Part.WHOLE, None)


def test_another_name_is_a_new_name_and_other_words_are_only_words() -> None:
    lan = BOOK.schemes["lan"]
    assert only(BOOK, with_scheme(replace(lan, name=same("Nytt")))).part is Part.NAME
    words = only(BOOK, with_scheme(replace(lan, short=same("Kortere"))))
    assert words.part is Part.WORDING
    assert not words.is_past(TODAY)


def test_a_new_scheme_with_a_first_day_leaves_the_past_alone() -> None:
    """And so does one that is taken out before it has begun."""
    lan = BOOK.schemes["lan"]
    begins = (replace(lan.editions[0], valid_from=NEW_YEAR),)
    more = replace(BOOK, schemes={**BOOK.schemes, "nytt": replace(lan, id="nytt", editions=begins)})
    for before, after in ((BOOK, more), (more, BOOK)):
        found = only(before, after)
        assert (found.part, found.begins, found.ends) == (Part.WHOLE, NEW_YEAR, None)
        assert not found.is_past(TODAY)


def test_another_legal_basis_is_an_edit_of_its_own_and_decides_nothing() -> None:
    lan = BOOK.schemes["lan"]
    (edition,) = lan.editions
    first = replace(edition, valid_to=date(2026, 12, 31))
    later = replace(edition, valid_from=NEW_YEAR, basis=LegalBasis("lov", "§ 2", Level.LAW))
    found = only(BOOK, with_scheme(replace(lan, editions=(first, later))))
    assert (found.part, found.before, found.begins) == (Part.BASIS, edition.basis, NEW_YEAR)
    assert not found.decides
    assert not found.is_past(TODAY)


def test_edits_of_mere_wording_come_last_so_that_numbers_have_no_holes() -> None:
    old = BOOK.schemes["lan"]
    before = replace(BOOK, schemes={"a": old, "b": old})
    after = {"a": replace(old, short=same("Kortere")), "b": replace(old, name=same("Nytt"))}
    parts = [each.part for each in edits(before, replace(BOOK, schemes=after))]
    assert parts == [Part.NAME, Part.WORDING]


def test_what_rests_on_a_rate_is_found_by_structure() -> None:
    old = BOOK.rates["kjent"].values[0]
    after = with_rate(old, DatedValue(NEW_YEAR, Decimal(3)))
    found = edits(BOOK, after)
    assert uses(BOOK, after, found[0]) == Uses(schemes=("hus",), needs=("eldre",))
    reached = reach(BOOK, after, found, NEW_YEAR)
    assert reached.schemes == frozenset({"hus"})
    assert reached.needs == frozenset({"eldre"})
    assert reach(BOOK, after, found, TODAY).nothing


def test_what_differs_in_the_past_alone_is_looked_at_on_its_last_day() -> None:
    old = BOOK.rates["kjent"].values[0]
    first = DatedValue(date(2020, 1, 1), Decimal(3))
    found = edits(BOOK, with_rate(first, replace(old, valid_from=date(2024, 1, 1))))
    assert days_to_look_at(found, TODAY) == [date(2023, 12, 31), TODAY]


def test_the_same_edit_the_other_way_changes_places() -> None:
    after = from_new_year(requirements=())
    there, back = only(BOOK, after), only(after, BOOK)
    assert (there.before, there.after) == (back.after, back.before)
    assert there.subject is Subject.SCHEME
