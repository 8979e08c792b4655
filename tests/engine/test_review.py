"""The plan as an adviser wants it: followed as far as it can be, and said where it cannot."""

import pytest
from memos import advice_for, book
from random_kommuner import advice_on
from reviews import drawn_review, reviewed

from wizard.advice import CannotMoveError, moved, with_review
from wizard.domain.advice import Advice, LeftOutReason
from wizard.domain.plan import PlanBasis
from wizard.domain.review import MeasureReview, RefusalKind, Review, Reviewed

SKJAK = advice_for("skjak")
OUT, IN = MeasureReview(include=False, reason="Nei"), MeasureReview(include=True, reason="Ja")


def core_of(advice: Advice) -> list[str]:
    """Return the schemes of the first year, in order."""
    return [each.scheme for each in advice.bundle.core]


def choices(**measures: MeasureReview) -> Advice:
    """Return the advice on Skjåk with these choices; names have `_` for a hyphen."""
    return with_review(
        reviewed(SKJAK, {name.replace("_", "-"): each for name, each in measures.items()})
    )


def done(advice: Advice) -> Reviewed:
    """Return what came of the review."""
    assert advice.reviewed
    return advice.reviewed


def test_without_a_review_the_advice_is_the_same() -> None:
    """And words alone change no plan."""
    assert with_review(SKJAK) is SKJAK
    spoken = with_review(reviewed(SKJAK, vurdering="Bra."))
    assert (spoken.bundle, spoken.schedule, spoken.plan) == (
        SKJAK.bundle,
        SKJAK.schedule,
        SKJAK.plan,
    )
    assert with_review(spoken) is spoken


def test_what_is_taken_out_is_out_and_nothing_comes_instead() -> None:
    """It is told why; what it took is no longer in the sums."""
    advice = choices(investeringstilskudd=OUT)
    assert core_of(advice) == [each for each in core_of(SKJAK) if each != "investeringstilskudd"]
    weeks = book().schemes["investeringstilskudd"].effort.weeks
    assert advice.plan.year.weeks == SKJAK.plan.year.weeks - weeks
    left = {each.scheme: each.reason for each in advice.bundle.left_out}
    assert left["investeringstilskudd"] is LeftOutReason.ADVISER
    assert advice.plan.alternative is None


def test_what_is_taken_in_is_in_the_first_year() -> None:
    """From later, from what there was no room for, and from what was left out."""
    for id_ in (
        "tilskudd-til-boligtiltak",
        "kommunalt-byggetilskudd",
        "liste-over-tilgjengelige-boliger",
    ):
        advice = choices(**{id_.replace("-", "_"): IN})
        assert set(core_of(advice)) == {*core_of(SKJAK), id_}
        assert done(advice).taken_in == (id_,)


def test_what_cannot_be_followed_is_refused_with_its_reason() -> None:
    """One that another rests on; one that the rules close. The rest is followed."""
    advice = choices(boligsosial_oversikt=OUT, tilskudd_til_bolig=IN, investeringstilskudd=OUT)
    assert done(advice).refused["boligsosial-oversikt"].kind is RefusalKind.NEEDED_BY
    assert done(advice).taken_out == ("investeringstilskudd",)
    closed = next(id_ for id_, each in SKJAK.verdicts.items() if each.kind.value == "utelukket")
    advice = with_review(reviewed(SKJAK, {closed: IN}))
    assert done(advice).refused[closed].kind is RefusalKind.NOT_POSSIBLE
    assert advice.bundle == SKJAK.bundle


def test_a_pair_that_rest_on_each_other_can_go_together() -> None:
    """What rests on a measure may be taken out with it."""
    resting = done(choices(boligsosial_oversikt=OUT)).refused["boligsosial-oversikt"].because_of
    advice = with_review(reviewed(SKJAK, dict.fromkeys(["boligsosial-oversikt", *resting], OUT)))
    assert not done(advice).refused
    assert set(done(advice).taken_out) == {"boligsosial-oversikt", *resting}


def test_a_scheme_that_is_gone_is_not_read() -> None:
    """Nor does an order that names it disturb."""
    advice = with_review(reviewed(SKJAK, {"finnes-ikke": OUT}, ("finnes-ikke",)))
    assert advice.bundle == SKJAK.bundle
    assert not done(advice).changes_plan


def test_moves_keep_what_must_come_first() -> None:
    """Up and down again is our own order; before what it rests on, nothing moves."""
    review, last = Review(), core_of(SKJAK)[-1]
    up = moved(SKJAK, review, last, up=True)
    assert core_of(with_review(SKJAK, up)).index(last) == len(core_of(SKJAK)) - 2
    assert moved(SKJAK, up, last, up=False).order == ()
    assert moved(SKJAK, review, last, up=False) == review
    assert moved(SKJAK, review, core_of(SKJAK)[0], up=True) == review
    with pytest.raises(CannotMoveError) as refused:
        moved(SKJAK, review, "bolig-i-kommuneplanen", up=True)
    assert refused.value.rests_on == "boligsosial-oversikt"
    with pytest.raises(CannotMoveError) as refused:
        moved(SKJAK, review, "boligsosial-oversikt", up=False)
    assert refused.value.scheme == "bolig-i-kommuneplanen"


@pytest.mark.parametrize("seed", range(120))
def test_any_review_gives_a_plan_that_holds(seed: int) -> None:
    """Each choice is followed or refused; what a measure rests on is there, and before it."""
    before = advice_on(seed)
    if before.plan.basis is PlanBasis.QUESTIONS:
        return
    wanted = drawn_review(before, seed)
    after = with_review(wanted)
    assert wanted.case.review
    for id_, each in wanted.case.review.measures.items():
        if each.include is None or id_ in done(after).refused:
            continue
        assert (id_ in core_of(after)) is each.include or not each.include
        assert each.include or after.bundle.item(id_) is None
    check_prerequisites(after)


def check_prerequisites(after: Advice) -> None:
    """See that the core has what it rests on, and before it."""
    items = core_of(after)
    for place, id_ in enumerate(items):
        wanted = set(after.rulebook.schemes[id_].first)
        met = any(after.verdicts[each].in_place for each in wanted)
        met = met or not wanted.isdisjoint(after.bundle.made_known)
        assert not wanted or met or wanted & {*items[:place]}
