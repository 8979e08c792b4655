"""From advice to memo: everything is there, in one language, and it adds up."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from memos import advice_for, book, known, memo_for, words_of

from wizard.advice import assess, new_case
from wizard.domain.advice import Advice
from wizard.domain.text import Language
from wizard.memo.compose import compose
from wizard.memo.model import AnswerRow, Memo
from wizard.memo.remainder import MOST_QUESTIONS
from wizard.voice.wording import Wording


def considered(memo: Memo) -> list[str]:
    """Return the names of what the year and the later years do not hold."""
    groups = memo.considered.groups if memo.considered else ()
    named = [name for group in groups if group.names for name in group.names.names]
    lists = [part.rows for part in (memo.told, memo.no_room) if part]
    named += [row.label.removesuffix(".") for rows in lists for row in rows]
    return named + [each.label.removesuffix(".") for group in groups for each in group.schemes]


def test_every_scheme_of_the_rulebook_is_in_the_memo(advice: Advice, language: Language) -> None:
    """A scheme is either in the bundle or among the considered, never silent."""
    memo = compose(advice, language)
    wording = Wording(advice, language)
    phases = memo.plan.phases if memo.plan else ()
    told = {item.reference.name for phase in phases for item in phase.items}
    told |= {row.reference.name for row in memo.later.rows} if memo.later else set()
    told |= set(considered(memo))
    for scheme in advice.rulebook.schemes:
        assert {wording.labels.headline(scheme), wording.labels.scheme_name(scheme)} & told, scheme


def test_a_scheme_stands_in_one_place_only(advice: Advice) -> None:
    """Nothing is both recommended and considered without being recommended."""
    memo = compose(advice)
    names = considered(memo)
    assert len(names) == len(set(names))
    chosen = len(memo.schemes) + (len(memo.later.rows) if memo.later else 0)
    assert len(names) + chosen == len(advice.rulebook.schemes)


def test_what_is_left_out_for_a_reason_of_its_own_says_which() -> None:
    """Those that something in the bundle answers better are named together; an alternative not."""
    section = memo_for("namsskogan", Language.NB).considered
    assert section is not None
    told = {each.label: each.text for group in section.groups for each in group.schemes}
    reason = told["Lån til kommunale utleieboliger."]
    assert reason.startswith("Er et alternativ til lån til utleieboliger med tilvisningsavtale")
    labels = {group.names.label for group in section.groups if group.names}
    assert labels == {"Hjelper på de samme behovene, men er ikke valgt:", None}


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


def test_the_plan_has_every_step_with_who_and_when(advice: Advice) -> None:
    """No step of the first year is lost between rules and plan."""
    memo = compose(advice)
    phases = memo.plan.phases if memo.plan else ()
    planned = [step.text for phase in phases for item in phase.items for step in item.steps]
    wording = Wording(advice, None)
    expected = [
        step.text
        for item in advice.bundle.core
        for step in wording.offers.steps(advice.verdicts[item.scheme])
    ]
    assert planned == expected


def test_every_need_is_in_the_situation(memo: Memo, advice: Advice) -> None:
    """A need that is there or may be, with the reason; one that is not there, by name."""
    needs = memo.situation.needs.rows if memo.situation.needs else ()
    absent = memo.situation.absent.names if memo.situation.absent else ()
    assert len(needs) + len(absent) == len(advice.needs)
    assert all(need.reasons for need in needs)


def test_a_figure_that_nobody_publishes_is_named_as_missing() -> None:
    """SSB shows no price where few dwellings are sold, and the memo says so."""
    missing = memo_for("namsskogan").situation.missing
    assert missing is not None
    assert "Pris for brukt enebolig" in missing.names
    assert memo_for("oslo").situation.missing is None


def test_a_corrected_figure_keeps_the_published_one_beside_it() -> None:
    """The municipality's own figure is used, and the reader sees what it replaced."""
    before = advice_for("namsskogan")
    case = replace(before.case, answers={**before.case.answers, "andel_80": Decimal("9.4")})
    memo = compose(assess(case, book(), before.municipality))
    assert memo.situation.figures is not None
    changed = [figure for figure in memo.situation.figures.rows if figure.changed]
    assert [figure.name for figure in changed] == ["Andel innbyggere 80 år og eldre"]
    assert "9,2" in changed[0].provenance


def answered(memo: Memo) -> list[AnswerRow]:
    """Return every question with its answer."""
    groups = memo.answers.groups if memo.answers else ()
    return [row for group in groups for row in group.rows]


def test_vet_ikke_is_printed_as_an_answer() -> None:
    """Not knowing is an answer, and not the same as not having answered."""
    rows = answered(memo_for("namsskogan"))
    assert "Vet ikke" in {row.answer for row in rows if not row.known}
    municipality = known().get("5044")
    blank = new_case(municipality, book(), date(2026, 11, 22), Language.NB)
    unanswered = compose(assess(blank, book(), municipality))
    assert {row.known for row in answered(unanswered)} == {False}
    assert "Vet ikke" not in {row.answer for row in answered(unanswered)}


