"""The adviser's review as a form: who it is, the whole, the case, and a few fields a measure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from wtforms import StringField

from wizard.domain.memo_fields import CASE_NUMBER, COMMITTEE, MEETING_DAY, MemoField, MemoFieldKind
from wizard.domain.review import (
    ADDRESSEE,
    MEASURE,
    NAME,
    ORDER_REASON,
    OVERALL,
    REASON,
    REVIEW_FIELDS,
    ROLE,
    MeasureReview,
    Review,
)
from wizard.domain.text import Text
from wizard.web.forms import messages
from wizard.web.forms.base import BaseForm
from wizard.web.forms.fields import CannotReadError
from wizard.web.forms.own_fields import DayField, LineField, OwnField, ParagraphsField
from wizard.web.language import say

AS_PLANNED, IN, OUT = "", "ja", "nei"
_INCLUDES: Mapping[str, bool | None] = {AS_PLANNED: None, IN: True, OUT: False}
_WORDS = {
    AS_PLANNED: Text("Som i planen", "Som i planen"),
    IN: Text("Ta med i år", "Ta med i år"),
    OUT: Text("Ta ut av planen", "Ta ut av planen"),
}
_WHO = Text(
    "{name}: Fyll ut dette. Det rådgiveren legger til, står alltid med navn og rolle.",
    "{name}: Fyll ut dette. Det rådgivaren legg til, står alltid med namn og rolle.",
)
_WHY = Text("{name}: Skriv hvorfor dette er endret.", "{name}: Skriv kvifor dette er endra.")
_WHICH = Text("Ta med et tiltak til: Velg et tiltak.", "Ta med eit tiltak til: Vel eit tiltak.")
_CHOICE = Text("Med i notatet: «{scheme}»", "Med i notatet: «{scheme}»")
_ASSESSMENT = Text("Egen vurdering av «{scheme}»", "Eiga vurdering av «{scheme}»")
_REASON_FOR = Text("Hvorfor «{scheme}» er endret", "Kvifor «{scheme}» er endra")


@dataclass(frozen=True, slots=True)
class Offered:
    """A scheme on the page. `choices` are what can be done with it, by the values of the box."""

    scheme: str
    name: Text
    choices: tuple[str, ...]


class IncludeField(OwnField):
    """Whether a measure is in the memo as planned, or otherwise."""

    choices: tuple[str, ...] = ()

    def read(self) -> str:
        """Return what is chosen.

        Raises:
            CannotReadError: it is none of the choices.

        """
        chosen = str(self.typed)
        if chosen not in self.choices:
            raise CannotReadError(messages.UNKNOWN_OPTION)
        return chosen

    def lines(self) -> list[str]:
        """Return what somebody else chose, in words."""
        return [say(_WORDS[self.theirs])] if self.theirs in _WORDS else []

    @property
    def options(self) -> list[tuple[str, str]]:
        """Return each choice with its words."""
        return [(each, say(_WORDS[each])) for each in self.choices]

    @property
    def first_id(self) -> str:
        """Return the id of the first button, for links from the error summary."""
        return f"{self.id}-{self.choices[0] or 'plan'}"


class ReviewForm(BaseForm):
    """All of the review. `takes_in` are the schemes that can be taken in beside those shown."""

    navn = LineField(of=NAME)
    rolle = LineField(of=ROLE)
    vurdering = ParagraphsField(of=OVERALL)
    mottaker = LineField(of=ADDRESSEE)
    saksnummer = LineField(of=CASE_NUMBER)
    utvalg = LineField(of=COMMITTEE)
    motedato = DayField(of=MEETING_DAY)
    rekkefolge_fordi = LineField(of=ORDER_REASON)
    schemes: tuple[str, ...] = ()
    takes_in: tuple[str, ...] = ()

    @property
    def own(self) -> list[OwnField]:
        """Return the fields that the adviser writes in."""
        return [field for field in self if isinstance(field, OwnField)]

    def include(self, scheme: str) -> IncludeField:
        """Return the box of whether a scheme is in."""
        return self[f"med-{scheme}"]  # type: ignore[no-any-return] # WTForms has no types

    def reason(self, scheme: str) -> LineField:
        """Return the field of why a scheme is otherwise than planned."""
        return self[f"fordi-{scheme}"]  # type: ignore[no-any-return] # WTForms has no types

    def assessment(self, scheme: str) -> ParagraphsField:
        """Return the field of what the adviser says of a scheme."""
        return self[f"vurdering-{scheme}"]  # type: ignore[no-any-return] # WTForms has no types

    def needs_a_look(self, scheme: str) -> bool:
        """Whether something is wrong with the fields of a scheme, or somebody else has changed one.

        Then they stand open.
        """
        fields = (self.include(scheme), self.reason(scheme), self.assessment(scheme))
        return any(each.errors or each.theirs is not None for each in fields)

    def show(self, review: Review) -> None:
        """Put what the review says into the boxes."""
        there = self._written(review)
        for field in self.own:
            field.show(there[field.name])

    def check(self, *, reordered: bool = False) -> bool:
        """Read the form; say at each field what is wrong with it.

        `reordered`: the measures stand in the adviser's order, or will, and that needs a reason.
        """
        sound = self.read()
        for field in self.own:
            field.check()
        order = self.rekkefolge_fordi
        if reordered and not order.text and not order.errors:
            order.errors = [say(_WHY, name=order.of.name)]
        self._check_measures()
        self._check_more()
        self._check_who()
        return sound and not any(field.errors for field in self.fields())

    def _check_measures(self) -> None:
        for scheme in self.schemes:
            reason = self.reason(scheme)
            if self.include(scheme).text and not reason.text and not reason.errors:
                reason.errors = [say(_WHY, name=reason.of.name)]

    def _check_more(self) -> None:
        chosen, reason = self["til"], self["til_fordi"]
        if chosen.data and chosen.data not in self.takes_in:
            chosen.errors = [say(_WHICH)]
        elif chosen.data and not reason.text and not reason.errors:
            reason.errors = [say(_WHY, name=reason.of.name)]
        elif reason.text and not chosen.data:
            chosen.errors = [say(_WHICH)]

    def _check_who(self) -> None:
        if not any(field.text for field in self.own) and not self["til"].data:
            return
        for field in (self.navn, self.rolle):
            if not field.text and not field.errors:
                field.errors = [say(_WHO, name=field.of.name)]

    def conflicts(self, stored: Review) -> set[str]:
        """Return the fields that the sender and somebody else have changed, each otherwise."""
        there = self._written(stored)
        return {
            field.name
            for field in self.own
            if field.changed and there[field.name] not in {field.seen, field.text}
        }

    def refuse(self, conflicts: set[str], stored: Review) -> None:
        """Say which fields somebody else has changed; take over theirs where the sender has not."""
        there = self._written(stored)
        for field in self.own:
            if field.name in conflicts:
                field.refuse(there[field.name])
            elif not field.changed:
                field.show(there[field.name])

    def leave_out(self, besides: Collection[str] = ()) -> None:
        """Let what cannot be read or saved, and `besides`, be as it was; the sender knows."""
        for field in self.own:
            if field.errors or field.name in besides:
                field.text = field.seen
        for include, reason in [(self.include(each), self.reason(each)) for each in self.schemes]:
            if include.text and not reason.text:
                include.text = include.seen
        if self["til"].errors or self["til_fordi"].errors:
            self["til"].data = ""
        if not (self.navn.text and self.rolle.text):  # without a name nothing stands
            self["til"].data = ""
            for field in self.own:
                field.text = field.seen

    def keep_conflict(self, stored: Review) -> None:
        """Go on showing what somebody else wrote, where the sender's page showed it."""
        there = self._written(stored)
        for field in self.own:
            field.keep_conflict(there[field.name])

    def merged(self, stored: Review) -> Review:
        """Return the stored review with what the sender has changed, after `check`."""
        said = self._written(stored) | {each.name: each.text for each in self.own if each.changed}
        measures = dict(stored.measures)
        for scheme in self.schemes:
            measures[scheme] = _measure(scheme, said)
        if chosen := str(self["til"].data or ""):
            kept = stored.measure(chosen)
            measures[chosen] = replace(kept, include=True, reason=self["til_fordi"].text)
        return Review(
            {each.id: said[each.id] for each in REVIEW_FIELDS if said[each.id]},
            {id_: each for id_, each in measures.items() if not each.is_empty},
            stored.order,
        )

    def merged_with_who(self, stored: Review | None, who: Review) -> Review:
        """Return the same of a review that may lack a name; nothing stands without one."""
        merged = self.merged(stored or Review())
        if merged.is_silent:
            return stored or Review()
        names = {each.id: merged.text(each) or who.text(each) for each in (NAME, ROLE)}
        return replace(merged, fields={**merged.fields, **names})

    def _written(self, review: Review) -> dict[str, str]:
        """Return what a review says, by the fields of this form."""
        found = {each.id: review.text(each) for each in REVIEW_FIELDS}
        for scheme in self.schemes:
            found |= _fields_of(scheme, review.measure(scheme))
        return found | {"til_fordi": ""}


