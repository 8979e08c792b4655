"""How strongly something stands out on a page: a closed set that each door draws in its own way."""

from enum import StrEnum


class Tone(StrEnum):
    """What a mark tells before it is read. The words are those of the design system."""

    SUCCESS = "success"
    ACCENT = "accent"
    INFO = "info"
    WARNING = "warning"
