"""The main advice in a few sentences, and what day and years it rests on."""

from wizard.domain.conditions import Severity
from wizard.voice import words
from wizard.voice.bundle import Chosen
from wizard.voice.names import Names

# With more open questions than this, the advice calls itself provisional.
_MANY_OPEN = 10


class Summary:
    """Words the advice as a whole."""

    def __init__(self, names: Names, chosen: Chosen) -> None:
        """Word the advice that the names are about."""
        self._advice = names.advice
        self._labels = names.labels
        self._chosen = chosen

    def sentences(self) -> list[str]:
        """Return the main advice in at most three sentences."""
        found = [self._summary_of_needs(), self._summary_of_bundle(), self._summary_of_open()]
        return [sentence for sentence in found if sentence]

    def _summary_of_needs(self) -> str:
        for severity, template in (
            (Severity.SEVERE, words.SUMMARY_SEVERE),
            (Severity.SOME, words.SUMMARY_SOME),
        ):
            names = [
                f"«{self._labels.need_name(need.need)}»"
                for need in self._advice.needs.values()
                if need.severity is severity
            ]
            if names:
                return self._labels.say(template, needs=self._labels.listed(names))
        is_open = any(need.severity is None for need in self._advice.needs.values())
        return self._labels.say(words.SUMMARY_NEEDS_OPEN) if is_open else ""

    def _summary_of_bundle(self) -> str:
        items = self._advice.bundle.items
        if not items:
            return self._chosen.empty()
        count = words.SUMMARY_COUNT.of(len(items))
        headline = self._labels.headline(items[0].scheme)
        first = headline[0].lower() + headline[1:]
        return self._labels.say(words.SUMMARY_BUNDLE, count=count, first=first)

    def _summary_of_open(self) -> str:
        asking = self._advice.worth_asking
        if not asking:
            return ""
        question = self._labels.question(asking[0].question)
        if len(asking) > _MANY_OPEN:
            return self._labels.say(words.SUMMARY_PROVISIONAL, n=len(asking), question=question)
        return self._labels.say(words.SUMMARY_OPEN.of(len(asking), question=question))

    def dating(self) -> str:
        """Return which day the rules are from, and which years the figures are from."""
        found = self._advice.facts.values()
        years = sorted({each.as_of[:4] for each in found if each.as_of})
        span = years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}" if years else ""
        template = words.DATING if span else words.DATING_RULES
        return self._labels.say(template, day=self._labels.day(self._advice.as_of), years=span)
