"""Trial: `docs/drift.md`, word by word, on a bare Debian 12: PostgreSQL, two processes, an upgrade.

    python3 tests/trials/bare_debian.py [FOLDER]       # as root, with debootstrap

The blocks of the guide are run as they stand, in a Debian of its own below the folder. Three words
are put in: where the program is fetched from (this checkout), and the password, typed as asked. No
systemd runs in a folder, so the command of the unit is started with the unit's user and settings.
Ports 8000, 9100 and 5432 must be free. The folder stays where it is named, and is faster the next
time.
"""

import contextlib
import re
import secrets
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

_TOP = Path(__file__).resolve().parents[2]
_GUIDE, _PROGRAM = _TOP / "docs" / "drift.md", "srv/veiviser/program"
_HOST, _PASSWORD = "veiviser.prove-kommune.no", secrets.token_hex(12)
_SETTINGS = {
    "WIZARD_SECRET_KEY": secrets.token_hex(32),
    "WIZARD_PUBLIC_URL": f"https://{_HOST}",
    "WIZARD_OWNER": '"Prøve kommune"',
    "WIZARD_CONTACT": "postmottak@prove-kommune.no",
    "# DATABASE_URL": f"postgresql://veiviser:{_PASSWORD}@localhost/veiviser",
}
# What a Debian with a network has, however small it is.
_INCLUDED = "ca-certificates,procps"


def main(root: Path) -> None:
    """Install, use, copy, lose, restore and upgrade."""
    if not (root / "etc").is_dir():
        _host("debootstrap", "--variant=minbase", f"--include={_INCLUDED}", "bookworm", str(root))
    root.chmod(0o755)  # a temporary folder is closed, and here it is the root of everybody
    _reach_the_registries(root)
    source = root / "kilde"
    shutil.rmtree(source, ignore_errors=True)
    _host("git", "clone", "--quiet", "--bare", str(_TOP), str(source))
    _host("chmod", "-R", "a+rX", str(source))
    guide = _blocks(_GUIDE.read_text("utf-8"))
    with _mounted(root), contextlib.ExitStack() as ends:
        _install(root, guide["Installere"], ends)
        with _served(root):
            path = _make_a_case()
            [copy] = guide["Sikkerhetskopi"][0]
            _inside(root, copy)
        newest = _inside(root, "ls -t /srv/kopi/* | head -1").strip()
        restore = guide["Sikkerhetskopi"][1][1]
        _inside(root, re.sub(r"/srv/kopi/\S+", newest, restore))
        with _served(root):
            _ask(path)
        for line in guide["Oppgradere, og gå tilbake"][0]:
            if "systemctl" not in line:
                _inside(root, line)
        with _served(root):
            _ask(path)
    print("the guide holds")


def _install(root: Path, blocks: list[list[str]], ends: contextlib.ExitStack) -> None:
    """Run what the guide says of installing, the database first, as it tells."""
    program, postgresql, *_ = blocks
    _inside(root, "apt-get update -q")
    for line in postgresql:
        _inside(root, line, typed=f"{_PASSWORD}\n{_PASSWORD}\n")
        if "install postgresql" in line:
            _inside(root, "pg_ctlcluster 15 main start")
            ends.callback(_inside, root, "pg_ctlcluster 15 main stop -m fast")
    for line in program:
        if "systemctl" in line:
            continue
        _inside(root, line.replace("ADRESSEN", "/kilde"))
        if "veiviser.env" in line and line.startswith("install"):
            _fill(root / "etc/veiviser.env")


def _blocks(text: str) -> dict[str, list[list[str]]]:
    """Return the blocks of commands below each heading: lines, the continued ones made one."""
    found: dict[str, list[list[str]]] = {}
    for part in text.split("\n## ")[1:]:
        heading, _, rest = part.partition("\n")
        blocks = re.findall(r"(?:^ {4}.+\n)+", rest, re.MULTILINE)
        joined = (each.replace("\\\n", " ") for each in blocks)
        found[heading] = [[line.strip() for line in each.splitlines()] for each in joined]
    return found


def _reach_the_registries(root: Path) -> None:
    """Let it fetch what this machine can fetch, in the way this machine does."""
    for path in ("etc/resolv.conf", "etc/hosts", "etc/ssl/certs/ca-certificates.crt"):
        shutil.copyfile(f"/{path}", root / path)
    for path in ("etc/apt/apt.conf.d", "etc/apt/sources.list.d", "etc/xdg/pip"):
        if Path("/", path).is_dir():
            shutil.copytree(f"/{path}", root / path, dirs_exist_ok=True)
    # The checkout is somebody else's there, as it is not at the address it stands for.
    (root / "etc/gitconfig").write_text("[safe]\ndirectory = *\n", "utf-8")
    (root / "etc/apt/apt.conf.d/99yes").write_text('APT::Get::Assume-Yes "true";\n', "utf-8")


