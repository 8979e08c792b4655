"""`sporreskjema/NN-tema.yaml`: one theme of the questionnaire a file."""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.domain.facts import (
    ChangedBy,
    FactType,
    PrefilledQuestion,
    Question,
    QuestionPage,
    ReferenceFigure,
    Statement,
    Unit,
    YesNoStatement,
)
from wizard.domain.place import Place
from wizard.domain.sources import Bounds
from wizard.domain.suggestion import closest
from wizard.domain.text import Text
from wizard.rulebook.conditions import FACTS_ONLY
from wizard.rulebook.ids import OneOf, Own, Ref, one_of
from wizard.rulebook.kinds.bounds import BOUNDS
from wizard.rulebook.kinds.figures import settle_unit
from wizard.rulebook.kinds.options import ASKED_OPTIONS, RawOption, settle_asked
from wizard.rulebook.kinds.pages import PAGES, Placed, RawPage, computed_pages, settle_pages
from wizard.rulebook.kinds.statements import STATEMENT, check_statement
from wizard.rulebook.messages import rules as say
from wizard.rulebook.reading import Kind, Refused
from wizard.rulebook.records import HERE, Record, Spot, Turned, optional, required
from wizard.rulebook.shapes import ByKey, Later, ListOf
from wizard.rulebook.texts import LINE, NAME, TEXT
from wizard.rulebook.tree import Node

_KNOWS = ("plan", "helse", "nav", "okonomi", "eiendom", "naring", "kommunedirektor")
_TYPE = OneOf({type_.value: type_ for type_ in FactType if type_ is not FactType.CODE})
_WHO = OneOf({word: word for word in _KNOWS})


@dataclass(frozen=True, slots=True)
class Draft:
    """A question whose conditions wait until every fact is known; `offered` go by option."""

    question: Question
    applies: Node | None
    otherwise: Node | None
    offered: Mapping[str, Node]


@dataclass(frozen=True, slots=True)
class _Raw:
    """A question as it stands in the file."""

    id: str
    name: Text
    text: Text
    why: Text
    where: Text
    type: FactType
    unit: Unit | None
    options: tuple[RawOption, ...]
    range: Bounds | None
    changed_by: ChangedBy
    knows: str
    applies: Node | None
    otherwise: Node | None
    statement: Statement | YesNoStatement | None
    place: Place


def _question(raw: _Raw, spot: Spot) -> Draft:
    _check_wants_range(raw.type, raw.range, spot)
    check_statement(raw.type, raw.statement, spot)
    if raw.otherwise is not None and raw.applies is None:
        spot.report(say.OTHERWISE_WITHOUT_CONDITION, "ellers")
    options, offered = settle_asked(raw.type, raw.options, spot)
    question = Question(
        raw.id,
        raw.name,
        raw.text,
        raw.why,
        raw.where,
        raw.type,
        settle_unit(raw.type, raw.unit, spot),
        options,
        raw.range.minimum if raw.range else None,
        raw.range.maximum if raw.range else None,
        raw.changed_by,
        raw.knows,
        statement=raw.statement,
        place=raw.place,
    )
    spot.reading.facts[question.id] = question
    return Draft(question, raw.applies, raw.otherwise, offered)


def _check_wants_range(type_: FactType, range_: Bounds | None, spot: Spot) -> None:
    if type_.is_number and range_ is None:
        spot.report(say.RANGE_MISSING, type=type_)
    if not type_.is_number and range_ is not None:
        spot.report(say.RANGE_NOT_WANTED, "grenser", type=type_)


_QUESTION = Turned(
    Record(
        Text("spørsmålet", "spørsmålet"),
        _Raw,
        {
            "id": required("id", Own(Kind.FACT)),
            "name": required("navn", NAME),
            "text": required("tekst", NAME),
            "why": required("hvorfor", TEXT),
            "where": required("hvor_finner_jeg", TEXT),
            "type": required("type", _TYPE),
            "unit": optional("enhet", one_of(Unit)),
            "options": optional("valg", ASKED_OPTIONS, ()),
            "range": optional("grenser", BOUNDS),
            "changed_by": required("kan_endres", one_of(ChangedBy)),
            "knows": required("hvem_vet", _WHO),
            "applies": optional("hvis", Later(FACTS_ONLY)),
            "otherwise": optional("ellers", Later(LINE)),
            "statement": optional("utsagn", STATEMENT),
            "place": HERE,
        },
    ),
    _question,
)


