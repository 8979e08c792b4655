"""What a process of `wizard batch` does: from one case to one finished paper."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from wizard import clock, municipalities, paths, rulebook
from wizard.advice import assess, new_case
from wizard.cli.context import CARRY
from wizard.domain.case import Case, Versions
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language, Text
from wizard.memo import model
from wizard.memo.compose import compose
from wizard.memo.html import render_html, render_pdf
from wizard.memo.unresolved import IncompleteMemo
from wizard.municipalities import Municipalities
from wizard.press import fingerprint, pdf
from wizard.press.problems import NotPrinted
from wizard.settings import program_version
from wizard.store import casefile
from wizard.store.problems import CasefileError


@dataclass(frozen=True, slots=True)
class Order:
    """A paper to make: of a case file's content, or of a municipality without answers.

    `name` is that of the file to be made; people know the case as `called`. `day` and `language`
    are those of the case, unless told; a municipality without answers has a day. Of `questions`
    it is the question sheet, whatever is answered.
    """

    name: str
    called: str
    day: date | None
    language: Language | None = None
    content: bytes = b""
    municipality: str = ""
    questions: bool = False

    @property
    def fingerprint(self) -> str:
        """Return what changes when the paper would be another."""
        versions = _versions()
        told = (
            self.municipality,
            str(self.day),
            self.language or "",
            self.name.rpartition(".")[2],
            *([model.Paper.QUESTIONS.value] if self.questions else []),
        )
        return fingerprint.of(self.content, *told, versions.rulebook, versions.figures)


@dataclass(frozen=True, slots=True)
class Paper:
    """What came of an order: the finished file, or why there is none."""

    content: bytes = b""
    problems: tuple[Text, ...] = ()


def warm_up() -> None:
    """Load the rules and the figures."""
    _versions()


def warm_up_press() -> None:
    """Load the press too."""
    warm_up()
    pdf.warm_up()


def make(order: Order) -> Paper:
    """Return the paper as a PDF, or all that is wrong with the case."""
    return _made(order, render_pdf)


def make_page(order: Order) -> Paper:
    """Return the paper as HTML, or all that is wrong with the case."""
    return _made(order, lambda memo: render_html(memo).encode())


def make_to_print(order: Order) -> Paper:
    """Return the page that the PDF is printed from, or all that is wrong with the case."""
    return _made(order, lambda memo: render_html(memo, stylesheets=()).encode())


def _made(order: Order, render: Callable[[model.Memo], bytes]) -> Paper:
    try:
        case = _case(order)
        advice = assess(case, _book(), _known().get(case.municipality_number), order.day)
        wanted = model.Paper.QUESTIONS if order.questions else None
        return Paper(render(compose(advice, order.language, wanted)))
    except CasefileError as error:
        placed = (_placed(each.pointer, each.message) for each in error.problems)
        return Paper(problems=(*placed, *([CARRY] if error.is_lost else [])))
    except IncompleteMemo as error:
        return Paper(problems=error.problems)
    except NotPrinted as error:
        return Paper(problems=(error.message,))


def _case(order: Order) -> Case:
    book, known = _book(), _known()
    if order.municipality:
        municipality = known.get(order.municipality)
        language = order.language or municipality.language_decision.memo_language
        case = new_case(municipality, book, order.day or clock.today(), language)
    else:
        case = casefile.read(order.content, book, known, clock.today())
    return replace(case, versions=_versions())


def _placed(pointer: str, message: Text) -> Text:
    return Text(f"{pointer or '/'}: {message.nb}", f"{pointer or '/'}: {message.nn}")


@cache
def _book() -> Rulebook:
    return rulebook.load(paths.RULES)


@cache
def _known() -> Municipalities:
    return municipalities.load(paths.DATA)


@cache
def _versions() -> Versions:
    return Versions(_book().hash, _known().version, program_version())
