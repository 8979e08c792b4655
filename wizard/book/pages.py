"""What the pages of the rules show besides the parts of the book: neighbours, age, and lists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from wizard.book import page_words as words
from wizard.book.compose import Writer
from wizard.domain.facts import DerivedFigure, Question, ReferenceFigure
from wizard.domain.place import Place
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.schemes import Scheme
from wizard.domain.sources import Rate, Source
from wizard.municipalities.names import alphabetical
from wizard.report.clauses import Clause, clause
from wizard.rulebook.references import Ref, RuleKind, references_of, rules_of


@dataclass(frozen=True, slots=True)
class Link:
    """Something that has a page among the rules."""

    kind: RuleKind
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links of one kind, under a heading."""

    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What a rule rests on, and what rests on it."""

    rests_on: tuple[LinkGroup, ...]
    used_by: tuple[LinkGroup, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A line in a list of rules: what it is in short, and whether it should be read again.

    `due` is the day by which it should have been, empty where it is in time.
    """

    link: Link
    short: str
    due: str = ""


@dataclass(frozen=True, slots=True)
class FactPage:
    """A question or figure: what it is, what it can be, and how it comes about.

    `options` are the answers of a choice. `asked_when` is none where everybody is asked.
    `calculated` says how a derived figure is made of `operands`; empty for others.
    """

    link: Link
    name: str
    text: str
    why: str
    where: str
    knows: str
    changed_by: str
    unit: str
    low: str
    high: str
    options: tuple[str, ...]
    asked_when: Clause | None
    calculated: str
    operands: tuple[Link, ...]
    as_of: str
    caveat: str
    file: str


class Pages:
    """What stands on the pages of one rulebook, in one language, on one day."""

    def __init__(self, writer: Writer) -> None:
        """Take the words from a writer of the book."""
        self.writer = writer
        self.rulebook: Rulebook = writer.rulebook
        self.labels = writer.labels
        self._rules = rules_of(self.rulebook)

    def name(self, ref: Ref) -> str:
        """Return what a thing with a page is called on the day."""
        match self._rules[ref.kind][ref.id]:
            case Scheme():
                return self.labels.scheme_name(ref.id)
            case Need():
                return self.labels.need_name(ref.id)
            case Rate() as rate:
                return self.labels.rule(rate.name)
            case Source() as source:
                return self.writer.name(source.title)
            case Question() | ReferenceFigure() | DerivedFigure():
                return self.labels.fact_name(ref.id)

    def has(self, ref: Ref) -> bool:
        """Tell whether there is such a thing."""
        return ref.id in self._rules[ref.kind]

    def journeys(self, scheme: str) -> tuple[str, ...]:
        """Return the names of the journeys that claim something of a scheme."""
        return tuple(
            self.writer.name(each.name)
            for each in self.rulebook.journeys.values()
            if scheme in each.schemes
        )

    def short_rate(self, rate: Rate) -> str:
        """Return what a rate is on the day, of a list only how long it is."""
        dated = rate.in_force(self.labels.as_of)
        if dated and isinstance(dated.value, frozenset):
            return self.writer.say(words.MEMBERS.of(len(dated.value)))
        return self.labels.rate(rate.id)

    def link(self, ref: Ref) -> Link:
        """Return what leads to a thing."""
        return Link(ref.kind, ref.id, self.name(ref))

    def around(self, ref: Ref, original: Rulebook) -> Around:
        """Return what a thing rests on in the rulebook as it is kept, and what rests on it."""
        known = references_of(original)
        rests_on, used_by = known.rests_on(ref), known.used_by(ref)
        return Around(tuple(self._groups(rests_on)), tuple(self._groups(used_by)))

    def _groups(self, refs: Iterable[Ref]) -> Iterator[LinkGroup]:
        links = [self.link(each) for each in refs if each.kind in self._rules]
        for kind in self._rules:
            if of_kind := [each for each in links if each.kind is kind]:
                yield LinkGroup(self.writer.say(words.KINDS[kind]), self._sorted(of_kind))

    @staticmethod
    def _sorted(links: Iterable[Link]) -> tuple[Link, ...]:
        return tuple(sorted(links, key=lambda each: alphabetical(each.name)))

    def items(self, kind: RuleKind) -> tuple[Item, ...]:
        """Return every thing of a kind, in the alphabet; questions as they are asked."""
        found = [self._item(Ref(kind, id_)) for id_ in self._rules[kind]]
        if kind is RuleKind.QUESTION:
            return tuple(found)
        return tuple(sorted(found, key=lambda each: alphabetical(each.link.name)))

    def overdue(self) -> tuple[Item, ...]:
        """Return the schemes and sources that should have been read again before the day."""
        found = (*self.items(RuleKind.SCHEME), *self.items(RuleKind.SOURCE))
        return tuple(each for each in found if each.due)

    def _item(self, ref: Ref) -> Item:
        link = self.link(ref)
        match self._rules[ref.kind][ref.id]:
            case Scheme() as scheme:
                return Item(link, self.labels.kind(scheme), self._due(scheme.check_by))
            case Need() as need:
                return Item(link, self.labels.text(need.short))
            case Rate() as rate:
                return Item(link, self.short_rate(rate))
            case Source() as source:
                told = f"{source.publisher}, {self.writer.age(source.read)}"
                return Item(link, told, self._due(source.read_again))
            case Question() as question:
                return Item(link, self.writer.name(question.text))
            case (ReferenceFigure() | DerivedFigure()) as figure:
                return Item(link, self.labels.unit(figure.unit))

    def _due(self, day: date) -> str:
        return self.labels.day(day) if day < self.labels.as_of else ""

    def place(self, ref: Ref) -> Place:
        """Return where policy staff change it."""
        return self._rules[ref.kind][ref.id].place

    def fact(self, ref: Ref) -> FactPage:
        """Return what is told of a question or a figure."""
        fact, say = self.rulebook.facts[ref.id], self.writer.name
        asked = fact if isinstance(fact, Question) else None
        read = fact if isinstance(fact, ReferenceFigure) else None
        derived = fact if isinstance(fact, DerivedFigure) else None
        low, high = (asked.minimum, asked.maximum) if asked else (None, None)
        return FactPage(
            link=self.link(ref),
            name=self.name(ref),
            text=say(asked.text) if asked else "",
            why=self.labels.text(asked.why) if asked else "",
            where=self.labels.text(asked.where) if asked else "",
            knows=self.labels.knows(ref.id) if asked else "",
            changed_by=self.writer.changed_by(fact.changed_by),
            unit=self.labels.unit(fact.unit),
            low="" if low is None else self.writer.value(ref.id, low),
            high="" if high is None else self.writer.value(ref.id, high),
            options=tuple(say(each.text) for each in fact.options),
            asked_when=clause(asked.applies, self.labels) if asked and asked.applies else None,
            calculated=self.writer.say(words.OPERATIONS[derived.operation]) if derived else "",
            operands=tuple(self.link(self._fact(id_)) for id_ in derived.operands)
            if derived
            else (),
            as_of=self.labels.reference_date(read.as_of) if read else "",
            caveat=self.labels.text(read.caveat) if read and read.caveat else "",
            file=fact.place.file,
        )

    def _fact(self, id_: str) -> Ref:
        return Ref(RuleKind.QUESTION if id_ in self.rulebook.questions else RuleKind.FIGURE, id_)
