"""What can be wrong with a raw value, whichever door it comes through."""

from decimal import Decimal
from enum import StrEnum

from wizard.domain.number_kinds import ANY_NUMBER, NumberKind


class Fault(StrEnum):
    """What is wrong with a raw value."""

    EMPTY = "tom"
    NOT_A_NUMBER = "ikke_tall"
    NOT_WHOLE = "ikke_heltall"
    FRACTION = "brok"
    UNCLEAR = "uklart"
    OTHER_UNIT = "annen_enhet"
    OUT_OF_RANGE = "utenfor"
    NOT_A_DATE = "ikke_dato"
    NOT_A_CODE = "ikke_kode"
    UNKNOWN_OPTION = "ukjent_valg"
    LIST_WANTED = "liste"
    ONE_WANTED = "ett"


class BadValue(ValueError):
    """A raw value that the fact cannot have, with what each door needs to word its message.

    `raw` is the part at fault: of a number in another unit, that unit. `kind` is the number that
    was wanted; `readings` are what an unclear number can mean, as far as that is of the kind.
    `options` are the ids allowed.
    """

    def __init__(
        self,
        fault: Fault,
        raw: str = "",
        *,
        kind: NumberKind = ANY_NUMBER,
        readings: tuple[Decimal, ...] = (),
        options: tuple[str, ...] = (),
    ) -> None:
        self.fault = fault
        self.raw = raw
        self.kind = kind
        self.readings = readings
        self.options = options
        super().__init__(f"{fault}: {raw!r}")
