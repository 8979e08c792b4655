"""`handlingsplan` in `regelverk.yaml`: the limits and the order that an action plan is made by."""

from wizard.domain.facts import FactType
from wizard.domain.plan_rules import NeedRank, OwnMoney, PlanRules, Tier
from wizard.domain.text import Text
from wizard.rulebook.ids import Id, Ref, one_of
from wizard.rulebook.messages import rules as say
from wizard.rulebook.numbers import Number, Whole
from wizard.rulebook.reading import Kind
from wizard.rulebook.records import Record, Spot, optional, required
from wizard.rulebook.shapes import ListOf, MapOf
from wizard.rulebook.texts import TEXT

_MOST_KRONER = 10_000_000_000


def _check_money(money: OwnMoney, spot: Spot) -> None:
    """Report a fact that is no choice, and answers that it does not have."""
    fact = spot.reading.facts.get(money.fact)
    if fact is None:
        return
    if fact.type is not FactType.CHOICE:
        spot.report(say.NOT_A_CHOICE_FACT, "sporsmal", id=fact.id)
        return
    options = [option.id for option in fact.options]
    for id_ in money.most:
        if id_ not in options:
            spot.report(say.NOT_AN_ANSWER, "har", id=id_, fact=fact.id, options=", ".join(options))


_MONEY = Record(
    Text("pengene", "pengane"),
    OwnMoney,
    {
        "fact": required("sporsmal", Ref(Kind.FACT)),
        "most": required("har", MapOf(Id(), Number((0, _MOST_KRONER)))),
        "unknown": required("ukjent", Number((0, _MOST_KRONER))),
    },
    check=_check_money,
)

_NEEDS = ListOf(
    Record(
        Text("plassen", "plassen"),
        NeedRank,
        {"need": required("behov", Ref(Kind.NEED)), "reason": required("begrunnelse", TEXT)},
    ),
    unique=lambda rank: rank.need,
)


def _check_tiers(rules: PlanRules, spot: Spot) -> None:
    """Report a tier that has no place: it would silently count for nothing."""
    lacking = [tier.value for tier in Tier if tier not in rules.tiers]
    if lacking:
        spot.report(say.TIERS_LACKING, "rekkefolge", lacking=", ".join(lacking))


PLAN_RULES = Record(
    Text("handlingsplanen", "handlingsplanen"),
    PlanRules,
    {
        "most": required("mest_i_aret", Whole(1, 20)),
        "slack": required("slingring_prosent", Number((0, 100))),
        "years": required("ar", Whole(1, 10)),
        "blank": required("minst_besvart_prosent", Number((0, 100))),
        "tiers": required("rekkefolge", ListOf(one_of(Tier), unique=str)),
        "money": optional("egne_penger", _MONEY),
        "make_known": optional("gjor_kjent", Ref(Kind.SCHEME)),
        "needs": optional("behov", _NEEDS, ()),
    },
    check=_check_tiers,
)
