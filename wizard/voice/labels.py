"""What things are called, and values as people read them, whatever the case."""

import re
from collections.abc import Callable, Mapping
from copy import copy
from datetime import date
from decimal import Decimal

from wizard.domain.advice import FactFinding
from wizard.domain.conditions import Severity
from wizard.domain.facts import Fact, FactType, Question, Statement, Unit
from wizard.domain.municipality import Government, Municipality
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import (
    Action,
    Amount,
    AmountKind,
    Edition,
    Experience,
    Responsible,
    Scheme,
    Step,
    VerdictKind,
)
from wizard.domain.sources import LegalBasis, Rate
from wizard.domain.text import Language, Text, capfirst
from wizard.domain.values import FactValue, Unknown
from wizard.voice import numbers, words
from wizard.voice.cites import (
    Cites,
    Provenance,
    basis_key,
    cited_source,
    has_figures,
    key,
)
from wizard.voice.own_words import in_own_words, own_words

_PLACEHOLDER = re.compile(r"\{(sats|tall):([a-z0-9_-]+)\}")
_MONTH = re.compile(r"\d{4}-\d{2}")

_KNOWS = {
    "plan": Text("den som arbeider med plan", "den som arbeider med plan"),
    "helse": Text("helse og omsorg", "helse og omsorg"),
    "nav": Text("Nav-kontoret", "Nav-kontoret"),
    "okonomi": Text("økonomisjefen", "økonomisjefen"),
    "eiendom": Text("den som har ansvar for eiendom", "den som har ansvar for eigedom"),
    "naring": Text("den som arbeider med næring", "den som arbeider med næring"),
    "kommunedirektor": Text("{leader}", "{leader}"),
}


