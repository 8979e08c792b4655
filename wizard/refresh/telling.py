"""A new edition as lines for whoever is about to put it in place."""

from collections.abc import Iterator
from itertools import islice

from wizard.refresh.edition import Edition, Move, Moved
from wizard.refresh.effect import Effect
from wizard.refresh.regions import Kommuner

_LARGEST, _NAMED = 3, 10


def edition_lines(new: Edition, kommuner: Kommuner) -> Iterator[str]:
    """Yield which columns and dates move, with the largest changes of each."""
    for move in new.moves:
        if not move.nothing:
            yield from _move_lines(move, kommuner)
    for row in new.former:
        yield (
            f"Tidligere kommune: {row['kommunenummer']} {row['navn']} (til {row['til']}), "
            f"nå {row['etterfolgere']}."
        )


def _move_lines(move: Move, kommuner: Kommuner) -> Iterator[str]:
    old, column = move.documented, move.column
    name = column.name if column.name == old["name"] else f"{old['name']} → {column.name}"
    dates = f"{old['reference_date']} → {column.reference_date}"
    yield f"{name}: {dates}, {len(move.moved)} av {len(kommuner.names)} endret."
    if old["source"] != column.source:
        yield f"  Kilde: {old['source']} → {column.source}"
    largest = sorted(move.moved, key=lambda one: (-one.size, one.number))
    yield from (f"  {_told(one, kommuner)}" for one in islice(largest, _LARGEST) if one.size)
    for what, numbers in (
        ("Ukjent nå", [one.number for one in move.moved if not one.after]),
        ("Kjent nå", [one.number for one in move.moved if not one.before]),
    ):
        if numbers:
            yield f"  {what}: {kommuner.some(numbers)}."


def _told(one: Moved, kommuner: Kommuner) -> str:
    return f"{kommuner.told(one.number)}: {one.before} → {one.after}"


def effect_lines(found: Effect) -> Iterator[str]:
    """Yield what the figures do to needs and verdicts on open figures alone."""
    yield (
        f"På åpne tall alene får {found.needs} kommuner andre behov, og {found.verdicts} "
        "andre vurderinger."
    )
    if found.either:
        more = f" og {len(found.either) - _NAMED} til" if len(found.either) > _NAMED else ""
        yield f"  Det gjelder {', '.join(found.either[:_NAMED])}{more}."
    yield from (f"  {name}: {n}" for name, n in found.changed.most_common(_NAMED))


def words_to_read(new: Edition, facts: str) -> Iterator[str]:
    """Yield the figures of the rules whose date moves: their words may speak of the old one."""
    moved = {move.column.name for move in new.moves if not move.nothing}
    for block in facts.split("\n- id: ")[1:]:
        lines = block.splitlines()
        column = next(line.split(": ")[1] for line in lines if line.startswith("  kolonne: "))
        if column in moved and ("forbehold:" in block or "tvil:" in block):
            yield lines[0]
