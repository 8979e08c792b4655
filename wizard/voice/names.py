"""What the facts and needs of one case are called, and where they are from."""

from wizard.domain.advice import Advice, FactFinding, Findings, Origin
from wizard.domain.facts import PrefilledQuestion, Question, ReferenceFigure
from wizard.domain.text import Language
from wizard.domain.values import Unknown
from wizard.engine.facts import doubts_about, standing_doubts
from wizard.voice import words
from wizard.voice.cites import Provenance, key
from wizard.voice.labels import Labels
from wizard.voice.sentences import Sentences


class FactNames:
    """Words what is known in a case: what facts and needs are worth, and where that is from.

    It needs no advice, which takes a hundred times as long to find as the facts.
    """

    def __init__(
        self, found: Findings, language: Language | None = None, *, cites: bool = False
    ) -> None:
        """Word the facts in a language; in the case's own unless told; with marks if it cites."""
        self.found = found
        spoken = language or found.case.language
        labels = Labels(found.rulebook, found.as_of, spoken, self.figure, found.municipality)
        self.labels = labels.citing(found.facts) if cites else labels
        self.sentences = Sentences(self.labels, found.facts, found.needs)

    def figure(self, fact: str) -> str:
        """Return what the fact is worth in this case."""
        return self.labels.value(fact, self.found.facts[fact].value)

    def finding(self, fact: str) -> str:
        """Return the value of a fact in this case; an unanswered question is not a "vet ikke"."""
        finding = self.found.facts[fact]
        if isinstance(finding.value, Unknown) and finding.origin is not Origin.DONT_KNOW:
            return self.provenance(finding)
        return self.figure(fact)

    def provenance(self, finding: FactFinding) -> str:
        """Return where the value of a fact comes from, with source and date."""
        source = self.found.rulebook.sources.get(finding.source)
        where = self.labels.say(words.CASE_FILE) if finding.source else ""
        if source:
            title = source.title.to(self.labels.language)
            where = f"{title}, {self.labels.reference_date(finding.as_of)}"
        parts: dict[str, object] = {"source": where}
        if finding.origin is Origin.CHANGED and isinstance(finding.original, Unknown):
            return self.labels.say(words.FILLED_IN, **parts)
        if finding.original is not None:
            original = self.labels.worth(finding.fact, finding.original)
            parts["original"] = self.labels.cites.original(original, finding)
        return self.labels.say(words.ORIGINS[finding.origin], **parts)

    def original(self, finding: FactFinding) -> str:
        """Return what the data say of a fact; empty where the municipality has corrected none."""
        said = finding.original
        return "" if said is None else self.labels.worth(finding.fact, said)

    def where(self, item: Question | PrefilledQuestion) -> str:
        """Return where an answer is found; of a figure of a case file, what we know of it."""
        figure = self.found.rulebook.facts[item.fact]
        if isinstance(figure, ReferenceFigure) and not self._is_ours(figure):
            title = self.found.rulebook.sources[figure.source].title
            return self.labels.say(words.FROM_CASE_FILE, source=title)
        return self.labels.text(item.where, key(Provenance.RULE))

    def _is_ours(self, figure: ReferenceFigure) -> bool:
        """Tell whether the case has the figure from the source that the rulebook names."""
        return self.found.facts[figure.id].source == figure.source

    def doubts(self, fact: str) -> list[str]:
        """Return what to keep in mind about a figure: its caveat, and doubts for this kommune.

        What is said of our figure says nothing about one that a case file brought.
        """
        figure = self.found.rulebook.facts[fact]
        if not isinstance(figure, ReferenceFigure) or not self._is_ours(figure):
            return []
        columns = self.found.municipality.columns
        source = self.labels.cites.source_key(self.found.facts[fact])
        return [self.labels.text(text, source) for text in doubts_about(figure, columns)]

    def standing_doubts(self, fact: str) -> list[str]:
        """Return what makes the statistics weak for just this kommune, where they were used."""
        figure, finding = self.found.rulebook.figures.get(fact), self.found.facts[fact]
        if figure is None or finding.origin is not Origin.REFERENCE or not self._is_ours(figure):
            return []
        columns = self.found.municipality.columns
        source = self.labels.cites.source_key(finding)
        return [self.labels.text(text, source) for text in standing_doubts(figure, columns)]


class Names(FactNames):
    """The same, for the voices that say what the advice is."""

    def __init__(
        self, advice: Advice, language: Language | None = None, *, cites: bool = False
    ) -> None:
        """Word the advice in a language; in the case's own unless told; with marks if it cites."""
        super().__init__(advice, language, cites=cites)
        self.advice = advice
