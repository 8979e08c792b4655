"""Coming back: the links of a case, to copy, print, send and remember; and a copy of it."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from wizard import advice
from wizard.domain.search import MunicipalitySearch
from wizard.municipalities.telling import told_of_number
from wizard.store.cases import Access
from wizard.web import remembered
from wizard.web.access import Whom, let_in
from wizard.web.forms.small import NameForm, SuccessorForm
from wizard.web.language import language
from wizard.web.links import LinkAccount, adviser_link, own_link, reading_link
from wizard.web.opened import give_link, opened, take_link
from wizard.web.services import services

BLUEPRINT = Blueprint("keeping", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)
Answer = str | Response | tuple[str, int]


@BLUEPRINT.get("/lagre/<kind>")
@let_in(Whom.READER)
def sheet(kind: str) -> str:
    """Show one link alone, to be printed and put away."""
    link = next((each for each in _links() if each.kind == kind), None) or abort(404)
    return render_template("web/lenkeark.html", case=opened(), link=link)


@BLUEPRINT.post("/husk")
@let_in(Whom.READER, lost_too=True)
def remember() -> Answer:
    """Let this browser remember the case, since it was asked to."""
    form = NameForm()
    if not form.read():
        return page(form), 400
    remembered.remember(opened().stored.link, (form.name.data or "").strip())
    return _back()


@BLUEPRINT.post("/glem")
@let_in(Whom.READER, lost_too=True)
def forget() -> Answer:
    """Let this browser forget the case."""
    form = NameForm()
    if not form.read():
        return page(form), 400
    remembered.forget(opened().stored.link)
    return _back()


@BLUEPRINT.post("/kopi")
@let_in(Whom.READER)
def copy() -> Answer:
    """Make a new case that says the same, with links of its own."""
    form = NameForm()
    if not form.read():
        return page(form), 400
    link = services().store.create(opened().case, services().today())
    return redirect(url_for("case.save", link=link, ny="kopi"), 303)


@BLUEPRINT.get("/kommunen")
@let_in(Whom.READER, lost_too=True)
def municipality() -> Answer:
    """Say that the municipality is gone, and offer to go on as one that it has become a part of."""
    if not opened().is_lost:
        return redirect(url_for("case.overview"))
    return _gone(SuccessorForm())


@BLUEPRINT.post("/kommunen")
@let_in(Whom.READER, lost_too=True)
def go_on() -> Answer:
    """Make a new case of the same answers for the municipality that was chosen."""
    form, was = SuccessorForm(), opened().case
    if not opened().is_lost:
        return redirect(url_for("case.overview"), 303)
    chosen = form.chosen(_search().offered)
    if chosen is None:
        return _gone(form), 400 if form.stale else 422
    case = advice.carried_over(was, services().rulebook, chosen, services().today())
    once = f"{opened().stored.link} {form.once.data} {chosen.number}" if form.once.data else ""
    link = services().store.create(case, services().today(), once)
    return redirect(url_for("case.save", link=link, ny="kopi"), 303)


def _search() -> MunicipalitySearch:
    return services().municipalities.search(opened().case.municipality_number)


def _gone(form: SuccessorForm) -> str:
    search = _search()
    return render_template(
        "web/kommunen_er_borte.html",
        case=opened(),
        form=form,
        told=told_of_number(search).to(language()),
        offered=search.offered,
        owned=opened().stored.access is Access.OWNER,
    )


def page(form: NameForm) -> str:
    """Return the page with the links to come back with; `ny` is for a case that was just made."""
    case, known = opened(), remembered.remembered()
    return render_template(
        "web/lagre.html",
        case=case,
        form=form,
        links=_links(),
        made=_made(),
        remembered=case.stored.link in known,
        called=known.get(case.stored.link, ""),
        longest=remembered.LONGEST_NAME,
    )


def _links() -> list[LinkAccount]:
    """Return the links that the holder of this one may give on."""
    case = opened()
    links = [own_link(case)]
    if case.stored.access is Access.OWNER:
        links.append(reading_link(case))
        if case.stored.adviser_invited:
            links.append(adviser_link(case))
    return links


def _back() -> Response:
    return redirect(url_for("case.save", ny=_made() or None, _anchor="maskin"), 303)


def _made() -> str:
    """Return how the case was just made, where the address says so to one who may change it."""
    told = request.args.get("ny", "")
    return told if told in {"ja", "kopi"} and opened().stored.editable else ""
