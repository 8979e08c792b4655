"""What the core takes of the kommune's own money, and what others may put in.

Two panels with a scale each. The first is the kommune's own money against what it has. The second
is what the state offers for one dwelling or one application, with what is then left: nobody knows
how many there will be, so it is never added up, and a loan is never the kommune's own money.
"""

from dataclasses import dataclass
from decimal import Decimal

from wizard.domain.money import MoneySketch
from wizard.domain.plan import Cost, FromOthers
from wizard.domain.schemes import AmountKind
from wizard.memo.charts import words
from wizard.memo.charts.chart import Chart
from wizard.memo.charts.kroner import about, kroner
from wizard.memo.charts.metrics import width, wrapped
from wizard.memo.charts.svg import BOLD, FULL_PAGE, PLAIN, TEXT, Box, Drawing, Style
from wizard.report.case import CaseAccount, Member
from wizard.voice.money_words import PAYERS
from wizard.voice.rounding import round_sketch
from wizard.voice.words import OR

_NAMES = 156.0  # how wide the column of names is
_GUTTER = 14.0
_LINE, _THICK, _ROW_SPACE = 11.0, 10.0, 6.0
_STUB = 16.0  # the length of what nobody knows
_GAP = 4.0
_LOANS = frozenset({AmountKind.LOAN_TO_VALUE, AmountKind.EXCEPTION})


@dataclass(frozen=True, slots=True)
class _Given:
    """What others may put in through one measure. Kroner; `None` is not known.

    `rest` is what is left of the example dwelling, `is_lacking` when nobody pays it by the rules.
    """

    most: Decimal | None
    rest: Decimal | None
    of_dwelling: bool
    is_loan: bool
    payers: str
    label: str


@dataclass(frozen=True, slots=True)
class _Row:
    """One measure: its number and name, what it takes, and what others may put in."""

    name: str
    cost: Cost
    own: str
    given: _Given | None


def money_bars(report: CaseAccount) -> Chart | None:
    """Draw the money of the core; none where it takes nothing but time, and brings nothing."""
    total = report.advice.plan.year.cost
    offered = {each.scheme: each for each in report.advice.plan.year.others}
    rows = [
        _row(report, number, member, offered.get(member.item.scheme))
        for number, member in enumerate(report.members, start=1)
        if member.item.phase.in_core
    ]
    if not any(each.given or each.cost != Cost() for each in rows):
        return None
    has, own = _has(report), report.wording.brief.own_of_year(_known(report, total))
    told = [_told(report, each) for each in rows]
    told.append(report.say(words.MONEY_TOLD, name=report.say(words.SUM), own=own))
    told += [has] if has else []
    alternative = f"{'. '.join(told)}."
    return Chart(
        title=_title(report, total, own, has),
        svg=_Page(report, rows, total, own).svg(alternative),
        alternative=alternative,
        source=report.say(words.MONEY_SOURCE if has else words.MONEY_SOURCE_OPEN, has=has),
        notes=_notes(report, rows, total),
        wide=True,
    )


def _title(report: CaseAccount, total: Cost, own: str, has: str) -> str:
    template = words.MONEY_TITLE_UNKNOWN if total.unknown else words.MONEY_TITLE
    cost = report.say(template, cost=own)
    return f"{cost} {has}." if has else cost


def _notes(report: CaseAccount, rows: list[_Row], total: Cost) -> tuple[str, ...]:
    notes = [report.say(words.NEVER_ADDED)] if any(each.given for each in rows) else []
    numbers = [
        str(number)
        for number, each in enumerate(report.members, start=1)
        if each.item.scheme in total.held
    ]
    if numbers:
        notes.append(report.say(words.HELD, numbers=report.wording.labels.listed(numbers)))
    return tuple(notes)


def _told(report: CaseAccount, row: _Row) -> str:
    if row.given is None:
        return report.say(words.MONEY_TOLD, name=row.name, own=row.own)
    return report.say(words.MONEY_TOLD_OTHERS, name=row.name, own=row.own, others=row.given.label)


def _has(report: CaseAccount) -> str:
    """Return what the kommune has; empty where that has no upper end."""
    means, has = report.advice.plan.means, report.advice.plan.year.has_money
    if has is None:
        return ""
    if not has:
        return report.say(words.HAS_NONE)
    template = words.HAS if means.money_stated else words.HAS_ASSUMED
    return report.say(template, have=kroner(report, has))


