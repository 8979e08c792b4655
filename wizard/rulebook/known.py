"""What a folder of rules has, for editors to complete: ids by kind, and what facts can be."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wizard.domain.facts import Fact, FactType
from wizard.rulebook.layout import find
from wizard.rulebook.loading import load_files
from wizard.rulebook.problems import RulebookError
from wizard.rulebook.reading import Kind, Reading

_OF_KIND = {
    Kind.SOURCE: "Ingen kilde i kilder.yaml har denne id-en.",
    Kind.FACT: "Ingen spørsmål, kommunetall eller nøkkeltall har denne id-en.",
    Kind.RATE: "Ingen sats i satser/ har denne id-en.",
    Kind.NEED: "Ingen fil i behov/ har dette navnet.",
    Kind.SCHEME: "Ingen fil i virkemidler/ eller tiltak/ har dette navnet.",
    Kind.JOURNEY: "Ingen fil i situasjoner/ har dette navnet.",
}
RUN_CHECK = "Er den ny, kjører du «rules check»."


@dataclass(frozen=True, slots=True)
class Known:
    """Ids by kind, and the facts. A kind that is not there is not known, and anything may be."""

    ids: Mapping[Kind, tuple[str, ...]] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def id_schema(self, kind: Kind) -> dict[str, Any] | None:
        """Return the schema of an id of that kind; `None` where the ids are not known."""
        ids = self.ids.get(kind)
        return {"enum": list(ids), "errorMessage": self.refusal(kind)} if ids else None

    @staticmethod
    def refusal(kind: Kind) -> str:
        """Return what an editor says of an id that nothing of the kind has."""
        return f"{_OF_KIND[kind]} {RUN_CHECK}"


def known_in(rules: Path) -> Known:
    """Return what the rules in a folder have, also where something is wrong with them.

    Of a kind of which something cannot be found by its id nothing is known: an editor must not
    draw a red line under what is there.
    """
    reading = Reading()
    with suppress(RulebookError):
        load_files(find(rules, reading), reading, guarded=False)
    lost = reading.incomplete
    found = {kind: tuple(sorted(reading.defined[kind])) for kind in _OF_KIND if kind not in lost}
    return Known(found, {} if Kind.FACT in lost else dict(sorted(reading.facts.items())))


def answers(fact: Fact) -> list[str | int] | None:
    """Return what the fact can be, as people may write it; `None` where no list tells."""
    if fact.type.is_number or fact.type is FactType.DATE or not fact.options:
        return None
    words = [option.id for option in fact.options]
    return [*words, *(int(word) for word in words if word.isdigit() and word == str(int(word)))]
