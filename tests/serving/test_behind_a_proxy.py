"""What is written for those who run it: nginx in front, and nothing named that is not there."""

import configparser
import os
import re
import shlex
import shutil
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest
from serve_process import EXAMPLE, Running, free_port

import dev
from wizard.settings import SettingsError, read_settings
from wizard.web import limited

PAPERS = dev.ROOT / "docs" / "drift"
GUIDE = (dev.ROOT / "docs" / "drift.md").read_text("utf-8")
HOST = "veiviser.kommunen.no"
TOLD = {
    "WIZARD_ENV": "production",
    "WIZARD_SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz",
    "WIZARD_PUBLIC_URL": f"https://{HOST}",
    "WIZARD_OWNER": "Kommunen selv",
    "WIZARD_CONTACT": "post@kommunen.no",
    "WIZARD_PROXIES": "1",
}
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
LINK = re.compile(r"[a-z2-7]{26}")
AROUND = """
daemon off; pid {folder}/pid; error_log {folder}/feil;
events {{}}
http {{
    client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
    uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
    {site}
}}
"""


class Proxy:
    """An nginx with our file, where only names and ports of the machine are others."""

    def __init__(self, folder: Path, behind: int) -> None:
        self.port, self.open_port, self.folder = free_port(), free_port(), folder
        certificate = ["-keyout", f"{folder}/key", "-out", f"{folder}/pem", "-subj", f"/CN={HOST}"]
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *certificate],
            check=True,
            capture_output=True,
        )
        site = (PAPERS / "nginx.conf").read_text("utf-8")
        for there, here in (
            ("listen 443", f"listen 127.0.0.1:{self.port}"),
            ("listen 80", f"listen 127.0.0.1:{self.open_port}"),
            ("/etc/ssl/veiviser.pem", f"{folder}/pem"),
            ("/etc/ssl/veiviser.key", f"{folder}/key"),
            ("/var/log/nginx/veiviser.log", f"{folder}/logg"),
            ("127.0.0.1:8000", f"127.0.0.1:{behind}"),
        ):
            assert there in site
            site = site.replace(there, here)
        file = folder / "nginx.conf"
        file.write_text(AROUND.format(folder=folder, site=site), "utf-8")
        self.process = subprocess.Popen(["nginx", "-c", str(file), "-p", str(folder)])
        self.cookie = ""

    def ask(
        self, method: str, path: str, host: str = HOST, body: str = ""
    ) -> tuple[HTTPResponse, str]:
        """Ask over TLS, as a browser that keeps its cookie."""
        trusting = ssl._create_unverified_context()  # noqa: S323, SLF001 - our own certificate
        headers = {"Host": host, "Cookie": self.cookie}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        with closing(HTTPSConnection("127.0.0.1", self.port, context=trusting)) as connection:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            content = answer.read().decode()
        if cookie := answer.getheader("Set-Cookie"):
            self.cookie = cookie.partition(";")[0]
        return answer, content

    def wait(self) -> "Proxy":
        for _ in range(100):
            try:
                self.ask("GET", "/helse")
            except OSError:
                assert self.process.poll() is None
                time.sleep(0.1)
            else:
                return self
        raise TimeoutError


@pytest.fixture
def proxy(tmp_path: Path, start: Callable[..., Running]) -> Iterator[Proxy]:
    """Give nginx before a wizard in production."""
    if shutil.which("nginx") is None and not os.environ.get("CI"):
        pytest.skip("nginx mangler")
    folder = tmp_path / "nginx"
    folder.mkdir()
    folder.chmod(0o777)  # its workers are not root
    tmp_path.chmod(0o755)
    found = Proxy(folder, start(**TOLD).port)
    try:
        yield found.wait()
    finally:
        found.process.terminate()
        found.process.wait(20)


