"""The rules as they are kept: a page for each scheme, need, rate, question, figure and source."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, render_template, request

from wizard.book import page_words as words
from wizard.book.compose import writer_of
from wizard.book.map import HEIGHT, WIDTH, Dot, dots
from wizard.book.pages import Pages
from wizard.book.rate_history import HEIGHT as CHART_HEIGHT
from wizard.book.rate_history import WIDTH as CHART_WIDTH
from wizard.book.rate_history import chart_of, rows_of
from wizard.catalogue import pages as catalogue
from wizard.catalogue import tally as counted
from wizard.catalogue.search import LONGEST, MOST
from wizard.catalogue.tally import Tally
from wizard.domain.text import Text
from wizard.lab.tested import examples_of
from wizard.municipalities import Municipalities
from wizard.rulebook import Problem
from wizard.rulebook.references import Ref, RuleKind
from wizard.voice.words import OURS_MEANS
from wizard.web import operators
from wizard.web.access import Whom, let_in
from wizard.web.changes import change_between, runs
from wizard.web.former import CannotCompareError
from wizard.web.language import language, say
from wizard.web.rule_search import find
from wizard.web.services import services
from wizard.web.unchanged import unless_known
from wizard.web.views import releases

BLUEPRINT = Blueprint("rules", __name__, url_prefix="/<language:language>/regler")
_LOOKS = {counted.MAY_SUIT: "far", counted.OPEN: "annet", counted.DOES_NOT: "ingen"}
_NOBODY = {
    RuleKind.RATE: Text("Ingen regel bruker den nå.", "Ingen regel bruker han no."),
    RuleKind.QUESTION: Text(
        "Ingen regel bruker svaret. Det brukes til å lage planen.",
        "Ingen regel bruker svaret. Det blir brukt til å lage planen.",
    ),
    RuleKind.FIGURE: Text("Ingen regel bruker tallet nå.", "Ingen regel bruker talet no."),
    RuleKind.SOURCE: Text("Ingen regel viser til den nå.", "Ingen regel viser til ho no."),
}


@BLUEPRINT.get("")
@let_in(Whom.ANYBODY)
@unless_known
def overview() -> str:
    """Show what there is and in what state, or what was searched for."""
    typed, pages = request.args.get("q", "").strip()[:LONGEST], _pages()
    rulebook, examples = services().rulebook, examples_of(services().rulebook)
    journeys = services().journeys.result()
    return render_template(
        "web/regler/oversikt.html",
        typed=typed,
        longest=LONGEST,
        most=MOST,
        hits=[(say(words.ONE[each.kind]), pages.link(each)) for each in find(rulebook, typed)],
        rulebook=rulebook,
        examples=examples,
        journeys=journeys,
        failing=(*examples.problems, *(journeys.problems if journeys else ())),
        lists={} if typed else {each.value: pages.items(each) for each in _OF},
        overdue=() if typed else pages.overdue(),
        abolished=catalogue.abolished_names(rulebook, language()),
        ours_means=say(OURS_MEANS),
        can_try=operators.can_be_one(),
    )


@BLUEPRINT.get("/<any(ordning, behov, sats, sporsmal, tall, kilde):kind>/<id>")
@let_in(Whom.ANYBODY)
@unless_known
def page(kind: str, id: str) -> str:  # noqa: A002 - it stands so in addresses
    """Show one rule: what it says, what it rests on, and what rests on it."""
    ref, pages = Ref(RuleKind(kind), id), _pages()
    if not pages.has(ref):
        abort(404)
    template, told = _OF[ref.kind](ref, pages)
    return render_template(
        template,
        name=pages.name(ref),
        kind=kind,
        what=say(words.ONE[ref.kind]),
        place=pages.place(ref),
        around=pages.around(ref, services().rulebook),
        nothing=say(_NOBODY[ref.kind]) if ref.kind in _NOBODY else "",
        can_try=operators.can_be_one(),
        **told,
    )


@BLUEPRINT.get("/endringer")
@let_in(Whom.ANYBODY)
@unless_known
def changes() -> str:
    """List the rulebooks that the service has run with, the newest first."""
    return render_template("web/regler/endringer.html", runs=runs(), published=releases.are_shown())


@BLUEPRINT.get("/endringer/<hash_>")
@let_in(Whom.ANYBODY)
@unless_known
def change(hash_: str) -> str:
    """Say what a rulebook changed from the one that was used before it."""
    known = runs()
    after = next((each for each in known if each.hash == hash_), None)
    if after is None or after is known[-1]:
        abort(404)
    before = known[known.index(after) + 1]
    try:
        told, trouble = change_between(before.hash, after.hash), ""
    except CannotCompareError as error:
        told, trouble = None, say(error.message)
    return render_template(
        "web/regler/endring.html", before=before, after=after, told=told, trouble=trouble
    )


def _pages() -> Pages:
    known = services()
    return Pages(writer_of(known.rulebook, known.municipalities, known.today(), language()))


Told = tuple[str, dict[str, Any]]


def _scheme(ref: Ref, pages: Pages) -> Told:
    scheme = services().rulebook.schemes[ref.id]
    in_force = scheme.edition_on(pages.labels.as_of) is not None
    tally = services().tallies.of(ref.id, pages.labels.as_of) if in_force else None
    return "web/regler/ordning.html", {
        "part": pages.writer.scheme(scheme),
        "tally": " ".join(catalogue.tally_told(tally, pages.labels)) if tally else "",
        "map": _map(tally, services().municipalities) if tally else None,
        "state": _state(scheme.place.file),
        "journeys": pages.journeys(ref.id),
    }


def _map(tally: Tally, municipalities: Municipalities) -> dict[str, object] | None:
    """Return who is marked how; none where all are marked alike."""
    if len(set(tally.marks)) <= 1:
        return None
    pairs = zip(municipalities.all, tally.marks, strict=False)
    found = dots((one, _LOOKS[mark], one.label) for one, mark in pairs)
    drawn: list[Dot] = sorted(found, key=lambda dot: dot.look != "ingen")
    return {"dots": drawn, "width": WIDTH, "height": HEIGHT}


def _need(ref: Ref, pages: Pages) -> Told:
    need = services().rulebook.needs[ref.id]
    state = _state(need.place.file)
    return "web/regler/behov.html", {"part": pages.writer.need(need), "state": state}


def _rate(ref: Ref, pages: Pages) -> Told:
    rate, writer = services().rulebook.rates[ref.id], pages.writer
    rows = rows_of(rate, writer)
    now = next((each for each in rows if each.holds), None)
    return "web/regler/sats.html", {
        "rows": rows,
        "chart": chart_of(rate, writer),
        "now": pages.short_rate(rate),
        "basis": now.basis if now else writer.labels.basis_or_reason(rate.basis, rate.reason),
        "width": CHART_WIDTH,
        "height": CHART_HEIGHT,
    }


def _fact(ref: Ref, pages: Pages) -> Told:
    return "web/regler/opplysning.html", {"part": pages.fact(ref)}


def _source(ref: Ref, pages: Pages) -> Told:
    source = services().rulebook.sources[ref.id]
    return "web/regler/kilde.html", {"part": pages.writer.source(source)}


_OF: dict[RuleKind, Callable[[Ref, Pages], Told]] = {
    RuleKind.SCHEME: _scheme,
    RuleKind.NEED: _need,
    RuleKind.RATE: _rate,
    RuleKind.QUESTION: _fact,
    RuleKind.FIGURE: _fact,
    RuleKind.SOURCE: _source,
}


def _state(file: str) -> tuple[Problem, ...]:
    """Return what does not hold of the examples in a file."""
    found = examples_of(services().rulebook).problems
    return tuple(each for each in found if each.place.file == file)
