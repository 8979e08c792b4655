"""What differs in what is given, in sentences: answers, figures, rates and rules."""

from collections.abc import Iterable

from wizard.domain.advice import FactFinding, Origin
from wizard.domain.comparison import FactChange, RateChange, RuleChange, RulePart, RuleSubject
from wizard.domain.facts import Question
from wizard.domain.text import capfirst
from wizard.domain.values import Unknown
from wizard.engine.comparing.rule_changes import turning_day
from wizard.voice import cause_words
from wizard.voice import comparison_words as words
from wizard.voice.cause_wording import CauseWording
from wizard.voice.wording import Wording

_HASH_SHOWN = 12


class GivenWording(CauseWording):
    """Words what people and rule files say, before anything follows from it."""

    def facts(self) -> Iterable[str]:
        """Yield a sentence for each fact that reads differently."""
        for change in self.comparison.facts:
            old = self._worth(change.before, self.was)
            new = self._worth(change.after, self.now)
            if old != new:
                yield self.fact(change)

    def fact(self, change: FactChange) -> str:
        """Return what a fact was worth and is worth; figures with where they are from."""
        name = self._fact_name(change.fact)
        fact = {**self.was.rulebook.facts, **self.now.rulebook.facts}[change.fact]
        shown = name if isinstance(fact, Question) else f"{name}."
        old = self._worth(change.before, self.was)
        new = self._worth(change.after, self.now)
        return self.say(words.FACT, name=shown, old=old, new=new)

    def _worth(self, finding: FactFinding | None, voice: Wording) -> str:
        if finding is None:
            return self.say(words.NO_SUCH_FACT)
        if isinstance(finding.value, Unknown):
            calculated = finding.origin is Origin.CALCULATED
            return self.say(words.NOT_CALCULATED) if calculated else voice.finding(finding.fact)
        value = voice.value(finding.fact, finding.value)
        if isinstance(voice.rulebook.facts[finding.fact], Question):
            return value
        return f"{value} ({voice.provenance(finding)})"

    def rules(self) -> Iterable[str]:
        """Yield the days and rulebooks, then rates, then rules."""
        yield from self._frame()
        yield from self._rates(self.comparison.rates)
        yield from map(self.rule, self.comparison.rules)

    def _frame(self) -> Iterable[str]:
        before, after = self.comparison.before, self.comparison.after
        if not self.comparison.same_day:
            old, day = self.was.day(before.as_of), self.now.day(after.as_of)
            yield self.say(words.DAYS, old=old, day=day)
        if not self.comparison.same_rulebook:
            was, now = before.rulebook, after.rulebook
            yield self.say(
                words.RULEBOOKS,
                old=was.version,
                old_hash=was.hash[:_HASH_SHOWN],
                new=now.version,
                new_hash=now.hash[:_HASH_SHOWN],
            )

    def _rates(self, changes: tuple[RateChange, ...]) -> Iterable[str]:
        """Tell each rate that is known on both days; of the others only how many."""
        known = [each for each in changes if _known(each)]
        yield from map(self.rate, known)
        one, many = words.RATES_UNKNOWN
        if rest := len(changes) - len(known):
            yield self.say(one if rest == 1 else many, n=rest)

    def rate(self, change: RateChange) -> str:
        """Return what a rate was and is; of a list, what came in and out."""
        old, new = change.before, change.after
        known = self.was if new is None else self.now
        rate = known.rulebook.rates[change.rate]
        name = rate.name.to(self.language)
        if isinstance(old, frozenset) and isinstance(new, frozenset):
            found = [_sentence(self.say(cause_words.RATE_LIST, name=name))]
            pairs = ((words.RATE_LIST_IN, new - old), (words.RATE_LIST_OUT, old - new))
            found += [self.say(text, ids=", ".join(sorted(ids))) for text, ids in pairs if ids]
            return " ".join(found)
        shown = [known.rate_value(rate, Unknown() if each is None else each) for each in (old, new)]
        return _sentence(self.say(cause_words.RATE, name=name, old=shown[0], new=shown[1]))

    def rule(self, change: RuleChange) -> str:
        """Return which parts of a rule differ."""
        parts = [self._part(part, change) for part in change.parts]
        listed = self.now.sentences.listed(parts)
        return self.say(words.RULE, name=self._subject(change), parts=listed)

    def _subject(self, change: RuleChange) -> str:
        if change.subject is RuleSubject.SCHEME:
            return self.voice_of_scheme(change.id)
        if change.subject is RuleSubject.FACT:
            return self._fact_name(change.id)
        return self._need_name(change.id)

    def _part(self, part: RulePart, change: RuleChange) -> str:
        days = (self.was.advice.as_of, self.now.advice.as_of)
        turn, template = None, words.IN_FORCE
        if part is RulePart.BEGUN:
            turn = turning_day(self.now.rulebook.schemes[change.id], days[1], days[0])
        elif part is RulePart.ENDED:
            template = words.NOT_IN_FORCE
            turn = turning_day(self.was.rulebook.schemes[change.id], *days)
        if turn is None:
            return self.say(words.PARTS[part])
        return self.say(template[turn.begins], day=self.now.day(turn.day))


def _sentence(clause: str) -> str:
    """Return a sentence of what can also stand after «fordi»."""
    return f"{capfirst(clause)}."


def _known(change: RateChange) -> bool:
    """Tell whether the rate has a value on both days."""
    values = (change.before, change.after)
    return not any(each is None or isinstance(each, Unknown) for each in values)
