"""`wizard rules prove`: what holds in every situation, and what keeps something from holding."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from wizard import clock
from wizard.cli.context import (
    fail,
    language_option,
    load_all_municipalities,
    load_rulebook,
    make_folder,
    write,
)
from wizard.cli.renamed import followed_to, tell_renamings
from wizard.domain.proofs import Assumed, Claim, Finding, Note, Proof, Proofs, Shown
from wizard.domain.text import Counted, Language, Text
from wizard.lab.prove.between import prove_equal
from wizard.lab.prove.proving import prove as prove_all
from wizard.lab.prove.shown import told_count
from wizard.lab.prove.words import LOOKED, PROVEN
from wizard.paths import RULES
from wizard.plain.proofs import plain_proofs
from wizard.store import casefile
from wizard.voice.numbers import day

_PROVEN = Text("Bevist: {claim} ({looked})", "Bevist: {claim} ({looked})")
_NOT_PROVEN = Text("Ikke bevist: {claim} ({looked})", "Ikkje bevist: {claim} ({looked})")
_SITUATIONS = Text("{looked}, {situations} situasjoner", "{looked}, {situations} situasjonar")
_EXPLAINED = Text("  Forklart: {place}: {what}", "  Forklart: {place}: {what}")
_BECAUSE = Text("    Hvorfor: {why}", "    Kvifor: {why}")
_NOTE = Text("  Merk: {subject}: {what}", "  Merk: {subject}: {what}")
_SHOWN = Text("    Se det: {says}", "    Sjå det: {says}")
_SHOWN_IN = Text("    Se det i {file}: {says}", "    Sjå det i {file}: {says}")
_SHOWN_LATER = Text(
    "    Dette gjelder {day}. Bruk «--as-of» når du spør.",
    "    Dette gjeld {day}. Bruk «--as-of» når du spør.",
)
_TANGLED = Text(
    "  For innviklet til å bevises: {ids}. Del reglene opp.",
    "  For innvikla til å bevisast: {ids}. Del reglane opp.",
)
_ASSUMED = Text(
    "Bevisene gjelder alle dager fra {first}, i {periods} perioder med ulike regler. "
    "Råd, behov og ordninger er sett på fra {today}.\n"
    "De går ut fra at tall ligger innenfor grensene i spørreskjemaet ({ranges} tall), og at "
    "svar kan mangle.\n"
    "Tall som ingen kan rette, er slik de er for en av de {kommuner} kommunene: {fixed}.\n"
    "Tall som regnes ut, er fri innenfor det de regnes ut av: {free}.",
    "Bevisa gjeld alle dagar frå {first}, i {periods} periodar med ulike reglar. "
    "Råd, behov og ordningar er sett på frå {today}.\n"
    "Dei går ut frå at tal ligg innanfor grensene i spørjeskjemaet ({ranges} tal), og at "
    "svar kan mangle.\n"
    "Tal som ingen kan rette, er slik dei er for ein av dei {kommuner} kommunane: {fixed}.\n"
    "Tal som blir rekna ut, er fri innanfor det dei blir rekna ut av: {free}.",
)
_NOTHING = Text("ingen", "ingen")
_FOUND = Counted(
    Text("Ett funn må rettes eller forklares.", "Eitt funn må rettast eller forklarast."),
    Text("{n} funn må rettes eller forklares.", "{n} funn må rettast eller forklarast."),
)
_NOT_BOTH = Text(
    "«--json» har sakene med seg. Bruk den uten «--saker».",
    "«--json» har sakene med seg. Bruk det utan «--saker».",
)
_HELD_AGAINST = Text(
    "Holder reglene i {mine} mot reglene i {theirs}.",
    "Held reglane i {mine} opp mot reglane i {theirs}.",
)
_APART = Counted(
    Text(
        "Reglene i {mine} og {theirs} er ulike på ett punkt.",
        "Reglane i {mine} og {theirs} er ulike på eitt punkt.",
    ),
    Text(
        "Reglene i {mine} og {theirs} er ulike på {n} punkter.",
        "Reglane i {mine} og {theirs} er ulike på {n} punkt.",
    ),
)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.argument("folder", metavar="[DIR]", required=False, type=_FOLDER)
@click.option(
    "--mot",
    "against",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Finn der disse reglene gir et annet svar, eller bevis at de ikke gjør det.",
)
@click.option(
    "--saker", "cases", metavar="DIR", type=_FOLDER, help="Skriv svarfilene som viser funnene."
)
@click.option("--json", "as_json", is_flag=True, help="Skriv bevisene som JSON.")
@language_option
def prove(
    folder: Path | None,
    *,
    against: Path | None,
    cases: Path | None,
    lang: str | None,
    as_json: bool,
) -> None:
    """Bevis hva reglene gjør i alle situasjoner som kan finnes."""
    language = Language(lang or "nb")
    if cases and as_json:
        fail(_NOT_BOTH.to(language))
    book, municipalities = load_rulebook(folder, language), load_all_municipalities()
    today, called = clock.today(), (str(folder or RULES), str(against))
    if against:
        other = load_rulebook(against, language)
        other, later = followed_to(book, other, against)
        book, earlier = followed_to(other, book, folder)
        click.echo(_HELD_AGAINST.to(language, mine=called[0], theirs=called[1]), err=as_json)
        tell_renamings((*later, *earlier), language, beside=as_json)
        proofs = prove_equal(book, other, municipalities, today, called)
    else:
        proofs = prove_all(book, municipalities, today)
    files = _write_cases(proofs, cases, language) if cases else {}
    if as_json:
        click.echo(json.dumps(plain_proofs(proofs, PROVEN, language), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_told(proofs, files, language)))
    if not proofs.hold:
        count = sum(len(each.open) + len(each.unproven) for each in proofs.proofs)
        apart = _APART.of(count, mine=called[0], theirs=called[1])
        fail((apart if against else _FOUND.of(count)).to(language))


def _told(proofs: Proofs, files: dict[int, Path], language: Language) -> Iterator[str]:
    for proof in proofs.proofs:
        yield _heading(proof).to(language)
        for finding in proof.findings:
            yield from _finding(finding, files, language)
        for note in proof.notes:
            yield _NOTE.format(subject=note.subject, what=note.what).to(language)
            yield from _shown(note.shown, files, language)
        if proof.unproven:
            yield _TANGLED.format(ids=", ".join(proof.unproven)).to(language)
    yield ""
    yield _assumptions(proofs.assumed, language)


def _heading(proof: Proof) -> Text:
    looked = LOOKED[proof.claim].of(proof.looked)
    if proof.situations:
        looked = _SITUATIONS.format(looked=looked, situations=told_count(proof.situations))
    claim = PROVEN[proof.claim]
    return (_PROVEN if proof.holds else _NOT_PROVEN).format(claim=claim, looked=looked)


def _finding(finding: Finding, files: dict[int, Path], language: Language) -> Iterator[str]:
    what = finding.what.to(language)
    if finding.explained:
        yield _EXPLAINED.format(place=finding.place, what=what).to(language)
        yield _BECAUSE.format(why=finding.explained).to(language)
    else:
        yield f"  {finding.place}: {what} {finding.mend.to(language)}"
        yield from _shown(finding.shown, files, language)


def _shown(shown: Shown | None, files: dict[int, Path], language: Language) -> Iterator[str]:
    if shown is None:
        return
    file = files.get(id(shown))
    told = _SHOWN_IN.format(file=file, says=shown.says) if file else _SHOWN.format(says=shown.says)
    yield told.to(language)
    if shown.on > shown.case.as_of:
        yield _SHOWN_LATER.to(language, day=day(shown.on, language))


def _assumptions(assumed: Assumed, language: Language) -> str:
    return _ASSUMED.to(
        language,
        first=day(assumed.first, language),
        today=day(assumed.today, language),
        periods=assumed.periods,
        ranges=len(assumed.ranges),
        kommuner=assumed.municipalities,
        fixed=", ".join(assumed.as_they_are) or _NOTHING.to(language),
        free=", ".join(assumed.free) or _NOTHING.to(language),
    )


def _write_cases(proofs: Proofs, folder: Path, language: Language) -> dict[int, Path]:
    """Write a case file for each thing that a case shows; return which, by what it shows."""
    make_folder(folder, language)
    files: dict[int, Path] = {}
    for number, (claim, each) in enumerate(_with_cases(proofs), 1):
        path = folder / f"{number:02}-{claim}-{each.subject}.json"
        if each.shown:
            write(path, casefile.write(each.shown.case).encode(), language)
            files[id(each.shown)] = path
    return files


def _with_cases(proofs: Proofs) -> Iterable[tuple[Claim, Finding | Note]]:
    for proof in proofs.proofs:
        found: tuple[Finding | Note, ...] = (*proof.findings, *proof.notes)
        yield from ((proof.claim, each) for each in found if each.shown)
