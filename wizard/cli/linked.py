"""How the command line lists what things of a rulebook depend on each other."""

from collections.abc import Iterable, Mapping

from wizard.domain.text import Language, Text
from wizard.rulebook.references import Kind, Ref

_FACTS = Text("opplysninger", "opplysningar")
_NAMED: Mapping[Kind, Text] = {
    Kind.SCHEME: Text("ordninger", "ordningar"),
    Kind.NEED: Text("behov", "behov"),
    Kind.RATE: Text("satser", "satsar"),
    Kind.QUESTION: _FACTS,
    Kind.FIGURE: _FACTS,
    Kind.ABOLISHED: Text("utgåtte ordninger", "utgåtte ordningar"),
    Kind.SOURCE: Text("kilder", "kjelder"),
}


def listed_users(users: Iterable[Ref], language: Language) -> str:
    """Return things by their kind: «ordninger: a, b; satser: c»."""
    by_name: dict[Text, list[str]] = {name: [] for name in _NAMED.values()}
    for user in users:
        by_name[_NAMED[user.kind]].append(user.id)
    return "; ".join(
        f"{name.to(language)}: {', '.join(ids)}" for name, ids in by_name.items() if ids
    )
