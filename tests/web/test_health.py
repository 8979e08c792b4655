"""What the proxy asks: whether we are alive, and whether a case can be used."""

from pathlib import Path

from flask import Flask
from question_book import question_book

from wizard.app import create_app
from wizard.settings import Settings
from wizard.web import services_of


def test_alive_and_ready_are_plain_words_that_nobody_keeps(app: Flask) -> None:
    """By any host, without a cookie, and not led on anywhere."""
    with app.test_client() as client:
        for path, said in (("/helse", "ok\n"), ("/klar", "database: ja\nregler: ja\npresse: ja\n")):
            answer = client.get(path, headers={"Host": "10.0.0.7"})
            assert (answer.status_code, answer.text) == (200, said)
            assert answer.mimetype == "text/plain"
            assert answer.headers["Cache-Control"] == "no-store"
            assert "Set-Cookie" not in answer.headers


def test_without_its_database_it_is_alive_and_not_ready(app: Flask, tmp_path: Path) -> None:
    (tmp_path / "saker.sqlite").rename(tmp_path / "borte")
    with app.test_client() as client:
        answer = client.get("/klar")
        assert (answer.status_code, answer.text) == (503, "database: nei\n")
        assert client.get("/helse").status_code == 200


def test_a_press_that_is_closed_is_not_ready(tmp_path: Path) -> None:
    app = create_app(Settings(folder=tmp_path, renderers=1), question_book())
    services_of(app).printer.close()
    with app.test_client() as client:
        answer = client.get("/klar")
    assert (answer.status_code, answer.text) == (503, "presse: nei\n")
