"""The plan as a table: what a Norwegian Excel opens, and the same as JSON."""

import csv
import json
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from plans_told import advised, kommuner, rules, told

from wizard.advice import assess
from wizard.domain.case import Case
from wizard.domain.text import Language
from wizard.memo.sheet import harmless, plan_csv
from wizard.plain.rows import plan_json
from wizard.report.case import CaseAccount
from wizard.report.rows import plan_rows
from wizard.voice.wording import Wording

JOURNEYS = ["namsskogan", "vinje", "skjak", "oslo"]


def table(content: bytes) -> list[dict[str, str]]:
    """Return the rows as a spreadsheet reads them."""
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


def data(journey: str) -> dict[str, Any]:
    """Return a journey's plan as JSON reads it."""
    found: dict[str, Any] = json.loads(plan_json(told(journey)))
    return found


def test_excel_sees_what_it_is() -> None:
    """The mark of UTF-8 first, semicolons, and the line ends of Windows."""
    content = plan_csv(told("namsskogan"))
    assert content.startswith(b"\xef\xbb\xbfNr.;")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert b"Eigne pengar, mest (kr)" in plan_csv(told("namsskogan", Language.NN))


@pytest.mark.parametrize("journey", JOURNEYS)
def test_each_step_of_the_year_and_each_later_measure_has_a_row(journey: str) -> None:
    """In the order to do things."""
    plan = advised(journey).plan
    rows = table(plan_csv(told(journey)))
    steps = sum(max(len(item.steps), 1) for item in plan.core)
    assert len(rows) == steps + len(plan.later)
    assert [row["Nr."] for row in rows] == sorted((row["Nr."] for row in rows), key=int)


@pytest.mark.parametrize("journey", JOURNEYS)
def test_the_weeks_of_the_year_add_up_to_those_of_the_plan(journey: str) -> None:
    """They stand on the first row of a measure alone, with a decimal comma."""
    rows = table(plan_csv(told(journey, Language.NB)))
    weeks = [row["Uker"] for row in rows if row["År i planen"] == "1" and row["Uker"]]
    core = [item.scheme for item in advised(journey).plan.core]
    told_weeks = sum(Decimal(each.replace(",", ".")) for each in weeks)
    assert told_weeks == sum(rules().schemes[each].effort.weeks for each in core)


def test_dates_are_dates() -> None:
    """Year, month, day: the one way that no Excel mistakes."""
    row = table(plan_csv(told("vinje")))[4]
    assert (row["Start"], row["Frist"], row["Ferdig"]) == ("2026-11-22", "2027-05-15", "2027-05-07")


def test_what_nobody_knows_is_not_zero() -> None:
    """And the law, the conflict and what to ask first stand beside what they are about."""
    rows = table(plan_csv(told("namsskogan")))
    unknown = next(row for row in rows if row["Tiltak"] == "Søk om tilskudd til boligtiltak")
    assert unknown["Egne penger, mest (kr)"] == "ikke kjent"
    assert "penger i ordningen" in unknown["Forbehold"]
    plan = next(row for row in rows if row["Tiltak"] == "Oppdater kommuneplanen om bolig")
    assert plan["Egne penger, mest (kr)"] == "200000"
    assert "Fristen er 1. juli 2027." in plan["Forbehold"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_run_as_a_formula(start: str) -> None:
    """An apostrophe before it makes it a text."""
    assert harmless(f"{start}1+1") == f"'{start}1+1"
    assert harmless("Lag en oversikt") == "Lag en oversikt"


@pytest.mark.parametrize("journey", JOURNEYS)
def test_json_says_the_same(journey: str) -> None:
    """Row by row, with numbers as numbers and days as ISO 8601."""
    rows = plan_rows(told(journey))
    plan = data(journey)["plan"]
    assert len(plan) == len(rows)
    for row, plain in zip(rows, plan, strict=True):
        assert (plain["nr"], plain["ordning"], plain["tiltak"]) == (
            row.number,
            row.scheme,
            row.measure,
        )
        assert date.fromisoformat(plain["ferdig"]["dato"]) == row.ready.day
        assert plain["uker"] is None or Decimal(str(plain["uker"])) == row.weeks
        assert (plain["steg"] or {}).get("id") == (row.step.id if row.step else None)


def test_json_tells_earliest_and_unknown() -> None:
    """As data, for a program has no words to read it from."""
    plan = data("namsskogan")["plan"]
    earliest = [each["ordning"] for each in plan if each["begynn"]["tidligst"]]
    assert set(earliest) >= {"bolig-i-kommuneplanen"}
    costs = {each["ordning"]: each["egne_penger"] for each in plan if each["egne_penger"]}
    assert costs["tilskudd-til-boligtiltak"] == {"ukjent": True}
    assert costs["bolig-i-kommuneplanen"] == {"minst": 0, "mest": 200000}


def test_a_blank_case_has_no_rows() -> None:
    """The heads of the columns, and a plan that says it is a sheet of questions."""
    blank = Case("5044", date(2026, 11, 22), Language.NB)
    report = CaseAccount(Wording(assess(blank, rules(), kommuner().get("5044"))))
    assert table(plan_csv(report)) == []
    assert json.loads(plan_json(report))["plan"] == []
    assert json.loads(plan_json(report))["grunnlag"] == "sporreark"


def test_the_same_advice_is_the_same_file() -> None:
    """Whenever it is made."""
    assert plan_csv(told("skjak")) == plan_csv(told("skjak"))
    assert plan_json(told("skjak")) == plan_json(told("skjak"))
