"""The rules of another time, as far as they are kept."""

from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Text
from wizard.rulebook import RulebookError
from wizard.web.services import services

_NOT_KEPT = Text(
    "Reglene fra den gangen er ikke tatt vare på. Derfor kan vi ikke si hva som er endret.",
    "Reglane frå den gongen er ikkje tekne vare på. Difor kan vi ikkje seie kva som er endra.",
)
NOT_READ = Text(
    "Veiviseren kan ikke lenger lese saken slik den var den gangen. Derfor kan vi ikke si hva som "
    "er endret.",
    "Vegvisaren kan ikkje lenger lese saka slik ho var den gongen. Difor kan vi ikkje seie kva som "
    "er endra.",
)


class CannotCompareError(Exception):
    """What was cannot be held against what is; `message` says why."""

    def __init__(self, message: Text) -> None:
        self.message = message
        super().__init__(message.nb)


def rulebook_of(hash_: str, *, by_our_ids: bool = False) -> Rulebook:
    """Return the rulebook with that hash: ours, or one that was kept.

    It is as it was, or else by the ids that we have, to be held against ours.

    Raises:
        CannotCompareError: it is not kept, or this program cannot read it.

    """
    if hash_ == services().rulebook.hash:
        return services().rulebook
    try:
        former = services().rulebook.former if by_our_ids else None
        kept = services().rulebooks.get(hash_, former)
    except RulebookError as error:
        raise CannotCompareError(NOT_READ) from error
    if kept is None:
        raise CannotCompareError(_NOT_KEPT)
    return kept
