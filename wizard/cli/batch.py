"""`wizard batch`: many memos at once, on all cores, taken up again where it stopped."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path

import click

from wizard.cli import papers
from wizard.cli.by_line import ByLine, Makers, press_by_line
from wizard.cli.context import (
    fail,
    language_option,
    load_all_municipalities,
    load_rulebook,
    rules_option,
)
from wizard.cli.days import asked_about, dated, day_option
from wizard.cli.made import Made
from wizard.cli.papers import Order, Paper, Rules
from wizard.domain.text import Counted, Language, Text
from wizard.memo.naming import plain
from wizard.paths import RULES
from wizard.press.problems import NotPrinted
from wizard.press.workers import Job, Limits, Workers
from wizard.troubles import why

# What the papers are called: one, and several.
_MEMOS = Counted(Text("notat", "notat"), Text("notater", "notat"))
_SHEETS = Counted(Text("spørreark", "spørjeark"), Text("spørreark", "spørjeark"))
_LABEL = Text("Lager {papers}", "Lagar {papers}")
_DONE = Counted(
    Text("Laget ett {papers} i {folder}.", "Laga eitt {papers} i {folder}."),
    Text("Laget {n} {papers} i {folder}.", "Laga {n} {papers} i {folder}."),
)
_SKIPPED = Counted(
    Text(
        "Ett var laget fra før, av det samme, og ble ikke laget igjen.",
        "Eitt var laga frå før, av det same, og vart ikkje laga igjen.",
    ),
    Text(
        "{n} var laget fra før, av det samme, og ble ikke laget igjen.",
        "{n} var laga frå før, av det same, og vart ikkje laga igjen.",
    ),
)
_FAILED = Counted(
    Text("Ett {papers} ble ikke laget:", "Eitt {papers} vart ikkje laga:"),
    Text("{n} {papers} ble ikke laget:", "{n} {papers} vart ikkje laga:"),
)
_BROKE = Text("noe gikk galt i programmet ({what})", "noko gjekk gale i programmet ({what})")
_NOT_WRITTEN = Text("kan ikke skrives ({why})", "kan ikkje skrivast ({why})")
_NOT_READ = Text("kan ikke leses ({why})", "kan ikkje lesast ({why})")
_SAME_NAME = Text(
    "To saker vil ha samme navn på filen: {name}. Gi den ene et annet navn.",
    "To saker vil ha same namn på fila: {name}. Gi den eine eit anna namn.",
)
_NO_CASES = Text("Fant ingen saker (*.json).", "Fann ingen saker (*.json).")

# Seconds for one paper, and so many at hand: for each process of ours, and for all the workers that
# there may be, who have a line for twice as many and more. Enough that none has to wait.
_SECONDS, _AT_HAND, _IN_LINE = 120, 2, 24


@click.command()
@click.argument("saker", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o",
    "--out",
    default=Path("notater"),
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Mappen som notatene skrives i.",
)
@click.option(
    "--alle-kommuner", "everyone", is_flag=True, help="Lag ett notat for hver kommune, uten svar."
)
@click.option(
    "--prosesser",
    "processes",
    type=click.IntRange(min=1),
    help="Hvor mange som lages samtidig, ellers ett for hver kjerne.",
)
@click.option("--sporreark", "questions", is_flag=True, help="Lag spørrearket for hver sak.")
@click.option(
    "--ko", "by_line", is_flag=True, help="La «wizard worker» lage PDF-ene, på alle maskiner."
)
@click.option("--html", "as_html", is_flag=True, help="Lag HTML i stedet for PDF.")
@language_option
@day_option
@rules_option
def batch(  # noqa: PLR0913 - one for each option
    saker: tuple[Path, ...],
    out: Path,
    processes: int | None,
    lang: str | None,
    as_of: date | None,
    *,
    rules: Path | None,
    everyone: bool,
    questions: bool,
    by_line: bool,
    as_html: bool,
) -> None:
    """Lag notatene for mange SAKER: svarfiler, eller mapper med svarfiler.

    Stanser det underveis, går det videre derfra neste gang.
    """
    if saker and everyone:
        raise click.UsageError("Oppgi svarfiler eller --alle-kommuner, ikke begge.")
    if not saker and not everyone:
        raise click.UsageError("Oppgi svarfiler eller en mappe, eller --alle-kommuner.")
    if by_line and as_html:
        raise click.UsageError("--ko gjelder bare PDF. Ta bort --html.")
    language, spoken = Language(lang) if lang else None, Language(lang or "nb")
    book, suffix = load_rulebook(rules, spoken), "html" if as_html else "pdf"
    by = Rules(rules or RULES, book.hash)
    if everyone:
        day = dated(as_of, book, spoken)
        orders = _of_everyone(Order("", "", day, by, language), suffix)
    else:
        asked = asked_about(as_of, book, spoken)
        orders = _of_files(saker, Order("", "", asked, by, language), suffix, spoken)
    if questions:
        orders = [_sheet(each) for each in orders]
    work = (papers.make_page, papers.warm_up) if as_html else (papers.make, papers.warm_up_press)
    make, warm_up = work[0], partial(work[1], by.folder)
    made = partial(_by_line, by.folder) if by_line else partial(_here, make, warm_up)
    named = _SHEETS if questions else _MEMOS
    run = _Run(out, spoken, named, partial(made, processes or os.cpu_count() or 1))
    run.make(orders)
    run.tell()


def _sheet(order: Order) -> Order:
    """Return the order of a question sheet, with a name of its own beside the memo's."""
    path = Path(order.name)
    return replace(order, name=f"{path.with_suffix('')}_sporreark{path.suffix}", questions=True)


