"""Which needs a municipality puts first: how many, and what no list of them may say."""

from collections.abc import Sequence

MOST = 3


def repeated(needs: Sequence[str]) -> int | None:
    """Return where a need stands that has been named before; `None` where none has."""
    return next((place for place, need in enumerate(needs) if need in needs[:place]), None)
