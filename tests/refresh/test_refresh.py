"""`wizard data refresh`: shown first, written when asked for, and all or nothing."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import ssb_answers
from click.testing import Result
from like_ssb import LikeSsb, Reply
from ssb_answers import CHANGES, CODES, DWELLINGS, INCOMES, PEOPLE, PRICES, PROJECTION

from wizard import rulebook
from wizard.municipalities import load
from wizard.refresh.refreshing import Places

Refresh = Callable[..., Result]
Edit = Callable[[Any], None]
EVERY = (f"{CODES}.json", f"{CHANGES}.json", PROJECTION, DWELLINGS, PRICES, INCOMES)


def on_disk(places: Places) -> dict[Path, bytes]:
    every = (file for folder in (places.data, places.rules) for file in folder.rglob("*.*"))
    return {file: file.read_bytes() for file in every if file.is_file()}


def test_what_moves_is_shown_and_nothing_is_written(
    refresh: Refresh, places: Places, ssb: LikeSsb
) -> None:
    """Columns, dates, sources, the largest changes, and what they do to needs and verdicts."""
    before = on_disk(places)
    shown = refresh()
    assert shown.exit_code == 0, shown.output
    assert on_disk(places) == before
    assert "pris_enebolig_m2_2024_kr → pris_enebolig_m2_2025_kr: 2024 → 2025" in shown.output
    assert "2024 → 2025, 1 av 357 endret." in shown.output
    assert "  3423 Stor-Elvdal: 9845 → 9945\n" in shown.output
    assert "folketall_2050_fram2024_mmmm → folketall_2050_fram2026_mmmm" in shown.output
    assert "Kilde: ssb-14288 → ssb-14746" in shown.output
    assert "På åpne tall alene får" in shown.output
    assert "Les over forbehold og tvil" in shown.output
    assert "boliger, " in shown.output.partition("Les over")[2]
    assert "Ingenting er skrevet." in shown.output
    assert {path: ssb.asked[path] for path in EVERY} == dict.fromkeys(EVERY, 1)
    assert ssb.asked[PEOPLE] == 2


def test_they_are_written_when_asked_for_and_then_nothing_is_newer(
    refresh: Refresh, places: Places, ssb: LikeSsb, tmp_path: Path
) -> None:
    """The answers that were shown are those that are written; source and date go with them."""
    ssb.answers |= ssb_answers.answers(2027)
    refresh()
    asked = ssb.asked.total()
    written = refresh("--skriv")
    assert written.exit_code == 0, written.output
    assert ssb.asked.total() == asked
    assert not (tmp_path / "svar").exists()
    assert not list(places.data.glob(".*"))

    namsskogan = load(places.data).get("5044").columns
    assert namsskogan["folketall_2027"] == "806"
    assert namsskogan["folketall_2026"] == "803"
    assert "pris_enebolig_m2_2025_kr" not in namsskogan
    assert "folketall_2030_fram2024_mmmm" not in namsskogan
    book = rulebook.load(places.rules)
    assert "ssb-14746" in book.sources
    figures = book.figures
    assert (figures["folketall"].column, figures["folketall"].as_of) == (
        "folketall_2027",
        "2027-01-01",
    )
    assert figures["pris_enebolig_m2"].as_of == "2025"
    assert figures["robek"].as_of == "2026-04-20"
    document = json.loads((places.data / "columns.json").read_text("utf-8"))
    assert document["as_of"] == "2027-01-01"
    assert "ssb-14746" in document["sources"]
    assert "ssb-14288" not in document["sources"]
    assert "folketall_2027" in (places.data / "README.md").read_text("utf-8")

    assert "Ingenting er endret." in refresh("--skriv").output


def test_our_estimates_of_split_kommuner_stand_as_long_as_the_year_does(
    refresh: Refresh, places: Places
) -> None:
    """SSB gives zero before 2020 for them; that is not known, and never nobody."""
    before = load(places.data)
    assert refresh("--skriv").exit_code == 0
    after = load(places.data)
    for number in ("1806", "1875"):
        for column in ("folketall_2016", "folketall_2016_estimert", "endring_10aar_pst"):
            was, now = (each.get(number).columns.get(column) for each in (before, after))
            assert was == now, (number, column)


BUSY = Reply(b"", 429, {"Retry-After": "0"})
ERRORS = {
    "busy": (DWELLINGS, BUSY, "vil at vi venter"),
    "cut off": (PEOPLE, Reply(b'{"id": [', cut=99), "kuttet av"),
    "half a JSON": (PRICES, Reply(b'{"id": ["Reg'), "ikke JSON"),
    "a page": (f"{CODES}.json", Reply(b"<html>Vedlikehold</html>"), "ikke JSON"),
    "broken": (PROJECTION, Reply(b"<html>503</html>", 503), "feil 503"),
    "refused": (INCOMES, Reply(b'{"title": "Missing selection"}', 400), "feil 400"),
}


@pytest.mark.parametrize("error", ERRORS.values(), ids=ERRORS)
def test_a_bad_answer_changes_nothing_and_the_next_run_goes_on_from_there(
    refresh: Refresh, places: Places, ssb: LikeSsb, error: tuple[str, Reply, str]
) -> None:
    """One sentence and status 1; then only what is missing is asked for."""
    path, reply, said = error
    before = on_disk(places)
    ssb.errors[path] = [reply] * 3
    failed = refresh("--skriv")
    refused(failed, said)
    assert on_disk(places) == before
    ssb.errors.clear()
    good = {each for each in (*EVERY, PEOPLE) if ssb.asked[each]} - {path}
    ssb.asked.clear()
    assert refresh("--skriv").exit_code == 0
    assert ssb.asked[path]
    assert not {each for each in good if ssb.asked[each]}
    assert on_disk(places) != before


def refused(failed: Result, said: str) -> None:
    assert failed.exit_code == 1
    assert said in failed.stderr
    assert failed.stderr.endswith("Ingenting er endret.\n")
    assert failed.stderr.count("\n") == 1
    assert failed.stdout == ""


def without(code: str, name: str = "Region") -> Edit:
    """Leave out all that is of a code."""

    def edit(raw: Any) -> None:  # noqa: ANN401 - JSON
        at = raw["dimension"][name]["category"]["index"].pop(code)
        index = raw["dimension"][name]["category"]["index"]
        index.update({each: place - (place > at) for each, place in index.items()})
        place, stride = raw["id"].index(name), 1
        for size in raw["size"][place + 1 :]:
            stride *= size
        size = raw["size"][place]
        raw["value"] = [v for n, v in enumerate(raw["value"]) if n // stride % size != at]
        raw["size"][place] -= 1

    return edit


def renamed(code: str, other: str, name: str = "Region") -> Edit:
    """Call a code something else."""

    def edit(raw: Any) -> None:  # noqa: ANN401 - JSON
        index = raw["dimension"][name]["category"]["index"]
        index[other] = index.pop(code)

    return edit


def put(place: int, value: object, sign: str = "") -> Edit:
    """Put another value in a place."""

    def edit(raw: Any) -> None:  # noqa: ANN401 - JSON
        raw["value"][place] = value
        raw["status"] = {str(place): sign} if sign else {}

    return edit


def no_longer(number: str, name: str) -> Edit:
    """Let a municipality have become another one."""

    def edit(raw: Any) -> None:  # noqa: ANN401 - JSON
        raw["codes"] = [each for each in raw["codes"] if each["code"] != number]
        raw["codes"].append({"code": "5099", "name": name})

    return edit


def no_prices(raw: Any) -> None:  # noqa: ANN401 - JSON
    raw["value"] = [None] * len(raw["value"])


UNTRUE = {
    "a row is missing": (INCOMES, without("5044"), "mangler 1 av 357 kommuner: 5044 Namsskogan"),
    "a row too many": (DWELLINGS, renamed("1507", "5099"), ""),
    "another code": (INCOMES, renamed("5044", "5099"), "mangler 1 av 357"),
    "not known": (INCOMES, put(0, None, ".."), "medianinntekt mangler for 0301 Oslo"),
    "hidden": (INCOMES, put(0, None, ":"), "medianinntekt vises ikke for 0301 Oslo"),
    "no number": (INCOMES, put(0, "635200"), "skulle stå et tall"),
    "half a krone": (INCOMES, put(0, 635200.5), "helt tall"),
    "below zero": (INCOMES, put(0, -1), "helt tall"),
    "a wild change": (INCOMES, put(0, 2_000_000), "0301 Oslo fra 635200 til 2000000"),
    "another type": (DWELLINGS, renamed("05", "06", "BygnType"), "andre bygningstyper"),
    "not the country": (DWELLINGS, put(0, 9), "hele landet har"),
    "no single ages": (PEOPLE, renamed("105+", "999A", "Alder"), "alderstrinn"),
    "an age is missing": (PROJECTION, without("040", "Alder"), "alderstrinn"),
    "a year is missing": (PROJECTION, without("2050", "Tid"), "andre år"),
    "no prices at all": (PRICES, no_prices, "har 0 tall, og hadde 264"),
    "another municipality": (f"{CODES}.json", no_longer("5044", "Nye Namdal"), "5099 Nye Namdal"),
    "no list": (f"{CHANGES}.json", lambda raw: raw.clear(), "formen vi kjenner"),
}


@pytest.mark.parametrize("untrue", UNTRUE.values(), ids=UNTRUE)
def test_figures_that_cannot_be_true_change_nothing(
    refresh: Refresh, places: Places, ssb: LikeSsb, untrue: tuple[str, Edit, str]
) -> None:
    """Each is told with what and where."""
    path, edit, said = untrue
    before = on_disk(places)
    good = ssb.answers[path]

    def answer(query: dict[str, str]) -> Any:  # noqa: ANN401 - JSON
        raw = copy.deepcopy(good(query))
        edit(raw)
        return raw

    ssb.answers = {**ssb.answers, path: answer}
    if not said:  # a row of one that is no more, without figures, is no row too many
        assert refresh().exit_code == 0
        ssb.answers[path] = lambda query: _with_figures(answer(query))
        said = "kommune vi ikke kjenner: 5099"
        for kept in (places.data.parent / "svar").iterdir():
            kept.unlink()
    refused(refresh("--skriv"), said)
    assert on_disk(places) == before


def _with_figures(raw: Any) -> Any:  # noqa: ANN401 - JSON
    raw["value"] = [7 if value is None else value for value in raw["value"]]
    return raw


def test_a_large_change_can_be_looked_at_and_accepted(refresh: Refresh, ssb: LikeSsb) -> None:
    raw = copy.deepcopy(ssb.answers[INCOMES]({}))
    put(0, 2_000_000)(raw)
    ssb.answers = {**ssb.answers, INCOMES: lambda _: raw}
    assert refresh().exit_code == 1
    assert refresh("--godta", "0301").exit_code == 0


def test_an_accepted_number_that_is_no_kommunes_is_told_before_anybody_is_asked(
    refresh: Refresh, ssb: LikeSsb
) -> None:
    failed = refresh("--godta", "0301", "--godta", "tull")
    assert failed.exit_code == 1
    assert "Ingen kommune har nummer «tull»." in failed.stderr
    assert not ssb.asked


def test_an_address_that_is_none_is_one_sentence(refresh: Refresh) -> None:
    failed = refresh("--adresse", "tull")
    assert failed.exit_code == 1
    assert failed.stderr.startswith("«tull» er ikke en nettadresse. Skriv den slik: https://")
    assert failed.stderr.count("\n") == 1


def test_a_file_that_cannot_be_written_leaves_all_as_before(
    refresh: Refresh, places: Places
) -> None:
    """The last file is a folder: those before it are put back."""
    (places.rules / ".kommunetall.yaml.ny").mkdir()
    before = on_disk(places)
    failed = refresh("--skriv")
    assert failed.exit_code == 1
    assert "Kan ikke skrive" in failed.stderr
    assert on_disk(places) == before
