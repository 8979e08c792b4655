"""What people write into the memo themselves, beside the answers: one list for every door.

All of it may be left out. In a case it stands in `adviser`, by id, as text.
"""

from dataclasses import dataclass
from enum import StrEnum

from wizard.domain.text import Text, capfirst


class MemoFieldKind(StrEnum):
    """What sort of text it is: one line, a day written as `2027-05-15`, or paragraphs."""

    LINE = "linje"
    DAY = "dag"
    PARAGRAPHS = "avsnitt"


@dataclass(frozen=True, slots=True)
class MemoField:
    """A field that may be filled in. `longest` is in characters; `name` stands beside it."""

    id: str
    kind: MemoFieldKind
    longest: int
    name: Text


COMMITTEE = MemoField("utvalg", MemoFieldKind.LINE, 80, Text("Utvalg", "Utval"))
MEETING_DAY = MemoField("motedato", MemoFieldKind.DAY, 10, Text("Møtedato", "Møtedato"))
CASE_NUMBER = MemoField("saksnummer", MemoFieldKind.LINE, 40, Text("Saksnummer", "Saksnummer"))
OFFICER = MemoField("saksbehandler", MemoFieldKind.LINE, 80, Text("Saksbehandler", "Saksbehandlar"))
ASSESSMENT = MemoField(
    "vurdering", MemoFieldKind.PARAGRAPHS, 1500, Text("Egen vurdering", "Eiga vurdering")
)
ASSESSED_BY = MemoField("vurdert_av", MemoFieldKind.LINE, 120, Text("Vurdert av", "Vurdert av"))

# What a municipality may call its council where it names the committee itself.
COUNCILS = frozenset({"Kommunestyret", "Heradsstyret", "Bystyret"})


def is_council(committee: str) -> bool:
    """Tell whether a committee that is named is the council; nothing named is."""
    named = committee.strip()
    return not named or capfirst(named.lower()) in COUNCILS


MEMO_FIELDS = (COMMITTEE, MEETING_DAY, CASE_NUMBER, OFFICER, ASSESSMENT, ASSESSED_BY)
MEMO_FIELD_IDS = frozenset(field.id for field in MEMO_FIELDS)
