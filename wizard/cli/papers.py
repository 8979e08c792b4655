"""What a process of `wizard batch` does: from one case to one finished paper."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

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
from wizard.rulebook import RulebookError
from wizard.settings import program_version
from wizard.store import casefile
from wizard.store.problems import CasefileError

_RULES_CHANGED = Text(
    "Reglene ble endret underveis. Prøv en gang til.",
    "Reglane vart endra undervegs. Prøv ein gong til.",
)


class _RulesChangedError(Exception):
    """The rules are no longer those that the paper was ordered by."""


@dataclass(frozen=True, slots=True)
class Rules:
    """A folder of rules, and the hash that the paper must be made by."""

    folder: Path
    hash: str


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
    rules: Rules
    language: Language | None = None
    content: bytes = b""
    municipality: str = ""
    questions: bool = False

    @property
    def fingerprint(self) -> str:
        """Return what changes when the paper would be another."""
        told = (
            self.municipality,
            str(self.day),
            self.language or "",
            self.name.rpartition(".")[2],
            *([model.Paper.QUESTIONS.value] if self.questions else []),
        )
        return fingerprint.of(self.content, *told, self.rules.hash, _known().version)


@dataclass(frozen=True, slots=True)
class Paper:
    """What came of an order: the finished file, or why there is none."""

    content: bytes = b""
    problems: tuple[Text, ...] = ()


def warm_up(rules: Path) -> None:
    """Load the rules and the figures; who cannot, says so of each paper."""
    _known()
    with suppress(RulebookError):
        _book(rules)


def warm_up_press(rules: Path) -> None:
    """Load the press too."""
    warm_up(rules)
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
        book = _ordered(order.rules)
        case = _case(order, book)
        advice = assess(case, book, _known().get(case.municipality_number), order.day)
        wanted = model.Paper.QUESTIONS if order.questions else None
        return Paper(render(compose(advice, order.language, wanted)))
    except _RulesChangedError:
        return Paper(problems=(_RULES_CHANGED,))
    except CasefileError as error:
        placed = (_placed(each.pointer, each.message) for each in error.problems)
        return Paper(problems=(*placed, *([CARRY] if error.is_lost else [])))
    except IncompleteMemo as error:
        return Paper(problems=error.problems)
    except NotPrinted as error:
        return Paper(problems=(error.message,))


def _case(order: Order, book: Rulebook) -> Case:
    known = _known()
    if order.municipality:
        municipality = known.get(order.municipality)
        language = order.language or municipality.language_decision.memo_language
        case = new_case(municipality, book, order.day or clock.today(), language)
    else:
        case = casefile.read(order.content, book, known, clock.today())
    return replace(case, versions=Versions(book.hash, known.version, program_version()))


def _ordered(rules: Rules) -> Rulebook:
    """Return the rulebook that a paper is ordered by.

    Raises:
        _RulesChangedError: there are others in the folder now.

    """
    try:
        book = _book(rules.folder)
    except RulebookError as error:
        raise _RulesChangedError from error
    if book.hash != rules.hash:
        raise _RulesChangedError
    return book


def _placed(pointer: str, message: Text) -> Text:
    return Text(f"{pointer or '/'}: {message.nb}", f"{pointer or '/'}: {message.nn}")


@lru_cache(maxsize=1)
def _book(rules: Path) -> Rulebook:
    return rulebook.load(rules)


@cache
def _known() -> Municipalities:
    return municipalities.load(paths.DATA)
