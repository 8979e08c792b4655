"""What `docs/api.md` shows is run as it stands, against a real server."""

import json
import re
import shlex
import subprocess
import sys
import urllib.request
from collections.abc import Callable

from api_cases import journey_file
from serve_process import Running

import dev
from wizard import rulebook
from wizard.paths import RULES

PAGE = (dev.ROOT / "docs" / "api.md").read_text("utf-8")
SHOWN = "http://localhost:8000"


def test_the_python_example_runs_as_it_stands(start: Callable[..., Running]) -> None:
    """It names the schemes that are recommended, and then the leaves of one verdict."""
    server = start()
    (example,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert SHOWN in example
    program = example.replace(SHOWN, server.address)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    leaves = [line for line in done.stdout.splitlines() if "→" in line]
    names = set(done.stdout.splitlines()) - set(leaves)
    book = rulebook.load(RULES)
    assert names
    assert names <= {scheme.name.nb for scheme in book.schemes.values()}
    assert "startlan_bruk er aktivt → lite" in leaves


def test_the_curl_lines_are_answered(start: Callable[..., Running]) -> None:
    """Each is asked as curl would; and the page names what there is, and no more."""
    server = start()
    lines = re.findall(r"^    curl -s (.*)$", PAGE, re.MULTILINE)
    assert len(lines) == 3
    for line in lines:
        *options, address = shlex.split(line)
        path = address.removeprefix("localhost:8000")
        told = dict(zip(options[::2], options[1::2], strict=True))
        headers = dict([told["-H"].split(": ")]) if "-H" in told else {}
        body = journey_file(rulebook.load(RULES)) if "--data-binary" in told else None
        assert answered(server, path, body, headers)
    index = answered(server, "/api/v1/")["adresser"]
    there = {each["adresse"].partition("{")[0] for each in index}  # type: ignore[attr-defined]
    named = re.findall(r"`(?:(?:GET|POST) )?(/[a-z./1]*)[^`]*`", PAGE)
    assert {each.removeprefix("/api/v1") for each in there} == {
        each.removeprefix("/api/v1") for each in named
    } - {""}


def answered(
    server: Running, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
) -> dict[str, object]:
    """Return the JSON that a server answers with."""
    request = urllib.request.Request(server.address + path, body, headers or {})  # noqa: S310 - ours
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - ours
        found = json.load(answer)
    assert isinstance(found, dict)
    return found
