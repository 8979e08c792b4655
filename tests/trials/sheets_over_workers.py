"""Trial: a question sheet for every kommune, over two workers, one of which is killed on the way.

    .venv/bin/python tests/trials/sheets_over_workers.py

Tells how long it took, and how long without the line. Ends with status 1 unless each sheet is there
once, with the same content as without the line, and nothing is left in it. About three minutes.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import text

from wizard.cli.made import NAME
from wizard.store.database import open_database
from wizard.store.schema import upgrade

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "support")]
_KILL_AT = 100


def main() -> int:
    """Make them by the line, then here, and compare."""
    # What several tests share; pytest finds it by itself.
    from databases import as_told  # noqa: PLC0415
    from postgres import Postgres, programs  # noqa: PLC0415
    from worker_process import Worker  # noqa: PLC0415

    found = programs()
    if found is None:
        sys.exit("PostgreSQL is not on this machine")
    server = Postgres(found)
    try:
        address = server.url(server.new())
        engine = open_database(as_told(address))
        upgrade(engine)
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            dying, living = (Worker(folder / f"{n}.log", address).wait() for n in (1, 2))
            seconds = _made(folder / "ko", address, dying.kill)
            living.stop()
            lines = (folder / "ko" / NAME).read_text("utf-8").splitlines()
            noted = Counter(json.loads(line)["fil"] for line in lines)
            by_line = _papers(folder / "ko")
            here = _made(folder / "her")
            same = by_line == _papers(folder / "her")
        with engine.begin() as connection:
            left = connection.execute(text("SELECT count(*) FROM renders")).scalar_one()
        engine.dispose()
    finally:
        server.close()
    once = set(noted.values()) == {1} and noted.keys() == by_line.keys()
    print(f"{len(by_line)} sheets, one worker killed at {_KILL_AT}: {seconds:.0f} s by the line,")
    print(f"{here:.0f} s without. Each once: {once}. Same bytes: {same}. Left in the line: {left}.")
    return 0 if once and same and not left else 1


def _made(out: Path, database: str = "", kill: Callable[[], None] | None = None) -> float:
    """Make all sheets, kill a worker on the way, and return how many seconds it took."""
    wizard = str(Path(sys.executable).with_name("wizard"))
    command = [wizard, "batch", "--alle-kommuner", "-o", str(out), *(["--ko"] if database else [])]
    environment = os.environ | ({"DATABASE_URL": database} if database else {})
    begun = time.monotonic()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as running:
        while kill and running.poll() is None and len(list(out.glob("*.pdf"))) < _KILL_AT:
            time.sleep(0.2)
        if kill:
            kill()
    if running.returncode:
        sys.exit(f"the batch ended with {running.returncode}")
    return time.monotonic() - begun


def _papers(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.pdf")}


if __name__ == "__main__":
    sys.exit(main())
