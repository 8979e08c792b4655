"""Go through every gate, whatever fails, and end with the tests: `python3 dev.py check`.

A gate whose tool is missing is skipped, and says so; under CI nothing may be skipped. The tests
are run once, and measure what they cover.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from spelling import SKIPPED

ROOT = Path(__file__).resolve().parents[2]
# The longest first: there are as many at a time as there are cores.
GATES = [
    "python tests/gates/wheel.py",
    "mypy",
    "wizard rules test",
    "python tests/gates/spelling.py",
    "ruff check",
    "ruff format --check",
    "lint-imports",
    "yamllint --strict rules",
    "djlint --lint templates",
    "deptry .",
    "wizard rules check",
]
TESTS = ["dev.py", "test", "--cov", "--cov-report=term", "--cov-fail-under=97"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a gate went: its exit code, what it said, and how many seconds it took."""

    gate: str
    code: int
    said: str
    seconds: float

    @property
    def passed(self) -> bool:
        """Whether to go on: a machine may lack a tool, but CI has them all."""
        return not self.code or (self.code == SKIPPED and not os.environ.get("CI"))

    def __str__(self) -> str:
        mark = {0: "ok", SKIPPED: "hoppet over"}.get(self.code, "FEIL")
        # What it said is worth reading only when it did not go well.
        return f"{mark:4} {self.seconds:5.1f} s  {self.gate}" + (f"\n{self.said}" * bool(self.code))


def run(gate: str) -> Outcome:
    """Run one gate."""
    program, *arguments = gate.split()
    command = [str(Path(sys.executable).parent / program), *arguments]
    start = time.monotonic()
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
        code, said = done.returncode, done.stdout + done.stderr
    except FileNotFoundError:
        code, said = SKIPPED, f"{program} mangler."
    return Outcome(gate, code, said, time.monotonic() - start)


def main() -> int:
    """Run README's test command last: CI reads the line that pytest closes on."""
    failed = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for outcome in pool.map(run, GATES):
            print(outcome, flush=True)
            failed += [] if outcome.passed else [outcome.gate]
    print("Feilet: " + ", ".join(failed) if failed else "Ingen kontroller feilet.", flush=True)
    tests = subprocess.run([sys.executable, *TESTS], check=False, cwd=ROOT)
    return tests.returncode or len(failed)


if __name__ == "__main__":
    sys.exit(main())
