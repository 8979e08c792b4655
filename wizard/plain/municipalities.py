"""A municipality and its figures as plain data for JSON: each with source, date and doubts."""

from wizard.domain.facts import ReferenceFigure
from wizard.domain.municipality import Municipality
from wizard.plain.conditions import plain_source
from wizard.plain.values import Json, plain_value
from wizard.voice.names import FactNames


def plain_municipality_row(municipality: Municipality) -> dict[str, Json]:
    """Return a municipality in a list."""
    return {
        "nummer": municipality.number,
        "navn": municipality.name,
        "offisielt_navn": municipality.official_name,
        "fylke": municipality.county,
    }


def plain_municipality(names: FactNames) -> dict[str, Json]:
    """Return a municipality with every figure there is a place for, also those it lacks."""
    found = names.found
    municipality = found.municipality
    return {
        **plain_municipality_row(municipality),
        "sprakvedtak": municipality.language_decision.value,
        "styreform": municipality.government.value,
        "tall": [_figure(figure, names) for figure in found.rulebook.figures.values()],
    }


def _figure(figure: ReferenceFigure, names: FactNames) -> Json:
    return {
        "id": figure.id,
        "navn": names.labels.fact_name(figure.id),
        "verdi": plain_value(names.found.facts[figure.id].value),
        "type": figure.type.value,
        "enhet": figure.unit.value,
        "kilde": plain_source(figure.source, names.labels),
        "per": figure.as_of,
        "tvil": list[Json](names.doubts(figure.id)),
    }
