"""What the facts and needs of one case are called, and where they are from."""

from wizard.domain.advice import Advice, FactFinding, NeedFinding, Origin
from wizard.domain.facts import ReferenceFigure
from wizard.domain.text import Language
from wizard.domain.values import Unknown
from wizard.engine.facts import doubts_about
from wizard.voice import words
from wizard.voice.labels import Labels
from wizard.voice.sentences import Sentences


class Names(Labels):
    """Wording that needs no verdict: names, numbers, dates, texts, and where figures are from."""

    def __init__(self, advice: Advice, language: Language | None = None) -> None:
        """Word the advice in a language; in the case's own unless told."""
        super().__init__(advice.rulebook, advice.as_of, language or advice.case.language)
        self.advice = advice
        self.sentences = Sentences(self.rulebook, advice.facts, advice.needs, self.language)

    def figure(self, fact: str) -> str:
        """Return what the fact is worth in this case."""
        return self.value(fact, self.advice.facts[fact].value)

    def finding(self, fact: str) -> str:
        """Return the value of a fact in this case; an unanswered question is not a "vet ikke"."""
        finding = self.advice.facts[fact]
        if isinstance(finding.value, Unknown) and finding.origin is not Origin.DONT_KNOW:
            return self.provenance(finding)
        return self.value(fact, finding.value)

    def severity(self, finding: NeedFinding) -> str:
        """Return how severe a need is, or that it is not settled."""
        severity = finding.severity
        return self.say(words.SEVERITY_OPEN if severity is None else words.SEVERITIES[severity])

    def provenance(self, finding: FactFinding) -> str:
        """Return where the value of a fact comes from, with source and date."""
        source = self.rulebook.sources.get(finding.source)
        where = ""
        if source:
            where = f"{source.title.to(self.language)}, {self.reference_date(finding.as_of)}"
        parts: dict[str, object] = {"source": where}
        if finding.origin is Origin.CHANGED and isinstance(finding.original, Unknown):
            return self.say(words.FILLED_IN, **parts)
        if finding.original is not None:
            parts["original"] = self.value(finding.fact, finding.original)
        return self.say(words.ORIGINS[finding.origin], **parts)

    def doubts(self, fact: str) -> list[str]:
        """Return what to keep in mind about a figure: its caveat, and doubts for this kommune."""
        figure = self._all_facts[fact]
        if not isinstance(figure, ReferenceFigure):
            return []
        return [self.text(text) for text in doubts_about(figure, self.advice.municipality.columns)]
