"""The schemes of a book as they are on each day that one of them turns into something else."""

from collections.abc import Iterator, Mapping
from datetime import date

from wizard.domain.schemes import Scheme


def in_each_period(schemes: Mapping[str, Scheme]) -> Iterator[dict[str, Scheme]]:
    """Yield the schemes as they were first, then as they are from each turn on."""
    turns = {day for scheme in schemes.values() for day in scheme.turns}
    for day in sorted({date.min, *turns}):
        yield {id_: scheme.on(day) for id_, scheme in schemes.items()}
