"""The public catalogue: a page for every scheme and need, and a search that finds them."""

from flask import Blueprint, abort, render_template, request

from wizard.catalogue import pages
from wizard.catalogue.search import LONGEST, MOST, search_of
from wizard.report.abolished import account_of_abolished
from wizard.voice.labels import Labels
from wizard.voice.words import OURS_MEANS
from wizard.web.access import Whom, let_in
from wizard.web.language import language
from wizard.web.services import services

BLUEPRINT = Blueprint("catalogue", __name__, url_prefix="/<language:language>")


@BLUEPRINT.get("/ordninger")
@let_in(Whom.ANYBODY)
def browse() -> str:
    """List everything, or what was searched for."""
    typed, labels = request.args.get("q", "").strip()[:LONGEST], _labels()
    found = search_of(labels.rulebook).find(typed)
    return render_template(
        "web/ordninger.html",
        typed=typed,
        longest=LONGEST,
        most=MOST,
        hits=[pages.hit_of(each, labels, typed) for each in found],
        needs=pages.needs(labels),
        # The answers to a search stand alone: what is not shown is not worded.
        instruments=[] if typed else list(pages.instruments(labels)),
        measures=[] if typed else list(pages.measures(labels)),
        abolished=() if typed else pages.abolished_names(labels.rulebook, language()),
    )


@BLUEPRINT.get("/ordninger/<scheme>")
@let_in(Whom.ANYBODY)
def scheme(scheme: str) -> str:
    """Show one scheme, or what came instead of one that is gone."""
    labels = _labels()
    if gone := labels.rulebook.abolished.get(scheme):
        source = labels.rulebook.sources[gone.source]
        account = account_of_abolished(gone, labels)
        return render_template("web/ordning_utgatt.html", said=account, source=source)
    known = labels.rulebook.schemes.get(scheme) or abort(404)
    # Nothing is counted of what is not in force, and nobody waits while the rest is.
    in_force = known.edition_on(labels.as_of) is not None
    tally = services().tallies.of(scheme, labels.as_of) if in_force else None
    return render_template(
        "web/ordning_side.html",
        page=pages.scheme_page(known, labels),
        tally=" ".join(pages.tally_told(tally, labels)) if tally else "",
        ours_means=labels.say(OURS_MEANS),
    )


@BLUEPRINT.get("/behov/<need>")
@let_in(Whom.ANYBODY)
def need(need: str) -> str:
    """Show one need, and what serves it."""
    labels = _labels()
    known = labels.rulebook.needs.get(need) or abort(404)
    page, mark = pages.need_page(known, labels), labels.say(OURS_MEANS)
    return render_template("web/behov_side.html", page=page, ours_means=mark)


def _labels() -> Labels:
    return Labels(services().rulebook, services().today(), language())
