"""What refers to what: nothing is named that is not there, and both ends know of it."""

from dataclasses import replace

from small_book import same

from wizard.domain.rulebook import Rulebook
from wizard.paths import RULES
from wizard.rulebook import load
from wizard.rulebook.references import Ref, References, RuleKind

_BOOK: Rulebook = load(RULES)
_KNOWN = References(_BOOK)


def _there(kind: RuleKind) -> set[str]:
    of_kind = {
        RuleKind.SCHEME: set(_BOOK.schemes),
        RuleKind.NEED: set(_BOOK.needs),
        RuleKind.RATE: set(_BOOK.rates),
        RuleKind.QUESTION: set(_BOOK.questions),
        RuleKind.FIGURE: {*_BOOK.figures, *_BOOK.derived},
        RuleKind.SOURCE: set(_BOOK.sources),
        RuleKind.ABOLISHED: set(_BOOK.abolished),
    }
    return of_kind[kind]


def test_every_reference_leads_to_something_and_back() -> None:
    """For every rule there is."""
    seen = 0
    for kind in RuleKind:
        for id_ in _there(kind):
            ref = Ref(kind, id_)
            for other in _KNOWN.rests_on(ref):
                seen += 1
                assert other.id in _there(other.kind), (ref, other)
                assert ref in _KNOWN.used_by(other)
    assert seen > len(_BOOK.schemes)


def test_a_rate_is_used_where_it_is_compared_with_paid_by_and_told() -> None:
    """As an amount, as the limit of a need, and in a text alone."""
    users = _KNOWN.used_by(Ref(RuleKind.RATE, "belaning_person"))
    assert Ref(RuleKind.SCHEME, "lan-til-livslopsboliger") in users
    limits = [
        each
        for each in _KNOWN.rests_on(Ref(RuleKind.NEED, "verdigap"))
        if each.kind is RuleKind.RATE
    ]
    assert all(Ref(RuleKind.NEED, "verdigap") in _KNOWN.used_by(each) for each in limits)
    scheme = next(iter(_BOOK.schemes.values()))
    told = replace(scheme, short=same("Inntil {sats:belaning_kommune}."))
    book = replace(_BOOK, schemes={scheme.id: told})
    assert Ref(RuleKind.RATE, "belaning_kommune") in References(book).rests_on(
        Ref(RuleKind.SCHEME, scheme.id)
    )


def test_what_is_only_tried_in_an_example_is_no_reference() -> None:
    """An example of a scheme may name any fact."""
    scheme = next(each for each in _BOOK.schemes.values() if each.examples)
    bare = replace(_BOOK, schemes={scheme.id: replace(scheme, examples=())})
    ref = Ref(RuleKind.SCHEME, scheme.id)
    assert References(bare).rests_on(ref) == _KNOWN.rests_on(ref)


def test_a_source_knows_what_rests_on_it_also_through_a_rate_and_in_what_is_abolished() -> None:
    loans = Ref(RuleKind.SOURCE, "for-2019-11-18-1546")
    found = _KNOWN.resting_on(loans)
    assert Ref(RuleKind.SCHEME, "startlan") in found
    assert Ref(RuleKind.ABOLISHED, "grunnlan") in found
    rates = [each for each in found if each.kind is RuleKind.RATE]
    assert rates
    for rate in rates:
        assert set(_KNOWN.used_by(rate)) <= set(found)
