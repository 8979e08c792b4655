"""Examples at, just below and just above each threshold of a rule, as rule files write them.

They claim what the rules say today: whoever pastes them in has read them, and keeps the threshold
where it is until somebody moves it on purpose.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from wizard.domain.advice import ReasonKind
from wizard.domain.answers import read_value, write_value
from wizard.domain.conditions import Condition, FactTest, Operator, RateRef, Severity, leaves
from wizard.domain.facts import Fact, FactType, PrefilledQuestion
from wizard.domain.faults import BadValue
from wizard.domain.plausibility import Plausibility
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.schemes import Example, Scheme, VerdictKind
from wizard.domain.text import Language, Text
from wizard.domain.values import Value
from wizard.engine.conditions import Situation
from wizard.engine.facts import derive, find_need
from wizard.lab.examples import doubted_in, judge_example

_NAME = Text(
    "{fact} er {value}, {side} grensen {limit}", "{fact} er {value}, {side} grensa {limit}"
)
_SIDES = (Text("like under", "like under"), Text("på", "på"), Text("like over", "like over"))
_THRESHOLDS = frozenset({Operator.AT_LEAST, Operator.BELOW})
_TENTH = Decimal("0.1")
_DAY = timedelta(days=1)

Subject = Scheme | Need | Plausibility
Claims = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Boundary:
    """The examples of one threshold. `tells` is whether they come out differently."""

    file: str
    rule: str
    fact: str
    examples: tuple[str, ...]
    tells: bool


@dataclass(frozen=True, slots=True)
class _Base:
    """What else is known where a threshold is tried, and which day it is."""

    on: date
    facts: Mapping[str, Value]
    needs: Mapping[str, Severity]


@dataclass(frozen=True, slots=True)
class _Trial:
    """A limit of a fact in some rule, and the values around it with their side."""

    subject: Subject
    fact: str
    limit: Decimal | date
    values: tuple[tuple[Text, Value], ...]


def boundaries(rulebook: Rulebook, named: str, language: Language) -> tuple[Boundary, ...]:
    """Return the boundaries of a rule file or of a rate, by the file's name or the rate's id.

    Of a file with rates, they are those of its rates. Those whose examples stand in the file
    already are left out. A value that nobody can answer has no example.
    """
    writer = _Writer(rulebook, language)
    return tuple(
        boundary
        for subject in _subjects(rulebook)
        for leaf in _thresholds(subject)
        if named in _names(rulebook, subject, leaf)
        for boundary in writer.boundaries(subject, leaf)
    )


def _names(rulebook: Rulebook, subject: Subject, leaf: FactTest) -> set[str]:
    """Return what a threshold can be asked for by: its file, its rate, and the file of that."""
    if isinstance(leaf.operand, RateRef):
        rate = rulebook.rates[leaf.operand.id]
        return {subject.place.file, rate.id, rate.place.file}
    return {subject.place.file}


def _subjects(rulebook: Rulebook) -> Iterator[Subject]:
    yield from rulebook.needs.values()
    yield from rulebook.schemes.values()
    yield from rulebook.plausibility.rules


def _conditions(subject: Subject) -> Iterable[Condition | None]:
    match subject:
        case Need():
            return (subject.severe, subject.some)
        case Scheme():
            gates = (each.condition for one in subject.editions for each in one.requirements)
            return (subject.in_place, subject.relevant, *gates)
        case Plausibility():
            return (subject.condition,)


def _thresholds(subject: Subject) -> Iterable[FactTest]:
    """Return one test for each threshold, however many times it is asked for."""
    tests = (
        leaf
        for condition in _conditions(subject)
        for leaf in (leaves(condition) if condition else ())
        if isinstance(leaf, FactTest) and leaf.operator in _THRESHOLDS
    )
    return {(leaf.fact, leaf.operand): leaf for leaf in tests}.values()


class _Writer:
    """Writes examples for one rulebook, in one language."""

    def __init__(self, rulebook: Rulebook, language: Language) -> None:
        self.rulebook, self.language = rulebook, language
        self.done = set[tuple[str, str, Decimal | date]]()
        self.facts = {**rulebook.facts, **rulebook.plausibility.derived}
        derived = {**rulebook.derived, **rulebook.plausibility.derived}
        self.parts = {id_: frozenset(each.operands) for id_, each in derived.items()}
        items = (item for theme in rulebook.themes for item in theme.items)
        self.prefilled = {
            each.figure: each for each in items if isinstance(each, PrefilledQuestion)
        }

    def boundaries(self, subject: Subject, leaf: FactTest) -> Iterator[Boundary]:
        """Yield the boundary of a threshold, for each value that its rate has had or will have."""
        bases = [*_bases(subject)]
        limits: dict[Decimal | date, list[_Base]] = {}
        for base in (dated for each in bases for dated in self._dated(each, leaf, bases)):
            limit = self._limit(leaf, base.on)
            if limit is not None:
                limits.setdefault(limit, []).append(base)
        for limit, possible in limits.items():
            # A number in the rule can be what a rate is too.
            if (subject.id, leaf.fact, limit) in self.done:
                continue
            self.done.add((subject.id, leaf.fact, limit))
            trial = _Trial(subject, leaf.fact, limit, tuple(self._values(leaf.fact, limit)))
            telling = [each for each in possible if self._tells(trial, each)]
            if told := tuple(self._written(trial, (telling or possible)[0])):
                yield Boundary(subject.place.file, subject.id, leaf.fact, told, bool(telling))

    def _dated(self, base: _Base, leaf: FactTest, bases: list[_Base]) -> Iterator[_Base]:
        """Yield a base on its own day, and on the days that the rate gets other values after it."""
        yield base
        if isinstance(leaf.operand, RateRef):
            last = max(each.on for each in bases)
            for dated in self.rulebook.rates[leaf.operand.id].values:
                if dated.valid_from > last:
                    yield replace(base, on=dated.valid_from)

    def _limit(self, leaf: FactTest, day: date) -> Decimal | date | None:
        operand = leaf.operand
        found = self.rulebook.rates[operand.id].on(day) if isinstance(operand, RateRef) else operand
        return found if isinstance(found, Decimal | date) else None

    def _values(self, fact: str, limit: Decimal | date) -> Iterator[tuple[Text, Value]]:
        """Yield what can be answered just below, at and just above a limit."""
        for side, value in zip(_SIDES, _around(self.facts[fact], limit), strict=True):
            try:
                read_value(self.facts[fact], write_value(value), self.prefilled.get(fact))
            except BadValue:
                continue
            yield side, value

    def _tells(self, trial: _Trial, base: _Base) -> bool:
        tried = (self._with(base, trial.fact, value) for _, value in trial.values)
        return len({self._claims(trial.subject, each) for each in tried}) > 1

    def _written(self, trial: _Trial, base: _Base) -> Iterator[str]:
        names = {example.name for example in trial.subject.examples}
        for side, value in trial.values:
            told = {"value": write_value(value), "limit": write_value(trial.limit), "side": side}
            name = _NAME.to(self.language, fact=trial.fact, **told)
            if name not in names:
                situation = self._with(base, trial.fact, value)
                yield _example(name, situation, self._claims(trial.subject, situation))

    def _with(self, base: _Base, fact: str, value: Value) -> _Base:
        """Return a base with a value of a fact, and without what that would be calculated from."""
        parts = self.parts.get(fact, frozenset())
        kept = {id_: each for id_, each in base.facts.items() if id_ not in parts}
        return replace(base, facts={**kept, fact: value})

    def _claims(self, subject: Subject, base: _Base) -> Claims:
        """Return what the rules say there, as an example claims it."""
        book = self.rulebook
        match subject:
            case Plausibility():
                doubts = subject.id in doubted_in(book, base.on, base.facts)
                return (f"gir: {'tvil' if doubts else 'ingen_tvil'}",)
            case Need():
                facts = derive(book, base.facts)
                found = find_need(subject, Situation(base.on, book.rates, facts, {})).severity
                return (f"gir: {'uavklart' if found is None else found.code}",)
            case Scheme():
                return self._verdict(subject, base)

    def _verdict(self, scheme: Scheme, base: _Base) -> Claims:
        asked = Example(
            name="",
            on=base.on,
            needs=dict(base.needs),
            facts=dict(base.facts),
            gives=VerdictKind.OPEN,
            in_place=False,
            because=(),
            settled_by=(),
        )
        verdict = judge_example(self.rulebook, scheme, asked)
        because = sorted(
            {
                each.requirement
                for each in verdict.reasons
                if each.kind is ReasonKind.REQUIREMENT and each.requirement
            }
        )
        return (
            f"gir: {verdict.kind}",
            *(["pa_plass: ja"] if verdict.in_place else []),
            *([f"fordi: [{', '.join(because)}]"] if because else []),
        )


def _bases(subject: Subject) -> Iterator[_Base]:
    """Yield where to try a threshold: in each of the situations that somebody has thought of."""
    for each in subject.examples:
        yield _Base(each.on, each.facts, each.needs if isinstance(each, Example) else {})


def _around(fact: Fact, limit: Decimal | date) -> tuple[Value, Value, Value]:
    if isinstance(limit, date):
        return (limit - _DAY, limit, limit + _DAY)
    step = _step(fact, limit)
    return (limit - step, limit, limit + step)


def _step(fact: Fact, limit: Decimal) -> Decimal:
    """Return the smallest change that means something: one, or one in the last digit."""
    exponent = limit.as_tuple().exponent
    last = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
    whole = fact.type not in {FactType.PERCENT, FactType.DECIMAL}
    return max(last, Decimal(1)) if whole else min(last, _TENTH)


def _example(name: str, base: _Base, claims: Claims) -> str:
    lines = [f"- navn: {name}", f'  dato: "{base.on.isoformat()}"']
    for key, pairs in (
        ("behov", {id_: each.code for id_, each in base.needs.items()}),
        ("opplysninger", {id_: _literal(each) for id_, each in base.facts.items()}),
    ):
        if pairs:
            inside = ", ".join(f"{id_}: {value}" for id_, value in pairs.items())
            lines.append(f"  {key}: {{{inside}}}")
    return "\n".join([*lines, *(f"  {claim}" for claim in claims)]) + "\n"


def _literal(value: Value) -> str:
    written = write_value(value)
    if isinstance(written, list):
        return f"[{', '.join(sorted(written))}]"
    return written if isinstance(value, str) and written[:1].isalpha() else f'"{written}"'
