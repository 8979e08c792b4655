"""A figure changed in a case file is shown as the municipality's, not as the bureau's."""

import json
from io import BytesIO
from typing import Any

import pytest
from pages import Page, Site, link_of


def upload(site: Site, change: tuple[str, str], status: int = 200) -> Page:
    """Download the file of a new case, change it, and upload it."""
    content = site.client.get(site.new_case() + "svarfil.json").get_data(as_text=True)
    assert change[0] in content
    changed = BytesIO(content.replace(*change, 1).encode())
    return site.post("/nb/svarfil", {"file": (changed, "sak.json")}, status)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('"verdi": "803"', '"verdi": "900"'), "Endret av kommunen. SSB"),
        (('"verdi": "803"', '"verdi": "1.234"'), "1 234 innbyggere"),
        (('"verdi": "803"', '"verdi": "803"'), "803 innbyggere SSB"),
    ],
)
def test_the_page_says_whose_the_figure_is(
    real_site: Site, change: tuple[str, str], said: str
) -> None:
    """As when it is corrected on the page itself."""
    assert said in upload(real_site, change).text.replace("\u00a0", " ")


def test_a_figure_out_of_range_is_refused_with_the_range(real_site: Site) -> None:
    page = upload(real_site, ('"verdi": "803"', '"verdi": "5"'), 422)
    (error,) = page.errors
    assert error == (
        "/tall/folketall/verdi: «5» er utenfor grensene. Skriv et helt tall fra 50 til 1000000."
    )


FOUND_OUT = "Opplysningen kom med svarfilen, og vi vet ikke hvor den er fra. Ellers bruker vi SSB"


@pytest.mark.parametrize("change", [('"verdi": "803"', '"verdi": "900"'), ('"803"', '"803"')])
def test_where_our_own_figure_is_from_is_told(real_site: Site, change: tuple[str, str]) -> None:
    """Corrected or not: the statistics stand behind what was there."""
    page = of_the_kommune(real_site, upload(real_site, change))
    assert "Tallet er fra SSB" in page.text
    assert FOUND_OUT not in page.text


def test_a_figure_of_the_file_is_never_said_to_be_from_the_statistics(real_site: Site) -> None:
    """Nor do the doubts about ours stand under it."""
    change = ('"verdi": "803",\n      "kilde": "ssb-07459"', '"verdi": "900",\n      "kilde": "x"')
    page = of_the_kommune(real_site, upload(real_site, change))
    assert "900" in page.typed("svar_folketall")
    assert FOUND_OUT in page.text
    assert "Tallet er fra SSB" not in page.text


def of_the_kommune(site: Site, uploaded: Page) -> Page:
    """Return the page where a figure of an uploaded case can be corrected."""
    link = link_of(uploaded.response.request.path)
    return site.get(f"/nb/sak/{link}/sporsmal?bare=folketall")


def test_what_other_rules_asked_is_named_with_the_answers(real_site: Site) -> None:
    """In both languages, and written to the file again."""
    case = site_file(real_site)
    case["versjoner"]["regelverk"] = "f" * 64
    case["svar"] = {"spurt_for": ["en_ting", "en_til"], "spurt_om_mer": {"ukjent": True}}
    file = (BytesIO(json.dumps(case).encode()), "sak.json")
    page = real_site.post("/nb/svarfil", {"file": file})
    assert "Svar som ikke teller lenger" in page.text
    assert "en_ting, en_til" in page.text
    address = f"/nn/sak/{link_of(page.response.request.path)}/"
    assert "veit ikkje" in real_site.get(f"{address}svar").text
    assert real_site.case_file(address)["utgatte_svar"] == case["svar"]


def site_file(site: Site) -> dict[str, Any]:
    """Return the file of a new case."""
    return site.case_file(site.new_case())
