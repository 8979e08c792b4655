"""`behov/<id>.yaml`: what counts as a need, and how severe."""

from wizard.domain.conditions import Condition, Severity
from wizard.domain.rulebook import Need, NeedExample
from wizard.domain.text import Text
from wizard.rulebook.conditions import FACTS_ONLY
from wizard.rulebook.ids import OneOf, Own, Ref
from wizard.rulebook.kinds.search_words import check_search_words
from wizard.rulebook.kinds.sources import JUDGED, JUDGED_KEYS, check_judged
from wizard.rulebook.messages import rules as say
from wizard.rulebook.numbers import Day
from wizard.rulebook.reading import Kind
from wizard.rulebook.records import HERE, Record, Spot, optional, required
from wizard.rulebook.shapes import ListOf
from wizard.rulebook.texts import LINE, NAME, SEARCH_WORDS, TEXT
from wizard.rulebook.values import FactValues

_GIVES: dict[str, Severity | None] = {
    **{each.code: each for each in Severity},
    "uavklart": None,
}


def _when(condition: Condition) -> Condition:
    return condition


_SEVERITY = Record(Text("behovet", "behovet"), _when, {"condition": required("hvis", FACTS_ONLY)})

_EXAMPLES = ListOf(
    Record(
        Text("eksempelet", "eksempelet"),
        NeedExample,
        {
            "name": required("navn", LINE),
            "on": required("dato", Day()),
            "facts": optional("opplysninger", FactValues(), {}),
            "gives": required("gir", OneOf(_GIVES)),
            "settled_by": optional(
                "avgjores_av", ListOf(Ref(Kind.FACT, uses=False), unique=str), ()
            ),
            "place": HERE,
        },
    ),
    unique=lambda example: example.name,
)


def _check_need(need: Need, spot: Spot) -> None:
    check_judged(need, spot)
    check_search_words((need.name.nb, need.name.nn), need.search_words, spot)
    given = {example.gives for example in need.examples}
    for word, severity in _GIVES.items():
        if severity not in given:
            spot.report(say.NO_NEED_EXAMPLE, "eksempler", gives=word)


NEED = Record(
    Text("behovet", "behovet"),
    Need,
    {
        "id": required("id", Own(Kind.NEED, stem=True)),
        "name": required("navn", NAME),
        "short": required("kort", TEXT),
        "search_words": optional("sokeord", SEARCH_WORDS, ()),
        "severe": required("stor", _SEVERITY),
        "some": required("noe", _SEVERITY),
        **JUDGED_KEYS,
        "contact": required("kontakt", Ref(Kind.SCHEME)),
        "examples": required("eksempler", _EXAMPLES),
        "place": HERE,
    },
    one_of=(JUDGED,),
    check=_check_need,
)
