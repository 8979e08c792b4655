"""What stands after «fordi», for each cause of a difference."""

from wizard.domain.advice import FactFinding, NeedFinding, Origin, Verdict
from wizard.domain.comparison import Because, Cause, CauseKind, Comparison
from wizard.domain.facts import Question
from wizard.domain.schemes import Scheme
from wizard.domain.text import Language, Text
from wizard.domain.values import FactValue, Unknown
from wizard.engine.comparing.rule_changes import turning_day
from wizard.voice import cause_words as words
from wizard.voice import comparison_words
from wizard.voice.comparison_words import Pair
from wizard.voice.wording import Wording


class CauseWording:
    """Words causes in one language, for one kommune at two times or for two kommuner."""

    def __init__(self, comparison: Comparison, language: Language) -> None:
        """Keep the voices of both pieces of advice."""
        self.comparison = comparison
        self.language = language
        self.was = Wording(comparison.before, language)
        self.now = Wording(comparison.after, language)
        self._one = comparison.same_municipality
        self._names = {
            "a": comparison.before.municipality.official_name,
            "b": comparison.after.municipality.official_name,
        }

    def say(self, text: Text | Pair, /, **parts: object) -> str:
        """Return a phrase with its slots filled; of a pair, the one that fits."""
        if isinstance(text, Pair):
            text = text.one if self._one else text.two
        return text.format(**self._names, **parts).to(self.language)

    def because(self, what: str, because: Because, subject: str = "") -> str:
        """Return a sentence that says what differs, and why if anything can be named."""
        if not because.causes:
            return f"{what}."
        causes = self.causes(because, subject)
        return self.say(comparison_words.BECAUSE, what=what, causes=causes)

    def causes(self, because: Because, subject: str = "") -> str:
        """Return what stands after «fordi», and how several causes share in it."""
        causes = [self.cause(cause, subject) for cause in because.causes]
        listed = self.now.sentences.listed(causes)
        force = comparison_words.FORCES.get(because.force)
        return f"{listed} {self.say(force)}" if force else listed

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
            case CauseKind.EDITION:
                return self._edition(cause.id, own=own)
            case CauseKind.VERDICT:
                return self._verdict(cause.id, own=own)
        others = {
            CauseKind.RULE: words.OTHER_RULES,
            CauseKind.NEED_RULE: words.NEED_RULES,
            CauseKind.DAY: words.DAY,
            CauseKind.BUNDLE: words.BUNDLE,
        }
        name = self._within(cause.id, own=own) if cause.kind is CauseKind.RULE else ""
        return self.say(others[cause.kind], name=name)

    def _about_fact(self, cause: Cause) -> str:
        if cause.kind is CauseKind.FACT_RULE:
            return self.say(words.CHANGEABLE, name=self._fact_name(cause.id))
        return self._ticked(cause) if cause.option else self._fact(cause.id)

    def voice_of_scheme(self, id_: str) -> str:
        """Return a scheme's name in the rulebook that knows it, the later one first."""
        known = self.now if id_ in self.now.rulebook.schemes else self.was
        return known.scheme_name(id_)

    def named(self, id_: str) -> str:
        """Return a scheme as the subject of a sentence, with what sort of thing it is."""
        known = self.now if id_ in self.now.rulebook.schemes else self.was
        scheme = known.rulebook.schemes[id_]
        kind = comparison_words.INSTRUMENT if scheme.is_instrument else comparison_words.MEASURE
        return self.say(kind, name=known.scheme_name(id_))

    def _within(self, id_: str, *, own: bool) -> str:
        """Return a scheme as it stands inside a sentence; `own` if the sentence is about it."""
        if own:
            known = self.now if id_ in self.now.rulebook.schemes else self.was
            scheme = known.rulebook.schemes[id_]
            return self.say(words.INSTRUMENT if scheme.is_instrument else words.MEASURE)
        name = self.named(id_)
        return name[0].lower() + name[1:]

    def _fact_name(self, id_: str) -> str:
        known = self.now if id_ in self.now.rulebook.facts else self.was
        return known.sentences.fact_name(id_)

    def _need_name(self, id_: str) -> str:
        known = self.now if id_ in self.now.rulebook.needs else self.was
        return known.need_name(id_)

    def _fact(self, id_: str) -> str:
        was, now = self.was.advice.facts.get(id_), self.now.advice.facts.get(id_)
        name = self._fact_name(id_)
        if now is None:
            return self.say(words.FACT_GONE, name=name)
        if isinstance(now.value, Unknown):
            return self._fact_unknown(was, now, name)
        if now.origin is Origin.NOT_ASKED:
            return self.say(words.NOT_ASKED, name=name)
        new = self.now.value(id_, now.value)
        if isinstance(self.now.rulebook.facts[id_], Question):
            return self.say(words.ANSWERS, value=new, name=name)
        if was is None or isinstance(was.value, Unknown):
            return self.say(words.NEW_FIGURE, name=name, new=new)
        old = self.was.value(id_, was.value)
        return self.say(words.FIGURE, name=name, old=old, new=new)

    def _fact_unknown(self, was: FactFinding | None, now: FactFinding, name: str) -> str:
        if now.origin is Origin.DONT_KNOW:
            return self.say(words.ANSWERS, value=self.now.value(now.fact, now.value), name=name)
        if was is None or isinstance(was.value, Unknown):
            return self.say(words.HANGS_ON_OTHERS, name=name)
        asked = isinstance(self.now.rulebook.facts[now.fact], Question)
        return self.say(words.UNANSWERED if asked else words.NO_FIGURE, name=name)

    def _ticked(self, cause: Cause) -> str:
        now = self.now.advice.facts[cause.id].value
        ticked = isinstance(now, frozenset) and cause.option in now
        voice = self.now if ticked else self.was
        options = voice.rulebook.facts[cause.id].options
        texts = [each.text.to(self.language) for each in options if each.id == cause.option]
        template = words.TICKS if ticked else words.NO_LONGER_TICKS
        name = self._fact_name(cause.id)
        return self.say(template, value="".join(texts), name=name)

    def _rate(self, id_: str) -> str:
        was, now = self.was.rulebook.rates[id_], self.now.rulebook.rates[id_]
        name = now.name.to(self.language)
        values: list[FactValue] = [
            was.on(self.was.advice.as_of),
            now.on(self.now.advice.as_of),
        ]
        if any(isinstance(value, frozenset) for value in values):
            return self.say(words.RATE_LIST, name=name)
        old, new = self.was.rate(id_), self.now.rate(id_)
        return self.say(words.RATE, name=name, old=old, new=new)

    def _need(self, id_: str) -> str:
        was, now = self.was.advice.needs.get(id_), self.now.advice.needs.get(id_)
        return self._need_now(was, now, self._need_name(id_))

    def _need_now(self, was: NeedFinding | None, now: NeedFinding | None, name: str) -> str:
        if now is None:
            return self.say(words.FACT_GONE, name=name)
        if now.severity is not None:
            return self.say(words.NEEDS[now.severity], name=name)
        still = was is not None and was.severity is None
        return self.say(words.NEED_STILL_OPEN if still else words.NEED_OPEN, name=name)

    def _edition(self, id_: str, *, own: bool) -> str:
        was = self.was.rulebook.schemes.get(id_)
        now = self.now.rulebook.schemes.get(id_)
        name = self._within(id_, own=own)
        if was is None or now is None:
            return self.say(words.NEW_SCHEME if was is None else words.GONE_SCHEME, name=name)
        return self._edition_now(was, now, name)

    def _edition_now(self, was: Scheme, now: Scheme, name: str) -> str:
        days = (self.was.advice.as_of, self.now.advice.as_of)
        before, after = was.edition_on(days[0]), now.edition_on(days[1])
        if before and after:
            begun = after.valid_from
            if begun is None or before.valid_from == begun:
                return self.say(words.OTHER_RULES, name=name)
            return self.say(words.OTHER_EDITION, name=name, day=self.now.day(begun))
        turn = turning_day(now, days[1], days[0]) if after else turning_day(was, *days)
        if turn is None:
            return self.say(words.OTHER_RULES, name=name)
        template = words.IN_FORCE if after else words.NOT_IN_FORCE
        return self.say(template[turn.begins], name=name, day=self.now.day(turn.day))

    def _verdict(self, id_: str, *, own: bool) -> str:
        was, now = self.was.advice.verdicts.get(id_), self.now.advice.verdicts.get(id_)
        name = self.voice_of_scheme(id_)
        if was is None or now is None:
            template = words.NEW_SCHEME if was is None else words.GONE_SCHEME
            return self.say(template, name=f"«{name}»")
        return self._verdict_now(was, now, name, own=own)

    def _verdict_now(self, was: Verdict, now: Verdict, name: str, *, own: bool) -> str:
        old, new = self.was.verdict_label(was), self.now.verdict_label(now)
        if old != new:
            template = words.OWN_VERDICT if own else words.VERDICT
            return self.say(template, name=name, old=old, new=new)
        if was.reservations != now.reservations:
            return self.say(words.MONEY, name=name)
        return self.say(words.SETTLED if now.settled else words.UNSETTLED, name=name)
