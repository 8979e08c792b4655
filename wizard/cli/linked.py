"""How the command line lists what things of a rulebook depend on each other."""

from collections.abc import Iterable, Mapping

from wizard.domain.text import Language, Text
from wizard.rulebook.reading import Kind
from wizard.rulebook.uses import User

_NAMED: Mapping[Kind | None, Text] = {
    Kind.SCHEME: Text("ordninger", "ordningar"),
    Kind.NEED: Text("behov", "behov"),
    Kind.RATE: Text("satser", "satsar"),
    Kind.FACT: Text("opplysninger", "opplysningar"),
    Kind.THEME: Text("temaer", "tema"),
    Kind.ABOLISHED: Text("utgåtte ordninger", "utgåtte ordningar"),
    Kind.JOURNEY: Text("situasjoner", "situasjonar"),
    Kind.SOURCE: Text("kilder", "kjelder"),
    None: Text("filer", "filer"),
}


def listed_users(users: Iterable[User], language: Language) -> str:
    """Return things by their kind: «ordninger: a, b; satser: c»."""
    by_kind: dict[Kind | None, list[str]] = {}
    for user in users:
        by_kind.setdefault(user.kind, []).append(user.id)
    return "; ".join(
        f"{name.to(language)}: {', '.join(by_kind[kind])}"
        for kind, name in _NAMED.items()
        if kind in by_kind
    )
