"""Rulebook → Book: what the rule files say, put into words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from wizard.book import words
from wizard.book.model import (
    AbolishedPart,
    Book,
    DoubtPart,
    EditionPart,
    ExampleRow,
    LimitRow,
    NeedPart,
    QuestionRow,
    RatePart,
    SchemePart,
    SourcePart,
    ThemePart,
)
from wizard.domain.conditions import Severity
from wizard.domain.facts import ChangedBy, FactType, Question, Unit
from wizard.domain.plausibility import Deviation, Plausibility, PlausibilityExample
from wizard.domain.rulebook import Abolished, Need, NeedExample, Rulebook
from wizard.domain.schemes import Edition, Example, Scheme, VerdictKind
from wizard.domain.sources import Rate, Source
from wizard.domain.text import Language, Text
from wizard.domain.values import FactValue, Value
from wizard.municipalities import Municipalities
from wizard.report.abolished import lifetime
from wizard.report.clauses import clause, clause_or_all
from wizard.report.description import describe, describe_edition
from wizard.report.offer import deadlines_of, duty_of, funding_of, relations_of
from wizard.voice import numbers
from wizard.voice import words as labels_of
from wizard.voice.labels import Labels

_DAYS_IN_MONTH = 30


def compose(
    rulebook: Rulebook, municipalities: Municipalities, as_of: date, language: Language
) -> Book:
    """Return the book as it reads on a day, in one language."""
    return writer_of(rulebook, municipalities, as_of, language).book()


def writer_of(
    rulebook: Rulebook, municipalities: Municipalities, as_of: date, language: Language
) -> "Writer":
    """Return who writes the parts of a book as they read on a day, in one language."""
    # What only doubts calculate with has names too.
    derived = {**rulebook.derived, **rulebook.plausibility.derived}
    named = replace(rulebook, derived=derived)
    return Writer(Labels(named, as_of, language), municipalities)


def counts_of(rulebook: Rulebook) -> Mapping[str, int]:
    """Return how many of each part a rulebook has, by the names of the parts."""
    schemes, needs = rulebook.schemes.values(), rulebook.needs.values()
    return {
        "needs": len(needs),
        "instruments": len([each for each in schemes if each.is_instrument]),
        "measures": len([each for each in schemes if not each.is_instrument]),
        "questions": len(rulebook.questions),
        "rates": len(rulebook.rates),
        "sources": len(rulebook.sources),
        "examples": sum(len(each.examples) for each in schemes)
        + sum(len(each.examples) for each in needs)
        + sum(len(each.examples) for each in rulebook.plausibility.rules),
        "journeys": len(rulebook.journeys),
    }


class Writer:
    """Writes one book, or a single part of it."""

    def __init__(self, labels: Labels, municipalities: Municipalities) -> None:
        self.labels = labels
        self.municipalities = municipalities
        self.rulebook = labels.rulebook

    def book(self) -> Book:
        """Return the whole book."""
        rulebook = self.rulebook
        schemes = sorted(rulebook.schemes.values(), key=lambda each: self.name(each.name))
        needs = sorted(rulebook.needs.values(), key=lambda each: self.name(each.name))
        rates = sorted(rulebook.rates.values(), key=lambda each: self.name(each.name))
        sources = sorted(rulebook.sources.values(), key=lambda each: self.name(each.title))
        return Book(
            language=self.labels.language.value,
            iso_day=self.labels.as_of.isoformat(),
            day=self.labels.day(self.labels.as_of),
            name=self.name(rulebook.name),
            version=rulebook.version,
            checksum=rulebook.hash,
            owner=rulebook.owner,
            contact=rulebook.contact,
            ours_means=self.say(labels_of.OURS_MEANS),
            counts=counts_of(rulebook),
            needs=tuple(self.need(each) for each in needs),
            instruments=tuple(self.scheme(each) for each in schemes if each.is_instrument),
            measures=tuple(self.scheme(each) for each in schemes if not each.is_instrument),
            themes=tuple(self.themes()),
            limits=tuple(self.limit(each) for each in rulebook.plausibility.deviations),
            doubts=tuple(self.doubt(each) for each in rulebook.plausibility.rules),
            rates=tuple(self.rate(each) for each in rates),
            abolished=tuple(self.gone(each) for each in rulebook.abolished.values()),
            sources=tuple(self.source(each) for each in sources),
        )

    def say(self, text: Text, **parts: object) -> str:
        """Return the program's own text, its slots filled."""
        return self.labels.say(text, **parts)

    def name(self, text: Text) -> str:
        """Return a text of the rules that has no figures in it."""
        return text.to(self.labels.language)

    def need(self, need: Need) -> NeedPart:
        """Return a need."""
        return NeedPart(
            id=need.id,
            name=self.name(need.name),
            short=self.labels.text(need.short),
            severe=clause(need.severe, self.labels),
            some=clause(need.some, self.labels),
            why=self.labels.basis_or_reason(need.basis, need.reason),
            contact=self.labels.scheme_name(need.contact),
            examples=tuple(self.example_of_need(each) for each in need.examples),
        )

    def scheme(self, scheme: Scheme) -> SchemePart:
        """Return an instrument or a measure, in all its editions."""
        return SchemePart(
            said=describe(scheme, self.labels),
            file=scheme.place.file,
            duty=duty_of(scheme.duty, self.labels) if scheme.duty else "",
            covers=tuple(self.covers(scheme)),
            relevant=clause_or_all(scheme.relevant, self.labels),
            when_unknown=self.say(words.WHEN_UNKNOWN[scheme.when_unknown]),
            in_place=clause(scheme.in_place, self.labels) if scheme.in_place else None,
            relations=tuple(self.relations(scheme)),
            editions=tuple(self.edition(each, scheme) for each in reversed(scheme.editions)),
            ended=self.labels.text(scheme.ended) if scheme.ended else "",
            examples=tuple(self.example(each) for each in scheme.examples),
        )

    def covers(self, scheme: Scheme) -> Iterator[str]:
        """Yield the needs that a scheme meets, with those it can carry alone marked."""
        for each in scheme.covers:
            need = self.labels.need_name(each.need)
            yield self.say(words.MAIN, need=need) if each.main else need

    def relations(self, scheme: Scheme) -> Iterator[tuple[str, str]]:
        """Yield how a scheme hangs together with others: the label, and their names."""
        for label, ids in relations_of(scheme, self.labels):
            yield label, self.labels.listed([self.labels.scheme_inline(id_) for id_ in ids])

    def edition(self, edition: Edition, scheme: Scheme) -> EditionPart:
        """Return the rules of a scheme in a period."""
        binding = edition.basis is not None and edition.basis.level.is_binding
        writer = self.at(edition)
        then = writer.rulebook.schemes[scheme.id]
        return EditionPart(
            period=self.period(edition),
            gap=self.labels.text(edition.gap) if edition.gap else "",
            basis_label=self.say(words.BINDING if binding else words.GROUNDS),
            said=describe_edition(edition, self.labels, measure=not scheme.is_instrument),
            requirements=tuple(
                clause(each.condition, self.labels) for each in edition.requirements
            ),
            deadlines=deadlines_of(edition, scheme, self.labels),
            funding=funding_of(edition, scheme, self.labels),
            otherwise=tuple(self.otherwise(writer, scheme)) if then != scheme else (),
            relevant=clause_or_all(then.relevant, self.labels)
            if then.relevant != scheme.relevant
            else None,
            in_place=clause(then.in_place, self.labels)
            if then.in_place and then.in_place != scheme.in_place
            else None,
        )

    def at(self, edition: Edition) -> "Writer":
        """Return the writer of a day when an edition is in force."""
        day = edition.valid_from or edition.valid_to or self.labels.as_of
        return Writer(Labels(self.rulebook, day, self.labels.language), self.municipalities)

    def otherwise(self, writer: "Writer", scheme: Scheme) -> Iterator[tuple[str, str]]:
        """Yield what another day's writer says of a scheme, where that is not what we say."""
        then = writer.rulebook.schemes[scheme.id]
        if scheme.in_place and not then.in_place:
            yield self.say(words.IN_PLACE), self.say(words.NONE)
        ours, theirs = dict(self.lines(scheme)), dict(writer.lines(then))
        for label in {**theirs, **ours}:
            if theirs.get(label) != ours.get(label):
                yield label, theirs.get(label) or self.say(words.NONE)

    def lines(self, scheme: Scheme) -> Iterator[tuple[str, str]]:
        """Yield what is said of a scheme on the day in text alone, by its label."""
        said = describe(scheme, self.labels)
        told = (
            (words.NAME, said.name),
            (words.SHORT, said.what),
            (words.ADMINISTRATOR, said.administrator),
            (words.HEADLINE, said.headline),
            (words.HELPS, "; ".join(self.covers(scheme))),
            (words.UNKNOWN, self.say(words.WHEN_UNKNOWN[scheme.when_unknown])),
            (words.EFFORT, said.effort),
            (words.EXPERIENCES, " ".join(text for text, _ in said.experiences)),
            (words.PITFALLS, " ".join(said.pitfalls)),
        )
        yield from ((self.say(label), text) for label, text in told)
        yield from self.relations(scheme)

    def period(self, edition: Edition) -> str:
        """Return the days of an edition."""
        start = self.labels.day(edition.valid_from) if edition.valid_from else ""
        end = self.labels.day(edition.valid_to) if edition.valid_to else ""
        if start and end:
            return self.say(words.BETWEEN, start=start, end=end)
        if start:
            return self.say(words.SINCE, start=start)
        return self.say(words.UNTIL, end=end) if end else self.say(words.ALWAYS)

    def example(self, example: Example) -> ExampleRow:
        """Return an example of a scheme."""
        in_place = example.in_place and example.gives is VerdictKind.NOT_RELEVANT
        gives = self.labels.verdict(example.gives, in_place=in_place)
        known = self.known(example.facts, example.needs)
        return ExampleRow(example.name, self.labels.day(example.on), known, gives)

    def example_of_need(self, example: NeedExample) -> ExampleRow:
        """Return an example of a need."""
        gives = self.labels.severity(example.gives)
        known = self.known(example.facts, {})
        return ExampleRow(example.name, self.labels.day(example.on), known, gives)

    def known(self, facts: Mapping[str, Value], needs: Mapping[str, Severity]) -> str:
        """Return what an example knows."""
        told = [
            f"{self.labels.need_name(id_)}: {self.labels.severity(severity)}"
            for id_, severity in needs.items()
        ]
        told += [
            f"{self.labels.fact_name(id_)}: {self.value(id_, value)}"
            for id_, value in facts.items()
        ]
        return "; ".join(told) or self.say(words.NOTHING_KNOWN)

    def value(self, fact: str, value: Value) -> str:
        """Return a value with every decimal it has: rounding would make two examples one."""
        known = self.rulebook.facts[fact]
        if isinstance(value, Decimal):
            unit = Unit.YEAR if known.type is FactType.YEAR else known.unit
            return numbers.exact(value, unit, self.labels.language)
        if isinstance(value, str) and known.unit is Unit.MUNICIPALITY_NUMBER:
            return self.municipality(value)
        return self.labels.value(fact, value)

    def municipality(self, number: str) -> str:
        """Return the name and number of a municipality; the number where it is no more."""
        known = self.municipalities.has(number)
        return self.municipalities.get(number).numbered if known else number

    def themes(self) -> Iterable[ThemePart]:
        """Yield the questions, theme by theme."""
        for theme in self.rulebook.themes:
            rows = tuple(
                QuestionRow(
                    self.name(item.text),
                    self.labels.text(item.why),
                    self.labels.knows(item.fact),
                    self.changed_by(item.changed_by),
                )
                for item in theme.items
                if isinstance(item, Question)
            )
            if rows:
                yield ThemePart(self.name(theme.name), rows)

    def changed_by(self, who: ChangedBy) -> str:
        """Return who can change a fact."""
        return self.say(words.CHANGED_BY[who])

    def limit(self, deviation: Deviation) -> LimitRow:
        """Return how far a correction can be from a figure."""
        unit = self.rulebook.facts[deviation.figure].unit
        if deviation.times is not None:
            template, n = words.TIMES, self.labels.number(deviation.times, None)
        else:
            points = Unit.PERCENTAGE_POINTS if unit is Unit.PERCENT else unit
            template, n = (
                words.FURTHER,
                self.labels.number(deviation.difference or Decimal(0), points),
            )
        return LimitRow(self.labels.fact_name(deviation.figure), self.say(template, n=n))

    def doubt(self, rule: Plausibility) -> DoubtPart:
        """Return a rule about answers that can hardly be."""
        return DoubtPart(
            rule.id,
            "; ".join(self.labels.fact_name(each) for each in rule.about),
            self.labels.text(rule.message),
            clause(rule.condition, self.labels),
            tuple(self.example_of_doubt(each) for each in rule.examples),
        )

    def example_of_doubt(self, example: PlausibilityExample) -> ExampleRow:
        """Return an example of such a rule."""
        known = self.known(example.facts, {})
        day = self.labels.day(example.on)
        return ExampleRow(example.name, day, known, self.say(words.ASKS[example.doubts]))

    def rate(self, rate: Rate) -> RatePart:
        """Return a rate with every value that it has had."""
        values = (
            (self.labels.day(each.valid_from), self.rate_value(rate, each.value))
            for each in rate.values
        )
        own = (
            (self.labels.day(each.valid_from), self.labels.basis(each.basis))
            for each in rate.values
            if each.basis
        )
        basis = self.labels.basis_or_reason(rate.basis, rate.reason)
        return RatePart(self.name(rate.name), tuple(values), basis, tuple(own))

    def rate_value(self, rate: Rate, value: FactValue) -> str:
        """Return a value of a rate, a list of municipalities by their names."""
        if isinstance(value, frozenset) and rate.unit is Unit.MUNICIPALITY_NUMBER:
            return self.labels.listed([self.municipality(each) for each in sorted(value)])
        return self.labels.rate_value(rate, value)

    def gone(self, gone: Abolished) -> AbolishedPart:
        """Return a name that is no longer used."""
        instead = [self.labels.scheme_inline(id_) for id_ in gone.use_instead]
        return AbolishedPart(
            ", ".join(map(self.name, gone.names)),
            lifetime(gone, self.labels),
            self.labels.text(gone.what_happened),
            self.labels.listed(instead) if instead else "",
            self.name(self.rulebook.sources[gone.source].title),
        )

    def source(self, source: Source) -> SourcePart:
        """Return a source, and how old our reading of it is."""
        return SourcePart(
            self.name(source.title),
            source.publisher,
            source.link,
            self.labels.day(source.read),
            self.age(source.read),
            self.labels.day(source.read_again),
            source.read_again < self.labels.as_of,
        )

    def age(self, read: date) -> str:
        """Return how long ago a day was."""
        days = (self.labels.as_of - read).days
        if days <= 0:
            return self.say(words.READ_NOW)
        if days < _DAYS_IN_MONTH:
            return self.say(words.READ_DAYS.of(days))
        months = days // _DAYS_IN_MONTH
        return self.say(words.READ_MONTHS.of(months))
