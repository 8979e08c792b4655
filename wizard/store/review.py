"""An adviser's review as JSON: the same in a case file and in the database.

In the database it stands with the one before it, so that the last change can be taken back.
"""

from typing import Any

from wizard.characters import numbered
from wizard.domain.review import REVIEW_FIELDS, MeasureReview, Review

_MEASURES, _ORDER = "tiltak", "rekkefolge"
_ASSESSMENT, _INCLUDE, _REASON = "vurdering", "med", "fordi"
_NOW, _BEFORE, _UNDONE = "na", "forrige", "angret"


def review_to_json(review: Review | None) -> Any:  # noqa: ANN401 - JSON has no better type
    """Return a review in the form that a case file has it in; `None` for one that says nothing."""
    if review is None or review.is_empty:
        return None
    texts = {each.id: text for each in REVIEW_FIELDS if (text := review.text(each))}
    measures = {
        id_: _measure_to_json(each)
        for id_, each in sorted(review.measures.items())
        if not each.is_empty
    }
    return {
        **texts,
        **({_MEASURES: measures} if measures else {}),
        **({_ORDER: list(review.order)} if review.order else {}),
    }


def review_from_json(raw: Any) -> Review | None:  # noqa: ANN401 - JSON has no better type
    """Return the review that a sound value says, as it can be printed."""
    if not raw:
        return None
    return Review(
        {each.id: numbered(raw[each.id]) for each in REVIEW_FIELDS if raw.get(each.id)},
        {id_: _measure_from_json(each) for id_, each in raw.get(_MEASURES, {}).items()},
        tuple(raw.get(_ORDER, ())),
    )


def _measure_to_json(measure: MeasureReview) -> dict[str, Any]:
    told = {
        _ASSESSMENT: measure.assessment or None,
        _INCLUDE: measure.include,
        _REASON: measure.reason or None,
    }
    return {key: each for key, each in told.items() if each is not None}


def _measure_from_json(raw: dict[str, Any]) -> MeasureReview:
    return MeasureReview(
        numbered(raw.get(_ASSESSMENT, "")), raw.get(_INCLUDE), numbered(raw.get(_REASON, ""))
    )


def kept(review: Review | None, before: Review | None = None, *, undone: bool = False) -> Any:  # noqa: ANN401 - JSON
    """Return what the database keeps: a review, the one before it, and whether that was undone."""
    told = {_NOW: review_to_json(review), _BEFORE: review_to_json(before)}
    return {**told, _UNDONE: True} if undone else told


def now(body: Any) -> Review | None:  # noqa: ANN401 - JSON has no better type
    """Return the review of what the database keeps, if there is one."""
    return review_from_json(body[_NOW]) if body else None


def before(body: Any) -> Review | None:  # noqa: ANN401 - JSON has no better type
    """Return the review before that one, if there was one."""
    return review_from_json(body[_BEFORE]) if body else None


def is_undone(body: Any) -> bool:  # noqa: ANN401 - JSON
    """Whether the review before was taken back, so that undoing once more does it again."""
    return bool(body and body.get(_UNDONE))
