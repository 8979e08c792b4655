"""Which of the things that changed brought a difference about: found by putting them back.

A cause is never guessed from the rules. Each is put back as it was, and what follows is worked
out again; only what makes the difference go away is named.
"""

from collections.abc import Callable, Iterable, Sequence

from wizard.domain.comparison import Because, Cause, Force


def find_causes(
    changed: Sequence[Cause], outcome: Callable[[frozenset[Cause]], object], before: object
) -> Because:
    """Return what the difference comes of.

    `outcome` works out the result with a set of the changes put back; `before` is the result to
    come back to. Where not even putting everything back brings it, nothing is named.
    """
    everything, after = frozenset(changed), outcome(frozenset())
    if after == before or outcome(everything) != before:
        return Because()

    def returns(put_back: Iterable[Cause]) -> bool:
        return outcome(frozenset(put_back)) == before

    needed = tuple(cause for cause in changed if returns([cause]))
    if needed:
        return Because(needed, Force.EACH_NEEDED)
    group = _smallest(changed, returns)
    enough = all(outcome(everything - {cause}) == after for cause in group)
    return Because(group, Force.EACH_ENOUGH if enough else Force.TOGETHER)


def _smallest(
    changed: Sequence[Cause], returns: Callable[[Iterable[Cause]], bool]
) -> tuple[Cause, ...]:
    """Return a set that brings the result back, and does not without any one of its members.

    Delta debugging: drops as large pieces as it can, so that a hundred changes take some twenty
    trials, not a hundred. (A. Zeller and R. Hildebrandt, "Simplifying and isolating
    failure-inducing input", IEEE Transactions on Software Engineering 28(2), 2002: their ddmin,
    of which the complements alone make the set 1-minimal.)
    """
    kept, size = list(changed), max(1, len(changed) // 2)
    while True:
        fewer = _without_pieces(kept, size, returns)
        if size == 1 and len(fewer) == len(kept):
            return tuple(kept)
        kept, size = fewer, max(1, size // 2)


def _without_pieces(
    kept: list[Cause], size: int, returns: Callable[[Iterable[Cause]], bool]
) -> list[Cause]:
    start = 0
    while start < len(kept):
        fewer = kept[:start] + kept[start + size :]
        if fewer and returns(fewer):
            kept = fewer
        else:
            start += size
    return kept
