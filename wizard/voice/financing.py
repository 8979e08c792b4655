"""The financing sketch in words: an example, what is given, what is left, and who finds it."""

from collections.abc import Iterable
from decimal import Decimal

from wizard.domain.money import Kroner, MoneySketch
from wizard.domain.schemes import AmountKind
from wizard.domain.text import Text, capfirst
from wizard.domain.values import Unknown
from wizard.voice import money_words as say
from wizard.voice.cites import Provenance, basis_key, plain
from wizard.voice.names import Names
from wizard.voice.numbers import exact
from wizard.voice.rounding import round_sketch
from wizard.voice.words import OR

_MILLION = Decimal(1_000_000)


class Financing:
    """Words the money of a scheme beyond how it is set."""

    def __init__(self, names: Names) -> None:
        """Word the sketches of the advice that the names are about."""
        self._names = names
        self._labels = names.labels
        self._advice = names.advice

    def of(self, scheme: str, *, brief: bool = False) -> list[str]:
        """Return what can be said of a scheme's money; nothing when nothing can.

        No amount has more than two figures, but for caps, which are law; "om lag" stands before
        each that was rounded, and `rounding` says once what that means. `brief` is for where
        `behind` tells once what the dwelling costs and is worth.
        """
        sketch = self._advice.money.get(scheme)
        if sketch is None:
            return []
        told = _Telling(self._names, sketch, brief=brief)
        found = told.of_dwelling() if sketch.basis else told.of_other_costs()
        return [*found, *told.same_cost()]

    def behind(self, schemes: Iterable[str]) -> list[str]:
        """Return what the examples of some schemes are about, with figures, sources and doubts.

        Empty when none of them has an example. It is said once for all of them.
        """
        dwelling = self._advice.rulebook.dwelling
        sketches = [self._advice.money[each] for each in schemes if self._advice.money[each].basis]
        if dwelling is None or not sketches:
            return []
        found = _Telling(self._names, sketches[0]).example()
        for fact in (dwelling.cost, dwelling.price):
            if self._is_known(fact):
                found += [self._figure(fact), *self._names.standing_doubts(fact)]
        if dwelling.note and self._is_known(dwelling.price):
            found.append(self._labels.text(dwelling.note, basis_key(None)))
        return [*found, *self.rounding(found[:1])]

    def rounding(self, sentences: Iterable[str]) -> list[str]:
        """Return what "om lag" means, where any of the sentences says it."""
        about = self._labels.say(say.ABOUT, sum="")
        return [self._labels.say(say.ROUNDED)] if any(about in each for each in sentences) else []

    def _is_known(self, fact: str) -> bool:
        return not isinstance(self._advice.facts[fact].value, Unknown)

    def _figure(self, fact: str) -> str:
        return self._labels.say(
            say.FACT,
            name=self._labels.fact_name(fact),
            value=self._names.figure(fact),
            source=self._names.provenance(self._advice.facts[fact]),
        )


