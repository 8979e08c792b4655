"""What could be otherwise, in words: what would settle it, what to change, how near it is."""

from decimal import Decimal

from wizard.domain.advice import Change, Verdict
from wizard.domain.conditions import AllOf, AnyOf, Condition, FactTest, Not, Operator
from wizard.domain.edges import Edge, NeedFlip
from wizard.domain.settling import Power, Settler, SettlingAnswer, WorthAsking
from wizard.domain.text import capfirst
from wizard.engine.conditions import operand_on
from wizard.voice import numbers, words
from wizard.voice import otherwise_words as say
from wizard.voice.cites import Provenance
from wizard.voice.names import Names

_MOST_NAMED = 3


class Otherwise:
    """Words what the advice hangs on."""

    def __init__(self, names: Names) -> None:
        """Word what could be otherwise in the advice that the names are about."""
        self._advice = names.advice
        self._labels = names.labels

    def questions(self, verdict: Verdict) -> list[str]:
        """Return the open questions that the verdict hangs on."""
        return [self._labels.question(fact) for fact in verdict.settled_by]

    def settling(self, verdict: Verdict, *, everything: bool = False) -> list[str]:
        """Return what each open question can do to the verdict, the one that does most first.

        With `everything`, also those that only seem to matter.
        """
        found = [
            self._settler(each)
            for each in verdict.settlers
            if everything or each.power is not Power.NEVER
        ]
        return found if verdict.exact or not found else [*found, self._labels.say(say.INEXACT)]

    def _settler(self, settler: Settler) -> str:
        templates = {
            Power.ALWAYS: say.ALWAYS,
            Power.SOME: say.SOME if settler.answers else say.SOME_TOGETHER,
            Power.TOGETHER: say.TOGETHER,
            Power.NEVER: say.NEVER,
        }
        answers = "; ".join(self._leads_to(settler.question, each) for each in settler.answers)
        question = self._labels.question(settler.question)
        sentence = self._labels.say(
            templates[settler.power], question=question, answers=capfirst(answers)
        )
        ask = "" if settler.power is Power.NEVER else self.ask(settler.question)
        return f"{sentence} {ask}".rstrip()

    def ask(self, question: str) -> str:
        """Return whom to ask; empty where nobody is said to know."""
        who = self._labels.knows(question)
        return self._labels.say(say.ASK, who=who) if who else ""

    def _leads_to(self, question: str, answer: SettlingAnswer) -> str:
        result = say.HAVE_IT if answer.in_place else say.RESULTS[answer.kind]
        return self._labels.say(
            say.GIVES, answer=self.range(question, answer.answer), result=self._labels.say(result)
        )

    def range(self, question: str, answer: Condition) -> str:
        """Return which answers a condition on one fact stands for, as they stand in a sentence."""
        match answer:
            case AllOf(parts) | AnyOf(parts):
                words_for = [self.range(question, part) for part in parts]
                last = words.OR if isinstance(answer, AnyOf) else words.AND
                return self._labels.listed(words_for, last)
            case Not(FactTest() as test):
                return self._labels.say(say.NOT_TICKED, value=self._operand(test))
            case FactTest():
                return self._named(question, answer)
        raise TypeError(f"not answers to one question: {answer!r}")

    def _named(self, question: str, test: FactTest) -> str:
        templates = {
            Operator.AT_LEAST: words.AT_LEAST,
            Operator.BELOW: words.BELOW,
            Operator.CONTAINS: say.TICKED,
            Operator.CONTAINS_ANY: say.TICKED,
        }
        operand, template = self._operand(test), templates.get(test.operator)
        if template is None:
            return operand
        answer = self._labels.say(template, limit=operand, value=operand)
        if test.fact == question:
            return answer
        return self._labels.say(
            say.CALCULATED, name=self._labels.fact_name(test.fact).lower(), answer=answer
        )

    def _operand(self, test: FactTest) -> str:
        operand = operand_on(test.operand, self._advice.rulebook.rates, self._advice.as_of)
        if isinstance(operand, frozenset):
            options = [
                each.id
                for each in self._advice.rulebook.facts[test.fact].options
                if each.id in operand
            ]
            shown = [f"«{self._labels.worth(test.fact, each)}»" for each in options]
            return self._labels.listed(shown, words.OR)
        shown_one = self._labels.worth(test.fact, operand)
        if isinstance(operand, Decimal):
            return self._labels.cites.limit(shown_one, test)
        return f"«{shown_one}»" if isinstance(operand, str) else shown_one

    def worth_asking(self, worth: WorthAsking) -> str:
        """Return what the answer to an open question does, in a sentence."""
        return self._labels.say(say.WITH_ANSWER, does=self._does(worth))

    def invitation(self, worth: WorthAsking, minutes: int) -> str:
        """Return the same to one who can answer it there and then, and what it takes of them."""
        takes = self._labels.say(say.MINUTES.of(minutes))
        if who := self._labels.knows(worth.question):
            takes = self._labels.say(say.TAKES, minutes=takes, who=who)
        return self._labels.say(say.ANSWER_HERE, does=self._does(worth), takes=takes)

    def _does(self, worth: WorthAsking) -> str:
        """Return the two surest things it does, of what it does to schemes and then to needs."""
        sure = sum(self._always(each, worth.question) for each in worth.settles)
        found = (
            (say.SETTLES, say.SETTLES, sure),
            (say.MAY_SETTLE, say.MAY_SETTLE_TOO, len(worth.settles) - sure),
            (say.COUNTS, say.COUNTS_TOO, len(worth.moves) - len(worth.settles)),
            (say.CLEARS, say.CLEARS_TOO, len(worth.needs)),
        )
        (first, _, n), *more = [each for each in found if each[2]]
        does = self._labels.say(first.of(n))
        for _, too, number in more[:1]:
            does = self._labels.say(too.of(number, does=does))
        return does

    def _always(self, scheme: str, question: str) -> bool:
        settlers = self._advice.verdicts[scheme].settlers
        return any(each.question == question and each.power is Power.ALWAYS for each in settlers)

    def changes(self, verdict: Verdict) -> list[str]:
        """Return what the municipality would have to change, in the way that asks least of it."""
        return [self._change(change) for change in verdict.changes]

    def other_ways(self, verdict: Verdict) -> list[str]:
        """Return the other ways to the same end, a line each."""
        return [
            self._labels.say(
                say.ALTERNATIVELY, way=" ".join(self._change(change) for change in way)
            )
            for way in verdict.ways[1:]
        ]

    def _change(self, change: Change) -> str:
        fact = self._advice.rulebook.facts[change.fact]
        old = self._now(change.fact)
        who = self._labels.say(say.CHANGED_BY[fact.changed_by], who=self._labels.knows(change.fact))
        new = self.range(change.fact, change.wanted)
        return self._labels.say(
            say.CHANGE, name=self._labels.fact_name(change.fact), old=old, new=new, who=who
        )

    def _now(self, fact: str) -> str:
        value = self._advice.facts[fact].value
        shown = self._labels.value(fact, value)
        return f"«{shown}»" if isinstance(value, str | frozenset) else shown

    def edges(self, verdict: Verdict) -> list[str]:
        """Return how near the verdict, or the place in the bundle, is to being another."""
        return [
            self.edge(each, verdict.scheme)
            for each in self._advice.edges
            if each.touches(verdict.scheme)
        ]

    def edge(self, edge: Edge, scheme: str = "") -> str:
        """Return how near a figure is to a limit, and what would be otherwise beyond it."""
        return f"{self._distance(edge)} {self._beyond(edge, scheme)}"

    def _distance(self, edge: Edge) -> str:
        fact = self._advice.rulebook.facts[edge.fact]
        value, limit = numbers.compared(edge.value, edge.limit, fact.unit, self._labels.language)
        rates = self._advice.rulebook.rates
        ours = words.OURS if any(rates[each].reason for each in edge.rates) else ""
        cites = self._labels.cites
        gap = numbers.gap(edge.value, edge.limit, fact.unit, self._labels.language)
        template = say.DOUBTED if edge.doubted else say.NEAR if edge.distance else say.EXACTLY
        return self._labels.say(
            template,
            number=self._labels.statement(edge.fact, edge.value, cites.fact(value, edge.fact)),
            limit=f"{limit}{ours}" if ours else cites.limit_of(limit, edge.rates),
            gap=cites.mark(gap, Provenance.GAP),
            ours=ours,
        )

    def _beyond(self, edge: Edge, scheme: str) -> str:
        flips = [each for each in edge.flips if scheme in {"", each.scheme}]
        parts = [] if scheme else [self._need_flip(each) for each in edge.needs]
        parts += [
            self._labels.say(
                say.BECOMES,
                scheme=self._labels.scheme_inline(each.scheme),
                label=self._labels.verdict(each.kind, in_place=each.in_place),
            )
            for each in flips[:_MOST_NAMED]
        ]
        if len(flips) > _MOST_NAMED:
            parts.append(self._labels.say(say.MORE_FLIP.of(len(flips) - _MOST_NAMED)))
        for template, schemes in ((say.LEAVES, edge.leaves), (say.ENTERS, edge.enters)):
            named = [self._labels.scheme_inline(each) for each in schemes if scheme in {"", each}]
            if named:
                parts.append(self._labels.say(template, schemes=self._labels.listed(named)))
        return self._labels.say(say.FLIPS, changes="; ".join(parts))

    def _need_flip(self, flip: NeedFlip) -> str:
        label = self._labels.severity(flip.severity)
        need = self._labels.need_name(flip.need)
        return self._labels.say(say.NEED_BECOMES, need=need, label=label)
