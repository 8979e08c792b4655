"""A scheme that is otherwise from a day on: the past is left alone, and each day has its own."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from random_book import books, cases
from small_book import (
    DAY,
    FACTS,
    MUNICIPALITY,
    book,
    case,
    coverage,
    is_,
    need,
    requirement,
    same,
    scheme,
)
from turning import turned, turning

from wizard.advice import assess, compare
from wizard.domain.advice import Advice
from wizard.domain.case import Case
from wizard.domain.comparison import Cause, CauseKind, RulePart
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Scheme, VerdictKind
from wizard.domain.text import Language
from wizard.engine.whatif.outlook import outlook_on
from wizard.voice.comparison_wording import ComparisonWording

EVE = DAY - timedelta(days=1)
A, B = is_("fast_valg", "a"), is_("fast_valg", "b")
DAYS = st.dates(date(2000, 1, 1), date(2050, 1, 1))


def rules(*schemes: Scheme) -> Rulebook:
    """Return a rulebook with two needs that are there, and these schemes."""
    needs = (need("ett", A, A), need("annet", A, A))
    return book(*schemes, needs=needs, questions=tuple(FACTS.values()))


def advice(rulebook: Rulebook, day: date) -> Advice:
    """Return the advice of a day to one who answers a."""
    return assess(case(fast_valg="a", uker="40"), rulebook, MUNICIPALITY, day)


def lines(before: Advice, after: Advice) -> str:
    """Return all that is told of what differs."""
    groups = ComparisonWording(compare(before, after), Language.NB).groups()
    return "\n".join(
        text for each in groups for entry in each.entries for text in (entry.text, *entry.below)
    )


def test_what_calls_for_a_scheme_holds_from_the_day_of_its_edition() -> None:
    """The eve has the old `aktuelt`, the day the new; the cause is the scheme's own rules."""
    changing = rules(turned(scheme("ordning", relevant=A), DAY, relevant=B))
    before, after = advice(changing, EVE), advice(changing, DAY)
    assert before.verdicts["ordning"].kind is VerdictKind.RECOMMENDED
    assert after.verdicts["ordning"].kind is VerdictKind.NOT_RELEVANT
    (change,) = compare(before, after).verdicts
    assert change.because.causes == (Cause(CauseKind.RULE, "ordning"),)
    assert "fordi tiltaket har fått nye regler fra 22. november 2026" in lines(before, after)


def test_a_need_that_is_severe_no_more_is_not_said_to_have_an_answer() -> None:
    """Nothing carries it before or after: it is the need that fell."""
    severe = book(needs=(need("ett", A, is_("fritt_valg", "a")),), questions=tuple(FACTS.values()))
    before, after = (
        assess(case(fast_valg=each, fritt_valg="a", uker="40"), severe, MUNICIPALITY, DAY)
        for each in ("a", "b")
    )
    assert [each.need for each in before.bundle.uncovered] == ["ett"]
    assert "Behovet «ett» regnes ikke lenger som stort." in lines(before, after)
    assert "uten svar" not in lines(before, after)
    carried = advice(rules(scheme("ordning", covers=(coverage("ett"),))), DAY)
    assert "Behovet «ett» står ikke lenger uten svar." in lines(advice(rules(), DAY), carried)


def test_rules_that_were_rewritten_are_said_to_be_changed() -> None:
    before, after = (advice(rules(scheme("ordning", relevant=each)), DAY) for each in (A, B))
    assert "fordi reglene for tiltaket er endret" in lines(before, after)


def test_what_a_scheme_covers_holds_from_the_day_of_its_edition() -> None:
    """Who carries a need is decided by the day of the case, and told as another place."""
    one, other = (coverage("ett"),), (coverage("annet"),)
    changing = rules(turned(scheme("ordning", covers=one), DAY, covers=other))
    before, after = advice(changing, EVE), advice(changing, DAY)
    assert before.rulebook.schemes["ordning"].covers == one
    assert after.rulebook.schemes["ordning"].covers == other
    assert [each.need for each in before.bundle.uncovered] == ["annet"]
    assert [each.need for each in after.bundle.uncovered] == ["ett"]
    (change,) = compare(before, after).rules
    assert change.parts == (RulePart.ROLE_IN_BUNDLE,)


