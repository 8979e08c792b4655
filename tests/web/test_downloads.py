"""The forms that a case can be taken away in: what is offered is there."""

import pytest
from pages import Page, Site

from wizard.memo.model import Paper
from wizard.web.downloads import Download, purposes


def offered(*, has_plan: bool = True) -> list[Download]:
    """Return every link that a case has."""
    offers = [offer for purpose in purposes(has_plan=has_plan) for offer in purpose.offers]
    return [each for offer in offers for each in offer.downloads]


def links(page: Page) -> dict[str, str]:
    """Return where the list of forms leads, by the words of each link."""
    names = {each.name.nb for each in offered()}
    return {text: to for text, to in page.ways.items() if text in names}


@pytest.mark.parametrize("has_plan", [True, False], ids=["with a plan", "blank"])
def test_every_form_that_is_offered_answers(real_site: Site, *, has_plan: bool) -> None:
    """Each link of the page gives something, and no two give the same."""
    example = real_site.post("/nb/eksempel/namsskogan").response.request.path
    address = f"{example.partition('/rad')[0]}/" if has_plan else real_site.new_case()
    found = links(real_site.get(address + "notat"))
    assert set(found) == {each.name.nb for each in offered(has_plan=has_plan)}
    assert len(set(found.values())) == len(found)
    for name, link in found.items():
        assert real_site.client.get(link).status_code == 200, name


def test_a_blank_case_is_not_offered_a_proposal() -> None:
    """The question sheet and the case file are what there is."""
    papers = {each.paper for each in offered(has_plan=False)}
    assert papers == {Paper.QUESTIONS, None}
    assert {each.endpoint for each in offered(has_plan=False) if not each.paper} == {
        "case.download"
    }


@pytest.mark.parametrize("has_plan", [True, False])
def test_of_a_plan_that_is_followed_up_how_it_has_gone_comes_first(*, has_plan: bool) -> None:
    """The memo is then for a new plan, and says so; without a follow-up there is no status."""
    followed, unfollowed = (purposes(has_plan=has_plan, followed=each) for each in (True, False))
    papers = [[d.paper for o in each.offers for d in o.downloads] for each in followed]
    if has_plan:
        assert set(papers[0]) == {Paper.STATUS}
        assert followed[1].heading.nb == "Legg fram en ny plan"
    assert all(Paper.STATUS not in each for each in papers[has_plan:])
    offered = [d.paper for each in unfollowed for o in each.offers for d in o.downloads]
    assert Paper.STATUS not in offered
