"""Lovdata's archives are read for what they say; what is not as it should be ends in a sentence.

The documents are of the shape that public programs read from Lovdata's free data in 2026: this has
never met the real one.
"""

import bz2
import io
import tarfile
from datetime import date
from pathlib import Path

import pytest
from like_pages import like_pages
from like_ssb import Reply
from lovdata_answers import GOOD, LAW, LAWS, LOANS, OF_LAW, OF_LOANS, REGULATIONS, document, packed

from wizard.refresh.archives import BadArchive, beginnings
from wizard.refresh.lovdata import Document, NotAnswered, fetch


def test_what_is_cited_is_read_from_the_head_of_its_document() -> None:
    """A day is the first that is named, in either way of writing; none where none is."""
    laws = packed({"nl-20180622-083.xml": OF_LAW})
    with like_pages({LAWS: Reply(laws), REGULATIONS: Reply(GOOD)}) as server:
        found = fetch([LOANS, LAW, "for-1999-01-01-1"], server.address, 5)
    assert found == {
        LOANS: Document(
            "Forskrift om lån fra Husbanken",
            date(2020, 1, 1),
            date(2026, 10, 1),
            "forskrift/2026-09-10-1780",
        ),
        LAW: Document("Lov om kommuner", None, None, ""),
    }


def test_signs_that_steer_a_terminal_are_not_passed_on() -> None:
    title = document("FOR-2019-11-18-1546", title="Lån\x1b[2J" + "n" * 900)
    answer = packed({"sf/sf-20191118-1546.xml": title})
    with like_pages({REGULATIONS: Reply(answer)}) as server:
        found = fetch([LOANS], server.address, 5)[LOANS].title
    assert found.startswith("Lån\N{REPLACEMENT CHARACTER}[2Jn")
    assert len(found) == 300


def test_only_the_archive_that_is_needed_is_fetched() -> None:
    with like_pages({REGULATIONS: Reply(GOOD)}) as server:
        fetch([LOANS], server.address, 5)
    assert server.asked == [("GET", REGULATIONS)]


def _name_as_long_as_memory() -> bytes:
    """An entry that says its name is a gigabyte long."""
    entry = tarfile.TarInfo("././@LongLink")
    entry.type, entry.size = tarfile.GNUTYPE_LONGNAME, 1024**3
    return bz2.compress(entry.tobuf() + bytes(1024**2))


BAD = {
    "not there": (Reply(b"", 404), "feil 404"),
    "somewhere else": (Reply(b"", 302, {"Location": "http://127.0.0.1:9/"}), "feil 302"),
    "slow": (Reply(GOOD, delay=30), "for lang tid"),
    "promised more": (Reply(GOOD, cut=500), "kuttet av"),
    "cut off": (Reply(GOOD[:-40]), "ødelagt"),
    "a page": (Reply(b"<html>Vedlikehold</html>"), "ødelagt"),
    "nothing": (Reply(b""), "ødelagt"),
    "packed nonsense": (Reply(bz2.compress(b"tull" * 4000)), "ødelagt"),
    "a name as long as memory": (Reply(_name_as_long_as_memory()), "ødelagt"),
    "none of ours": (Reply(packed({"sf/sf-20200101-0001.xml": OF_LOANS})), "Ingen av dem"),
    "another form": (Reply(packed({"sf/sf-20191118-1546.xml": b"<html/>"})), "formen"),
    "another document": (
        Reply(packed({"sf/sf-20191118-1546.xml": document("FOR-2020-01-01-1", title="x")})),
        "formen",
    ),
}


@pytest.mark.parametrize(("reply", "said"), BAD.values(), ids=BAD)
def test_a_bad_answer_is_one_sentence(reply: Reply, said: str) -> None:
    with like_pages({REGULATIONS: reply}) as server, pytest.raises(NotAnswered, match=said):
        fetch([LOANS], server.address, 0.5)


def test_nothing_in_an_archive_is_written_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names that climb out, links and devices are names like others: not ours."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:bz2") as archive:
        for name, kind in (
            ("../../ut.xml", tarfile.REGTYPE),
            ("/etc/sf-20191118-1546.xml", tarfile.SYMTYPE),
        ):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
    away = tmp_path / "her"
    away.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(away))
    with (
        like_pages({REGULATIONS: Reply(out.getvalue())}) as server,
        pytest.raises(NotAnswered, match="Ingen av dem"),
    ):
        fetch([LOANS], server.address, 5)
    assert list(tmp_path.rglob("*")) == [away]


def test_a_bomb_is_given_up_when_it_is_larger_than_it_can_be(tmp_path: Path) -> None:
    """Ten megabytes out of a few hundred bytes, where one is the most."""
    bomb = tmp_path / "bombe.tar.bz2"
    bomb.write_bytes(packed({"stor": bytes(10 * 1024**2), "sf-20191118-1546.xml": OF_LOANS}))
    assert bomb.stat().st_size < 5000
    with pytest.raises(BadArchive):
        list(beginnings(bomb, lambda _: True, 100, most=1024**2))
    assert len(list(beginnings(bomb, lambda _: True, 100))) == 2
