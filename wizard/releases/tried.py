"""What is counted while a release is tried."""

from enum import StrEnum


class Tried(StrEnum):
    """What is counted, by the name that it has in the record."""

    WARNINGS = "advarsler"
    EXAMPLES = "eksempler"
    JOURNEYS = "situasjoner"
    EDITS = "endringer"
    PAST_EDITS = "endrer_fortiden"
    LOOKED = "par_sett_pa"
    CHANGED = "par_endret"
    MUTANTS = "feil_provd"
    NOTICED = "feil_oppdaget"
    PROOFS = "bevis"
    EXPLAINED = "bevis_forklart"
