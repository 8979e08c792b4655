"""What the rules ask of a scheme: requirements and terms, each with its legal basis."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from wizard.domain.schemes import Edition
from wizard.domain.sources import LegalBasis
from wizard.memo import words
from wizard.memo.model import Item, ItemList, Labelled, Simple
from wizard.report.case import CaseAccount
from wizard.report.scheme import SchemeAccount
from wizard.voice.labels import Labels


@dataclass(frozen=True, slots=True)
class _MainBasis:
    """What most of a scheme's rules stand in: named once, and then only by section."""

    labels: Labels
    basis: LegalBasis | None

    def short(self, basis: LegalBasis | None) -> tuple[str, ...]:
        """Return a rule's basis: within the main one the section, or nothing for all of it."""
        main = self.basis
        if main and basis and (basis.source, basis.level) == (main.source, main.level):
            return (f"{basis.section}.",) if basis.section else ()
        return (f"{self.labels.basis(basis)}.",)


def _main_basis(report: CaseAccount, account: SchemeAccount) -> _MainBasis:
    """Return the basis of the scheme as a whole, or else the one that most rules name."""
    edition = account.verdict.edition
    found = (edition.basis or _most_named(edition)) if edition else None
    return _MainBasis(report.wording.labels, found)


def _rules(edition: Edition) -> list[LegalBasis]:
    found = [each.basis for each in edition.requirements] + [each.basis for each in edition.terms]
    return [basis for basis in found if basis is not None]


def _most_named(edition: Edition) -> LegalBasis | None:
    bases = _rules(edition)
    named = Counter((basis.source, basis.level) for basis in bases)
    for (source, level), times in named.most_common(1):
        if times > 1 and times * 2 >= len(bases):
            return LegalBasis(source, "", level)
    return None


def requirements(report: CaseAccount, account: SchemeAccount) -> Iterable[Simple]:
    """Yield every requirement, and how the municipality stands to it."""
    main = _main_basis(report, account)
    items = tuple(
        Item(
            " ".join((each.text, *main.short(each.rests_on))),
            lead=f"{each.status.word}:",
            mark=each.status.truth,
        )
        for each in account.requirements
    )
    if items:
        heading = report.say(words.REQUIREMENTS)
        yield ItemList(items, "requirements", small=True, heading=heading)


def terms(report: CaseAccount, account: SchemeAccount) -> Iterable[Simple]:
    """Yield the checklist of what must hold in the project."""
    main, doubt = _main_basis(report, account), report.say(words.CHECK_TERM)
    items = tuple(
        Item(
            " ".join(
                (
                    each.text,
                    *main.short(each.rests_on),
                    *((doubt,) if each.is_doubtful else ()),
                )
            )
        )
        for each in account.terms
    )
    if items:
        yield ItemList(items, "checklist", small=True, heading=report.say(words.TERMS))


def basis(report: CaseAccount, account: SchemeAccount) -> Iterable[Labelled]:
    """Yield what the rules rest on, where there is one thing to name."""
    main, edition = _main_basis(report, account), account.verdict.edition
    if main.basis is None or edition is None:
        return
    implied = any(main.short(each) in {(), (f"{each.section}.",)} for each in _rules(edition))
    heading = words.LAW if main.basis.level.is_binding else words.GROUNDS
    notes = (report.say(words.HOLDS_FOR_THE_REST),) if implied else ()
    told = f"{report.wording.labels.basis(main.basis)}."
    yield Labelled(report.say(heading), " ".join((told, *notes)))
