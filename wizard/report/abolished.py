"""What is said of a scheme that no longer exists, to those who still ask for it by name."""

from dataclasses import dataclass

from wizard.domain.rulebook import Abolished, Rulebook
from wizard.domain.suggestion import suggestion
from wizard.domain.text import Text, joined
from wizard.voice import words
from wizard.voice.labels import Labels

_NO_SCHEME = Text("Det finnes ingen ordning «{id}».", "Det finst inga ordning «{id}».")
_INSTEAD = Text(" Se heller på: {instead}.", " Sjå heller på: {instead}.")


@dataclass(frozen=True, slots=True)
class AbolishedAccount:
    """How it stands on the day of the case, what happened, and what to use instead.

    `heading` says whether it was there that day, `when` from and until when, as far as anybody
    has said. `was_there`: the case is from its time. `instead` are ids and names.
    """

    heading: str
    what: str
    when: str
    was_there: bool
    instead: tuple[tuple[str, str], ...]


def abolished_by(asked: str, rulebook: Rulebook) -> Abolished | None:
    """Return what is meant by an id, or by any of the names that people use, in any case."""
    wanted = " ".join(asked.split()).casefold()
    for each in rulebook.abolished.values():
        if wanted in {each.id, *(name.casefold() for name in each.known_as)}:
            return each
    return None


def account_of_abolished(gone: Abolished, labels: Labels, asked: str = "") -> AbolishedAccount:
    """Return what is said of it, by the name that it was asked for, in the form of the labels."""
    wanted = " ".join(asked.split()).casefold()
    name = next(
        (each for each in gone.names if wanted in {each.nb.casefold(), each.nn.casefold()}),
        gone.names[0],
    )
    return AbolishedAccount(
        heading=labels.say(
            _heading(gone, labels), name=labels.text(name), day=labels.day(labels.as_of)
        ),
        what=labels.text(gone.what_happened),
        when=lifetime(gone, labels),
        was_there=gone.was_there(labels.as_of),
        instead=tuple((id_, labels.scheme_name(id_)) for id_ in gone.use_instead),
    )


def no_such_scheme(asked: str, labels: Labels) -> str:
    """Return what is said of an id that no scheme has: what was meant, or what is gone."""
    book = labels.rulebook
    gone = abolished_by(asked, book)
    if gone is None:
        unknown = _NO_SCHEME.format(id=asked)
        gone_names = (name for each in book.abolished.values() for name in each.known_as)
        return labels.say(joined(unknown, suggestion(asked, [*book.schemes, *gone_names])))
    account = account_of_abolished(gone, labels, asked)
    instead = ", ".join(f"{name} ({id_})" for id_, name in account.instead)
    told = " ".join(filter(None, (f"{account.heading}.", account.when, account.what)))
    return told + (labels.say(_INSTEAD, instead=instead) if instead else "")


def lifetime(gone: Abolished, labels: Labels) -> str:
    """Return from and until when it was there; empty where nobody has said when it ended."""
    if gone.ended is None:
        return ""
    if gone.began is None:
        return labels.say(words.NO_LONGER, day=labels.day(gone.ended))
    began, ended = labels.day(gone.began), labels.day(gone.ended)
    return labels.say(words.WAS_THERE, first=began, last=ended)


def _heading(gone: Abolished, labels: Labels) -> Text:
    if gone.never:
        return words.NEVER_THERE
    if gone.was_there(labels.as_of):
        return words.STOOD_THEN
    return words.NOT_YET_THERE if gone.came_after(labels.as_of) else words.IS_GONE
