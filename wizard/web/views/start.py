"""Beginning: the start page, choosing a municipality, bringing a case file, trying an example."""

from dataclasses import replace

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from wizard import advice
from wizard.domain.case import Case
from wizard.domain.municipality import LanguageDecision, Municipality
from wizard.domain.rulebook import Journey
from wizard.domain.text import Language
from wizard.questionnaire import most_minutes
from wizard.store import casefile
from wizard.store.problems import CasefileError
from wizard.web.access import Whom, let_in
from wizard.web.forms.municipality import MunicipalityForm
from wizard.web.forms.small import ButtonForm, PasteForm, UploadForm
from wizard.web.language import language
from wizard.web.machine import cases_here
from wizard.web.services import services

BLUEPRINT = Blueprint("start", __name__, url_prefix="/<language:language>")
Answer = str | Response | tuple[str, int]
_SHOWN = 3


@BLUEPRINT.get("/")
@let_in(Whom.ANYBODY)
def start() -> str:
    """Say what the tool gives, and offer the ways in."""
    return _start(PasteForm())


@BLUEPRINT.post("/lenke")
@let_in(Whom.ANYBODY)
def paste() -> Answer:
    """Open the case whose link is somewhere in what was pasted."""
    form = PasteForm()
    link = form.link()
    if link is None:
        return _start(form), 400 if form.stale else 422
    return redirect(url_for("case.overview", link=link), 303)


@BLUEPRINT.get("/kommune")
@let_in(Whom.ANYBODY)
def choose() -> str:
    """Ask which municipality."""
    return render_template("web/kommune.html", form=_municipality_form())


@BLUEPRINT.post("/kommune")
@let_in(Whom.ANYBODY)
def create() -> Answer:
    """Make a case for the municipality, and lead to its overview, with the ways to begin."""
    form = _municipality_form()
    sound = form.validate()
    if not sound or form.found is None:
        return render_template("web/kommune.html", form=form), _status(form)
    case = advice.new_case(
        form.found, services().rulebook, services().today(), memo_language(form.found)
    )
    return _stored(case, to="case.save", ny="ja")


@BLUEPRINT.get("/svarfil")
@let_in(Whom.ANYBODY)
def upload() -> str:
    """Ask for a case file."""
    return render_template("web/svarfil.html", form=UploadForm())


@BLUEPRINT.post("/svarfil")
@let_in(Whom.ANYBODY)
def read_upload() -> Answer:
    """Make a case from a case file, or say everything that is wrong with it."""
    form = UploadForm()
    content = form.content()
    if content is not None:
        try:
            case = casefile.read(
                content,
                services().rulebook,
                services().municipalities,
                services().today(),
                casefile.Whose.FORMER_TOO,
            )
        except CasefileError as error:
            form.refuse(error)
        else:
            return _stored(_with_figures(case), to="steps.check", ny="ja")
    return render_template("web/svarfil.html", form=form), _status(form)


@BLUEPRINT.post("/eksempel/<journey>")
@let_in(Whom.ANYBODY)
def example(journey: str) -> Answer:
    """Make a case of one of the rulebook's journeys, and lead to its advice."""
    chosen = services().rulebook.journeys.get(journey)
    if chosen is None:
        abort(404)
    if not ButtonForm().read():
        return redirect(url_for(".start"))
    return _stored(_case_of(chosen), to="result.show")


def memo_language(municipality: Municipality) -> Language:
    """Return the language of the memo: what the municipality decided, else the page's."""
    if municipality.language_decision is LanguageDecision.NEUTRAL:
        return language()
    return municipality.language_decision.memo_language


def _municipality_form() -> MunicipalityForm:
    form = MunicipalityForm(services().municipalities)
    if request.method == "GET":
        form.typed.data = request.args.get("kommune", "")
    return form


def _case_of(journey: Journey) -> Case:
    municipality = services().municipalities.get(journey.case.municipality_number)
    spoken = memo_language(municipality)
    case = replace(journey.case, as_of=services().today(), language=spoken)
    return _with_figures(case)


def _with_figures(case: Case) -> Case:
    """Add the reference figures that the case does not bring itself."""
    if not services().municipalities.has(case.municipality_number):
        return case  # whoever opens it is asked whose it is now
    municipality = services().municipalities.get(case.municipality_number)
    fresh = advice.new_case(municipality, services().rulebook, case.as_of, case.language)
    return replace(case, figures={**fresh.figures, **case.figures})


def _stored(case: Case, to: str, ny: str | None = None) -> Response:
    store, today = services().store, services().today()
    store.tidy(today)
    return redirect(url_for(to, link=store.create(case, today), ny=ny), 303)


def _start(form: PasteForm) -> str:
    rulebook = services().rulebook
    return render_template(
        "web/start.html",
        form=form,
        journeys=[rulebook.journeys[id_] for id_ in rulebook.shown],
        questions=sum(len(theme.items) for theme in rulebook.themes),
        minutes=most_minutes(rulebook),
        here=cases_here()[:_SHOWN],
    )


def _status(form: MunicipalityForm | UploadForm) -> int:
    return 400 if form.stale else 422
