"""SSB is asked politely, and only a whole and good answer is kept."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from like_ssb import LikeSsb, Reply, dataset, like_ssb

from wizard.refresh.asking import Ssb
from wizard.refresh.cube import Cube, read_cube
from wizard.refresh.problems import RefreshError

PATH = "pxwebapi/v2/tables/06265/data"
WANTED = {"valueCodes[Region]": "*"}
TABLE = {"Region": ["0301", "5044"], "Tid": ["2025", "2026"]}


def answer(_query: dict[str, str]) -> Any:  # noqa: ANN401 - JSON
    return dataset(TABLE, lambda region, year: int(region) + int(year))


@pytest.fixture
def server() -> Iterator[LikeSsb]:
    with like_ssb({PATH: answer}) as running:
        yield running


@pytest.fixture
def ssb(server: LikeSsb, tmp_path: Path) -> Ssb:
    return Ssb(tmp_path / "svar", server.address, seconds=0.3, tries=2)


def read(raw: Any) -> Cube:  # noqa: ANN401 - JSON
    return read_cube(raw, "Region", "Tid")


def test_a_table_is_read_by_code(ssb: Ssb) -> None:
    """The last dimension runs fastest; a sum is over all codes of what is not told."""
    cube = ssb.table("06265", WANTED, read)
    assert cube.get(Region="5044", Tid="2026") == Decimal(5044 + 2026)
    assert cube.get(Region="0301") == Decimal(2 * 301 + 2025 + 2026)
    assert cube.get(Region="9999", Tid="2026") is None


def test_a_good_answer_is_not_asked_for_again(ssb: Ssb, server: LikeSsb) -> None:
    """It lies in the folder until done, also for the next run."""
    ssb.table("06265", WANTED, read)
    again = Ssb(ssb.folder, server.address)
    again.table("06265", WANTED, read)
    assert server.asked == {"pxwebapi/v2/config": 1, PATH: 1}
    again.done()
    assert not ssb.folder.exists()


def test_it_waits_as_long_as_it_is_told_and_asks_again(ssb: Ssb, server: LikeSsb) -> None:
    """429 with Retry-After is no failure the first time."""
    server.errors[PATH] = [Reply(b"", 429, {"Retry-After": "1"})]
    assert ssb.table("06265", WANTED, read).get(Region="5044", Tid="2026")
    assert server.asked[PATH] == 2


BAD = {
    "busy": (Reply(b"", 429, {"Retry-After": "0"}), "venter"),
    "broken": (Reply(b"<html>Service Unavailable</html>", 503), "feil 503"),
    "refused": (Reply(b'{"title": "Bad Request"}', 400), "feil 400"),
    "slow": (Reply(b"{}", delay=5), "for lang tid"),
    "cut off": (Reply(b'{"id": [', cut=500), "kuttet av"),
    "no JSON": (Reply(b'{"id": [1,'), "ikke JSON"),
    "a page": (Reply(b"<html>Vedlikehold</html>"), "ikke JSON"),
    "another form": (Reply(b'{"id": ["Region"]}'), "formen"),
    "a list": (Reply(b"[]"), "formen"),
}


@pytest.mark.parametrize(("reply", "said"), BAD.values(), ids=BAD)
def test_a_bad_answer_is_one_sentence_and_is_not_kept(
    ssb: Ssb, server: LikeSsb, reply: Reply, said: str
) -> None:
    """After it, the same is asked for anew, and nothing else is."""
    server.errors[PATH] = [reply, reply]
    with pytest.raises(RefreshError, match=said) as told:
        ssb.table("06265", WANTED, read)
    assert str(told.value).endswith(".")
    assert "\n" not in str(told.value)
    assert not ssb.folder.exists() or not any(ssb.folder.iterdir())
    server.errors.clear()
    assert ssb.table("06265", WANTED, read).get(Region="5044", Tid="2026")


def test_nobody_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RefreshError, match=r"listen over kommuner \(Klass\): ingen svarer"):
        Ssb(tmp_path, "http://127.0.0.1:9/api", tries=1).klass("x", {}, read)


def test_a_pace_that_is_not_told_ends_it(ssb: Ssb, server: LikeSsb) -> None:
    """We ask no faster than SSB says, so it must say."""
    server.answers["pxwebapi/v2/config"] = lambda _: {"apiVersion": "2.0.0"}
    with pytest.raises(RefreshError, match="hvor mange"):
        ssb.table("06265", WANTED, read)
    assert not server.asked[PATH]


def wrong(**changed: Any) -> Any:  # noqa: ANN401 - JSON
    return {**answer({}), **changed}


@pytest.mark.parametrize(
    "raw",
    [
        wrong(value=[1, 2, 3]),
        wrong(value=[1, 2, 3, "4"]),
        wrong(value=[1, 2, 3, True]),
        wrong(size=[2, 3]),
        wrong(id=["Region"], size=[2]),
    ],
)
def test_a_table_that_does_not_add_up_is_refused(raw: Any) -> None:  # noqa: ANN401 - JSON
    with pytest.raises(RefreshError):
        read(raw)


def test_a_missing_value_says_why() -> None:
    """Null is not zero: the sign beside it tells what it is."""
    cube = read(wrong(value=[1, None, 3, 4], status={"1": ":"}))
    assert cube.get(Region="0301", Tid="2026") is None
    assert cube.why(Region="0301", Tid="2026") == "vises ikke"
    assert read(wrong(value=[1, None, 3, 4], status=["", "..", "", ""])).signs == {1: ".."}
