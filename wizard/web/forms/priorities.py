"""Which needs matter most: three boxes to choose in, or "vet ikke"."""

from collections.abc import Sequence
from typing import Any, ClassVar

from wtforms import HiddenField, StringField

from wizard.domain.case import DONT_KNOW, DontKnow
from wizard.domain.text import Text
from wizard.store.priorities import UNKNOWN, Priorities
from wizard.web.forms import messages
from wizard.web.forms.base import BaseForm
from wizard.web.language import say

NAME = Text("Hva som haster mest", "Kva som hastar mest")
PLACES = (
    Text("Viktigst", "Viktigast"),
    Text("Nest viktigst", "Nest viktigast"),
    Text("Tredje viktigst", "Tredje viktigast"),
)
_TWICE = Text(
    "{place}: Behovet er allerede valgt over. Velg et annet, eller la feltet stå tomt.",
    "{place}: Behovet er alt valt over. Vel eit anna, eller la feltet stå tomt.",
)
_UNKNOWN = Text("{place}: Velg et av behovene i listen.", "{place}: Vel eit av behova i lista.")


class PrioritiesForm(BaseForm):
    """What was chosen, the most important first.

    `seen` is the choice the page was made from. `strid` is there once the sender has been told that
    somebody else has chosen, until it is settled.
    """

    viktigst = StringField()
    nest = StringField()
    tredje = StringField()
    vet_ikke = StringField()
    seen = HiddenField()
    strid = HiddenField()
    boxes: ClassVar[tuple[str, ...]] = ("viktigst", "nest", "tredje")

    def __init__(self, offered: Sequence[str], **kwargs: Any) -> None:  # noqa: ANN401 - WTForms' own
        super().__init__(**kwargs)
        self.offered = tuple(offered)

    def show(self, chosen: Priorities) -> None:
        """Put what the case says into the boxes."""
        self.vet_ikke.data = "ja" if isinstance(chosen, DontKnow) else ""
        needs = chosen if isinstance(chosen, tuple) else ()
        for box, need in zip(self.boxes, needs, strict=False):
            self[box].data = need
        self.look_at(chosen)

    def look_at(self, chosen: Priorities) -> None:
        """Note what the case says when the page is made."""
        self.seen.data = written(chosen)

    @property
    def looked_at(self) -> Priorities:
        """Return what the case said when the sender's page was made."""
        return read_back(str(self.seen.data or ""))

    @property
    def chosen(self) -> Priorities:
        """Return the choice; `None` where nothing is chosen."""
        if self.vet_ikke.data:
            return DONT_KNOW
        return tuple(need for _, need in self._filled()) or None

    def check(self) -> bool:
        """Read the form; say at each box what is wrong with it."""
        sound = self.read()
        filled = self._filled()
        needs = [need for _, need in filled]
        for place, (box, need) in enumerate(filled):
            name = PLACES[self.boxes.index(box)]
            if need not in self.offered:
                self[box].errors = [say(_UNKNOWN, place=name)]
            elif need in needs[:place]:
                self[box].errors = [say(_TWICE, place=name)]
        if filled and self.vet_ikke.data:
            self.vet_ikke.errors = [say(messages.BOTH, name=NAME)]
        return sound and not any(field.errors for field in self.fields())

    def refuse(self, stored: str) -> None:
        """Say that somebody else has chosen meanwhile."""
        self.viktigst.errors = [say(messages.CONFLICT, name=NAME, stored=stored)]
        self.strid.data = "ja"

    def _filled(self) -> list[tuple[str, str]]:
        boxes = ((box, str(self[box].data or "")) for box in self.boxes)
        return [(box, need) for box, need in boxes if need]


def read_back(text: str) -> Priorities:
    """Return the choice that `written` wrote."""
    return DONT_KNOW if text == UNKNOWN else tuple(text.split()) or None


def written(chosen: Priorities) -> str:
    """Return a choice as a page carries it from one request to the next."""
    if isinstance(chosen, DontKnow):
        return UNKNOWN
    return " ".join(chosen or ())
