"""The main advice in a few sentences, and what day and years it rests on."""

from wizard.domain.conditions import Severity
from wizard.domain.plan import PlanBasis
from wizard.voice import words
from wizard.voice.bundle import Chosen
from wizard.voice.names import Names
from wizard.voice.plan import PlanVoice

# With more open questions than this, the advice calls itself provisional.
_MANY_OPEN = 10
# Longer lists of needs say how many more there are.
_MOST_NAMED = 3


class Summary:
    """Words the advice as a whole."""

    def __init__(self, names: Names, chosen: Chosen, plan: PlanVoice) -> None:
        """Word the advice that the names are about."""
        self._plan = plan
        self._advice = names.advice
        self._labels = names.labels
        self._chosen = chosen

    def sentences(self) -> list[str]:
        """Return the main advice in at most three sentences."""
        needs = f"{self._summary_of_needs()} {self._plan.first_needs()}".strip()
        found = [needs, self._summary_of_bundle(), self._summary_of_open()]
        return [sentence for sentence in found if sentence]

    def _summary_of_needs(self) -> str:
        for severity, template in (
            (Severity.SEVERE, words.SUMMARY_SEVERE),
            (Severity.SOME, words.SUMMARY_SOME),
        ):
            found = [id_ for id_, each in self._advice.needs.items() if each.severity is severity]
            if found:
                return self._labels.say(template, needs=self._some(found))
        is_open = any(need.severity is None for need in self._advice.needs.values())
        return self._labels.say(words.SUMMARY_NEEDS_OPEN) if is_open else ""

    def _some(self, needs: list[str]) -> str:
        """Return the first needs by our order, and how many more there are."""
        ours = self._advice.rulebook.plan.order(dict.fromkeys(needs))
        names = [f"«{self._labels.need_name(each)}»" for each in ours]
        more = len(names) - _MOST_NAMED
        if more <= 1:
            return self._labels.listed(names)
        named = ", ".join(names[:_MOST_NAMED])
        return self._labels.say(words.AND_MORE, listed=named, n=more)

    def _summary_of_bundle(self) -> str:
        bundle = self._advice.bundle
        sheet = self._advice.plan.basis is PlanBasis.QUESTIONS
        if bundle.items or bundle.no_room or sheet:
            return self._plan.core()
        return self._chosen.empty()

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
