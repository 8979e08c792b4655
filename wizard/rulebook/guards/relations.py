"""Relations between schemes that cannot all hold."""

from collections.abc import Mapping
from itertools import combinations

from wizard.domain.schemes import Scheme
from wizard.rulebook.messages import guards as say
from wizard.rulebook.reading import Reading


def guard_relations(schemes: Mapping[str, Scheme], reading: Reading) -> None:
    """Report alternatives that strengthen each other, and alternatives that need each other."""
    rivals = {
        frozenset((id_, other))
        for id_, scheme in schemes.items()
        for other in scheme.alternative_to
    }
    for id_, scheme in schemes.items():
        for other in scheme.strengthens:
            if other != id_ and frozenset((id_, other)) in rivals:
                place = reading.where_related(scheme.place, "styrker")
                reading.report(place, say.STRENGTHENS_RIVAL, id=other)
        together = {id_, *_needed(id_, schemes)}
        for pair in combinations(sorted(together), 2):
            # Of a pair that names itself in one file, that file has told already.
            if frozenset(pair) in rivals and not _told_at_home(pair, schemes):
                key = _leading_to({*pair} - {id_}, scheme, schemes)
                place = reading.where_related(scheme.place, key)
                first, second = pair
                parts = {"first": first, "second": second, "key": key}
                reading.report(place, say.NEEDS_RIVALS, **parts)


def _needed(id_: str, schemes: Mapping[str, Scheme]) -> set[str]:
    """Return what must come along with a scheme: whatever it or they leave no choice about."""
    found, waiting = set[str](), [id_]
    while waiting:
        scheme = schemes.get(waiting.pop())
        for choice in (scheme.first, scheme.only_with) if scheme else ():
            if len(choice) == 1 and choice[0] not in found:
                found.add(choice[0])
                waiting.append(choice[0])
    return found


def _leading_to(others: set[str], scheme: Scheme, schemes: Mapping[str, Scheme]) -> str:
    """Return by which key a scheme must have some of the others along."""
    with_it = {scheme.first[0], *_needed(scheme.first[0], schemes)} if scheme.first else set()
    return "forst" if len(scheme.first) == 1 and others & with_it else "bare_sammen_med"


def _told_at_home(pair: tuple[str, str], schemes: Mapping[str, Scheme]) -> bool:
    for id_, other in (pair, pair[::-1]):
        scheme = schemes.get(id_)
        if scheme and other in scheme.alternative_to:
            return other in (*scheme.first, *scheme.only_with)
    return False
