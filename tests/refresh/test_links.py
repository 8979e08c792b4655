"""Pages are asked for politely, and what is told of each is no more than the answer says."""

import pytest
from like_pages import like_pages
from like_ssb import Reply

from wizard.refresh.links import Answer, Asking, Found, is_public

ASKING = Asking(seconds=2, pause=0, allowed=lambda _: True)
BODY = b"x" * 100_000


def moved(to: str, status: int = 301) -> Reply:
    return Reply(b"", status, {"Location": to})


PAGES = {
    "/der": Reply(BODY),
    "/flyttet": moved("/der"),
    "/flyttet-to-ganger": moved("/flyttet", 308),
    "/i-dag-et-annet-sted": moved("/der", 302),
    "/delvis": moved("/i-dag-et-annet-sted"),
    "/flyttet-til-ingenting": moved("/borte"),
    "/ring": moved("/ring"),
    "/uten-sted": Reply(b"", 301),
    "/forbudt": Reply(b"", 403),
    "/syk": Reply(b"", 503),
    "/slettet": Reply(b"", 410),
}
SAID = {
    "/der": (Found.THERE, ""),
    "/flyttet": (Found.MOVED, "/der"),
    "/flyttet-to-ganger": (Found.MOVED, "/der"),
    "/i-dag-et-annet-sted": (Found.THERE, ""),
    "/delvis": (Found.THERE, ""),
    "/flyttet-til-ingenting": (Found.GONE, "404"),
    "/ring": (Found.UNSURE, "301"),
    "/uten-sted": (Found.THERE, ""),
    "/forbudt": (Found.UNSURE, "403"),
    "/syk": (Found.UNSURE, "503"),
    "/slettet": (Found.GONE, "410"),
    "/borte": (Found.GONE, "404"),
}


def test_each_answer_says_what_it_says() -> None:
    """Moved only where every step was for good; gone only where the host says so."""
    with like_pages(PAGES) as server:
        answers = ASKING.all(server.address + path for path in SAID)
    found = {
        url.removeprefix(server.address): (
            answer.found,
            answer.more.nb.removeprefix(server.address),
        )
        for url, answer in answers.items()
    }
    assert found == SAID


def test_one_host_is_asked_one_thing_at_a_time_and_each_page_once() -> None:
    with like_pages({f"/{n}": Reply(b"", delay=0.01) for n in range(5)}) as server:
        ASKING.all([f"{server.address}/{n % 5}" for n in range(10)])
    assert server.asked == [("HEAD", f"/{n}") for n in range(5)]
    assert server.at_once == 1


def test_a_host_without_head_is_asked_with_get() -> None:
    with like_pages({"/": Reply(BODY)}, without_head="/") as server:
        answers = ASKING.all([f"{server.address}/"])
    assert [each.found for each in answers.values()] == [Found.THERE]
    assert [method for method, _ in server.asked] == ["HEAD", "GET"]


def test_no_answer_says_why() -> None:
    with like_pages({"/treg": Reply(b"", delay=30)}) as server:
        url = f"{server.address}/treg"
        slow = Asking(seconds=0.2, pause=0, allowed=lambda _: True).all([url])
    assert slow[url].found is Found.SILENT
    assert slow[url].more.nn == "det tok for lang tid"
    nobody = ASKING.all(["http://127.0.0.1:9/x"])["http://127.0.0.1:9/x"]
    assert (nobody.found, nobody.more.nb) == (Found.SILENT, "ingen svarer på adressen")


def test_a_page_that_leads_inside_is_not_followed() -> None:
    """Not even where the first address was one to ask."""
    with like_pages({"/ut": moved("/inne"), "/inne": Reply(b"")}) as server:
        only_out = Asking(seconds=2, pause=0, allowed=lambda url: url.endswith("/ut"))
        answers: dict[str, Answer] = only_out.all([f"{server.address}/ut"])
    (answer,) = answers.values()
    assert (answer.found, answer.more.nb) == (Found.NOT_ASKED, f"{server.address}/inne")
    assert server.asked == [("HEAD", "/ut")]


@pytest.mark.parametrize(
    "url",
    [
        "http://lovdata.no/",
        "ftp://lovdata.no/",
        "https://",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://[::1]/x",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://navn:ord@lovdata.no/",
    ],
)
def test_only_https_out_in_the_world_is_asked(url: str) -> None:
    assert not is_public(url)
