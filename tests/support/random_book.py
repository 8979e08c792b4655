"""Small rulebooks drawn at random, with every kind of fact, and every case of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from hypothesis import strategies as st
from small_book import DAY, MUNICIPALITY, book, case, is_, need, question, requirement, same, scheme

from wizard.domain.advice import Findings, Verdict
from wizard.domain.case import Answer, Case, DontKnow
from wizard.domain.conditions import (
    AllOf,
    AnyOf,
    Condition,
    FactTest,
    NeedTest,
    Not,
    Operator,
    RateRef,
    Severity,
)
from wizard.domain.facts import (
    ChangedBy,
    DerivedFigure,
    FactType,
    Operation,
    Option,
    Question,
    Unit,
)
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.schemes import Scheme, VerdictKind, WhenUnknown
from wizard.domain.values import Value
from wizard.engine import findings

_LIMITS = tuple(map(Decimal, range(5)))
_ABC = tuple(Option(each, same(each.upper())) for each in "abc")


def _number(id_: str, changed_by: ChangedBy) -> Question:
    asked = question(id_, changed_by, FactType.PERCENT)
    return replace(asked, minimum=Decimal(0), maximum=Decimal(4))


# The last is asked only of those who answered "a" to the first, and is "b" for the others.
QUESTIONS = (
    question("fast_valg", ChangedBy.NEVER),
    question("fritt_valg", ChangedBy.MUNICIPALITY),
    replace(question("bokser", ChangedBy.OVER_TIME, FactType.MANY), options=_ABC),
    _number("fast_tall", ChangedBy.OTHERS),
    _number("fritt_tall", ChangedBy.OVER_TIME),
    replace(question("etterpa", ChangedBy.OTHERS), applies=is_("fast_valg", "a"), otherwise="b"),
)
SUM = DerivedFigure(
    "sum",
    same("Sum"),
    Operation.SUM,
    ("fast_tall", "fritt_tall"),
    FactType.PERCENT,
    Unit.PERCENT,
    ChangedBy.OTHERS,
)
VALUES: dict[str, tuple[Value, ...]] = {
    "fast_valg": tuple("abc"),
    "fritt_valg": tuple("abc"),
    "etterpa": tuple("abc"),
    "bokser": tuple(
        frozenset(each for each, chosen in zip("abc", ticked, strict=True) if chosen)
        for ticked in product((False, True), repeat=3)
    ),
    "fast_tall": _LIMITS,
    "fritt_tall": _LIMITS,
}
_NEEDS = ("ett", "annet")


def leaves(*, derived: bool = True, needs: bool = True) -> st.SearchStrategy[Condition]:
    """Return any leaf over the facts and needs of the random books."""
    numbers = ("fast_tall", "fritt_tall", *(("sum",) if derived else ()))
    operands = st.one_of(st.sampled_from(_LIMITS), st.just(RateRef("ukjent")))
    found: list[st.SearchStrategy[Condition]] = [
        st.builds(
            FactTest,
            st.sampled_from(("fast_valg", "fritt_valg", "etterpa")),
            st.just(Operator.IS_ONE_OF),
            st.frozensets(st.sampled_from("abc"), min_size=1, max_size=2),
        ),
        st.builds(FactTest, st.just("bokser"), st.just(Operator.CONTAINS), st.sampled_from("abc")),
        st.builds(
            FactTest,
            st.sampled_from(numbers),
            st.sampled_from((Operator.AT_LEAST, Operator.BELOW)),
            operands,
        ),
    ]
    if needs:
        severities = st.sampled_from((Severity.SOME, Severity.SEVERE))
        found.append(st.builds(NeedTest, st.sampled_from(_NEEDS), severities))
    return st.one_of(found)


def trees(leaf: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    """Return any condition of a few of these leaves."""

    def grow(children: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        parts = st.lists(children, min_size=2, max_size=3).map(tuple)
        return st.one_of(parts.map(AllOf), parts.map(AnyOf), children.map(Not))

    return st.recursive(leaf, grow, max_leaves=5)


@st.composite
def books(draw: st.DrawFn, *, derived: bool = True) -> Rulebook:
    """Return a rulebook with two needs and four schemes; one wants company, and one that one."""
    plain = trees(leaves(derived=derived, needs=False))
    rules = trees(leaves(derived=derived))

    def a_scheme(id_: str, **changes: object) -> Scheme:
        gates = draw(st.lists(plain, max_size=2))  # a requirement rests on facts
        return scheme(
            id_,
            relevant=draw(st.one_of(st.none(), rules)),
            in_place=draw(st.one_of(st.none(), st.just(is_("etterpa", "c")), plain)),
            when_unknown=draw(st.sampled_from(WhenUnknown)),
            requirements=tuple(requirement(f"k{n}", each) for n, each in enumerate(gates)),
            **changes,
        )

    needs: tuple[Need, ...] = tuple(need(id_, draw(plain), draw(plain)) for id_ in _NEEDS)
    return book(
        a_scheme("en"),
        a_scheme("to"),
        a_scheme("tre", only_with=("en", "to")),
        a_scheme("fire", only_with=("tre",)),
        needs=(*needs, need("kapasitet", is_("fast_valg", "a"), is_("fast_valg", "a"))),
        questions=QUESTIONS,
        derived=(SUM,) if derived else (),
    )


@st.composite
def cases(draw: st.DrawFn, *, most_open: int = 3) -> Case:
    """Return a case where at most so many questions are open, unanswered or not known."""
    open_ = draw(st.sets(st.sampled_from(sorted(VALUES)), max_size=most_open))
    answers: dict[str, Answer] = {}
    for id_, values in VALUES.items():
        if id_ not in open_:
            answers[id_] = draw(st.sampled_from(values))
        elif draw(st.booleans()):
            answers[id_] = DontKnow()
    return case(**answers)


def open_questions(asked: Case) -> list[str]:
    """Return the questions that nobody has given a value."""
    return [
        id_
        for id_ in VALUES
        if isinstance(asked.answers.get(id_), DontKnow) or id_ not in asked.answers
    ]


def with_answers(asked: Case, answers: Mapping[str, Answer]) -> Case:
    """Return the case with some answers given or taken away."""
    return replace(asked, answers={**asked.answers, **answers})


def judged(asked: Case, rules: Rulebook) -> Findings:
    """Return what the tree walk alone says of a case: Kleene logic, and nothing tried out."""
    return findings.judged(findings.look(asked, rules, MUNICIPALITY, DAY))


def kind(verdict: Verdict) -> tuple[VerdictKind, bool]:
    """Return what a verdict says, as it is shown."""
    return verdict.kind, verdict.in_place


@dataclass(frozen=True)
class Table:
    """What every set of answers to the open questions leads to, for each scheme and need."""

    questions: list[str]
    rows: dict[tuple[Value, ...], dict[str, tuple[VerdictKind, bool]]]
    needs: dict[str, set[Severity]]

    def ends(
        self, scheme: str, given: Mapping[str, Value] | None = None
    ) -> set[tuple[VerdictKind, bool]]:
        """Return everything that a verdict can still become, with some answers given."""
        wanted = [(self.questions.index(id_), value) for id_, value in (given or {}).items()]
        return {
            row[scheme]
            for values, row in self.rows.items()
            if all(values[place] == value for place, value in wanted)
        }

    def contexts(self, question: str) -> Iterator[dict[str, Value]]:
        """Yield every set of answers to all the questions but one."""
        others = [id_ for id_ in self.questions if id_ != question]
        for values in product(*(VALUES[id_] for id_ in others)):
            yield dict(zip(others, values, strict=True))


def table(asked: Case, rules: Rulebook) -> Table:
    """Return what comes of trying everything."""
    questions = open_questions(asked)
    rows, needs = {}, dict[str, set[Severity]]()
    for values in product(*(VALUES[id_] for id_ in questions)):
        complete = with_answers(asked, dict(zip(questions, values, strict=True)))
        found = judged(complete, rules)
        rows[values] = {id_: kind(verdict) for id_, verdict in found.verdicts.items()}
        for id_, need_found in found.needs.items():
            needs.setdefault(id_, set()).update(need_found.possible)
    return Table(questions, rows, needs)
