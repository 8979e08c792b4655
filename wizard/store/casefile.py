"""The case file (svarfil): small readable JSON that says everything a case is.

`sak.schema.json` is the published form. What comes in is typed against the rulebook here, at
the door; every problem is reported at once, each with its place.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum, auto
from typing import Any

from wizard.domain.answers import read_date, write_value
from wizard.domain.case import Answer, Case, Versions
from wizard.domain.days import (
    days_of_a_case,
    days_of_a_kept_meeting,
    days_of_a_meeting,
    until_this_year,
)
from wizard.domain.facts import Unit
from wizard.domain.faults import BadValue
from wizard.domain.follow_up import FollowUp
from wizard.domain.frozen import FrozenFigure
from wizard.domain.memo_fields import MEMO_FIELDS, MemoField, MemoFieldKind
from wizard.domain.review import NAME, REASON, REVIEW_FIELDS, ROLE
from wizard.domain.rulebook import Rulebook
from wizard.domain.suggestion import suggestion
from wizard.domain.text import Language, Text, joined
from wizard.engine.facts import frozen_figures
from wizard.municipalities import Municipalities
from wizard.municipalities.telling import told_of_number
from wizard.store import present
from wizard.store import problems as say
from wizard.store.faults import describe, describe_figure
from wizard.store.figures import FROM_FILE, NotTheirsError, ReadFigure, held_against_ours
from wizard.store.follow_up import KEY, follow_up_from_json, follow_up_to_json
from wizard.store.priorities import Priorities, priorities_from_json, priorities_to_json
from wizard.store.problems import CasefileError, CaseProblem, pointer
from wizard.store.review import review_from_json, review_to_json
from wizard.store.shape import parse, shape_problems, sound_part
from wizard.store.texts import received
from wizard.store.values import (
    answer_from_json,
    answer_to_json,
    askable,
    figure_from_json,
    figure_to_json,
    means_dont_know,
    prefilled_questions,
)

FORMAT = "virkemiddelveiviseren/sak/1"
RETIRED = "utgatte_svar"


class Whose(Enum):
    """Of whom a case may be: a municipality, also one that is gone, or whatever its number."""

    PRESENT = auto()
    FORMER_TOO = auto()
    ANYBODY = auto()


def read(
    data: bytes,
    rulebook: Rulebook,
    municipalities: Municipalities,
    today: date,
    whose: Whose = Whose.PRESENT,
) -> Case:
    """Return the case that a file holds. It cannot be from a day after `today`.

    Raises:
        CasefileError: the file is no case for this rulebook; it says everything that is wrong.

    """
    return _read(parse(data), _Reader(rulebook, municipalities, today, whose))


def read_parsed(
    raw: Any,  # noqa: ANN401 - JSON has no better type
    rulebook: Rulebook,
    municipalities: Municipalities,
    today: date,
) -> Case:
    """Return the case that JSON holds, which `shape.parse` has made of what was sent.

    Raises:
        CasefileError: as `read`.

    """
    return _read(raw, _Reader(rulebook, municipalities, today))


def reopen(frozen: str, rulebook: Rulebook, municipalities: Municipalities, today: date) -> Case:
    """Return a case of our own that `write` froze earlier: its figures are taken at their word.

    They cannot be held against the bundled ones, which may be of a later edition.

    Raises:
        CasefileError: it is no case for this rulebook, or its municipality is no more.

    """
    return _read(parse(frozen.encode()), _Reader(rulebook, municipalities, today, ours=True))


def _read(parsed: Any, reader: "_Reader") -> Case:  # noqa: ANN401 - JSON has no better type
    raw, found = received(parsed)
    at_fault = {problem.pointer for problem in found}
    found += [each for each in shape_problems(raw, FORMAT) if each.pointer not in at_fault]
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise CasefileError(found)
    case = reader.case(reader.of_today(sound_part(raw, found)))
    if found or reader.problems or case is None:
        raise CasefileError([*found, *reader.problems])
    return case


def write(case: Case) -> str:
    """Return the file of a case: the same case always gives the same text."""
    chosen = priorities_to_json(case.priorities)
    reviewed = review_to_json(case.review)
    whole = {
        "format": FORMAT,
        "kommune": case.municipality_number,
        "dato": case.as_of.isoformat(),
        "maalform": case.language.value,
        "svar": {id_: answer_to_json(case.answers[id_]) for id_ in sorted(case.answers)},
        **({RETIRED: dict(sorted(case.retired.items()))} if case.retired else {}),
        **({} if chosen is None else {"prioritering": chosen}),
        "tall": {id_: figure_to_json(case.figures[id_]) for id_ in sorted(case.figures)},
        "radgiver": {name: text for name, text in sorted(case.adviser.items()) if text},
        **({} if reviewed is None else {"gjennomgang": reviewed}),
        **({KEY: follow_up_to_json(case.follow_up)} if case.follow_up else {}),
        "versjoner": {
            "regelverk": case.versions.rulebook,
            "tall": case.versions.figures,
            "program": case.versions.program,
        },
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


class _Reader:
    """Types a file of the right shape, and keeps every problem it meets."""

    def __init__(
        self,
        rulebook: Rulebook,
        municipalities: Municipalities,
        today: date,
        whose: Whose = Whose.PRESENT,
        *,
        ours: bool = False,
    ) -> None:
        """Read as of today; `ours` is a file whose figures nobody can have changed."""
        self._whose = whose
        self._ours = ours
        self._rulebook = rulebook
        self._municipalities = municipalities
        self._days = days_of_a_case(rulebook, today)
        self._prefilled = prefilled_questions(rulebook)
        self._askable = {
            id_: until_this_year(fact, today) for id_, fact in askable(rulebook).items()
        }
        self.problems: list[CaseProblem] = []
        self._of_other_rules = False
        self._retired: dict[str, Any] = {}

    def of_today(self, raw: dict[str, Any]) -> dict[str, Any]:
        """Return the file by the ids that things have in the rulebook."""
        return present.case(raw, self._rulebook.former)

    def case(self, raw: dict[str, Any]) -> Case | None:
        versions = raw.get("versjoner", {})
        self._of_other_rules = versions.get("regelverk", "") not in {"", self._rulebook.hash}
        self._retired = {
            id_: each for id_, each in raw.get(RETIRED, {}).items() if each is not None
        }
        as_of = self._day(raw.get("dato", ""))
        self._check_municipality(raw)
        answers = {
            id_: answer
            for id_, each in raw.get("svar", {}).items()
            if (answer := self._answer(id_, each)) is not None
        }
        same_edition = versions.get("tall") == self._municipalities.version
        figures: dict[str, ReadFigure] = {}
        if self._are_of_the_municipality(raw):
            figures = self._figures(raw, same_edition=same_edition)
        corrections = {
            id_: each.correction for id_, each in figures.items() if each.correction is not None
        }
        priorities = self._priorities(raw.get("prioritering"))
        adviser: dict[str, str] = raw.get("radgiver", {})
        self._check_texts("radgiver", MEMO_FIELDS, adviser)
        review: dict[str, Any] = raw.get("gjennomgang", {})
        self._check_texts("gjennomgang", REVIEW_FIELDS, review)
        self._check_reasons(review)
        follow_up = self._follow_up(raw)
        self._check_meeting(answers, as_of)
        if as_of is None or not {"kommune", "maalform"} <= raw.keys():
            return None
        return Case(
            municipality_number=raw["kommune"],
            as_of=as_of,
            language=Language(raw["maalform"]),
            answers={**corrections, **answers},
            figures={id_: each.frozen for id_, each in figures.items() if each.frozen},
            adviser=adviser,
            versions=Versions(
                versions.get("regelverk", ""), versions.get("tall", ""), versions.get("program", "")
            ),
            priorities=priorities,
            review=review_from_json(review),
            follow_up=follow_up,
            retired={id_: each for id_, each in self._retired.items() if id_ not in answers},
        )

    def _report(self, *path: str | int, message: Text) -> None:
        self.problems.append(CaseProblem(pointer(*path), message))

    def _day(self, raw: str) -> date | None:
        if not raw:
            return None
        try:
            day = date.fromisoformat(raw)
        except ValueError:
            self._report("dato", message=say.NOT_A_DAY.format(found=raw))
            return None
        self._check_day(day, "dato")
        return day

    def _check_day(self, day: date, key: str) -> None:
        if day not in self._days:
            early = self._days.is_before(day)
            message = say.BEFORE_THE_RULES if early else say.AFTER_TODAY
            first, last = self._days.first, self._days.last
            self._report(key, message=message.format(found=day, first=first, last=last))

    def _check_meeting(self, answers: Mapping[str, Answer], as_of: date | None) -> None:
        """Report a council meeting in another age than the case: most likely a slip in the year."""
        council = self._rulebook.council
        meeting = answers.get(council.meeting) if council else None
        if council is None or as_of is None or not isinstance(meeting, date):
            return
        if meeting not in days_of_a_kept_meeting(self._rulebook, as_of):
            days = days_of_a_meeting(as_of)
            message = say.FAR_MEETING.format(found=meeting, first=days.first, last=days.last)
            self._report("svar", council.meeting, message=message)

    def _check_texts(self, key: str, fields: Sequence[MemoField], texts: Mapping[str, str]) -> None:
        for field in fields:
            if fault := _fault_of(texts.get(field.id), field.kind):
                self._report(key, field.id, message=fault)

    def _check_reasons(self, review: Mapping[str, Any]) -> None:
        """Report an adviser without a name or a role, and each choice without its reason."""
        for field in (NAME, ROLE):
            if review and not review.get(field.id, "").strip():
                self._report("gjennomgang", field.id, message=say.WHO_REVIEWS)
        for id_, each in review.get("tiltak", {}).items():
            reason = each.get(REASON.id, "")
            if "med" in each and not reason.strip():
                self._report("gjennomgang", "tiltak", id_, REASON.id, message=say.NO_REASON)
            elif fault := _fault_of(reason, REASON.kind):
                self._report("gjennomgang", "tiltak", id_, REASON.id, message=fault)

    def _check_municipality(self, raw: dict[str, Any]) -> None:
        """Report a number that no municipality has, with those that may have been meant."""
        number, known = raw.get("kommune", ""), self._municipalities
        if not number or known.has(number):
            return
        search = known.search(number)
        if self._whose is Whose.ANYBODY or (self._whose is Whose.FORMER_TOO and search.former):
            return
        owner = self._owner_of_figures(raw)  # the figures know better than how digits look
        near = (known.get(owner),) if known.has(owner) else known.near(number)
        told = told_of_number(search, near)
        self.problems.append(CaseProblem(pointer("kommune"), told, is_lost=True))

    def _answer(self, id_: str, raw: Any) -> Answer | None:  # noqa: ANN401 - JSON
        fact = self._askable.get(id_)
        if fact is None and self._of_other_rules:
            self._retire(id_, raw)
            return None
        if fact is None:
            unknown = say.UNKNOWN_QUESTION.format(id=id_)
            message = joined(unknown, suggestion(id_, self._askable))
            there = id_ in self._rulebook.facts
            self._report("svar", id_, message=_not_theirs(id_, None) if there else message)
            return None
        if raw is None:
            return None
        try:
            return answer_from_json(raw, fact, self._prefilled.get(id_))
        except BadValue as bad:
            if self._of_other_rules:
                self._retire(id_, raw)
            else:
                self._report("svar", id_, message=describe(bad))
            return None

    def _retire(self, id_: str, raw: Any) -> None:  # noqa: ANN401 - JSON
        """Keep what other rules asked for or had: theirs was an honest file."""
        if raw is not None:
            self._retired[id_] = raw

    def _follow_up(self, raw: dict[str, Any]) -> FollowUp | None:
        """Return the follow-up; report a day that is none. What is not ours says so, as figures."""
        found = raw.get(KEY)
        if found is None:
            return None
        ours = self._bundled(raw.get("kommune", ""))

        def take(id_: str, figure: FrozenFigure) -> FrozenFigure:
            sure = self._ours or figure == ours.get(id_)
            return figure if sure else replace(figure, source=FROM_FILE)

        try:
            follow_up = follow_up_from_json(found, self._rulebook, take)
        except (KeyError, TypeError):
            return None  # its shape has been reported
        except ValueError:
            self._report(KEY, message=say.BAD_DAYS)
            return None
        for day in {follow_up.plan.as_of, *(mark.on for mark in follow_up.marks.values())}:
            self._check_day(day, KEY)
        return follow_up

    def _figures(self, raw: dict[str, Any], *, same_edition: bool) -> dict[str, ReadFigure]:
        known, ours = self._rulebook.figures, self._bundled(raw.get("kommune", ""))
        found: dict[str, ReadFigure] = {}
        # We have none of a municipality that is gone to hold them against; none is carried over.
        at_their_word = self._ours or not self._municipalities.has(raw.get("kommune", ""))
        for id_, each in raw.get("tall", {}).items():
            if id_ not in known and self._of_other_rules:
                self._retire(id_, each.get("verdi"))
                continue
            if id_ not in known:
                message = joined(say.UNKNOWN_FIGURE.format(id=id_), suggestion(id_, known))
                self._report("tall", id_, message=message)
                continue
            asked, bundled = self._prefilled.get(id_), ours.get(id_)
            try:
                found[id_] = (
                    ReadFigure(figure_from_json(each, known[id_], asked))
                    if at_their_word
                    else held_against_ours(
                        each, known[id_], asked, bundled, same_edition=same_edition
                    )
                )
            except BadValue as bad:
                if self._of_other_rules:
                    # Not by its own name: there it would be read as an answer when it fits again.
                    self._retire(f"{id_}_i_filen", each.get("verdi"))
                else:
                    self._report("tall", id_, "verdi", message=describe_figure(bad))
            except NotTheirsError:
                self._report("tall", id_, "verdi", message=_not_theirs(id_, bundled))
        return found

    def _are_of_the_municipality(self, raw: dict[str, Any]) -> bool:
        """Tell whether the figures are of the case's municipality; report whose they are if not."""
        theirs, number = self._owner_of_figures(raw), raw.get("kommune", "")
        owner = self._named(theirs)
        if theirs == number or owner is None or not self._municipalities.has(number):
            return True
        message = say.FIGURES_OF_ANOTHER.format(owner=owner, own=self._named(number))
        self._report("kommune", message=message)
        return False

    def _owner_of_figures(self, raw: dict[str, Any]) -> str:
        """Return the number of the municipality that the figures say they are of, if they do."""
        figures = self._rulebook.figures.values()
        own = (each.id for each in figures if each.unit is Unit.MUNICIPALITY_NUMBER)
        return str(raw.get("tall", {}).get(next(own, ""), {}).get("verdi", ""))

    def _named(self, number: str) -> str | None:
        """Return a municipality of now or before by number and name; `None` if there is none."""
        if self._municipalities.has(number):
            return f"{number} {self._municipalities.get(number).label}"
        former = self._municipalities.search(number).former
        return f"{number} {former[0].name}" if former and former[0].number == number else None

    def _bundled(self, number: str) -> dict[str, FrozenFigure]:
        try:
            return frozen_figures(self._rulebook, self._municipalities.get(number))
        except KeyError:
            return {}  # it has been reported

    def _priorities(self, raw: Any) -> Priorities:  # noqa: ANN401 - JSON
        if isinstance(raw, str) and not means_dont_know(raw):
            self._report("prioritering", message=say.WRONG_PRIORITIES)
            return None
        found = priorities_from_json(raw)
        needs = self._rulebook.needs
        for place, need in enumerate(found if isinstance(found, tuple) else ()):
            if need not in needs and not self._of_other_rules:
                unknown = joined(say.UNKNOWN_NEED.format(id=need), suggestion(need, needs))
                message = say.PRIORITY_AND_DONT_KNOW if means_dont_know(need) else unknown
                self._report("prioritering", place, message=message)
        if isinstance(found, tuple) and self._of_other_rules:
            gone = [need for need in found if need not in needs]
            self._retire("prioritering", gone or None)
            return tuple(need for need in found if need in needs) or None
        return found


def _fault_of(text: str | None, kind: MemoFieldKind) -> Text | None:
    """Return what is wrong with a text of the memo: no such day, or a line that is broken."""
    if text is None or kind is MemoFieldKind.PARAGRAPHS:
        return None
    if kind is MemoFieldKind.LINE:
        return say.ONE_LINE if "\n" in text else None
    try:
        read_date(text)
    except BadValue:
        return say.NOT_A_DAY.format(found=text)
    return None


def _not_theirs(id_: str, ours: FrozenFigure | None) -> Text:
    """Return why nobody can say that of a fact, and what to do instead."""
    if ours is None:
        return joined(say.NOT_ASKED, say.TAKE_AWAY).format(id=id_)
    return joined(say.NOT_ASKED, say.WRITE_OURS).format(id=id_, ours=write_value(ours.value))
