"""What the schedule says, in both written forms."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from memos import advice_for
from schedules import ROLLING, bundle_of, council, once, rules, step, yearly
from small_book import DAY, MUNICIPALITY, case, scheme

from wizard.advice import assess
from wizard.domain.advice import Advice, Phase
from wizard.domain.schedule import MeetingKind
from wizard.domain.schemes import MunicipalRole, Responsible, Scheme, SchemeKind
from wizard.domain.text import Language
from wizard.engine.planning.schedule import make_schedule
from wizard.plain.advice import plain_advice
from wizard.report.case import CaseAccount
from wizard.voice.names import Names
from wizard.voice.timetable import Timetable
from wizard.voice.wording import Wording

GRANT = {"kind": SchemeKind.GRANT, "role": MunicipalRole.APPLICANT}


def advice(*schemes: Scheme, meeting: date | None = None, day: date = DAY) -> Advice:
    """Return advice whose bundle is all the schemes, begun at once."""
    answers = {} if meeting is None else {"motet": meeting}
    found = assess(case(**answers), rules(*schemes), MUNICIPALITY, day)
    bundle = bundle_of(*((each.id, Phase.NOW) for each in schemes))
    return replace(found, bundle=bundle, schedule=make_schedule(found, bundle))


def said(told: Advice, language: Language = Language.NB) -> str:
    """Return everything that the timetable says, with ordinary spaces."""
    timetable = Timetable(Names(told, language))
    rows = [sentence for _, sentences in timetable.rows() for sentence in sentences]
    return " ".join([*timetable.overview(), *rows]).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            Language.NB,
            ("Søk innen 15. mai 2027. Begynn senest 2. april 2027 (6 uker* til å forberede)."),
        ),
        (
            Language.NN,
            ("Søk innan 15. mai 2027. Start seinast 2. april 2027 (6 veker* til å førebu)."),
        ),
    ],
)
def test_a_deadline_says_when_to_begin(language: Language, sentence: str) -> None:
    """Six weeks before 15 May is 3 April, a Saturday: by the day before."""
    assert sentence in said(advice(scheme("a", deadlines=(yearly(5, 15, 6),), **GRANT)), language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (Language.NB, "Rekker ikke fristen 15. januar 2027. Neste er 15. januar 2028."),
        (Language.NN, "Rekk ikkje fristen 15. januar 2027. Neste er 15. januar 2028."),
    ],
)
def test_a_deadline_too_near_gives_the_next(language: Language, sentence: str) -> None:
    assert sentence in said(advice(scheme("a", deadlines=(yearly(1, 15, 10),))), language)


def test_a_measure_is_to_be_done_by_its_date_and_nobody_applies() -> None:
    assert "Bli ferdig innen 15. mai 2027." in said(advice(scheme("a", deadlines=(yearly(5, 15),))))


def test_a_deadline_that_others_apply_by_is_only_named() -> None:
    parts = {"kind": SchemeKind.GRANT, "role": MunicipalRole.FACILITATOR}
    told = said(advice(scheme("a", deadlines=(yearly(5, 15),), **parts)))
    assert "Fristen er 15. mai 2027. Vi vet ikke hvor lang tid forberedelsene tar." in told


def test_a_missed_deadline_says_what_it_would_take() -> None:
    """It could be kept by beginning before what it waits for is ready."""
    last = scheme("sist", first=("forst",), deadlines=(once(date(2027, 3, 1), 10),))
    told = said(advice(scheme("forst", steps=(step("a", 60),)), last))
    assert (
        "Kan begynne 21. januar 2027, når forst er ferdig. "
        "Rekker ikke fristen 1. mars 2027 i denne rekkefølgen. "
        "Skal fristen holdes, må arbeidet begynne senest 21. desember 2026 "
        "(10 uker* til å forberede). Da kan det ikke vente på forst."
    ) in told


def test_a_deadline_too_near_for_anybody_is_not_blamed_on_the_order() -> None:
    told = said(advice(scheme("a", deadlines=(once(date(2026, 12, 1), 10),))))
    assert ("Rekker ikke fristen 1. desember 2026. Det trengs 10 uker* til å forberede.") in told
    assert "rekkefølgen" not in told


def test_a_deadline_before_the_council_meets_says_so() -> None:
    plain = council()
    edition = replace(plain.editions[0], deadlines=(once(date(2026, 12, 15)),))
    told = said(advice(replace(plain, editions=(edition,)), meeting=date(2026, 12, 28)))
    assert "Kommunestyret rekker ikke å vedta det før fristen." in told


def test_a_deadline_that_has_been_is_not_hidden() -> None:
    told = said(advice(scheme("a", deadlines=(once(date(2024, 4, 1)),))))
    assert "Fristen var 1. april 2024. Vi kjenner ingen ny." in told


def test_a_date_to_check_asks_for_it() -> None:
    deadline = replace(yearly(5, 15, 6), check=True)
    assert said(advice(scheme("a", deadlines=(deadline,)))).endswith("Kontroller fristen.")


def test_what_is_rolling_or_unknown_takes_no_line() -> None:
    told = advice(scheme("a", deadlines=(ROLLING,)), scheme("b"))
    assert Timetable(Names(told)).rows() == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (Language.NB, "Dette tar lengst tid: først a, så b, så c, ferdig 19. februar 2027."),
        (Language.NN, "Dette tek lengst tid: først a, så b, så c, ferdig 19. februar 2027."),
    ],
)
def test_the_longest_way_is_told_link_by_link(language: Language, sentence: str) -> None:
    """Thirty days each, one after the other."""
    thirty = (step("s", 30),)
    chain = (
        scheme("a", steps=thirty),
        scheme("b", steps=thirty, first=("a",)),
        scheme("c", steps=thirty, first=("b",)),
        scheme("d", steps=(step("s", 80),)),
    )
    assert sentence in said(advice(*chain), language)


def test_a_way_of_unknown_length_has_no_day() -> None:
    assert "Dette tar lengst tid: a, ferdig tidligst i november 2026." in said(advice(scheme("a")))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            Language.NB,
            (
                "Legg saken fram for kommunestyret 17. desember 2026. "
                "Da kan kommunestyret også behandle det som gjelder a."
            ),
        ),
        (
            Language.NN,
            (
                "Legg saka fram for kommunestyret 17. desember 2026. "
                "Då kan kommunestyret òg handsame det som gjeld a."
            ),
        ),
    ],
)
def test_the_council_hears_what_is_ready(language: Language, sentence: str) -> None:
    assert sentence in said(advice(council(), meeting=date(2026, 12, 17)), language)


def test_what_is_not_ready_waits_for_a_later_meeting() -> None:
    """The step says so too, with a month instead of a day."""
    told = advice(council(step("skriv", 90), days=120), meeting=date(2026, 12, 17))
    assert "Dette kommer opp i et senere møte: a." in said(told)
    rows = Wording(told).offers.steps(told.verdicts["a"])
    assert [(row.when, row.within) for row in rows] == [
        ("19. februar 2027", True),
        ("i et senere møte, rundt mars 2027", False),
    ]


def test_a_meeting_squeezed_by_a_deadline_is_to_be_held_by_it() -> None:
    """The council's own pace would be June; the deadline is 15 May."""
    plain = council(days=200)
    edition = replace(plain.editions[0], deadlines=(yearly(5, 15, 6),))
    told = advice(replace(plain, editions=(edition,)))
    (row,) = Wording(told).offers.steps(told.verdicts["a"])
    assert (row.when, row.within) == ("i et møte senest 14. mai 2027", False)