class _Telling:
    """The words of one sketch."""

    def __init__(self, names: Names, sketch: MoneySketch, *, brief: bool = False) -> None:
        self.advice, self.labels = names.advice, names.labels
        self.brief = brief
        self.sketch = round_sketch(sketch)
        edition = names.advice.verdicts[sketch.scheme].edition
        share = edition.amount.share if edition else None
        self.parts: dict[str, object] = {
            "lead": self.labels.say(say.IN_THE_EXAMPLE if brief else say.THEN),
            "share": self.labels.rate(share.id) if share else "",
            "whole": self.labels.say(say.WHOLES[sketch.basis]) if sketch.basis else "",
            "who": self._administrator(),
            "payers": self.labels.listed(
                [self.labels.say(say.PAYERS[each]) for each in sketch.payers], last=OR
            )
            if sketch.payers
            else "",
            "most": self._most(),
            "rest": self._cited(self._about(self.sketch.rest)),
            "least": self._rounded(self.sketch.least, sketch.least),
            "at": self._rounded(self.sketch.reached_at, sketch.reached_at),
        }

    def of_dwelling(self) -> list[str]:
        """Return the example: what the dwelling costs and is worth, what is given, what is left."""
        shown = [] if self.brief else self.example()
        example = [self.labels.say(say.EXAMPLE, example=each) for each in shown]
        found = [*example, *self._given(), *self._rest()]
        asked_for = (self.labels.question(fact) for fact in sorted(self.sketch.open_facts))
        questions = list(dict.fromkeys(asked_for))
        if questions:
            asked = self.labels.say(
                say.ASK_FOR_MORE if found else say.ASK_FOR_ALL, questions=" ".join(questions)
            )
            found.append(asked if asked.endswith("?") else f"{asked}.")
        if self.sketch.missing_rates:
            rates = self.advice.rulebook.rates
            named = [
                f"«{self.labels.rule(rates[each].name)}»" for each in self.sketch.missing_rates
            ]
            found.append(self.labels.say(say.NO_RATE, rates=self.labels.listed(named)))
        return found

    def of_other_costs(self) -> list[str]:
        """Return the range of an amount that nothing in the case tells the cost of."""
        sketch, found = self.sketch, list[str]()
        if sketch.kind is not AmountKind.SHARE:
            return []
        if isinstance(sketch.reached_at, Decimal):
            template = say.RANGE if isinstance(sketch.least, Decimal) else say.REACHED
            found.append(self._say(template))
        return [*found, self._say(say.PAYS)] if sketch.payers else found

    def same_cost(self) -> list[str]:
        """Return which members of the bundle cannot pay for the same."""
        bundle = self.advice.bundle
        others = [
            self.labels.scheme_inline(each)
            for each in self.sketch.not_same_cost
            if bundle.item(each) and bundle.item(self.sketch.scheme)
        ]
        if not others:
            return []
        return [self.labels.say(say.SAME_COST, others=self.labels.listed(others, last=OR))]

    def example(self) -> list[str]:
        """Return what the dwelling costs and is worth, as far as it is known."""
        cost, value = self.sketch.cost, self.sketch.value
        known = (isinstance(cost, Decimal), isinstance(value, Decimal))
        templates = {
            (True, True): say.COSTS_AND_WORTH,
            (True, False): say.COSTS,
            (False, True): say.WORTH,
        }
        dwelling = self.advice.rulebook.dwelling
        if known not in templates or dwelling is None:
            return []
        example = self.labels.say(
            templates[known],
            area=self._area(dwelling.area),
            cost=self._of_dwelling(cost, dwelling.cost),
            value=self._of_dwelling(value, dwelling.price),
        )
        return [example]

    def _area(self, rate: str) -> str:
        area = self.labels.rate(rate)
        ours = self.advice.rulebook.rates[rate].basis_on(self.advice.as_of) is None
        return self.labels.say(say.OUR_VIEW, area=plain(area)) if ours else area

    def _of_dwelling(self, amount: Kroner, fact: str) -> str:
        """Return what the dwelling costs or is worth, which comes of its area and a fact."""
        return self.labels.cites.mark(self._about(amount), Provenance.DWELLING, fact)

    def _given(self) -> list[str]:
        sketch = self.sketch
        if isinstance(sketch.most, Unknown):
            return []
        if sketch.capped_by:
            return [self._say(say.CAPPED)]
        whole_cost = isinstance(sketch.rest, Decimal) and not sketch.rest
        return [self._say(say.WHOLE_COST if whole_cost else say.GIVES[sketch.kind])]

    def _rest(self) -> list[str]:
        rest, kind = self.sketch.rest, self.sketch.kind
        if isinstance(rest, Unknown) or not rest:
            return []
        if kind is AmountKind.SHARE:
            return [self._say(say.REST)]
        found = [self._say(say.MISSING)]
        if kind is AmountKind.EXCEPTION:
            found.append(self._say(say.OWN_EXCEPTION))
        elif self.sketch.exception:
            name = self.labels.scheme_name(self.sketch.exception)
            found.append(self.labels.say(say.EXCEPTION, who=self.parts["who"], name=name))
        return found

    def _say(self, template: Text) -> str:
        return self.labels.say(template, **self.parts)

    def _administrator(self) -> str:
        scheme = self.advice.rulebook.schemes[self.sketch.scheme]
        return capfirst(self.labels.administrator(scheme))

    def _most(self) -> str:
        if self.sketch.capped_by:
            return self.labels.cites.rate(self._kroner(self.sketch.most), self.sketch.capped_by)
        return self._cited(self._about(self.sketch.most))

    def _rounded(self, amount: Kroner, unrounded: Kroner) -> str:
        """Return an amount that comes of rates alone: "om lag" where rounding changed it."""
        return self._cited(self._kroner(amount) if amount == unrounded else self._about(amount))

    def _cited(self, shown: str) -> str:
        return self.labels.cites.mark(shown, Provenance.EXAMPLE, self.sketch.scheme)

    def _about(self, amount: Kroner) -> str:
        return self.labels.say(say.ABOUT, sum=self._kroner(amount))

    def _kroner(self, amount: Kroner) -> str:
        if isinstance(amount, Unknown):
            return ""
        if amount < _MILLION:
            return self.labels.say(say.KR, n=self._exact(amount))
        millions = amount / _MILLION
        return self.labels.say(say.MILLIONS.of(millions, n=self._exact(millions)))

    def _exact(self, amount: Decimal) -> str:
        """Return every figure: what is to be rounded is rounded already, and says so."""
        return exact(amount.normalize(), None, self.labels.language)
