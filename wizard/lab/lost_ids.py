"""Ids that a draft no longer knows, though cases and addresses go by them under the live rules."""

from collections.abc import Iterator

from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Text
from wizard.rulebook.kinds.former import KEYS, WAS

_LOST = Text(
    "tidligere.yaml: Saker og lenker kjenner «{lost}» fra reglene i drift, men utkastet gjør ikke "
    "det. Legg til linjen «- {{{key}: {kept}, {was}: {lost}}}».",
    "tidligere.yaml: Saker og lenkjer kjenner «{lost}» frå reglane i drift, men utkastet gjer "
    "ikkje det. Legg til linja «- {{{key}: {kept}, {was}: {lost}}}».",
)
_TABLES = ("schemes", "facts", "needs", "rates", "sources")


def lost_ids(live: Rulebook, draft: Rulebook) -> Iterator[Text]:
    """Yield, of what has been renamed in the live rules, each id that a draft has forgotten.

    A draft that is a copy of older rules has this. What it has taken out altogether is no matter.
    """
    for name, key in zip(_TABLES, KEYS.values(), strict=True):
        known = {*getattr(draft, name), *getattr(draft.former, name)}
        for pair in getattr(live.former, name).items():
            for lost, kept in (pair, pair[::-1]):
                if lost not in known and kept in known:
                    yield _LOST.format(lost=lost, kept=kept, key=key, was=WAS)
