"""From the keys of a scheme and its editions to editions that are whole and follow each other."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Any

from wizard.domain.schemes import Edition, Funding, SchemeKind
from wizard.domain.suggestion import closest
from wizard.rulebook.kinds.dated import DATED
from wizard.rulebook.kinds.dates import check_order
from wizard.rulebook.kinds.editions import PARTS
from wizard.rulebook.messages import rules as say
from wizard.rulebook.reading import Reading, Refused
from wizard.rulebook.records import Spot

_DAY = timedelta(days=1)
# What an edition says of itself.
_OWN = ("valid_from", "valid_to", "gap", "ended_requirements", "ended_terms")
_OPTIONAL: Mapping[str, object] = {"basis": None, "requirements": (), "terms": ()}
# What the municipality does itself has no application date, and no frame that runs out.
_OPTIONAL_FOR_MEASURES: Mapping[str, object] = {"deadlines": (), "funding": Funding.OPEN}


def settle_editions(
    kind: SchemeKind,
    shared: Mapping[str, Any],
    raws: tuple[Mapping[str, Any], ...] | None,
    spot: Spot,
) -> tuple[Edition, ...]:
    """Return the editions of a scheme; one without editions is always in force.

    Raises:
        Refused: an edition lacks something; that has been reported.

    """
    always = {"valid_from": None, "valid_to": None, "gap": None, "spot": spot}
    defaults = {**_OPTIONAL, **(_OPTIONAL_FOR_MEASURES if kind is SchemeKind.MEASURE else {})}
    otherwise = [name for name in DATED if any(raw[name] is not None for raw in raws or ())]
    whole = [_merged(defaults, shared, raw, otherwise) for raw in raws or (always,)]
    if raws:
        _check_periods(raws, spot)
    editions = tuple(Edition(**edition) for edition in whole if edition is not None)
    for edition in editions:
        _check_steps(edition, spot)
    if len(editions) < len(whole):
        raise Refused
    return editions


def _merged(
    defaults: Mapping[str, object],
    shared: Mapping[str, Any],
    raw: Mapping[str, Any],
    otherwise: Sequence[str],
) -> dict[str, Any] | None:
    """Return an edition with all that it does not say itself; `otherwise` is what any edition says.

    So each of them tells the whole of what differs, and a scheme can be put from one into another.
    """
    spot: Spot = raw["spot"]
    edition: dict[str, Any] = {name: raw[name] for name in _OWN if name in raw}
    missing = False
    for name, key in PARTS.items():
        own = raw.get(name)
        edition[name] = shared[name] if own is None else own
        if edition[name] is None:
            edition[name] = defaults.get(name)
            if name not in defaults:
                spot.report(say.MISSING_IN_EDITION, key=key.name)
                missing = True
    instead = {name: shared[name] if raw[name] is None else raw[name] for name in otherwise}
    return None if missing else {**edition, "instead": instead, "place": spot.at()}


def _check_steps(edition: Edition, spot: Spot) -> None:
    """Report steps that meet a requirement which is not there."""
    known = [each.id for each in edition.requirements]
    for step in edition.steps:
        if step.meets is not None and step.meets not in known:
            spot.report(say.MEETS_NOTHING, "steg", meant=closest(step.meets, known), id=step.meets)


def _check_periods(raws: tuple[Mapping[str, Any], ...], spot: Spot) -> None:
    reading = spot.reading
    for raw in raws:
        first, last = raw["valid_from"], raw["valid_to"]
        if first and last:
            check_order(raw["spot"].at(), reading, ("fra", first), ("til", last))
    if raws[0]["gap"]:
        reading.report(raws[0]["spot"].at(), say.GAP_BEFORE_FIRST)
    for earlier, later in pairwise(raws):
        _check_pair(earlier, later, reading)


def _check_pair(earlier: Mapping[str, Any], later: Mapping[str, Any], reading: Reading) -> None:
    place = later["spot"].at()
    if later["valid_from"] is None:
        meant = earlier["valid_to"] and earlier["valid_to"] + _DAY
        reading.report(place, say.NO_BEGINNING, meant=meant)
        return
    if earlier["valid_from"] and later["valid_from"] < earlier["valid_from"]:
        reading.report(
            place, say.EDITIONS_NOT_RISING, fra=later["valid_from"], before=earlier["valid_from"]
        )
        return
    if earlier["valid_to"] is None:
        reading.report(place, say.EARLIER_IS_OPEN, meant=later["valid_from"] - _DAY)
        return
    next_day = earlier["valid_to"] + _DAY
    if later["valid_from"] < next_day:
        reading.report(
            place, say.OVERLAP, meant=next_day, fra=later["valid_from"], til=earlier["valid_to"]
        )
    elif later["valid_from"] > next_day and not later["gap"]:
        last = later["valid_from"] - _DAY
        reading.report(place, say.GAP_WITHOUT_REASON, first=next_day, last=last)
    elif later["valid_from"] == next_day and later["gap"]:
        reading.report(place, say.REASON_WITHOUT_GAP)
