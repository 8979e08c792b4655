"""The rules as plain data for JSON: questions, needs and rates. Schemes are in `schemes`."""

from wizard.domain.facts import Option, PrefilledQuestion, Question, Theme
from wizard.domain.number_kinds import number_kind
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.sources import Rate
from wizard.plain.conditions import plain_basis, plain_condition
from wizard.plain.values import Json, plain_number, plain_value
from wizard.voice.labels import Labels


def plain_rulebook(rulebook: Rulebook, labels: Labels) -> Json:
    """Return which rules these are."""
    return {
        "navn": rulebook.name.to(labels.language),
        "versjon": rulebook.version,
        "hash": rulebook.hash,
        "gjelder_fra": rulebook.valid_from.isoformat() if rulebook.valid_from else None,
        "eier": rulebook.owner,
    }


def plain_questions(labels: Labels) -> dict[str, Json]:
    """Return every question, theme by theme, in the order they are asked."""
    return {"tema": [_theme(theme, labels) for theme in labels.rulebook.themes]}


def plain_need_row(need: Need, labels: Labels) -> dict[str, Json]:
    """Return a need in a list."""
    return {"id": need.id, "navn": labels.need_name(need.id), "kort": labels.text(need.short)}


def plain_need(need: Need, labels: Labels) -> dict[str, Json]:
    """Return when a municipality has a need, and what meets it."""
    return {
        **plain_need_row(need, labels),
        "stor": plain_condition(need.severe, labels),
        "noe": plain_condition(need.some, labels),
        "hjemmel": plain_basis(need.basis, labels),
        "fordi": labels.text(need.reason) if need.reason else None,
        "kontakt": need.contact,
        "ordninger": [
            {"ordning": scheme.id, "hoved": each.main}
            for scheme in labels.rulebook.schemes.values()
            for each in scheme.covers
            if each.need == need.id
        ],
    }


def plain_rate_row(rate: Rate, labels: Labels) -> dict[str, Json]:
    """Return a rate in a list, with the value in force on the day of the labels."""
    return {
        "id": rate.id,
        "navn": rate.name.to(labels.language),
        "enhet": rate.unit.value,
        "verdi": plain_value(rate.on(labels.as_of)),
    }


def plain_rate(rate: Rate, labels: Labels) -> dict[str, Json]:
    """Return a rate with every value that it has had, and the legal basis of each."""
    return {
        **plain_rate_row(rate, labels),
        "fordi": labels.text(rate.reason) if rate.reason else None,
        "verdier": [
            {
                "gjelder_fra": each.valid_from.isoformat(),
                "verdi": plain_value(each.value),
                "hjemmel": plain_basis(each.basis or rate.basis, labels),
            }
            for each in rate.values
        ],
    }


def _theme(theme: Theme, labels: Labels) -> Json:
    pages = {fact: page.id for page in theme.pages for fact in page.facts}
    return {
        "id": theme.id,
        "navn": theme.name.to(labels.language),
        "sporsmal": [_question(item, pages.get(item.fact, ""), labels) for item in theme.items],
    }


def _question(item: Question | PrefilledQuestion, page: str, labels: Labels) -> Json:
    fact = labels.rulebook.facts[item.fact]
    own = item if isinstance(item, Question) else None
    kind = number_kind(fact, item if isinstance(item, PrefilledQuestion) else None)
    return {
        "id": item.fact,
        "side": page,
        "navn": labels.fact_name(item.fact),
        "tekst": labels.text(item.text),
        "hvorfor": labels.text(item.why),
        "hvor": labels.text(item.where),
        "hvem_vet": item.knows,
        "type": fact.type.value,
        "enhet": kind.unit.value if kind.unit else None,
        "minst": plain_number(item.minimum),
        "mest": plain_number(item.maximum),
        "valg": [_option(option, labels) for option in fact.options],
        "stilles_nar": plain_condition(own.applies, labels) if own else None,
        "kommunetall": own is None,
    }


def _option(option: Option, labels: Labels) -> Json:
    return {
        "id": option.id,
        "tekst": labels.rule(option.text),
        "om": labels.text(option.about) if option.about else None,
        "tilbys_nar": plain_condition(option.applies, labels),
    }