@contextlib.contextmanager
def _mounted(root: Path) -> Iterator[None]:
    with contextlib.ExitStack() as ends:
        kinds = (("proc", "proc"), ("sysfs", "sys"), ("tmpfs", "dev/shm"), ("devpts", "dev/pts"))
        for kind, where in kinds:
            (root / where).mkdir(exist_ok=True)
            more = ["-o", "newinstance,ptmxmode=0666"] if kind == "devpts" else []
            _host("mount", "-t", kind, kind, str(root / where), *more)
            ends.callback(_host, "umount", "-l", str(root / where))
        (root / "dev/ptmx").unlink(missing_ok=True)
        (root / "dev/ptmx").symlink_to("pts/ptmx")
        yield


def _fill(settings: Path) -> None:
    text = settings.read_text("utf-8")
    for name, value in _SETTINGS.items():
        text, found = re.subn(
            f"^{name}=.*$", f"{name.removeprefix('# ')}={value}", text, flags=re.MULTILINE
        )
        assert found == 1, name
    settings.write_text(text, "utf-8")


@contextlib.contextmanager
def _served(root: Path) -> Iterator[None]:
    """Start what the unit starts, as its user and with its settings; a calm end is exit code 0."""
    unit = (root / "etc/systemd/system/veiviser.service").read_text("utf-8")
    told = dict(re.findall(r"^(\w+)=(.*)$", unit, re.MULTILINE))
    command = (
        f"cd {told['WorkingDirectory']}; set -a; . {told['EnvironmentFile']};"
        f" umask {told['UMask']}; exec {told['ExecStart']}"
    )
    inside = ["sudo", "-u", told["User"], "sh", "-c", command]
    server = subprocess.Popen(["chroot", str(root), *inside], env=_environment())
    try:
        for _ in range(300):
            if _status("/klar") == 200:
                break
            assert server.poll() is None, "it did not start"
            time.sleep(0.2)
        assert _status("/klar") == 200
        yield
    finally:
        server.send_signal(signal.SIGTERM)
        code = server.wait(60)
    assert code == 0, code


def _make_a_case() -> str:
    """Make the example case as a browser does, and return the path of its advice."""
    first = _ask("/nb/")
    cookie = first.headers["Set-Cookie"].split(";")[0]
    page = first.read().decode()
    form = re.search(r'<form[^>]*action="([^"]*eksempel[^"]*)".*?</form>', page, re.DOTALL)
    assert form, "no example"
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', form[0])
    assert token, "no token"
    named = re.findall(r'<(?:input|button)[^>]*name="([^"]+)"[^>]*value="([^"]*)"', form[0])
    body = urllib.parse.urlencode(named).encode()
    made = _ask(form[1], body, {"Cookie": cookie, "Referer": f"https://{_HOST}/nb/"})
    return str(urllib.parse.urlsplit(made.headers["Location"]).path)


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def _ask(path: str, body: bytes | None = None, headers: dict[str, str] | None = None):  # type: ignore[no-untyped-def] # noqa: ANN202
    """Ask as the proxy would, for a browser."""
    told = {"Host": _HOST, "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.1"}
    asked = urllib.request.Request(
        f"http://127.0.0.1:8000{path}", body, {**told, **(headers or {})}
    )
    try:
        return urllib.request.build_opener(_Stay).open(asked, timeout=30)
    except urllib.error.HTTPError as answer:
        if answer.code in {302, 303}:
            return answer
        raise


def _status(path: str) -> int:
    try:
        return int(_ask(path).status)
    except urllib.error.HTTPError as refused:
        return refused.code
    except OSError:
        return 0


def _environment() -> dict[str, str]:
    kept = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}
    return {**kept, "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive", "HOME": "/root"}


def _inside(root: Path, line: str, typed: str = "") -> str:
    print(f"$ {line}", flush=True)
    command = line
    if "--pwprompt" in line:  # asks at a terminal only
        # What is typed before it asks is thrown away.
        answers = "".join(f"sleep 3; echo {each};" for each in typed.split())
        command = f"({answers}) | script -qec {shlex.quote(line)} /dev/null"
    done = subprocess.run(
        ["chroot", str(root), "sh", "-ec", f"cd {_cd(root)}; {command}"],
        env=_environment(),
        input="",
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{done.stdout[-3000:]}{done.stderr[-3000:]}\nends with {done.returncode}")
    return done.stdout


def _cd(root: Path) -> str:
    return f"/{_PROGRAM}" if (root / _PROGRAM).is_dir() else "/"


def _host(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(Path(made))
