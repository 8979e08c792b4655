"""The page of advice says what is missing, who finds it, and what that was calculated from."""

from pages import Site


def test_the_page_shows_what_is_missing_and_the_figures_behind_it(real_site: Site) -> None:
    """Vinje in nynorsk: an example at each loan, its figures and their sources once."""
    page = real_site.post("/nn/eksempel/vinje")
    text = page.text.replace("\u00a0", " ")
    assert "Kven betaler kva" in text
    assert "Då manglar om lag 2,7 millionar kr, som husstanden må skaffe." in text
    assert "Husbanken avgjer det i kvar sak." in text
    assert text.count("Byggjekostnad: 42 000 kr per m². Opplyst av kommunen.") == 1
    assert text.count("Ein ny bustad kan vere verd meir.") == 1


def test_a_page_without_the_price_asks_for_it(real_site: Site) -> None:
    """Namsskogan has no price: the question stands where the sum would have been."""
    page = real_site.post("/nb/eksempel/namsskogan")
    text = page.text.replace("\u00a0", " ")
    assert "Vi kan ikke regne ut mer før vi vet dette: Hva koster en brukt enebolig" in text
    assert "Da mangler" not in text
