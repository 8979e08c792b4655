"""How the command line lists what things of a rulebook depend on each other."""

from collections.abc import Iterable, Mapping

from wizard.domain.text import Language, Text
from wizard.rulebook.references import Ref, RuleKind

_FACTS = Text("opplysninger", "opplysningar")
_NAMED: Mapping[RuleKind, Text] = {
    RuleKind.SCHEME: Text("ordninger", "ordningar"),
    RuleKind.NEED: Text("behov", "behov"),
    RuleKind.RATE: Text("satser", "satsar"),
    RuleKind.QUESTION: _FACTS,
    RuleKind.FIGURE: _FACTS,
    RuleKind.ABOLISHED: Text("utgåtte ordninger", "utgåtte ordningar"),
    RuleKind.SOURCE: Text("kilder", "kjelder"),
}


def listed_users(users: Iterable[Ref], language: Language) -> str:
    """Return things by their kind: «ordninger: a, b; satser: c»."""
    by_name: dict[Text, list[str]] = {name: [] for name in _NAMED.values()}
    for user in users:
        by_name[_NAMED[user.kind]].append(user.id)
    return "; ".join(
        f"{name.to(language)}: {', '.join(ids)}" for name, ids in by_name.items() if ids
    )
