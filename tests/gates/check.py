"""Go through every gate, whatever fails, and end with the tests: `python3 dev.py check`.

A gate whose tool is missing is skipped, and says so; under CI nothing may be skipped.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from spelling import SKIPPED

ROOT = Path(__file__).resolve().parents[2]
GATES = [
    "ruff check",
    "ruff format --check",
    "mypy",
    "lint-imports",
    "yamllint --strict rules",
    "djlint --lint templates",
    "deptry .",
    "wizard rules check",
    "wizard rules test",
    "python tests/gates/spelling.py",
    "python tests/gates/wheel.py",
]


def run(gate: str) -> tuple[int, str]:
    """Run one gate, and return its exit code and what it said."""
    program, *arguments = gate.split()
    command = [str(Path(sys.executable).parent / program), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    except FileNotFoundError:
        return SKIPPED, f"{program} mangler.\n"
    return done.returncode, done.stdout + done.stderr


def passes(gate: str) -> bool:
    """Tell how a gate went; what it said is worth reading only when it did not go well."""
    start = time.monotonic()
    code, said = run(gate)
    skipped = code == SKIPPED
    mark = "hoppet over" if skipped else "FEIL" if code else "ok"
    print(f"{mark:4} {time.monotonic() - start:5.1f} s  {gate}", flush=True)
    if code:
        print(said, flush=True)
    return not code or (skipped and not os.environ.get("CI"))


def main() -> int:
    """Run README's test command last: CI reads the line that pytest closes on."""
    failed = [gate for gate in GATES if not passes(gate)]
    print("Feilet: " + ", ".join(failed) if failed else "Ingen kontroller feilet.", flush=True)
    tests = subprocess.run([sys.executable, "dev.py", "test"], check=False, cwd=ROOT)
    return tests.returncode or len(failed)


if __name__ == "__main__":
    sys.exit(main())
