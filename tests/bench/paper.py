"""The memo on paper: next to Chromium printing the same HTML, and many of them at once.

Ours is made as the server makes it, by a worker process; Chromium gets the styles and the fonts in
the page. Neither is given a head start: both are warm, or both start from nothing.
"""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import chromium
import pikepdf
import weight
from cases import Cases, cases_of
from measure import Benchmark, Side
from memo_side import usual_journey

from wizard import rulebook
from wizard.advice import assess
from wizard.characters import FONT_FILES
from wizard.cli import papers
from wizard.cli.papers import Order, Paper, Rules
from wizard.memo.compose import compose
from wizard.memo.html import render_html
from wizard.memo.model import Memo
from wizard.paths import RULES
from wizard.press.pdf import FAMILY, pdf_from_html, warm_up
from wizard.press.workers import Job, Limits, Workers
from wizard.store import casefile

_PATIENT = Limits(seconds=600, megabytes=4096, tasks=10_000, waiting=100)
_FEW, _MANY = 10, 200
_BATCH = 12
_ALONE = (
    "import sys; from pathlib import Path; from wizard.press.pdf import pdf_from_html; "
    "Path(sys.argv[2]).write_bytes(pdf_from_html(Path(sys.argv[1]).read_text('utf-8')))"
)


def benchmarks(rules: Path) -> Iterator[Benchmark]:
    """Yield the benchmarks for one folder of rules."""
    cases = cases_of(rules)
    yield from _next_to_chromium(memo_of(cases))
    yield _many_in_one_process(render_html(memo_of(cases), stylesheets=()))
    yield from _on_two_cores(cases)


def memo_of(cases: Cases) -> Memo:
    """Return the memo of the journey that is always measured."""
    case, municipality = cases.journeys[usual_journey(cases)]
    return compose(assess(case, cases.rulebook, municipality))


def weigh(page: str) -> float:
    """Make a PDF, and return how many megabytes the process then has."""
    pdf_from_html(page)
    return weight.now()


def _next_to_chromium(memo: Memo) -> Iterator[Benchmark]:
    page = render_html(memo, stylesheets=())
    with TemporaryDirectory() as folder, chromium.warm() as browser:
        theirs, ours, out = (Path(folder) / name for name in ("a.html", "b.html", "ut.pdf"))
        theirs.write_text(_standing_alone(memo), "utf-8")
        ours.write_text(page, "utf-8")
        press = Workers(Job(pdf_from_html, warm_up, _PATIENT), 1)
        our_name = f"WeasyPrint {version('weasyprint')}, pydyf {version('pydyf')}"
        our_pages = _pages(press.begin(page).result())
        their_pages = _pages(chromium.printed(browser, theirs))
        yield Benchmark(
            "memo/warm",
            Side(f"a worker, {our_pages} pages", lambda: press.begin(page).result(), our_name),
            Side(
                f"a new tab, {their_pages} pages",
                lambda: chromium.printed(browser, theirs),
                chromium.version(),
            ),
            limit=2.0,
            aim=1.5,
        )
        yield Benchmark(
            "memo/file",
            Side("our PDF", lambda: _size(press.begin(page).result()), our_name),
            Side("their PDF", lambda: _size(chromium.printed(browser, theirs)), chromium.version()),
            limit=0.3,
            pairs=1,
            unit="kB",
        )
        press.close()
        alone = [sys.executable, "-c", _ALONE, str(ours), str(out)]
        their_own = chromium.cold(theirs, out, Path(folder) / "profil")
        yield Benchmark(
            "memo/cold",
            Side("a Python that prints", lambda: _run(alone), our_name),
            Side("a Chromium that prints", lambda: _run(their_own), chromium.version()),
            limit=1.7,
            pairs=9,
        )
        yield Benchmark(
            "memo/memory",
            Side("that Python", lambda: weight.peak_of(alone), our_name),
            Side(
                "that Chromium, all processes",
                lambda: weight.peak_of(their_own),
                chromium.version(),
            ),
            limit=0.25,
            pairs=5,
            unit="MB",
        )


def _many_in_one_process(page: str) -> Benchmark:
    """Return the memory of a worker late and early in its life. The early side runs first."""
    press = Workers(Job(weigh, warm_up, _PATIENT), 1)
    made = [0]

    def after(count: int) -> float:
        megabytes = 0.0
        while made[0] < count:
            megabytes = press.begin(page).result()
            made[0] += 1
        if count == _MANY:
            press.close()
        return megabytes

    return Benchmark(
        "memo/many in one process",
        Side(f"after {_MANY} renders", lambda: after(_MANY)),
        Side(f"after {_FEW} renders", lambda: after(_FEW)),
        limit=1.15,
        pairs=1,
        unit="MB",
    )


def _on_two_cores(cases: Cases) -> Iterator[Benchmark]:
    """Yield the journeys made from case file to PDF, by one process and by two."""
    journeys = list(cases.journeys.items())[:_BATCH]
    ours = Rules(RULES, rulebook.load(RULES).hash)
    warm_up = partial(papers.warm_up_press, RULES)
    orders = [
        Order(f"{id_}.pdf", id_, None, ours, content=casefile.write(case).encode())
        for id_, (case, _) in journeys
    ]
    one, two = (Workers(Job(papers.make, warm_up, _PATIENT), n) for n in (1, 2))
    yield Benchmark(
        "memo/batch",
        Side(f"{len(orders)} memos in two processes", lambda: _all_made(two, orders)),
        Side("the same in one", lambda: _all_made(one, orders)),
        limit=1 / 1.7,
        pairs=5,
    )
    one.close()
    two.close()


def _all_made(workers: Workers[Order, Paper], orders: list[Order]) -> None:
    for paper in [workers.begin(each) for each in orders]:
        if problems := paper.result().problems:
            raise RuntimeError(problems[0].nb)


def _standing_alone(memo: Memo) -> str:
    """Return the page with styles and fonts, which our press brings itself."""
    face = '@font-face {{ font-family: "{}"; font-weight: {}; src: url("{}"); }}'
    faces = (face.format(FAMILY, weight, path.as_uri()) for weight, path in FONT_FILES.items())
    return render_html(memo).replace("<style>", "<style>\n" + "\n".join(faces), 1)


def _pages(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def _size(pdf: bytes) -> float:
    return len(pdf) / 1024


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)
