"""Two rulebooks: the smallest situation in which they differ, or that there is none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from wizard.advice import assess
from wizard.domain.advice import Advice
from wizard.domain.conditions import FactTest, leaves
from wizard.domain.facts import Fact, Question
from wizard.domain.place import Place
from wizard.domain.proofs import Claim, Finding, Note, Proof, Proofs, Shown
from wizard.domain.rulebook import Rulebook
from wizard.domain.values import Unknown
from wizard.engine.conditions import operand_on
from wizard.engine.whatif.diagram import Diagrams
from wizard.engine.whatif.outlook import Outlook, days_of_change
from wizard.engine.whatif.space import Space
from wizard.lab.prove import words as say
from wizard.lab.prove.cases import Maker
from wizard.lab.prove.periods import all_conditions, first_day, spans
from wizard.lab.prove.possible import CANNOT, Possible
from wizard.lab.prove.proving import assumed_of
from wizard.lab.prove.shown import owner_shown, told_day
from wizard.municipalities import Municipalities


def prove_equal(
    one: Rulebook,
    other: Rulebook,
    municipalities: Municipalities,
    today: date,
    called: tuple[str, str],
) -> Proofs:
    """Return the proof that two rulebooks judge needs and schemes alike, on every day of the first.

    What is found says which of them does what, by what they are `called`.
    What they say in words, the money and the plan are not looked into. What differs only while
    something is open, and in no case that is found, is a note.
    """
    return _Between(one, other, municipalities, today, called).proofs()


@dataclass(frozen=True, slots=True)
class _Days:
    """Days on which both rulebooks stay as they are, and both drawn over the same answers."""

    on: date
    one: Outlook
    other: Outlook
    possible: Possible
    answered: Possible


class _Between:
    def __init__(
        self,
        one: Rulebook,
        other: Rulebook,
        municipalities: Municipalities,
        today: date,
        called: tuple[str, str],
    ) -> None:
        self.one = one
        self.other = other
        self.municipalities = municipalities
        self.today = today
        self.called = dict(zip(("mine", "theirs"), called, strict=True))
        self.spans = list(spans({*days_of_change(one), *days_of_change(other)}, first_day(one)))
        self.unproven = set[str]()
        self.notes: dict[str, Note] = {}

    def proofs(self) -> Proofs:
        """Return the one proof."""
        others = list(self._other_types())
        found = [*self._only_in_one(), *others]
        if not others:
            found += self._differences()
        shared = [*self.one.needs, *self.one.schemes]
        proof = Proof(
            Claim.EQUAL,
            len(shared),
            0,
            tuple(found),
            tuple(self.notes.values()),
            unproven=tuple(sorted(self.unproven)),
        )
        assumed = assumed_of(self.one, self.municipalities, self.today, len(self.spans))
        return Proofs(assumed, (proof,))

    def _only_in_one(self) -> Iterator[Finding]:
        mine, theirs = _places(self.one), _places(self.other)
        for id_ in sorted(mine.keys() ^ theirs.keys()):
            place = {**theirs, **mine}[id_]
            here, there = self.called.values() if id_ in mine else reversed(self.called.values())
            what = say.ONLY_IN.format(here=here, there=there)
            yield Finding(Claim.EQUAL, place, id_, what, say.MEND_CAN_BE_MEANT)

    def _other_types(self) -> Iterator[Finding]:
        for id_, fact in self.one.facts.items():
            theirs = self.other.facts.get(id_)
            if theirs and (theirs.type is not fact.type or type(theirs) is not type(fact)):
                what = say.OTHER_TYPE.format(**self.called)
                yield Finding(Claim.EQUAL, fact.place, id_, what, say.MEND_CAN_BE_MEANT)

    def _differences(self) -> Iterator[Finding]:
        told = set[str]()
        # What is so from today on is what people want to see.
        ahead = [each for each in self.spans if each[1] >= self.today]
        behind = [each for each in reversed(self.spans) if each[1] < self.today]
        for first, last in (*ahead, *behind):
            days = self._drawn(first, self.today if first <= self.today <= last else first)
            for id_, place, mine, theirs in self._pairs(days):
                if id_ not in told:
                    each = self._compared(days, id_, place, mine, theirs)
                    told |= {id_} if each else set()
                    yield from [each] if each else []

    def _compared(
        self, days: _Days, id_: str, place: Place, mine: int, theirs: int
    ) -> Finding | None:
        """Return how two diagrams differ, if they do: where all is answered, or else before."""
        apart = days.answered.apart(mine, theirs)
        if apart != CANNOT:
            return self._finding(days, days.answered, id_, place, apart) or Finding(
                Claim.EQUAL,
                place,
                id_,
                say.DIFFERS_SOMEHOW.format(first=told_day(days.on)),
                say.MEND_CAN_BE_MEANT,
            )
        apart = days.possible.apart(mine, theirs)
        if apart == CANNOT:
            return None
        found = self._finding(days, days.possible, id_, place, apart)
        if found is None:
            what = say.DIFFERS_WHILE_OPEN.format(first=told_day(days.on))
            self.notes.setdefault(id_, Note(id_, what))
        return found

    def _drawn(self, first: date, on: date) -> _Days:
        one, other = self.one.on(first), self.other.on(first)
        named = [*_known_leaves(one, first), *_known_leaves(other, first)]
        space = Space(one, first, named, _facts_of_both(one, other))
        diagrams = Diagrams()
        drawn = Outlook(one, first, space=space, diagrams=diagrams)
        against = Outlook(other, first, space=space.seen_by(other), diagrams=diagrams)
        possible = Possible(drawn, self.municipalities)
        answered = Possible(drawn, self.municipalities, answered=True)
        return _Days(on, drawn, against, possible, answered)

    def _pairs(self, days: _Days) -> Iterator[tuple[str, Place, int, int]]:
        """Yield the diagrams of what both rulebooks have."""
        for mine, theirs, places in (
            (days.one.needs, days.other.needs, self.one.needs),
            (days.one.verdicts, days.other.verdicts, self.one.schemes),
        ):
            for id_, each in places.items():
                if id_ in mine and id_ in theirs:
                    yield id_, each.place, mine[id_], theirs[id_]
                elif id_ in self.other.needs or id_ in self.other.schemes:
                    self.unproven.add(id_)

    def _finding(
        self, days: _Days, possible: Possible, id_: str, place: Place, apart: int
    ) -> Finding | None:
        """Return the smallest case in which the two differ; nothing where none is found."""
        maker = Maker(self.one, self.municipalities, self.today, days.on)

        def shows(advice: Advice) -> bool:
            return _said(advice, id_) != _said(self._otherwise(advice), id_)

        case = maker.showing(possible, apart, shows)
        if case is None:
            return None
        advice = maker.advice(case)
        one, other = owner_shown(advice, id_), owner_shown(self._otherwise(advice), id_)
        what = say.DIFFERS.format(first=told_day(days.on), one=one, other=other, **self.called)
        return Finding(Claim.EQUAL, place, id_, what, say.MEND_DIFFERS, Shown(case, days.on, one))

    def _otherwise(self, advice: Advice) -> Advice:
        return assess(advice.case, self.other, advice.municipality, advice.as_of)


def _places(rules: Rulebook) -> dict[str, Place]:
    """Return the needs and schemes of a rulebook, and where each stands."""
    return {
        **{id_: each.place for id_, each in rules.needs.items()},
        **{id_: each.place for id_, each in rules.schemes.items()},
    }


def _said(advice: Advice, id_: str) -> object:
    """Return what the advice says of a need or a scheme: all that the proof is about."""
    if id_ in advice.needs:
        return advice.needs[id_].possible
    return advice.verdicts[id_].kind, advice.verdicts[id_].in_place


def _known_leaves(rules: Rulebook, day: date) -> Iterator[FactTest]:
    """Yield every comparison with what is known on the day, in place of a rate its value."""
    for condition in all_conditions(rules, day):
        for leaf in leaves(condition):
            if isinstance(leaf, FactTest):
                operand = operand_on(leaf.operand, rules.rates, day)
                if not isinstance(operand, Unknown):
                    yield replace(leaf, operand=operand)


def _facts_of_both(one: Rulebook, other: Rulebook) -> Mapping[str, Fact]:
    """Return the facts of both, those of the first first, with every option either offers."""
    found: dict[str, Fact] = {**one.facts}
    for id_, fact in other.facts.items():
        mine = found.setdefault(id_, fact)
        if isinstance(mine, Question):
            known = {each.id for each in mine.options}
            more = tuple(each for each in fact.options if each.id not in known)
            found[id_] = replace(mine, options=(*mine.options, *more))
    return found
