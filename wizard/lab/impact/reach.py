"""How far an edit reaches on one day: which needs and schemes can differ, by structure alone.

And the part of a rulebook that is enough to judge those, so that thousands of pairs cost little:
the same engine over fewer rules says the same of them.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from wizard.domain.advice import ReservationKind
from wizard.domain.conditions import Condition, facts_in, needs_in, rates_in
from wizard.domain.facts import DerivedFigure, Question, Theme
from wizard.domain.impact import Part, RuleEdit, Subject, Uses
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Scheme
from wizard.domain.text import Text
from wizard.engine.law import with_company
from wizard.engine.verdicts import reservations_of
from wizard.engine.whatif.outlook import scheme_conditions
from wizard.lab.impact.texts import texts_in

# What counts only where a scheme is offered: for the money, for the year's plan.
_OF_MONEY = frozenset({Part.MONEY})
_OF_CHOICE = frozenset(
    {Part.CHOICE, Part.COVERS, Part.FUNDING, Part.DEADLINES, Part.STEPS, Part.MONEY, Part.PLAN}
)


@dataclass(frozen=True, slots=True)
class Reach:
    """What some edits can make otherwise.

    `schemes` and `needs` are those whose verdict or severity can differ, `facts` those whose value
    can; `money` are the schemes whose amount reads otherwise. Where one in `choice` is offered, the
    year's plan can differ although no verdict does; with `plan`, everybody's can.
    """

    schemes: frozenset[str]
    needs: frozenset[str]
    facts: frozenset[str]
    money: frozenset[str]
    choice: frozenset[str]
    plan: bool

    @property
    def nothing(self) -> bool:
        """Whether nothing that is advised can differ."""
        return not (self.schemes or self.needs or self.money or self.plan)


def reach(before: Rulebook, after: Rulebook, edits: Iterable[RuleEdit], day: date) -> Reach:
    """Return what the edits that hold on a day can make otherwise, in either rulebook."""
    before, after = before.on(day), after.on(day)
    holding = [each for each in edits if each.holds(day) and each.decides]
    walks = [_Walk(book, day, holding) for book in (before, after)]
    schemes = frozenset[str]().union(*(each.schemes for each in walks))
    schemes |= _otherwise_reserved(before, after, day)
    needs = frozenset[str]().union(*(each.needs for each in walks))
    own = [each for each in holding if each.subject is Subject.SCHEME]
    books = (before, after)
    rates = {each.id for each in holding if each.subject is Subject.RATE}
    money = {each.id for each in own if each.part in _OF_MONEY}
    for book in books:
        money |= {id_ for id_ in book.schemes if rates & set(_amount_rates(book, id_, day))}
    planning = _planning_rates(before) | _planning_rates(after)
    facts = frozenset[str]().union(*(each.facts for each in walks))
    facts |= {each.id for each in holding if each.subject is Subject.FACT}
    planned_by = before.planning_facts | after.planning_facts
    return Reach(
        schemes=schemes,
        needs=needs,
        facts=facts,
        money=frozenset(money),
        choice=frozenset(each.id for each in own if each.part in _OF_CHOICE),
        plan=any(each.subject is Subject.PLAN for each in holding)
        or bool(rates & planning)
        or bool(facts & planned_by)
        # How much is answered, and so whether there is any plan, counts every question.
        or bool(facts & (before.questions.keys() | after.questions.keys())),
    )


def _otherwise_reserved(before: Rulebook, after: Rulebook, day: date) -> frozenset[str]:
    """Return the schemes to be careful about in another way: by source, or by when it was read."""
    both = before.schemes.keys() & after.schemes.keys()
    return frozenset(
        id_ for id_ in both if _reserved(before, id_, day) != _reserved(after, id_, day)
    )


def _reserved(book: Rulebook, scheme: str, day: date) -> tuple[ReservationKind, ...]:
    edition = book.schemes[scheme].edition_on(day)
    return reservations_of(book.schemes[scheme], edition, book.rates, day) if edition else ()


def _planning_rates(book: Rulebook) -> frozenset[str]:
    return frozenset({book.capacity.share, book.capacity.low})


def _amount_rates(book: Rulebook, scheme: str, day: date) -> tuple[str, ...]:
    edition = book.schemes[scheme].edition_on(day)
    return edition.amount.rates if edition else ()


class _Walk:
    """What rests on what was edited, in one rulebook on one day."""

    def __init__(self, book: Rulebook, day: date, edits: Iterable[RuleEdit]) -> None:
        self.book = book
        given: dict[Subject, set[str]] = {each: set() for each in Subject}
        for each in edits:
            given[each.subject].add(each.id)
        self.rates, self.facts = given[Subject.RATE], given[Subject.FACT] & book.facts.keys()
        self.needs = given[Subject.NEED] & book.needs.keys()
        self._grow(self._facts, self.facts)
        self.needs |= {
            id_ for id_, need in book.needs.items() if self._any((need.severe, need.some))
        }
        self.schemes = given[Subject.SCHEME] & book.schemes.keys()
        self.schemes |= {
            id_ for id_, scheme in book.schemes.items() if self._any(scheme_conditions(scheme, day))
        }
        self._grow(self._company, self.schemes)

    @staticmethod
    def _grow(more: Callable[[], set[str]], found: set[str]) -> None:
        while new := more() - found:
            found |= new

    def _facts(self) -> set[str]:
        return {
            id_
            for id_, fact in self.book.facts.items()
            if (isinstance(fact, Question) and fact.applies and self._any((fact.applies,)))
            or (isinstance(fact, DerivedFigure) and not self.facts.isdisjoint(fact.operands))
        }

    def _company(self) -> set[str]:
        return {
            id_
            for id_, scheme in self.book.schemes.items()
            if not self.schemes.isdisjoint(scheme.only_with)
        }

    def _any(self, conditions: Iterable[Condition]) -> bool:
        """Tell whether a condition rests on a rate, fact or need that was edited."""
        return any(
            not self.rates.isdisjoint(rates_in(each))
            or not self.facts.isdisjoint(facts_in((each,)))
            or not self.needs.isdisjoint(needs_in((each,)))
            for each in conditions
        )


def part_of(
    book: Rulebook,
    day: date,
    schemes: Collection[str],
    needs: Collection[str],
    facts: Collection[str] = (),
) -> Rulebook:
    """Return the rulebook with only what judges some schemes and needs on a day, and some facts."""
    kept = with_company(book.schemes, [id_ for id_ in schemes if id_ in book.schemes])
    conditions = [each for scheme in kept.values() for each in scheme_conditions(scheme, day)]
    wanted = {id_ for id_ in needs if id_ in book.needs} | {*needs_in(conditions)}
    rules = {id_: need for id_, need in book.needs.items() if id_ in wanted}
    conditions += [each for need in rules.values() for each in (need.severe, need.some)]
    known = _behind(book, {*facts_in(conditions), *facts} & book.facts.keys())
    return replace(
        book,
        schemes=kept,
        needs=rules,
        themes=tuple(_only(theme, known) for theme in book.themes),
        figures={id_: each for id_, each in book.figures.items() if id_ in known},
        derived={id_: each for id_, each in book.derived.items() if id_ in known},
        journeys={},
        abolished={},
    )


def _behind(book: Rulebook, facts: set[str]) -> set[str]:
    found, waiting = set[str](), facts
    while waiting:
        found |= waiting
        more = set[str]()
        for id_ in waiting:
            fact = book.facts[id_]
            if isinstance(fact, DerivedFigure):
                more.update(fact.operands)
            elif isinstance(fact, Question) and fact.applies:
                more.update(facts_in((fact.applies,)))
        waiting = more - found
    return found


def _only(theme: Theme, facts: Collection[str]) -> Theme:
    return replace(theme, items=tuple(item for item in theme.items if item.fact in facts))


def uses(before: Rulebook, after: Rulebook, edit: RuleEdit) -> Uses:
    """Return where an edited rule counts: by the later rulebook, by the former where it is gone."""
    day = edit.shown_on
    books = (after.on(day), before.on(day))
    walked = [_Walk(book, day, [edit]) for book in books]
    book = next((each for each in books if _has(each, edit)), books[0])
    walk = walked[books.index(book)]
    schemes = walk.schemes
    if edit.subject is Subject.RATE:
        schemes = schemes | {
            id_ for id_ in book.schemes if edit.id in _all_rates(book.schemes[id_])
        }
    slot = f"{{sats:{edit.id}}}" if edit.subject is Subject.RATE else f"{{tall:{edit.id}}}"
    return Uses(
        schemes=tuple(sorted(schemes - {edit.id})),
        needs=tuple(sorted(walk.needs - {edit.id})),
        facts=tuple(sorted(walk.facts - {edit.id})),
        journeys=tuple(
            id_ for id_, each in book.journeys.items() if not each.schemes.isdisjoint(schemes)
        ),
        texts=sum(slot in text.nb for text in _texts(book)),
    )


def _all_rates(scheme: Scheme) -> set[str]:
    return {id_ for edition in scheme.editions for id_ in edition.amount.rates}


def _has(book: Rulebook, edit: RuleEdit) -> bool:
    rules = {
        Subject.RATE: book.rates,
        Subject.FACT: book.facts,
        Subject.NEED: book.needs,
        Subject.SCHEME: book.schemes,
    }
    return edit.subject is Subject.PLAN or edit.id in rules[edit.subject]


def _texts(book: Rulebook) -> Iterable[Text]:
    rules = (book.needs, book.schemes, book.facts, book.rates, book.plausibility.rules)
    return (text for each in rules for text in texts_in(each))
