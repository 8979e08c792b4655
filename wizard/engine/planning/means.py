"""What the municipality has to plan with: weeks, own money, and whether hands are few."""

from decimal import Decimal

from wizard.domain.advice import Findings
from wizard.domain.conditions import Severity
from wizard.domain.plan import Cost, Means
from wizard.domain.schemes import AmountKind, Edition, Scheme

WORKING_WEEKS = Decimal(44)
# The bands of own cost in kroner: the least and the most of each; the last has no upper end.
BANDS: tuple[tuple[Decimal, Decimal | None], ...] = (
    (Decimal(0), Decimal(0)),
    (Decimal(0), Decimal(200_000)),
    (Decimal(200_000), Decimal(1_000_000)),
    (Decimal(1_000_000), Decimal(5_000_000)),
    (Decimal(5_000_000), None),
)


def means_of(found: Findings) -> Means:
    """Return what there is in a year. What nobody has said counts as little: the safer mistake."""
    capacity, plan = found.rulebook.capacity, found.rulebook.plan
    limit = found.rulebook.rates[capacity.low].on(found.as_of)
    limit = limit if isinstance(limit, Decimal) else Decimal(0)
    stated = _weeks(found)
    weeks = limit if stated is None else stated
    need = found.needs.get(capacity.need)
    few = need is not None and need.possible[0] is Severity.SEVERE
    money, said = _money(found)
    return Means(
        weeks=weeks,
        most_weeks=weeks * (1 + plan.slack / 100),
        money=money,
        weeks_stated=stated is not None,
        money_stated=said,
        low=few or stated is None or stated < limit,
    )


def cost_of(scheme: Scheme, edition: Edition | None, means: Means) -> Cost:
    """Return what a scheme takes of own money; what others decide is not known beforehand.

    A duty does not fall for want of money: it is done with what there is, down to the least.
    """
    if edition is None:
        return Cost()
    amount = edition.amount
    if amount.kind is not AmountKind.OWN_COST:
        return Cost() if amount.kind is AmountKind.FREE else Cost(unknown=(scheme.id,))
    least, most = BANDS[amount.band or 0]
    if scheme.duty and means.money is not None and (most is None or most > means.money):
        return Cost(least, max(least, means.money), held=(scheme.id,))
    return Cost(least, most)


def _weeks(found: Findings) -> Decimal | None:
    capacity = found.rulebook.capacity
    weeks = found.facts[capacity.weeks].value
    if isinstance(weeks, Decimal):
        return weeks
    years = found.facts[capacity.person_years].value
    share = found.rulebook.rates[capacity.share].on(found.as_of)
    if isinstance(years, Decimal) and isinstance(share, Decimal):
        return years * WORKING_WEEKS * share / 100
    return None


def _money(found: Findings) -> tuple[Decimal | None, bool]:
    """Return the kroner to plan with, and whether they were stated."""
    money = found.rulebook.plan.money
    if money is None:
        return None, False
    said = found.facts[money.fact].value
    if isinstance(said, str):
        return money.most.get(said), True
    return money.unknown, False
