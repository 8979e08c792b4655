"""Build the wheel from the sdist, install it far from the checkout, and print a memo there.

Only this tests the paths of an installed wizard: in the checkout, templates, rules and
fonts are found where they were written. What it is built and run with is what is locked.
"""

import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import dev

MUST_CARRY = {
    "wizard/fonts/NotatSans-Bold.ttf",
    "wizard/fonts/NotatSans-Bold.woff2",
    "wizard/fonts/NotatSans-Regular.ttf",
    "wizard/fonts/NotatSans-Regular.woff2",
    "wizard/fonts/OFL.txt",
    "wizard/rules/regelverk.yaml",
}
JOURNEY = ["rules check", "case new 5044 -o sak.json", "memo sak.json -o notat.pdf"]


def main() -> str | None:
    """Return what is wrong, if anything."""
    with tempfile.TemporaryDirectory() as name:
        away = Path(name)
        dev.pip("wheel", *dev.pinned("build"), "-w", away / "tools")
        only_these = os.environ | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(away / "tools")}
        build = [sys.executable, "-m", "build", "--outdir", name, str(dev.ROOT)]
        subprocess.run(build, check=True, cwd=away, env=only_these)
        wheel = next(away.glob("*.whl"))
        if missing := MUST_CARRY - set(zipfile.ZipFile(wheel).namelist()):
            return f"The wheel lacks {', '.join(sorted(missing))}"
        subprocess.run([sys.executable, "-m", "venv", "env"], check=True, cwd=away)
        programs = away / "env" / dev.BIN.name
        dev.pip("install", *dev.pinned("run"), python=programs / "python")
        dev.pip("install", "--no-deps", wheel, python=programs / "python")
        for step in JOURNEY:
            subprocess.run([str(programs / "wizard"), *step.split()], check=True, cwd=away)
        if not (away / "notat.pdf").read_bytes().startswith(b"%PDF-"):
            return "The memo is no PDF"
    return None


if __name__ == "__main__":
    sys.exit(main())
