"""The numbers for those who run the site, on an address of their own."""

import os
import socket
import urllib.request
from pathlib import Path

import pytest
from flask import Flask
from serve_process import free_port

from wizard.settings import Settings, SettingsError
from wizard.web.metrics import forget_process, limited, paper, shown


def read(port: int) -> str:
    """Return what programs read there."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        text: str = answer.read().decode()
    return text


def test_pages_limits_and_papers_are_counted(app: Flask, tmp_path: Path) -> None:
    port = free_port()
    with shown(Settings(folder=tmp_path, metrics=("127.0.0.1", port))):
        app.test_client().get("/nb/")
        limited("prøve")
        paper("prøve")
        told = read(port)
    assert 'veiviser_svar_total{metode="GET",' in told
    assert 'veiviser_avvist_total{grense="prøve"}' in told
    assert 'veiviser_notater_total{utfall="prøve"}' in told
    with pytest.raises(OSError, match="refused"):
        read(port)


def test_of_several_processes_the_dead_are_forgotten(tmp_path: Path) -> None:
    port = free_port()
    with shown(Settings(folder=tmp_path, metrics=("127.0.0.1", port), processes=2)):
        shared = Path(os.environ["PROMETHEUS_MULTIPROC_DIR"])
        left = shared / "gauge_livesum_4242.db"
        left.touch()
        forget_process(4242)
        assert not left.exists()
        read(port)
    assert not shared.exists()


def test_nowhere_to_show_is_nothing_to_do(tmp_path: Path) -> None:
    with shown(Settings(folder=tmp_path)):
        assert "PROMETHEUS_MULTIPROC_DIR" not in os.environ
        forget_process(4242)


def test_a_taken_port_is_said_with_the_name_of_the_setting(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        where = ("127.0.0.1", taken.getsockname()[1])
        refused = pytest.raises(SettingsError, match="WIZARD_METRICS: kan ikke lytte på")
        with refused, shown(Settings(folder=tmp_path, metrics=where)):
            pass
