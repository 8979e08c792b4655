"""What differs in what is given, in sentences: answers, figures, rates and rules."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from wizard.domain.advice import FactFinding, Origin
from wizard.domain.comparison import FactChange, RateChange, RuleChange, RulePart, RuleSubject
from wizard.domain.facts import Question
from wizard.domain.text import capfirst
from wizard.domain.values import Unknown
from wizard.engine.comparing.rule_changes import turning_day
from wizard.voice import cause_words
from wizard.voice import comparison_words as words
from wizard.voice.sides import Sides
from wizard.voice.wording import Wording

_HASH_SHOWN = 12
T = TypeVar("T")


class Given:
    """Words what people and rule files say, before anything follows from it."""

    def __init__(self, sides: Sides) -> None:
        """Word what sets the two sides apart."""
        self._sides = sides
        self._say = sides.say
        self._was, self._now = sides.was, sides.now
        self._comparison = sides.comparison

    def facts(self) -> Iterable[str]:
        """Yield a sentence for each fact that reads differently."""
        for change in self._comparison.facts:
            old = self._worth(change.before, self._was)
            new = self._worth(change.after, self._now)
            if old != new:
                yield self.fact(change)

    def priorities(self) -> Iterable[str]:
        """Yield what is put first, where that differs."""
        if not self._comparison.same_priorities:
            old, new = self._first(self._was), self._first(self._now)
            yield self._say(words.PRIORITIES, old=old, new=new)

    def _first(self, voice: Wording) -> str:
        chosen = voice.advice.case.priorities
        if not isinstance(chosen, tuple) or not chosen:
            return self._say(words.OUR_ORDER)
        return voice.labels.listed([f"«{self._sides.need_name(each)}»" for each in chosen])

    def fact(self, change: FactChange) -> str:
        """Return what a fact was worth and is worth; figures with where they are from."""
        name = self._sides.fact_name(change.fact)
        fact = {**self._was.advice.rulebook.facts, **self._now.advice.rulebook.facts}[change.fact]
        shown = name if isinstance(fact, Question) else f"{name}."
        old = self._worth(change.before, self._was)
        new = self._worth(change.after, self._now)
        return self._say(words.FACT, name=shown, old=old, new=new)

    def _worth(self, finding: FactFinding | None, voice: Wording) -> str:
        if finding is None:
            return self._say(words.NO_SUCH_FACT)
        if isinstance(finding.value, Unknown):
            calculated = finding.origin is Origin.CALCULATED
            return (
                self._say(words.NOT_CALCULATED) if calculated else voice.names.finding(finding.fact)
            )
        value = voice.labels.value(finding.fact, finding.value)
        if isinstance(voice.advice.rulebook.facts[finding.fact], Question):
            return value
        return f"{value} ({voice.names.provenance(finding)})"

    def rules(self) -> Iterable[str]:
        """Yield the days and rulebooks, then what is otherwise in them."""
        yield from self._frame()
        yield from self.changes()

    def changes(self) -> Iterable[str]:
        """Yield the names, then rates, then rules that differ."""
        yield from self._names()
        yield from self._rates(self._comparison.rates)
        yield from map(self.rule, self._comparison.rules)

    def _frame(self) -> Iterable[str]:
        before, after = self._comparison.before, self._comparison.after
        if not self._comparison.same_day:
            old, day = self._was.labels.day(before.as_of), self._now.labels.day(after.as_of)
            yield self._say(words.DAYS, old=old, day=day)
        if not self._comparison.same_rulebook:
            was, now = before.rulebook, after.rulebook
            yield self._say(
                words.RULEBOOKS,
                old=was.version,
                old_hash=was.hash[:_HASH_SHOWN],
                new=now.version,
                new_hash=now.hash[:_HASH_SHOWN],
            )

    def _names(self) -> Iterable[str]:
        was, now = self._was.advice.rulebook, self._now.advice.rulebook
        named = [
            *(
                (words.INSTRUMENT if each.is_instrument else words.MEASURE, each.name, other.name)
                for each, other in _both(was.schemes, now.schemes)
            ),
            *(
                (words.THE_NEED, each.name, other.name)
                for each, other in _both(was.needs, now.needs)
            ),
            *(
                (words.THE_RATE, each.name, other.name)
                for each, other in _both(was.rates, now.rates)
            ),
        ]
        for kind, *names in named:
            old, new = (each.to(self._sides.language) for each in names)
            if old != new:
                yield self._say(words.RENAMED, what=self._say(kind, name=old), new=new)

    def _rates(self, changes: tuple[RateChange, ...]) -> Iterable[str]:
        """Tell each rate that is known on both days; of the others only how many."""
        known = [each for each in changes if _known(each)]
        yield from map(self.rate, known)
        if rest := len(changes) - len(known):
            yield self._say(words.RATES_UNKNOWN.of(rest))

    def rate(self, change: RateChange) -> str:
        """Return what a rate was and is; of a list, what came in and out."""
        old, new = change.before, change.after
        known = self._was if new is None else self._now
        rate = known.advice.rulebook.rates[change.rate]
        name = rate.name.to(self._sides.language)
        if isinstance(old, frozenset) and isinstance(new, frozenset):
            found = [_sentence(self._say(cause_words.RATE_LIST, name=name))]
            pairs = ((words.RATE_LIST_IN, new - old), (words.RATE_LIST_OUT, old - new))
            found += [self._say(text, ids=", ".join(sorted(ids))) for text, ids in pairs if ids]
            return " ".join(found)
        values = [Unknown() if each is None else each for each in (old, new)]
        shown = [known.labels.rate_value(rate, each) for each in values]
        return _sentence(self._say(cause_words.RATE, name=name, old=shown[0], new=shown[1]))

    def rule(self, change: RuleChange) -> str:
        """Return which parts of a rule differ."""
        parts = [self._part(part, change) for part in change.parts]
        listed = self._now.labels.listed(parts)
        return self._say(words.RULE, name=self._subject(change), parts=listed)

    def _subject(self, change: RuleChange) -> str:
        if change.subject is RuleSubject.SCHEME:
            return self._sides.scheme_name(change.id)
        if change.subject is RuleSubject.FACT:
            return self._sides.fact_name(change.id)
        return self._sides.need_name(change.id)

    def _part(self, part: RulePart, change: RuleChange) -> str:
        days = (self._was.advice.as_of, self._now.advice.as_of)
        turn, template = None, words.IN_FORCE
        if part is RulePart.BEGUN:
            turn = turning_day(self._now.advice.rulebook.schemes[change.id], days[1], days[0])
        elif part is RulePart.ENDED:
            template = words.NOT_IN_FORCE
            turn = turning_day(self._was.advice.rulebook.schemes[change.id], *days)
        if turn is None:
            return self._say(words.PARTS[part])
        return self._say(template[turn.begins], day=self._now.labels.day(turn.day))


def _both(was: Mapping[str, T], now: Mapping[str, T]) -> Iterable[tuple[T, T]]:
    """Yield what both sides have, as each has it."""
    return ((was[id_], now[id_]) for id_ in was if id_ in now)


def _sentence(clause: str) -> str:
    """Return a sentence of what can also stand after «fordi»."""
    return f"{capfirst(clause)}."


def _known(change: RateChange) -> bool:
    """Tell whether the rate has a value on both days."""
    values = (change.before, change.after)
    return not any(each is None or isinstance(each, Unknown) for each in values)
