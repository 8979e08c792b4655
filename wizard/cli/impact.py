"""`wizard rules impact`: what an edit of the rules means, before anybody publishes it."""

import csv
import json
import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext, redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path

import click

from wizard import clock
from wizard.book.impact import render_impact
from wizard.cli.context import (
    language_option,
    load_all_municipalities,
    must_have_folder,
    told_folder,
    write,
)
from wizard.cli.days import Day, not_before
from wizard.cli.renamed import tell_renamings
from wizard.cli.revisions import load_named
from wizard.domain.case import Case
from wizard.domain.impact import Part
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.lab.impact.looking import Books
from wizard.lab.impact.looking import impact as find_impact
from wizard.paths import RULES
from wizard.plain.impact import impact_rows, plain_impact
from wizard.report.impact import ImpactWording
from wizard.report.impact_words import NOTICE

_COMMITTED = "HEAD"
_FILE = click.Path(dir_okay=False, path_type=Path)
# Spreadsheets in Norway take a semicolon, and know UTF-8 by its mark.
_SEMICOLON, _MARKED = ";", "utf-8-sig"


@click.command()
@click.argument("old", default=_COMMITTED)
@click.argument("new", required=False)
@click.option("--on", "day", type=Day(), help="Bare denne dagen.")
@click.option("--json", "as_json", is_flag=True, help="Skriv alt som JSON.")
@click.option("--csv", "table", type=_FILE, help="Skriv en tabell i denne filen.")
@click.option("--html", "page", type=_FILE, help="Skriv en side med kart i denne filen.")
@click.option("--saker", "stored", is_flag=True, help="Tell også sakene som er lagret her.")
@language_option
def impact(  # noqa: PLR0913 - one for each option
    old: str,
    new: str | None,
    *,
    day: date | None,
    as_json: bool,
    table: Path | None,
    page: Path | None,
    stored: bool,
    lang: str | None,
) -> None:
    """Vis hva endringen fra OLD til NEW betyr, for alle kommuner og alle svar vi har.

    OLD og NEW er mapper med regler, eller revisjoner i git. Uten NEW er det veiviserens egne
    regler, slik de er nå; uten OLD det som sist ble lagret av dem i git (HEAD).
    """
    language = Language(lang or "nb")
    for file in filter(None, (table, page)):
        must_have_folder(file, language)
    after = load_named(new or str(told_folder(RULES, language)), RULES, language).book
    earlier = load_named(old, RULES, language, after.former)
    before = earlier.book
    if day:
        not_before(day, (before, after), language)
    municipalities = load_all_municipalities()
    found = find_impact(
        Books.of(before, after),
        municipalities,
        clock.today(),
        days=(day,) if day else (),
        stored=_stored(before) if stored else None,
    )
    names = {one.number: one.label for one in municipalities.all}
    told = ImpactWording(found, (before, after), names, language)
    tell_renamings(earlier.renamings, language, beside=as_json)
    if as_json:
        click.echo(json.dumps(plain_impact(told, names), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(told.lines()))
    # Whoever reads JSON wants nothing else from there.
    with redirect_stdout(sys.stderr) if as_json else nullcontext():
        if table:
            write(table, _csv(told, names), language)
        if page:
            write(page, render_impact(told, municipalities.all).encode(), language)
    if os.environ.get("GITHUB_ACTIONS") == "true" and not as_json:
        click.echo("\n".join(_notices(told, new or RULES.name)))


def _stored(book: Rulebook) -> tuple[Case, ...]:
    # Nothing else about rules needs a database, and should not wait for what it brings.
    from wizard.cli.store import stored_cases  # noqa: PLC0415

    return stored_cases(book)


def _csv(told: ImpactWording, names: dict[str, str]) -> bytes:
    written = StringIO()
    csv.writer(written, delimiter=_SEMICOLON, lineterminator="\n").writerows(
        impact_rows(told, names)
    )
    return written.getvalue().encode(_MARKED)


def _notices(told: ImpactWording, folder: str) -> Iterator[str]:
    """Yield a note for each edit, where it stands, in the words of GitHub's workflow commands."""
    found = told.impact
    sums = told.say(NOTICE, changed=told.number(found.changed), looked=told.number(found.looked))
    decide = [each for each in found.edits if each.part is not Part.WORDING]
    for edit, sentence in zip(decide, told.edits(), strict=True):
        kind = "warning" if edit.is_past(found.today) else "notice"
        place = f"file={_property(f'{folder}/{edit.place.file}')},line={edit.place.line}"
        yield f"::{kind} {place}::{_message(f'{sentence.text} {sums}.')}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
