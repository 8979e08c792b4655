"""Tries servers on this machine: `python tests/trials/servers.py [NAME …]`, a table at the end.

Needs an environment where the servers are installed; none of them is a dependency of ours but
those that `wizard serve` runs.
"""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_PATHS = (_HERE.parents[1], _HERE.parent / "support", _HERE)
sys.path[:0] = map(str, _PATHS)

import heavy_use  # noqa: E402 - found by the line above

_PORT = 8790
_PYTHON = sys.executable
_WAITRESS = (
    "import factory,waitress;"
    "waitress.serve(factory.app,host='127.0.0.1',port={port},threads=8,ident=None{more})"
)
_OURS = "from wizard.cli import main; main()"
_SANE = ",connection_limit=1000,backlog=1024,channel_timeout=60,asyncore_use_poll=True"


def commands(port: int) -> dict[str, list[str]]:
    """Return how each server is started."""
    gunicorn = [_PYTHON, "-m", "gunicorn", "-b", f"127.0.0.1:{port}", "--log-level", "warning"]
    granian = [
        *(_PYTHON, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"),
        *("--port", str(port), "--log-level", "warning", "--backlog", "1024"),
    ]
    return {
        "waitress (usual)": [_PYTHON, "-c", _WAITRESS.format(port=port, more="")],
        "waitress (sane)": [_PYTHON, "-c", _WAITRESS.format(port=port, more=_SANE)],
        "wizard serve 1": [_PYTHON, "-c", _OURS, "serve", "--port", str(port)],
        "wizard serve 2": [_PYTHON, "-c", _OURS, "serve", "--port", str(port)],
        "gunicorn gevent 2": [*gunicorn, "-k", "gevent", "-w", "2", "factory:app"],
        "gunicorn gthread 1x8": [*gunicorn, "-k", "gthread", "--threads", "8", "factory:app"],
        "gunicorn gthread 2x8": [
            *(*gunicorn, "-k", "gthread", "-w", "2", "--threads", "8", "factory:app")
        ],
        "granian 1x8": [*granian, "--blocking-threads", "8", "factory:app"],
        "granian 2x8": [*granian, "--workers", "2", "--blocking-threads", "8", "factory:app"],
        "hypercorn 2": [
            *(_PYTHON, "-m", "hypercorn", "-b", f"127.0.0.1:{port}", "-w", "2"),
            *("--log-level", "warning", "wsgi:factory:app"),
        ],
    }


@contextmanager
def running(command: list[str], port: int, processes: int) -> Iterator[subprocess.Popen[bytes]]:
    """Give a server that answers; end it afterwards."""
    with tempfile.TemporaryDirectory() as folder, Path(folder, "log").open("wb") as log:
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(map(str, _PATHS)),
            "WIZARD_FOLDER": folder,
            "WIZARD_PROCESSES": str(processes),
            # All of it comes from one address.
            "WIZARD_LIMITS_URL": "av",
        }
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            _wait(port)
            yield server
        finally:
            server.send_signal(signal.SIGTERM)
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with socket.create_connection(("127.0.0.1", port), 1) as connection:
                connection.sendall(b"GET /nb/kommune HTTP/1.0\r\nHost: x\r\n\r\n")
                if connection.recv(12):
                    time.sleep(2)  # the other processes
                    return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError


async def trials(port: int, wanted: set[str]) -> dict[str, str]:
    """Put one server through everything."""
    found: dict[str, str] = {}

    async def tell(name: str, times: object) -> None:
        found[name] = str(times)
        print(f"    {name}: {times}", flush=True)
        await asyncio.sleep(1)

    await heavy_use.pages(port, 20)
    if "idle" in wanted:
        await tell("100 idle", await heavy_use.idle(port, 100))
        await tell("300 idle", await heavy_use.idle(port, 300))
    if "slow" in wanted:
        await tell("60 slow", await heavy_use.slow_senders(port, 60))
    if "users" in wanted:
        await tell("200 users", await heavy_use.users(port, 200, 25, 20))
    if "full" in wanted:
        times = await heavy_use.users(port, 16, 8, 0)
        await tell("16 at full speed", f"{len(times.seconds) / 8:.0f}/s {times}")
    if "memos" in wanted:
        made, read = await heavy_use.memos(port, 12, 30)
        await tell("12 on memos: pages", read)
        await tell("12 on memos: memos", made)
    return found


def main(arguments: list[str]) -> None:
    """Try each server that is named, or all."""
    kinds = {"idle", "slow", "users", "full", "memos"}
    wanted = {each for each in arguments if each in kinds} or kinds
    named = [each for each in arguments if each not in kinds]
    for name, command in commands(_PORT).items():
        if named and not any(each in name for each in named):
            continue
        print(name, flush=True)
        with running(command, _PORT, 2 if name.endswith("2") else 1):
            asyncio.run(trials(_PORT, wanted))


if __name__ == "__main__":
    main(sys.argv[1:])