class Labels:
    """Wording that needs a rulebook, a day and a language: names, numbers, dates, rates, money."""

    def __init__(
        self,
        rulebook: Rulebook,
        as_of: date,
        language: Language,
        figure: Callable[[str], str] | None = None,
        municipality: Municipality | None = None,
    ) -> None:
        """Word things as they are on a day.

        `figure` says what stands for a fact in a text: its name unless told, for no kommune is
        meant. `municipality` is the one that is spoken to, in its own words; none in general.
        """
        self.rulebook = rulebook.on(as_of)
        self.cites = Cites(self.rulebook)
        self.as_of = as_of
        self.language = language
        self._government = municipality.government if municipality else Government.KOMMUNE
        self._number = municipality.number if municipality else ""
        self.own = own_words(self._government)
        self._figure = figure or self._bracketed
        self._items = {item.fact: item for theme in rulebook.themes for item in theme.items}

    def citing(self, facts: Mapping[str, FactFinding]) -> "Labels":
        """Return labels that put a mark of provenance after each figure of the case."""
        labels = copy(self)
        labels.cites = Cites(self.rulebook, facts)
        return labels

    def say(self, text: Text, **parts: object) -> str:
        """Return one of the program's own texts with its slots filled."""
        return text.to(self.language, **parts)

    def listed(self, names: list[str], last: Text = words.AND) -> str:
        """Return names as a list in a sentence: a, b og c."""
        if len(names) == 1:
            return names[0]
        return f"{', '.join(names[:-1])} {self.say(last)} {names[-1]}"

    def text(self, text: Text, rests_on: str = "") -> str:
        """Return a text from the rule files, its rates and figures filled in.

        `rests_on` is the key of what the figures that it has of its own rest on.
        """
        return self._of_rules(self.rule(text), rests_on)

    def _of_rules(self, text: str, rests_on: str) -> str:
        own = has_figures(_PLACEHOLDER.sub("", text))
        return self.cites.whole(self._filled(text), rests_on if own else "")

    def _filled(self, text: str) -> str:
        return _PLACEHOLDER.sub(self._placeholder, text)

    def rule(self, text: Text) -> str:
        """Return a text from the rule files that has no rates, with the kommune's own words."""
        return in_own_words(text.to(self.language), self._government)

    def _placeholder(self, match: re.Match[str]) -> str:
        kind, id_ = match.groups()
        return self.rate(id_) if kind == "sats" else self._figure(id_)

    def _bracketed(self, fact: str) -> str:
        return f"[{self.fact_name(fact).lower()}]"

    def rate(self, rate: str) -> str:
        """Return a rate as it was on the day of the case; says so when nobody knows it."""
        known = self.rulebook.rates[rate]
        value = known.on(self.as_of)
        shown = self.rate_value(known, value)
        return self.cites.rate(shown, rate) if isinstance(value, Decimal) else shown

    def rate_value(self, rate: Rate, value: FactValue) -> str:
        """Return one value of a rate, with every decimal it has."""
        if isinstance(value, Decimal):
            return numbers.exact(value, rate.unit, self.language)
        if isinstance(value, Unknown):
            return self.say(words.ASK_FOR_RATE)
        return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)

    def number(self, value: Decimal, unit: Unit | None) -> str:
        """Return a number with its unit."""
        return numbers.number(value, unit, self.language)

    def day(self, day: date) -> str:
        """Return a date written out."""
        return numbers.day(day, self.language)

    def reference_date(self, as_of: str) -> str:
        """Return the reference date of a figure: a day, a month or a year."""
        if len(as_of) == len("2026-01-01"):
            return self.day(date.fromisoformat(as_of))
        if _MONTH.fullmatch(as_of):
            return self.day(date.fromisoformat(f"{as_of}-01")).partition(" ")[2]
        return as_of

    def fact_name(self, fact: str) -> str:
        """Return the short label of a fact, as it stands in tables."""
        return self.rule(self.rulebook.facts[fact].name)

    def statement(self, fact: str, value: Decimal, shown: str) -> str:
        """Return a number in a sentence without a full stop; `shown` is the number in print."""
        known = self.rulebook.facts[fact]
        if not isinstance(known.statement, Statement):
            return self.say(words.NUMBER_IS, name=self.fact_name(fact), value=shown)
        return self.rule(known.statement.of(value).format(verdi=shown))

    def called(self, fact: str) -> str:
        """Return what a fact is called in a sentence: the question if people are asked for it."""
        known = self.rulebook.facts[fact]
        return self.rule(known.text if isinstance(known, Question) else known.name)

    def question(self, fact: str) -> str:
        """Return the question as it is asked, or the label of what is not asked."""
        item = self._items.get(fact)
        return self.rule(item.text) if item else self.called(fact)

    def knows(self, fact: str) -> str:
        """Return who in the municipality would know the answer; empty for what is not asked."""
        item = self._items.get(fact)
        return self.say(_KNOWS[item.knows], **self.own) if item else ""

    def value(self, fact: str, value: FactValue) -> str:
        """Return what a fact is worth in the case, as people read it: "9,2 %", "Ja", "vet ikke"."""
        shown = self.worth(fact, value)
        return shown if isinstance(value, date) else self.cites.fact(shown, fact)

    def worth(self, fact: str, value: FactValue) -> str:
        """Return the same of a value that the case does not have: an answer that could be given."""
        known = self.rulebook.facts[fact]
        if isinstance(value, Unknown):
            return self.say(words.DONT_KNOW)
        if isinstance(value, Decimal):
            unit = Unit.YEAR if known.type is FactType.YEAR else known.unit
            return self.number(value, unit)
        if isinstance(value, str | frozenset):
            return self._options(known, value)
        return self.day(value)

    def _options(self, fact: Fact, value: str | frozenset[str]) -> str:
        if isinstance(value, str):
            texts = {option.id: self.rule(option.text) for option in fact.options}
            return texts.get(value, value)
        chosen = [self.rule(o.text) for o in fact.options if o.id in value]
        return ", ".join(chosen) if chosen else self.say(words.NONE_OF_THESE)

    def unit(self, unit: Unit | None) -> str:
        """Return the unit as it stands after a number; empty for those without one."""
        return numbers.unit_name(unit, self.language)

    def scheme_name(self, scheme: str) -> str:
        """Return a scheme's name."""
        return self.rulebook.schemes[scheme].name.to(self.language)

    def scheme_inline(self, scheme: str) -> str:
        """Return a scheme's name as it stands inside a sentence."""
        name = self.scheme_name(scheme)
        return name if name[1:2].isupper() else name[0].lower() + name[1:]

    def need_name(self, need: str) -> str:
        """Return a need's name."""
        return self.rulebook.needs[need].name.to(self.language)

    def verdict(self, kind: VerdictKind, *, in_place: bool) -> str:
        """Return a verdict in two or three words."""
        return self.say(words.IN_PLACE if in_place else words.VERDICTS[kind])

    def severity(self, severity: Severity | None) -> str:
        """Return how severe a need is; `None` is not settled."""
        return self.say(words.SEVERITY_OPEN if severity is None else words.SEVERITIES[severity])

    def severities(self, possible: tuple[Severity, ...]) -> str:
        """Return how severe a need is, as far as it is known."""
        if possible == (Severity.SOME, Severity.SEVERE):
            return self.say(words.SEVERITY_AT_LEAST_SOME)
        return self.severity(possible[0] if len(possible) == 1 else None)

    def kind(self, scheme: Scheme) -> str:
        """Return what sort of scheme it is."""
        return self.say(words.KINDS[scheme.kind])

    def administrator(self, scheme: Scheme) -> str:
        """Return who runs the scheme."""
        return self.say(words.ADMINISTRATORS[scheme.administrator])

    def responsible(self, responsible: Responsible) -> str:
        """Return who acts."""
        return self.say(words.RESPONSIBLE[responsible], **self.own)

    def applicants(self, edition: Edition | None) -> str:
        """Return who may apply, as a list in a sentence; empty for nobody."""
        applicants = edition.applicants if edition else ()
        names = [self.say(words.APPLICANTS[each]) for each in applicants]
        return self.listed(names) if names else ""

    def headline(self, scheme: str) -> str:
        """Return what the municipality does with the scheme, as a heading with a verb."""
        return self._done(scheme, self._action(scheme).headline)

    def task(self, scheme: str) -> str:
        """Return the same as something that somebody is asked to do: "søke om startlån"."""
        return self._done(scheme, self._action(scheme).task)

    def doing(self, scheme: str) -> str:
        """Return the same as something that can be chosen: "å søke om startlån"."""
        return self.say(words.DOING, task=self.task(scheme))

    def _action(self, scheme: str) -> Action:
        known = self.rulebook.schemes[scheme]
        by_role = words.ACTIONS[known.role]
        return known.action or words.ACTIONS_BY_KIND.get(known.kind, by_role)

    def _done(self, scheme: str, text: Text) -> str:
        if self.rulebook.schemes[scheme].action is not None:
            return self.rule(text)
        return self.say(text, name=self.scheme_inline(scheme))

    def basis(self, basis: LegalBasis | None) -> str:
        """Return a legal basis: the source's title, where in it, and its level unless binding.

        What has none is our own judgement, and is said to be.
        """
        if basis is None:
            return self.say(words.OURS_ALONE)
        place = f"{self.source_title(basis.source)} {basis.section}".strip()
        return (
            place if basis.level.is_binding else f"{place} ({self.say(words.LEVELS[basis.level])})"
        )

    def source_title(self, source: str) -> str:
        """Return the title of a source."""
        return self.rulebook.sources[source].title.to(self.language)

    def pitfalls(self, scheme: str) -> list[str]:
        """Return what has gone wrong, or easily goes wrong."""
        rests_on = self.scheme_key(scheme)
        return [self.text(text, rests_on) for text in self.rulebook.schemes[scheme].pitfalls]

    def scheme_key(self, scheme: str) -> str:
        """Return the key of all that is written of a scheme; our view where it has no source."""
        known = self.rulebook.schemes[scheme]
        sourced = known.experiences or any(each.bases for each in known.editions)
        return key(Provenance.SCHEME, scheme) if sourced else key(Provenance.OURS)

    def experiences(self, scheme: str) -> list[tuple[str, str]]:
        """Return what others have done, each with the title of its source.

        What the municipality has done itself is told as its own.
        """
        return [
            (self._experience(each), self._title_with_figures(each.source))
            for each in self.rulebook.schemes[scheme].experiences
        ]

    def _title_with_figures(self, source: str) -> str:
        title = self.source_title(source)
        return self.cites.whole(title, cited_source(source) if has_figures(title) else "")

    def _experience(self, experience: Experience) -> str:
        # Another's kommunestyre keeps its name, so the words of the reader are not put in.
        told = experience.text.to(self.language)
        text = self._of_rules(told, cited_source(experience.source))
        if not self._is_about(experience):
            return text
        alone = len(experience.about) == 1
        return self.say(words.OWN_EXPERIENCE if alone else words.OWN_AMONG_OTHERS, told=text)

    def step(self, step: Step, rests_on: str = "") -> str:
        """Return what to do; those that others are told to call have a text of their own."""
        return self.text(step.own if step.own and self._is_about(step) else step.text, rests_on)

    def _is_about(self, told: Step | Experience) -> bool:
        return self._number in told.about

    def price(self, amount: Amount, *, measure: bool, template: Text | None = None) -> str:
        """Return how money is set, in one sentence. What a measure takes is a cost, not a sum."""
        parts = {
            "share": self.rate(amount.share.id) if amount.share else "",
            "of": self.text(amount.of) if amount.of else "",
            "band": self.say(words.OWN_COST[amount.band or 0]),
        }
        usual = words.AMOUNTS[amount.kind]
        if amount.kind is AmountKind.NOT_SET and measure:
            usual = words.COST_UNKNOWN
        sentence = self.say(template or usual, **parts)
        for bound, limit in ((amount.floor, words.FLOOR), (amount.cap, words.CAP)):
            if bound is not None:
                sentence += ", " + self.say(limit, bound=self.rate(bound.id))
        return f"{capfirst(sentence)}."

    def effort(self, scheme: str) -> str:
        """Return the staff time in the first year, and that it is our estimate if it is."""
        effort = self.rulebook.schemes[scheme].effort
        text = words.EFFORT if effort.basis else words.EFFORT_OUR_VIEW
        weeks = self.number(effort.weeks, Unit.WEEKS)
        if effort.basis:
            weeks = self.cites.keyed(weeks, basis_key(effort.basis))
        return self.say(text, weeks=weeks)

    def basis_or_reason(self, basis: LegalBasis | None, reason: Text | None) -> str:
        """Return the legal basis of what we rest on, or why the choice is ours."""
        if basis:
            return self.basis(basis)
        told = self.text(reason, basis_key(None)) if reason else ""
        return self.say(words.OUR_VIEW, reason=told) if told else ""
