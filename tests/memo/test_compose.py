"""From advice to paper: everything is there, in one language, in its place."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from memos import (
    BLANK,
    advice_for,
    book,
    cards,
    known,
    lists,
    memo_for,
    plain,
    row,
    said,
    section,
    tables,
    words_of,
    written,
)

from wizard.advice import assess, new_case
from wizard.domain.advice import Advice
from wizard.domain.text import Language
from wizard.memo.afterwards import MOST_QUESTIONS
from wizard.memo.compose import compose
from wizard.memo.model import Memo, Paper, Paragraph, Picture
from wizard.report.case import CaseAccount
from wizard.report.groups import VerdictGroup
from wizard.voice.wording import Wording


def report_of(advice: Advice, language: Language | None = None) -> CaseAccount:
    """Return the account that a memo is made from."""
    return CaseAccount(Wording(advice, language))


# --- which paper


def test_who_has_answered_too_little_gets_the_question_sheet_whatever_is_asked_for() -> None:
    """Nobody gets a proposal that rests on nothing."""
    for paper in (None, *Paper):
        memo = memo_for(BLANK, Language.NB, paper)
        assert memo.paper is Paper.QUESTIONS
        assert memo.front is None
    assert all(memo_for(id_).front for id_ in book().journeys if id_ != BLANK)


def test_the_question_sheet_asks_everything_that_is_open_of_whoever_knows(
    journey: str, language: Language
) -> None:
    """Each question once, under the one to ask, with a box to tick."""
    report = report_of(advice_for(journey), language)
    memo = memo_for(journey, language, Paper.QUESTIONS)
    asked = [item.lead for each in lists(memo, "sporsmal") for item in each.items]
    assert sorted(map(str, asked)) == sorted(each.question for each in report.questions)
    assert all(each.look == "checklist" and each.heading for each in lists(memo, "sporsmal"))


@pytest.mark.parametrize("number", ["0301", "1818", "5610", "5622", "3433"])
def test_a_case_without_a_single_answer_has_a_sheet(number: str, language: Language) -> None:
    """It can be printed before anybody has answered, and says what is known from before."""
    municipality = known().get(number)
    case = new_case(municipality, book(), date(2026, 11, 22), language)
    memo = compose(assess(case, book(), municipality))
    assert memo.head.name.endswith(f" for {municipality.title}")
    assert section(memo, "kjent")
    assert lists(memo, "sporsmal")


def test_the_memo_is_made_in_both_languages(advice: Advice) -> None:
    """Bokmål and nynorsk give the same memo in different words."""
    nb, nn = compose(advice, Language.NB), compose(advice, Language.NN)
    assert (nb.language, nn.language) == ("nb", "nn")
    assert len(words_of(nb)) == len(words_of(nn))
    assert words_of(nb) != words_of(nn)


def test_the_case_decides_the_language_unless_told() -> None:
    """Skjåk writes nynorsk."""
    assert memo_for("skjak").language == "nn"
    assert memo_for("namsskogan").language == "nb"
    assert memo_for("skjak", Language.NB).language == "nb"


@pytest.mark.parametrize("language", Language)
def test_the_sections_stand_in_the_order_they_are_read(language: Language) -> None:
    """The situation, what to do, what comes after; then what is behind it, lettered in order."""
    memo = memo_for("namsskogan", language)
    assert [each.anchor for each in memo.sections] == [
        "situasjonen",
        "behov",
        "matrise",
        "penger",
        "tiltak",
        "etterpa",
        "gjor-kjent",
        "ikke-plass",
        "avklar",
        "vurdert",
    ]
    assert [each.anchor for each in memo.appendices][:2] == ["vilkar", "kilder"]
    assert [each.anchor for each in memo.appendices][-1] == "versjoner"
    for number, each in enumerate(memo.appendices, start=1):
        assert each.heading.startswith(f"Vedlegg {number}: ")


def test_oslo_gets_a_memo_although_nothing_is_recommended() -> None:
    """An empty plan is a valid result with its own text, and no empty sections."""
    memo = memo_for("oslo", Language.NB)
    assert memo.front
    assert memo.front.proposal.sums is None
    assert memo.front.line is None
    assert not cards(memo)
    for anchor in ("matrise", "penger", "tiltak", "etterpa", "ikke-plass"):
        assert section(memo, anchor) is None
    assert section(memo, "vurdert")


# --- the situation


def test_every_need_is_in_the_situation(memo: Memo, advice: Advice) -> None:
    """A need that is there or may be, with the reason; one that is not there, by name."""
    rows = [each for table in tables(memo, "behov") for each in table.rows]
    names = [cells[0].text.split(". ", 1)[1] for cells in rows]
    report = report_of(advice)
    assert names == [each.name for each in report.needs_there]
    assert all(cells[2].text for cells in rows)
    assert all(each.name in said(memo, "behov") for each in report.needs_absent)


def test_the_matrix_has_a_sign_for_each_measure_and_need(memo: Memo, advice: Advice) -> None:
    """Carries, helps or neither, as the plan counts it."""
    core = report_of(advice).core
    signs = {"●": 0, "○": 0}
    for table in tables(memo, "matrise"):
        assert len(table.columns) == len(core) + 1
        for cells in table.rows:
            found = [cell.text for cell in cells[1:]]
            assert set(found) <= {"●", "○", "–"}
            for sign in signs:
                signs[sign] += found.count(sign)
    there = {need.finding.need for need in report_of(advice).needs_there}
    assert signs["●"] == sum(len(there & set(each.item.main_for)) for each in core)


def test_the_situation_is_drawn_with_its_sources(memo: Memo) -> None:
    """Each chart has a sentence as its title, its values in words, and where they are from."""
    there = section(memo, "situasjonen")
    assert there
    charts = [chart for each in there.blocks if isinstance(each, Picture) for chart in each.charts]
    assert len(charts) >= 3
    for chart in charts:
        assert chart.title.endswith(".")
        assert "SSB" in chart.source or "kommunen" in chart.source
        assert any(sign.isdigit() for sign in chart.alternative)


def test_a_figure_that_nobody_publishes_is_named_as_missing() -> None:
    """SSB shows no price where few dwellings are sold, and the memo says so."""
    lead = "Tall som ikke finnes for kommunen:"
    there = {each: section(memo_for(each, Language.NB), "svar") for each in ("namsskogan", "oslo")}
    told = {
        journey: [
            each.text
            for each in (found.blocks if found else ())
            if isinstance(each, Paragraph) and each.lead == lead
        ]
        for journey, found in there.items()
    }
    assert "Pris for brukt enebolig" in told["namsskogan"][0]
    assert "Pris for brukt enebolig" not in " ".join(told["oslo"])


def test_a_corrected_figure_keeps_the_published_one_beside_it() -> None:
    """The municipality's own figure is used, and the reader sees what it replaced."""
    before = advice_for("namsskogan")
    case = replace(before.case, answers={**before.case.answers, "andel_80": Decimal("9.4")})
    memo = compose(assess(case, book(), before.municipality))
    assert "9,4 %" in plain(" ".join(words_of(tables(memo, "svar")[0])))
    sources = [plain(item.text) for each in lists(memo, "kilder") for item in each.items]
    (changed,) = [each for each in sources if "9,2" in each]
    assert "ommunen" in changed


