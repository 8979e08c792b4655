"""What the council is asked to decide: whole sentences, each with who, when and within what."""

from dataclasses import replace

import pytest
from memos import advice_for, memo_for

from wizard.domain.advice import Advice, Uncovered
from wizard.domain.schemes import VerdictKind
from wizard.domain.text import Language
from wizard.memo.compose import compose
from wizard.memo.model import Memo, Point

MOST_IN_A_YEAR = 5


def points(journey: str) -> list[str]:
    """Return the sentences of a journey's proposal, in bokmål."""
    return [point.text for point in memo_for(journey, Language.NB).proposal.points]


def tasks(memo: Memo) -> list[Point]:
    """Return the points of the proposal that give somebody something to do."""
    return [point for point in memo.proposal.points if point.terms]


def terms(point: Point) -> dict[str, str]:
    """Return what stands under a point, by its label."""
    return {each.label: each.text for each in point.terms}


def test_a_council_with_nothing_to_adopt_takes_note_and_is_promised_nothing() -> None:
    """Oslo's bundle is empty, so nobody has anything to report."""
    assert points("oslo") == ["Bystyret tar tiltaksnotatet av 22. november 2026 til orientering."]


@pytest.mark.parametrize(
    ("journey", "task"),
    [
        ("namsskogan", "innhente råd fra Distriktssenteret"),
        ("namsskogan", "ta bolig inn i kommuneplanen"),
        ("vinje", "søke om tilskudd til boligtiltak"),
        ("lebesby", "ta i bruk startlån og gjøre det kjent"),
    ],
)
def test_a_task_says_what_a_kommune_does_with_such_a_scheme(journey: str, task: str) -> None:
    """It asks for advice, starts what is its own, applies, or makes known what others apply for."""
    assert f"Kommunestyret ber kommunedirektøren {task}." in points(journey)


def test_a_task_has_an_owner_a_day_and_a_frame(memo: Memo) -> None:
    """In that order, a deadline where there is one, and then what it depends on."""
    for task in tasks(memo):
        labels = [each.label for each in task.terms if each.label not in {"Frist:", "Merk:"}]
        assert labels[:3] == ["Ansvar:", "Tid:", "Ramme:"]


def test_the_council_is_asked_about_every_member_of_the_bundle(memo: Memo) -> None:
    """What has a place in the year is a resolution; the rest waits for the economic plan."""
    assert len(tasks(memo)) == len(memo.schemes) <= MOST_IN_A_YEAR
    told = " ".join(point.text for point in memo.proposal.points)
    for row in memo.later.rows if memo.later else ():
        # The verb of a heading goes, so its last word tells.
        assert row.reference.name.split()[-1] in told.replace(" kjent og ta det i bruk", "") or (
            row.reference.name.endswith("bruk")
        )


def test_the_council_sees_the_date_that_is_not_kept_and_its_other_choice() -> None:
    """They stand with the proposal, and the sums beside them."""
    proposal = memo_for("namsskogan", Language.NB).proposal
    conflict, other = proposal.choices
    assert conflict.text.startswith("Arbeid med bolig i kommuneplanen blir ferdig tidligst")
    assert "Fristen er 1. juli 2027." in conflict.text
    assert "begynne senest 3. desember 2026" in conflict.text
    assert other.label == "Kommunestyret kan velge annerledes:"
    assert (
        "Ulempen er at kommunen utsetter en plikt (arbeid med bolig i kommuneplanen)" in other.text
    )
    assert proposal.sums
    assert "11 av 11" in proposal.sums


def test_a_resolution_has_an_owner_in_the_municipality(memo: Memo) -> None:
    """A council cannot give tasks to a developer, a household or a neighbour."""
    outside = {"Utbyggeren.", "Utbyggjaren.", "Husstanden.", "Nabokommunene.", "Nabokommunane."}
    assert not outside & {terms(each)["Ansvar:"] for each in tasks(memo)}


def test_what_is_not_yet_certain_says_on_what_it_depends(advice: Advice) -> None:
    """A resolution about a scheme that is not simply recommended names its condition."""
    memo = compose(advice, Language.NB)
    items = advice.bundle.core
    for item, task in zip(items, tasks(memo), strict=True):
        firm = advice.verdicts[item.scheme].kind is VerdictKind.RECOMMENDED
        assert bool({"Forutsetning:", "Avklar først:"} & set(terms(task))) is not firm, item.scheme


def test_a_severe_need_that_nothing_answers_is_a_contact_to_make() -> None:
    """The council asks for it by the name of the need and of whom to ask."""
    advice = advice_for("oslo")
    left = (Uncovered("tomme-hus", "radgivning-husbanken"),)
    advice = replace(advice, bundle=replace(advice.bundle, uncovered=left))
    *_, contact, report = [point.text for point in compose(advice, Language.NB).proposal.points]
    assert contact.startswith(
        "Ingenting i planen dekker «Hus står tomme mens folk trenger bolig» alene."
    )
    assert contact.endswith("Bystyret ber byrådet innhente råd fra Husbanken.")
    assert report.startswith("Byrådet melder tilbake")


def test_nobody_is_asked_to_do_what_the_plan_does_or_has_no_room_for() -> None:
    """Namsskogan asks for both kinds of advice in its plan; Fedje has no time for Husbanken."""
    for journey in ("namsskogan", "fedje"):
        advice = advice_for(journey)
        assert advice.bundle.uncovered
        told = " ".join(point.text for point in memo_for(journey, Language.NB).proposal.points)
        assert "Ingenting i planen dekker" not in told
        assert told.count("innhente råd fra Husbanken") == (journey == "namsskogan")


def test_the_council_hears_back_within_half_a_year() -> None:
    """With the answers, where there are open questions."""
    back = "melder tilbake til kommunestyret innen 22. mai 2027."
    assert points("skjak")[-1] == f"Kommunedirektøren {back}"
    assert points("namsskogan")[-1] == (
        f"Kommunedirektøren avklarer de åpne spørsmålene i notatet og {back}"
    )
