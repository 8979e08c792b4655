"""What a page can say of a case in a line: people, homes, what there is, why now, and sums.

A short form keeps the reservations of the long one. What the kommune says itself and what the
statistics say have a sentence of their own here, since a line has no room for two.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from wizard.domain.advice import FactFinding
from wizard.domain.conditions import Severity
from wizard.domain.facts import Unit
from wizard.domain.plan import Cost
from wizard.domain.schemes import Scheme
from wizard.domain.text import Text
from wizard.voice import brief_words as words
from wizard.voice import plan_words
from wizard.voice.bundle import unclear
from wizard.voice.cites import Provenance
from wizard.voice.names import Names
from wizard.voice.plan import PlanVoice

# What the first lines tell of; a test holds that the shipped rules know them.
PEOPLE, CHANGE, OLD = "folketall", "endring_10ar", "andel_67"
LACKING, LACKING_SHARE = "boligmangel_antall", "boligmangel_andel"
_MOST_NEEDS = 2
_YEARS = 10


class Brief:
    """Says in a line what is said elsewhere at length."""

    def __init__(self, names: Names, plan: PlanVoice) -> None:
        """Speak of the advice that the names are about."""
        self._advice = names.advice
        self._names = names
        self._labels = names.labels
        self._plan = plan

    def people(self) -> str:
        """Return how many live there, whether they grew fewer, and how many are old."""
        say = self._labels.say
        if self._known(PEOPLE) is None:
            return say(words.PEOPLE_UNKNOWN)
        people, change = self._names.figure(PEOPLE), self._known(CHANGE)
        if change is None:
            told = say(words.ONLY, people=people)
        elif not change:
            told = say(words.AS_MANY, people=people, year=self._ten_years_ago())
        else:
            shown, year = self._labels.value(CHANGE, abs(change)), self._ten_years_ago()
            told = say(
                words.MORE if change > 0 else words.FEWER, people=people, change=shown, year=year
            )
        if self._known(OLD) is None:
            return told
        return f"{told} {say(words.OLD, share=self._names.figure(OLD))}"

    def _ten_years_ago(self) -> int:
        return int(self._advice.rulebook.figures[CHANGE].as_of[:4]) - _YEARS

    def homes(self) -> str:
        """Return how many homes the municipality thinks it will lack."""
        lacking, say = self._known(LACKING), self._labels.say
        if lacking is None:
            return say(words.LACKING_UNKNOWN)
        if not lacking:
            return say(words.LACKING_NONE)
        homes = self._names.figure(LACKING)
        if self._known(LACKING_SHARE) is None:
            return say(words.LACKING, homes=homes)
        return say(words.LACKING_SHARE, homes=homes, share=self._names.figure(LACKING_SHARE))

    def _known(self, fact: str) -> Decimal | None:
        finding: FactFinding | None = self._advice.facts.get(fact)
        return finding.value if finding and isinstance(finding.value, Decimal) else None

    def has(self) -> str:
        """Return the weeks and the money that the municipality has in a year."""
        means, labels = self._advice.plan.means, self._labels
        weeks = labels.number(means.weeks, Unit.WEEKS)
        if self._plan.weeks_are_reckoned:
            weeks = labels.cites.keyed(weeks, labels.cites.weeks)
            weeks = labels.say(words.WEEKS_RECKONED, weeks=weeks)
        elif means.weeks_stated:
            weeks = labels.cites.keyed(weeks, labels.cites.weeks)
        else:
            weeks = labels.say(words.WEEKS_ASSUMED, weeks=weeks)
        return labels.say(words.HAS, weeks=weeks, money=self._money_there())

    def _money_there(self) -> str:
        means, labels, rule = (
            self._advice.plan.means,
            self._labels,
            self._advice.rulebook.plan.money,
        )
        if not means.money_stated or rule is None:
            if means.money is None:
                return labels.say(words.MONEY_UNKNOWN)
            amount = labels.number(means.money, Unit.KRONER)
            return labels.say(words.MONEY_ASSUMED, money=amount)
        said = self._names.figure(rule.fact)
        return said[0].lower() + said[1:]

    def why_now(self) -> str:
        """Return what the law bids, else the nearest deadline, else what is most severe.

        What the municipality itself puts first comes before our order of what is severe. A need
        that the year's measures are for, and that may not be there, is said to be open.
        """
        carried = dict.fromkeys(need for item in self._advice.bundle.core for need in item.main_for)
        found = self._duties() or self._deadlines() or self._severe()
        return " ".join((*found, *unclear(self._advice, self._labels, carried)))

    def _duties(self) -> list[str]:
        found = []
        for item in self._advice.bundle.core:
            duty = self._advice.rulebook.schemes[item.scheme].duty
            if duty:
                found.append((duty.since, self.duty(item.scheme)))
        return [told for _, told in sorted(found)]

    def duty(self, scheme: str) -> str:
        """Return what the law bids, and since or from when; empty for what it does not bid."""
        duty = self._advice.rulebook.schemes[scheme].duty
        if duty is None:
            return ""
        template = words.DUTY_SINCE if duty.since <= self._advice.as_of else words.DUTY_FROM
        return self._about(template, scheme, duty.since)

    def _deadlines(self) -> list[str]:
        core = self._advice.plan.core
        dated = [(each.deadline.on, each.scheme) for each in core if each.deadline.reach.in_time]
        found = sorted((day, scheme) for day, scheme in dated if day)
        return [self._about(words.APPLY_BY, scheme, day) for day, scheme in found[:1]]

    def _about(self, template: Text, scheme: str, day: date) -> str:
        inline = self._labels.scheme_inline(scheme)
        return self._labels.say(template, scheme=inline, day=self._labels.day(day))

    def _severe(self) -> list[str]:
        needs = self._advice.needs.values()
        core = self._advice.bundle.core
        answered = {need for item in core for need in (*item.main_for, *item.helps)}
        severe = [
            each.need
            for each in needs
            if each.severity is Severity.SEVERE and each.need in answered
        ]
        own = self._advice.case.priorities
        first = [each for each in own if each in answered] if isinstance(own, tuple) else []
        ours = self._advice.rulebook.plan.order(dict.fromkeys(severe))
        template = plan_words.PUTS_FIRST if first else words.SEVERE
        names = [f"«{self._labels.need_name(each)}»" for each in (first or ours)[:_MOST_NEEDS]]
        return [self._labels.say(template, needs=self._labels.listed(names))] if names else []

    def sums(self) -> str:
        """Return what the year takes against what there is, in a line."""
        year, means, labels = self._advice.plan.year, self._advice.plan.means, self._labels
        have = labels.number(year.has_weeks, Unit.WEEKS)
        unit: Unit | None = Unit.WEEKS
        if means.weeks_stated:
            have, unit = labels.cites.keyed(have, labels.cites.weeks), None
        weeks = labels.cites.mark(labels.number(year.weeks, unit), Provenance.EFFORT)
        stated = words.WORK_OVER if year.left < 0 else words.WORK
        template = stated if means.weeks_stated else words.WORK_ASSUMED
        work = labels.say(template, weeks=weeks, have=have)
        return " ".join((work, *self._money(year.cost)))

    def _money(self, cost: Cost) -> Iterable[str]:
        means, say = self._advice.plan.means, self._labels.say
        if cost.most == 0 and cost.least == 0:
            yield say(words.MONEY_ALONE, cost=self.own_of_year(say(plan_words.NO_MONEY)))
            return
        own = self.own_of_year(self._plan.cost(cost))
        if means.money_stated:
            yield say(words.MONEY, cost=own, have=self._money_there())
        else:
            yield say(words.MONEY_OF_UNKNOWN, cost=own)

    def own_of_year(self, known: str) -> str:
        """Return own money of the year: what is known, and by number for what it is not known."""
        labels, core = self._labels, self._advice.bundle.core
        unknown = self._advice.plan.year.cost.unknown
        numbers = [str(n) for n, each in enumerate(core, start=1) if each.scheme in unknown]
        which = labels.say(words.NUMBERED, numbers=labels.listed(numbers)) if numbers else ""
        return self._plan.own(known, which, none_known=len(numbers) == len(core))

    def frame(self, cost: Cost) -> str:
        """Return the frame of a resolution: the municipality's own money, and nobody else's."""
        say = self._labels.say
        free = not cost.least and cost.most == 0
        if free:
            return say(words.FRAME_UNKNOWN if cost.unknown else words.FRAME_NONE)
        template = words.FRAME_HELD if cost.held else words.FRAME
        # A frame is what it may come to, not a guess from one sum to another.
        most = cost if cost.most is None else replace(cost, least=Decimal(0))
        frame = say(template, cost=self._plan.cost(most))
        return say(words.FRAME_TOO, frame=frame) if cost.unknown else frame

    def own_share(self, cost: Cost) -> str:
        """Return own money in a phrase that says what it is."""
        return self._labels.say(words.OWN, cost=self.own_money(cost))

    def own_money(self, cost: Cost) -> str:
        """Return own money in two or three words."""
        say = self._labels.say
        if cost.unknown:
            return say(plan_words.NOT_KNOWN)
        return (
            say(plan_words.NO_MONEY) if not cost.least and cost.most == 0 else self._plan.cost(cost)
        )

    def can_apply(self, scheme: Scheme) -> str:
        """Return what one may apply for, in a line that promises nothing; else what it costs."""
        edition = self._advice.verdicts[scheme.id].edition
        if edition is None:
            return ""
        amount, labels = edition.amount, self._labels
        template = words.CAN_APPLY.get(amount.kind)
        if template is None or not scheme.is_applied_for:
            return labels.price(amount, measure=not scheme.is_instrument)
        return labels.price(amount, measure=False, template=template)
