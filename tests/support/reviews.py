"""Reviews by advisers: one written out, and some drawn at random."""

import random
from collections.abc import Mapping
from dataclasses import replace

from wizard.domain.advice import Advice
from wizard.domain.review import MeasureReview, Review

WHO = {"navn": "Kari Nordmann", "rolle": "seniorrådgiver i fylkeskommunen"}


def reviewed(
    advice: Advice,
    measures: Mapping[str, MeasureReview] | None = None,
    order: tuple[str, ...] = (),
    **texts: str,
) -> Advice:
    """Return the advice on a case to which an adviser has added this."""
    review = Review({**WHO, **texts}, measures or {}, order)
    return replace(advice, case=replace(advice.case, review=review))


def drawn_review(advice: Advice, seed: int) -> Advice:
    """Return the advice on a case with a review drawn at random, the same every time."""
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    bundle = advice.bundle
    there = [each.scheme for each in bundle.items]
    there += [each.scheme for each in bundle.no_room]
    there += [each.scheme for each in bundle.left_out]
    some = chance.sample(there, min(len(there), chance.randint(0, 5)))
    measures = {
        id_: MeasureReview(
            chance.choice(("", "Vi har {sett} på 3 hus og 100 kr.\n\nDet går.")),
            chance.choice((None, True, False)),
            "Fordi det er slik",
        )
        for id_ in some
    }
    core = [each.scheme for each in bundle.core]
    order = tuple(chance.sample(core, len(core))) if chance.random() < 0.5 else ()
    return reviewed(advice, measures, order, vurdering="Vi er enige.")
