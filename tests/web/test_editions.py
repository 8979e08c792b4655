"""A scheme with a new name from a day on, as people meet it on either side of that day."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from clock import Clock
from flask import Flask
from pages import Page, Site
from turning import turning

from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Text

_SCHEME, _NAME = "startlan", Text("Boligstart", "Bustadstart")
_DAY = Clock().today + timedelta(days=10)


@pytest.fixture
def renamed(make_app: Callable[[Rulebook], Flask], real_book: Rulebook) -> Iterator[Site]:
    """Give a browser on the real rules, with one scheme renamed ten days from now."""
    with make_app(turning(real_book, _SCHEME, _DAY, name=_NAME)).test_client() as client:
        yield Site(client)


def hits(site: Site, typed: str) -> list[str]:
    """Return the addresses that a search leads to."""
    page: Page = site.get(f"/nb/ordninger?q={typed}")
    return [each.attributes["href"] or "" for each in page.all("a", class_="ds-link")]


def test_the_catalogue_has_the_name_of_today(renamed: Site, clock: Clock) -> None:
    """And the page about the rules too."""
    page = f"/nn/ordninger/{_SCHEME}"
    assert renamed.get(page).heading == "Startlån"
    assert "Heiter «Bustadstart» frå 2. desember 2026." in renamed.get(page).text
    assert "Bustadstart" not in renamed.get("/nn/regler").text
    clock.today = _DAY
    assert renamed.get(page).heading == "Bustadstart"
    assert "Heitte «Startlån» til og med 1. desember 2026." in renamed.get(page).text
    assert "Bustadstart" in renamed.get("/nn/regler").text


def test_the_search_knows_every_name(renamed: Site, clock: Clock) -> None:
    """What it was called is what people go on typing."""
    for day in (clock.today, _DAY):
        clock.today = day
        for name in ("startlån", "boligstart"):
            assert f"/nb/ordninger/{_SCHEME}" in hits(renamed, name)


def test_a_case_keeps_the_names_of_its_own_day(renamed: Site, clock: Clock) -> None:
    """Opened after the turn it reads as it read before."""
    case = renamed.new_case()
    clock.today = _DAY
    page = renamed.get(case + f"rad/{_SCHEME}").text
    assert "startlån" in page.casefold()
    assert _NAME.nb not in page


def test_a_program_asks_about_any_day(renamed: Site) -> None:
    """Of one scheme, and of all of them."""
    ask = "/api/v1/schemes{}?as_of={}"
    for day, name in ((Clock().today, "Startlån"), (_DAY, "Boligstart")):
        one = renamed.client.get(ask.format(f"/{_SCHEME}", day)).get_json()
        assert one["navn"] == name
        rows = renamed.client.get(ask.format("", day)).get_json()["ordninger"]
        assert {each["navn"] for each in rows if each["id"] == _SCHEME} == {name}
