"""Prøv: a rule file is pasted, and what would come of it is told. For operators.

Nothing is stored.
"""

from flask import Blueprint, render_template, request

from wizard.book.map import HEIGHT, WIDTH
from wizard.web.access import Whom, let_in
from wizard.web.forms.rule_file import RuleFileForm
from wizard.web.language import t
from wizard.web.trial import (
    BusyError,
    NotKeptError,
    Trial,
    file_names,
    file_text,
    make_ready,
    try_file,
)

BLUEPRINT = Blueprint("rule_trial", __name__, url_prefix="/<language:language>/regler")
Answer = str | tuple[str, int]


@BLUEPRINT.get("/prov")
@let_in(Whom.OPERATOR)
def show() -> Answer:
    """Ask for a rule file, with the text of one that is there, if told which."""
    form = RuleFileForm()
    form.fil.data = name = request.args.get("fil", "").strip()
    try:
        names = file_names()
        form.tekst.data = file_text(name)
    except NotKeptError:
        return _page(form, ())
    if name and name not in names:
        form.no_such_file(names)
        return _page(form, names), 404
    make_ready()
    return _page(form, names)


@BLUEPRINT.post("/prov")
@let_in(Whom.OPERATOR)
def try_out() -> Answer:
    """Say what is wrong with the file, or what would come of it."""
    form = RuleFileForm()
    try:
        names = file_names()
        content = form.content()
        if content is None:
            return _page(form, names), 400 if form.stale else 422
        tried = try_file(form.name, content)
    except NotKeptError:
        return _page(form, ()), 404
    except BusyError:
        form.refuse(
            t(
                "Noen andre prøver en endring akkurat nå. Vent litt, og prøv igjen.",
                "Nokon andre prøver ei endring akkurat no. Vent litt, og prøv igjen.",
            )
        )
        return _page(form, names), 503
    return _page(form, names, tried), 422 if tried.problems else 200


def _page(form: RuleFileForm, names: tuple[str, ...], tried: Trial | None = None) -> str:
    return render_template(
        "web/regler/prov.html",
        form=form,
        names=names,
        tried=tried,
        lines=(form.tekst.data or "").splitlines() if tried and tried.problems else [],
        wrong={each.place.line for each in tried.problems if each.place.file == form.name}
        if tried
        else set(),
        map={"dots": tried.dots, "width": WIDTH, "height": HEIGHT} if tried else None,
    )
