"""What a mark stands for, as the list of sources tells it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wizard.domain.advice import FactFinding, Origin
from wizard.domain.facts import DerivedFigure, Unit
from wizard.domain.text import Text
from wizard.domain.values import Unknown
from wizard.memo import mark_words as words
from wizard.report.case import CaseAccount
from wizard.voice.cites import Provenance, plain

_VALID_FROM_THE_START = frozenset({Unit.CLASS, Unit.CODE})


@dataclass(frozen=True, slots=True)
class Note:
    """A line in the list of sources. `link` is https; `shown` is the link as it is printed.

    Both are empty for what is in no document.
    """

    text: str
    link: str = ""

    @property
    def shown(self) -> str:
        """The link as it is printed."""
        return self.link.removeprefix("https://").removeprefix("www.").rstrip("/")


class Notes:
    """Tells what the keys of a case stand for."""

    def __init__(self, report: CaseAccount) -> None:
        """Tell it in the language of the report."""
        self._report = report
        self._advice = report.advice
        self._labels = report.wording.labels
        self._told: dict[str, Note] = {}

    def of(self, key: str) -> Note:
        """Return what a key stands for.

        Raises:
            ValueError: it is no key of this case.

        """
        if key not in self._told:
            self._told[key] = self._note(key)
        return self._told[key]

    def _note(self, key: str) -> Note:
        kind, *about = key.split(":", 2)
        provenance = Provenance(kind)
        if provenance in words.SAME:
            return Note(self._say(words.SAME[provenance]))
        try:
            return self._tellers()[provenance](*about)
        except (KeyError, TypeError) as problem:
            raise ValueError(key) from problem

    def _tellers(self) -> dict[Provenance, Callable[..., Note]]:
        return {
            Provenance.SOURCE: self._source,
            Provenance.CHANGED: self._changed,
            Provenance.CALCULATED: lambda fact: self._calculated(facts=[fact]),
            Provenance.RATE: self._rate,
            Provenance.SCHEME: self._scheme,
            Provenance.DWELLING: self._dwelling,
            Provenance.EXAMPLE: self._example,
            Provenance.CAPACITY: self._capacity,
            Provenance.PERIOD: lambda: self._over_years(words.PERIOD),
            Provenance.LACKING_WEEKS: lambda: self._over_years(words.LACKING_WEEKS),
            Provenance.LACKING_MONEY: lambda: self._over_years(words.LACKING_MONEY),
        }

    def _say(self, text: Text, **parts: object) -> str:
        return self._labels.say(text, **parts)

    def _source(self, source: str, as_of: str = "") -> Note:
        known = self._advice.rulebook.sources[source]
        if not as_of:
            read = self._labels.day(known.read)
            parts = {"title": known.title, "publisher": known.publisher, "day": read}
            return Note(self._say(words.DOCUMENT, **parts), known.link)
        day = self._labels.reference_date(as_of)
        told = self._say(words.FIGURE, title=known.title, day=day)
        return Note(self._dated(told, words.LATER, later=self._is_later(source, as_of)), known.link)

    def _is_later(self, source: str, as_of: str) -> bool:
        """Tell whether a figure is of a later day than the memo.

        A year's figures are not there until it ends; classes hold from its first day.
        """
        figures = self._advice.rulebook.figures.values()
        units = {each.unit for each in figures if each.source == source}
        first, last = _period(as_of)
        day = first if units <= _VALID_FROM_THE_START else last
        return day > self._advice.as_of.isoformat()

    def _dated(self, told: str, words_for: Text, *, later: bool) -> str:
        return f"{told} {self._say(words_for)}" if later else told

    def _changed(self, fact: str) -> Note:
        finding = self._advice.facts[fact]
        told = plain(self._report.wording.names.provenance(finding))
        source = self._advice.rulebook.sources.get(finding.source)
        later = bool(source) and self._is_later(finding.source, finding.as_of)
        text = self._dated(f"{told}.", words.LATER, later=later)
        return Note(text, source.link if source else "")

    def _rate(self, rate: str) -> Note:
        known, day = self._advice.rulebook.rates[rate], self._advice.as_of
        name, basis, dated = self._labels.rule(known.name), known.basis_on(day), known.in_force(day)
        if basis is None or dated is None:
            return Note(self._say(words.OUR_RATE, name=name))
        since = self._labels.day(dated.valid_from)
        text = self._say(words.RATE, name=name, basis=self._labels.basis(basis), day=since)
        return Note(text, self._advice.rulebook.sources[basis.source].link)

    def _scheme(self, scheme: str) -> Note:
        known = self._advice.rulebook.schemes[scheme]
        edition = known.edition_on(self._advice.as_of)
        bases = edition.bases if edition else ()
        used = [*(each.source for each in bases), *(each.source for each in known.experiences)]
        used = used or [each.source for other in known.editions for each in other.bases]
        titles = "; ".join(map(self._labels.source_title, dict.fromkeys(used)))
        name = self._labels.scheme_inline(scheme)
        return Note(self._say(words.SCHEME, name=name, sources=titles))

    def _dwelling(self, fact: str) -> Note:
        dwelling = self._advice.rulebook.dwelling
        return self._calculated(facts=[fact], rates=[dwelling.area] if dwelling else [])

    def _example(self, scheme: str) -> Note:
        sketch = self._advice.money[scheme]
        return self._calculated(facts=sketch.facts, rates=sketch.rates)

    def _capacity(self) -> Note:
        capacity = self._advice.rulebook.capacity
        return self._calculated(facts=[capacity.person_years], rates=[capacity.share])

    def _over_years(self, template: Text) -> Note:
        return Note(self._say(template, n=self._advice.rulebook.plan.years))

    def _calculated(self, *, facts: Iterable[str] = (), rates: Iterable[str] = ()) -> Note:
        findings = [self._advice.facts[each] for each in self._operands(facts)]
        operands = [self._operand(each) for each in findings]
        names = [self._named_rate(rate) for rate in rates]
        if names:
            listed = self._labels.listed(names)
            operands.append(self._say(words.RATES.of(len(names), names=listed)))
        told = self._say(words.CALCULATED, operands=self._labels.listed(operands))
        dated = [each for each in findings if each.origin is Origin.REFERENCE and each.source]
        later = any(self._is_later(each.source, each.as_of) for each in dated)
        return Note(self._dated(told, words.LATER_OPERAND, later=later))

    def _named_rate(self, rate: str) -> str:
        known = self._advice.rulebook.rates[rate]
        name = f"«{self._labels.rule(known.name)}»"
        if known.basis_on(self._advice.as_of) is not None:
            return name
        return self._say(words.OPERAND, name=name, source=words.OUR_VIEW)

    def _operands(self, facts: Iterable[str]) -> list[str]:
        """Return the facts that something is calculated from in the end, once each."""
        found: dict[str, None] = {}
        for fact in facts:
            known = self._advice.rulebook.facts[fact]
            inner = self._operands(known.operands) if isinstance(known, DerivedFigure) else [fact]
            found.update(dict.fromkeys(inner))
        return list(found)

    def _operand(self, finding: FactFinding) -> str:
        name = self._labels.fact_name(finding.fact)
        inline = name if name[1:2].isupper() else name[:1].lower() + name[1:]
        return self._say(words.OPERAND, name=inline, source=self._origin(finding))

    def _origin(self, finding: FactFinding) -> str:
        changed = finding.origin is Origin.CHANGED
        if not finding.source or (changed and isinstance(finding.original, Unknown)):
            return self._say(words.BY_MUNICIPALITY)
        if changed:
            return self._say(words.CHANGED_BY_MUNICIPALITY)
        source = self._advice.rulebook.sources.get(finding.source)
        if source is None:
            return self._say(words.FROM_CASE_FILE)
        return f"{source.title.to(self._labels.language)}, {self._day(finding)}"

    def _day(self, finding: FactFinding) -> str:
        return self._labels.reference_date(finding.as_of)


def _period(as_of: str) -> tuple[str, str]:
    """Return the first and last day of a day, a month or a year, as they sort."""
    first = f"{as_of}-01-01"[: len("2026-01-01")]
    last = f"{as_of}-12-31"[: len("2026-12-31")]
    if len(as_of) == len("2026-12"):
        first, last = f"{as_of}-01", f"{as_of}-31"
    return first, last
