"""A real PostgreSQL for the tests: an unprivileged user's, in a folder that goes with it.

Only who started it reaches it: it listens on a socket in its own folder, and on no port.
"""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

_USER = "veiviser"
# Where Debian keeps the programs that only a server's keeper needs.
_DEBIAN = Path("/usr/lib/postgresql")
# What a restart may not lose is on the disk: `fsync` stays on, as it comes.
_SETTINGS = ("listen_addresses=", "max_connections=60", "shared_buffers=16MB")
_PATIENCE = 60.0


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, if this machine has them."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    there = [each.parent for each in _DEBIAN.glob("*/bin/initdb")]
    return max(there, key=lambda each: float(each.parent.name), default=None)


class Postgres:
    """A server of our own, started at once; it dies with us, whatever we die of (on Linux)."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._names = map("prov{}".format, count())
        # Root may not run PostgreSQL: the folder and the server are nobody's.
        self._as: dict[str, Any] = {}
        self.folder = Path(tempfile.mkdtemp(prefix="postgres-"))
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
            self._as = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        self._run("initdb", "--no-sync", "--auth=trust", "--encoding=UTF8", "--locale=C")
        self.start()

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        told = [word for each in _SETTINGS for word in ("-c", each)]
        command = [str(self._programs / "postgres"), "-D", str(self._data)]
        command += ["-k", str(self.folder), *told]
        bound = ["setpriv", "--pdeathsig", "INT"] if shutil.which("setpriv") else []
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen([*bound, *command], stderr=log, cwd="/", **self._as)
        end = time.monotonic() + _PATIENCE
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > end:
                raise RuntimeError((self.folder / "log").read_text("utf-8", "replace"))
            time.sleep(0.05)

    def cut(self) -> None:
        """End the server at once, as a power cut does: nothing more is written."""
        self._end(signal.SIGQUIT)

    def close(self) -> None:
        """Stop the server, and remove all that was its."""
        self._end(signal.SIGINT)
        shutil.rmtree(self.folder)

    def new(self, options: str = "") -> str:
        """Make a database, with more of `CREATE DATABASE` if told, and return its name."""
        name = next(self._names)
        self.do(f"CREATE DATABASE {name} {options}")
        return name

    def drop(self, name: str) -> None:
        """Remove a database, whoever is in it."""
        self.do(f"DROP DATABASE {name} WITH (FORCE)")

    def do(self, statement: str) -> None:
        """Do something that no database in particular is needed for."""
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())

    def url(self, name: str) -> str:
        """Return the address of a database, as an operator would write it."""
        return self._address(name)

    def written(self) -> bytes:
        """Return all that lies on the disk, of every database and of the log of changes."""
        return b"".join(path.read_bytes() for path in self._data.rglob("*") if path.is_file())

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _address(self, name: str) -> str:
        return f"postgresql://{_USER}@/{name}?host={self.folder}"

    def _answers(self) -> bool:
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(self._address("postgres")).close()
            return True
        return False

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), "-D", str(self._data), "-U", _USER, *arguments]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, cwd="/", **self._as
        )
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)

    def _end(self, how: signal.Signals) -> None:
        self._process.send_signal(how)
        self._process.wait(_PATIENCE)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """Give the server of this session. Where there is none, tests are skipped, but not in CI."""
    found = programs()
    if found is None:
        say = pytest.fail if os.environ.get("CI") else pytest.skip
        say("PostgreSQL mangler på denne maskinen: apt-get install postgresql")
    server = Postgres(found)
    yield server
    server.close()
