"""`situasjoner/<id>.yaml`: a whole municipality with answers, and the advice it must get."""

from dataclasses import dataclass
from datetime import date

from wizard.domain.case import Answer, Case
from wizard.domain.place import Place
from wizard.domain.priorities import MOST
from wizard.domain.rulebook import AssertedVerdict, Journey
from wizard.domain.text import Language, Text
from wizard.rulebook.ids import Own, Ref, one_of
from wizard.rulebook.kinds.examples import VERDICT_KEYS
from wizard.rulebook.messages import listed
from wizard.rulebook.messages import rules as say
from wizard.rulebook.numbers import Day, MunicipalityNumber
from wizard.rulebook.reading import Kind
from wizard.rulebook.records import HERE, Record, Spot, Turned, optional, required
from wizard.rulebook.shapes import ListOf, MapOf
from wizard.rulebook.texts import NAME, TEXT
from wizard.rulebook.values import FactValues


@dataclass(frozen=True, slots=True)
class _Raw:
    """A journey as it stands in the file."""

    id: str
    name: Text
    municipality_number: str
    as_of: date
    language: Language
    answers: dict[str, Answer]
    verdicts: tuple[AssertedVerdict, ...]
    core: tuple[str, ...]
    later: tuple[str, ...]
    no_room: tuple[str, ...]
    made_known: tuple[str, ...]
    main_for: dict[str, tuple[str, ...]] | None
    not_asked: tuple[str, ...] | None
    priorities: tuple[str, ...] | None
    place: Place


def _check_priorities(raw: _Raw, spot: Spot) -> None:
    """Report more needs than a municipality can put first."""
    needs = raw.priorities or ()
    if len(needs) > MOST:
        kept = listed(f"«{each}»" for each in needs[:MOST])
        spot.report(say.TOO_MANY_PRIORITIES, "prioritering", n=len(needs), most=MOST, kept=kept)


def _journey(raw: _Raw, spot: Spot) -> Journey:
    case = Case(
        raw.municipality_number,
        raw.as_of,
        raw.language,
        raw.answers,
        priorities=raw.priorities,
    )
    return Journey(
        raw.id,
        raw.name,
        case,
        raw.verdicts,
        core=raw.core,
        later=raw.later,
        no_room=raw.no_room,
        made_known=raw.made_known,
        main_for=raw.main_for,
        not_asked=raw.not_asked,
        place=raw.place,
        lines={key: entry.key.place for key, entry in spot.node.entries.items()},
    )


_VERDICTS = ListOf(
    Record(
        Text("vurderingen", "vurderinga"),
        AssertedVerdict,
        {
            "scheme": required("ordning", Ref(Kind.SCHEME, uses=False)),
            **VERDICT_KEYS,
            "reason": required("begrunnelse", TEXT),
            "place": HERE,
        },
    ),
    unique=lambda verdict: verdict.scheme,
)

_PART = ListOf(Ref(Kind.SCHEME, uses=False), empty=True, unique=str)

_CARRIERS = ListOf(Ref(Kind.SCHEME, uses=False), unique=str)

JOURNEY = Turned(
    Record(
        Text("situasjonen", "situasjonen"),
        _Raw,
        {
            "id": required("id", Own(Kind.JOURNEY, stem=True)),
            "name": required("navn", NAME),
            "municipality_number": required("kommune", MunicipalityNumber()),
            "as_of": required("dato", Day()),
            "language": required("maalform", one_of(Language)),
            "answers": required("svar", FactValues(dont_know=True)),
            "verdicts": required("vurderinger", _VERDICTS),
            "core": required("i_ar", _PART),
            "later": required("neste", _PART),
            "no_room": optional("ikke_plass", _PART, ()),
            "made_known": optional("gjor_kjent", _PART, ()),
            "main_for": optional("hoved", MapOf(Ref(Kind.NEED, uses=False), _CARRIERS)),
            "not_asked": optional(
                "ikke_spurt", ListOf(Ref(Kind.FACT, uses=False), empty=True, unique=str)
            ),
            "priorities": optional("prioritering", ListOf(Ref(Kind.NEED, uses=False), unique=str)),
            "place": HERE,
        },
        check=_check_priorities,
    ),
    _journey,
)
