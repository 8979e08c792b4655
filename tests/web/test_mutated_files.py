"""A case file that somebody has been at is refused at the door, or opens for ever.

`tests/trials/case_files.py` does the same with thousands, and every page.
"""

import pytest
from flask import Flask
from mutated_files import broken_pages, mutated, received, whole_file
from pages import Site

from wizard.web import services_of

SOME = ("", "svar", "rad", "oppfolging", "gjennomgang", "notat.html", "notat.ics", "svarfil.json")


@pytest.mark.parametrize("first", [5000, 5020])
def test_what_comes_in_breaks_no_page(real_site: Site, first: int) -> None:
    """Some come in, some do not; none is a fault of ours, then or later."""
    app: Flask = real_site.client.application
    whole, token = whole_file(app, services_of(app).today()), real_site.token()
    statuses = set()
    for seed in range(first, first + 20):
        status, link = received(real_site.client, mutated(whole, seed), token)
        assert status in {200, 303, 400, 413, 422}, seed
        assert not link or broken_pages(real_site.client, link, SOME) == [], seed
        statuses.add(status)
    assert {303, 422} <= statuses
