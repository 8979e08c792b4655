"""The first page: who and what, in five lines, and what is asked first."""

from dataclasses import replace

import pytest
from memos import FIELDS, advice_for, book, memo_for, plain, words_of, written

from wizard.advice import assess
from wizard.domain.text import Language
from wizard.memo.compose import compose
from wizard.memo.html import render_html
from wizard.memo.model import Memo, Paper
from wizard.report.case import CaseAccount
from wizard.voice.wording import Wording

MOST_LINES = 5


def test_the_first_page_says_it_in_at_most_five_lines(planned_memo: Memo) -> None:
    """People, homes, what there is, what to do, and why now."""
    assert planned_memo.front
    assert 4 <= len(planned_memo.front.brief) <= MOST_LINES
    assert all(row.text for row in planned_memo.front.brief)


def test_the_first_line_has_the_people_and_the_third_what_there_is() -> None:
    """In the words and figures of the case."""
    memo = memo_for("namsskogan", Language.NB)
    assert memo.front
    told = {row.label: plain(row.text) for row in memo.front.brief}
    assert told["Folk"] == "803 innbyggere, 7,4 % færre enn i 2016. 25 % er 67 år eller eldre."
    assert told["Har"] == "11 uker til boligarbeid i året. Egne penger: under 200 000 kroner."
    assert "siden 1. juli 2023" in told["Hvorfor nå"]


def test_every_measure_of_the_year_is_named_in_the_brief(planned: tuple[str, Language]) -> None:
    """In the order of work, as the proposal asks for it."""
    memo = memo_for(*planned)
    assert memo.front
    wording = Wording(advice_for(planned[0]), planned[1])
    (line,) = (row.text for row in memo.front.brief if row.label == "I år")
    core = CaseAccount(wording).core
    places = [line.lower().find(wording.labels.task(each.item.scheme).lower()) for each in core]
    assert -1 not in places
    assert places == sorted(places)


def test_what_nobody_has_said_is_said_to_be_unknown() -> None:
    """Neither nothing nor a guess: what we reckon with is marked as ours."""
    known = advice_for("vinje")
    money = book().plan.money
    assert money
    unsaid = {"boligmangel_antall", "boligmangel_andel", money.fact}
    answers = {id_: each for id_, each in known.case.answers.items() if id_ not in unsaid}
    case = replace(known.case, answers=answers)
    memo = compose(assess(case, book(), known.municipality), Language.NB)
    assert memo.front
    told = {row.label: plain(row.text) for row in memo.front.brief}
    assert told["Boliger"] == "Ingen har oppgitt hvor mange boliger som mangler."
    assert "ikke oppgitt" in told["Har"]


def test_the_title_is_a_message_and_the_file_has_a_name(memo: Memo) -> None:
    """What to begin with; the running head says what paper it is and for whom."""
    assert memo.head.title != memo.head.name
    assert memo.head.name.startswith("Tiltaksnotat for ")


@pytest.mark.parametrize(
    ("journey", "title"),
    [
        ("namsskogan", "Namsskogan kommune bør begynne med å lage en boligsosial oversikt"),
        ("vinje", "Vinje kommune bør begynne med å søke om tilskudd til boligtiltak"),
        ("oslo", "Oslo kommune: vi foreslår ingen nye tiltak nå"),
    ],
)
def test_the_title_says_what_to_begin_with(journey: str, title: str) -> None:
    assert memo_for(journey, Language.NB).head.title == title


def test_a_field_that_is_filled_in_stands_first_and_an_empty_one_nowhere() -> None:
    """Utvalg, møtedato, saksnummer and saksbehandler, the day in words."""
    assert memo_for("oslo").head.case == ()
    full = compose(written(advice_for("oslo"), **FIELDS), Language.NB).head.case
    assert [(each.label, each.text) for each in full] == [
        ("Utvalg", "Utvalg for samfunn, plan og næring"),
        ("Møtedato", "17. desember 2026"),
        ("Saksnummer", "2026/1234"),
        ("Saksbehandler", "Kari Nordmann-Hansen, samfunnsplanlegger"),
    ]
    one = compose(written(advice_for("oslo"), saksnummer="7", utvalg="  "), Language.NB)
    assert [each.label for each in one.head.case] == ["Saksnummer"]
    assert "Utvalg" not in " ".join(words_of(one))


def test_the_open_questions_that_count_most_stand_at_the_foot(
    planned: tuple[str, Language],
) -> None:
    """The first three, and whom to ask; nothing where nothing is open."""
    memo = memo_for(*planned)
    report = CaseAccount(Wording(advice_for(planned[0]), planned[1]))
    assert memo.front
    told = memo.front.questions.text if memo.front.questions else ""
    assert bool(told) is bool(report.questions)
    for each in report.questions[:3]:
        assert each.question in told
        assert each.knows in told
    assert not any(each.question in told for each in report.questions[3:])


def test_the_short_note_is_the_first_page_and_its_sources(planned: tuple[str, Language]) -> None:
    """The same proposal but for where the rest stands; no year's line; never an empty section."""
    whole, short = memo_for(*planned), memo_for(*planned, Paper.SHORT)
    assert whole.front
    assert short.front
    assert short.sections == ()
    assert short.front.brief == whole.front.brief
    assert short.front.line is None
    assert [each.anchor for each in short.appendices] == ["kilder"]
    assert "vedlegg" not in " ".join(short.front.proposal.points).lower()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("field", [each for each in FIELDS if each != "motedato"])
def test_what_somebody_writes_is_printed_as_it_stands(field: str, language: Language) -> None:
    """Braces, markup, and marks of ours: letter by letter, never run and never refused."""
    text = "{antall} <b>&</b> {{ 7*7 }} «Ŋuorra» * ● § 3-2"
    given = {"vurdering": "Et råd."} | {field: text}
    page = render_html(compose(written(advice_for("oslo"), **given), language), stylesheets=())
    assert "{antall} &lt;b&gt;&amp;&lt;/b&gt; {{ 7*7 }} «Ŋuorra» * ● §" in page


def test_a_day_that_is_gone_by_or_far_away_is_printed_all_the_same() -> None:
    """We do not know why a case officer has set it."""
    for day, told in (("2020-01-02", "2. januar 2020"), ("2031-12-24", "24. desember 2031")):
        memo = compose(written(advice_for("skjak"), motedato=day), Language.NB)
        assert [each.text for each in memo.head.case] == [told]


def test_the_paper_changes_with_the_case_alone() -> None:
    """An adviser's words change no word of the advice."""
    advice = advice_for("vinje")
    plain = memo_for("vinje")
    full = compose(written(advice, vurdering="Vår vurdering er en annen.", saksnummer="7"))
    assert replace(full.head, case=(), keywords="") == replace(plain.head, keywords="")
    assert full.front == plain.front
