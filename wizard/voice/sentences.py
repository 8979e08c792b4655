"""One sentence for each leaf of a condition, true of the values that decided it."""

from collections.abc import Mapping
from decimal import Decimal

from wizard.domain.advice import FactFinding, NeedFinding, Origin, Outcome
from wizard.domain.conditions import FactTest, NeedTest, Operator, RateRef, Severity
from wizard.domain.facts import Fact, FactType, Question, ReferenceFigure, Unit
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language, Text
from wizard.domain.values import FactValue, Truth, Unknown
from wizard.voice import numbers
from wizard.voice.words import AND, OR

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
_IS = Text("{name} er {value}", "{name} er {value}")
_YES_OR_NO = Text("{name}: {value}", "{name}: {value}")
_POINTLESS = Text(
    "«{name}» gjelder ikke kommunen, ut fra de andre svarene",
    "«{name}» gjeld ikkje kommunen, ut frå dei andre svara",
)
_NUMBER = {
    1: Text(
        "{name} er {value}, over grensen på {limit}", "{name} er {value}, over grensa på {limit}"
    ),
    0: Text("{name} er {value}, akkurat på grensen", "{name} er {value}, akkurat på grensa"),
    -1: Text(
        "{name} er {value}, under grensen på {limit}", "{name} er {value}, under grensa på {limit}"
    ),
}
_YEAR = {
    1: Text("{name} er {value}, etter {limit}", "{name} er {value}, etter {limit}"),
    0: Text("{name} er {value}, akkurat på grensen", "{name} er {value}, akkurat på grensa"),
    -1: Text("{name} er {value}, før {limit}", "{name} er {value}, før {limit}"),
}
_OUR_VIEW = Text(" (grensen er vår vurdering)", " (grensa er vår vurdering)")
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
    "Kommunen har behovet «{name}» i noen grad", "Kommunen har behovet «{name}» i nokon grad"
)
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
        rulebook: Rulebook,
        facts: Mapping[str, FactFinding],
        needs: Mapping[str, NeedFinding],
        language: Language,
    ) -> None:
        """Keep what the sentences draw their names and origins from."""
        self.rulebook = rulebook
        self.all_facts = rulebook.facts
        self.findings = facts
        self.needs = needs
        self.language = language

    def leaf(self, outcome: Outcome) -> str:
        """Return the sentence for one leaf, with a full stop."""
        match outcome.condition:
            case NeedTest():
                return f"{self._need(outcome.condition, outcome.truth)}."
            case FactTest():
                return f"{self._fact(outcome.condition, outcome)}."
        raise TypeError(f"not a leaf: {outcome.condition!r}")

    def fact_name(self, fact: str) -> str:
        """Return what a fact is called: the question for what was asked, else the label."""
        known = self.all_facts[fact]
        return self._say(known.text if isinstance(known, Question) else known.name)

    def value(self, fact: Fact, value: FactValue) -> str:
        """Return a fact's value as people read it; options by their text."""
        if isinstance(value, Unknown):
            return self._say(Text("vet ikke", "veit ikkje"))
        if isinstance(value, Decimal):
            unit = Unit.YEAR if fact.type is FactType.YEAR else fact.unit
            return numbers.number(value, unit, self.language)
        if isinstance(value, str | frozenset):
            return self._options(fact, value)
        return numbers.day(value, self.language)

    def _say(self, text: Text, **parts: str) -> str:
        return text.format(**parts).to(self.language) if parts else text.to(self.language)

    def _need(self, test: NeedTest, truth: Truth) -> str:
        severe = test.at_least is Severity.SEVERE
        finding = self.needs.get(test.need)
        if truth is Truth.UNKNOWN:
            template = _NEED_OPEN
        elif truth is Truth.MET:
            sure = finding is not None and finding.possible[0] is Severity.SEVERE
            template = _NEED_SEVERE if severe or sure else _NEED_SOME
        else:
            template = _NEED_NOT_SEVERE if severe else _NEED_NONE
        return self._say(template, name=self.rulebook.needs[test.need].name.to(self.language))

    def _fact(self, test: FactTest, outcome: Outcome) -> str:
        fact = self.all_facts[test.fact]
        if outcome.truth is Truth.UNKNOWN:
            return self._unknown(fact, test, outcome)
        finding = self.findings.get(test.fact)
        if finding is not None and finding.origin is Origin.NOT_ASKED:
            return self._say(_POINTLESS, name=self.fact_name(fact.id))
        bounded = test.operator in {Operator.AT_LEAST, Operator.BELOW}
        if bounded and isinstance(outcome.value, Decimal) and isinstance(outcome.operand, Decimal):
            return self._number(fact, test, outcome.value, outcome.operand)
        return self._chosen(fact, test, outcome)

    def _number(self, fact: Fact, test: FactTest, value: Decimal, limit: Decimal) -> str:
        unit = Unit.YEAR if fact.type is FactType.YEAR else fact.unit
        shown, shown_limit = numbers.compared(value, limit, unit, self.language)
        templates = _YEAR if unit is Unit.YEAR else _NUMBER
        template = templates[numbers.order(value, limit)]
        sentence = self._say(
            template, name=fact.name.to(self.language), value=shown, limit=shown_limit
        )
        ours = isinstance(test.operand, RateRef) and self.rulebook.rates[test.operand.id].reason
        return sentence + (self._say(_OUR_VIEW) if ours else "")

    def _chosen(self, fact: Fact, test: FactTest, outcome: Outcome) -> str:
        name, met = self.fact_name(fact.id), outcome.truth is Truth.MET
        if test.operator in {Operator.CONTAINS, Operator.CONTAINS_ANY}:
            ticked = self._ticked(fact, outcome, met=met)
            return self._say(_TICKED if met else _NOT_TICKED, value=ticked, name=name)
        value = self.value(fact, outcome.value if outcome.value is not None else Unknown())
        if isinstance(test.operand, RateRef) and isinstance(outcome.operand, frozenset):
            listed = self.rulebook.rates[test.operand.id].name.to(self.language)
            template = _LISTED if met else _NOT_LISTED
            return self._say(template, name=name, value=value, list=listed)
        if isinstance(fact, Question):
            return self._say(_CHOSEN, value=value, name=name)
        if fact.type is FactType.YES_NO:
            return self._say(_YES_OR_NO, value=value.lower(), name=name)
        return self._say(_IS, value=value, name=name)

    def _ticked(self, fact: Fact, outcome: Outcome, *, met: bool) -> str:
        operand, value = outcome.operand, outcome.value
        wanted = operand if isinstance(operand, frozenset) else frozenset({str(operand)})
        given = value if isinstance(value, frozenset) else frozenset[str]()
        shown = wanted & given if met else wanted
        quoted = [
            f"«{option.text.to(self.language)}»" for option in fact.options if option.id in shown
        ]
        return self.listed(quoted, last=AND if met else OR)

    def listed(self, words: list[str], last: Text = AND) -> str:
        """Return words as a list in a sentence: a, b og c."""
        before_last = last.to(self.language)
        return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {before_last} {words[-1]}"

    def _unknown(self, fact: Fact, test: FactTest, outcome: Outcome) -> str:
        if not isinstance(outcome.value, Unknown) and isinstance(test.operand, RateRef):
            return self._say(
                _NO_RATE, name=self.rulebook.rates[test.operand.id].name.to(self.language)
            )
        finding = self.findings.get(fact.id)
        origin = finding.origin if finding else Origin.UNANSWERED
        if origin is Origin.CALCULATED and outcome.open_facts:
            missing = [
                f"«{self.fact_name(id_)}»" for id_ in self.all_facts if id_ in outcome.open_facts
            ]
            return self._say(
                _NOT_CALCULATED, name=fact.name.to(self.language), missing=self.listed(missing)
            )
        template = {Origin.DONT_KNOW: _DONT_KNOW, Origin.MISSING: _NO_FIGURE}.get(
            origin, _UNANSWERED
        )
        if isinstance(fact, ReferenceFigure) and origin is not Origin.DONT_KNOW:
            template = _NO_FIGURE
        return self._say(template, name=self.fact_name(fact.id))

    def _options(self, fact: Fact, value: str | frozenset[str]) -> str:
        if isinstance(value, str):
            texts = {option.id: option.text.to(self.language) for option in fact.options}
            return texts.get(value, value)
        chosen = [o.text.to(self.language) for o in fact.options if o.id in value]
        return ", ".join(chosen) if chosen else self._say(Text("ingen av disse", "ingen av desse"))