def test_one_edition_that_changes_two_things_is_told_once() -> None:
    """A krav and `aktuelt` that are new on one day, and each enough, are one reason to read."""
    plain = turned(scheme("ordning", relevant=A), DAY, relevant=B)
    first, last = plain.editions
    gate = (requirement("k", B),)
    changing = rules(replace(plain, editions=(first, replace(last, requirements=gate))))
    before, after = advice(changing, EVE), advice(changing, DAY)
    told = "fordi tiltaket har fått nye regler fra 22. november 2026."
    assert told in lines(before, after)


def test_a_new_name_alone_changes_nothing_but_what_it_is_called() -> None:
    """It is no rule, so nothing differs; each day has the name of its own."""
    renamed = rules(turned(scheme("ordning"), DAY, name=same("Nytt navn")))
    before, after = advice(renamed, EVE), advice(renamed, DAY)
    assert before.rulebook.schemes["ordning"].name == same("Ordning")
    assert after.rulebook.schemes["ordning"].name == same("Nytt navn")
    both = compare(before, after)
    assert (both.rules, both.verdicts, both.members) == ((), (), ())


def test_what_differs_in_a_renamed_scheme_is_told_with_both_names() -> None:
    """Who holds last year's paper in hand finds the scheme in the comparison."""
    changes = {"relevant": B, "name": same("Nytt navn")}
    changing = rules(turned(scheme("ordning", relevant=A), DAY, **changes))
    before, after = advice(changing, EVE), advice(changing, DAY)
    assert "Tiltaket «Nytt navn (før: Ordning)» gikk fra «Kan brukes»" in lines(before, after)
    assert "Tiltaket «Ordning (før: Nytt navn)» gikk fra «Ikke aktuelt»" in lines(after, before)


def test_days_without_an_edition_have_what_was_last_said() -> None:
    """After the end it is as it last was; before the beginning, as it will first be."""
    plain = turned(scheme("ordning"), DAY, name=same("Nytt"))
    first, last = plain.editions
    ends = replace(last, valid_to=DAY + timedelta(days=9))
    begins = replace(first, valid_from=EVE - timedelta(days=9))
    ended = replace(plain, editions=(begins, ends))
    assert ended.on(date(1990, 1, 1)).name == same("Ordning")
    assert ended.on(date(2090, 1, 1)).name == same("Nytt")


@settings(max_examples=25)
@given(rulebook=books(), day=DAYS)
def test_a_book_whose_editions_say_nothing_of_their_schemes_is_every_days_own(
    rulebook: Rulebook, day: date
) -> None:
    """Then nothing is made, kept or looked up: it is the very same book."""
    assert rulebook.on(day) is rulebook


@settings(max_examples=40)
@given(rulebook=books(), turns=st.lists(DAYS, min_size=1, max_size=3, unique=True), days=st.data())
def test_a_book_is_one_for_all_days_between_turns(
    rulebook: Rulebook, turns: list[date], days: st.DataObject
) -> None:
    """Each scheme is as it is that day, whichever day's book is asked, and it is one book."""
    for number, day in enumerate(sorted(turns)):
        rulebook = turning(rulebook, "en", day, name=same(f"Navn {number}"))
    one, other = days.draw(DAYS), days.draw(DAYS)
    found = rulebook.on(one)
    assert found.hash == rulebook.hash
    assert found.schemes == {id_: each.on(one) for id_, each in rulebook.schemes.items()}
    assert rulebook.on(other).on(one) is found is found.on(one)
    between = any(min(one, other) < turn <= max(one, other) for turn in turns)
    assert (rulebook.on(other) is found) is not between


@settings(max_examples=15, deadline=None)
@given(rulebook=books(), other=books(), asked=cases(most_open=2))
def test_advice_is_that_of_a_book_written_for_the_day(
    rulebook: Rulebook, other: Rulebook, asked: Case
) -> None:
    """On the eve as if the edition did not exist; from its day on as if it always had."""
    later = other.schemes["en"]
    fields = ("relevant", "in_place", "when_unknown")
    new = {name: getattr(later, name) for name in fields}
    changing = turning(rulebook, "en", DAY, **new)
    changed = replace(
        rulebook,
        schemes={**rulebook.schemes, "en": replace(rulebook.schemes["en"], **new)},
    )
    for day, written in ((EVE, rulebook), (DAY, changed)):
        found = assess(asked, changing, MUNICIPALITY, day)
        plain = assess(asked, written, MUNICIPALITY, day)
        assert [each.kind for each in found.verdicts.values()] == [
            each.kind for each in plain.verdicts.values()
        ]
        assert found.bundle.core == plain.bundle.core
        assert outlook_on(changing, day).rulebook is changing.on(day)
