"""`virkemidler/<id>.yaml` and `tiltak/<id>.yaml`: one scheme a file."""

from typing import Any

from wizard.domain.schemes import (
    Action,
    Administrator,
    Coverage,
    Duty,
    Effect,
    Effort,
    Experience,
    MunicipalRole,
    OnPurpose,
    Scheme,
    SchemeKind,
    WhenUnknown,
)
from wizard.domain.suggestion import closest
from wizard.domain.text import Text
from wizard.rulebook.conditions import CONDITION
from wizard.rulebook.ids import Id, OneOf, Own, Ref, one_of
from wizard.rulebook.kinds.dates import check_revisit
from wizard.rulebook.kinds.editions import EDITIONS, MUNICIPALITIES, PARTS
from wizard.rulebook.kinds.examples import EXAMPLES, check_examples
from wizard.rulebook.kinds.periods import settle_editions
from wizard.rulebook.kinds.search_words import check_search_words
from wizard.rulebook.kinds.sources import JUDGED, LEGAL_BASIS
from wizard.rulebook.messages import rules as say
from wizard.rulebook.numbers import Day, Number
from wizard.rulebook.reading import Kind
from wizard.rulebook.records import HERE, Record, Spot, Turned, noted, optional, required
from wizard.rulebook.shapes import ListOf, Shape
from wizard.rulebook.texts import HEADLINE, NAME, SEARCH_WORDS, TASK, TEXT

_OTHERS = ListOf(Ref(Kind.SCHEME), unique=str)


def _ids(ids: tuple[str, ...]) -> tuple[str, ...]:
    return ids


_ONE_OF_OTHERS = Record(
    Text("listen over ordninger", "lista over ordningar"),
    _ids,
    {"ids": required("minst_en", _OTHERS)},
)

_COVERAGE = ListOf(
    Record(
        Text("dekningen", "dekninga"),
        Coverage,
        {
            "need": required("behov", Ref(Kind.NEED)),
            "main": required("rolle", OneOf({"hoved": True, "stotte": False})),
            "reason": optional("begrunnelse", TEXT),
        },
    ),
    unique=lambda coverage: coverage.need,
)

_EFFORT = Record(
    Text("innsatsen", "innsatsen"),
    Effort,
    {
        "weeks": required("uker", Number((0, 200))),
        "basis": optional("hjemmel", LEGAL_BASIS),
        "judged": noted("basis", OneOf({"vurdering": True})),
    },
    one_of=(JUDGED,),
)

_DUTY = Record(
    Text("plikten", "plikta"),
    Duty,
    {"since": required("fra", Day()), "basis": required("hjemmel", LEGAL_BASIS)},
)

_ACTION = Record(
    Text("handlingen", "handlinga"),
    Action,
    {"headline": required("overskrift", HEADLINE), "task": required("oppdrag", TASK)},
)

_EXPERIENCES = ListOf(
    Record(
        Text("erfaringen", "erfaringa"),
        Experience,
        {
            "text": required("tekst", TEXT),
            "source": required("kilde", Ref(Kind.SOURCE)),
            "about": optional("kommuner", MUNICIPALITIES, ()),
            "place": HERE,
        },
    )
)

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
    shared = {name: raw.pop(name) for name in PARTS}
    editions = settle_editions(raw["kind"], shared, raw.pop("editions"), spot)
    scheme = Scheme(**raw, editions=editions)
    check_revisit(spot, ("kontrollert", scheme.checked), ("kontroller_innen", scheme.check_by))
    check_search_words((scheme.name.nb, scheme.name.nn), scheme.search_words, spot)
    _check_end(scheme, spot)
    _check_relations(scheme, spot)
    _check_on_purpose(scheme, spot)
    check_examples(scheme, spot)
    return scheme


def _check_end(scheme: Scheme, spot: Spot) -> None:
    ends = scheme.editions[-1].valid_to is not None
    if ends and scheme.ended is None:
        spot.report(say.END_WITHOUT_ADVICE, "utgaver")
    if scheme.ended is not None and not ends:
        spot.report(say.ADVICE_WITHOUT_END, "avsluttet")


def _check_relations(scheme: Scheme, spot: Spot) -> None:
    relations = {
        "forst": scheme.first,
        "bare_sammen_med": scheme.only_with,
        "alternativ_til": scheme.alternative_to,
        "ikke_for_samme_kostnad": scheme.not_same_cost,
        "styrker": scheme.strengthens,
    }
    for key, ids in relations.items():
        if scheme.id in ids:
            spot.report(say.RELATED_TO_ITSELF, key, key=key)
    for id_ in scheme.alternative_to:
        if id_ in (*scheme.first, *scheme.only_with):
            spot.report(say.BOTH_WITH_AND_INSTEAD, "alternativ_til", id=id_)


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
                "name": required("navn", NAME),
                "short": required("kort", TEXT),
                "search_words": optional("sokeord", SEARCH_WORDS, ()),
                "kind": required("slag", OneOf({kind.value: kind for kind in kinds})),
                "administrator": required("forvalter", one_of(Administrator)),
                "role": required("kommunens_rolle", one_of(MunicipalRole)),
                "action": optional("handling", _ACTION),
                "covers": required("dekker", _COVERAGE),
                "effort": required("innsats", _EFFORT),
                "stated_effect": optional("virkning", one_of(Effect)),
                "duty": optional("plikt", _DUTY),
                "first": optional("forst", _ONE_OF_OTHERS, ()),
                "only_with": optional("bare_sammen_med", _ONE_OF_OTHERS, ()),
                "alternative_to": optional("alternativ_til", _OTHERS, ()),
                "not_same_cost": optional("ikke_for_samme_kostnad", _OTHERS, ()),
                "strengthens": optional("styrker", _OTHERS, ()),
                "on_purpose": optional("med_vilje", _ON_PURPOSE, ()),
                "in_place": optional("pa_plass", CONDITION),
                "when_unknown": optional("ved_ukjent", one_of(WhenUnknown), WhenUnknown.CLARIFY),
                "relevant": optional("aktuelt", CONDITION),
                **PARTS,
                "editions": optional("utgaver", EDITIONS),
                "ended": optional("avsluttet", TEXT),
                "experiences": optional("erfaringer", _EXPERIENCES, ()),
                "pitfalls": optional("fallgruver", ListOf(TEXT), ()),
                "checked": required("kontrollert", Day(past=True)),
                "check_by": required("kontroller_innen", Day()),
                "examples": required("eksempler", EXAMPLES),
                "place": HERE,
            },
        ),
        _scheme,
    )


INSTRUMENT = _shape(tuple(kind for kind in SchemeKind if kind is not SchemeKind.MEASURE))
MEASURE = _shape((SchemeKind.MEASURE,))
