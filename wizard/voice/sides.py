"""The two sides of a comparison, each with its own voice, and what they call the same thing."""

from wizard.domain.comparison import Comparison
from wizard.domain.text import Counted, Language, Text
from wizard.voice import comparison_words as words
from wizard.voice.wording import Wording


class Sides:
    """One kommune at two times, or two kommuner: `was` is the former, `now` the latter."""

    def __init__(self, comparison: Comparison, language: Language) -> None:
        """Keep the voices of both pieces of advice."""
        self.comparison = comparison
        self.language = language
        self.was = Wording(comparison.before, language)
        self.now = Wording(comparison.after, language)
        self._kommuner = 1 if comparison.same_municipality else 2
        self._names = {
            "a": comparison.before.municipality.official_name,
            "b": comparison.after.municipality.official_name,
        }

    def say(self, text: Text | Counted, /, **parts: object) -> str:
        """Return a phrase with its slots filled; of two, the one for as many kommuner."""
        if isinstance(text, Counted):
            return text.of(self._kommuner, **self._names, **parts).to(self.language)
        return text.to(self.language, **self._names, **parts)

    def knowing(self, scheme: str) -> Wording:
        """Return the side whose rulebook knows a scheme, the later one first."""
        return self.now if scheme in self.now.advice.rulebook.schemes else self.was

    def scheme_name(self, scheme: str) -> str:
        """Return a scheme's name; where each side has its own, that of the later with the other."""
        labels = self.knowing(scheme).labels
        name = labels.scheme_name(scheme)
        was = self.was.labels if scheme in self.was.advice.rulebook.schemes else labels
        if (other := was.scheme_name(scheme)) == name:
            return name
        return self.say(words.OTHER_NAME, name=name, other=other)

    def named(self, scheme: str) -> str:
        """Return a scheme as the subject of a sentence, with what sort of thing it is."""
        instrument = self.knowing(scheme).advice.rulebook.schemes[scheme].is_instrument
        kind = words.INSTRUMENT if instrument else words.MEASURE
        return self.say(kind, name=self.scheme_name(scheme))

    def fact_name(self, fact: str) -> str:
        """Return what a fact is called in a sentence."""
        known = self.now if fact in self.now.advice.rulebook.facts else self.was
        return known.labels.called(fact)

    def need_name(self, need: str) -> str:
        """Return a need's name."""
        known = self.now if need in self.now.advice.rulebook.needs else self.was
        return known.labels.need_name(need)
