"""`wizard verify`: whether a PDF is the paper that a case file gives, and if not, what differs."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn, TypeVar

import click

from wizard import clock
from wizard.advice import assess, compare
from wizard.cli.context import (
    fail,
    language_option,
    load_all_municipalities,
    load_rulebook,
    read_case,
    rules_option,
)
from wizard.cli.show import comparison_lines
from wizard.domain.case import Case
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language, Text
from wizard.memo.identity import Part, identity_of
from wizard.memo.unresolved import IncompleteMemo
from wizard.memo.verifying import Unusable, Verification, read_identity
from wizard.memo.verifying import verify as verify_paper
from wizard.municipalities import Municipalities
from wizard.press.pdf import PdfUnavailable, UnprintableCharacters
from wizard.rulebook import RulebookError
from wizard.settings import SettingsError, read_settings
from wizard.store import casefile
from wizard.store.address import DatabaseUnusable
from wizard.store.database import Database
from wizard.store.issued import IssuedStore
from wizard.store.problems import CasefileError
from wizard.store.rulebooks import RulebookStore
from wizard.store.schema import open_as_it_is
from wizard.voice import numbers
from wizard.voice.comparison_wording import ComparisonWording

_DIFFERENT, _UNUSABLE = 1, 2
_MOST = 5  # sentences of each sort of change: `wizard compare` has them all

_OF_DAY = Text("Notatet gjelder {day}.", "Notatet gjeld {day}.")
_OTHER_DAY = Text(
    "Notatet gjelder {day}, og svarfilen {own}. Vi har kontrollert notatet for sin egen dag.",
    "Notatet gjeld {day}, og svarfila {own}. Vi har kontrollert notatet for sin eigen dag.",
)
_KEPT_RULES = Text(
    "Reglene er endret siden. Vi har kontrollert notatet med de gamle, som databasen har tatt "
    "vare på.",
    "Reglane er endra sidan. Vi har kontrollert notatet med dei gamle, som databasen har teke "
    "vare på.",
)
_MEANS = Text("Dette betyr det for rådet:", "Dette tyder det for rådet:")
_ANSWERS_LOST = Text(
    "Notatet har bare et avtrykk av svarene. Har dere svarfilen fra den gangen, så oppgi den med "
    "«--before». Da ser dere hva som er endret, og hva det betyr for rådet.",
    "Notatet har berre eit avtrykk av svara. Har de svarfila frå den gongen, så oppgi ho med "
    "«--before». Då ser de kva som er endra, og kva det tyder for rådet.",
)
_RULES_LOST = Text(
    "Notatet har bare et avtrykk av reglene. Har dere mappen med reglene fra den gangen, så oppgi "
    "den med «--rules».",
    "Notatet har berre eit avtrykk av reglane. Har de mappa med reglane frå den gongen, så oppgi "
    "ho med «--rules».",
)
_WRONG_BEFORE = Text(
    "Filen i «--before» er heller ikke den som notatet er laget av.",
    "Fila i «--before» er heller ikkje den som notatet er laga av.",
)

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)

Kept = TypeVar("Kept")


@click.command()
@click.argument("notat", type=_FILE)
@click.option("--case", "sak", type=_FILE, required=True, help="Svarfilen å kontrollere mot.")
@rules_option
@click.option("--before", type=_FILE, help="Svarfilen fra den gangen, når svarene er andre nå.")
@language_option
def verify(
    notat: Path, *, sak: Path, rules: Path | None, before: Path | None, lang: str | None
) -> None:
    """Kontroller at PDF-en NOTAT er den som en svarfil gir, byte for byte.

    Slutter med 0 når den er det, 1 når den er en annen, og 2 når den ikke kan kontrolleres.
    """
    language = Language(lang or "nb")
    with _unusable(language):
        content = notat.read_bytes()
        municipalities = load_all_municipalities()
        given = load_rulebook(rules, language, guarded=rules is None)
        old = _remembered(content, given, municipalities, language)
        # Rules that somebody asks for are those to verify by; otherwise the paper's own.
        book = given if rules or old.book is None else old.book
        case = read_case(sak, book, municipalities, lang)
        found = verify_paper(content, case, book, municipalities.get(case.municipality_number))
        if before is not None:
            old = replace(old, case=read_case(before, old.book or book, municipalities, lang))
    _tell(found, case, language)
    if book is not given:
        click.echo(_KEPT_RULES.to(language))
    if not found.same_bytes:
        _explain(found, case, old, municipalities, language)
        sys.exit(_DIFFERENT)


@contextmanager
def _unusable(language: Language) -> Iterator[None]:
    """End with the status of what cannot be verified, whatever stands in the way."""
    try:
        yield
    except (Unusable, PdfUnavailable, UnprintableCharacters) as error:
        _refuse(error.message.to(language))
    except IncompleteMemo as error:
        _refuse(*(problem.to(language) for problem in error.problems))
    except SystemExit as ended:  # broken rules, or no case file; it has been said
        raise SystemExit(_UNUSABLE) from ended


def _refuse(*lines: str) -> NoReturn:
    for line in lines:
        click.echo(line, err=True)
    sys.exit(_UNUSABLE)


@dataclass(frozen=True, slots=True)
class _Old:
    """What the paper was made of, as far as somebody has kept it."""

    book: Rulebook | None
    case: Case | None = None


def _remembered(
    content: bytes, given: Rulebook, municipalities: Municipalities, language: Language
) -> _Old:
    """Return what the paper was made of: the rules given, ours, or what a database has kept."""
    wanted = read_identity(content).rules
    engine = _database()
    book = given if given.hash == wanted else load_rulebook(None, language)
    if book.hash == wanted:
        known: Rulebook | None = book
    else:
        known = _or_none(lambda: RulebookStore(engine).get(wanted)) if engine else None
    issued = IssuedStore(engine).find(content) if engine else None
    if issued is None or known is None:
        return _Old(known)
    frozen, rules = issued.casefile, known
    case = _or_none(lambda: casefile.reopen(frozen, rules, municipalities, clock.today()))
    return _Old(known, case)


def _or_none(read: Callable[[], Kept | None]) -> Kept | None:
    """Return what was kept, or nothing where this program can no longer read it."""
    try:
        return read()
    except (RulebookError, CasefileError):
        return None


def _database() -> Database | None:
    """Return the database of a service on this machine, if there is one; it is left as it is."""
    try:
        settings = read_settings(os.environ, Path.cwd() / "instance")
    except SettingsError:
        return None
    try:
        return open_as_it_is(settings.database)
    except DatabaseUnusable as error:
        fail(*error.problems)


def _tell(found: Verification, case: Case, language: Language) -> None:
    for sentence in found.sentences():
        click.echo(sentence.to(language))
    day, own = (numbers.day(each, language) for each in (found.claimed.day, case.as_of))
    click.echo((_OF_DAY if day == own else _OTHER_DAY).to(language, day=day, own=own))


def _explain(
    found: Verification, case: Case, old: _Old, municipalities: Municipalities, language: Language
) -> None:
    """Say what other answers or rules mean for the advice, or what is needed to know."""
    others = found.differing
    old_case = old.case if Part.ANSWERS in others else case
    old_book = old.book if Part.RULES in others else found.advice.rulebook
    if Part.ANSWERS in others and old_case is None:
        click.echo(_ANSWERS_LOST.to(language))
    if Part.RULES in others and old_book is None:
        click.echo(_RULES_LOST.to(language))
    if old_case is None or old_book is None or not {Part.ANSWERS, Part.RULES}.intersection(others):
        return
    municipality = municipalities.get(old_case.municipality_number)
    before = assess(old_case, old_book, municipality, found.claimed.day)
    if identity_of(before, found.claimed.language).answers != found.claimed.answers:
        click.echo(_WRONG_BEFORE.to(language))
        return
    click.echo("")
    click.echo(_MEANS.to(language))
    wording = ComparisonWording(compare(before, found.advice), language)
    click.echo("\n".join(comparison_lines(wording, most=_MOST)))
