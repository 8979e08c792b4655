"""The site on loopback as `wizard serve` runs it: the same server, with a folder of its own."""

import socket
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask

from wizard.app import close, create_app, load_rulebook
from wizard.serving import one
from wizard.settings import Settings


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
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = one.create(app, listener)
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.effective_port}"
        finally:
            server.close()
            thread.join(5)
