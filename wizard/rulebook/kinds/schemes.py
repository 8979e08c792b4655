"""`virkemidler/<id>.yaml` and `tiltak/<id>.yaml`: one scheme a file."""

from collections.abc import Iterator, Mapping
from typing import Any

from wizard.domain.schemes import Duty, OnPurpose, Scheme, SchemeKind
from wizard.domain.suggestion import closest
from wizard.domain.text import Text
from wizard.rulebook.ids import Id, OneOf, Own
from wizard.rulebook.kinds.dated import DATED
from wizard.rulebook.kinds.dates import check_revisit
from wizard.rulebook.kinds.editions import EDITIONS, PARTS
from wizard.rulebook.kinds.examples import EXAMPLES, check_examples
from wizard.rulebook.kinds.periods import settle_editions
from wizard.rulebook.kinds.search_words import check_search_words
from wizard.rulebook.kinds.sources import LEGAL_BASIS
from wizard.rulebook.messages import rules as say
from wizard.rulebook.numbers import Day
from wizard.rulebook.reading import Kind
from wizard.rulebook.records import HERE, Record, Spot, Turned, optional, required
from wizard.rulebook.shapes import ListOf, Shape
from wizard.rulebook.texts import SEARCH_WORDS, TEXT

_DUTY = Record(
    Text("plikten", "plikta"),
    Duty,
    {"since": required("fra", Day()), "basis": required("hjemmel", LEGAL_BASIS)},
)

# Of what a scheme says of others, that which the others can contradict.
_RELATIONS = ("forst", "bare_sammen_med", "styrker")

_ON_PURPOSE = ListOf(
    Record(
        Text("forklaringen", "forklaringa"),
        OnPurpose,
        {
            "part": required("hva", Id()),
            "reason": required("begrunnelse", TEXT),
            "place": HERE,
        },
    ),
    unique=lambda each: each.part,
)


def _scheme(raw: dict[str, Any], spot: Spot) -> Scheme:
    shared = {name: raw.pop(name) for name in PARTS} | {name: raw[name] for name in DATED}
    periods = raw.pop("editions")
    scheme = Scheme(**raw, editions=settle_editions(raw["kind"], shared, periods, spot))
    check_revisit(spot, ("kontrollert", scheme.checked), ("kontroller_innen", scheme.check_by))
    names = [form for each in scheme.versions for form in (each.name.nb, each.name.nn)]
    check_search_words(names, scheme.search_words, spot)
    _note_places(scheme, periods or (), spot)
    _check_end(scheme, spot)
    _check_relations(scheme, periods or (), spot)
    _check_on_purpose(scheme, spot)
    check_examples(scheme, spot)
    return scheme


def _note_places(scheme: Scheme, periods: tuple[Mapping[str, Any], ...], spot: Spot) -> None:
    """Note where a scheme has its names and says how it stands to others.

    Who else has the name, and what those others say, is seen when all are read.
    """
    reading = spot.reading
    for version, own in zip(scheme.versions, [e["spot"] for e in periods] or [spot], strict=True):
        where = {key: own if key in own.node.entries else spot for key in ("navn", *_RELATIONS)}
        reading.names[version.place.file, version.name] = where["navn"].at("navn")
        for key in _RELATIONS:
            if key in where[key].node.entries:
                reading.relations[version.place, key] = where[key].line(key)


def _check_end(scheme: Scheme, spot: Spot) -> None:
    ends = scheme.editions[-1].valid_to is not None
    if ends and scheme.ended is None:
        spot.report(say.END_WITHOUT_ADVICE, "utgaver")
    if scheme.ended is not None and not ends:
        spot.report(say.ADVICE_WITHOUT_END, "avsluttet")


def _check_relations(scheme: Scheme, periods: tuple[Mapping[str, Any], ...], spot: Spot) -> None:
    """Report each relation that cannot be where it stands: in the scheme, or in an edition."""
    known = [*_impossible(scheme)]
    for message, key, parts in known:
        spot.report(message, key, **parts)
    for version, period in zip(scheme.versions, periods, strict=bool(periods)):
        for fault in _impossible(version):
            if fault not in known:
                message, key, parts = fault
                period["spot"].report(message, key, **parts)


def _impossible(scheme: Scheme) -> Iterator[tuple[Text, str, dict[str, str]]]:
    """Yield what is wrong with how a scheme stands to others: a message, its key, its parts."""
    relations = {
        "forst": scheme.first,
        "bare_sammen_med": scheme.only_with,
        "alternativ_til": scheme.alternative_to,
        "ikke_for_samme_kostnad": scheme.not_same_cost,
        "styrker": scheme.strengthens,
    }
    for key, ids in relations.items():
        if scheme.id in ids:
            yield say.RELATED_TO_ITSELF, key, {"key": key}
    for id_ in scheme.alternative_to:
        for key in ("forst", "bare_sammen_med"):
            if id_ in relations[key]:
                yield say.BOTH_WITH_AND_INSTEAD, "alternativ_til", {"id": id_, "key": key}


def _check_on_purpose(scheme: Scheme, spot: Spot) -> None:
    gates = (each.id for edition in scheme.editions for each in edition.requirements)
    known = dict.fromkeys(("aktuelt", "pa_plass", "ordningen", *gates))
    for each in scheme.on_purpose:
        if each.part not in known:
            meant = closest(each.part, known)
            spot.report(say.EXPLAINS_NOTHING, "med_vilje", meant=meant, part=each.part)


def _shape(kinds: tuple[SchemeKind, ...]) -> Shape[Scheme]:
    return Turned(
        Record(
            Text("ordningen", "ordninga"),
            dict[str, Any],
            {
                "id": required("id", Own(Kind.SCHEME, stem=True)),
                "kind": required("slag", OneOf({kind.value: kind for kind in kinds})),
                **DATED,
                "search_words": optional("sokeord", SEARCH_WORDS, ()),
                "duty": optional("plikt", _DUTY),
                "on_purpose": optional("med_vilje", _ON_PURPOSE, ()),
                **PARTS,
                "editions": optional("utgaver", EDITIONS),
                "ended": optional("avsluttet", TEXT),
                "checked": required("kontrollert", Day(past=True)),
                "check_by": required("kontroller_innen", Day(paired=True)),
                "examples": required("eksempler", EXAMPLES),
                "place": HERE,
            },
        ),
        _scheme,
    )


INSTRUMENT = _shape(tuple(kind for kind in SchemeKind if kind is not SchemeKind.MEASURE))
MEASURE = _shape((SchemeKind.MEASURE,))
