"""The forms that a case can be taken away in: what is offered is there."""

import pytest
from pages import Page, Site

from wizard.web.downloads import Download, purposes

ALL = {"memo.pdf", "memo.html", "memo.docx", "memo.calendar", "memo.table", "case.download"}


def offered(endpoints: set[str]) -> list[Download]:
    """Return every link there is where these endpoints answer."""
    offers = [offer for purpose in purposes(endpoints) for offer in purpose.offers]
    return [each for offer in offers for each in offer.downloads]


def links(page: Page) -> dict[str, str]:
    """Return where the list of forms leads, by the words of each link."""
    names = {each.name.nb for each in offered(ALL)}
    return {a.text: a.attributes["href"] for a in page.all("a") if a.text in names}


def test_every_form_that_is_offered_answers(site: Site) -> None:
    """Each link of the page gives something, and no two give the same."""
    found = links(site.get(site.new_case() + "notat"))
    assert len(found) >= 7
    assert len(set(found.values())) == len(found)
    for name, address in found.items():
        assert site.client.get(address).status_code == 200, name


@pytest.mark.parametrize("missing", sorted(ALL))
def test_a_form_that_does_not_exist_is_not_offered(missing: str) -> None:
    """No link to nowhere, no line without a link, no heading without a line."""
    there = ALL - {missing}
    assert {each.endpoint for each in offered(there)} == there
    assert all(purpose.offers for purpose in purposes(there))
    assert all(offer.downloads for purpose in purposes(there) for offer in purpose.offers)


@pytest.mark.parametrize("endpoint", ["memo.pdf", "memo.html", "memo.docx"])
def test_each_paper_is_offered_in_each_of_its_forms(endpoint: str) -> None:
    """The whole memo, one page of it, and the sheet of questions: as PDF, page and Word."""
    assert [each.paper for each in offered({endpoint})] == [None, "kort", "sporreark"]
