"""What stands after «fordi», for each cause of a difference."""

from wizard.domain.advice import FactFinding, NeedFinding, Origin, Verdict
from wizard.domain.comparison import Because, Cause, CauseKind
from wizard.domain.facts import Question
from wizard.domain.plan import PlanBasis
from wizard.domain.schemes import Scheme
from wizard.domain.text import Counted, Text
from wizard.domain.values import FactValue, Unknown
from wizard.engine.comparing.rule_changes import turning_day
from wizard.voice import cause_words as words
from wizard.voice import comparison_words
from wizard.voice.sides import Sides


class Causes:
    """Words causes, for one kommune at two times or for two kommuner."""

    def __init__(self, sides: Sides) -> None:
        """Word what sets the two sides apart."""
        self._sides = sides
        self._say = sides.say
        self._was, self._now = sides.was, sides.now

    def because(self, what: str, because: Because, subject: str = "") -> str:
        """Return a sentence that says what differs, and why if anything can be named."""
        if not because.causes:
            return f"{what}."
        causes = self.causes(because, subject)
        return self._say(comparison_words.BECAUSE, what=what, causes=causes)

    def causes(self, because: Because, subject: str = "") -> str:
        """Return what stands after «fordi», and how several causes share in it."""
        # An edition can change two things that both count: it is told once.
        causes = [*dict.fromkeys(self.cause(cause, subject) for cause in because.causes)]
        listed = self._now.labels.listed(causes)
        force = comparison_words.FORCES.get(because.force) if len(causes) > 1 else None
        return f"{listed} {self._say(force)}" if force else listed

    def cause(self, cause: Cause, subject: str = "") -> str:
        """Return one cause as a clause. `subject` is the scheme that is spoken of already."""
        own = cause.id == subject
        match cause.kind:
            case CauseKind.FACT | CauseKind.FACT_RULE:
                return self._about_fact(cause)
            case CauseKind.RATE:
                return self._rate(cause.id)
            case CauseKind.NEED:
                return self._need(cause.id)
            case CauseKind.EDITION | CauseKind.RULE:
                return self._rules(cause, own=own)
            case CauseKind.VERDICT:
                return self._verdict(cause.id, own=own)
        others: dict[CauseKind, Text | Counted] = {
            CauseKind.NEED_RULE: words.NEED_RULES,
            CauseKind.DAY: words.DAY,
            CauseKind.PRIORITIES: words.PRIORITIES,
            CauseKind.PLAN_RULES: words.PLAN_RULES,
            CauseKind.ANSWERED: words.ENOUGH_ANSWERED
            if self._now.advice.plan.basis is PlanBasis.ADVICE
            else words.TOO_LITTLE_ANSWERED,
        }
        return self._say(others[cause.kind])

    def _about_fact(self, cause: Cause) -> str:
        if cause.kind is CauseKind.FACT_RULE:
            return self._say(words.CHANGEABLE, name=self._sides.fact_name(cause.id))
        return self._ticked(cause) if cause.option else self._fact(cause.id)

    def _within(self, id_: str, *, own: bool) -> str:
        """Return a scheme as it stands inside a sentence; `own` if the sentence is about it."""
        if own:
            scheme = self._sides.knowing(id_).advice.rulebook.schemes[id_]
            return self._say(words.INSTRUMENT if scheme.is_instrument else words.MEASURE)
        name = self._sides.named(id_)
        return name[0].lower() + name[1:]

    def _fact(self, id_: str) -> str:
        was, now = self._was.advice.facts.get(id_), self._now.advice.facts.get(id_)
        name = self._sides.fact_name(id_)
        if now is None:
            return self._say(words.FACT_GONE, name=name)
        if isinstance(now.value, Unknown):
            return self._fact_unknown(was, now, name)
        if now.origin is Origin.NOT_ASKED:
            return self._say(words.NOT_ASKED, name=name)
        new = self._now.labels.value(id_, now.value)
        if isinstance(self._now.advice.rulebook.facts[id_], Question):
            return self._say(words.ANSWERS, value=new, name=name)
        if was is None or isinstance(was.value, Unknown):
            return self._say(words.NEW_FIGURE, name=name, new=new)
        old = self._was.labels.value(id_, was.value)
        return self._say(words.FIGURE, name=name, old=old, new=new)

    def _fact_unknown(self, was: FactFinding | None, now: FactFinding, name: str) -> str:
        if now.origin is Origin.DONT_KNOW:
            dont_know = self._now.names.figure(now.fact)
            return self._say(words.ANSWERS, value=dont_know, name=name)
        if was is None or isinstance(was.value, Unknown):
            return self._say(words.HANGS_ON_OTHERS, name=name)
        asked = isinstance(self._now.advice.rulebook.facts[now.fact], Question)
        return self._say(words.UNANSWERED if asked else words.NO_FIGURE, name=name)

    def _ticked(self, cause: Cause) -> str:
        now = self._now.advice.facts[cause.id].value
        ticked = isinstance(now, frozenset) and cause.option in now
        voice = self._now if ticked else self._was
        options = voice.advice.rulebook.facts[cause.id].options
        texts = [each.text.to(self._sides.language) for each in options if each.id == cause.option]
        template = words.TICKS if ticked else words.NO_LONGER_TICKS
        name = self._sides.fact_name(cause.id)
        return self._say(template, value="".join(texts), name=name)

    def _rate(self, id_: str) -> str:
        was, now = self._was.advice.rulebook.rates[id_], self._now.advice.rulebook.rates[id_]
        name = now.name.to(self._sides.language)
        values: list[FactValue] = [
            was.on(self._was.advice.as_of),
            now.on(self._now.advice.as_of),
        ]
        if any(isinstance(value, frozenset) for value in values):
            return self._say(words.RATE_LIST, name=name)
        old, new = self._was.labels.rate(id_), self._now.labels.rate(id_)
        return self._say(words.RATE, name=name, old=old, new=new)

    def _need(self, id_: str) -> str:
        was, now = self._was.advice.needs.get(id_), self._now.advice.needs.get(id_)
        return self._need_now(was, now, self._sides.need_name(id_))

    def _need_now(self, was: NeedFinding | None, now: NeedFinding | None, name: str) -> str:
        if now is None:
            return self._say(words.FACT_GONE, name=name)
        if now.severity is not None:
            return self._say(words.NEEDS[now.severity], name=name)
        still = was is not None and was.severity is None
        return self._say(words.NEED_STILL_OPEN if still else words.NEED_OPEN, name=name)

    def _rules(self, cause: Cause, *, own: bool) -> str:
        """Return that rules of a scheme are others; within one rulebook that is by an edition."""
        if cause.kind is CauseKind.EDITION or self._sides.comparison.same_rulebook:
            return self._edition(cause.id, own=own)
        return self._say(words.OTHER_RULES, name=self._within(cause.id, own=own))

    def _edition(self, id_: str, *, own: bool) -> str:
        was = self._was.advice.rulebook.schemes.get(id_)
        now = self._now.advice.rulebook.schemes.get(id_)
        name = self._within(id_, own=own)
        if was is None or now is None:
            return self._say(words.NEW_SCHEME if was is None else words.GONE_SCHEME, name=name)
        return self._edition_now(was, now, name)

    def _edition_now(self, was: Scheme, now: Scheme, name: str) -> str:
        days = (self._was.advice.as_of, self._now.advice.as_of)
        before, after = was.edition_on(days[0]), now.edition_on(days[1])
        if before and after:
            begun = after.valid_from
            if begun is None or before.valid_from == begun:
                return self._say(words.OTHER_RULES, name=name)
            return self._say(words.OTHER_EDITION, name=name, day=self._now.labels.day(begun))
        turn = turning_day(now, days[1], days[0]) if after else turning_day(was, *days)
        if turn is None:
            return self._say(words.OTHER_RULES, name=name)
        template = words.IN_FORCE if after else words.NOT_IN_FORCE
        return self._say(template[turn.begins], name=name, day=self._now.labels.day(turn.day))

    def _verdict(self, id_: str, *, own: bool) -> str:
        was, now = self._was.advice.verdicts.get(id_), self._now.advice.verdicts.get(id_)
        name = self._sides.scheme_name(id_)
        if was is None or now is None:
            template = words.NEW_SCHEME if was is None else words.GONE_SCHEME
            return self._say(template, name=f"«{name}»")
        return self._verdict_now(was, now, name, own=own)

    def _verdict_now(self, was: Verdict, now: Verdict, name: str, *, own: bool) -> str:
        old, new = self._was.verdicts.label(was), self._now.verdicts.label(now)
        if old != new:
            template = words.OWN_VERDICT if own else words.VERDICT
            return self._say(template, name=name, old=old, new=new)
        if was.reservations != now.reservations:
            return self._say(words.MONEY, name=name)
        return self._say(words.SETTLED if now.settled else words.UNSETTLED, name=name)
