"""What is said of a scheme itself, and can be otherwise in one of its editions.

All but the id and the kind, which are what it is, the words to search by and the examples, which
are for today's reader, and a duty, which has days of its own.
"""

from collections.abc import Mapping

from wizard.domain.schemes import (
    Action,
    Administrator,
    Coverage,
    Effect,
    Effort,
    Experience,
    MunicipalRole,
    WhenUnknown,
)
from wizard.domain.text import Text
from wizard.rulebook.conditions import CONDITION
from wizard.rulebook.ids import OneOf, Ref, one_of
from wizard.rulebook.kinds.sources import JUDGED, LEGAL_BASIS
from wizard.rulebook.numbers import MunicipalityNumber, Number
from wizard.rulebook.reading import Kind
from wizard.rulebook.records import HERE, Key, Record, noted, optional, required
from wizard.rulebook.shapes import ListOf
from wizard.rulebook.texts import HEADLINE, NAME, TASK, TEXT

# The municipalities that a text names. Whether they exist is asked of the data, not of the rules.
MUNICIPALITIES = ListOf(MunicipalityNumber(), unique=str)

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

# By the names of `Scheme`, as they stand in a scheme; in an edition each can be left out.
DATED: Mapping[str, Key] = {
    "name": required("navn", NAME),
    "short": required("kort", TEXT),
    "administrator": required("forvalter", one_of(Administrator)),
    "role": required("kommunens_rolle", one_of(MunicipalRole)),
    "action": optional("handling", _ACTION),
    "covers": required("dekker", _COVERAGE),
    "effort": required("innsats", _EFFORT),
    "stated_effect": optional("virkning", one_of(Effect)),
    "first": optional("forst", _ONE_OF_OTHERS, ()),
    "only_with": optional("bare_sammen_med", _ONE_OF_OTHERS, ()),
    "alternative_to": optional("alternativ_til", _OTHERS, ()),
    "not_same_cost": optional("ikke_for_samme_kostnad", _OTHERS, ()),
    "strengthens": optional("styrker", _OTHERS, ()),
    "in_place": optional("pa_plass", CONDITION),
    "when_unknown": optional("ved_ukjent", one_of(WhenUnknown), WhenUnknown.CLARIFY),
    "relevant": optional("aktuelt", CONDITION),
    "experiences": optional("erfaringer", _EXPERIENCES, ()),
    "pitfalls": optional("fallgruver", ListOf(TEXT), ()),
}
