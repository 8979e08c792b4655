"""The action plan in words: what the year holds, what must wait, and which dates collide."""

from collections.abc import Iterable
from decimal import Decimal

from wizard.domain.facts import Unit
from wizard.domain.plan import Alternative, Conflict, Cost, NoRoom, PlanBasis, Total, WayOut, Won
from wizard.domain.plan_rules import Tier
from wizard.domain.schedule import Moment, ScheduledItem
from wizard.domain.text import Text
from wizard.domain.values import Unknown
from wizard.engine.planning.means import cost_of
from wizard.voice import plan_words as words
from wizard.voice.cites import Provenance, key
from wizard.voice.money_words import ABOUT
from wizard.voice.names import Names
from wizard.voice.rounding import two_figures
from wizard.voice.timetable import month


class PlanVoice:
    """Words the action plan of the advice that the names are about."""

    def __init__(self, names: Names) -> None:
        """Word the plan with the names and numbers of the advice."""
        self._advice = names.advice
        self._labels = names.labels
        self._plan = names.advice.plan

    @property
    def weeks_are_reckoned(self) -> bool:
        """Whether the weeks there are come of the person-years, since nobody has given weeks."""
        fact = self._advice.facts[self._advice.rulebook.capacity.weeks]
        return self._plan.means.weeks_stated and isinstance(fact.value, Unknown)

    def core(self) -> str:
        """Return how many measures the year has, what they take, and with what to begin."""
        say, plan = self._labels.say, self._plan
        if plan.basis is PlanBasis.QUESTIONS:
            return say(words.QUESTION_SHEET)
        if not plan.core:
            return say(words.NOTHING_FITS)
        sentence = words.CORE.of(len(plan.core), weeks=self._effort(plan.year.weeks))
        headline = self._labels.headline(plan.core[0].scheme)
        first = headline[0].lower() + headline[1:]
        return f"{say(sentence)} {say(words.BEGIN, first=first)}"

    def first_needs(self) -> str:
        """Return what the municipality itself puts first; empty where it has not said."""
        own = self._advice.case.priorities
        if not isinstance(own, tuple) or not own:
            return ""
        return self._labels.say(words.PUTS_FIRST, needs=self._needs(own))

    def sums(self) -> list[str]:
        """Return weeks and own money, of the year and of all years, against what there is."""
        say, plan = self._labels.say, self._plan
        years = self._advice.rulebook.plan.years
        return [
            *self.sums_of_year(),
            self._weeks_against(plan.period, say(words.PERIOD, n=years)),
            self._money(plan.period, years),
            *([] if plan.exact else [say(words.NOT_EXACT)]),
        ]

    def sums_of_year(self) -> list[str]:
        """Return what the year takes, against what there is, and what others put in."""
        year = self._plan.year
        weeks = self._weeks_against(year, self._labels.say(words.YEAR))
        return [weeks, self._money(year, 1), *self._others(year)]

    def _others(self, total: Total) -> Iterable[str]:
        """Yield what the state offers through the plan, where it offers anything."""
        names = []
        for each in total.others:
            template, most = words.OFFERS_UNKNOWN, ""
            if isinstance(each.most, Decimal):
                template = words.OFFERS_DWELLING if each.of_dwelling else words.OFFERS
                most = self._offered(each.scheme, each.most, of_dwelling=each.of_dwelling)
            names.append(
                self._labels.say(
                    template, scheme=self._labels.scheme_inline(each.scheme), most=most
                )
            )
        if names:
            yield self._labels.say(words.FROM_OTHERS, schemes=self._labels.listed(names))

    def _weeks_against(self, total: Total, period: str) -> str:
        if not self._plan.means.weeks_stated:
            template, shown = words.WEEKS_ASSUMED, self._effort(total.weeks)
        elif self.weeks_are_reckoned:
            template, shown = words.WEEKS_RECKONED, self._effort(total.weeks, None)
        elif total.left < 0:
            template, shown = words.WEEKS_OVER, self._effort(total.weeks)
        else:
            template, shown = words.WEEKS_OF, self._effort(total.weeks, None)
        have = self._weeks(total.has_weeks)
        if self._plan.means.weeks_stated:
            one_year = total.has_weeks == self._plan.means.weeks
            cites = self._labels.cites
            have = cites.keyed(have, cites.weeks if one_year else key(Provenance.PERIOD))
        return self._labels.say(template, period=period, weeks=shown, have=have)

    def _money(self, total: Total, years: int) -> str:
        say, cost = self._labels.say, total.cost
        has = ""
        if cost.most != 0 and total.has_money is not None and years == 1:
            template = words.MONEY_OF if self._plan.means.money_stated else words.MONEY_ASSUMED
            has = say(template, have=self._has(total.has_money))
        bundle = self._advice.bundle
        members = len(bundle.core if years == 1 else bundle.items)
        own = self.own(
            say(words.NO_MONEY) if cost.most == 0 else self.cost(cost),
            self._inline(cost.unknown),
            none_known=len(cost.unknown) == members,
        )
        sentence = say(words.MONEY, cost=own, has=has)
        if cost.held:
            sentence += f" {say(words.COST_HELD, schemes=self._inline(cost.held))}"
        return sentence

    def _inline(self, schemes: Iterable[str]) -> str:
        names = [self._labels.scheme_inline(each) for each in schemes]
        return self._labels.listed(names) if names else ""

    def own(self, known: str, unknown: str, *, none_known: bool) -> str:
        """Return own money of some measures: what is known of it, and for which it is not."""
        if not unknown:
            return known
        if none_known:
            return self._labels.say(words.NOT_KNOWN)
        return self._labels.say(words.NOT_KNOWN_FOR, which=unknown, known=known)

    def cost(self, cost: Cost) -> str:
        """Return own money in a phrase: what it can come to."""
        say, least = self._labels.say, self._kroner(cost.least)
        if cost.most is None:
            return say(words.AT_LEAST, least=least)
        most = self._kroner(cost.most)
        return (
            say(words.BETWEEN, least=least, most=most)
            if cost.least
            else say(words.UP_TO, most=most)
        )

    def _kroner(self, amount: Decimal) -> str:
        return self._labels.number(amount, Unit.KRONER)

    def _has(self, amount: Decimal) -> str:
        """Return the own money that there is in a year; what nobody has stated carries a star."""
        shown, cites = self._kroner(amount), self._labels.cites
        return cites.keyed(shown, cites.money) if self._plan.means.money_stated else shown

    def _offered(self, scheme: str, amount: Decimal, *, of_dwelling: bool) -> str:
        """Return what the state offers; nobody knows that of a dwelling to the last krone."""
        rounded = two_figures(amount) if of_dwelling else amount
        shown, cap = self._kroner(rounded), self._advice.money[scheme].capped_by
        if rounded != amount:
            shown = self._labels.say(ABOUT, sum=shown)
        if cap and rounded == amount:
            return self._labels.cites.rate(shown, cap)
        return self._labels.cites.mark(shown, Provenance.EXAMPLE, scheme)

    def _weeks(self, weeks: Decimal) -> str:
        return self._labels.number(weeks, Unit.WEEKS)

    def _effort(self, weeks: Decimal, unit: Unit | None = Unit.WEEKS) -> str:
        """Return the weeks that something takes, which are estimates."""
        return self._labels.cites.mark(self._labels.number(weeks, unit), Provenance.EFFORT)

    def _needs(self, ids: Iterable[str]) -> str:
        return self._labels.listed([f"«{self._labels.need_name(each)}»" for each in ids])

    def weeks(self, scheme: str) -> str:
        """Return the staff-weeks that a scheme takes."""
        return self._effort(self._advice.rulebook.schemes[scheme].effort.weeks)

    def weeks_of(self, schemes: Iterable[str]) -> str:
        """Return the staff-weeks that several schemes take together."""
        known = self._advice.rulebook.schemes
        return self._effort(sum((known[each].effort.weeks for each in schemes), Decimal(0)))

    def part(self, *, core: bool) -> str:
        """Return what the first year, or the years after it, are called."""
        return self._labels.say(words.YEAR if core else words.NEXT)

    def when(self, item: ScheduledItem, year: int) -> str:
        """Return when work begins and when it is done, as the schedule has it."""
        say, labels = self._labels.say, self._labels
        if year > 1:
            return say(words.IN_YEAR, n=year, month=month(labels, item.begins.day))
        begins = words.BEGINS_AT_LEAST if item.begins.at_least else words.BEGINS
        begin = say(begins, day=labels.day(item.begins.day))
        return f"{begin}, {self.ready(item.ready)}"

    def ready(self, ready: Moment) -> str:
        """Return the day that all is done, as it stands inside a sentence."""
        template = words.FINISHED_AT_LEAST if ready.at_least else words.FINISHED
        return self._labels.say(template, day=self._labels.day(ready.day))

    def duty(self, scheme: str) -> str:
        """Return since when, or from when, the law bids it; empty for what it does not."""
        duty = self._advice.rulebook.schemes[scheme].duty
        if duty is None:
            return ""
        template = words.OVERDUE if duty.since <= self._advice.as_of else words.DUTY_FROM
        return self._labels.say(template, day=self._labels.day(duty.since))

    def conflict(self, conflict: Conflict) -> str:
        """Return which date is not kept, and what the municipality can do about it."""
        say, labels = self._labels.say, self._labels
        ready = words.READY_AT_LEAST if conflict.at_least else words.ONLY_READY
        template = words.CONFLICT if conflict.waits_for else words.CONFLICT_ALONE
        if conflict.year > 1:
            template = words.CONFLICT_LATER
        what = say(
            template,
            scheme=labels.scheme_name(conflict.scheme),
            ready=say(ready, day=labels.day(conflict.earliest)),
            other=labels.scheme_inline(conflict.waits_for) if conflict.waits_for else "",
            deadline=labels.day(conflict.deadline),
            year=conflict.year,
        )
        return " ".join((what, *self.ways_out(conflict)))

    def duty_without_room(self, scheme: str) -> str:
        """Return that the law bids what there is no room for."""
        inline = self._labels.scheme_inline(scheme)
        return f"{self._labels.say(words.DUTY_NO_ROOM, scheme=inline)} {self.duty(scheme)}"

    def ways_out(self, conflict: Conflict) -> list[str]:
        """Return the choices that a conflict leaves, each in a sentence or two."""
        say = self._labels.say
        if WayOut.PARALLEL not in conflict.ways or conflict.begin_by is None:
            return [say(words.MUST_MISS)]
        template = words.PARALLEL if conflict.waits_for else words.PARALLEL_ALONE
        day, weeks = self._labels.day(conflict.begin_by), self._effort(conflict.weeks)
        return [say(template, day=day, weeks=weeks)]

    def alternative(self, other: Alternative) -> str:
        """Return the core that other tiers would choose: what it wins, and what it gives up."""
        say, labels = self._labels.say, self._labels
        enters = labels.listed([labels.doing(each) for each in other.enters])
        leaves = [labels.doing(each) for each in other.leaves]
        swap = (
            say(words.ALTERNATIVE, enters=enters, leaves=labels.listed(leaves))
            if leaves
            else say(words.ALTERNATIVE_MORE, enters=enters)
        )
        wins = labels.listed(self._aims(other.wins, words.WON))
        gives_up = labels.listed(self._aims(other.gives_up, words.GIVEN_UP))
        return f"{swap} {say(words.WINS, wins=wins, gives_up=gives_up)}"

    def _aims(self, aims: Iterable[Won], templates: dict[Tier, Text]) -> list[str]:
        """Return each tier once, with all that it is about."""
        about: dict[Tier, dict[str, None]] = {}
        for each in aims:
            about.setdefault(each.tier, {})[self._about(each)] = None
        say, listed = self._labels.say, self._labels.listed
        return [say(templates[tier], about=listed(list(names))) for tier, names in about.items()]

    def _about(self, won: Won) -> str:
        if won.tier in {Tier.NEED, Tier.CAPACITY}:
            return f"«{self._labels.need_name(won.about)}»"
        return self._labels.scheme_inline(won.about)

    def no_room(self, lacking: NoRoom) -> str:
        """Return what it would take to make room for a scheme."""
        say, means = self._labels.say, self._plan.means
        years, cites = self._advice.rulebook.plan.years, self._labels.cites
        found = []
        if lacking.waits_for:
            other = self._labels.scheme_inline(lacking.waits_for)
            found.append(say(words.WAITS_FOR, other=other))
        if lacking.lacking_weeks:
            weeks, missing = self._effort(lacking.weeks), self._weeks(lacking.lacking_weeks)
            missing = cites.mark(missing, Provenance.LACKING_WEEKS)
            found.append(say(words.LACKS_WEEKS, weeks=weeks, lacking=missing, years=years))
        if lacking.lacking_money and means.money is not None:
            scheme = self._advice.rulebook.schemes[lacking.scheme]
            cost = cost_of(scheme, self._advice.verdicts[scheme.id].edition, means)
            missing = self._kroner(lacking.lacking_money)
            alone = cost.most is None or cost.most > means.money
            template = words.LACKS_MONEY if means.money_stated else words.LACKS_MONEY_ASSUMED
            if not means.money:
                template = words.LACKS_ALL_MONEY
            found.append(
                say(
                    template if alone else words.LACKS_MONEY_IN_ALL,
                    cost=self.cost(cost),
                    have=cites.keyed(self._kroner(means.money), cites.money),
                    lacking=cites.mark(missing, Provenance.LACKING_MONEY),
                    years=years,
                )
            )
        return " ".join(found)

    def buys_capacity(self) -> str:
        """Return what would give more hands; empty where nothing would."""
        bundle = self._advice.bundle
        left = [each for each in self._plan.buys_capacity if bundle.item(each) is None]
        names = [self._labels.scheme_inline(each) for each in left]
        if not names:
            return ""
        return self._labels.say(words.BUYS_CAPACITY, schemes=self._labels.listed(names))

    def services(self) -> str:
        """Return whom to call where there is too little to advise on."""
        names = [self._labels.scheme_inline(each) for each in self._plan.services]
        if not names:
            return ""
        return self._labels.say(words.SERVICES, schemes=self._labels.listed(names))
