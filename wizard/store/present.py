"""What was kept under former ids, by those of today: a rule that is renamed is the same rule."""

from collections.abc import Mapping
from typing import Any, TypeVar

from wizard.domain.former import FormerIds

T = TypeVar("T")


def keyed(kept: Mapping[str, T], ids: Mapping[str, str]) -> dict[str, T]:
    """Return what is kept by id; what is kept by the id of today comes before a former one."""
    if not ids:
        return dict(kept)
    return {ids.get(id_, id_): each for id_, each in kept.items() if id_ in ids} | {
        id_: each for id_, each in kept.items() if id_ not in ids
    }


def listed(raw: Any, ids: Mapping[str, str]) -> Any:  # noqa: ANN401 - JSON has no better type
    """Return a list of ids; what is no such list is as it was."""
    if not isinstance(raw, list):
        return raw
    return list(
        dict.fromkeys(ids.get(each, each) if isinstance(each, str) else each for each in raw)
    )


def review(raw: Any, ids: Mapping[str, str]) -> Any:  # noqa: ANN401 - JSON
    """Return an adviser's review as JSON."""
    if not isinstance(raw, dict) or not ids:
        return raw
    return _with(
        raw, tiltak=_keyed(raw.get("tiltak"), ids), rekkefolge=listed(raw.get("rekkefolge"), ids)
    )


def kept_review(raw: Any, ids: Mapping[str, str]) -> Any:  # noqa: ANN401 - JSON
    """Return what the database keeps of reviews: the one of now, and the one before it."""
    if not isinstance(raw, dict) or not ids:
        return raw
    return _with(raw, na=review(raw.get("na"), ids), forrige=review(raw.get("forrige"), ids))


def follow_up(raw: Any, former: FormerIds) -> Any:  # noqa: ANN401 - JSON
    """Return a follow-up as JSON: the plan that was adopted, and how it goes."""
    if not isinstance(raw, dict) or not isinstance(plan := raw.get("plan"), dict):
        return raw
    measures = plan.get("tiltak")
    if isinstance(measures, list):
        measures = [
            {**each, "id": former.schemes.get(str(each.get("id")), each.get("id"))}
            if isinstance(each, dict)
            else each
            for each in measures
        ]
    plan = _with(plan, tiltak=measures, tall=_keyed(plan.get("tall"), former.facts))
    return _with(raw, plan=plan, merker=_keyed(raw.get("merker"), former.schemes))


def case(raw: dict[str, Any], former: FormerIds) -> dict[str, Any]:
    """Return a whole case file as JSON."""
    of_facts = {key: _keyed(raw.get(key), former.facts) for key in ("svar", "utgatte_svar", "tall")}
    return _with(
        raw,
        **of_facts,
        prioritering=listed(raw.get("prioritering"), former.needs),
        gjennomgang=review(raw.get("gjennomgang"), former.schemes),
        oppfolging=follow_up(raw.get("oppfolging"), former),
    )


def _keyed(raw: Any, ids: Mapping[str, str]) -> Any:  # noqa: ANN401 - JSON
    return keyed(raw, ids) if isinstance(raw, dict) else raw


def _with(raw: dict[str, Any], **parts: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """Return the same with these parts, none that was not there."""
    return {**raw, **{key: each for key, each in parts.items() if key in raw}}
