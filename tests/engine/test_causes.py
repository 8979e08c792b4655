"""Causes are found by putting changes back, and named for what they do."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from wizard.domain.comparison import Because, Cause, CauseKind, Force
from wizard.engine.comparing.causes import find_causes

A, B, C, D = (Cause(CauseKind.FACT, each) for each in "abcd")
ALL = (A, B, C, D)
Back = frozenset[Cause]


def found(holds: Callable[[Back], bool]) -> Because:
    """Return the causes where `holds` tells, of the changes that stand, whether it differs."""
    return find_causes(ALL, lambda back: holds(frozenset(ALL) - back), before=False)


def test_one_change_that_does_it_all_is_the_cause() -> None:
    assert found(lambda changed: B in changed) == Because((B,), Force.EACH_NEEDED)


def test_changes_that_need_each_other_are_named_together() -> None:
    assert found(lambda changed: {A, C} <= changed) == Because((A, C), Force.EACH_NEEDED)


def test_changes_that_are_each_enough_are_all_named() -> None:
    """Putting one of them back alone would show nothing."""
    assert found(lambda changed: bool({A, C} & changed)) == Because((A, C), Force.EACH_ENOUGH)


def test_a_change_that_is_enough_beside_two_that_are_not_is_said_to_work_together() -> None:
    because = found(lambda changed: A in changed or {B, C} <= changed)
    assert because.force is Force.TOGETHER
    assert A in because.causes
    assert len(because.causes) == 2


def test_no_difference_has_no_cause() -> None:
    assert found(lambda _: False) == Because()


def test_what_does_not_come_back_has_no_cause() -> None:
    """Where putting everything back does not help, naming one change would be a guess."""
    assert found(lambda _: True) == Because()


conjunctions = st.frozensets(st.sampled_from(ALL), min_size=1)


@given(st.lists(conjunctions, min_size=1, max_size=4))
def test_every_named_cause_is_real_and_none_too_many(enough: list[Back]) -> None:
    """Whatever the changes do together, putting those named back takes the difference away."""

    def differs(back: Back) -> bool:
        return any(each.isdisjoint(back) for each in enough)

    because = find_causes(ALL, differs, before=False)
    named = frozenset(because.causes)
    assert not differs(named)
    if because.force is Force.EACH_NEEDED:
        assert all(not differs(frozenset({cause})) for cause in named)
    else:
        assert all(differs(named - {cause}) for cause in named)
    if because.force is Force.EACH_ENOUGH:
        assert all(differs(frozenset(ALL) - {cause}) for cause in named)
