"""What a scheme asks, gives and takes in a period. The same keys stand in a scheme and an edition.

Keys of the scheme hold for every edition; an edition replaces whole keys, never parts of them. So
it does with what is said of the scheme itself (`dated`).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from wizard.domain.schemes import (
    Applicant,
    Deadline,
    Funding,
    Requirement,
    Responsible,
    Step,
    Term,
)
from wizard.domain.text import Text
from wizard.rulebook.conditions import REQUIRED
from wizard.rulebook.ids import Id, OneOf, Yes, one_of
from wizard.rulebook.kinds.amounts import AMOUNT
from wizard.rulebook.kinds.dated import DATED, MUNICIPALITIES
from wizard.rulebook.kinds.sources import CONFIDENCE, JUDGED, LEGAL_BASIS
from wizard.rulebook.messages import rules as say
from wizard.rulebook.numbers import Day, DayOfYear, Whole
from wizard.rulebook.reading import Reading
from wizard.rulebook.records import HERE, Key, Record, Spot, Turned, noted, optional, required
from wizard.rulebook.shapes import ListOf
from wizard.rulebook.texts import TEXT
from wizard.rulebook.tree import Series

# A source, and how sure it is; or our own judgement, which has neither.
_RESTS_ON: Mapping[str, Key] = {
    "basis": optional("hjemmel", LEGAL_BASIS),
    "judged": noted("basis", OneOf({"vurdering": True})),
    "confidence": optional("sikkerhet", CONFIDENCE),
}


def _check_confidence(rule: Requirement | Term, spot: Spot) -> None:
    if rule.basis is not None and rule.confidence is None:
        spot.report(say.CONFIDENCE_MISSING, "hjemmel")
    if rule.basis is None and rule.confidence is not None:
        spot.report(say.CONFIDENCE_IN_OURSELVES, "sikkerhet")


_REQUIREMENTS = ListOf(
    Record(
        Text("kravet", "kravet"),
        Requirement,
        {
            "id": required("id", Id()),
            "condition": required("hvis", REQUIRED),
            **_RESTS_ON,
            "when_met": optional("nar_oppfylt", TEXT),
            "when_not_met": optional("nar_ikke", TEXT),
            "place": HERE,
        },
        one_of=(JUDGED,),
        check=_check_confidence,
    ),
    empty=True,
    unique=lambda requirement: requirement.id,
)

_TERMS = ListOf(
    Record(
        Text("vilkåret", "vilkåret"),
        Term,
        {
            "id": required("id", Id()),
            "text": required("tekst", TEXT),
            **_RESTS_ON,
        },
        one_of=(JUDGED,),
        check=_check_confidence,
    ),
    empty=True,
    unique=lambda term: term.id,
)

_DEADLINES = ListOf(
    Record(
        Text("fristen", "fristen"),
        Deadline,
        {
            "yearly": optional("arlig", DayOfYear()),
            "on": optional("dato", Day()),
            "rolling": optional("lopende", Yes(), default=False),
            "_": noted("ukjent", Yes()),
            "preparation_weeks": optional("forberedelse_uker", Whole(1, 104)),
            "check": optional("kontroller", Yes(), default=False),
            "margin_days": optional("margin_dager", Whole(1, 90), 7),
        },
        one_of=(("arlig", "dato", "lopende", "ukjent"),),
    )
)


def _days(days: int) -> int:
    return days


_WITHIN = Record(Text("fristen", "fristen"), _days, {"days": required("dager", Whole(1, 3660))})


def _check_own(step: Step, spot: Spot) -> None:
    """Report a step that names a municipality without a text for it, or the other way round."""
    if bool(step.about) is not (step.own is not None):
        spot.report(say.NAMES_WITHOUT_OWN_TEXT, "kommuner" if step.about else "egen")


def _check_steps(steps: Sequence[Step], nodes: Series, reading: Reading) -> None:
    earlier: dict[str, None] = {}
    for step, node in zip(steps, nodes.items, strict=True):
        for id_ in step.after:
            if id_ not in earlier:
                meant = reading.guess(id_, earlier)
                reading.report(node.place, say.NOT_AN_EARLIER_STEP, meant=meant, id=id_)
        earlier[step.id] = None


_STEPS = ListOf(
    Record(
        Text("steget", "steget"),
        Step,
        {
            "id": required("id", Id()),
            "text": required("tekst", TEXT),
            "responsible": required("ansvar", one_of(Responsible)),
            "days": optional("innen", _WITHIN),
            "after": optional("etter", ListOf(Id(), unique=str), ()),
            "meets": optional("oppfyller", Id()),
            "about": optional("kommuner", MUNICIPALITIES, ()),
            "own": optional("egen", TEXT),
            "place": HERE,
        },
        check=_check_own,
    ),
    unique=lambda step: step.id,
    check=_check_steps,
)

# What may stand in a scheme and in each of its editions, by the names of `Edition`.
PARTS: Mapping[str, Key] = {
    "basis": optional("hjemmel", LEGAL_BASIS),
    "requirements": optional("krav", _REQUIREMENTS),
    "terms": optional("vilkar", _TERMS),
    "deadlines": optional("frister", _DEADLINES),
    "funding": optional("finansiering", one_of(Funding)),
    "amount": optional("belop", AMOUNT),
    "steps": optional("steg", _STEPS),
    "applicants": optional("soker", ListOf(one_of(Applicant), unique=str)),
}


def _with_spot(raw: dict[str, Any], spot: Spot) -> dict[str, Any]:
    return {**raw, "spot": spot}


# As it stands: what an edition leaves out is `None`, and `spot` is where to tell what is wrong.
EDITIONS = ListOf(
    Turned(
        Record(
            Text("utgaven", "utgåva"),
            dict[str, Any],
            {
                "valid_from": optional("fra", Day()),
                "valid_to": optional("til", Day()),
                "gap": optional("opphold", TEXT),
                "ended_requirements": optional("avsluttet_krav", ListOf(Id(), unique=str), ()),
                "ended_terms": optional("avsluttet_vilkar", ListOf(Id(), unique=str), ()),
                **PARTS,
                **{name: optional(key.name, key.shape) for name, key in DATED.items()},
            },
        ),
        _with_spot,
    )
)