def test_a_meeting_nobody_has_given_is_said_only_where_it_matters() -> None:
    assert "Vi vet ikke når kommunestyret møtes. Det må vedtas noe i disse sakene: a." in said(
        advice(council())
    )
    assert "kommunestyret" not in said(advice(scheme("a")))


def test_a_meeting_that_has_been_asks_for_the_next() -> None:
    told = said(advice(council(), meeting=DAY - timedelta(days=1)))
    assert "Kommunestyremøtet 21. november 2026 har vært. Finn datoen for det neste." in told


def test_no_new_matter_comes_to_a_meeting_on_the_day_of_the_case() -> None:
    told = advice(council(), meeting=DAY)
    words = "En ny sak rekker ikke kommunestyremøtet 22. november 2026. Finn datoen for det neste."
    assert words in said(told)
    assert "Legg saken fram" not in said(told)
    (step,) = [each for each in told.schedule.items[0].steps if each.meeting]
    assert step.meeting is MeetingKind.LATER
    assert step.due.day > DAY


def test_a_long_list_is_cut_and_counted() -> None:
    vote = (step("v", 30, by=Responsible.POLITICS),)
    many = [scheme(id_, steps=vote) for id_ in "abcdef"]
    assert "Det må vedtas noe i disse sakene: a, b, c og 3 til." in said(advice(*many))
    assert "Det må vedtas noe i disse sakene: a, b, c og d." in said(advice(*many[:4]))


def test_a_step_of_unknown_length_is_never_given_a_last_day() -> None:
    told = advice(scheme("a", steps=(step("s", None),)))
    (row,) = Wording(told).offers.steps(told.verdicts["a"])
    assert (row.when, row.within) == ("tidligst i november 2026", False)


def test_a_scheme_outside_the_bundle_has_steps_without_days() -> None:
    told = replace(advice(scheme("a", steps=(step("s", 3),))), bundle=bundle_of())
    assert [row.when for row in Wording(told).offers.steps(told.verdicts["a"])] == [""]


def test_the_data_say_what_the_sentences_say() -> None:
    """Nothing is decided twice: the same schedule, as JSON."""
    told = advice(
        council(step("skriv", 90), days=120),
        scheme("b", first=("a",), deadlines=(yearly(1, 15, 10),)),
        meeting=date(2026, 12, 17),
    )
    plain: Any = plain_advice(CaseAccount(Wording(told)))["tidsplan"]
    first, second = plain["ordninger"]
    assert plain["kommunestyremote"] == "2026-12-17"
    assert first["steg"][1] == {
        "id": "vedta",
        "innen": {"dato": "2027-03-22", "tidligst": True},
        "mote": "senere",
        "gjort": False,
    }
    assert second["venter_pa"] == "a"
    assert second["frist"] == {
        "status": "neste",
        "dato": "2028-01-15",
        "for_tidlig": "2027-01-15",
        "begynn_senest": "2027-11-05",
        "kontroller": False,
    }


def test_what_is_unknown_is_never_null_in_the_data() -> None:
    plain: Any = plain_advice(CaseAccount(Wording(advice(scheme("a")))))["tidsplan"]
    assert plain["kommunestyremote"] == {"ukjent": True}


@pytest.mark.parametrize("journey", ["namsskogan", "vinje"])
def test_the_shipped_situations_say_when_the_council_meets(journey: str) -> None:
    """And every step of every member has a time."""
    told = advice_for(journey)
    assert said(told).startswith("Legg saken fram for kommunestyret 17. desember 2026.")
    for item in told.bundle.items:
        assert all(row.when for row in Wording(told).offers.steps(told.verdicts[item.scheme]))
