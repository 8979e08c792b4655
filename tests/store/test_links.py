"""A link is found again, whatever mail programs and people did to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.store.links import LINK, adviser_link, link_in, new_link, reading_link

SPELLED = "ayakyavqto3ta2b73wunu27w4a"
ADDRESS = f"https://veiviser.kommunen.no/nb/sak/{SPELLED}/"
WRAPPED = (
    "https://eur01.safelinks.example/?url=https%3A%2F%2Fveiviser.kommunen.no%2Fnb%2Fsak%2F"
    f"{SPELLED}%2F&data=05%7C02"
)


@pytest.mark.parametrize(
    "pasted",
    [
        ADDRESS,
        ADDRESS.rstrip("/"),
        f"{ADDRESS.rstrip('/')}.",
        f"«{ADDRESS}»",
        f'"{ADDRESS.rstrip("/")}"',
        f"<{ADDRESS}>",
        f"({ADDRESS}rad).",
        ADDRESS.upper(),
        f"  {ADDRESS}\n",
        f"Hei!\n\nHer er saken: {ADDRESS}\n\nMvh Kari, Namsskogan kommune",
        ADDRESS.replace("sak/ayak", "sak/\nayak"),
        ADDRESS.replace("vqto", "vq\r\nto"),
        ADDRESS.replace("vqto", "vq\n> > to"),
        ADDRESS.replace("vqto", "vq=\r\nto"),
        ADDRESS.replace("vqto", "vq to"),
        ADDRESS.replace("vqto", "vq\u200bto"),
        WRAPPED,
        SPELLED,
        SPELLED.upper(),
        f"lenken er {SPELLED}, sa hun",
        f"{SPELLED[:13]} {SPELLED[13:]}",
    ],
)
def test_a_link_is_found_in_what_was_pasted(pasted: str) -> None:
    """An address, a mail, the link alone."""
    assert link_in(pasted) == SPELLED


@pytest.mark.parametrize(
    "pasted",
    [
        "",
        "https://veiviser.kommunen.no/nb/",
        f"https://veiviser.kommunen.no/nb/sak/{SPELLED[:-1]}",
        "personopplysningsforskrift",
        "Dette er bare en lang setning om personopplysningsforskriften og boliger.",
        f"{SPELLED}{SPELLED}",
    ],
)
def test_what_has_no_link_gives_none(pasted: str) -> None:
    """A word of 26 letters is not taken for one."""
    assert link_in(pasted) is None


@given(st.text(alphabet=" \n\t.,;<>()«»\"'", max_size=20), st.sampled_from(["/nb/sak/", ""]))
def test_every_link_that_we_make_is_found_between_any_signs(around: str, path: str) -> None:
    """The owner's, the reader's and the adviser's."""
    own = new_link()
    for link in (own, reading_link(own), adviser_link(own)):
        assert LINK.fullmatch(link)
        assert link_in(f"{around}{path}{link}{around}") == link
