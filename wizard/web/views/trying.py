"""What if: other answers on a copy, and what moves. Nothing is saved until somebody says so."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from wizard.domain.case import Answer, Case
from wizard.questionnaire import ItemState
from wizard.web.access import Whom, let_in
from wizard.web.answering import mark_conflicts
from wizard.web.forms import messages
from wizard.web.forms.asked import Asking
from wizard.web.forms.priorities import NAME, PLACES, read_back, written
from wizard.web.forms.small import ButtonForm
from wizard.web.forms.theme import ThemeForm, theme_form
from wizard.web.language import language, say
from wizard.web.moved import Moved, advice_on, moved
from wizard.web.opened import give_link, opened, reopen, take_link
from wizard.web.services import services

BLUEPRINT = Blueprint("trying", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)
Answered = str | Response | tuple[str, int]
# What the questions of the form bring with them, for the button that saves.
_CARRIED = ("spurt", "svar_", "haster", "prioritet")


@dataclass(frozen=True)
class Trial:
    """Some questions and perhaps the need put first, with what somebody would try in their place.

    `sent` is what the form sent; empty before anything is tried.
    """

    sent: MultiDict[str, str]

    @cached_property
    def states(self) -> tuple[ItemState, ...]:
        """The questions to try, in the order of the rulebook."""
        named = {*self.sent.getlist("sporsmal"), *self.sent.getlist("spurt")}
        asked = (state for theme in opened().progress for state in theme.items if state.asked)
        return tuple(state for state in asked if state.item.fact in named)

    @property
    def with_priority(self) -> bool:
        """Whether the need put first is among what to try."""
        return "prioritet" in self.sent and bool(self.needs)

    @property
    def needs(self) -> dict[str, str]:
        """The needs that can be put first, by id, in the order they are told."""
        return {each.finding.need: each.name for each in opened().report.needs_there}

    @property
    def first(self) -> str:
        """The need that would be put first; empty for none."""
        need = self.sent.get("haster", "")
        return need if need in self.needs else ""

    @property
    def is_sent(self) -> bool:
        """Whether there is something to show the consequences of."""
        return "vis" in self.sent

    def form(self, *, saving: bool) -> ThemeForm:
        """Return the questions as a form; one that saves nothing needs no token."""
        government = opened().municipality.government
        asking = Asking(services().rulebook, language(), government, services().today())
        formdata = self.sent if self.is_sent or saving else None
        meta = {"csrf": saving}
        form = theme_form(self.states, opened().case, asking, formdata=formdata, meta=meta)
        form.on_page = frozenset(state.item.fact for state in self.states)
        return form

    def priorities(self, case: Case) -> tuple[str, ...] | None:
        """Return what would be put first; `None` where that is not tried."""
        if not self.first:
            return None
        now = case.priorities if isinstance(case.priorities, tuple) else ()
        return (self.first, *(need for need in now if need != self.first))[: len(PLACES)]

    def case(self, changes: Mapping[str, Answer | None]) -> Case:
        """Return a copy of the case as it would be."""
        case = opened().case
        answers = {fact: each for fact, each in case.answers.items() if fact not in changes}
        answers |= {fact: each for fact, each in changes.items() if each is not None}
        return replace(case, answers=answers, priorities=self.priorities(case) or case.priorities)

    @property
    def carried(self) -> list[tuple[str, str]]:
        """What the button that saves must send again."""
        pairs = self.sent.items(multi=True)
        return [(name, text) for name, text in pairs if name.startswith(_CARRIED)]


@BLUEPRINT.get("/hva-hvis")
@let_in(Whom.READER)
def show() -> Answered:
    """Let a question be chosen; then an answer; then show what moves."""
    trial = Trial(request.args)
    if not trial.states and not trial.with_priority:
        return render_template("web/hva_hvis_velg.html", case=opened(), themes=opened().progress)
    form = trial.form(saving=False)
    if not trial.is_sent:
        return _page(trial, form)
    if not form.read():
        return _page(trial, form), 422
    changed = trial.case(form.changes())
    return _page(trial, form, moved(opened().advice, advice_on(changed)))


@BLUEPRINT.post("/hva-hvis")
@let_in(Whom.OWNER)
def save() -> Answered:
    """Save what was tried, and show what moved."""
    stored, trial = opened().stored, Trial(request.form)
    form = trial.form(saving=True)
    sound = form.read()
    if not sound:
        return _page(trial, form), 400 if form.stale else 422
    today, store = services().today(), services().store
    saved = store.save_answers(stored, form.changes(), form.seen, today)
    wanted = trial.priorities(stored.case)
    seen = read_back(request.form.get("sett", ""))
    first_kept = wanted is None or store.save_priorities(stored, wanted, seen, today)
    if saved.conflicts or not first_kept:
        reopen()
        mark_conflicts(form, saved.conflicts)
        return _page(trial, form, others_first=not first_kept), 409
    return redirect(url_for("result.show", siden=stored.revision), 303)


def _page(
    trial: Trial, form: ThemeForm, found: Moved | None = None, *, others_first: bool = False
) -> str:
    conflict = say(messages.CONFLICT, name=NAME, stored=opened().priorities.sentence)
    return render_template(
        "web/hva_hvis.html",
        case=opened(),
        trial=trial,
        form=form,
        moved=found,
        button=ButtonForm(),
        seen=written(opened().case.priorities),
        first_conflict=conflict if others_first else "",
    )
