"""What a municipality's own council and leader are called, in our texts and in those of the rules.

Rule texts say "kommunestyret" and "kommunedirektøren" to the municipality that reads them. A herad
has a heradsstyre; where a byråd leads, the council is a bystyre.
"""

import re

from wizard.domain.municipality import Government
from wizard.domain.text import capfirst

# The council in the indefinite, as compounds begin with it; the leader in the definite.
_COUNCILS = {
    Government.KOMMUNE: "kommunestyre",
    Government.HERAD: "heradsstyre",
    Government.BYRAD: "bystyre",
}
_LEADERS = {
    Government.KOMMUNE: "kommunedirektøren",
    Government.HERAD: "kommunedirektøren",
    Government.BYRAD: "byrådet",
}
# The one council, never several ("kommunestyrene") or the election.
_COUNCIL_IN_RULES = re.compile(r"\bkommunestyre(?=t\b|møte)", re.IGNORECASE)
# A byråd stands in the place of both kommunedirektør and formannskap (kommuneloven §§ 5-6, 10-2).
_LEADER_IN_RULES = re.compile(r"\b(?:kommunedirektøren|formannskapet)\b", re.IGNORECASE)


def own_words(government: Government) -> dict[str, str]:
    """Return what fills the slots `council`, `meeting` and `leader`, and those with a capital."""
    council, leader = _COUNCILS[government], _LEADERS[government]
    words = {"council": f"{council}t", "meeting": f"{council}møtet", "leader": leader}
    return words | {name.capitalize(): capfirst(word) for name, word in words.items()}


def in_own_words(text: str, government: Government) -> str:
    """Return a rule text as this municipality would say it."""
    if government is Government.KOMMUNE:
        return text
    named = _COUNCIL_IN_RULES.sub(lambda found: _as(found[0], _COUNCILS[government]), text)
    if government is not Government.BYRAD:
        return named
    return _LEADER_IN_RULES.sub(lambda found: _as(found[0], _LEADERS[government]), named)


def _as(word: str, name: str) -> str:
    return capfirst(name) if word[0].isupper() else name
