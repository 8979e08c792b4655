"""Saving what a page of questions sends: what can be read is kept, whatever the rest is."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import request

from wizard.domain.case import DONT_KNOW
from wizard.questionnaire import ItemState, ThemeProgress
from wizard.web.forms import messages
from wizard.web.forms.asked import Asking
from wizard.web.forms.theme import ThemeForm, theme_form
from wizard.web.language import language, say
from wizard.web.leaving import regardless, settles
from wizard.web.opened import opened, reopen
from wizard.web.services import services

THE_REST_UNKNOWN = "vet-ikke"
DISPUTED = "i_strid"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a page that was sent.

    `status` is that of the page when it must be shown once more, 0 when all is well. `changed`
    are the facts whose answers are others now, `unknown` those set to "vet ikke" by one button
    for all. `before` is how far the case was, and `seen` the save that the page was made from.
    """

    form: ThemeForm
    seen: int
    status: int
    changed: frozenset[str]
    unknown: tuple[str, ...]
    before: tuple[ThemeProgress, ...]


def form_of(states: Iterable[ItemState]) -> ThemeForm:
    """Return the form of some questions, holding what was sent, or what the case says."""
    government = opened().municipality.government
    asking = Asking(services().rulebook, language(), government, services().today())
    form = theme_form(tuple(states), opened().case, asking)
    if request.method == "GET":
        form.revision.data = str(opened().stored.revision)
    return form


def save(states: Iterable[ItemState]) -> Outcome:
    """Save the answers that can be read, and say at each of the others why it cannot."""
    stored, form, before = opened().stored, form_of(states), opened().progress
    form.on_page = frozenset(request.form.getlist("spurt"))
    form.disputed = frozenset(request.form.getlist(DISPUTED))
    sound, seen = form.read(), form.seen
    if form.stale:
        form.revision.data = str(seen)
        mark_conflicts(form, form.disputed)
        return Outcome(form, seen, 400, frozenset(), (), before)
    form.was = services().store.as_it_was(stored, seen).answers
    the_rest = request.form.get("ga") == THE_REST_UNKNOWN
    unknown = form.left_open() if the_rest and sound else ()
    changes = form.changes() | dict.fromkeys(unknown, DONT_KNOW)
    if reset := request.form.get("tilbakestill"):
        changes[reset] = None
    open_still = frozenset() if settles() else form.disputed & changes.keys() - {reset}
    wanted = {fact: each for fact, each in changes.items() if fact not in open_still}
    saved = services().store.save_answers(stored, wanted, seen, services().today())
    form.revision.data = str(saved.revision)
    reopen()
    conflicts = saved.conflicts | open_still
    form.show_what_others_said()
    mark_conflicts(form, conflicts)
    untold = conflicts - {reset} - (form.disputed if regardless() else frozenset())
    trouble = 409 if untold else 0 if sound or regardless() else 422
    return Outcome(form, seen, trouble, frozenset(changes) - conflicts, unknown, before)


def take_back(facts: Iterable[str]) -> None:
    """Take "vet ikke" back where it still is the answer."""
    stored = opened().stored
    undone = {fact: None for fact in facts if stored.case.answers.get(fact) == DONT_KNOW}
    services().store.save_answers(stored, undone, stored.revision, services().today())
    reopen()


def mark_conflicts(form: ThemeForm, conflicts: frozenset[str]) -> None:
    """Say at each field in conflict what somebody else answered meanwhile."""
    for field in form.questions:
        fact = field.asked.item.fact
        if fact in conflicts:
            stored = opened().naming.names.finding(fact)
            field.conflict = True
            field.errors = [say(messages.CONFLICT, name=field.asked.name, stored=stored)]
