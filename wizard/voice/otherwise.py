"""What could be otherwise, in words: what would settle it, what to change, how near it is."""

from decimal import Decimal

from wizard.domain.advice import Change, RunnerUp, Verdict
from wizard.domain.conditions import AllOf, AnyOf, Condition, FactTest, Not, Operator
from wizard.domain.edges import Edge, NeedFlip
from wizard.domain.facts import Unit
from wizard.domain.settling import Power, Settler, SettlingAnswer, WorthAsking
from wizard.domain.text import Text, capfirst
from wizard.engine.conditions import operand_on
from wizard.voice import numbers, words
from wizard.voice import otherwise_words as say
from wizard.voice.offers import Offers

_MOST_NAMED = 3
_FIRST = 3


class Otherwise(Offers):
    """Wording of what the advice hangs on."""

    def questions(self, verdict: Verdict) -> list[str]:
        """Return the open questions that the verdict hangs on."""
        return [self.question(fact) for fact in verdict.settled_by]

    def settling(self, verdict: Verdict, *, everything: bool = False) -> list[str]:
        """Return what each open question can do to the verdict, the one that does most first.

        With `everything`, also those that only seem to matter.
        """
        found = [
            self._settler(each)
            for each in verdict.settlers
            if everything or each.power is not Power.NEVER
        ]
        return found if verdict.exact or not found else [*found, self.say(say.INEXACT)]

    def _settler(self, settler: Settler) -> str:
        templates = {
            Power.ALWAYS: say.ALWAYS,
            Power.SOME: say.SOME if settler.answers else say.SOME_TOGETHER,
            Power.TOGETHER: say.TOGETHER,
            Power.NEVER: say.NEVER,
        }
        answers = "; ".join(self._leads_to(settler.question, each) for each in settler.answers)
        question = self.question(settler.question)
        sentence = self.say(templates[settler.power], question=question, answers=capfirst(answers))
        ask = "" if settler.power is Power.NEVER else self.ask(settler.question)
        return f"{sentence} {ask}".rstrip()

    def ask(self, question: str) -> str:
        """Return whom to ask; empty where nobody is said to know."""
        who = self.knows(question)
        return self.say(say.ASK, who=who) if who else ""

    def _leads_to(self, question: str, answer: SettlingAnswer) -> str:
        result = say.HAVE_IT if answer.in_place else say.RESULTS[answer.kind]
        return self.say(
            say.GIVES, answer=self.range(question, answer.answer), result=self.say(result)
        )

    def range(self, question: str, answer: Condition) -> str:
        """Return which answers a condition on one fact stands for, as they stand in a sentence."""
        match answer:
            case AllOf(parts) | AnyOf(parts):
                words_for = [self.range(question, part) for part in parts]
                last = words.OR if isinstance(answer, AnyOf) else words.AND
                return self.sentences.listed(words_for, last)
            case Not(FactTest() as test):
                return self.say(say.NOT_TICKED, value=self._operand(test))
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
        answer = self.say(template, limit=operand, value=operand)
        if test.fact == question:
            return answer
        return self.say(say.CALCULATED, name=self.fact_name(test.fact).lower(), answer=answer)

    def _operand(self, test: FactTest) -> str:
        operand = operand_on(test.operand, self.rulebook.rates, self.advice.as_of)
        if isinstance(operand, frozenset):
            options = [each.id for each in self._all_facts[test.fact].options if each.id in operand]
            shown = [f"«{self.value(test.fact, each)}»" for each in options]
            return self.sentences.listed(shown, words.OR)
        shown_one = self.value(test.fact, operand)
        return f"«{shown_one}»" if isinstance(operand, str) else shown_one

    def ask_first(self) -> list[tuple[str, str]]:
        """Return the three questions worth asking first: each with what it moves and who knows."""
        return [
            (
                self.question(each.question),
                f"{self.worth_asking(each)} {self.ask(each.question)}".rstrip(),
            )
            for each in self.advice.worth_asking[:_FIRST]
        ]

    def worth_asking(self, worth: WorthAsking) -> str:
        """Return what the answer to an open question moves, in a sentence or two."""
        verdicts = self._count(say.VERDICTS, len(worth.moves))
        needs = self._count(say.NEEDS, len(worth.needs))
        both = self.say(say.BOTH, needs=needs) if worth.needs and worth.moves else ""
        found = self.say(say.MOVES, verdicts=verdicts if worth.moves else needs, needs=both)
        if worth.settles and len(worth.moves) > 1:
            everything = len(worth.settles) == len(worth.moves)
            more = self._count(say.SETTLES, len(worth.settles))
            found += f" {self.say(say.SETTLES_ALL) if everything else more}"
        return found

    def _count(self, one_or_many: tuple[Text, Text], count: int) -> str:
        one, many = one_or_many
        return self.say(one) if count == 1 else self.say(many, n=count)

    def changes(self, verdict: Verdict) -> list[str]:
        """Return what the municipality would have to change, in the way that asks least of it."""
        return [self._change(change) for change in verdict.changes]

    def other_ways(self, verdict: Verdict) -> list[str]:
        """Return the other ways to the same end, a line each."""
        return [
            self.say(say.ALTERNATIVELY, way=" ".join(self._change(change) for change in way))
            for way in verdict.ways[1:]
        ]

    def _change(self, change: Change) -> str:
        fact = self._all_facts[change.fact]
        old = self._now(change.fact)
        who = self.say(say.CHANGED_BY[fact.changed_by], who=self.knows(change.fact))
        new = self.range(change.fact, change.wanted)
        return self.say(say.CHANGE, name=self.fact_name(change.fact), old=old, new=new, who=who)

    def _now(self, fact: str) -> str:
        value = self.advice.facts[fact].value
        shown = self.value(fact, value)
        return f"«{shown}»" if isinstance(value, str | frozenset) else shown

    def edges(self, verdict: Verdict) -> list[str]:
        """Return how near the verdict, or the place in the bundle, is to being another."""
        return [
            self.edge(each, verdict.scheme)
            for each in self.advice.edges
            if each.touches(verdict.scheme)
        ]

    def edge(self, edge: Edge, scheme: str = "") -> str:
        """Return how near a figure is to a limit, and what would be otherwise beyond it."""
        return f"{self._distance(edge)} {self._beyond(edge, scheme)}"

    def _distance(self, edge: Edge) -> str:
        fact = self._all_facts[edge.fact]
        value, limit = numbers.compared(edge.value, edge.limit, fact.unit, self.language)
        ours = any(self.rulebook.rates[rate].reason for rate in edge.rates)
        template = say.DOUBTED if edge.doubted else say.NEAR if edge.distance else say.EXACTLY
        return self.say(
            template,
            name=fact.name.to(self.language),
            value=value,
            limit=limit,
            distance=self.number(edge.distance, Unit.PERCENT),
            ours=self.say(say.OURS) if ours else "",
        )

    def _beyond(self, edge: Edge, scheme: str) -> str:
        flips = [each for each in edge.flips if scheme in {"", each.scheme}]
        parts = [] if scheme else [self._need_flip(each) for each in edge.needs]
        parts += [
            self.say(
                say.BECOMES,
                scheme=self.scheme_inline(each.scheme),
                label=self.say(words.IN_PLACE if each.in_place else words.VERDICTS[each.kind]),
            )
            for each in flips[:_MOST_NAMED]
        ]
        if len(flips) > _MOST_NAMED:
            parts.append(self._count(say.MORE_FLIP, len(flips) - _MOST_NAMED))
        for template, schemes in ((say.LEAVES, edge.leaves), (say.ENTERS, edge.enters)):
            named = [self.scheme_inline(each) for each in schemes if scheme in {"", each}]
            if named:
                parts.append(self.say(template, schemes=self.sentences.listed(named)))
        return self.say(say.FLIPS, changes="; ".join(parts))

    def _need_flip(self, flip: NeedFlip) -> str:
        severity = flip.severity
        label = words.SEVERITY_OPEN if severity is None else words.SEVERITIES[severity]
        return self.say(say.NEED_BECOMES, need=self.need_name(flip.need), label=self.say(label))

    def runner_up(self, runner_up: RunnerUp) -> str:
        """Return the second best bundle, and what it would give up."""
        out = self.sentences.listed([self.scheme_inline(each) for each in runner_up.leaves])
        into = [self.scheme_inline(each) for each in runner_up.enters]
        swap = (
            self.say(say.SWAP, out=out, into=self.sentences.listed(into))
            if into
            else self.say(say.DROP, out=out)
        )
        needs = [f"«{self.need_name(need)}»" for need in runner_up.needs]
        weeks = self.number(Decimal(runner_up.amount), Unit.WEEKS)
        loss = self.say(
            say.LOSSES[runner_up.loss],
            needs=self.sentences.listed(needs) if needs else "",
            amount=weeks,
        )
        return f"{swap} {loss}"
