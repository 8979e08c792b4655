"""Finding circles in what leads to what."""

from collections.abc import Iterable, Iterator, Mapping


def circles(graph: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Yield a way round for everything that leads back to itself, each circle once."""
    seen = set[frozenset[str]]()
    for start in graph:
        way = _way_back(start, graph)
        if way and frozenset(way) not in seen:
            seen.add(frozenset(way))
            yield way


def _way_back(start: str, graph: Mapping[str, Iterable[str]]) -> tuple[str, ...] | None:
    """Return the shortest way from a node back to itself, if there is one."""
    ways: list[tuple[str, ...]] = [(start,)]
    visited = {start}
    for way in ways:
        for after in graph.get(way[-1], ()):
            if after == start:
                return way
            if after not in visited:
                visited.add(after)
                ways.append((*way, after))
    return None
