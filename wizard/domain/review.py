"""The adviser's review of a case: own words, and what goes into the memo otherwise than we advise.

Our own advice never changes by it. The review stands beside the answers, and whoever makes a memo
takes it in or leaves it out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from wizard.domain.memo_fields import (
    CASE_NUMBER,
    COMMITTEE,
    MEETING_DAY,
    MemoField,
    MemoFieldKind,
)
from wizard.domain.text import Text

NAME = MemoField("navn", MemoFieldKind.LINE, 80, Text("Navn", "Namn"))
ROLE = MemoField("rolle", MemoFieldKind.LINE, 80, Text("Rolle", "Rolle"))
OVERALL = MemoField(
    "vurdering", MemoFieldKind.PARAGRAPHS, 1500, Text("Samlet vurdering", "Samla vurdering")
)
ADDRESSEE = MemoField("mottaker", MemoFieldKind.LINE, 120, Text("Mottaker", "Mottakar"))
ORDER_REASON = MemoField(
    "rekkefolge_fordi",
    MemoFieldKind.LINE,
    300,
    Text("Hvorfor rekkefølgen er endret", "Kvifor rekkjefølgja er endra"),
)
ABOUT_THE_CASE = (ADDRESSEE, CASE_NUMBER, COMMITTEE, MEETING_DAY)
REVIEW_FIELDS = (NAME, ROLE, OVERALL, *ABOUT_THE_CASE, ORDER_REASON)

MEASURE = MemoField(
    "vurdering", MemoFieldKind.PARAGRAPHS, 600, Text("Egen vurdering", "Eiga vurdering")
)
REASON = MemoField("fordi", MemoFieldKind.LINE, 300, Text("Hvorfor", "Kvifor"))


@dataclass(frozen=True, slots=True)
class MeasureReview:
    """What the adviser says of one scheme.

    `include`: into the plan of this year, or out of the plan; `None` is as we advise. `reason` says
    why, where that is a change; where it is not, it is kept and not shown.
    """

    assessment: str = ""
    include: bool | None = None
    reason: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not self.assessment and self.include is None and not self.reason


@dataclass(frozen=True, slots=True)
class Review:
    """All that an adviser has added to a case.

    `fields` holds texts by the id of their field (`REVIEW_FIELDS`), `measures` what is said of
    schemes by id; one that the rulebook no longer has stays, but is not read. `order` are the
    schemes of the first year in the adviser's order; empty where ours stands.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, MeasureReview] = field(default_factory=dict)
    order: tuple[str, ...] = ()

    def text(self, of: MemoField) -> str:
        """Return what a field says; empty where nobody has filled it in."""
        return self.fields.get(of.id, "").strip()

    def measure(self, scheme: str) -> MeasureReview:
        """Return what is said of a scheme, if only nothing."""
        return self.measures.get(scheme, MeasureReview())

    @property
    def without_the_case(self) -> "Review":
        """The same without what is said of the case (addressee, committee …)."""
        about = {each.id for each in ABOUT_THE_CASE}
        return replace(self, fields={k: v for k, v in self.fields.items() if k not in about})

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all, not even a name."""
        return self.is_silent and not (self.text(NAME) or self.text(ROLE))

    @property
    def is_silent(self) -> bool:
        """Whether nothing is said but who it would be."""
        said = any(self.text(each) for each in REVIEW_FIELDS if each not in {NAME, ROLE})
        measured = any(not each.is_empty for each in self.measures.values())
        return not (said or measured or self.order)


class RefusalKind(StrEnum):
    """Why a choice of the adviser's cannot be followed."""

    NOT_POSSIBLE = "ikke_mulig"
    INSTEAD_OF = "i_stedet_for"
    NEEDS = "trenger"
    NEEDED_BY = "trengs_av"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A choice that cannot be followed, and the schemes that stand in the way."""

    kind: RefusalKind
    because_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a review has done to the plan.

    `taken_in` and `taken_out` are the schemes that it moved into the first year and out of the
    plan, `refused` those whose choice cannot be followed. `reordered`: the order is not ours.
    """

    review: Review
    taken_in: tuple[str, ...] = ()
    taken_out: tuple[str, ...] = ()
    reordered: bool = False
    refused: Mapping[str, Refusal] = field(default_factory=dict)

    @property
    def changes_plan(self) -> bool:
        """Whether the plan is another than ours."""
        return bool(self.taken_in or self.taken_out or self.reordered)
