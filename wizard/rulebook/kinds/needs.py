"""`behov/<id>.yaml`: what counts as a need, and how severe."""

from wizard.domain.conditions import Condition
from wizard.domain.rulebook import Need
from wizard.domain.text import Text
from wizard.rulebook.conditions import FACTS_ONLY
from wizard.rulebook.ids import Own, Ref
from wizard.rulebook.kinds.sources import JUDGED, JUDGED_KEYS, check_judged
from wizard.rulebook.reading import Kind
from wizard.rulebook.records import HERE, Record, required
from wizard.rulebook.texts import NAME, TEXT


def _when(condition: Condition) -> Condition:
    return condition


_SEVERITY = Record(Text("behovet", "behovet"), _when, {"condition": required("hvis", FACTS_ONLY)})

NEED = Record(
    Text("behovet", "behovet"),
    Need,
    {
        "id": required("id", Own(Kind.NEED, stem=True)),
        "name": required("navn", NAME),
        "short": required("kort", TEXT),
        "severe": required("stor", _SEVERITY),
        "some": required("noe", _SEVERITY),
        **JUDGED_KEYS,
        "contact": required("kontakt", Ref(Kind.SCHEME)),
        "place": HERE,
    },
    one_of=(JUDGED,),
    check=check_judged,
)
