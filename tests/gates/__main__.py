"""Go through every gate, whatever fails, and end with the tests: `python3 dev.py check`."""

import subprocess
import sys
import time
from pathlib import Path

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


def passes(gate: str) -> bool:
    """Run one gate; its output is worth reading only when it fails."""
    program, *arguments = gate.split()
    command = [str(Path(sys.executable).parent / program), *arguments]
    start = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    mark = "FEIL" if done.returncode else "ok"
    print(f"{mark:4} {time.monotonic() - start:5.1f} s  {gate}", flush=True)
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return not done.returncode


def main() -> int:
    """Run README's test command last: CI reads the line that pytest closes on."""
    failed = [gate for gate in GATES if not passes(gate)]
    print("Feilet: " + ", ".join(failed) if failed else "Alle kontroller er i orden.", flush=True)
    tests = subprocess.run([sys.executable, "dev.py", "test"], check=False, cwd=ROOT)
    return tests.returncode or len(failed)


if __name__ == "__main__":
    sys.exit(main())
