"""What is said of a scheme that no longer exists, to those who still ask for it by name."""

from dataclasses import dataclass
from datetime import date

from wizard.domain.rulebook import Abolished, Rulebook
from wizard.voice.labels import Labels


@dataclass(frozen=True, slots=True)
class AbolishedAccount:
    """A name, what happened, and what to use instead: ids and names. `ended` may be unknown."""

    name: str
    ended: date | None
    what: str
    instead: tuple[tuple[str, str], ...]


def abolished_by(asked: str, rulebook: Rulebook) -> Abolished | None:
    """Return what is meant by an id, or by any of the names that people use, in any case."""
    wanted = " ".join(asked.split()).casefold()
    for each in rulebook.abolished.values():
        if wanted in {each.id, *(name.casefold() for name in each.names)}:
            return each
    return None


def account_of_abolished(gone: Abolished, labels: Labels, asked: str = "") -> AbolishedAccount:
    """Return what is said of it, by the name that it was asked for."""
    wanted = " ".join(asked.split()).casefold()
    names = [name for name in gone.names if name.casefold() == wanted]
    return AbolishedAccount(
        name=(names or gone.names)[0],
        ended=gone.ended,
        what=labels.text(gone.what_happened),
        instead=tuple((id_, labels.scheme_name(id_)) for id_ in gone.use_instead),
    )
