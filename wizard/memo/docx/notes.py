"""Where the numbers in the text lead: to the entry with the same number in the list of sources."""

import re

from wizard.memo.model import ItemList, Memo
from wizard.memo.parts import texts

MARK = re.compile("\ue000([^\ue000\ue001]*)\ue001")


def list_of_sources(memo: Memo) -> ItemList | None:
    """Return the numbered list that has an entry for every number in the text; `None` for none."""
    used = [int(found) for _, text in texts(memo, "") for found in MARK.findall(text)]
    blocks = [block for section in (*memo.sections, *memo.appendices) for block in section.blocks]
    lists = [each for each in blocks if isinstance(each, ItemList) and each.look == "numbered"]
    return next(
        (each for each in reversed(lists) if 0 < max(used, default=0) <= len(each.items)), None
    )


def note(number: str) -> str:
    """Return the name of the place of an entry."""
    return f"note_{number}"


def plain(text: str) -> str:
    """Return a text without the numbers in it, for where nothing can be raised."""
    return MARK.sub("", text)
