"""Which rules have been live, since when and why; and for operators, who stands for it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flask import Blueprint, abort, render_template

from wizard.releases.record import Release, Switch
from wizard.releases.refusals import RefusedError
from wizard.releases.shelf import Shelf
from wizard.web import operators
from wizard.web.access import Whom, let_in
from wizard.web.language import language
from wizard.web.services import services

BLUEPRINT = Blueprint("releases", __name__, url_prefix="/<language:language>/regler")


@dataclass(frozen=True, slots=True)
class Shown:
    """One time that rules went live: what they changed, and who made, approved and switched.

    `names` is empty for whoever is not told.
    """

    version: str
    note: str
    day: date
    back: bool
    names: tuple[str, str, str] | tuple[()]


@BLUEPRINT.get("/utgivelser")
@let_in(Whom.ANYBODY)
def show() -> str:
    """List every switch, the newest first; there is no such page where nothing is published."""
    followed = services().settings.rules
    if followed is None or not Shelf(followed).is_one:
        abort(404)
    try:
        shown = _shown(followed)
    except RefusedError:
        abort(404)  # whoever publishes is told so on the command line
    return render_template("web/utgivelser.html", shown=shown)


def are_shown() -> bool:
    """Tell whether there is such a page."""
    followed = services().settings.rules
    return followed is not None and Shelf(followed).is_one


def _shown(followed: Path) -> list[Shown]:
    shelf, told = Shelf(followed), operators.is_one()
    releases = {each.name: each for each in shelf.releases}
    rows = [(each, releases.get(each.release)) for each in reversed(shelf.switches)]
    return [_row(switch, release, told=told) for switch, release in rows if release]


def _row(switch: Switch, release: Release, *, told: bool) -> Shown:
    approved = release.approved.by if release.approved else ""
    return Shown(
        release.version,
        release.note.to(language()),
        switch.done.at.date(),
        switch.back,
        (release.made.by, approved, switch.done.by) if told else (),
    )
