"""What is written down of a release, and of each time another one went live."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any, Self

from wizard.characters import unprintable
from wizard.domain.text import Text
from wizard.releases.refusals import RefusedError
from wizard.releases.words import BAD_NAME, DAMAGED, LONG_NAME, LONG_NOTE, NO_NAME, NO_NOTE

_LONGEST_NAME, _LONGEST_NOTE = 80, 1000
_HASH = re.compile("[0-9a-f]{64}")
_SHOWN = 8  # of a hash, in the name of a release


@dataclass(frozen=True, slots=True)
class Signed:
    """Who did something, by the name they gave, and when."""

    by: str
    at: datetime

    def is_same_person(self, name: str) -> bool:
        """Tell whether a name is this one, however it is spaced and whatever letters are large."""
        return _bare(self.by) == _bare(name)


@dataclass(frozen=True, slots=True)
class Release:
    """A set of rules that was checked: what it changes, what was tried, and who stands for it.

    `rules` is the hash of its files, `former` that of the rules it was compared with: those that
    were live, or the program's own where none were (then `former` is empty). `files` has a sum of
    each file, by its name, so that it can be told what was changed afterwards; older records have
    none. `tried` has the sums of what was tried, each by its name. `commit` is the revision of git
    that the draft lay in, where it lay in one and nothing was changed since.
    """

    version: str
    rules: str
    former: str
    note: Text
    made: Signed
    files: Mapping[str, str] = field(default_factory=dict)
    tried: Mapping[str, int] = field(default_factory=dict)
    program: str = ""
    commit: str = ""
    approved: Signed | None = None

    @property
    def name(self) -> str:
        """Return what the release is called: when it was made, and what its files are."""
        return f"{self.made.at:%Y-%m-%d-%H%M}-{self.rules[:_SHOWN]}"

    def approve(self, approved: Signed) -> Self:
        """Return the same, approved."""
        return replace(self, approved=approved)


@dataclass(frozen=True, slots=True)
class Switch:
    """One set of rules went live in place of another. `back` tells that it had been live before."""

    rules: str
    release: str
    done: Signed
    back: bool = False


def name_of(text: str) -> str:
    """Return a name as it is written down.

    Raises:
        RefusedError: there is none, it is too long, or it has signs that no name has.

    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name:
        raise RefusedError(NO_NAME)
    if len(name) > _LONGEST_NAME:
        raise RefusedError(LONG_NAME.format(most=_LONGEST_NAME))
    if unprintable(name) or not any(map(str.isalpha, name)):
        raise RefusedError(BAD_NAME)
    return name


def note_of(nb: str, nn: str) -> Text:
    """Return what a release changes, in both written forms.

    Raises:
        RefusedError: one is missing, is too long, or cannot be printed.

    """
    note = Text(*(unicodedata.normalize("NFC", each).strip() for each in (nb, nn)))
    if not (note.nb and note.nn):
        raise RefusedError(NO_NOTE)
    if max(len(note.nb), len(note.nn)) > _LONGEST_NOTE or unprintable(note.nb + note.nn):
        raise RefusedError(LONG_NOTE.format(most=_LONGEST_NOTE))
    return note


def write_release(release: Release) -> bytes:
    """Return the record of a release, to lie in a file."""
    approved = release.approved
    return _json(
        {
            "versjon": release.version,
            "regler": release.rules,
            "forrige": release.former,
            "endring": asdict(release.note),
            "laget": _signed(release.made),
            "godkjent": _signed(approved) if approved else None,
            "kontroll": dict(release.tried),
            "program": release.program,
            "git": release.commit,
            "filer": dict(release.files),
        }
    )


def read_release(content: bytes, file: str) -> Release:
    """Return the release that a file is the record of; `file` is for who must mend it.

    Raises:
        RefusedError: it is not such a record.

    """
    try:
        said = json.loads(content)
        release = Release(
            version=_text(said["versjon"]),
            rules=_hash(said["regler"]),
            former=_hash(said["forrige"]) if said["forrige"] else "",
            note=Text(_text(said["endring"]["nb"]), _text(said["endring"]["nn"])),
            made=_read_signed(said["laget"]),
            files={_text(name): _text(each) for name, each in said.get("filer", {}).items()},
            tried={_text(name): int(each) for name, each in said["kontroll"].items()},
            program=_text(said["program"]),
            commit=_text(said["git"]),
            approved=_read_signed(said["godkjent"]) if said["godkjent"] else None,
        )
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise RefusedError(DAMAGED.format(file=file)) from error
    if release.approved and release.made.is_same_person(release.approved.by):
        raise RefusedError(DAMAGED.format(file=file))
    return release


def write_switches(switches: tuple[Switch, ...]) -> bytes:
    """Return the list of switches, to lie in a file."""
    return _json(
        [
            {
                "regler": each.rules,
                "utgivelse": each.release,
                **_signed(each.done),
                "tilbake": each.back,
            }
            for each in switches
        ]
    )


def read_switches(content: bytes, file: str) -> tuple[Switch, ...]:
    """Return the switches that a file lists, the last of which holds.

    Raises:
        RefusedError: it is no such list, or an empty one.

    """
    try:
        switches = tuple(
            Switch(
                rules=_hash(each["regler"]),
                release=_text(each["utgivelse"]),
                done=_read_signed(each),
                back=bool(each["tilbake"]),
            )
            for each in json.loads(content)
        )
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise RefusedError(DAMAGED.format(file=file)) from error
    if not switches:
        raise RefusedError(DAMAGED.format(file=file))
    return switches


def _json(said: object) -> bytes:
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _signed(signed: Signed) -> dict[str, str]:
    return {"av": signed.by, "nar": signed.at.isoformat(timespec="seconds")}


def _read_signed(said: Any) -> Signed:  # noqa: ANN401 - whatever stands in the file
    at = datetime.fromisoformat(said["nar"])
    if at.tzinfo is None:
        raise ValueError(said["nar"])
    return Signed(_text(said["av"]), at)


def _hash(said: object) -> str:
    if not isinstance(said, str) or not _HASH.fullmatch(said):
        raise ValueError(said)
    return said


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError(said)
    return said


def _bare(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
