"""Run the project from a fresh checkout, with Python 3.11 or newer and nothing else.

    python3 dev.py serve        the wizard on http://127.0.0.1:8000
    python3 dev.py test …       the tests; arguments go to pytest
    python3 dev.py check        every gate, then the tests: what CI runs
    python3 dev.py memo …       wizard memo …
    python3 dev.py bench …      the benchmark
    python3 dev.py wizard …     any command of the wizard
    python3 dev.py sbom …       what the program is made of, as CycloneDX JSON; -o FILE
    python3 dev.py lock …       the releases in locks/; --upgrade takes the newest allowed

Each keeps .venv in step with locks/. As root on Debian it also installs the libraries
that pip cannot bring; elsewhere it prints the line to run and goes on.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

if sys.platform != "win32":
    import fcntl

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
STAMP = VENV / "stamp"
PROJECT = ROOT / "pyproject.toml"
LOCKS = ROOT / "locks"
# What a setting asks for, with how its value begins; each brings what the program runs with too.
EXTRAS = {"postgresql": ("DATABASE_URL", "postgres"), "login": ("WIZARD_OIDC_ISSUER", "http")}
LOCKED = {name: LOCKS / f"{name}.txt" for name in ("test", "run", *EXTRAS, "build")}
RECIPE = [PROJECT, ROOT / "wizard" / "fonts" / "build.py", *LOCKED.values()]
LOCKSMITH = "uv==0.13.9"
PDF_PACKAGES = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fontconfig"]
TEST_PACKAGES = [
    "chromium",
    "libatomic1",
    "libreoffice-writer-nogui",
    "poppler-utils",
    "hunspell",
    "hunspell-no",
    "nginx-light",
    "openssl",
    "postgresql",
]
FOR_TESTS = {"test", "check", "bench", "sbom"}
COMMANDS = {
    "serve": "wizard serve",
    "test": "pytest",
    "check": "python tests/gates/check.py",
    "memo": "wizard memo",
    "bench": "python tests/bench",
    "wizard": "wizard",
    "sbom": "cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible "
    "locks/run.txt",
}


def say(text: str) -> None:
    """Tell the user at once, also where the output is a file."""
    print(text, flush=True)


def install_system_packages(wanted: list[str]) -> None:
    """Install what Debian lacks, or say how."""
    if not shutil.which("dpkg-query"):
        return
    query = ["dpkg-query", "-W", "-f=${Package} ${db:Status-Status}\n", *wanted]
    known = subprocess.run(query, capture_output=True, text=True, check=False).stdout.splitlines()
    missing = [package for package in wanted if f"{package} installed" not in known]
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if missing and os.geteuid() != 0:
        say(f"Mangler {', '.join(missing)}. Går videre, men ikke alt vil virke.")
        say(f"Kjør: sudo {' '.join(install)}")
    elif missing:
        say(f"Installerer {', '.join(missing)} …")
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update", "-q"], install):
            apt = subprocess.run(command, capture_output=True, text=True, env=quiet, check=False)
        if apt.returncode:
            say(f"{apt.stdout}{apt.stderr}Det gikk ikke. Går videre, men ikke alt vil virke.")


def pip(*arguments: object, python: Path | None = None) -> None:
    """Run the pip that came with an environment, ours unless told."""
    quiet = ["-m", "pip", "--disable-pip-version-check", "-qq"]
    subprocess.run([str(python or BIN / "python"), *quiet, *map(str, arguments)], check=True)


def pinned(*locks: str) -> list[str]:
    """Return the arguments that make pip take the releases of some locks, byte for byte."""
    return ["--require-hashes", *(f"--requirement={LOCKED[lock]}" for lock in locks)]


def renew_locks(*arguments: str) -> int:
    """Pin what pyproject.toml asks for, once for all platforms and Pythons.

    A release that still fits is kept, unless the arguments (to uv) say `--upgrade`.
    """
    import tomllib  # noqa: PLC0415 - an older Python must get as far as to be told that it is

    building = tomllib.loads(PROJECT.read_text("utf-8"))["build-system"]["requires"]
    with tempfile.TemporaryDirectory() as away:
        subprocess.run([sys.executable, "-m", "venv", away], check=True)
        programs = Path(away) / BIN.name
        pip("install", LOCKSMITH, python=programs / "python")
        resolve = [str(programs / "uv"), "pip", "compile", "--quiet", "--no-config", "--universal"]
        resolve += ["--python-version", "3.11", "--generate-hashes", "--no-header", *arguments]
        same = ["--constraint", str(LOCKED["test"])]
        sources = {
            "test": ([str(PROJECT), "--extra", "test"], None),
            "run": ([str(PROJECT), *same], None),
            **{name: ([str(PROJECT), "--extra", name, *same], None) for name in EXTRAS},
            "build": (["-", *same], "\n".join(building)),
        }
        for name, (source, told) in sources.items():
            call = [*resolve, *source, "--output-file", str(LOCKED[name])]
            subprocess.run(call, input=told, text=True, cwd=ROOT, check=True)
    return 0


def make_environment(*, for_tests: bool) -> None:
    """Bring .venv up to date; the stamp is written last, so a broken run is done again."""
    python = f"{sys.base_prefix} {sys.version_info.major}.{sys.version_info.minor} {ROOT}"
    recipe = hashlib.sha256(b"".join(path.read_bytes() for path in RECIPE)).hexdigest()
    usable = STAMP.exists() and (BIN / "python").exists()
    present = STAMP.read_text("utf-8").splitlines() if usable else []
    locks = ["test"] if for_tests or "test" in present else _locks_to_run(present)
    wanted = [python, recipe, *locks]
    if present == wanted:
        return
    say("Gjør klart Python-miljøet i .venv; første gang tar det opptil ett minutt …")
    if present[:1] != [python]:
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    STAMP.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as tools:
        pip("install", *pinned(*locks))
        pip("wheel", *pinned("build"), "-w", tools)
        pip("install", "--no-deps", "--no-index", "--find-links", tools, "--editable", ROOT)
    STAMP.write_text("".join(f"{line}\n" for line in wanted), "utf-8")


def _locks_to_run(present: list[str]) -> list[str]:
    """Return the lock of the program, or those of the extras that are asked for or there."""
    asked = [
        name
        for name, (setting, begins) in EXTRAS.items()
        if name in present or os.environ.get(setting, "").startswith(begins)
    ]
    return asked or ["run"]


def prepare(command: str) -> None:
    """Make the machine ready, one process at a time."""
    packages = PDF_PACKAGES + (TEST_PACKAGES if command in FOR_TESTS else [])
    if importlib.util.find_spec("ensurepip") is None:
        packages = [*packages, "python3-venv"]
    with Path(__file__).open() as lock:
        if sys.platform != "win32":
            fcntl.flock(lock, fcntl.LOCK_EX)
        install_system_packages(packages)
        make_environment(for_tests=command in FOR_TESTS)


def main(command: str = "", *arguments: str) -> int:
    """Prepare for the command, and hand over to it."""
    if command not in {*COMMANDS, "lock"}:
        say(f"Bruk: python3 dev.py {' | '.join([*COMMANDS, 'lock'])}")
        return 2
    try:
        if command == "lock":
            return renew_locks(*arguments)
        prepare(command)
    except subprocess.CalledProcessError as error:
        say(f"Miljøet ble ikke ferdig: {' '.join(map(str, error.cmd))}")
        return 1
    except KeyboardInterrupt:
        say("Avbrutt. Det gjøres ferdig neste gang.")
        return 130
    if command in FOR_TESTS:
        os.chdir(ROOT)
    if command == "serve" and not arguments:
        say("Veiviseren åpnes på http://127.0.0.1:8000. Stopp den med Ctrl+C.")
    program, *first = COMMANDS[command].split()
    call = [str(BIN / program), *first, *arguments]
    if os.name != "nt":
        os.execv(call[0], call)  # noqa: S606 - signals and exit code go straight to the program
    return subprocess.call(call)


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - this file meets whatever python3 there is
        sys.exit("Veiviseren trenger Python 3.11 eller nyere.")
    sys.exit(main(*sys.argv[1:]))
