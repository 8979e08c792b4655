"""A financing sketch as plain data for JSON: amounts as they are printed, never more exact."""

from wizard.domain.advice import Advice
from wizard.plain.values import Json, plain_value
from wizard.report.scheme import SchemeAccount
from wizard.voice.rounding import round_sketch


def plain_money(account: SchemeAccount, advice: Advice) -> Json:
    """Return the sketch of a scheme, or null for one without an edition in force."""
    exact = advice.money.get(account.verdict.scheme)
    if exact is None:
        return None
    sketch = round_sketch(exact)
    return {
        "type": sketch.kind.value,
        "minst": plain_value(sketch.least),
        "inntil": plain_value(sketch.most),
        "grunnlag": sketch.basis.value if sketch.basis else None,
        "kostnad": plain_value(sketch.cost),
        "verdi": plain_value(sketch.value),
        "rest": plain_value(sketch.rest),
        "rest_betales_av": [each.value for each in sketch.payers],
        "tak": sketch.capped_by,
        "unntak": sketch.exception,
        "regnet_av": list(sketch.facts),
        "satser": list(sketch.rates),
        "mangler": [*sorted(sketch.open_facts), *sketch.missing_rates],
        "ikke_for_samme_kostnad": list(sketch.not_same_cost),
        "tekst": [account.money, *account.financing],
    }
