"""A financing sketch as plain data for JSON: every amount exact; the sentences round."""

from wizard.domain.advice import Advice
from wizard.plain.values import Json, plain_kroner
from wizard.report.scheme import SchemeAccount


def plain_money(account: SchemeAccount, advice: Advice) -> Json:
    """Return the sketch of a scheme, or null for one without an edition in force."""
    sketch = advice.money.get(account.verdict.scheme)
    if sketch is None:
        return None
    return {
        "type": sketch.kind.value,
        "minst": plain_kroner(sketch.least),
        "inntil": plain_kroner(sketch.most),
        "grunnlag": sketch.basis.value if sketch.basis else None,
        "kostnad": plain_kroner(sketch.cost),
        "verdi": plain_kroner(sketch.value),
        "rest": plain_kroner(sketch.rest),
        "rest_betales_av": [each.value for each in sketch.payers],
        "tak": sketch.capped_by,
        "unntak": sketch.exception,
        "regnet_av": list(sketch.facts),
        "satser": list(sketch.rates),
        "mangler": [*sorted(sketch.open_facts), *sketch.missing_rates],
        "ikke_for_samme_kostnad": list(sketch.not_same_cost),
        "tekst": [account.money, *account.financing],
    }
