"""One sentence for each leaf of a condition, true of the values that decided it."""

from collections.abc import Mapping
from decimal import Decimal

from wizard.domain.advice import FactFinding, NeedFinding, Origin, Outcome
from wizard.domain.conditions import FactTest, NeedTest, Operator, RateRef, Severity
from wizard.domain.facts import (
    Fact,
    FactType,
    Question,
    ReferenceFigure,
    Statement,
    Unit,
    YesNoStatement,
)
from wizard.domain.text import Text
from wizard.domain.values import Truth, Unknown
from wizard.engine.conditions import decisive
from wizard.voice import numbers
from wizard.voice.cites import once
from wizard.voice.labels import Labels
from wizard.voice.words import AND, NUMBER_IS, OR, OURS

_CHOSEN = Text("Kommunen svarer «{value}» på «{name}»", "Kommunen svarar «{value}» på «{name}»")
_TICKED = Text(
    "Kommunen krysset av for {value} på «{name}»", "Kommunen kryssa av for {value} på «{name}»"
)
_NOT_TICKED = Text(
    "Kommunen krysset ikke av for {value} på «{name}»",
    "Kommunen kryssa ikkje av for {value} på «{name}»",
)
_LISTED = Text("{name} {value} står på listen «{list}»", "{name} {value} står på lista «{list}»")
_NOT_LISTED = Text(
    "{name} {value} står ikke på listen «{list}»", "{name} {value} står ikkje på lista «{list}»"
)
_YES_OR_NO = Text("{name}: {value}", "{name}: {value}")
_POINTLESS = Text(
    "«{name}» gjelder ikke kommunen, ut fra de andre svarene",
    "«{name}» gjeld ikkje kommunen, ut frå dei andre svara",
)
_NUMBER = {
    1: Text("{number}, over grensen på {limit}", "{number}, over grensa på {limit}"),
    0: Text("{number}, akkurat på grensen", "{number}, akkurat på grensa"),
    -1: Text("{number}, under grensen på {limit}", "{number}, under grensa på {limit}"),
}
_YEAR = {
    1: Text("{number}, etter {limit}", "{number}, etter {limit}"),
    0: Text("{number}, akkurat på grensen", "{number}, akkurat på grensa"),
    -1: Text("{number}, før {limit}", "{number}, før {limit}"),
}
_DONT_KNOW = Text("Kommunen vet ikke svaret på «{name}»", "Kommunen veit ikkje svaret på «{name}»")
_UNANSWERED = Text("«{name}» er ikke besvart", "«{name}» er ikkje svart på")
_NO_FIGURE = Text("Det finnes ikke noe tall for «{name}»", "Det finst ikkje noko tal for «{name}»")
_NOT_CALCULATED = Text(
    "{name} kan ikke regnes ut, fordi noe mangler: {missing}",
    "{name} kan ikkje reknast ut, fordi noko manglar: {missing}",
)
_NO_RATE = Text("Satsen «{name}» er ikke kjent", "Satsen «{name}» er ikkje kjend")

_NEED_SEVERE = Text("Behovet «{name}» er stort", "Behovet «{name}» er stort")
_NEED_SOME = Text(
    "Behovet «{name}» er der, men er ikke stort", "Behovet «{name}» er der, men er ikkje stort"
)
_NEED_THERE = Text("Behovet «{name}» er der", "Behovet «{name}» er der")
_NEED_NOT_SEVERE = Text("Behovet «{name}» er ikke stort", "Behovet «{name}» er ikkje stort")
_NEED_NONE = Text("Kommunen har ikke behovet «{name}»", "Kommunen har ikkje behovet «{name}»")
_NEED_OPEN = Text(
    "Det er ikke avklart om kommunen har behovet «{name}»",
    "Det er ikkje avklart om kommunen har behovet «{name}»",
)


