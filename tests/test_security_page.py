"""The page on security names every requirement of level 1 once, and tests that there are."""

import re

from dev import ROOT

# OWASP ASVS 5.0.0, level 1.
LEVEL_1 = re.findall(
    r"\S+",
    """
1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.5.1 2.1.1 2.2.1 2.2.2 2.3.1 3.2.1 3.2.2 3.3.1 3.4.1
3.4.2 3.5.1 3.5.2 3.5.3 4.1.1 4.4.1 5.2.1 5.2.2 5.3.1 5.3.2 6.1.1 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5
6.2.6 6.2.7 6.2.8 6.3.1 6.3.2 6.4.1 6.4.2 7.2.1 7.2.2 7.2.3 7.2.4 7.4.1 7.4.2 8.1.1 8.2.1 8.2.2
8.3.1 9.1.1 9.1.2 9.1.3 9.2.1 10.4.1 10.4.2 10.4.3 10.4.4 10.4.5 11.3.1 11.3.2 11.4.1 12.1.1
12.2.1 12.2.2 13.4.1 14.2.1 14.3.1 15.1.1 15.2.1 15.3.1
""",
)
ROWS = re.findall(
    r"^\| (\d+\.\d+\.\d+) \| (.+) \| (.+) \|$",
    (ROOT / "docs" / "security.md").read_text("utf-8"),
    re.MULTILINE,
)


def test_every_requirement_stands_there_once_in_order() -> None:
    assert [id_ for id_, _, _ in ROWS] == LEVEL_1
    assert len(LEVEL_1) == 70


def test_what_tries_it_is_there() -> None:
    """A row without a test is of something that is not there, or that nobody here can try."""
    for id_, what, tried in ROWS:
        files = re.findall(r"`([\w/]+\.py)`", tried)
        assert all((ROOT / "tests" / file).is_file() for file in files), id_
        assert files or re.search(r"None|operator|no XML|one algorithm|section above", what), id_
