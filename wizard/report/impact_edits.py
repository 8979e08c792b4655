"""One edit of a rule, in a sentence."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from wizard.domain.conditions import Condition
from wizard.domain.impact import Part, RuleEdit, Subject
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Amount, Funding
from wizard.domain.sources import LegalBasis
from wizard.domain.text import Language, Text
from wizard.domain.values import FactValue, Unknown
from wizard.report import impact_words as words
from wizard.report.clauses import Clause, clause
from wizard.voice import numbers
from wizard.voice.labels import Labels
from wizard.voice.words import AND

_CONDITIONS = frozenset({Part.SEVERE, Part.SOME, Part.RELEVANT, Part.IN_PLACE})
_SEVERAL = frozenset({Part.REQUIREMENT, Part.TERM, Part.COVERS})
_SHUT = frozenset({Funding.USED_UP, Funding.CLOSED})


class EditWording:
    """Says what is changed, in the names and rates of the day when it begins."""

    def __init__(self, before: Rulebook, after: Rulebook, language: Language) -> None:
        """Word the difference between two rulebooks."""
        self._before, self._after = before, after
        self._language = language
        self._said: dict[Part, Callable[[RuleEdit, str], str]] = {
            Part.PLAN: self._plan,
            Part.WHOLE: self._whole,
            Part.NAME: self._renamed,
            Part.IN_FORCE: self._in_force,
            Part.FUNDING: self._funding,
            Part.VALUE: self._rate,
            Part.MONEY: self._money,
            Part.BASIS: self._basis,
            **dict.fromkeys(_CONDITIONS, self._condition),
            **dict.fromkeys(_SEVERAL, self._one_of_several),
        }

    def _labels(self, day: date | None, *, later: bool = True) -> Labels:
        book = self._after if later else self._before
        on = day or date.max
        return Labels(book.on(on), on, self._language)

    def say(self, text: Text, **parts: object) -> str:
        """Return a phrase with its slots filled."""
        return text.to(self._language, **parts)

    def listed(self, names: list[str], last: Text = AND) -> str:
        """Return names as a list in a sentence."""
        return self._labels(None).listed(names, last)

    def name(self, subject: Subject, id_: str, day: date | None) -> str:
        """Return what a rule is called, by the later rulebook where it has it."""
        for later in (True, False):
            labels = self._labels(day, later=later)
            book = labels.rulebook
            if subject is Subject.SCHEME and id_ in book.schemes:
                return labels.scheme_name(id_)
            if subject is Subject.NEED and id_ in book.needs:
                return labels.need_name(id_)
            if subject is Subject.FACT and id_ in book.facts:
                return labels.fact_name(id_)
            if subject is Subject.RATE and id_ in book.rates:
                return labels.rule(book.rates[id_].name)
        return id_

    def period(self, edit: RuleEdit) -> str:
        """Return in which days it holds."""
        parts = {
            "begins": numbers.day(edit.begins, self._language) if edit.begins else "",
            "ends": numbers.day(edit.ends, self._language) if edit.ends else "",
        }
        if edit.begins:
            return self.say(words.BETWEEN if edit.ends else words.SINCE, **parts)
        return self.say(words.UNTIL if edit.ends else words.ALWAYS, **parts)

    def sentence(self, edit: RuleEdit) -> str:
        """Return what is changed and when."""
        what, period = self._what(edit), self.period(edit)
        return self.say(words.LINE, what=what, period=period) + self._reopens(edit)

    def _what(self, edit: RuleEdit) -> str:
        name = self.name(edit.subject, edit.id, edit.shown_on)
        said = self._said.get(edit.part)
        if said is None or (edit.part is Part.VALUE and edit.subject is not Subject.RATE):
            return self.say(words.OTHERWISE, name=name, part=words.PARTS[edit.part])
        return said(edit, name)

    def _plan(self, _edit: RuleEdit, _name: str) -> str:
        return self.say(words.PLAN)

    def _whole(self, edit: RuleEdit, name: str) -> str:
        return self.say(words.NEW if edit.before is None else words.GONE, name=name)

    def _renamed(self, edit: RuleEdit, name: str) -> str:
        old, new = (
            each.to(self._language) if isinstance(each, Text) else ""
            for each in (edit.before, edit.after)
        )
        text = words.RENAMED_ANSWER if edit.subject is Subject.FACT else words.RENAMED
        return self.say(text, old=old, new=new, name=name)

    def _in_force(self, edit: RuleEdit, name: str) -> str:
        return self.say(words.STARTS if edit.after else words.ENDS, name=name)

    def _funding(self, edit: RuleEdit, name: str) -> str:
        funding = edit.after if isinstance(edit.after, Funding) else Funding.OPEN
        return self.say(words.FUNDING[funding], name=name)

    def _condition(self, edit: RuleEdit, name: str) -> str:
        old, new = self._told(edit, later=False), self._told(edit, later=True)
        part = self.say(words.PARTS[edit.part])
        return self.say(words.CONDITION, name=name, part=part, old=old, new=new)

    def _money(self, edit: RuleEdit, name: str) -> str:
        old, new = (self._price(edit, later=each) for each in (False, True))
        return self.say(words.MONEY, name=name, old=old, new=new)

    def _basis(self, edit: RuleEdit, name: str) -> str:
        old, new = (
            self._labels(edit.shown_on, later=bool(later)).basis(each)
            if isinstance(each, LegalBasis)
            else self.say(words.NO_BASIS)
            for later, each in enumerate((edit.before, edit.after))
        )
        return self.say(words.BASIS, name=name, old=old, new=new)

    def _rate(self, edit: RuleEdit, name: str) -> str:
        old, new = edit.before, edit.after
        if isinstance(old, frozenset) and isinstance(new, frozenset):
            found = ((words.PLUS, new - old), (words.MINUS, old - new))
            moves = [self.say(text, ids=", ".join(sorted(ids))) for text, ids in found if ids]
            return self.say(words.LIST_CHANGED, name=name, moves=", ".join(moves))
        parts = {
            "name": name,
            "old": self._value(edit, old, later=False),
            "new": self._value(edit, new, later=True),
        }
        if isinstance(old, Decimal) and isinstance(new, Decimal):
            return self.say(words.RAISED if new > old else words.LOWERED, **parts)
        return self.say(words.UNSET if isinstance(new, Unknown) else words.SET, **parts)

    def _value(self, edit: RuleEdit, value: object, *, later: bool) -> str:
        book = self._after if later else self._before
        known: FactValue = value if isinstance(value, Decimal | frozenset) else Unknown()
        return self._labels(edit.shown_on, later=later).rate_value(book.rates[edit.id], known)

    def _one_of_several(self, edit: RuleEdit, name: str) -> str:
        part = self.say(words.PARTS[edit.part])
        id_ = edit.detail
        if edit.part is Part.COVERS:
            id_ = self.name(Subject.NEED, id_, edit.shown_on)
        old, new = self._told(edit, later=False), self._told(edit, later=True)
        parts = {"name": name, "part": part, "id": id_}
        if edit.before is None or edit.after is None:
            text = words.ADDED_PART if edit.before is None else words.DROPPED_PART
            told = self.say(words.TOLD, told=new if edit.before is None else old)
            return self.say(text, told=told, **parts)
        return self.say(words.OTHER_PART, old=old, new=new, **parts)

    def _told(self, edit: RuleEdit, *, later: bool) -> str:
        part = edit.after if later else edit.before
        labels = self._labels(edit.shown_on, later=later)
        if isinstance(part, Text):
            return labels.text(part)
        if isinstance(part, bool):
            return self.say(words.MAIN[part])
        if part is None:
            return self.say(words.NO_CONDITION)
        return _flat(clause(part, labels)) if isinstance(part, Condition) else str(part)

    def _price(self, edit: RuleEdit, *, later: bool) -> str:
        amount = edit.after if later else edit.before
        book = self._after if later else self._before
        if not isinstance(amount, Amount):
            return ""
        labels = self._labels(edit.shown_on, later=later)
        measure = not book.schemes[edit.id].is_instrument
        return labels.price(amount, measure=measure).rstrip(".*")

    def _reopens(self, edit: RuleEdit) -> str:
        """Return when what is shut opens again; empty where it does not, or nobody has said."""
        # A scheme that is new is no word, and cannot be looked for among some.
        if edit.part is not Part.FUNDING or edit.after not in _SHUT:
            return ""
        again = self._after.schemes[edit.id].opens_again(edit.shown_on)
        return self.say(words.REOPENS, day=numbers.day(again, self._language)) if again else ""


def _flat(told: Clause) -> str:
    if not told.parts:
        return told.text
    return f"{told.text} {'; '.join(map(_flat, told.parts))}"
