"""Workers that hang, die or grow, in real processes: a clear message, and the next task works."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import tasks

from wizard.press.problems import (
    NotPrinted,
    RenderFailed,
    RenderTimedOut,
    RenderTooLarge,
    TooManyRenders,
)
from wizard.press.workers import Job, Limits, Workers

PATIENT = Limits(seconds=120)
Make = Callable[..., Workers[Any, Any]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of Unix")


@pytest.fixture
def make() -> Iterator[Make]:
    """Give what makes workers, which are stopped afterwards."""
    made: list[Workers[Any, Any]] = []

    def workers(
        limits: Limits, count: int = 1, work: Callable[[Any], Any] = tasks.do
    ) -> Workers[Any, Any]:
        made.append(Workers(Job(work, tasks.nothing, limits), count))
        return made[-1]

    yield workers
    for each in made:
        each.close()


def is_there(pid: int) -> bool:
    """Tell whether a process lives; what only waits to be buried does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in {"Z", "X"}


def gone(pid: int) -> bool:
    """Wait for a process to end, as long as it takes."""
    while is_there(pid):
        time.sleep(0.02)
    return True


@pytest.mark.skipif(sys.platform != "linux", reason="shares are told of there")
def test_workers_stand_back_for_whoever_answers_people(make: Make) -> None:
    """By process, and by session where cores are shared so."""
    workers = make(PATIENT)
    pid = workers.begin("pid").result()
    ours = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, pid) == min(19, ours + 10)
    share = Path(f"/proc/{pid}/autogroup")
    if share.exists():
        assert share.read_text("ascii").split()[-1] == "10"


@pytest.mark.parametrize("deed", ["sleep", "spin", "stop"])
def test_what_hangs_is_stopped_and_the_next_is_done(make: Make, deed: str) -> None:
    """Asleep, in a loop, or stopped by the machine: killed when its time is out."""
    workers = make(Limits(seconds=2))
    first = workers.begin("pid").result()
    with pytest.raises(RenderTimedOut) as told:
        workers.begin(deed).result()
    assert told.value.message.nb == "Det tok mer enn 2 sekunder å lage PDF-en, så vi stanset."
    assert told.value.message.nn == "Det tok meir enn 2 sekund å lage PDF-en, så vi stansa."
    assert gone(first)
    assert workers.begin("pid").result() != first


@pytest.mark.parametrize("deed", ["abort", "kill", "leave", "lambda"])
def test_what_dies_is_told_and_the_next_is_done(make: Make, deed: str) -> None:
    """A native crash, a kill, a silent exit, an answer that cannot be sent: one task is lost."""
    workers = make(PATIENT)
    first = workers.begin("pid").result()
    with pytest.raises(RenderFailed):
        workers.begin(deed).result()
    assert gone(first)
    assert workers.begin("pid").result() != first


def test_one_that_dies_at_rest_costs_nobody_a_task(make: Make) -> None:
    """The machine may kill it between two tasks."""
    workers = make(PATIENT)
    first = workers.begin("pid").result()
    os.kill(first, signal.SIGKILL)
    assert gone(first)
    assert workers.begin("pid").result() != first


def test_a_storm_of_kills_loses_tasks_and_nothing_else(make: Make) -> None:
    """Every task ends, in a result or a message, and afterwards all is well."""
    workers = make(Limits(seconds=120, waiting=100), 2)
    under_way = [workers.begin("pid") for _ in range(60)]
    for _ in range(20):
        for pid in workers.pids:
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.02)
    ends = [each.exception() for each in under_way]
    assert {type(each) for each in ends} <= {type(None), RenderFailed}
    assert len({workers.begin("pid").result() for _ in range(3)}) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only there can memory be limited")
def test_what_grows_is_refused_and_the_next_is_done(make: Make) -> None:
    """The machine keeps its memory; the process that ran out of it is not used again."""
    workers = make(Limits(seconds=120, megabytes=150))
    first = workers.begin("pid").result()
    with pytest.raises(RenderTooLarge) as told:
        workers.begin("grow").result()
    assert "150 megabyte minne" in told.value.message.nn
    assert workers.begin("pid").result() != first


