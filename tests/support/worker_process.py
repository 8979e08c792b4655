"""`wizard worker` in processes of their own, on a database, with what they write to their log."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

WIZARD = str(Path(sys.executable).with_name("wizard"))


class Worker:
    """A `wizard worker`, which may be told of any setting."""

    def __init__(self, log: Path, database: str, **told: str) -> None:
        self._log = log
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        environment = {**kept, "DATABASE_URL": database, "WIZARD_RENDERERS": "1", **told}
        with log.open("wb") as file:
            self.process = subprocess.Popen(
                [WIZARD, "worker"], env=environment, stderr=file, stdout=file
            )

    def wait(self) -> "Worker":
        """Wait until it takes pages."""
        while "Arbeideren er klar" not in self.log:
            assert self.process.poll() is None, self.log
            time.sleep(0.05)
        return self

    @property
    def log(self) -> str:
        return self._log.read_text("utf-8")

    def kill(self) -> None:
        """End it as a machine does that is short of memory, or loses its power."""
        self.process.kill()
        self.process.wait(60)

    def stop(self) -> int:
        """Ask it to stop, and return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(90)


Hire = Callable[..., Worker]
