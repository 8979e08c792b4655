"""What else is otherwise between two rulebooks: what is read, and moves no advice."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from wizard.domain.facts import Question, Theme
from wizard.domain.impact import RuleEdit
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Scheme


def only_dates(edit: RuleEdit) -> bool:
    """Tell whether all that is otherwise is when a scheme was checked, or is to be."""
    was, now = edit.before, edit.after
    if not isinstance(was, Scheme) or not isinstance(now, Scheme):
        return False
    return replace(was, checked=now.checked, check_by=now.check_by) == now


def files_beside(before: Rulebook, after: Rulebook) -> Iterator[str]:
    """Yield the files with a difference that is no edit of a rate, fact, need, scheme or plan."""
    if before.sources != after.sources:
        yield "kilder.yaml"
    if _masthead(before) != _masthead(after):
        yield "regelverk.yaml"
    if before.plausibility != after.plausibility:
        yield "rimelighet.yaml"
    if [*map(_around, before.themes)] != [*map(_around, after.themes)]:
        yield "sporreskjema/"
    yield from _each("situasjoner", before.journeys, after.journeys)
    yield from _each("utgatt", before.abolished, after.abolished)


def _masthead(book: Rulebook) -> object:
    named = (book.name, book.owner, book.contact, book.version)
    return (named, book.shown, book.valid_from, book.asking)


def _around(theme: Theme) -> object:
    """Return a theme without its questions: those are facts, and so edits of their own."""
    items = tuple(each.id if isinstance(each, Question) else each for each in theme.items)
    return (theme.id, theme.name, theme.intro, theme.pages, items)


def _each(folder: str, was: Mapping[str, object], now: Mapping[str, object]) -> Iterator[str]:
    ids = sorted({**was, **now})
    yield from (f"{folder}/{id_}.yaml" for id_ in ids if was.get(id_) != now.get(id_))
