"""How it is asked whether an answer is right."""

from collections.abc import Callable, Mapping

from wizard.domain.advice import FactFinding
from wizard.domain.case import Case
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language, Text
from wizard.voice.labels import Labels


class DoubtWords:
    """Words doubts about the answers of one case, in both languages, its own figures filled in."""

    def __init__(
        self,
        case: Case,
        rulebook: Rulebook,
        municipality: Municipality,
        facts: Mapping[str, FactFinding],
    ) -> None:
        self._case = case
        self._rulebook = rulebook
        self._municipality = municipality
        self._facts = facts

    def text(self, message: Text) -> Text:
        """Return a message of the rule files."""
        return self._both(lambda labels: labels.text(message))

    def far_off(self, message: Text, finding: FactFinding) -> Text:
        """Return what is said of a correction far from the published figure.

        Raises:
            KeyError: the figure is from a source that the rulebook does not have.

        """
        return self._both(lambda labels: self._far_off(message, finding, labels))

    def _far_off(self, message: Text, finding: FactFinding, labels: Labels) -> str:
        published = finding.value if finding.original is None else finding.original
        return labels.say(
            message,
            svar=labels.worth(finding.fact, finding.value),
            tall=labels.worth(finding.fact, published),
            kilde=self._rulebook.sources[finding.source or ""].publisher,
            dato=labels.reference_date(finding.as_of or ""),
        )

    def _both(self, word: Callable[[Labels], str]) -> Text:
        return Text(*(word(self._labels(language)) for language in Language))

    def _labels(self, language: Language) -> Labels:
        labels = Labels(
            self._rulebook,
            self._case.as_of,
            language,
            lambda fact: labels.worth(fact, self._facts[fact].value),
            self._municipality,
        )
        return labels