def _fields_of(scheme: str, measure: MeasureReview) -> dict[str, str]:
    chosen = next(box for box, include in _INCLUDES.items() if include is measure.include)
    return {
        f"med-{scheme}": chosen,
        f"fordi-{scheme}": measure.reason.strip(),
        f"vurdering-{scheme}": measure.assessment.strip(),
    }


def _measure(scheme: str, said: Mapping[str, str]) -> MeasureReview:
    include = _INCLUDES[said[f"med-{scheme}"]]
    return MeasureReview(said[f"vurdering-{scheme}"], include, said[f"fordi-{scheme}"])


def review_form(
    offered: Sequence[Offered],
    takes_in: Sequence[str],
    **kwargs: Any,  # noqa: ANN401 - WTForms' own
) -> ReviewForm:
    """Return the form with the fields of the schemes that are offered."""
    fields: dict[str, Any] = {}
    for each in offered:
        fields |= _measure_fields(each)
    fields |= {
        "til": StringField(),
        "til_fordi": LineField(of=_named(REASON, "til_fordi", REASON.name)),
        "schemes": tuple(each.scheme for each in offered),
        "takes_in": tuple(takes_in),
    }
    form: ReviewForm = type("ThisReviewForm", (ReviewForm,), fields)(**kwargs)
    for each in offered:
        form.include(each.scheme).choices = each.choices
    return form


def _measure_fields(offered: Offered) -> dict[str, Any]:
    id_ = offered.scheme
    choice = MemoField(f"med-{id_}", MemoFieldKind.LINE, 3, _about(_CHOICE, offered))
    return {
        choice.id: IncludeField(of=choice),
        f"fordi-{id_}": LineField(of=_named(REASON, f"fordi-{id_}", _about(_REASON_FOR, offered))),
        f"vurdering-{id_}": ParagraphsField(
            of=_named(MEASURE, f"vurdering-{id_}", _about(_ASSESSMENT, offered))
        ),
    }


def _named(field: MemoField, id_: str, name: Text) -> MemoField:
    return replace(field, id=id_, name=name)


def _about(text: Text, offered: Offered) -> Text:
    name = offered.name
    return Text(text.nb.format(scheme=name.nb), text.nn.format(scheme=name.nn))