def _here(
    make: Callable[[Order], Paper], warm_up: Callable[[], None], processes: int
) -> tuple[Makers, int]:
    """Return who works in so many processes of ours, and how many papers to have at hand."""
    at_hand = processes * _AT_HAND
    limits = Limits(seconds=_SECONDS, waiting=at_hand)
    return Workers(Job(make, warm_up, limits), processes), at_hand


def _by_line(rules: Path, processes: int) -> tuple[Makers, int]:
    """Return the same of who has PDFs made by workers."""
    limits = Limits(seconds=_SECONDS, waiting=_IN_LINE)
    press = press_by_line(processes, limits)
    warm_up = partial(papers.warm_up, rules)
    pages = Workers(Job(papers.make_to_print, warm_up, limits), processes)
    return ByLine(pages, press, _IN_LINE), _IN_LINE


class _Run:
    """One run: what is made, what was there, and what failed."""

    def __init__(
        self,
        folder: Path,
        language: Language,
        named: Counted,
        makers: Callable[[], tuple[Makers, int]],
    ) -> None:
        """Have papers `named` so made by `makers`, who come with how many to have at hand."""
        self._named = named
        self._folder = folder
        self._makers = makers
        self._language = language
        self._made = Made(folder)
        self._count = 0
        self._skipped = 0
        self._failed: dict[str, tuple[Text, ...]] = {}

    def make(self, orders: list[Order]) -> None:
        """Make what is not made, with a few at hand at a time, so that memory stays flat."""
        wanted = [each for each in orders if not self._made.has(each.name, each.fingerprint)]
        self._skipped = len(orders) - len(wanted)
        if not wanted:
            return
        makers, at_hand = self._makers()
        label = _LABEL.to(self._language, papers=self._named.many)
        try:
            with click.progressbar(length=len(wanted), label=label, show_pos=True) as bar:
                for order, future in _finished(makers, iter(wanted), at_hand):
                    self._take(order, future)
                    bar.update(1)
        finally:
            makers.close()

    def tell(self) -> None:
        """Say how it went, and end with status 1 if something failed."""
        say = self._language
        click.echo(self._counted(_DONE, self._count))
        if self._skipped:
            click.echo(_SKIPPED.of(self._skipped).to(say))
        if self._failed:
            lines = [
                f"  {called}: {problem.to(say)}"
                for called, problems in sorted(self._failed.items())
                for problem in problems
            ]
            fail(self._counted(_FAILED, len(self._failed)), *lines)

    def _counted(self, told: Counted, count: int) -> str:
        named = self._named.of(count)
        return told.of(count, papers=named, folder=self._folder).to(self._language)

    def _take(self, order: Order, future: "Future[Paper]") -> None:
        problems = self._problems(order, future)
        if problems:
            self._failed[order.called] = problems
        else:
            self._count += 1

    def _problems(self, order: Order, future: "Future[Paper]") -> tuple[Text, ...]:
        """Write the paper, or return why it is not written."""
        try:
            paper = future.result()
            if not paper.problems:
                self._made.add(order.name, order.fingerprint, paper.content)
        except NotPrinted as error:
            return (error.message,)
        except OSError as error:
            return (_NOT_WRITTEN.format(why=why(error)),)
        except Exception as error:  # noqa: BLE001 - the others are to be made all the same
            return (_BROKE.format(what=f"{type(error).__name__}: {error}"),)
        return paper.problems


def _finished(
    makers: Makers, orders: Iterator[Order], at_hand: int
) -> Iterator[tuple[Order, "Future[Paper]"]]:
    """Yield each order with what came of it, as they are done."""
    under_way = {makers.begin(each): each for each in islice(orders, at_hand)}
    while under_way:
        for future in wait(under_way, return_when=FIRST_COMPLETED).done:
            yield under_way.pop(future), future
            under_way |= {makers.begin(each): each for each in islice(orders, 1)}


def _of_everyone(alike: Order, suffix: str) -> list[Order]:
    """Return an order for each municipality, `alike` in all else."""
    return [
        replace(
            alike,
            name=f"{each.number}_{plain(each.label)}.{suffix}",
            called=each.numbered,
            municipality=each.number,
        )
        for each in load_all_municipalities().all
    ]


def _of_files(places: Iterable[Path], alike: Order, suffix: str, spoken: Language) -> list[Order]:
    """Return an order for each file, and for each in a folder, named as they are there.

    In all else they are `alike`.
    """
    orders: dict[str, Order] = {}
    for path, name in _cases(places):
        paper = f"{name.with_suffix('')}.{suffix}"
        if paper in orders:
            fail(_SAME_NAME.to(spoken, name=paper))
        try:
            content = path.read_bytes()
            orders[paper] = replace(alike, name=paper, called=str(path), content=content)
        except OSError as error:
            fail(f"{path}: {_NOT_READ.to(spoken, why=why(error))}")
    if not orders:
        fail(_NO_CASES.to(spoken))
    return list(orders.values())


def _cases(places: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    for place in places:
        if place.is_dir():
            yield from ((path, path.relative_to(place)) for path in sorted(place.rglob("*.json")))
        else:
            yield place, Path(place.name)