class Sentences:
    """Words leaves in one language. What it says of a leaf holds for the values in it."""

    def __init__(
        self,
        labels: Labels,
        facts: Mapping[str, FactFinding],
        needs: Mapping[str, NeedFinding],
    ) -> None:
        """Keep what the sentences draw their names and origins from."""
        self._labels = labels
        self._facts = facts
        self._needs = needs

    def of(self, outcome: Outcome | None) -> list[str]:
        """Return a sentence for each leaf that the outcome depends on, once each."""
        if outcome is None:
            return []
        return once(self.leaf(leaf) for leaf in decisive(outcome))

    def leaf(self, outcome: Outcome) -> str:
        """Return the sentence for one leaf, with a full stop."""
        match outcome.condition:
            case NeedTest():
                return f"{self._of_need(outcome.condition, outcome.truth)}."
            case FactTest():
                return f"{self._of_fact(outcome.condition, outcome)}."
        raise TypeError(f"not a leaf: {outcome.condition!r}")

    def _of_need(self, test: NeedTest, truth: Truth) -> str:
        if test.words is not None and (own := test.words.when(truth)) is not None:
            return self._labels.rule(own)
        severe = test.at_least is Severity.SEVERE
        finding = self._needs.get(test.need)
        if truth is Truth.UNKNOWN:
            template = _NEED_OPEN
        elif truth is Truth.MET:
            sure = finding is not None and finding.possible[0] is Severity.SEVERE
            slight = finding is not None and finding.severity is Severity.SOME
            template = _NEED_SEVERE if severe or sure else _NEED_SOME if slight else _NEED_THERE
        else:
            template = _NEED_NOT_SEVERE if severe else _NEED_NONE
        return self._labels.say(template, name=self._labels.need_name(test.need))

    def _of_fact(self, test: FactTest, outcome: Outcome) -> str:
        fact = self._labels.rulebook.facts[test.fact]
        if outcome.truth is Truth.UNKNOWN:
            return self._unknown(fact, test, outcome)
        finding = self._facts.get(test.fact)
        if finding is not None and finding.origin is Origin.NOT_ASKED:
            return self._labels.say(_POINTLESS, name=self._labels.called(fact.id))
        own = test.words.when(outcome.truth) if test.words else None
        bounded = test.operator in {Operator.AT_LEAST, Operator.BELOW}
        if bounded and isinstance(outcome.value, Decimal) and isinstance(outcome.operand, Decimal):
            return self._number(fact, test, outcome.value, outcome.operand, own)
        return self._labels.rule(own) if own else self._chosen(fact, test, outcome)

    def _number(
        self, fact: Fact, test: FactTest, value: Decimal, limit: Decimal, own: Text | None
    ) -> str:
        unit = Unit.YEAR if fact.type is FactType.YEAR else fact.unit
        shown, shown_limit = numbers.compared(value, limit, unit, self._labels.language)
        shown = self._labels.cites.fact(shown, fact.id)
        rate = test.operand.id if isinstance(test.operand, RateRef) else None
        ours = rate is not None and self._labels.rulebook.rates[rate].reason is not None
        cites = self._labels.cites
        marked = f"{shown_limit}{OURS}" if ours else cites.limit(shown_limit, test)
        if own:
            return self._labels.rule(own.format(verdi=shown, grense=marked))
        number = self._labels.statement(fact.id, value, shown)
        said = fact.statement
        if not value and isinstance(said, Statement) and said.none is not None:
            return number
        templates = _YEAR if unit is Unit.YEAR else _NUMBER
        order = numbers.order(value, limit)
        sentence = self._labels.say(templates[order], number=number, limit=marked)
        return sentence if order or not ours else f"{sentence}{OURS}"

    def _chosen(self, fact: Fact, test: FactTest, outcome: Outcome) -> str:
        name, met = self._labels.called(fact.id), outcome.truth is Truth.MET
        if test.operator in {Operator.CONTAINS, Operator.CONTAINS_ANY}:
            ticked = self._ticked(fact, outcome, met=met)
            return self._labels.say(_TICKED if met else _NOT_TICKED, value=ticked, name=name)
        value = self._labels.value(
            fact.id, outcome.value if outcome.value is not None else Unknown()
        )
        if isinstance(test.operand, RateRef) and isinstance(outcome.operand, frozenset):
            listed = self._labels.rulebook.rates[test.operand.id].name.to(self._labels.language)
            template = _LISTED if met else _NOT_LISTED
            return self._labels.say(template, name=name, value=value, list=listed)
        if isinstance(fact.statement, YesNoStatement) and isinstance(outcome.value, str):
            return self._labels.rule(fact.statement.of(outcome.value))
        if isinstance(fact, Question):
            return self._labels.say(_CHOSEN, value=value, name=name)
        if fact.type is FactType.YES_NO:
            return self._labels.say(_YES_OR_NO, value=value.lower(), name=name)
        return self._labels.say(NUMBER_IS, value=value, name=name)

    def _ticked(self, fact: Fact, outcome: Outcome, *, met: bool) -> str:
        operand, value = outcome.operand, outcome.value
        wanted = operand if isinstance(operand, frozenset) else frozenset({str(operand)})
        given = value if isinstance(value, frozenset) else frozenset[str]()
        shown = wanted & given if met else wanted
        quoted = [
            f"«{self._labels.rule(option.text)}»" for option in fact.options if option.id in shown
        ]
        return self._labels.listed(quoted, last=AND if met else OR)

    def _unknown(self, fact: Fact, test: FactTest, outcome: Outcome) -> str:
        if not isinstance(outcome.value, Unknown) and isinstance(test.operand, RateRef):
            return self._labels.say(
                _NO_RATE,
                name=self._labels.rulebook.rates[test.operand.id].name.to(self._labels.language),
            )
        finding = self._facts.get(fact.id)
        origin = finding.origin if finding else Origin.UNANSWERED
        if origin is Origin.CALCULATED and outcome.open_facts:
            missing = [
                f"«{self._labels.called(id_)}»"
                for id_ in self._labels.rulebook.facts
                if id_ in outcome.open_facts
            ]
            return self._labels.say(
                _NOT_CALCULATED,
                name=self._labels.fact_name(fact.id),
                missing=self._labels.listed(missing),
            )
        template = {Origin.DONT_KNOW: _DONT_KNOW, Origin.MISSING: _NO_FIGURE}.get(
            origin, _UNANSWERED
        )
        if isinstance(fact, ReferenceFigure) and origin is not Origin.DONT_KNOW:
            template = _NO_FIGURE
        return self._labels.say(template, name=self._labels.called(fact.id))