def test_a_process_makes_room_for_a_fresh_one(make: Make) -> None:
    """After so many tasks, so that memory cannot creep."""
    workers = make(Limits(seconds=120, tasks=3))
    pids = [workers.begin("pid").result() for _ in range(7)]
    assert pids[0] == pids[1] == pids[2]
    assert pids[3] == pids[4] == pids[5]
    assert len({pids[0], pids[3], pids[6]}) == 3
    assert gone(pids[0])


def test_an_error_of_the_work_comes_back_and_the_process_stays(make: Make) -> None:
    """It says where it arose."""
    workers = make(PATIENT)
    first = workers.begin("pid").result()
    with pytest.raises(ValueError, match="ikke dette") as told:
        workers.begin("refuse").result()
    assert "tasks.py" in told.value.__notes__[0]
    assert workers.begin("pid").result() == first


def test_two_are_done_at_once(make: Make, tmp_path: Path) -> None:
    """Each waits for the other, so one after the other would never end."""
    a, b = str(tmp_path / "a"), str(tmp_path / "b")
    workers = make(PATIENT, 2, tasks.meet)
    first, second = workers.begin((a, b)), workers.begin((b, a))
    assert first.result() != second.result()


def test_a_flood_is_turned_away_at_once_and_those_in_line_are_served(
    make: Make, tmp_path: Path
) -> None:
    """One works, two wait, the fourth is told to come back; then there is room again."""
    release = tmp_path / "naa"
    workers = make(Limits(seconds=120, waiting=2), 1, tasks.wait_for)
    was_idle = workers.idle
    in_line = [workers.begin(str(release)) for _ in range(3)]
    assert was_idle
    assert not workers.idle
    with pytest.raises(TooManyRenders) as told:
        workers.begin(str(release))
    assert told.value.message.nb.endswith("Prøv igjen om litt.")
    release.touch()
    assert len({each.result() for each in in_line}) == 1
    assert workers.begin(str(release)).result()


def test_closing_stops_everything(make: Make, tmp_path: Path) -> None:
    """What is under way fails, what waits is called off, no process is left."""
    workers = make(Limits(seconds=120, waiting=2), 1, tasks.meet)
    here, never = tmp_path / "her", tmp_path / "aldri"
    working, waiting = workers.begin((str(here), str(never))), workers.begin(("x", "y"))
    tasks.wait_for(str(here))
    pids = workers.pids
    workers.close()
    assert isinstance(working.exception(), RenderFailed)
    assert waiting.cancelled() or isinstance(waiting.exception(), RenderFailed)
    assert all(gone(pid) for pid in pids)


PROGRAM = """
import os, sys
import tasks
from wizard.press.workers import Limits, Workers

if __name__ == "__main__":
    workers = Workers(tasks.job(Limits(seconds=1)), 1)
    print(workers.begin("pid").result(), flush=True)
    if sys.argv[1] != "rest":
        workers.begin(sys.argv[1])
    sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks in /proc")
@pytest.mark.parametrize("deed", ["rest", "spin"])
def test_nothing_is_left_when_the_server_is_killed(tmp_path: Path, deed: str) -> None:
    """At rest it sees its pipe end; at work it stops by its own clock."""
    program = tmp_path / "tjener.py"
    program.write_text(PROGRAM, "utf-8")
    paths = {**os.environ, "PYTHONPATH": str(Path(tasks.__file__).parent)}
    command = [sys.executable, str(program), deed]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=paths, text=True
    ) as server:
        assert server.stdout is not None
        worker = int(server.stdout.readline())
        server.kill()
    assert gone(worker)


def test_every_problem_says_itself_in_both_languages() -> None:
    """What reaches people names what happened, and no code."""
    problems = [RenderTimedOut(30), RenderTooLarge(1024), RenderFailed(), TooManyRenders()]
    for each in problems:
        assert isinstance(each, NotPrinted)
        assert str(each) == each.message.nb != each.message.nn
