"""What is said of an adviser's review: who it is, what is changed, and what cannot be followed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from wizard.domain.memo_fields import MemoField, MemoFieldKind
from wizard.domain.review import (
    ABOUT_THE_CASE,
    NAME,
    ORDER_REASON,
    OVERALL,
    REVIEW_FIELDS,
    ROLE,
    Refusal,
    RefusalKind,
    Review,
    Reviewed,
)
from wizard.domain.text import Text, capfirst
from wizard.voice.labels import Labels
from wizard.voice.wording import Wording
from wizard.voice.words import OR

_TAKEN_OUT = Text("Tatt ut av planen: {scheme}.", "Teke ut av planen: {scheme}.")
_TAKEN_IN = Text("Tatt inn i planen for i år: {scheme}.", "Teke inn i planen for i år: {scheme}.")
_TOOK_IN = Text("Tatt inn av rådgiveren", "Teke inn av rådgivaren")
_REORDERED = Text(
    "Rekkefølgen på tiltakene i år er endret.", "Rekkjefølgja på tiltaka i år er endra."
)
_ORDER = Text("rekkefølgen på tiltakene", "rekkjefølgja på tiltaka")
_FILLED_IN = Text("Fylt ut av rådgiveren: {fields}.", "Fylt ut av rådgivaren: {fields}.")
_MORE_THAN_THERE_IS = Text(
    "Med disse endringene tar året mer enn kommunen har satt av. Summene på første side viser "
    "hvor mye.",
    "Med desse endringane tek året meir enn kommunen har sett av. Summane på første side viser "
    "kor mykje.",
)
_REFUSED = {
    RefusalKind.NOT_POSSIBLE: Text(
        "Reglene eller svarene åpner ikke for dette nå.",
        "Reglane eller svara opnar ikkje for dette no.",
    ),
    RefusalKind.INSTEAD_OF: Text(
        "Dette er et alternativ til {schemes}, som er med. Ta ut det ene først.",
        "Dette er eit alternativ til {schemes}, som er med. Ta ut det eine først.",
    ),
    RefusalKind.NEEDS: Text(
        "Dette forutsetter {schemes}, som ikke er med i år. Ta med det først.",
        "Dette føreset {schemes}, som ikkje er med i år. Ta med det først.",
    ),
    RefusalKind.NEEDED_BY: Text(
        "{Schemes} bygger på dette. Ta ut det først.",
        "{Schemes} byggjer på dette. Ta ut det først.",
    ),
}


@dataclass(frozen=True, slots=True)
class ReviewChange:
    """Something that the adviser has changed, and the adviser's own reason; it may be missing."""

    what: str
    reason: str


