"""What is said of one scheme: what it asks, how the municipality stands to it, what remains."""

from dataclasses import replace
from datetime import date

from small_book import (
    DAY,
    FACTS,
    MUNICIPALITY,
    at_least,
    book,
    case,
    coverage,
    is_,
    need,
    requirement,
    same,
    scheme,
)

from wizard.advice import assess
from wizard.domain.case import Answer
from wizard.domain.schemes import Scheme, Term
from wizard.domain.sources import Confidence, LegalBasis, Level
from wizard.domain.text import Language
from wizard.report.description import describe
from wizard.report.groups import VerdictGroup
from wizard.report.scheme import SchemeAccount, account_of
from wizard.report.tones import Tone
from wizard.voice.labels import Labels
from wizard.voice.wording import Wording

NEED = need("behov", severe=at_least("fast_tall", "3"), some=at_least("fast_tall", "1"))
TERM = Term("v", same("Ikke påbegynt."), LegalBasis("lov", "§ 3", Level.CALL), Confidence.C)


def account(rule: Scheme, **answers: Answer) -> SchemeAccount:
    """Return what is said of a scheme to a kommune with these answers."""
    rules = book(rule, needs=(NEED,), questions=tuple(FACTS.values()))
    advice = assess(case(**answers), rules, MUNICIPALITY, DAY)
    return account_of(Wording(advice, Language.NB), rule.id)


def test_terms_are_a_checklist_with_law_and_doubt() -> None:
    """The same in a case and without one."""
    rule = scheme(terms=(TERM,))
    (term,) = account(rule).terms
    assert (term.text, term.basis) == ("Ikke påbegynt.", "Loven § 3 (utlysning)")
    assert term.is_doubtful
    rules = book(rule, needs=(NEED,), questions=tuple(FACTS.values()))
    said = describe(rule, Labels(rules, DAY, Language.NB))
    assert said.edition
    assert said.edition.terms == (term,)


def test_a_requirement_tells_how_the_municipality_stands_to_it() -> None:
    """In one of three words."""
    rule = scheme(requirements=(requirement("k", is_("fast_valg", "a")),))
    words = {
        line.status.word
        for answers in ({"fast_valg": "a"}, {"fast_valg": "b"}, {})
        for line in account(rule, **answers).requirements
    }
    assert words == {"Oppfylt", "Ikke oppfylt", "Ikke avklart"}


def test_what_remains_is_told_of_a_scheme_that_hangs_on_an_answer() -> None:
    """The question, what each answer gives, and the tone of something open."""
    rule = scheme(requirements=(requirement("k", is_("fast_valg", "a")),))
    told = account(rule)
    assert told.group is VerdictGroup.CONDITIONAL
    assert told.tone is Tone.INFO
    assert told.questions == ("Spørsmål fast_valg?",)
    assert len(told.settlers) == len(told.settles) == 1
    assert told.group.is_pending


def test_what_to_change_is_told_once_for_each_way() -> None:
    """The first way is what `changes` tells, and `all_changes` begins with it."""
    rule = scheme(
        covers=(coverage("behov"),), requirements=(requirement("k", is_("fritt_valg", "a")),)
    )
    told = account(rule, fritt_valg="b")
    assert told.group is VerdictGroup.AFTER_CHANGE
    assert told.changes == told.all_changes[: len(told.changes)]
    assert "fritt_valg" in told.changes[0]


def test_a_scheme_that_is_over_has_a_description_but_no_rules_in_force() -> None:
    """Its sources are those of the last edition; nothing is asked and nothing given."""
    over = scheme(terms=(TERM,))
    (edition,) = over.editions
    ended = replace(edition, valid_to=date(2020, 1, 1))
    told = account(replace(over, editions=(ended,)))
    assert told.scheme.edition is None
    assert (told.money, told.terms, told.requirements) == ("", (), ())
    assert told.scheme.sources
