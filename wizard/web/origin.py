"""Where a page of questions was opened from, so that saving returns to the very place."""

import re
from dataclasses import dataclass, replace
from typing import Any

from flask import request, url_for

from wizard.questionnaire import step_of
from wizard.web.opened import opened
from wizard.web.services import services
from wizard.web.short_way import short_pages

_NUMBER = re.compile("[0-9]{1,9}")
_TELLING = frozenset({"rad", "svar", "videre"})
_ANCHOR = re.compile(r"[a-z0-9_-]{1,80}")


def anchor_of(fact: str) -> str:
    """Return the id of a fact's row, on every page that has rows of answers."""
    return f"rad-{fact}"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one came from: a page by its name, which of its like, and the element on it.

    `fra` is `svar`, `rad`, `oversikt`, `oppfolging`, `tema`, `kort` or `videre`; anything else is a
    link from outside. `side` is `theme/page`, the number of a page of the short way, or who the
    questions were sent to. `siden` is the revision that the answers were seen at: back there, what
    has changed since is told.
    """

    fra: str = ""
    side: str = ""
    anker: str = ""
    siden: str = ""

    def before(self, revision: int) -> "Origin":
        """Return the same, where a revision was the last before the first of the answers."""
        return replace(self, siden=self.siden or str(revision)) if self.fra in _TELLING else self

    @property
    def query(self) -> dict[str, Any]:
        """Return what an address says of it."""
        parts = {"fra": self.fra, "side": self.side, "anker": self.anker, "siden": self.siden}
        return {name: part for name, part in parts.items() if part}

    def back(self) -> str:
        """Return where one came from."""
        if self.fra == "tema" and self._page:
            theme, page = self._page
            return url_for("steps.page", theme=theme, page=page, _anchor=self._anchor)
        if self.fra == "kort" and self._number:
            return url_for("steps.short", number=self._number)
        return self._elsewhere()

    def onward(self, **query: Any) -> str:  # noqa: ANN401 - as url_for has it
        """Return where one goes when there is no more to ask here."""
        if self.fra == "tema" and self._page:
            if self._anchor:
                return self.back()
            after = step_of(*self._page, opened().progress).next
            if after is None:
                return url_for("steps.check", **query)
            return url_for("steps.page", theme=after.theme, page=after.page.id, **query)
        if self.fra == "kort" and self._number:
            if self._number < len(short_pages()):
                return url_for("steps.short", number=self._number + 1, **query)
            return url_for("result.show", **query)
        return self._elsewhere(**query)

    def _elsewhere(self, **query: Any) -> str:  # noqa: ANN401 - as url_for has it
        pages = {"svar": "steps.check", "rad": "result.show", "oppfolging": "follow_up.show"}
        if self.siden and self.fra == "rad":
            return url_for("result.show", siden=self.siden, **query)
        if self.fra == "videre" and _ANCHOR.fullmatch(self.side):
            query["siden"] = self.siden or None
            return url_for("forward.thanks", who=self.side, **query)
        if self.fra == "svar":
            query["siden"] = self.siden or None
        return url_for(pages.get(self.fra, "case.overview"), _anchor=self._anchor, **query)

    @property
    def _anchor(self) -> str | None:
        return self.anker if _ANCHOR.fullmatch(self.anker) else None

    @property
    def _page(self) -> tuple[str, str] | None:
        """Return theme and page; `None` where there is no such page."""
        theme, _, page = self.side.partition("/")
        row = [(each.theme.id, at.page.id) for each in opened().progress for at in each.every_page]
        return (theme, page) if (theme, page) in row else None

    @property
    def _number(self) -> int:
        """Return the page of the short way; 0 where there is no such page."""
        number = int(self.side) if re.fullmatch("[1-9]", self.side) else 0
        return number if number <= len(short_pages()) else 0


def answered_since(revision: str) -> frozenset[str]:
    """Return the facts whose answers are others now than at a revision; none for an odd one."""
    stored = opened().stored
    if not _NUMBER.fullmatch(revision) or int(revision) >= stored.revision:
        return frozenset()
    then, now = services().store.as_it_was(stored, int(revision)).answers, stored.case.answers
    return frozenset(fact for fact in {*then, *now} if then.get(fact) != now.get(fact))


def origin_sent() -> Origin:
    """Return what the address of this request says of where one came from."""
    said = request.args
    return Origin(*(said.get(name, "") for name in ("fra", "side", "anker", "siden")))