def test_the_proxy_as_written_lets_cases_through_and_no_link_out(proxy: Proxy) -> None:
    """Our own address in every redirect, a cookie for https alone, no path in its log."""
    _, page = proxy.ask("GET", "/nb/")
    token = TOKEN.search(page)
    assert token
    sent = urlencode({"csrf_token": token[1]})
    answer, _ = proxy.ask("POST", EXAMPLE.findall(page)[0], body=sent)
    assert answer.status == 303
    case = LINK.search(answer.headers["Location"])
    assert case
    assert proxy.cookie.startswith("__Host-")
    answer, _ = proxy.ask("GET", f"/nb/sak/{case[0]}")
    assert (
        answer.headers["Location"].removeprefix(TOLD["WIZARD_PUBLIC_URL"]) == f"/nb/sak/{case[0]}/"
    )
    answer, page = proxy.ask("GET", f"/nb/sak/{case[0]}/lagre")
    assert f"https://{HOST}/nb/sak/{case[0]}/" in page
    assert "max-age=" in answer.headers["Strict-Transport-Security"]
    assert proxy.ask("GET", "/nb/", host="annen.no")[0].status == 400
    log = (proxy.folder / "logg").read_text("utf-8")
    assert answer.headers["X-Request-ID"] in log
    assert case[0] not in log
    assert "/nb/" not in log


def test_the_proxy_refuses_what_is_too_large_and_leads_to_https(proxy: Proxy) -> None:
    """Without saying what was asked for."""
    assert proxy.ask("POST", "/nb/svarfil", body="x" * 700_000)[0].status == 413
    with closing(HTTPConnection("127.0.0.1", proxy.open_port)) as connection:
        connection.request("GET", "/nb/sak/hemmelig/", headers={"Host": HOST})
        answer = connection.getresponse()
        assert (answer.status, answer.headers["Location"]) == (301, f"https://{HOST}/")


def test_the_settings_file_asks_for_what_production_needs(tmp_path: Path) -> None:
    """As it comes it is refused, setting by setting; filled in it will do."""
    lines = (PAPERS / "veiviser.env").read_text("utf-8").splitlines()
    told = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    with pytest.raises(SettingsError) as refused:
        read_settings(told, tmp_path)
    empty = {name for name, value in told.items() if not value} - {"WIZARD_ACCESSIBILITY_URL"}
    assert {line.split()[0] for line in str(refused.value).splitlines()} == empty
    assert read_settings({**told, **TOLD}, tmp_path).production


def test_the_unit_starts_what_the_guide_installs() -> None:
    """The same user, folder, settings and program, and a stop that waits for what is under way."""
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(PAPERS / "veiviser.service", "utf-8")
    service = unit["Service"]
    program, *options = shlex.split(service["ExecStart"])
    assert program == f"{service['WorkingDirectory']}/.venv/bin/wizard"
    assert options[0] == "serve"
    for word in ("User", "EnvironmentFile", "WorkingDirectory", "ReadWritePaths"):
        assert service[word] in GUIDE
    assert service["EnvironmentFile"] in (PAPERS / "veiviser").read_text("utf-8")
    assert int(service["TimeoutStopSec"]) > 45
    assert f"WIZARD_FOLDER={service['ReadWritePaths']}" in (PAPERS / "veiviser.env").read_text(
        "utf-8"
    )


def test_the_image_and_the_guide_install_the_same_packages() -> None:
    """Those that `dev.py` asks for."""
    image = (PAPERS / "Containerfile").read_text("utf-8")
    for package in (*dev.PDF_PACKAGES, "python3-venv"):
        assert package in image
        assert package in GUIDE
    assert (dev.ROOT / "dev.py").exists()
    assert '"serve", "--host", "0.0.0.0"' in image


def test_the_guide_tells_the_limits_that_hold() -> None:
    """Each number of the table is the one in the program."""
    for limit, words in (
        (limited.CASES, "{n} nye saker"),
        (limited.UPLOADS, "{n} svarfiler"),
        (limited.PAPERS, "{n} notater"),
        (limited.GUESSES, "{n} ukjente lenker"),
        (limited.SEARCHES, "{n} søk"),
        (limited.SAVES, "{n} lagringer"),
        (limited.ADVICE, "{n} råd"),
    ):
        assert words.format(n=limit.item.amount) in GUIDE