class ReviewAccount:
    """A review in words. What the adviser wrote is handed on as it stands."""

    def __init__(self, wording: Wording, reviewed: Reviewed) -> None:
        """Give an account of the review that is taken into the advice of the wording."""
        self._wording, self._labels = wording, wording.labels
        self.reviewed = reviewed

    @property
    def review(self) -> Review:
        """What the adviser said."""
        return self.reviewed.review

    @property
    def who(self) -> str:
        """The adviser's name and role, as far as they are told."""
        return ", ".join(filter(None, (self.review.text(NAME), self.review.text(ROLE))))

    @property
    def name(self) -> str:
        """The adviser's name."""
        return self.review.text(NAME)

    @property
    def overall(self) -> tuple[str, ...]:
        """The assessment of the whole, in paragraphs."""
        return _paragraphs(self.review.text(OVERALL))

    def of(self, scheme: str) -> tuple[str, ...]:
        """Return the assessment of one scheme, in paragraphs."""
        return _paragraphs(self.review.measure(scheme).assessment)

    def took_in(self, scheme: str) -> str:
        """Return that the adviser has taken a scheme into the plan; empty for all others."""
        return self._labels.say(_TOOK_IN) if scheme in self.reviewed.taken_in else ""

    @property
    def assessed(self) -> tuple[str, ...]:
        """The schemes that have an assessment, as far as the rules still know them."""
        known = self._wording.advice.verdicts
        return tuple(each for each in self.review.measures if each in known and self.of(each))

    @property
    def filled_in(self) -> Mapping[str, str]:
        """What the adviser says of the case (addressee, committee …), by id of the field."""
        found = {each.id: self.review.text(each) for each in ABOUT_THE_CASE}
        return {id_: text for id_, text in found.items() if text}

    @property
    def about_the_case(self) -> Iterator[tuple[str, str]]:
        """What the adviser says of the case, as it is read: each field by name, and its text."""
        for field in self._filled_fields:
            text = self.filled_in[field.id]
            is_day = field.kind is MemoFieldKind.DAY
            told = self._labels.day(date.fromisoformat(text)) if is_day else text
            yield field.name.to(self._labels.language), told

    @property
    def changes(self) -> tuple[ReviewChange, ...]:
        """All that is otherwise than without the adviser."""
        return (*self.plan_changes, *self._filled())

    @property
    def plan_changes(self) -> tuple[ReviewChange, ...]:
        """What is otherwise in the plan."""
        return tuple(self._plan_changes())

    def _plan_changes(self) -> Iterator[ReviewChange]:
        for template, schemes in (
            (_TAKEN_OUT, self.reviewed.taken_out),
            (_TAKEN_IN, self.reviewed.taken_in),
        ):
            for each in schemes:
                name = self._labels.scheme_inline(each)
                what = self._labels.say(template, scheme=name)
                yield ReviewChange(what, self.review.measure(each).reason)
        if self.reviewed.reordered:
            yield ReviewChange(self._labels.say(_REORDERED), self.review.text(ORDER_REASON))

    def _filled(self) -> Iterator[ReviewChange]:
        if self.filled_in:
            names = [_inline(each.name.to(self._labels.language)) for each in self._filled_fields]
            listed = self._labels.listed(names)
            yield ReviewChange(self._labels.say(_FILLED_IN, fields=listed), "")

    @property
    def _filled_fields(self) -> list[MemoField]:
        return [each for each in ABOUT_THE_CASE if each.id in self.filled_in]

    @property
    def over(self) -> str:
        """That the year takes more than there is, where that comes of the adviser; else nothing."""
        year = self._wording.advice.plan.year
        lacks_money = year.left_money is not None and year.left_money < 0
        if self.reviewed.taken_in and (year.left < 0 or lacks_money):
            return self._labels.say(_MORE_THAN_THERE_IS)
        return ""

    @property
    def refused(self) -> Mapping[str, str]:
        """Why each choice that cannot be followed is not, by scheme."""
        return {id_: self._refusal(each) for id_, each in self.reviewed.refused.items()}

    def _refusal(self, refusal: Refusal) -> str:
        names = [f"«{self._labels.scheme_name(each)}»" for each in refusal.because_of]
        one_of = refusal.kind is RefusalKind.NEEDS
        listed = (
            (self._labels.listed(names, OR) if one_of else self._labels.listed(names))
            if names
            else ""
        )
        return self._labels.say(_REFUSED[refusal.kind], schemes=listed, Schemes=capfirst(listed))


def review_of(wording: Wording) -> ReviewAccount | None:
    """Return what is said of the review in the advice; none where there is none."""
    reviewed = wording.advice.reviewed
    if reviewed is None or reviewed.review.is_silent:
        return None
    return ReviewAccount(wording, reviewed)


def differences(labels: Labels, one: Review | None, other: Review | None) -> list[str]:
    """Return what two reviews have otherwise, as it is called in a sentence."""
    left, right = one or Review(), other or Review()
    found = [
        _inline(each.name.to(labels.language))
        for each in REVIEW_FIELDS
        if left.text(each) != right.text(each)
    ]
    schemes = dict.fromkeys((*left.measures, *right.measures))
    differing = [each for each in schemes if left.measure(each) != right.measure(each)]
    found += [
        f"«{labels.scheme_name(each)}»" for each in differing if each in labels.rulebook.schemes
    ]
    return [*found, labels.say(_ORDER)] if left.order != right.order else found


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _inline(name: str) -> str:
    return name[:1].lower() + name[1:]
