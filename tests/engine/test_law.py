"""The law where it was mended: each claim tried on random rules, or against every answer."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from random_book import QUESTIONS, VALUES, Table, books, cases, table, trees
from small_book import (
    DAY,
    FACTS,
    MUNICIPALITY,
    RATES,
    at_least,
    book,
    case,
    is_,
    need,
    question,
    requirement,
    scheme,
)

from wizard.advice import assess
from wizard.domain.advice import Verdict
from wizard.domain.case import Case
from wizard.domain.conditions import AllOf, AnyOf, Condition, FactTest, Operator, Severity
from wizard.domain.facts import ChangedBy
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Funding, Scheme, VerdictKind
from wizard.domain.values import FactValue, Truth, Unknown, Value, any_met
from wizard.engine import law
from wizard.engine.conditions import Situation
from wizard.engine.findings import look
from wizard.engine.law import Standing
from wizard.engine.verdicts import Judge, judge_all, standing_of
from wizard.engine.whatif.allowed import allowed_values
from wizard.engine.whatif.outlook import Outlook
from wizard.engine.whatif.settling import Settling
from wizard.voice.wording import Wording

FREE, FIXED = is_("fritt_valg", "a"), is_("fast_valg", "a")
ENOUGH = at_least("fritt_tall", "2")
SVAR = question("svar", ChangedBy.NEVER)
TRUTHS = st.sampled_from(Truth)


def judged(*requirements: Condition, **facts: FactValue) -> Verdict:
    """Return the verdict on a scheme with these requirements."""
    gates = tuple(requirement(f"k{n}", each) for n, each in enumerate(requirements))
    return Judge(Situation(DAY, RATES, facts, {}), FACTS).verdict(scheme(requirements=gates))


def kinds(tried: Table, id_: str, answers: Mapping[str, Value] | None = None) -> set[VerdictKind]:
    """Return the kinds that a verdict can still be of, with some answers given."""
    return {each for each, _ in tried.ends(id_, answers)}


# --- needs


@settings(max_examples=150, deadline=None)
@given(books(derived=False), cases())
def test_a_need_is_as_severe_as_some_set_of_answers_makes_it_and_no_other(
    rules: Rulebook, asked: Case
) -> None:
    tried = table(asked, rules)
    for id_, finding in assess(asked, rules, MUNICIPALITY, DAY).needs.items():
        assert set(finding.possible) == tried.needs[id_], id_


def test_a_need_that_no_answer_can_bring_about_is_not_there() -> None:
    """What it asks for is both an answer and its opposite: nobody need be asked."""
    never = AllOf((is_("svar", "a"), is_("svar", "b")))
    behov = need("behov", severe=never, some=never)
    capacity = replace(behov, id="kapasitet")
    rules = book(scheme(), needs=(behov, capacity), questions=(SVAR,))
    advice = assess(case(), rules, MUNICIPALITY, DAY)
    finding = advice.needs["behov"]
    assert finding.severity is Severity.NONE
    assert Wording(advice).verdicts.need_reasons(finding) == [
        "Ingen av de åpne spørsmålene kan endre dette."
    ]


@given(TRUTHS, TRUTHS)
def test_severe_implies_some_and_a_limit_is_read_off_what_is_possible(
    severe: Truth, some: Truth
) -> None:
    possible = law.severities(severe, some)
    assert law.at_least(Severity.NONE, possible) is Truth.MET
    assert law.at_least(Severity.SOME, possible) is any_met((severe, some))
    assert law.at_least(Severity.SEVERE, possible) is severe


# --- companions


@st.composite
def chains(draw: st.DrawFn) -> dict[str, Scheme]:
    """Return schemes that each need one or two of those before for company."""
    found: dict[str, Scheme] = {}
    for number in range(draw(st.integers(2, 5))):
        earlier = st.lists(st.sampled_from(sorted(found)), max_size=2, unique=True)
        company = draw(earlier) if found else []
        gates = draw(st.lists(st.sampled_from((FREE, FIXED)), max_size=1))
        id_ = f"ordning-{number}"
        found[id_] = scheme(
            id_,
            only_with=tuple(company),
            funding=draw(st.sampled_from((Funding.OPEN, Funding.CLOSED))),
            in_place=draw(st.sampled_from((None, FIXED))),
            relevant=draw(st.sampled_from((None, FREE))),
            requirements=tuple(requirement("k", each) for each in gates),
        )
    order = draw(st.permutations(sorted(found)))
    return {id_: found[id_] for id_ in order}


@settings(max_examples=300)
@given(chains(), st.sampled_from("ab"), st.sampled_from(("a", "b", None)))
def test_nothing_ends_up_better_than_the_best_of_its_company_ends_up(
    schemes: dict[str, Scheme], fixed: str, free: str | None
) -> None:
    facts: dict[str, FactValue] = {"fast_valg": fixed}
    if free:
        facts["fritt_valg"] = free
    situation = Situation(DAY, RATES, facts, {})
    verdicts = judge_all(schemes, situation, FACTS)
    assert list(verdicts) == list(schemes)
    for id_, each in schemes.items():
        company = [standing_of(verdicts[other]) for other in each.only_with]
        own, ends = Judge(situation, FACTS).verdict(each), standing_of(verdicts[id_])
        if company and Standing.IN_PLACE not in company:
            assert ends >= min(company) or ends >= Standing.EXCLUDED
        else:
            assert ends is standing_of(own)
        if own.kind in {VerdictKind.EXCLUDED, VerdictKind.NOT_RELEVANT}:
            assert ends is standing_of(own), "a no stands by its own reasons"


def test_a_chain_whose_last_is_closed_is_closed_to_the_first() -> None:
    chain = {
        "en": scheme("en", only_with=("to",)),
        "to": scheme("to", only_with=("tre",)),
        "tre": scheme("tre", funding=Funding.CLOSED),
    }
    verdicts = judge_all(chain, Situation(DAY, RATES, {}, {}), FACTS)
    assert {each.kind for each in verdicts.values()} == {VerdictKind.EXCLUDED}


# --- line 6


def test_what_cannot_matter_beside_a_met_branch_does_not_make_it_conditional() -> None:
    """The fixed answer is open, but what the kommune has is enough without it."""
    gate = AllOf((AnyOf((FREE, FIXED)), ENOUGH))
    verdict = judged(gate, is_("fritt_valg", "b"), fritt_valg="a")
    assert verdict.kind is VerdictKind.AFTER_CHANGE


def test_a_changeable_question_that_waits_for_a_fixed_one_hangs_on_it() -> None:
    little = Decimal(1)
    waiting = Unknown(frozenset({"fast_valg", "fritt_valg"}))
    assert judged(FREE, ENOUGH, fritt_tall=little).kind is VerdictKind.AFTER_CHANGE
    verdict = judged(FREE, ENOUGH, fritt_valg=waiting, fritt_tall=little)
    assert verdict.kind is VerdictKind.CONDITIONAL


def test_a_figure_made_of_something_fixed_hangs_on_it_whoever_answers_the_rest() -> None:
    """Whoever can change one operand cannot change the figure, so an answer must show it."""
    waiting = Unknown(frozenset({"fritt_tall"}))
    figure = replace(FACTS["fast_tall"], id="sum", changed_by=ChangedBy.OTHERS)
    facts = {**FACTS, "sum": figure}
    situation = Situation(DAY, RATES, {"sum": waiting, "fritt_valg": "b"}, {})
    gates = (requirement("k", at_least("sum", "2")), requirement("l", FREE))
    verdict = Judge(situation, facts).verdict(scheme(requirements=gates))
    assert verdict.kind is VerdictKind.CONDITIONAL


@given(st.sampled_from((FREE, FIXED)), st.sampled_from((FREE, FIXED)))
def test_an_open_leaf_beside_one_that_is_met_never_moves_the_verdict(
    asked: Condition, beside: Condition
) -> None:
    known, lacking = at_least("fritt_tall", "1"), at_least("fritt_tall", "3")
    facts = {"fritt_tall": Decimal(2)}
    with_it = judged(AllOf((asked, AnyOf((beside, known)))), lacking, **facts)
    assert with_it.kind is judged(asked, lacking, **facts).kind


# --- what is given up


CHOICES = ("fast_valg", "fritt_valg", "etterpa")
OPEN_CASE = case(**{id_: values[0] for id_, values in VALUES.items() if id_ not in CHOICES})
CHOSEN = trees(
    st.builds(
        FactTest,
        st.sampled_from(CHOICES),
        st.just(Operator.IS_ONE_OF),
        st.frozensets(st.sampled_from("abc"), min_size=1, max_size=2),
    )
)


@settings(max_examples=200, deadline=None)
@given(CHOSEN, st.none() | CHOSEN, st.lists(CHOSEN, min_size=1, max_size=2))
def test_a_verdict_without_a_diagram_lists_every_open_question_that_can_alter_it(
    relevant: Condition, in_place: Condition | None, gates: list[Condition]
) -> None:
    requirements = tuple(requirement(f"k{n}", each) for n, each in enumerate(gates))
    rule = scheme(relevant=relevant, in_place=in_place, requirements=requirements)
    rules = book(rule, questions=QUESTIONS)
    outlook = Outlook(rules, DAY, most_for_one=-1)
    looked = look(OPEN_CASE, rules, MUNICIPALITY, DAY)
    verdict = Settling(outlook, looked, allowed_values(outlook, looked)).found().verdicts[rule.id]
    tried = table(OPEN_CASE, rules)
    if verdict.settled:
        assert kinds(tried, rule.id) == {verdict.kind}
        return
    for each in CHOICES:
        moves = any(len(kinds(tried, rule.id, rest)) > 1 for rest in tried.contexts(each))
        assert each in verdict.settled_by or not moves, each


def test_the_table_in_the_docs_is_the_table_of_the_law() -> None:
    docs = Path(__file__).parents[2] / "docs" / "engine.md"
    rows = re.findall(
        r"^\| (\d+) \|.*\| `([a-z-]+)`[^|]*\|$", docs.read_text("utf-8"), re.MULTILINE
    )
    assert [kind for _, kind in rows] == [line.standing.kind.value for line in law.TABLE]
    assert [int(number) for number, _ in rows] == list(range(1, len(law.TABLE) + 1))