# --- the measures


def test_a_card_has_every_step_with_who_and_when(advice: Advice) -> None:
    """No step of the first year is lost between rules and plan."""
    memo, report = compose(advice), report_of(advice)
    assert len(cards(memo)) == len(report.core)
    for card, member in zip(cards(memo), report.core, strict=True):
        told = " ".join(plain(text) for text in words_of(card))
        assert all(plain(step.text) in told for step in member.account.steps)
        assert all(plain(step.responsible) in told for step in member.account.steps)


def test_a_duty_and_a_deadline_are_told_on_the_card() -> None:
    """Since when the law bids it; by when to apply."""
    memo = memo_for("namsskogan", Language.NB)
    assert "Plikten gjelder fra 1. juli 2027." in plain(row(cards(memo)[1], "Hvorfor her"))
    grant = cards(memo_for("vinje", Language.NB))[0]
    assert "15. mai 2027" in plain(row(grant, "Frist"))


def test_a_section_says_how_binding_its_basis_is_and_what_to_check() -> None:
    """A regulation is a hjemmel and a practice grounds; what only a page says is checked."""
    behind = cards(memo_for("afjord", Language.NB), "vilkar")
    told = {card.reference.name: [plain(text) for text in words_of(card)] for card in behind}
    grant = next(texts for name, texts in told.items() if "tilskudd til boligtiltak" in name)
    place = grant.index("Hjemmel")
    assert grant[place + 1].startswith("Forskrift om tilskudd til boligtiltak (2026)")
    everything = " ".join(
        said(memo_for(journey, Language.NB), "vilkar") for journey in ("engerdal", "namsskogan")
    )
    assert "Grunnlag" in everything
    assert "Kontroller med forvalteren." in " ".join(
        said(memo_for(journey, Language.NB), "vilkar") for journey in book().journeys
    )


def test_the_plan_says_when_the_council_meets_and_what_need_not_wait_for_it() -> None:
    """What begins before that is the administration's own."""
    told = plain(said(memo_for("namsskogan", Language.NB), "tiltak"))
    assert "Kommunestyret møtes 17. desember 2026." in told
    assert "kan kommunedirektøren gjøre uten vedtak" in told


def test_the_other_choice_is_told_with_what_it_gives_up() -> None:
    """A council may choose otherwise, and then knows what it costs."""
    told = said(memo_for("namsskogan", Language.NB), "tiltak")
    assert "Kommunestyret kan velge annerledes:" in told
    assert "Ulempen er at kommunen utsetter en plikt (arbeid med bolig i kommuneplanen)" in told


