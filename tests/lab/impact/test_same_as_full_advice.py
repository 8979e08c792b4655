"""What is found by judging each sort of case once is what full advice says of every case."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_book import books, cases
from small_book import DAY, MUNICIPALITY, question

from wizard.advice import assess
from wizard.domain.advice import Advice
from wizard.domain.case import Case
from wizard.domain.facts import ChangedBy
from wizard.domain.impact import Moves, NeedMove, Pair, Stand, VerdictMove
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Effort, Funding, VerdictKind
from wizard.engine.law import CANDIDATES
from wizard.lab.impact.looking import Books, Seen, seen_of
from wizard.lab.impact.sides import Asked, fitting, of_everyone
from wizard.lab.mutants import mutants
from wizard.municipalities import load as load_municipalities
from wizard.paths import DATA, RULES
from wizard.rulebook import load

TODAY = date(2026, 11, 28)
_EVERY = 173  # of some thousand mutants, each so many is tried
_CASES = 4


def full(before: Advice, after: Advice) -> Moves:
    """Return what differs between two pieces of full advice, money aside."""
    verdicts = (
        VerdictMove(id_, *(_stand(each, id_) for each in (before, after)))
        for id_ in {**after.verdicts, **before.verdicts}
    )
    needs = (
        NeedMove(id_, *(each.needs[id_].possible if id_ in each.needs else () for each in sides))
        for sides in [(before, after)]
        for id_ in {**after.needs, **before.needs}
    )
    was, now = ({item.scheme for item in each.bundle.core} for each in (before, after))
    reserved = (
        id_
        for id_ in before.verdicts.keys() & after.verdicts.keys()
        if {before.verdicts[id_].kind, after.verdicts[id_].kind} <= CANDIDATES
        and before.verdicts[id_].reservations != after.verdicts[id_].reservations
    )
    return Moves(
        verdicts=tuple(sorted((e for e in verdicts if e.before != e.after), key=str)),
        needs=tuple(sorted((e for e in needs if e.before != e.after), key=str)),
        reservations=tuple(sorted(reserved)),
        enters=tuple(sorted(now - was)),
        leaves=tuple(sorted(was - now)),
    )


def _stand(advice: Advice, scheme: str) -> Stand:
    verdict = advice.verdicts.get(scheme)
    return Stand(verdict.kind, verdict.in_place) if verdict else Stand(None)


def found(seen: Iterable[Seen], pair: Pair) -> Moves:
    """Return what was seen of a pair, in the same form."""
    moves = next((each.moves for each in seen if each.pair == pair), Moves())
    return replace(
        moves,
        verdicts=tuple(sorted(moves.verdicts, key=str)),
        needs=tuple(sorted(moves.needs, key=str)),
        money=(),
        reservations=tuple(sorted(moves.reservations)),
    )


def agrees(before: Rulebook, after: Rulebook, asked: Sequence[Asked], day: date) -> list[Seen]:
    """Hold what is seen of some cases against full advice, and return it."""
    seen = list(seen_of(Books.of(before, after), asked, day))
    for each in asked:
        advice = [
            assess(fitting(each.case, book), book, each.municipality, day)
            for book in (before, after)
        ]
        assert found(seen, each.pair) == full(advice[0], advice[1]), each.pair
    return seen


@settings(max_examples=25, deadline=None)
@given(
    before=books(),
    other=books(),
    kept=st.sets(st.sampled_from(("en", "to", "tre", "fire"))),
    same_needs=st.booleans(),
    answered=st.lists(cases(), min_size=1, max_size=6),
)
def test_random_rules_that_differ_are_told_apart_as_full_advice_does(
    before: Rulebook, other: Rulebook, kept: set[str], answered: list[Case], *, same_needs: bool
) -> None:
    schemes = {id_: (before if id_ in kept else other).schemes[id_] for id_ in other.schemes}
    after = replace(other, schemes=schemes, needs=(before if same_needs else other).needs)
    asked = [
        Asked(Pair(DAY, MUNICIPALITY.number, str(n)), case, MUNICIPALITY)
        for n, case in enumerate(answered)
    ]
    agrees(before, after, asked, DAY)


@pytest.fixture(scope="module")
def ours() -> Rulebook:
    """Return the rules we ship."""
    return load(RULES)


def test_small_edits_of_our_rules_are_told_as_full_advice_tells_them(ours: Rulebook) -> None:
    everybody = load_municipalities(DATA).all
    moved = 0
    for number, mutant in enumerate(islice(mutants(ours), 0, None, _EVERY)):
        asked = list(of_everyone(ours, mutant.rulebook, [everybody[37 * number % 357]], TODAY))
        some = asked[number % 5 :: len(asked) // _CASES]
        moved += sum(bool(e.moves) for e in agrees(ours, mutant.rulebook, some, TODAY))
    assert moved  # a sample in which nothing moves would hold against anything


def test_edits_that_move_no_verdict_are_told_as_full_advice_tells_them(ours: Rulebook) -> None:
    name, lan = "provebolig", ours.schemes["provebolig"]
    (edition,) = lan.editions
    theme = ours.themes[0]
    asked_more = question("nytt", ChangedBy.NEVER)
    edited: tuple[dict[str, Any], ...] = (
        {"schemes": {name: replace(lan, check_by=date(2026, 1, 1))}},
        {"schemes": {name: replace(lan, effort=Effort(Decimal(1), None))}},
        {"schemes": {name: replace(lan, editions=(replace(edition, funding=Funding.USED_UP),))}},
        {"themes": (replace(theme, items=(*theme.items, asked_more)), *ours.themes[1:])},
        {"plan": replace(ours.plan, most=3)},
    )
    skjak = load_municipalities(DATA).get("3433")
    for changes in edited:
        schemes = {**ours.schemes, **changes.pop("schemes", {})}
        after = replace(ours, schemes=schemes, **changes)
        agrees(ours, after, list(of_everyone(ours, after, [skjak], TODAY))[::9], TODAY)


def test_a_question_that_is_new_is_answered_by_nobody_yet(ours: Rulebook) -> None:
    """The situations of the edited rules answer it; a kommune that has answered does not."""
    id_, journey = next(iter(ours.journeys.items()))
    answers = {**journey.case.answers, "nytt": "a"}
    answered = replace(journey, case=replace(journey.case, answers=answers))
    after = replace(ours, journeys={**ours.journeys, id_: answered, "ny": answered})
    skjak = load_municipalities(DATA).get("3433")
    asked = {each.pair.answers: each.case for each in of_everyone(ours, after, [skjak], TODAY)}
    assert set(asked) == {"", "ny", *ours.journeys}
    assert "nytt" not in asked[id_].answers
    assert "nytt" in asked["ny"].answers


def test_a_new_scheme_changes_nothing_where_nobody_has_use_for_it(ours: Rulebook) -> None:
    new = replace(ours.schemes["provebolig"], id="ny")
    after = replace(ours, schemes={**ours.schemes, "ny": new})
    skjak = load_municipalities(DATA).get("3433")
    asked = list(of_everyone(ours, after, [skjak], TODAY))
    there = {each.pair for each in seen_of(Books.of(ours, after), asked, TODAY) if each.moves}
    kinds = {a.pair: assess(a.case, after, skjak, TODAY).verdicts["ny"].kind for a in asked[::7]}
    no_use = {VerdictKind.NOT_RELEVANT, VerdictKind.EXCLUDED}
    assert set(kinds.values()) & no_use
    assert all((pair in there) is (kind not in no_use) for pair, kind in kinds.items())


def test_a_rulebook_is_no_edit_of_itself(ours: Rulebook) -> None:
    assert Books.of(ours, replace(ours)).edits == ()