def _own(report: CaseAccount, cost: Cost) -> str:
    """Return what a measure takes of own money, in words."""
    return report.say(words.NOT_KNOWN) if cost.unknown else _known(report, cost)


def _known(report: CaseAccount, cost: Cost) -> str:
    least = kroner(report, cost.least)
    if cost.most is None:
        return report.say(words.AT_LEAST_MONEY, least=least)
    if not cost.most:
        return report.say(words.TIME_ONLY)
    most = kroner(report, cost.most)
    return report.say(words.FROM_TO if cost.least else words.UP_TO, least=least, most=most)


def _row(report: CaseAccount, number: int, member: Member, offer: FromOthers | None) -> _Row:
    sketch = report.advice.money.get(member.item.scheme)
    given = _given(report, sketch, offer) if sketch and offer else None
    name = f"{number} {member.account.scheme.headline}"
    return _Row(name, member.cost, _own(report, member.cost), given)


def _given(report: CaseAccount, exact: MoneySketch, offer: FromOthers) -> _Given:
    sketch, labels = round_sketch(exact), report.wording.labels
    loan = sketch.kind in _LOANS
    named = [report.say(PAYERS[each]) for each in sketch.payers]
    payers = labels.listed(named, last=OR) if named else ""
    if not isinstance(offer.most, Decimal):
        label = report.say(words.DECIDED_LATER)
        return _Given(None, None, offer.of_dwelling, loan, payers, label)
    most = sketch.most if isinstance(sketch.most, Decimal) else offer.most
    rest = sketch.rest if offer.of_dwelling and isinstance(sketch.rest, Decimal) else None
    shown = kroner(report, most) if most == offer.most else about(report, most)
    told = [report.say(words.LOAN if loan else words.GRANT, most=shown)]
    if rest:
        left = about(report, rest)
        # What a loan does not cover, nobody has promised.
        open_end = loan or not payers
        template = words.REST_MISSING if open_end else words.REST_PAID
        told.append(report.say(template, rest=left, payers=payers))
    elif rest is None and payers:
        told.append(report.say(words.REST_OPEN, payers=payers))
    return _Given(most, rest, offer.of_dwelling, loan, payers, ", ".join(told))


