"""The status note: one page, true to the marks and to the two editions of the figures."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import page as validation
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from memos import BLANK, advice_for, book, known, lists, plain, said, tables, words_of
from printed import printed

from wizard.advice import adopted, assess
from wizard.domain.advice import Advice
from wizard.domain.follow_up import LONGEST_WHY, FollowUp, Mark, MeasureState, PlanPart
from wizard.domain.frozen import FrozenFigure
from wizard.domain.text import Language
from wizard.memo.compose import compose
from wizard.memo.docx.writer import render_docx
from wizard.memo.html import render_html, render_pdf
from wizard.memo.identity import identity_of
from wizard.memo.model import Memo, Paper
from wizard.memo.verifying import verify
from wizard.report.case import CaseAccount
from wizard.report.follow_up import FollowUpAccount
from wizard.voice.wording import Wording

THEN, NOW = date(2025, 11, 22), date(2026, 11, 22)
JOURNEY = "namsskogan"
WHY = "Fikk tilsagn i mars. Fire leiligheter ved omsorgssenteret står ferdige, og alle er leid ut."
STATES = (*MeasureState, None)


@cache
def plan_of(journey: str = JOURNEY) -> FollowUp:
    """Return the plan of a journey as one that was adopted a year ago."""
    return FollowUp(replace(adopted(advice_for(journey)), as_of=THEN))


def followed(follow_up: FollowUp, journey: str = JOURNEY, **fields: str) -> Advice:
    """Return the advice on a journey whose plan is followed up so."""
    before = advice_for(journey)
    case = replace(before.case, follow_up=follow_up, adviser=fields)
    return replace(before, case=case)


def marked(states: Mapping[str, MeasureState | None], why: str = WHY) -> FollowUp:
    """Return the plan with marks in these states."""
    marks = {id_: Mark(state, why, NOW) for id_, state in states.items() if state}
    return replace(plan_of(), marks=marks)


def busy() -> FollowUp:
    """Return a plan where each of the four states occurs, with lines, and figures that differ."""
    plan = plan_of()
    core, later = plan.plan.of(PlanPart.CORE), plan.plan.of(PlanPart.LATER)
    states = dict(zip(core, (*MeasureState, MeasureState.DONE), strict=False))
    found = marked(states | {later[0]: MeasureState.BEGUN})
    figures = dict(plan.plan.figures)
    for id_ in ("folketall", "andel_67", "boliger"):
        if id_ in figures and isinstance(figures[id_].value, Decimal):
            figures[id_] = replace(figures[id_], value=Decimal(1), as_of="2025-01-01")
    return replace(found, plan=replace(found.plan, figures=figures))


@pytest.mark.parametrize("language", Language)
def test_it_is_one_page_that_passes_both_standards(language: Language, tmp_path: Path) -> None:
    """With a core of five, a line each, and figures that differ."""
    fields = {"utvalg": "Kommunestyret", "motedato": "2026-12-17", "saksnummer": "2026/1234"}
    memo = compose(followed(busy(), **fields), language, Paper.STATUS)
    page = render_html(memo, stylesheets=())
    paper = printed(page)
    assert len(paper.pages) == 1
    path = tmp_path / "status.pdf"
    path.write_bytes(paper.pdf)
    for profile in ("ua1", "2a"):
        report = validation.validate_pdf(str(path), profile=profile)
        assert report.is_compliant, (profile, report.failures)
    assert render_docx(memo) == render_docx(memo)


def test_it_says_what_was_planned_how_it_went_and_what_to_decide() -> None:
    """Plan with its day, sums, table with state, day and why, and a proposal."""
    follow_up = busy()
    memo = compose(followed(follow_up), Language.NB, Paper.STATUS)
    assert memo.front
    assert memo.head.title == "Namsskogan kommune har gjort 2 av 5 tiltak i planen"
    told = plain(" ".join(words_of(memo.front)))
    assert "Handlingsplanen fra 22. november 2025 hadde 5 tiltak for det første året." in told
    assert "Kommunedirektøren skulle melde tilbake innen 22. mai 2026." in told
    assert "2 av 5 tiltak er gjort. 1 er i gang, 1 er ikke begynt og 1 er droppet." in told
    points = memo.front.proposal.points
    assert points[0] == "Kommunestyret tar statusen til orientering."
    assert "fullføre «Oppdater kommuneplanen om bolig»" in points[1]
    assert "Dette går ut av planen: " in points[3]
    assert plain(points[-1]).endswith("melder tilbake til kommunestyret innen 21. mai 2027.")
    rows = tables(memo, "tiltak")[0].rows
    assert len(rows) == 6
    assert [plain(each.text) for each in rows[0][1:]] == ["Gjort", WHY]
    assert rows[0][1].note is not None
    assert plain(rows[0][1].note) == "22. november 2026"


LONG = (
    "Fikk tilsagn i mars, men anbudene kom inn over rammen. Formannskapet ba om en ny runde med "
    "færre leiligheter. Fylket hjelper oss med å se på grunnlaget, og vi tror det er klart i mai."
)


def of_all(journey: str, states: Sequence[MeasureState], why: str, most: int) -> Memo:
    """Return the note of a plan whose measures are marked in turn, with figures that differ."""
    plan = plan_of(journey).plan
    ids = [each.scheme for each in plan.measures][:most]
    marks = {id_: Mark(states[place % len(states)], why, NOW) for place, id_ in enumerate(ids)}
    old = {
        id_: replace(each, value=Decimal(1), as_of="2025-01-01")
        for id_, each in plan.figures.items()
        if isinstance(each.value, Decimal)
    }
    follow_up = FollowUp(replace(plan, figures={**plan.figures, **old}), marks)
    fields = {"utvalg": "Kommunestyret", "motedato": "2026-12-17", "saksnummer": "2026/1234"}
    return compose(followed(follow_up, journey, **fields), Language.NN, Paper.STATUS)


@pytest.mark.parametrize(
    ("journey", "states", "most"),
    [
        ("skjak", tuple(MeasureState), 12),
        ("afjord", tuple(MeasureState), 99),
        ("afjord", (MeasureState.BEGUN,), 99),
        ("hasvik", (MeasureState.NOT_BEGUN,), 99),
        ("namsskogan", (MeasureState.DROPPED,), 99),
        ("steinkjer", (MeasureState.DONE,), 99),
    ],
)
@pytest.mark.parametrize("why", [LONG[:110], LONG], ids=["two lines", "as long as it may be"])
def test_it_is_one_page_whatever_is_marked(
    journey: str, states: Sequence[MeasureState], most: int, why: str
) -> None:
    """With a reason at every measure of the longest plans, and more figures than are shown."""
    assert len(why) <= LONGEST_WHY
    memo = of_all(journey, states, why, most)
    assert len(printed(render_html(memo, stylesheets=())).pages) == 1


def test_what_is_left_out_for_the_page_is_said_to_stand_in_the_case() -> None:
    """A reason is whole, or ends in three dots after a sentence; nothing is silently less."""
    for most, why in ((3, "Kort."), (12, LONG), (99, LONG)):
        memo = of_all("skjak", tuple(MeasureState), why, most)
        table = tables(memo, "tiltak")[0]
        shown = [plain(row[2].text) for row in table.rows if row[2].text != "–"]
        told = said(memo, "tiltak")
        whole = shown == [why] * most
        assert ("De står hele" in told or "Dei står heile" in told) is not whole
        assert whole or all(
            each == why or re.fullmatch(r".*\.\s…|[^.]*\s…", each) for each in shown
        )
        labels = Wording(advice_for("skjak"), Language.NN).labels
        rest = () if "etter det første året" in told else plan_of("skjak").plan.measures[:most]
        assert [each.scheme for each in rest if labels.headline(each.scheme) not in told] == []


def test_nothing_left_asks_for_a_new_plan() -> None:
    """When all is done, there is nothing to report on but what comes next."""
    core = plan_of().plan.of(PlanPart.CORE)
    memo = compose(followed(marked(dict.fromkeys(core, MeasureState.DONE))), None, Paper.STATUS)
    assert memo.front
    assert "Ingenting gjenstår av det første året." in words_of(memo.front)
    assert plain(memo.front.proposal.points[-1]) == (
        "Det første året i planen varte til 22. november 2026. "
        "Kommunedirektøren legger fram en ny plan innen 21. mai 2027."
    )
    assert len(memo.front.proposal.points) == 2


def test_the_new_plan_is_due_when_the_year_of_the_old_one_ends() -> None:
    """Where that is still to come: on the last working day of it, and after any meeting before."""
    plan = plan_of().plan
    done = dict.fromkeys(plan.of(PlanPart.CORE), MeasureState.DONE)
    follow_up = replace(marked(done), plan=replace(plan, as_of=date(2026, 3, 20)))
    memo = compose(followed(follow_up), Language.NN, Paper.STATUS)
    assert memo.front
    assert plain(memo.front.proposal.points[-1]) == (
        "Kommunedirektøren legg fram ein ny plan for det neste året innan 19. mars 2027, "
        "når året i planen er ute."
    )
    late = compose(
        followed(follow_up, utvalg="Kommunestyret", motedato="2027-04-15"), None, Paper.STATUS
    )
    assert late.front
    assert "varte til 20. mars 2027" in plain(late.front.proposal.points[-1])


def test_a_duty_that_goes_out_of_the_plan_is_still_a_duty() -> None:
    """The point that drops it says so, with the day; a point that drops no duty does not."""
    core = plan_of().plan.of(PlanPart.CORE)
    for id_ in core:
        memo = compose(followed(marked({id_: MeasureState.DROPPED})), Language.NB, Paper.STATUS)
        assert memo.front
        (point,) = (each for each in memo.front.proposal.points if "går ut av planen" in each)
        stands = re.search(r"Plikten gjelder fortsatt. Loven (har krevd|krever) .* \d{4}\.$", point)
        assert bool(stands) is bool(book().schemes[id_].duty)
    assert any(book().schemes[each].duty for each in core)


def test_nothing_is_said_of_the_rules_of_what_is_left_where_nothing_is() -> None:
    """All is done or dropped, also what was to come after the year."""
    plan = plan_of().plan
    everything = (*plan.of(PlanPart.CORE), *plan.of(PlanPart.LATER))
    for left, told in ((0, False), (1, True)):
        found = marked(dict.fromkeys(everything[left:], MeasureState.DONE))
        found = replace(found, plan=replace(plan, as_of=NOW))
        memo = compose(followed(found), Language.NB, Paper.STATUS)
        assert ("tiltakene som gjenstår" in " ".join(words_of(memo.front))) is told


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_counts_in_the_paper_equal_the_marks(data: st.DataObject) -> None:
    """Every state is counted once; the rest is what is neither done nor dropped."""
    core = plan_of().plan.of(PlanPart.CORE)
    states = {each: data.draw(st.sampled_from(STATES)) for each in core}
    language = data.draw(st.sampled_from(list(Language)))
    follow_up = marked(states)
    memo = compose(followed(follow_up), language, Paper.STATUS)
    assert memo.front
    rows = {row.label: plain(row.text) for row in memo.front.brief}
    done = list(states.values()).count(MeasureState.DONE)
    counted = [int(n) for n in re.findall(r"(\d+) er ", rows["Status"])]
    assert rows["Status"].startswith(f"{done} av {len(core)} tiltak er gjor")
    assert done + sum(counted) == len(core)
    cells = [row[1].text for row in tables(memo, "tiltak")[0].rows[: len(core)]]
    assert cells.count("Gjort") == done
    left = [each for each in core if states[each] not in {MeasureState.DONE, MeasureState.DROPPED}]
    weeks = sum((book().schemes[each].effort.weeks for each in left), Decimal(0))
    if left:
        shown = CaseAccount(Wording(advice_for(JOURNEY), language)).wording.plan.weeks_of(left)
        assert plain(shown).rstrip("*") in rows[_left(language)]
        assert weeks > 0


def _left(language: Language) -> str:
    return "Gjenstår" if language is Language.NB else "Står att"


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_changed_figures_are_the_difference_of_the_two_editions(data: st.DataObject) -> None:
    """No more, no fewer; a figure of another day with the same value is none of them."""
    now = plan_of().plan.figures
    numbers = [id_ for id_, each in now.items() if isinstance(each.value, Decimal)]
    moved = data.draw(st.sets(st.sampled_from(numbers), max_size=8))
    redated = data.draw(st.sets(st.sampled_from(numbers), max_size=8)) - moved
    then = dict(now)
    for id_ in moved:
        value = now[id_].value
        assert isinstance(value, Decimal)
        then[id_] = replace(now[id_], value=value + 1)
    for id_ in redated:
        then[id_] = replace(now[id_], as_of="2019-01-01")
    follow_up = FollowUp(replace(plan_of().plan, figures=then))
    report = CaseAccount(Wording(followed(follow_up)))
    account = FollowUpAccount(report, follow_up)
    assert {each.change.figure for each in account.figures} == moved
    for line in account.figures:
        figure = line.change.figure
        for side in (then[figure], now[figure]):
            assert report.wording.labels.worth(figure, side.value) in line.text
    memo = compose(followed(follow_up), Language.NB, Paper.STATUS)
    shown = sum(len(each.items) for each in lists(memo, "tall"))
    assert shown == min(len(moved), 4)
    more = re.search(r"(\d+|Ett) tall til er endret", said(memo, "tall"))
    rest = 0 if more is None else 1 if more[1] == "Ett" else int(more[1])
    assert shown + rest == len(moved)


def test_a_corrected_figure_stays_and_is_told_where_the_source_moved() -> None:
    """It is said whether the new figure is what they have already."""
    now = plan_of().plan.figures["folketall"]
    then = {**plan_of().plan.figures, "folketall": replace(now, value=Decimal(1))}
    follow_up = FollowUp(replace(plan_of().plan, figures=then))
    for own, told in ((Decimal(999), "Det blir stående."), (now.value, "det nye tallet.")):
        assert not isinstance(own, str)
        case = replace(advice_for(JOURNEY).case, answers={"folketall": own})
        advice = assess(case, book(), known().get(case.municipality_number))
        account = FollowUpAccount(CaseAccount(Wording(advice, Language.NB)), follow_up)
        assert [each.correction.endswith(told) for each in account.figures] == [True]


def test_a_case_that_nobody_follows_up_gives_a_note_to_fill_in() -> None:
    """The plan as it is; where there is none, the questions."""
    memo = compose(advice_for(JOURNEY), Language.NB, Paper.STATUS)
    assert {row[1].text for row in tables(memo, "tiltak")[0].rows} == {"Ikke merket"}
    assert compose(advice_for(BLANK), None, Paper.STATUS).paper is Paper.QUESTIONS


def test_what_people_write_is_printed_as_it_stands() -> None:
    """Braces and digits are theirs; no mark is asked of them."""
    core = plan_of().plan.of(PlanPart.CORE)
    line = "Kostet 200 000 kr {sic}"
    follow_up = marked({core[0]: MeasureState.DONE}, why=line)
    memo: Memo = compose(followed(follow_up, utvalg="Utvalg {A}"), None, Paper.STATUS)
    assert line in words_of(memo)


def test_the_marks_are_part_of_what_the_note_is_and_of_no_other_paper() -> None:
    """The answers of its identity differ with them; the memo stays the paper it was."""
    core = plan_of().plan.of(PlanPart.CORE)
    one = followed(marked({core[0]: MeasureState.DONE}))
    two = followed(marked({core[0]: MeasureState.DROPPED}))
    memo, status = Paper.MEMO.value, Paper.STATUS.value
    assert identity_of(one, kind=memo) == identity_of(two, kind=memo)
    assert identity_of(one, kind=memo) == identity_of(advice_for(JOURNEY), kind=memo)
    assert identity_of(one, kind=status) != identity_of(two, kind=status)


def test_it_can_be_verified_from_the_case() -> None:
    """The same bytes, from a case that has the follow-up."""
    advice = followed(busy())
    content = render_pdf(compose(advice, Language.NB, Paper.STATUS))
    case = advice.case
    assert verify(content, case, book(), advice.municipality).same_bytes
    other = replace(case, follow_up=plan_of())
    assert not verify(content, other, book(), advice.municipality).same_bytes


def test_a_rulebook_of_another_edition_is_named() -> None:
    """What was corrected in the rules themselves is not in the comparison, and that is said."""
    plan = plan_of().plan
    for rulebook, told in ((plan.rulebook, False), ("0" * 64, True)):
        follow_up = FollowUp(replace(plan, rulebook=rulebook))
        memo = compose(followed(follow_up), Language.NB, Paper.STATUS)
        assert ("har fått en ny utgave" in " ".join(words_of(memo.front))) is told


def test_figures_of_a_case_file_name_it_as_their_source() -> None:
    """An older edition that a file brings has no source of ours behind it."""
    figure = FrozenFigure(Decimal(1), "svarfil", "2025-01-01")
    figures = {**plan_of().plan.figures, "folketall": figure}
    follow_up = FollowUp(replace(plan_of().plan, figures=figures))
    memo = compose(followed(follow_up), Language.NB, Paper.STATUS)
    assert "svarfilen" in said(memo, "kilder").lower()
