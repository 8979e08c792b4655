"""What differs between two pieces of advice, in sentences, one group at a time."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wizard.domain.advice import NeedFinding, Verdict
from wizard.domain.comparison import (
    Because,
    Comparison,
    DeadlineChange,
    MemberChange,
    NeedChange,
    PhaseChange,
    RoleChange,
    ToldChange,
    UncoveredChange,
    VerdictChange,
)
from wizard.domain.conditions import Severity
from wizard.domain.text import Counted, Language, Text
from wizard.voice import comparison_words as words
from wizard.voice.causes import Causes
from wizard.voice.given import Given
from wizard.voice.sides import Sides
from wizard.voice.words import OR, SEVERITIES_OF_NEED, SEVERITY_OPEN

PLUS, MINUS = "+", "−"


class Entry(NamedTuple):
    """A sentence; or the head of several that share it, with those below.

    `sign` tells of what came in or went out, at a glance; empty for other changes.
    """

    text: str
    below: tuple[str, ...] = ()
    sign: str = ""


class Group(NamedTuple):
    """A heading and what stands under it. With `same`, only that nothing there differs."""

    title: str
    entries: tuple[Entry, ...]
    same: bool = False


class ComparisonWording:
    """The voice of a comparison."""

    def __init__(self, comparison: Comparison, language: Language | None = None) -> None:
        """Word the comparison in a language; in that of the later case unless told."""
        self.comparison = comparison
        self.language = language or comparison.after.case.language
        self._sides = Sides(comparison, self.language)
        self._say = self._sides.say
        self._was, self._now = self._sides.was, self._sides.now
        self._causes = Causes(self._sides)
        self.given = Given(self._sides)

    def title(self) -> str:
        """Return which kommuner and days are compared."""
        both = self.comparison
        old, day = both.before.as_of, both.after.as_of
        parts = {"old": self._was.labels.day(old), "day": self._now.labels.day(day)}
        if not both.same_municipality:
            return self._say(words.TITLE_TWO, **parts)
        template = words.TITLE_ONE_DAY if both.same_day else words.TITLE_TWO_DAYS
        return self._say(template, name=both.after.municipality.official_name, **parts)

    def nothing(self) -> str:
        """Return what to say when nothing differs."""
        return self._say(words.NOTHING)

    def groups(self) -> tuple[Group, ...]:
        """Return case, rules, needs, verdicts and bundle; none of them when nothing differs."""
        both = self.comparison
        if both.nothing_differs:
            return ()
        verdicts = [(self.moved(each), each.because, each.scheme) for each in both.verdicts]
        return (
            self._group(
                words.CASE,
                map(Entry, (*self.given.facts(), *self.given.priorities())),
                words.SAME_CASE,
            ),
            self._group(words.RULES, map(Entry, self.given.rules()), words.SAME_RULES),
            self._group(words.NEEDS, map(Entry, map(self.need, both.needs)), words.SAME_NEEDS),
            self._group(words.VERDICTS, self._sharing(verdicts), words.SAME_VERDICTS),
            self._group(words.BUNDLE, self._bundle(), words.SAME_BUNDLE),
        )

    def changed_rules(self) -> Group:
        """Return what differs in the rules; not their versions, which few know."""
        return self._group(words.RULES, map(Entry, self.given.changes()), words.SAME_RULES)

    def _group(self, title: Counted, entries: Iterable[Entry], same: Text) -> Group:
        found = tuple(entries)
        return Group(self._say(title), found or (Entry(self._say(same)),), same=not found)

    def _sharing(self, told: Sequence[tuple[str, Because, str]]) -> Iterable[Entry]:
        """Say a reason once for all that come of it. Each is what differs, why, and of what."""
        alike: dict[Because, list[tuple[str, str]]] = {}
        for what, because, subject in told:
            alike.setdefault(because, []).append((what, subject))
        for because, members in alike.items():
            if len(members) == 1 or not because.causes:
                yield from (
                    Entry(self._causes.because(what, because, subject)) for what, subject in members
                )
            else:
                head = self._say(words.SHARED, causes=self._causes.causes(because))
                yield Entry(head, tuple(f"{what}." for what, _ in members))

    def need(self, change: NeedChange) -> str:
        """Return how severe a need was and is, and why."""
        old, new = self._severity(change.before), self._severity(change.after)
        if old == new:
            old, new = self._among(change.before), self._among(change.after)
        what = self._say(words.NEED, name=self._sides.need_name(change.need), old=old, new=new)
        return self._causes.because(what, change.because)

    def _severity(self, finding: NeedFinding | None) -> str:
        severity = Severity.NONE if finding is None else finding.severity
        return self._say(SEVERITY_OPEN if severity is None else SEVERITIES_OF_NEED[severity])

    def _among(self, finding: NeedFinding | None) -> str:
        possible = finding.possible if finding else ()
        each = [self._say(SEVERITIES_OF_NEED[one]) for one in possible]
        listed = self._now.labels.listed(each, last=OR) if each else ""
        return self._say(words.SEVERITY_AMONG, all=listed)

    def verdict(self, change: VerdictChange) -> str:
        """Return what the verdict was and is, and why."""
        return self._causes.because(self.moved(change), change.because, change.scheme)

    def moved(self, change: VerdictChange) -> str:
        """Return what the verdict was and is, without a full stop."""
        before, after, scheme = change.before, change.after, self._sides.named(change.scheme)
        if before is None or after is None:
            return self._only_one(scheme, before, after)
        old, new = self._was.verdicts.label(before), self._now.verdicts.label(after)
        template = words.VERDICT
        if old == new:
            template = words.SETTLED if after.settled else words.UNSETTLED
        return self._say(template, scheme=scheme, old=old, new=new)

    def _only_one(self, scheme: str, before: Verdict | None, after: Verdict | None) -> str:
        if after:
            return self._say(words.VERDICT_NEW, scheme=scheme, new=self._now.verdicts.label(after))
        old = self._was.verdicts.label(before) if before else ""
        return self._say(words.VERDICT_GONE, scheme=scheme, old=old)

    def _bundle(self) -> Iterable[Entry]:
        both = self.comparison
        if not both.members and not both.same_bundle:
            yield Entry(self._say(words.SAME_MEMBERS))
        for each in both.members:
            yield Entry(self.member(each), sign=self._sign(came=each.before is None))
        yield from map(Entry, map(self.role, both.roles))
        yield from self._sharing([(self._placed(each), each.because, "") for each in both.phases])
        for change in both.told:
            yield Entry(self.told(change), sign=self._sign(came=change.came))
        yield from map(Entry, map(self.uncovered, both.uncovered))
        yield from map(Entry, map(self.deadline, both.deadlines))

    def _sign(self, *, came: bool) -> str:
        """Return plus or minus of what came or went; side by side nothing does."""
        if not self.comparison.same_municipality:
            return ""
        return PLUS if came else MINUS

    def member(self, change: MemberChange) -> str:
        """Return what came in or went out, why, and what the bundle says of it where it is out."""
        name = self._sides.scheme_name(change.scheme)
        template = words.IN if change.before is None else words.OUT
        what = self._say(template, name=name)
        sentence = self._causes.because(what, change.because, change.scheme)
        left_out = self._left_out(change)
        return f"{sentence} {left_out}" if left_out else sentence

    def _left_out(self, change: MemberChange) -> str:
        came = change.before is None
        voice = self._was if came else self._now
        bundle = voice.advice.bundle
        found = [voice.bundle.left_out(e) for e in bundle.left_out if e.scheme == change.scheme]
        found += [voice.plan.no_room(e) for e in bundle.no_room if e.scheme == change.scheme]
        text = " ".join(found)
        return self._say(words.FORMER, text=text) if came and text else text

    def role(self, change: RoleChange) -> str:
        """Return which needs a member carried and carries, and why."""
        old, new = self._needs(change.before), self._needs(change.after)
        name = self._sides.scheme_name(change.scheme)
        what = self._say(words.ROLE, name=name, old=old, new=new)
        return self._causes.because(what, change.because)

    def _needs(self, ids: tuple[str, ...]) -> str:
        names = [f"«{self._sides.need_name(each)}»" for each in ids]
        return self._now.labels.listed(names) if names else self._say(words.NO_NEED)

    def phase(self, change: PhaseChange) -> str:
        """Return when a member was to begin and is to begin, and why."""
        return self._causes.because(self._placed(change), change.because)

    def _placed(self, change: PhaseChange) -> str:
        old, new = self._was.bundle.phase(change.before), self._now.bundle.phase(change.after)
        return self._say(words.PHASE, name=self._sides.scheme_name(change.scheme), old=old, new=new)

    def told(self, change: ToldChange) -> str:
        """Return that a scheme came among those to make known, or is there no more."""
        name = self._sides.scheme_name(change.scheme)
        return self._say(words.TOLD if change.came else words.NOT_TOLD, name=name) + "."

    def uncovered(self, change: UncoveredChange) -> str:
        """Return that a severe need lost, or got, what carries it; or is severe no more."""
        name = self._sides.need_name(change.need)
        if change.after is None:
            finding = self._now.advice.needs.get(change.need)
            severe = finding is not None and finding.severity is Severity.SEVERE
            return self._say(words.COVERED if severe else words.NOT_SEVERE, name=name)
        sentence = self._now.bundle.uncovered(change.after)
        return self._say(words.UNCOVERED, sentence=sentence, name=name)

    def deadline(self, change: DeadlineChange) -> str:
        """Return the next day to apply by, as it was and as it is."""
        was = self._was.offers.deadline(self._was.advice.verdicts[change.scheme])
        now = self._now.offers.deadline(self._now.advice.verdicts[change.scheme])
        name = self._sides.scheme_name(change.scheme)
        return self._say(words.DEADLINE, name=name, old=was, new=now)