@dataclass(frozen=True, slots=True)
class _RawPrefilled:
    """A prefilled question as it stands in the file."""

    figure: str
    text: Text
    why: Text
    where: Text
    range: Bounds | None
    knows: str


def _prefilled(raw: _RawPrefilled, spot: Spot) -> PrefilledQuestion:
    facts = spot.reading.facts
    figure = facts.get(raw.figure)
    if not isinstance(figure, ReferenceFigure):
        if figure or spot.reading.is_unknown(Kind.FACT, raw.figure):
            figures = [id_ for id_, fact in facts.items() if isinstance(fact, ReferenceFigure)]
            meant = closest(raw.figure, figures)
            spot.refuse(say.UNKNOWN_FIGURE, "kommunetall", meant=meant, id=raw.figure)
        raise Refused  # the figure or its file is broken, and that has been reported
    if figure.id in spot.reading.prefilled:
        spot.refuse(say.SHOWN_TWICE, "kommunetall", id=raw.figure)
    if raw.range is not None and not figure.type.is_number:
        spot.report(say.RANGE_NOT_WANTED, "grenser", type=figure.type)
    item = PrefilledQuestion(
        raw.figure,
        raw.text,
        raw.why,
        raw.where,
        raw.range.minimum if raw.range else None,
        raw.range.maximum if raw.range else None,
        raw.knows,
    )
    spot.reading.prefilled[figure.id] = item
    return item


_PREFILLED = Turned(
    Record(
        Text("spørsmålet", "spørsmålet"),
        _RawPrefilled,
        {
            "figure": required("kommunetall", Ref(Kind.FACT, uses=False, checked=True)),
            "text": required("tekst", NAME),
            "why": required("hvorfor", TEXT),
            "where": required("hvor_finner_jeg", TEXT),
            "range": optional("grenser", BOUNDS),
            "knows": required("hvem_vet", _WHO),
        },
    ),
    _prefilled,
)


@dataclass(frozen=True, slots=True)
class ThemeDraft:
    """A theme whose questions wait for their conditions."""

    name: Text
    intro: Text | None
    items: tuple[Draft | PrefilledQuestion, ...]
    pages: tuple[QuestionPage, ...]


@dataclass(frozen=True, slots=True)
class _RawTheme:
    """A theme as it stands in the file."""

    name: Text
    intro: Text | None
    items: tuple[Draft | PrefilledQuestion, ...]
    pages: tuple[RawPage, ...]


def _theme(raw: _RawTheme, spot: Spot) -> ThemeDraft:
    # What is filled in beforehand has no place of its own; the list of pages is where it lacks.
    asked = [
        Placed(item.fact, spot.at("sider"))
        if isinstance(item, PrefilledQuestion)
        else Placed(item.question.id, item.question.place)
        for item in raw.items
    ]
    if raw.pages:
        prefilled = {item.fact for item in raw.items if isinstance(item, PrefilledQuestion)}
        pages = settle_pages(raw.pages, asked, prefilled, spot.reading)
    else:
        pages = computed_pages(raw.name, [each.fact for each in asked])
    return ThemeDraft(raw.name, raw.intro, raw.items, pages)


THEME = Turned(
    Record(
        Text("temaet", "temaet"),
        _RawTheme,
        {
            "name": required("tema", NAME),
            "intro": optional("ingress", TEXT),
            "items": required(
                "sporsmal", ListOf(ByKey({"kommunetall": _PREFILLED}, otherwise=_QUESTION))
            ),
            "pages": optional("sider", PAGES, ()),
        },
    ),
    _theme,
)
