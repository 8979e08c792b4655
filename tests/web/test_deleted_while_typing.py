"""Somebody deletes the case while another has typed: what was typed is there to be copied."""

from typing import Any

import pytest
from pages import Site

PAGES: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("notat", {"vurdering": "Vi er få.\r\n<Ŋuorra> på plass."}, "Vi er få.\n<Ŋuorra> på plass."),
    (
        "notat",
        {
            "vurdering": "Vi er få.",
            "motedato-dag": "9",
            "motedato-maned": "februar",
            "utvalg": " Formannskapet",
            "seen_saksnummer": "26/1",
        },
        "Utvalg: Formannskapet\nMøtedato: 9 februar\nVi er få.",
    ),
    (
        "tema/alt/1",
        {
            "spurt": ["folketallet", "valget", "ja_eller_nei", "flere", "finnes-ikke"],
            "svar_folketallet": " 8O3",
            "svar_valget": "vet-ikke",
            "svar_ja_eller_nei": "nei",
            "svar_flere": ["en", "tre"],
        },
        "Folketall: 8O3\nNavn valget: Vet ikke\nNavn ja_eller_nei: Nei\nNavn flere: en nb, tre nb",
    ),
    (
        "tema/tallene/1",
        {
            "spurt": ["antall", "arsverket", "dagen"],
            "svar_antall": "12",
            "svar_arsverket-vet-ikke": "ja",
            "svar_dagen-dag": "15",
            "svar_dagen-maned": "mai",
        },
        "Navn antall: 12\nNavn arsverket: Vet ikke\nNavn dagen: 15 mai",
    ),
)


@pytest.mark.parametrize(("path", "data", "copy"), PAGES, ids=lambda each: str(each)[:8])
def test_what_was_typed_can_be_copied(
    site: Site, path: str, data: dict[str, Any], copy: str
) -> None:
    """410, with the texts and answers in words; whether or not the session has ended too."""
    address = site.new_case()
    site.post(f"{address}slett")
    for token in (None, "gammelt"):
        page = site.post(address + path, data, 410, token=token)
        assert page.heading == "Saken er slettet"
        assert page.one("textarea").text.removeprefix("\n") == copy
    site.post(address.replace("/nb/", "/nn/") + path, data, 410)


def test_nothing_typed_is_nothing_to_copy(site: Site) -> None:
    """Neither a page that is looked up, nor an empty form, nor more than a form can send."""
    address = site.new_case()
    site.post(f"{address}slett")
    for page in (
        site.get(f"{address}notat", 410),
        site.post(f"{address}notat", {"vurdering": " "}, 410),
        site.post(f"{address}notat", {"vurdering": "x" * 2_000_000}, 410),
    ):
        assert page.all("textarea") == []
