"""What an edit of the rules means, in sentences."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from wizard.domain.conditions import Severity
from wizard.domain.impact import Impact, Looked, Part, RuleEdit, Stand, Subject, Uses
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Counted, Language, Text, capfirst
from wizard.report import impact_words as words
from wizard.report.impact_edits import EditWording
from wizard.report.impact_rest import files_beside, only_dates
from wizard.report.impact_rows import OF_PLAN, Row, Sort, on_day, rows, together
from wizard.voice import numbers
from wizard.voice.words import IN_PLACE, OR, SEVERITIES_OF_NEED, VERDICTS

_NAMED, _NAMED_CASES = 8, 4
_MOST_ROWS = 40
_VERBS = {Sort.GAINED: words.GAINED, Sort.LOST: words.LOST, Sort.OTHER: words.OTHER}
_SIGNS = {Sort.GAINED: "+", Sort.ENTERS: "+", Sort.LOST: "−", Sort.LEAVES: "−"}
_ALONE = {
    Sort.MONEY: words.MONEY_MOVE,
    Sort.RESERVATIONS: words.RESERVED,
    Sort.ENTERS: words.ENTERS,
    Sort.LEAVES: words.LEAVES,
}


class ToldRow(NamedTuple):
    """What comes of one scheme or need on a day: a sign for what comes and goes, the sentence."""

    day: date
    sign: str
    text: str


class ToldEdit(NamedTuple):
    """An edit in words: its number, what is changed, where it stands, and where it is used."""

    number: int
    text: str
    place: str
    used: str


class ImpactWording:
    """The voice of an edit: `names` are the municipalities by number."""

    def __init__(
        self,
        impact: Impact,
        books: tuple[Rulebook, Rulebook],
        names: Mapping[str, str],
        language: Language,
    ) -> None:
        """Word what an edit from one rulebook to another means."""
        self.impact = impact
        self.language = language
        self._before, self._after = books
        self._names = names
        self._journeys = {**self._before.journeys, **self._after.journeys}
        self._edits = EditWording(*books, language)
        self.rows = rows(impact)

    def say(self, text: Text, **parts: object) -> str:
        """Return a phrase with its slots filled."""
        return text.to(self.language, **parts)

    def counted(self, text: Counted, n: int, **parts: object) -> str:
        """Return a phrase about so many."""
        return text.of(n, **{**parts, "n": self.number(n)}).to(self.language)

    def number(self, n: int) -> str:
        """Return a number as people read it."""
        return numbers.exact(Decimal(n), None, self.language)

    def day(self, day: date) -> str:
        """Return a date written out."""
        return numbers.day(day, self.language)

    def edits(self, *, most: int = _NAMED) -> tuple[ToldEdit, ...]:
        """Return the edits that decide something, each with the number that effects name it by.

        Of what it is used in, only so many of each kind are named.
        """
        pairs = enumerate(zip(self.impact.edits, self.impact.uses, strict=True), start=1)
        return tuple(
            ToldEdit(n, self.sentence(edit), self._place(edit), self._used(edit, used, most))
            for n, (edit, used) in pairs
            if edit.part is not Part.WORDING
        )

    def sentence(self, edit: RuleEdit) -> str:
        """Return an edit in words, also one of mere wording."""
        if edit.part is not Part.WORDING:
            return self._edits.sentence(edit)
        text = words.ONLY_DATES if only_dates(edit) else words.ONLY_WORDS
        return self.counted(text, 1, names=edit.id)

    def only_words(self) -> str:
        """Return which rules and files differ in what moves no advice; empty for none."""
        read = [each for each in self.impact.edits if each.part is Part.WORDING]
        dates = [each.id for each in read if only_dates(each)]
        told = (
            (words.ONLY_WORDS, [each.id for each in read if not only_dates(each)]),
            (words.ONLY_DATES, dates),
            (words.BESIDE, list(files_beside(self._before, self._after))),
        )
        return " ".join(
            self.counted(text, len(ids), names=self._capped(ids)) for text, ids in told if ids
        )

    @staticmethod
    def _place(edit: RuleEdit) -> str:
        return f"{edit.place.file}:{edit.place.line}" if edit.place.file else ""

    def _used(self, edit: RuleEdit, used: Uses, most: int) -> str:
        day, name = edit.shown_on, self._edits.name
        named = (
            (words.SCHEMES, [name(Subject.SCHEME, id_, day) for id_ in used.schemes]),
            (words.NEEDS, [name(Subject.NEED, id_, day) for id_ in used.needs]),
            (words.FACTS, [name(Subject.FACT, id_, day) for id_ in used.facts]),
            (words.JOURNEYS, [self.say(self._journeys[id_].name) for id_ in used.journeys]),
        )
        parts = [
            self.counted(text, len(all_), names=self._capped([f"«{n}»" for n in all_], most))
            for text, all_ in named
            if all_
        ]
        parts += [self.counted(words.TEXTS, used.texts)] if used.texts else []
        return self.say(words.USED, where="; ".join(parts)) if parts else self.say(words.NOT_USED)

    def _capped(self, names: Sequence[str], most: int = _NAMED) -> str:
        if len(names) <= most:
            return ", ".join(names)
        shown = ", ".join(names[:most])
        return self.say(words.MORE, names=shown, n=self.number(len(names) - most))

    def past(self) -> tuple[str, ...]:
        """Return that the past changes, how, and what to write instead; nothing if it does not."""
        if not self.impact.past_edits:
            return ()
        told = [
            self.say(words.PAST_EDIT, n=n, period=self._edits.period(each))
            + " "
            + self.say(_instead(each))
            for n, each in enumerate(self.impact.edits, start=1)
            if each.is_past(self.impact.today)
        ]
        return (self.say(words.PAST), *told, self._past_cases())

    def _past_cases(self) -> str:
        pairs = self.impact.past
        if not pairs:
            return self.say(words.PAST_NOBODY)
        names = [
            self.say(words.ON_DAY, name=self._journeys[e.answers].name, day=self.day(e.day))
            for e in pairs
        ]
        return self.counted(words.PAST_CASES, len(pairs), names=self._capped(names, _NAMED_CASES))

    def sums(self) -> tuple[str, ...]:
        """Return, for each day, how many pairs were looked at, reached and changed."""
        return tuple(map(self._sum, self.impact.days))

    def _sum(self, each: Looked) -> str:
        parts = {
            "day": self.day(each.day),
            "looked": self.number(each.looked),
            "touched": self.number(each.touched),
            "changed": self.number(each.changed),
            "kommuner": self.number(len(on_day(self.impact, each.day))),
            "all": self.number(len(self._names)),
        }
        if each.changed:
            return self.say(words.DAY, **parts)
        if each.touched:
            return self.say(words.ZERO, **parts)
        holds = any(edit.holds(each.day) for edit in self.impact.edits)
        return self.say(words.UNTOUCHED if holds else words.NOT_THAT_DAY, **parts)

    def who(self) -> Iterator[ToldRow]:
        """Yield who gets what, a scheme or need at a time: gains first, the most pairs first."""
        for alike in together(self.rows):
            first = alike[0]
            yield ToldRow(first.day, _SIGNS.get(first.sort, "·"), capfirst(self._told(alike)))

    def _told(self, alike: Sequence[Row]) -> str:
        row, where = alike[0], Counter[str]()
        for each in alike:
            where.update(each.municipalities)
        parts = {
            "name": self.named(row),
            "pairs": self.number(where.total()),
            "kommuner": self.counted(words.KOMMUNER, len(where)),
            "where": self._where(where) + ".",
            "because": self._because(alike),
        }
        if row.sort in _ALONE:
            return self.say(_ALONE[row.sort], **parts)
        moves = self._moves(alike)
        if row.sort is Sort.NEED:
            return self.say(words.NEED_MOVE, moves=moves, **parts)
        return self.say(words.MOVE, verb=self.say(_VERBS[row.sort]), moves=moves, **parts)

    def _moves(self, alike: Sequence[Row]) -> str:
        """Return from what to what, with how many pairs of each where there are several."""
        counted = Counter[str]()
        for each in alike:
            parts = {"old": self.stand(each.before), "new": self.stand(each.after)}
            counted[self.say(words.FROM_TO, **parts)] += each.pairs
        if len(counted) == 1:
            return next(iter(counted))
        found = counted.most_common()
        return "; ".join(self.say(words.SO_MANY, move=m, n=self.number(n)) for m, n in found)

    def _where(self, pairs: Mapping[str, int]) -> str:
        ordered = sorted(pairs, key=lambda one: (-pairs[one], one))
        return self._some_kommuner([self._names[one] for one in ordered])

    def _some_kommuner(self, names: Sequence[str]) -> str:
        if len(names) <= _NAMED:
            return ", ".join(names)
        shown = ", ".join(names[:_NAMED])
        return self.counted(words.MORE_KOMMUNER, len(names) - _NAMED, names=shown)

    def _because(self, alike: Sequence[Row]) -> str:
        if all(each.causes for each in alike):
            places = sorted({place for each in alike for place in each.causes})
            listed = self._edits.listed([str(place + 1) for place in places])
            return self.say(words.BECAUSE, numbers=listed)
        several = len(self.impact.edits) > 1
        return self.say(words.BECAUSE_OF_ALL) if alike[0].sort in OF_PLAN and several else ""

    def named(self, row: Row) -> str:
        """Return the name of the scheme or need that a row is about."""
        subject = Subject.NEED if row.sort is Sort.NEED else Subject.SCHEME
        return self._edits.name(subject, row.id, row.day)

    def scheme_name(self, scheme: str) -> str:
        """Return what a scheme is called on the last of the days looked at."""
        return self._edits.name(Subject.SCHEME, scheme, self.impact.days[-1].day)

    def stand(self, stand: Stand | tuple[Severity, ...] | None) -> str:
        """Return how a scheme or need stands, in a word or two."""
        if isinstance(stand, Stand):
            if stand.kind is None:
                return self.say(words.NO_SCHEME)
            told = IN_PLACE if stand.in_place else VERDICTS[stand.kind]
            return self.say(told).lower()
        if not stand:
            return self.say(words.NO_SCHEME)
        each = [self.say(SEVERITIES_OF_NEED[one]) for one in stand]
        return self._edits.listed(each, OR)

    def how(self) -> str:
        """Return what a pair is, and how many there are."""
        return self.counted(words.HOW, len(self._journeys), kommuner=self.number(len(self._names)))

    def stored(self) -> str:
        """Return how stored cases fare, in figures; empty where nobody asked."""
        found = self.impact.stored
        if found is None:
            return ""
        named = [f"{self._names[one]} {n}" for one, n in found.municipalities.items()]
        where = self.say(words.STORED_WHERE, names=self._some_kommuner(named)) if named else ""
        looked, changed = self.number(found.looked), self.number(found.changed)
        return self.say(words.STORED, looked=looked, changed=changed, where=where)

    def lines(self) -> Iterator[str]:
        """Yield it all for a terminal: the change, the past, the sums, who, what was looked at."""
        if not self.impact.edits:
            yield self.only_words() or self.say(words.NOTHING)
            return
        yield self.say(words.CHANGED)
        for edit in self.edits():
            yield f"  {edit.number}. {edit.text}" + (f" [{edit.place}]" if edit.place else "")
            yield f"     {edit.used}"
        if told := self.only_words():
            yield f"  {told}"
        yield from _section("", self.past())
        yield from _section(self.say(words.EFFECT), self.sums())
        yield from _section(self.say(words.WHO), self._first(self.who()))
        yield from _section(self.say(words.LOOKED), (self.how(), self.stored()))

    def _first(self, told: Iterator[ToldRow]) -> Iterator[str]:
        shown, all_ = "", list(told)
        for each in all_[:_MOST_ROWS]:
            day = self.day(each.day)
            if len(self.impact.days) > 1 and day != shown:
                shown = day
                yield day
            yield f"{each.sign} {each.text}"
        if len(all_) > _MOST_ROWS:
            yield self.counted(words.REST, len(all_) - _MOST_ROWS)
        where = (set[str]().union(*(e.municipalities for e in es)) for es in together(self.rows))
        if any(len(each) > _NAMED for each in where):
            yield self.say(words.ALL_KOMMUNER)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    told = [each for each in lines if each]
    if told:
        yield ""
        yield from ([title] if title else [])
        yield from (f"  {each}" for each in told)


def _instead(edit: RuleEdit) -> Text:
    """Return what to write for the past to be left alone."""
    if edit.subject is Subject.RATE and edit.part is Part.VALUE:
        return words.INSTEAD_RATE
    if edit.subject is Subject.SCHEME and edit.part is Part.WHOLE:
        return words.INSTEAD_NEW
    return words.INSTEAD_EDITION if edit.is_of_edition else words.INSTEAD_NONE
