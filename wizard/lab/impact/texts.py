"""Every text that stands in a rule, however deep."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from wizard.domain.text import Text


def texts_in(rule: object) -> Iterator[Text]:
    """Yield each text of a rule, of its editions and conditions."""
    if isinstance(rule, Text):
        yield rule
    elif isinstance(rule, Mapping):
        for each in rule.values():
            yield from texts_in(each)
    elif isinstance(rule, tuple | list):
        for each in rule:
            yield from texts_in(each)
    elif is_dataclass(rule) and not isinstance(rule, type):
        for each in fields(rule):
            yield from texts_in(getattr(rule, each.name))