def test_the_example_is_shown_where_others_apply_and_its_figures_once() -> None:
    """What is missing and who finds it; what it was calculated from stands in the appendix."""
    told = [plain(text) for text in words_of(memo_for("skjak", Language.NB))]
    missing = [text for text in told if "Da mangler om lag" in text]
    assert len(missing) == len(set(missing))
    assert all("som husstanden må skaffe" in text or "må skaffe" in text for text in missing)


# --- what comes after


def test_a_scheme_stands_in_one_place_only(advice: Advice) -> None:
    """Named in the plan, made known, without room, or left out; or one of those counted."""
    memo, report = compose(advice), report_of(advice)
    counted = sum(
        len(each.schemes) for each in report.groups if each.group is VerdictGroup.NOT_RELEVANT
    )
    left_out = {
        name
        for block in getattr(section(memo, "vurdert"), "blocks", ())
        if block.lead
        for name in block.text.rstrip(".").split("; ")
    }
    told = len(report.members) + len(report.made_known) + len(report.no_room)
    assert told + len(left_out) + counted == len(advice.rulebook.schemes)
    if counted > 1:
        assert str(counted) in said(memo, "vurdert")


@pytest.mark.parametrize(
    ("language", "heading", "caption"),
    [
        (Language.NB, "Det som kommer etterpå", "Venter til årets tiltak er i gang."),
        (Language.NN, "Det som kjem etterpå", "Ventar til tiltaka i år er i gang."),
    ],
)
def test_what_waits_is_headed_as_waiting(language: Language, heading: str, caption: str) -> None:
    memo = memo_for("namsskogan", language)
    later = section(memo, "etterpa")
    assert later
    assert later.heading == heading
    assert str(tables(memo, "etterpa")[0].caption).startswith(caption)


def test_every_open_question_says_what_hangs_on_it(advice: Advice) -> None:
    """A question nobody needs the answer to is not asked."""
    rows = [each for table in tables(compose(advice), "avklar") for each in table.rows]
    labels = Wording(advice).labels
    assert len(rows) == min(len(advice.worth_asking), MOST_QUESTIONS)
    for cells, worth in zip(rows, advice.worth_asking, strict=False):
        decides = cells[2].text
        named = [labels.scheme_name(scheme) for scheme in worth.moves[:1]]
        assert all(name in decides for name in named), decides
        assert named or worth.needs, decides


def test_a_question_that_decides_a_need_only_says_so() -> None:
    """Such a question has no scheme to name, and a dash would say that it is for nothing."""
    vinje, loppa = advice_for("vinje"), advice_for("loppa")
    needs_only = tuple(each for each in loppa.worth_asking if not each.moves)
    (table,) = tables(compose(replace(vinje, worth_asking=needs_only), Language.NB), "avklar")
    assert "Med svaret blir ett behov klarere." in {cells[2].text for cells in table.rows}


def test_questions_beyond_the_first_are_counted() -> None:
    """One is spoken of as one."""
    vinje, asked = advice_for("vinje"), advice_for("loppa").worth_asking
    told = [
        said(compose(replace(vinje, worth_asking=asked[:n]), Language.NB), "avklar")
        for n in (MOST_QUESTIONS, MOST_QUESTIONS + 1, MOST_QUESTIONS + 3)
    ]
    assert ["I tillegg er" in each for each in told] == [False, True, True]
    assert "I tillegg er ett spørsmål åpent." in told[1]
    assert "I tillegg er 3 spørsmål åpne." in told[2]


def test_vet_ikke_is_an_answer_and_what_is_not_answered_is_counted() -> None:
    """Not knowing is not the same as not having answered, and nobody reads pages of neither."""
    memo = memo_for("namsskogan", Language.NB)
    told = {cells[1].text for table in tables(memo, "svar") for cells in table.rows}
    assert "Vet ikke" in told
    assert not {each for each in told if each.lower().startswith("ikke besvart")}


def test_an_adviser_s_text_becomes_paragraphs_and_says_whose_it_is() -> None:
    """Printed as it was written, paragraph by paragraph, with name and role."""
    text = "Først dette.\r\n\r\n Så dette. \n"
    memo = compose(written(advice_for("oslo"), vurdering=text, vurdert_av="Ola Berg, rådgiver"))
    there = section(memo, "vurdering")
    assert there
    paragraphs = [each.text for each in there.blocks if isinstance(each, Paragraph)]
    assert paragraphs[:2] == ["Først dette.", "Så dette."]
    assert "Ola Berg, rådgiver" in paragraphs[2]
    only_a_name = compose(written(advice_for("oslo"), vurdert_av="Ola Berg"))
    assert section(only_a_name, "vurdering") is None
