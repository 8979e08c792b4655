"""Schemes as plain data for JSON: what each is, and its rules in every period."""

from wizard.domain.conditions import RateRef
from wizard.domain.schemes import Amount, Deadline, Edition, Scheme, Step
from wizard.plain.conditions import plain_basis, plain_condition, plain_source
from wizard.plain.values import Json, plain_day, plain_number
from wizard.voice.labels import Labels


def plain_scheme_row(scheme: Scheme, labels: Labels) -> dict[str, Json]:
    """Return a scheme in a list."""
    return {
        "id": scheme.id,
        "navn": labels.scheme_name(scheme.id),
        "kort": labels.text(scheme.short),
        "slag": scheme.kind.value,
        "forvalter": scheme.administrator.value,
        "rolle": scheme.role.value,
        "i_kraft": scheme.edition_on(labels.as_of) is not None,
    }


def plain_scheme(scheme: Scheme, labels: Labels) -> dict[str, Json]:
    """Return everything that the rules say of a scheme, with every edition of it."""
    duty = scheme.duty
    return {
        **plain_scheme_row(scheme, labels),
        "gjor": labels.headline(scheme.id),
        "virkning": scheme.effect.value,
        "dekker": [{"behov": each.need, "hoved": each.main} for each in scheme.covers],
        "innsats": {
            "uker": f"{scheme.effort.weeks:f}",
            "hjemmel": plain_basis(scheme.effort.basis, labels),
        },
        "plikt": {"siden": plain_day(duty.since), "hjemmel": plain_basis(duty.basis, labels)}
        if duty
        else None,
        "forst": list[Json](scheme.first),
        "bare_med": list[Json](scheme.only_with),
        "alternativ_til": list[Json](scheme.alternative_to),
        "ikke_for_samme_kostnad": list[Json](scheme.not_same_cost),
        "styrker": list[Json](scheme.strengthens),
        "pa_plass": plain_condition(scheme.in_place, labels),
        "aktuelt": plain_condition(scheme.relevant, labels),
        "ved_ukjent": scheme.when_unknown.value,
        "utgaver": [_edition(each, labels) for each in scheme.editions],
        "opphort": labels.text(scheme.ended) if scheme.ended else None,
        "erfaringer": [
            {"tekst": told, "kilde": plain_source(each.source, labels)}
            for each, (told, _) in zip(
                scheme.experiences, labels.experiences(scheme.id), strict=True
            )
        ],
        "fallgruver": list[Json](labels.pitfalls(scheme.id)),
        "kontrollert": plain_day(scheme.checked),
        "kontrolleres_innen": plain_day(scheme.check_by),
    }


def _edition(edition: Edition, labels: Labels) -> Json:
    return {
        "gjelder_fra": plain_day(edition.valid_from),
        "gjelder_til": plain_day(edition.valid_to),
        "opphold": labels.text(edition.gap) if edition.gap else None,
        "hjemmel": plain_basis(edition.basis, labels),
        "krav": [
            {
                "id": each.id,
                "betingelse": plain_condition(each.condition, labels),
                "hjemmel": plain_basis(each.basis, labels),
                "sikkerhet": each.confidence.value if each.confidence else None,
            }
            for each in edition.requirements
        ],
        "vilkar": [
            {
                "id": each.id,
                "tekst": labels.text(each.text),
                "hjemmel": plain_basis(each.basis, labels),
                "sikkerhet": each.confidence.value if each.confidence else None,
            }
            for each in edition.terms
        ],
        "frister": [_deadline(each) for each in edition.deadlines],
        "finansiering": edition.funding.value,
        "belop": _amount(edition.amount, labels),
        "sokere": [each.value for each in edition.applicants],
        "steg": [_step(each, labels) for each in edition.steps],
    }


def _deadline(deadline: Deadline) -> Json:
    yearly = deadline.yearly
    return {
        "hvert_ar": f"{yearly[0]:02}-{yearly[1]:02}" if yearly else None,
        "dato": plain_day(deadline.on),
        "lopende": deadline.rolling,
        "kontroller": deadline.check,
        "forberedelse_uker": deadline.preparation_weeks,
    }


def _amount(amount: Amount, labels: Labels) -> Json:
    return {
        "type": amount.kind.value,
        "andel": _rate(amount.share),
        "tak": _rate(amount.cap),
        "bunn": _rate(amount.floor),
        "minste_kostnad": _rate(amount.least_cost),
        "av": labels.text(amount.of) if amount.of else None,
        "grunnlag": amount.basis.value if amount.basis else None,
        "soker": amount.applicant.value if amount.applicant else None,
        "egen_kostnad": plain_number(amount.band),
        "merknad": labels.text(amount.note) if amount.note else None,
    }


def _rate(rate: RateRef | None) -> Json:
    return rate.id if rate else None


def _step(step: Step, labels: Labels) -> Json:
    return {
        "id": step.id,
        "tekst": labels.step(step),
        "ansvar": step.responsible.value,
        "dager": step.days,
        "etter": list[Json](step.after),
        "oppfyller": step.meets,
    }
