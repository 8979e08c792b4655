"""Comparisons over the rules we ship: days when rules turn, two kommuner, and what is said."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from wizard.advice import assess, compare
from wizard.domain.advice import Advice, Origin, Phase
from wizard.domain.case import Answer
from wizard.domain.comparison import (
    Because,
    Cause,
    CauseKind,
    Comparison,
    Force,
    RulePart,
    VerdictChange,
)
from wizard.domain.schemes import VerdictKind
from wizard.domain.text import Language
from wizard.municipalities import load as load_municipalities
from wizard.paths import DATA, RULES
from wizard.plain.comparison import plain_comparison
from wizard.rulebook import load
from wizard.voice.comparison_wording import ComparisonWording

BOOK, ALL = load(RULES), load_municipalities(DATA)
DISTRICT_TRACK = "tilskudd-til-boligtiltak-i-distriktene"


def advice(journey: str, day: date | None = None, /, **answers: Answer) -> Advice:
    """Return the advice for one of our journeys, on another day or with other answers."""
    case = BOOK.journeys[journey].case
    case = replace(case, answers={**case.answers, **answers})
    return assess(case, BOOK, ALL.get(case.municipality_number), day)


def change_of(scheme: str, comparison: Comparison) -> VerdictChange:
    """Return what changed about the verdict on one scheme."""
    return next(each for each in comparison.verdicts if each.scheme == scheme)


def said(comparison: Comparison, language: Language) -> list[str]:
    """Return every line of a comparison."""
    wording = ComparisonWording(comparison, language)
    entries = [each for group in wording.groups() for each in group.entries]
    return [line for each in entries for line in (each.text, *each.below)]


@pytest.mark.parametrize("journey", BOOK.journeys)
def test_a_journey_differs_in_nothing_from_itself(journey: str) -> None:
    assert compare(advice(journey), advice(journey)).nothing_differs


@pytest.mark.parametrize("journey", sorted(set(BOOK.journeys) - {"namsskogan"}))
def test_what_differs_from_namsskogan_has_causes(journey: str) -> None:
    """Every need, verdict and member that differs between two kommuner has something to name."""
    both = compare(advice("namsskogan", date(2026, 11, 22)), advice(journey, date(2026, 11, 22)))
    causes = [
        *(each.because for each in both.needs),
        *(each.because for each in both.verdicts),
        *(each.because for each in both.members),
    ]
    assert causes
    assert all(because.causes for because in causes)


ASKED = {Origin.ANSWERED, Origin.DONT_KNOW, Origin.UNANSWERED, Origin.CHANGED, Origin.REFERENCE}


@pytest.mark.parametrize("one", ["namsskogan", "kautokeino", "oslo"])
@pytest.mark.parametrize("other", ["skjak", "steinkjer", "hasvik", "grue"])
def test_answers_named_bring_the_verdict_back_when_all_is_assessed_again(
    one: str, other: str
) -> None:
    """A kommune with another one's answers: give back those named, and the verdict comes back.

    For questions that are asked in both; one that does not apply comes of the answer before it.
    """
    before = advice(one)
    theirs = BOOK.journeys[other].case.answers
    after = assess(replace(before.case, answers=theirs), BOOK, before.municipality)
    tried = 0
    for change in compare(before, after).verdicts:
        was = before.verdicts[change.scheme]
        if was.kind is after.verdicts[change.scheme].kind:
            continue
        for causes in _to_put_back(change.because):
            if _are_answers(causes, before, after):
                case = replace(before.case, answers=_given_back(causes, before, after))
                again = assess(case, BOOK, before.municipality).verdicts[change.scheme]
                assert (again.kind, again.in_place) == (was.kind, was.in_place)
                tried += 1
    assert tried > 5


def _to_put_back(because: Because) -> list[tuple[Cause, ...]]:
    """Return the groups of causes of which each must be enough to come back."""
    if because.force is Force.EACH_NEEDED:
        return [(cause,) for cause in because.causes]
    return [because.causes]


def _are_answers(causes: tuple[Cause, ...], before: Advice, after: Advice) -> bool:
    return all(
        cause.kind is CauseKind.FACT
        and {before.facts[cause.id].origin, after.facts[cause.id].origin} <= ASKED
        for cause in causes
    )


def _given_back(causes: tuple[Cause, ...], before: Advice, after: Advice) -> dict[str, Answer]:
    answers = dict(after.case.answers)
    for cause in causes:
        now, was = answers.pop(cause.id, None), before.case.answers.get(cause.id)
        if cause.option and isinstance(now, frozenset):
            answers[cause.id] = now ^ {cause.option}
        elif was is not None:
            answers[cause.id] = was
    return answers


def test_the_district_track_ends_on_25_march_2026() -> None:
    """The day before and the day of the new regulation differ in the edition in force."""
    days = (date(2026, 3, 25), date(2026, 3, 26))
    both = compare(*(advice("skjak", day) for day in days))
    change = change_of(DISTRICT_TRACK, both)
    assert change.because == Because((Cause(CauseKind.EDITION, DISTRICT_TRACK),))
    assert change.after
    assert change.after.kind is VerdictKind.EXCLUDED
    rule = next(each for each in both.rules if each.id == DISTRICT_TRACK)
    assert rule.parts == (RulePart.ENDED,)
    assert any("gjaldt til og med 25. mars 2026" in line for line in said(both, Language.NB))
    assert any("galdt til og med 25. mars 2026" in line for line in said(both, Language.NN))


def test_going_back_the_same_day_is_told() -> None:
    """Read the other way, the rules still turn on the day they did."""
    both = compare(advice("skjak", date(2026, 3, 26)), advice("skjak", date(2026, 3, 25)))
    assert any("gjaldt til og med 25. mars 2026" in line for line in said(both, Language.NB))


def test_loan_to_value_went_from_85_to_90_on_17_february_2025() -> None:
    days = (date(2025, 2, 16), date(2025, 2, 17))
    both = compare(*(advice("namsskogan", day) for day in days))
    assert "belaning_person" in {each.rate for each in both.rates}
    name = BOOK.rates["belaning_person"].name
    sentence = f"Satsen «{name.nb}» er endret fra 85\u00a0% til 90\u00a0%."
    assert sentence in said(both, Language.NB)
    assert f"Satsen «{name.nn}» er endra frå 85\u00a0% til 90\u00a0%." in said(both, Language.NN)


def test_a_developer_who_wants_to_build_changes_the_bundle() -> None:
    """One answer: the verdict, and the member that comes into the core, say why."""
    both = compare(advice("moskenes", har_privat_utbygger="nei"), advice("moskenes"))
    assert [each.fact for each in both.facts] == ["har_privat_utbygger"]
    change = change_of("utleielan-tilvisning", both)
    assert change.because == Because((Cause(CauseKind.FACT, "har_privat_utbygger"),))
    (moved,) = [each for each in both.phases if each.scheme == "utleielan-tilvisning"]
    assert (moved.before, moved.after.in_core) == (Phase.LATER, True)
    assert Cause(CauseKind.VERDICT, "utleielan-tilvisning") in moved.because.causes


def test_what_the_kommune_puts_first_is_a_cause() -> None:
    """The same answers with another need first give another core, and that is why."""
    plain = advice("vinje")
    first = assess(replace(plain.case, priorities=("eldre",)), plain.rulebook, plain.municipality)
    both = compare(plain, first)
    assert both.facts == ()
    assert both.phases
    causes = {cause.kind for each in both.phases for cause in each.because.causes}
    assert causes == {CauseKind.PRIORITIES}


def test_two_kommuner_are_named_and_nothing_is_said_to_have_changed() -> None:
    """Between two kommuner nothing was before, and nothing is now."""
    both = compare(advice("namsskogan"), advice("skjak"))
    lines = said(both, Language.NB)
    assert any("Namsskogan: 803" in line and "Skjåk: 2" in line for line in lines)
    told = [line for line in lines if not line.endswith("samme.")]
    assert not [line for line in told if re.search(r"\b(Før|gikk fra|ikke lenger)\b", line)]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("before", "after"),
    [("namsskogan", "skjak"), ("skjak-mars-2024", "skjak"), ("skjak", "skjak-mars-2024"),
     ("oslo", "traena"), ("vinje", "utsira")],
)  # fmt: skip
def test_every_line_is_a_whole_sentence(before: str, after: str, language: Language) -> None:
    """No slot is left open, nothing ends twice, and each line ends as a sentence or a heading."""
    for line in said(compare(advice(before), advice(after)), language):
        assert line.endswith((".", ":"))
        assert not re.search(r"[{}]|\.\.|\?\.$|  |None|Unknown", line)


def test_the_same_is_said_in_five_sentences() -> None:
    """Another day with the same rules, the same answers and the same advice."""
    both = compare(advice("oslo", date(2026, 11, 22)), advice("oslo", date(2026, 11, 23)))
    nb = said(both, Language.NB)
    assert "Svar og tall er de samme." in nb
    assert "Behovene er de samme." in nb
    assert "Pakken er den samme." in nb
    twice = ComparisonWording(compare(both.before, both.before), Language.NN)
    assert (twice.groups(), twice.nothing()) == ((), "Ingenting er endra.")


def test_json_says_the_same_as_the_sentences() -> None:
    both = compare(advice("moskenes", har_privat_utbygger="nei"), advice("moskenes"))
    plain = json.loads(json.dumps(plain_comparison(ComparisonWording(both, Language.NB))))
    assert plain["fra"]["kommune"] == plain["til"]["kommune"] == "1874"
    (fact,) = plain["opplysninger"]
    assert (fact["fra"]["verdi"], fact["til"]["verdi"]) == ("nei", "ja")
    assert len(plain["vurderinger"]) == len(both.verdicts)
    (moved,) = [e for e in plain["pakke"]["faser"] if e["ordning"] == "utleielan-tilvisning"]
    assert moved["fra"] == "neste"
    own = {"slag": "vurdering", "id": "utleielan-tilvisning", "valg": None}
    assert own in moved["fordi"]
    assert plain["likt"] is False
