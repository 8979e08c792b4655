"""What the pages of the catalogue show: one scheme, one need, or all of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from wizard.catalogue.entries import Entry, Sort
from wizard.catalogue.tally import Tally
from wizard.domain.rulebook import Abolished, Need, Rulebook
from wizard.domain.schemes import Scheme, SchemeKind
from wizard.domain.text import Language
from wizard.municipalities.names import alphabetical
from wizard.report.abolished import AbolishedAccount, account_of_abolished
from wizard.report.clauses import Clause, clause, clause_or_all
from wizard.report.description import SchemeDescription, describe
from wizard.report.offer import (
    RateLine,
    deadlines_of,
    doubts_about_scheme,
    duty_of,
    funding_of,
    next_deadline_of,
    rates_of,
    relations_of,
)
from wizard.voice import rule_words
from wizard.voice.cites import basis_key
from wizard.voice.labels import Labels
from wizard.voice.words import KINDS


@dataclass(frozen=True, slots=True)
class Link:
    """Something that has a page of its own."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Example:
    """What a real municipality did, and where that is told; `link` leads there."""

    text: str
    source: str
    link: str


@dataclass(frozen=True, slots=True)
class Row:
    """A scheme or need in a list: its name, what it is, and whether it is in force."""

    id: str
    name: str
    what: str
    in_force: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An answer of the search. `kind` is that of a scheme; `gone` tells of what is abolished."""

    sort: Sort
    row: Row
    kind: str = ""
    gone: AbolishedAccount | None = None


@dataclass(frozen=True, slots=True)
class InForce:
    """What holds of a scheme on the day, besides what its description has.

    `requirements` are those of the description as lines. `deadline` is the next one, empty for a
    measure that has none; `dates` are all of them, empty where they say no more.
    """

    requirements: tuple[Clause, ...]
    deadline: str
    dates: str
    funding: str
    rates: tuple[RateLine, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SchemePage:
    """One instrument or measure. `carries` are needs that it can meet alone, `helps` the others.

    `now` is empty on a day when no rules of it are in force; then `ended` may tell what to do.
    `names` tell what it was last called, and what it will be called next, if that is otherwise.
    """

    said: SchemeDescription
    names: tuple[str, ...]
    duty: str
    carries: tuple[Link, ...]
    helps: tuple[Link, ...]
    relevant: Clause
    relations: tuple[tuple[str, tuple[Link, ...]], ...]
    now: InForce | None
    ended: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class NeedPage:
    """One need: when it is there, what meets it, and who to call when nothing does.

    `main` can meet it alone, `support` helps. `examples` are of what can meet it.
    """

    id: str
    name: str
    what: str
    severe: Clause
    some: Clause
    why: str
    contact: Link
    main: tuple[Row, ...]
    support: tuple[Row, ...]
    examples: tuple[tuple[Link, Example], ...]


def scheme_page(scheme: Scheme, labels: Labels) -> SchemePage:
    """Return what is told of a scheme on the day of the labels."""
    return SchemePage(
        said=describe(scheme, labels),
        names=tuple(_other_names(scheme, labels)),
        duty=duty_of(scheme.duty, labels) if scheme.duty else "",
        carries=tuple(_need_link(each.need, labels) for each in scheme.covers if each.main),
        helps=tuple(_need_link(each.need, labels) for each in scheme.covers if not each.main),
        relevant=clause_or_all(scheme.relevant, labels),
        relations=tuple(
            (label, tuple(_scheme_link(id_, labels) for id_ in ids))
            for label, ids in relations_of(scheme, labels)
        ),
        now=_in_force(scheme, labels),
        ended=labels.text(scheme.ended) if scheme.ended else "",
        examples=_examples(scheme, labels),
    )


def need_page(need: Need, labels: Labels) -> NeedPage:
    """Return what is told of a need, and which schemes serve it."""
    main, support = _serving(need, labels.rulebook)
    return NeedPage(
        id=need.id,
        name=labels.need_name(need.id),
        what=labels.text(need.short, basis_key(need.basis)),
        severe=clause(need.severe, labels),
        some=clause(need.some, labels),
        why=labels.basis_or_reason(need.basis, need.reason),
        contact=_scheme_link(need.contact, labels),
        main=_rows(main, labels),
        support=_rows(support, labels),
        examples=tuple(
            (_scheme_link(scheme.id, labels), each)
            for scheme in main
            for each in _examples(scheme, labels)[:1]
        ),
    )


def tally_told(tally: Tally, labels: Labels) -> Iterator[str]:
    """Yield how many municipalities a scheme may suit, as sentences, and when that was counted."""
    if tally.open == tally.total:
        yield labels.say(rule_words.TALLY_NONE)
    elif tally.may_suit == tally.total:
        yield labels.say(rule_words.TALLY_ALL, total=tally.total)
    else:
        counts = (
            (rule_words.TALLY_MAY_SUIT, tally.may_suit),
            (rule_words.TALLY_DOES_NOT, tally.does_not),
        )
        yield from (labels.say(text, n=n, total=tally.total) for text, n in counts if n)
        if tally.open:
            yield labels.say(rule_words.TALLY_OPEN)
    version = labels.rulebook.version
    yield labels.say(rule_words.TALLIED, day=labels.day(labels.as_of), version=version)


def needs(labels: Labels) -> tuple[Row, ...]:
    """Return every need, in the alphabet."""
    found = (_need_row(each, labels) for each in labels.rulebook.needs.values())
    return tuple(sorted(found, key=_by_name))


def instruments(labels: Labels) -> Iterator[Group]:
    """Yield the instruments of each kind."""
    schemes = labels.rulebook.schemes.values()
    for kind in SchemeKind:
        of_kind = [each for each in schemes if each.kind is kind]
        if of_kind and kind is not SchemeKind.MEASURE:
            yield Group(labels.say(KINDS[kind]), _rows(of_kind, labels))


def measures(labels: Labels) -> Iterator[Group]:
    """Yield the measures by the need that each is first of all for."""
    schemes = [each for each in labels.rulebook.schemes.values() if not each.is_instrument]
    for need in needs(labels):
        of_need = [each for each in schemes if _first_need(each) == need.id]
        if of_need:
            yield Group(need.name, _rows(of_need, labels))


def hit_of(entry: Entry, labels: Labels, asked: str) -> Hit:
    """Return an answer of the search; of what is gone, by the name that was asked for.

    Raises:
        LookupError: the catalogue has no such thing.

    """
    rulebook = labels.rulebook
    match entry.sort:
        case Sort.SCHEME:
            scheme = rulebook.schemes[entry.id]
            return Hit(entry.sort, _row(scheme, labels), labels.kind(scheme))
        case Sort.NEED:
            return Hit(entry.sort, _need_row(rulebook.needs[entry.id], labels))
        case Sort.ABOLISHED:
            gone = rulebook.abolished[entry.id]
            account = account_of_abolished(gone, labels, asked)
            first = labels.text(gone.names[0])
            name = first[:1].lower() + first[1:]  # it stands inside a sentence
            return Hit(entry.sort, Row(gone.id, name, account.what), gone=account)
        case Sort.RULE:
            raise LookupError(entry.id)


def _row(scheme: Scheme, labels: Labels) -> Row:
    name = labels.scheme_name(scheme.id)
    in_force = scheme.edition_on(labels.as_of) is not None
    return Row(scheme.id, name, labels.text(scheme.short), in_force)


def _need_row(need: Need, labels: Labels) -> Row:
    return Row(need.id, labels.need_name(need.id), labels.text(need.short))


def abolished_names(rulebook: Rulebook, language: Language) -> tuple[Abolished, ...]:
    """Return what is gone, by the name that it goes by first in a written form."""

    def name(gone: Abolished) -> str:
        return gone.names[0].to(language)

    return tuple(sorted(rulebook.abolished.values(), key=lambda each: alphabetical(name(each))))


def _in_force(scheme: Scheme, labels: Labels) -> InForce | None:
    edition = scheme.edition_on(labels.as_of)
    if edition is None:
        return None
    dated = any(each.yearly or each.on for each in edition.deadlines)
    asked = scheme.is_instrument or scheme.duty or edition.deadlines
    return InForce(
        requirements=tuple(clause(each.condition, labels) for each in edition.requirements),
        deadline=next_deadline_of(edition, scheme, labels) if asked else "",
        dates=deadlines_of(edition, scheme, labels) if dated else "",
        funding=funding_of(edition, scheme, labels),
        rates=tuple(rates_of(edition, labels)),
        doubts=tuple(doubts_about_scheme(edition, scheme, labels)),
    )


def _other_names(scheme: Scheme, labels: Labels) -> Iterator[str]:
    now, day = labels.scheme_name(scheme.id), labels.as_of
    named = ((each, scheme.in_edition(each).name.to(labels.language)) for each in scheme.editions)
    others = [(each, name) for each, name in named if name != now]
    past = [(each.valid_to, name) for each, name in others if each.valid_to]
    coming = [(each.valid_from, name) for each, name in others if each.valid_from]
    for last, name in [each for each in past if each[0] < day][-1:]:
        yield labels.say(rule_words.WAS_CALLED, name=name, day=labels.day(last))
    for first, name in [each for each in coming if day < each[0]][:1]:
        yield labels.say(rule_words.WILL_BE_CALLED, name=name, day=labels.day(first))


def _examples(scheme: Scheme, labels: Labels) -> tuple[Example, ...]:
    sources = labels.rulebook.sources
    told = zip(scheme.experiences, labels.experiences(scheme.id), strict=True)
    return tuple(Example(text, title, sources[each.source].link) for each, (text, title) in told)


def _serving(need: Need, rulebook: Rulebook) -> tuple[list[Scheme], list[Scheme]]:
    main, support = list[Scheme](), list[Scheme]()
    for scheme in rulebook.schemes.values():
        for each in scheme.covers:
            if each.need == need.id:
                (main if each.main else support).append(scheme)
    return main, support


def _first_need(scheme: Scheme) -> str:
    """Return the need that a measure is first of all for; empty where it meets none."""
    needs = sorted(scheme.covers, key=lambda each: not each.main)
    return needs[0].need if needs else ""


def _rows(schemes: list[Scheme], labels: Labels) -> tuple[Row, ...]:
    return tuple(sorted((_row(each, labels) for each in schemes), key=_by_name))


def _by_name(row: Row) -> str:
    return alphabetical(row.name)


def _scheme_link(id_: str, labels: Labels) -> Link:
    return Link(id_, labels.scheme_name(id_))


def _need_link(id_: str, labels: Labels) -> Link:
    return Link(id_, labels.need_name(id_))
