"""Papers that a case has handed out: noted when they are, and held against today afterwards."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flask import Blueprint, Response, abort, current_app, render_template

from wizard import advice
from wizard.domain.advice import Advice
from wizard.domain.case import Case
from wizard.domain.memo_fields import MEMO_FIELDS
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Text
from wizard.memo.identity import NOTAT, identity_of
from wizard.store import casefile
from wizard.store.issued import IssuedPaper, Paper
from wizard.store.problems import CasefileError
from wizard.store.review import review_to_json
from wizard.voice.comparison_wording import ComparisonWording, Group
from wizard.voice.numbers import day
from wizard.web.access import Whom, let_in
from wizard.web.former import NOT_READ, CannotCompareError, rulebook_of
from wizard.web.language import language, say
from wizard.web.opened import give_link, opened, take_link
from wizard.web.services import services

BLUEPRINT = Blueprint("issued", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)

_SHOWN = 12  # digits of a checksum that people compare
_KINDS = {
    "notat": Text("Tiltaksnotat", "Tiltaksnotat"),
    "kortnotat": Text("Kortnotat", "Kortnotat"),
    "sporreark": Text("Spørreark", "Spørjeark"),
    "statusnotat": Text("Statusnotat", "Statusnotat"),
}
_NAME = Text(
    "Nr. {number}: {kind} på {language}{review}, {form}, {day}",
    "Nr. {number}: {kind} på {language}{review}, {form}, {day}",
)
_WITH_REVIEW = Text(", med rådgiverens del", ", med delen til rådgivaren")
_FORMS = {"pdf": "PDF", "docx": "Word"}
_REVIEW = Text("Rådgiverens gjennomgang", "Gjennomgangen til rådgivaren")
_LANGUAGES = {"nb": Text("bokmål", "bokmål"), "nn": Text("nynorsk", "nynorsk")}


@dataclass(frozen=True, slots=True)
class IssuedAccount:
    """A paper that was handed out, as the pages show it.

    `name` tells it from all others of the case: its number among them, its kind, language, form
    and day. `short` is the start of its checksum, `number` its number among them.
    """

    paper: IssuedPaper
    kind: str
    written_in: str
    name: str
    short: str
    number: int


@dataclass(frozen=True, slots=True)
class _Changed:
    """What a paper made now would have otherwise: advice, and the fields people have filled in."""

    groups: tuple[Group, ...] = ()
    fields: tuple[str, ...] = ()


def issue(content: bytes, of: Advice, kind: str = NOTAT, form: str = "pdf") -> None:
    """Note that this file of the opened case is handed out. That must not cost anybody the file.

    `of` is the advice that it was made from.
    """
    case, store = opened(), services().issued
    try:
        identity = identity_of(of, kind=kind)
        paper = Paper(
            content=content,
            kind=kind,
            form=form,
            language=identity.language,
            identity=identity.to_keywords(),
            case=of.case,
            rulebook=identity.rules,
        )
        store.issue(case.stored.id, paper, services().today())
    except Exception:
        current_app.logger.exception("Notatet ble gitt ut uten å bli lagret")


@BLUEPRINT.app_context_processor
def _for_templates() -> dict[str, object]:
    """Give templates what the opened case has handed out."""
    return {"issued_papers": issued_papers}


def issued_papers() -> list[IssuedAccount]:
    """Return what the opened case has handed out, the latest first."""
    papers = services().issued.of_case(opened().stored.id)
    number = {id_: place for place, id_ in enumerate(sorted(each.id for each in papers), start=1)}
    return [_account(paper, number[paper.id]) for paper in papers]


@BLUEPRINT.get("/notat/utstedt/<int:number>")
@let_in(Whom.READER)
def show(number: int) -> str:
    """Show a paper that was handed out, and what would be different in one made now."""
    found = _found(number)
    changed, message = _Changed(), ""
    try:
        changed = _changes(found.paper)
    except CannotCompareError as problem:
        message = say(problem.message)
    return render_template(
        "web/utstedt.html",
        case=opened(),
        issued=found,
        groups=changed.groups,
        fields=changed.fields,
        message=message,
        today=services().today(),
    )


@BLUEPRINT.get("/notat/utstedt/<int:number>/svarfil.json")
@let_in(Whom.READER, lost_too=True)
def answers(number: int) -> Response:
    """Hand out the case file that a paper was made from, as it was."""
    paper = _found(number).paper
    response = Response(paper.casefile, mimetype="application/json")
    name = f"{paper.issued_on}_svarfil_{opened().case.municipality_number}.json"
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _found(number: int) -> IssuedAccount:
    found = [each for each in issued_papers() if each.paper.id == number]
    return found[0] if found else abort(404)


def _account(paper: IssuedPaper, number: int) -> IssuedAccount:
    known = _KINDS.get(paper.kind)
    kind, written_in = say(known) if known else paper.kind, say(_LANGUAGES[paper.language.value])
    name = say(
        _NAME,
        number=number,
        kind=kind,
        language=written_in,
        form=_FORMS.get(paper.form, paper.form),
        review=say(_WITH_REVIEW) if '"gjennomgang"' in paper.casefile else "",
        day=day(paper.last_on, language()),
    )
    return IssuedAccount(
        paper=paper,
        kind=kind,
        written_in=written_in,
        name=name,
        short=paper.sha256[:_SHOWN],
        number=number,
    )


def _changes(paper: IssuedPaper) -> _Changed:
    """Return what today's rules and the answers as they stand change, what matters most first."""
    case, book, today = opened(), services().rulebook, services().today()
    frozen, old_book = reopened(paper)
    before = advice.assess(frozen, old_book, case.municipality)
    after = advice.assess(replace(case.case, as_of=today), book, case.municipality)
    groups = ComparisonWording(advice.compare(before, after), language()).groups()
    return _Changed(tuple(reversed(groups)), tuple(_other_words(frozen, case.case)))


def reopened(paper: IssuedPaper) -> tuple[Case, Rulebook]:
    """Return the case of a paper as it was, and its rules.

    Raises:
        CannotCompareError: the rules are not kept, or cannot read the case.

    """
    book, today = rulebook_of(paper.rulebook), services().today()
    try:
        return casefile.reopen(paper.casefile, book, services().municipalities, today), book
    except CasefileError as error:
        raise CannotCompareError(NOT_READ) from error


def _other_words(before: Case, now: Case) -> Iterator[str]:
    """Yield the name of each field that people have written something else into."""
    for field in MEMO_FIELDS:
        if before.adviser.get(field.id, "").strip() != now.adviser.get(field.id, "").strip():
            yield say(field.name)
    if review_to_json(before.review) != review_to_json(now.review):
        yield say(_REVIEW)
