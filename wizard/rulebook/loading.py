"""From a folder of rule files to a rulebook, in the order that things rest on each other.

Sources and facts first, since conditions are read by the types of facts; then needs, then schemes,
then what is said about whole municipalities.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from wizard.domain.facts import DerivedFigure, ReferenceFigure
from wizard.domain.place import Place
from wizard.domain.plausibility import PlausibilityRules
from wizard.domain.rulebook import Journey, Rulebook
from wizard.rulebook.belonging import elsewhere, home_of
from wizard.rulebook.checks import (
    check_amounts,
    check_circles,
    check_journeys,
    check_names,
    check_uses,
)
from wizard.rulebook.guards import Guarded, guard
from wizard.rulebook.kinds.abolished import ABOLISHED
from wizard.rulebook.kinds.derived import DERIVED, settle_derived
from wizard.rulebook.kinds.figures import FIGURES
from wizard.rulebook.kinds.former import FORMER, settle_former
from wizard.rulebook.kinds.journeys import JOURNEY
from wizard.rulebook.kinds.masthead import MASTHEAD, Masthead
from wizard.rulebook.kinds.needs import NEED
from wizard.rulebook.kinds.plausibility import PLAUSIBILITY, check_helpers
from wizard.rulebook.kinds.questionnaire import settle_themes
from wizard.rulebook.kinds.questions import THEME, ThemeDraft
from wizard.rulebook.kinds.rates import RATES
from wizard.rulebook.kinds.schemes import INSTRUMENT, MEASURE
from wizard.rulebook.kinds.sources import SOURCES
from wizard.rulebook.layout import NAMED_AFTER, TELLS_OF, RuleFile, find, mark_lost
from wizard.rulebook.messages import form as say
from wizard.rulebook.problems import Problem, RulebookError
from wizard.rulebook.reading import Kind, Reading, Refused
from wizard.rulebook.shapes import Shape
from wizard.rulebook.tree import Node, parse

T = TypeVar("T")


# What was parsed of each file the last time, by its name: its bytes, its tree, and what is wrong.
Trees = dict[str, tuple[bytes, Node | None, list[Problem]]]


def load(
    folder: Path,
    today: date | None = None,
    trees: Trees | None = None,
    *,
    guarded: bool = True,
    tried: str | None = None,
) -> Rulebook:
    """Return the rulebook in a folder. With `today`, nothing can have been read after that day.

    Without `guarded`, what is well formed is believed. `trees` is for who loads the same folder
    again and again: it is filled in, and a file that is as it was is not parsed anew, which is most
    of the work. The file that is `tried` among the others is to blame where it comes in their way,
    and what is wrong with it is told first.

    Raises:
        RulebookError: something is wrong with it; the error carries every problem.

    """
    reading = Reading(today, tried)
    return load_files(find(folder, reading), reading, trees, guarded=guarded)


def load_files(
    files: list[RuleFile], reading: Reading, trees: Trees | None = None, *, guarded: bool = True
) -> Rulebook:
    """Return the rulebook that files make; the reading then knows what refers to what.

    Raises:
        RulebookError: as for `load`.

    """
    known: Trees = {} if trees is None else trees
    rulebook = _Book(files, reading, known).read(guarded=guarded) if files else None
    if reading.problems or rulebook is None:
        raise RulebookError(_causes_marked(reading))
    return rulebook


def _causes_marked(reading: Reading) -> Iterator[Problem]:
    """Yield the problems; those of the file that is tried are causes of what is wrong elsewhere."""
    for each in reading.problems:
        yield replace(each, cause=True) if each.place.file == reading.tried else each


def check(folder: Path, today: date | None = None) -> tuple[Problem, ...]:
    """Return everything that is wrong with the rulebook in a folder, sorted by place."""
    try:
        load(folder, today)
    except RulebookError as error:
        return error.problems
    return ()


class _Book:
    """The files of one rulebook on their way to becoming one."""

    def __init__(self, files: list[RuleFile], reading: Reading, known: Trees) -> None:
        self.files = files
        self.reading = reading
        self._known = known
        self.trees: dict[str, Node] = {}
        self.whole = not reading.problems  # nothing is missing, and nothing lies where it is unread
        for file in files:
            self._parse(file)

    def _parse(self, file: RuleFile) -> None:
        if file.folder in NAMED_AFTER:
            self.reading.define(NAMED_AFTER[file.folder], file.stem, file.place)
        if self._known.get(file.name, (b"",))[0] != file.content:
            self._known[file.name] = file.content, *parse(file.name, file.content)
        _, tree, problems = self._known[file.name]
        self.reading.problems.extend(problems)
        home = None if tree is None or problems else home_of(file, tree)
        if tree is not None and home is None:
            self.trees[file.name] = tree
            return
        if lost := TELLS_OF.get(file.folder or file.stem):
            self.reading.incomplete.add(lost)
        if tree is not None and home is not None:
            mark_lost(home, self.reading)
            self.reading.problems.append(elsewhere(home, file, tree))

    def read(self, *, guarded: bool) -> Rulebook | None:
        """Return the rulebook, or nothing when there are problems."""
        reading = self.reading
        sources = self._file("kilder", SOURCES) or ()
        self._file("kommunetall", FIGURES)
        drafts = self._themes()
        settle_derived(self._file("nokkeltall", DERIVED) or (), reading)
        for rates in self._folder("satser", RATES).values():
            reading.rates.update(rates)
        themes = settle_themes(drafts, reading)
        plausibility = self._file("rimelighet", PLAUSIBILITY) or PlausibilityRules()
        masthead = self._file("regelverk", MASTHEAD)
        needs = self._folder("behov", NEED)
        schemes = {
            **self._folder("virkemidler", INSTRUMENT),
            **self._folder("tiltak", MEASURE),
        }
        abolished = self._folder("utgatt", ABOLISHED)
        journeys = self._folder("situasjoner", JOURNEY)
        former = settle_former(self._file("tidligere", FORMER) or (), reading)
        found = Guarded(needs, schemes, plausibility, masthead.most_jump if masthead else None)
        self._check(found, journeys, masthead, guarded=guarded)
        if masthead is None or reading.problems:
            return None
        return Rulebook(
            name=masthead.name,
            owner=masthead.owner,
            contact=masthead.contact,
            version=masthead.version,
            hash=hash_of(self.files),
            capacity=masthead.capacity,
            sources={source.id: source for source in sources},
            themes=themes,
            figures=_of(ReferenceFigure, reading),
            derived=_without(plausibility.derived, _of(DerivedFigure, reading)),
            rates=reading.rates,
            needs=needs,
            schemes=dict(sorted(schemes.items())),
            abolished=abolished,
            journeys=journeys,
            shown=masthead.shown,
            dwelling=masthead.dwelling,
            council=masthead.council,
            plan=masthead.plan,
            valid_from=masthead.valid_from,
            plausibility=plausibility,
            asking=masthead.asking,
            former=former,
        )

    def _check(
        self,
        found: Guarded,
        journeys: Mapping[str, Journey],
        masthead: Masthead | None,
        *,
        guarded: bool,
    ) -> None:
        """Report what is wrong between the files, once all that could be read is."""
        reading = self.reading
        reading.check_references()
        check_helpers(found.plausibility.derived, reading)
        check_circles(found.schemes, reading)
        check_names(found.schemes, reading)
        check_journeys(journeys, found.schemes, reading)
        if masthead is not None:
            check_amounts(found.schemes, masthead.dwelling, reading)
        if guarded:
            guard(found, reading)
        if self.whole and len(self.trees) == len(self.files):
            check_uses(reading, self.trees.values())

    def _file(self, stem: str, shape: Shape[T]) -> T | None:
        read = self._read("", shape, stem)
        return read.get(stem)

    def _folder(self, folder: str, shape: Shape[T]) -> dict[str, T]:
        return self._read(folder, shape)

    def _read(self, folder: str, shape: Shape[T], only: str = "") -> dict[str, T]:
        """Return what the folder's files say, by stem; a broken one is left out."""
        read: dict[str, T] = {}
        for file in self.files:
            tree = self.trees.get(file.name)
            if file.folder != folder or tree is None or (only and file.stem != only):
                continue
            self.reading.stem = file.stem
            try:
                read[file.stem] = shape.read(tree, self.reading)
            except Refused:
                continue
        return read

    def _themes(self) -> dict[str, ThemeDraft]:
        """Return the themes by id: the stem without the number, which is the order."""
        themes: dict[str, ThemeDraft] = {}
        numbers: dict[str, Place] = {}
        for stem, draft in self._folder("sporreskjema", THEME).items():
            number, _, id_ = stem.partition("-")
            place = Place(f"sporreskjema/{stem}.yaml", 1, 1)
            if number in numbers:
                wrong, taken = self.reading.in_the_way(numbers[number], place)
                self.reading.report(wrong, say.SAME_NUMBER, number=number, place=taken.file)
            numbers[number] = place
            self.reading.define(Kind.THEME, id_, place)
            themes[id_] = draft
        return themes


def _of(type_: type[T], reading: Reading) -> Mapping[str, T]:
    return {id_: fact for id_, fact in reading.facts.items() if isinstance(fact, type_)}


def _without(left_out: Mapping[str, T], all_: Mapping[str, T]) -> Mapping[str, T]:
    return {id_: fact for id_, fact in all_.items() if id_ not in left_out}


def hash_of(files: list[RuleFile]) -> str:
    """Return what the rulebook is: every file's name, length and bytes, in order of name."""
    digest = sha256()
    for file in files:
        digest.update(f"{file.name}\0{len(file.content)}\0".encode())
        digest.update(file.content)
    return digest.hexdigest()
