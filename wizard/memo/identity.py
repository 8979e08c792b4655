"""What makes a paper the one it is: five marks, printed on it and written into its file.

Whoever has the same answers, rules, figures, program and tools gets the same paper, byte for byte,
in any process and on any day. Whoever has others is told which of the five differ.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import sha256
from typing import Self

from wizard.domain.advice import Advice
from wizard.domain.case import Case
from wizard.domain.text import Language, Text
from wizard.press import tools
from wizard.store.follow_up import KEY, follow_up_to_json
from wizard.store.priorities import priorities_to_json
from wizard.store.review import review_to_json
from wizard.store.values import answer_to_json, figure_to_json

NOTAT, STATUSNOTAT = "notat", "statusnotat"

_FORMAT = "virkemiddelveiviseren/papir/1"
_WORD = r"[A-Za-z0-9._+-]+"
_KEYWORDS = re.compile(
    rf"{re.escape(_FORMAT)} slag=(?P<kind>{_WORD}) maalform=(?P<language>nb|nn) "
    rf"dag=(?P<day>\d{{4}}-\d{{2}}-\d{{2}}) svar=(?P<answers>[0-9a-f]{{64}}) "
    rf"regler=(?P<rules>[0-9a-f]{{64}}) tall=(?P<figures>[0-9a-f]{{64}}) "
    rf"program=(?P<program>{_WORD}) verktoy=(?P<library>{_WORD})"
)


class Part(Enum):
    """One of the five marks, by its name on the last page."""

    ANSWERS = Text("Svar (SHA-256)", "Svar (SHA-256)")
    RULES = Text("Regler (SHA-256)", "Reglar (SHA-256)")
    FIGURES = Text("Tall (SHA-256)", "Tal (SHA-256)")
    PROGRAM = Text("Program", "Program")
    LIBRARY = Text("Verktøy", "Verktøy")


@dataclass(frozen=True, slots=True)
class Identity:
    """What a paper is made of.

    `answers` is the SHA-256 of what the kommune said and chose, `rules` that of the rule files,
    `figures` that of the open figures about this kommune; each as 64 hexadecimal digits. `program`
    and `library` are the tokens of `press.tools`. `kind`, `language` and `day` say which of the
    papers that can be made of it this is.
    """

    answers: str
    rules: str
    figures: str
    program: str
    library: str
    language: Language
    day: date
    kind: str = NOTAT

    def mark(self, part: Part) -> str:
        """Return one of the five marks."""
        return str(getattr(self, part.name.lower()))

    def differs_from(self, other: "Identity") -> tuple[Part, ...]:
        """Return the marks that are not the same in both."""
        return tuple(part for part in Part if self.mark(part) != other.mark(part))

    def rows(self) -> tuple[tuple[Text, str], ...]:
        """Return the five marks as they are printed: a label and a value each."""
        return tuple((part.value, readable(self.mark(part))) for part in Part)

    def to_keywords(self) -> str:
        """Return the whole as one line of plain ASCII without commas."""
        return (
            f"{_FORMAT} slag={self.kind} maalform={self.language.value} "
            f"dag={self.day.isoformat()} svar={self.answers} regler={self.rules} "
            f"tall={self.figures} program={self.program} verktoy={self.library}"
        )

    @classmethod
    def from_keywords(cls, text: str) -> Self | None:
        """Return the identity that stands somewhere in a text; `None` where there is none."""
        found = _KEYWORDS.search(text)
        if found is None:
            return None
        told = found.groupdict()
        language = Language(told.pop("language"))
        try:
            day = date.fromisoformat(told.pop("day"))
        except ValueError:
            return None
        return cls(**told, language=language, day=day)


def identity_of(advice: Advice, language: Language | None = None, kind: str = NOTAT) -> Identity:
    """Return the identity of the paper that this program makes of a piece of advice now.

    `language` is that of the case unless told, as in `compose`.
    """
    language = language or advice.case.language
    return Identity(
        answers=_hash(
            {**_said(advice.case, advice.as_of, language), **_followed(advice.case, kind)}
        ),
        rules=advice.rulebook.hash,
        figures=_hash([_frozen(advice.case), advice.municipality]),
        program=tools.program(),
        library=tools.library(),
        language=language,
        day=advice.as_of,
        kind=kind,
    )


def readable(mark: str) -> str:
    """Return a mark as it is printed."""
    return mark.replace("_", " ").replace("-", ", ")


def _said(case: Case, day: date, language: Language) -> dict[str, object]:
    reviewed = review_to_json(case.review)
    return {
        "kommune": case.municipality_number,
        "dato": day.isoformat(),
        "maalform": language.value,
        "svar": {id_: answer_to_json(answer) for id_, answer in case.answers.items()},
        "prioritering": priorities_to_json(case.priorities),
        "radgiver": {name: text for name, text in case.adviser.items() if text},
        **({} if reviewed is None else {"gjennomgang": reviewed}),
    }


def _followed(case: Case, kind: str) -> dict[str, object]:
    """Return how the plan has gone, which is no part of what the other papers say."""
    if kind != STATUSNOTAT or case.follow_up is None:
        return {}
    return {KEY: follow_up_to_json(case.follow_up)}


def _frozen(case: Case) -> object:
    return {id_: figure_to_json(figure) for id_, figure in case.figures.items()}


def _hash(value: object) -> str:
    """Return the SHA-256 of a value's canonical JSON: sorted keys, no spaces, UTF-8."""
    canonical = json.dumps(_plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(canonical.encode()).hexdigest()


def _plain(value: object) -> object:
    """Return a value as JSON has it; what JSON has no word for, as text."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return _plain(value.value)
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, frozenset | set):
        return sorted(str(_plain(each)) for each in value)
    return value if value is None or isinstance(value, str | bool | int) else str(value)
