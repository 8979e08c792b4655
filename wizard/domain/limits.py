"""Between which ends a number lies, as every door says it."""

from wizard.domain.text import Text

_BOTH = Text(" fra {low} til {high}", " frå {low} til {high}")
_LOW = Text(" som er minst {low}", " som er minst {low}")
_HIGH = Text(" som er høyst {high}", " som er høgst {high}")


def within(low: str, high: str) -> Text:
    """Return the words to put right behind «et tall»; an empty end is no end."""
    if low and high:
        return _BOTH.format(low=low, high=high)
    if low or high:
        return (_LOW if low else _HIGH).format(low=low, high=high)
    return Text("", "")
