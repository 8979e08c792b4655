"""The examples of a scheme: small situations, and the verdict each must give."""

from wizard.domain.conditions import Severity
from wizard.domain.rulebook import AssertedVerdict
from wizard.domain.schemes import Example, Funding, Scheme, VerdictKind, WhenUnknown
from wizard.domain.suggestion import closest
from wizard.domain.text import Text
from wizard.rulebook.ids import Id, OneOf, Ref, Yes, one_of
from wizard.rulebook.messages import rules as say
from wizard.rulebook.numbers import Day
from wizard.rulebook.reading import Kind, Reading
from wizard.rulebook.records import HERE, Key, Record, Spot, optional, required
from wizard.rulebook.shapes import ListOf, MapOf
from wizard.rulebook.texts import LINE
from wizard.rulebook.values import FactValues

_SEVERITY = OneOf({each.code: each for each in Severity})
_NEGATIVE = frozenset({VerdictKind.EXCLUDED, VerdictKind.NOT_RELEVANT, VerdictKind.AFTER_CHANGE})
_OPEN = frozenset({VerdictKind.CONDITIONAL, VerdictKind.OPEN})

# What an example and a whole journey both assert about a scheme.
VERDICT_KEYS: dict[str, Key] = {
    "gives": required("gir", one_of(VerdictKind)),
    "in_place": optional("pa_plass", Yes(), default=False),
    "because": optional("fordi", ListOf(Id(), unique=str), ()),
    "settled_by": optional("avgjores_av", ListOf(Ref(Kind.FACT, uses=False), unique=str), ()),
}


def _check_example(example: Example, spot: Spot) -> None:
    if example.in_place and example.gives is not VerdictKind.NOT_RELEVANT:
        spot.report(say.IN_PLACE_IS_NOT_RELEVANT, "pa_plass", gives=example.gives)


EXAMPLES = ListOf(
    Record(
        Text("eksempelet", "eksempelet"),
        Example,
        {
            "name": required("navn", LINE),
            "on": required("dato", Day()),
            "needs": optional("behov", MapOf(Ref(Kind.NEED, uses=False), _SEVERITY), {}),
            "facts": optional("opplysninger", FactValues(), {}),
            **VERDICT_KEYS,
            "place": HERE,
        },
        check=_check_example,
    ),
    unique=lambda example: example.name,
)


def check_examples(scheme: Scheme, spot: Spot) -> None:
    """Report kinds of examples that are missing, and reasons that the scheme does not have."""
    given = {example.gives for example in scheme.examples}
    if can_be_recommended(scheme) and VerdictKind.RECOMMENDED not in given:
        spot.report(say.NO_RECOMMENDED_EXAMPLE, "eksempler")
    if can_be_refused(scheme) and given.isdisjoint(_NEGATIVE):
        spot.report(say.NO_NEGATIVE_EXAMPLE, "eksempler")
    if can_be_open(scheme) and given.isdisjoint(_OPEN):
        spot.report(say.NO_OPEN_EXAMPLE, "eksempler")
    for example in scheme.examples:
        edition = scheme.edition_on(example.on)
        known = [each.id for each in edition.requirements] if edition else []
        check_because(example, known, spot.reading)


def check_because(claim: Example | AssertedVerdict, known: list[str], reading: Reading) -> None:
    """Report a reason that is not a krav of the edition in force."""
    for id_ in claim.because:
        if id_ not in known:
            meant = closest(id_, known)
            reading.report(claim.place, say.NOT_A_REQUIREMENT, meant=meant, id=id_)


def can_be_recommended(scheme: Scheme) -> bool:
    """Tell whether any edition has money to give."""
    return any(edition.funding is not Funding.CLOSED for edition in scheme.editions)


def can_be_refused(scheme: Scheme) -> bool:
    """Tell whether anything could stand in the way."""
    conditions = (each for known in scheme.versions for each in (known.relevant, known.in_place))
    return any(condition is not None for condition in conditions) or any(
        edition.requirements
        or edition.valid_from
        or edition.valid_to
        or edition.funding is Funding.CLOSED
        for edition in scheme.editions
    )


def can_be_open(scheme: Scheme) -> bool:
    """Tell whether not knowing something could leave the verdict open."""
    asks = any(
        each.relevant is not None and each.when_unknown is not WhenUnknown.RECOMMEND
        for each in scheme.versions
    )
    gates = any(edition.requirements for edition in scheme.editions)
    return can_be_recommended(scheme) and (asks or gates)
