"""Pages about the tool itself: privacy, accessibility, the rules."""

from dataclasses import dataclass

from flask import Blueprint, render_template

from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Edition, Scheme
from wizard.domain.sources import LegalBasis, Source
from wizard.voice.labels import Labels
from wizard.web.language import language
from wizard.web.services import services

BLUEPRINT = Blueprint("pages", __name__, url_prefix="/<language:language>")


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One scheme on the page about the rules. `edition` is absent when none is in force."""

    scheme: Scheme
    edition: Edition | None
    kind: str
    administrator: str
    short: str
    sources: list[tuple[Source, list[str]]]


@BLUEPRINT.get("/personvern")
def privacy() -> str:
    """Say what is kept, how long, and what is not."""
    return render_template(f"web/sider/personvern.{language()}.html")


@BLUEPRINT.get("/tilgjengelighet")
def accessibility() -> str:
    """Say how accessible the tool is, and where to complain."""
    url = services().settings.accessibility_url
    return render_template(f"web/sider/tilgjengelighet.{language()}.html", declaration=url)


@BLUEPRINT.get("/slettet")
def deleted() -> str:
    """Confirm that a case is gone."""
    return render_template("web/slettet.html")


@BLUEPRINT.get("/regler")
def rules() -> str:
    """List every scheme with its law, its dates and its sources."""
    rulebook = services().rulebook
    schemes = sorted(rulebook.schemes.values(), key=lambda scheme: scheme.name.to(language()))
    labels = Labels(rulebook, services().today(), language())
    rows = [_row(labels, scheme) for scheme in schemes]
    return render_template("web/regler.html", rulebook=rulebook, rows=rows)


def _row(labels: Labels, scheme: Scheme) -> RuleRow:
    edition = scheme.edition_on(labels.as_of)
    shown = edition or (scheme.editions[-1] if scheme.editions else None)
    return RuleRow(
        scheme=scheme,
        edition=edition,
        kind=labels.kind(scheme),
        administrator=labels.administrator(scheme),
        short=labels.text(scheme.short),
        sources=_sources(labels.rulebook, shown),
    )


def _sources(rulebook: Rulebook, edition: Edition | None) -> list[tuple[Source, list[str]]]:
    """Return each source once, with the places in it that the scheme rests on."""
    found: dict[str, dict[str, None]] = {}
    for basis in _bases(edition):
        places = found.setdefault(basis.source, {})
        if basis.section:
            places[basis.section] = None
    return [(rulebook.sources[id_], list(places)) for id_, places in found.items()]


def _bases(edition: Edition | None) -> list[LegalBasis]:
    if edition is None:
        return []
    own = [edition.basis] if edition.basis else []
    gates = [requirement.basis for requirement in edition.requirements]
    return [*own, *gates, *(term.basis for term in edition.terms)]
