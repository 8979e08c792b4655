"""The site on loopback as `wizard serve` runs it: the same server, with a folder of its own."""

import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask
from waitress.server import create_server

from wizard.app import close, create_app, load_rulebook
from wizard.settings import Settings

# As in `wizard.app.serve`.
_THREADS = 8


@contextmanager
def site(rules: Path, folder: Path | None = None) -> Iterator[tuple[Flask, str]]:
    """Give the app of a rulebook and the address where it is served."""
    with tempfile.TemporaryDirectory() as own:
        app = create_app(Settings(folder=folder or Path(own)), load_rulebook(rules))
        try:
            with served(app) as address:
                yield app, address
        finally:
            close(app)


@contextmanager
def served(app: Callable[..., Any]) -> Iterator[str]:
    """Serve any WSGI app, and give its address."""
    server: Any = create_server(app, host="127.0.0.1", port=0, threads=_THREADS, ident=None)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()
        thread.join(5)