def test_every_open_question_says_what_hangs_on_it(advice: Advice) -> None:
    """A question nobody needs the answer to is not asked."""
    questions, labels = compose(advice).questions, Wording(advice).labels
    rows = questions.table.rows if questions else ()
    assert len(rows) == min(len(advice.worth_asking), MOST_QUESTIONS)
    for row, worth in zip(rows, advice.worth_asking, strict=False):
        named = [labels.scheme_name(scheme) for scheme in worth.moves[:1]]
        assert all(name in row.decides for name in named), row
        assert named or worth.needs, row


def test_a_question_that_decides_a_need_only_says_so() -> None:
    """Such a question has no scheme to name, and a dash would say that it is for nothing."""
    loppa = advice_for("loppa")
    needs_only = tuple(each for each in loppa.worth_asking if not each.moves)
    questions = compose(replace(loppa, worth_asking=needs_only), Language.NB).questions
    assert questions is not None
    assert "Svaret har noe å si for ett behov." in {row.decides for row in questions.table.rows}


def test_questions_beyond_the_first_ten_are_counted() -> None:
    """One is spoken of as one."""
    loppa = advice_for("loppa")
    one = replace(loppa, worth_asking=loppa.worth_asking[: MOST_QUESTIONS + 1])
    none = replace(loppa, worth_asking=loppa.worth_asking[:MOST_QUESTIONS])
    told = [compose(each, Language.NB).questions for each in (loppa, one, none)]
    assert [each.more if each else "" for each in told] == [
        "I tillegg er 31 spørsmål åpne. Veiviseren viser dem.",
        "I tillegg er ett spørsmål åpent. Veiviseren viser det.",
        None,
    ]


def test_a_section_says_how_binding_its_basis_is_and_what_to_check() -> None:
    """A regulation is a hjemmel and a practice grounds; what only a page says is checked."""
    grant, lease, *_ = memo_for("afjord", Language.NB).schemes
    rows = {row.heading: row.items for row in grant.rows}
    assert rows["Hjemmel"][0].text == "Forskrift om tilskudd til boligtiltak (2026)."
    (gate,) = next(row.items for row in lease.rows if row.heading == "Krav")
    assert gate.notes == ("Vår vurdering",)
    training = memo_for("engerdal", Language.NB).schemes[0]
    assert "Grunnlag" in {row.heading for row in training.rows}
    notes = [
        note
        for section in memo_for("engerdal", Language.NB).schemes
        for row in section.rows
        for item in row.items
        for note in item.notes
    ]
    assert "Kontroller med forvalteren." in notes


def test_oslo_gets_a_memo_although_nothing_is_recommended() -> None:
    """An empty bundle is a valid result with its own text."""
    memo = memo_for("oslo")
    assert memo.bundle.empty
    assert memo.bundle.matrix is None
    assert not memo.schemes
    assert not memo.plan
    assert memo.considered


@pytest.mark.parametrize("number", ["0301", "1818", "5610", "5622", "3433"])
def test_a_case_without_a_single_answer_has_a_memo(number: str, language: Language) -> None:
    """The memo can be printed before anybody has answered, and says what is not known."""
    municipality = known().get(number)
    case = new_case(municipality, book(), date(2026, 11, 22), language)
    memo = compose(assess(case, book(), municipality))
    assert memo.title.title == f"Tiltaksnotat for {municipality.name} kommune"
    assert memo.questions


def test_an_adviser_s_text_becomes_paragraphs() -> None:
    """What an adviser writes is printed as it was written, paragraph by paragraph."""
    advice = advice_for("oslo")
    case = replace(advice.case, adviser={"vurdering": "Først dette.\r\n\r\n Så dette. \n"})
    adviser = compose(replace(advice, case=case)).adviser
    assert adviser is not None
    assert adviser.paragraphs == ("Først dette.", "Så dette.")


def test_the_plan_says_when_the_council_meets_and_what_takes_longest() -> None:
    """And which deadlines there is too little time for, by name."""
    plan = memo_for("namsskogan").plan
    assert plan is not None
    (when,) = plan.timing
    assert when.startswith("Legg saken fram for kommunestyret 17. desember 2026.")
    assert "Dette tar lengst tid: først " in when
    assert memo_for("oslo").plan is None


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.NB, ("Neste, etter det første året", "Disse venter til årets grep er i gang.")),
        (
            Language.NN,
            ("Neste, etter det første året", "Desse ventar til grepa for i år er i gang."),
        ),
    ],
)
def test_what_waits_is_headed_as_waiting(language: Language, told: tuple[str, str]) -> None:
    later = memo_for("namsskogan", language).later
    assert later is not None
    assert (later.heading, later.intro.split(". ")[0] + ".") == told