class _Page:
    """The two panels, row by row from the top."""

    def __init__(self, report: CaseAccount, rows: list[_Row], total: Cost, own: str) -> None:
        self._report, self._rows, self._total = report, rows, total
        self._own = own
        self._money = report.advice.plan.year.has_money
        self._drawing = Drawing(FULL_PAGE)
        others = [each.given for each in rows if each.given]
        room = FULL_PAGE - _NAMES - _GUTTER
        self._across = (room - _GUTTER) / 2 if others else room
        self._left = _NAMES + _GUTTER
        self._right = self._left + self._across + _GUTTER
        self._scale = self._scale_of([*(each.cost for each in rows), total])
        money = self._money
        self._limit = None if money is None else self._left + float(money) * self._scale
        most = max((float((each.most or 0) + (each.rest or 0)) for each in others), default=0.0)
        self._other_scale = (self._across - _STUB) / most if most else 0.0
        self._others = bool(others)

    def _scale_of(self, costs: list[Cost]) -> float:
        ends = [float(each.least if each.most is None else each.most) for each in costs]
        most = max(*ends, float(self._money or 0))
        return (self._across - _STUB - 2) / most if most else 0.0

    def svg(self, alternative: str) -> str:
        """Return the drawing."""
        say, drawing = self._report.say, self._drawing
        drawing.text((self._left, TEXT), say(words.OWN_MONEY), BOLD)
        self._name_limit()
        if self._others:
            lines = wrapped(say(words.FROM_OTHERS), self._across, TEXT, bold=True)
            for number, line in enumerate(lines):
                drawing.text((self._right, TEXT + _LINE * number), line, BOLD)
        top = 2 * _LINE + 5 if self._others or self._limit is not None else _LINE + 5
        for row in self._rows:
            top = self._row(row, top) + _ROW_SPACE
        drawing.line((0, top - 3), (self._left + self._across, top - 3), "border", 0.6)
        drawing.text((0, top + TEXT), say(words.SUM), BOLD)
        top = self._own_bar(self._total, self._own, top, BOLD)
        return drawing.svg(top + 2, alternative)

    def _name_limit(self) -> None:
        """Write what the kommune has over where it stands on the scale."""
        if self._limit is None:
            return
        means, money = self._report.advice.plan.means, self._money or Decimal(0)
        template = words.HAS_UP_TO if means.money_stated else words.HAS_ASSUMED
        text = self._report.say(template, have=kroner(self._report, money))
        if not money:
            text = self._report.say(words.HAS_NOTHING)
        left = max(self._limit - width(text, TEXT) + 2, self._left)
        self._drawing.text((left, TEXT + _LINE), text)

    def _row(self, row: _Row, top: float) -> float:
        """Draw a row; return where it ends."""
        ends = [self._lines(row.name, Box(0, top, _NAMES, 0), PLAIN)]
        ends.append(self._own_bar(row.cost, row.own, top, PLAIN))
        if row.given:
            end = self._given_bar(row.given, top)
            ends.append(self._label(row.given.label, Box(self._right, top, end, 0), PLAIN))
        return max(ends)

    def _lines(self, text: str, box: Box, style: Style) -> float:
        """Write a text in as many lines as it takes; return where it ends."""
        lines = wrapped(text, box.across, TEXT, bold=style.bold)
        for number, line in enumerate(lines):
            self._drawing.text((box.x, box.y + TEXT + _LINE * number), line, style)
        return box.y + _LINE * len(lines)

    def _label(self, text: str, bar: Box, style: Style, wall: float | None = None) -> float:
        """Write what a bar is: beside it where it has room before the wall, or else below it."""
        across = width(text, TEXT, bold=style.bold)
        edge = bar.x + self._across
        if wall is not None and bar.x + bar.across < wall:
            edge = wall - 2
        if bar.x + bar.across + 2 * _GAP + across <= edge:
            self._drawing.text((bar.x + bar.across + _GAP, bar.y + TEXT), text, style)
            return bar.y + _LINE
        return self._lines(text, Box(bar.x, bar.y + _THICK + 1, self._across, 0), style)

    def _own_bar(self, cost: Cost, label: str, top: float, style: Style) -> float:
        """Draw what is sure solid, what it may come to hatched, and an end without a wall open.

        Return where the bar and its label end.
        """
        least = float(cost.least) * self._scale
        end = least if cost.most is None else float(cost.most) * self._scale
        if least:
            self._drawing.rect(Box(self._left, top + 1, least, _THICK - 1), "accent")
        if end > least:
            box = Box(self._left + least, top + 1, end - least, _THICK - 1)
            self._drawing.hatched(box, "accent")
        if cost.unknown or cost.most is None:
            end = self._open(self._left + end, top) - self._left
        elif not cost.most:
            self._drawing.line((self._left, top + 1), (self._left, top + _THICK), "text", 1.2)
        if self._limit is not None:
            self._drawing.line(
                (self._limit, top - 2), (self._limit, top + _THICK + 2), "danger", 1.6
            )
        return self._label(label, Box(self._left, top, end, 0), style, self._limit)

    def _open(self, left: float, top: float) -> float:
        """Draw an end that nobody knows, as lines that go on; return where they stop."""
        for y in (top + 1.4, top + _THICK - 0.4):
            self._drawing.line((left, y), (left + _STUB, y), "text-subtle", 0.8, dashed=True)
        self._drawing.line((left, top + 1), (left, top + _THICK), "text-subtle", 0.8)
        return left + _STUB

    def _given_bar(self, given: _Given, top: float) -> float:
        """Draw what others may put in, and what is then left; return how long it is."""
        if given.most is None:
            return self._open(self._right, top) - self._right
        most = float(given.most) * self._other_scale
        box = Box(self._right, top + 1, most, _THICK - 1)
        self._drawing.rect(box, "accent-tinted" if given.is_loan else "accent-border", "accent")
        if given.rest:
            rest = float(given.rest) * self._other_scale
            self._drawing.hatched(Box(box.x + most, top + 1, rest, _THICK - 1), "text-subtle")
            most += rest
        elif given.rest is None:
            most = self._open(box.x + most, top) - self._right
        return most
