"""`wizard serve`: one process that listens, or several that share what is listened on."""

import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from wizard.app import StartupError, close, create_app, load_rulebook
from wizard.paths import RULES
from wizard.serving import one, several
from wizard.settings import Settings, SettingsError, read_settings
from wizard.web import logs, metrics

# So many may have been let in by the system and not yet by us.
_BACKLOG = 1024


def serve(host: str, port: int) -> int:
    """Run the wizard until it is stopped, and return the exit code."""
    return _told(lambda: _serve(host, port))


def share(listener: socket.socket) -> int:
    """Be one of several processes: run until told to stop, and return the exit code."""
    return _told(lambda: _work(listener, several.part_of(_settings())))


def _serve(host: str, port: int) -> int:
    settings = _settings()
    for warning in settings.warnings:
        logs.OPERATOR.warning(warning)
    with _listening(host, port) as listener, metrics.shown(settings):
        if settings.processes > 1:
            return several.run(listener, settings)
        return _work(listener, settings)


def _settings() -> Settings:
    settings = read_settings(os.environ, Path.cwd() / "instance")
    logs.begin(production=settings.production)
    return settings


def _work(listener: socket.socket, settings: Settings) -> int:
    app = create_app(settings, load_rulebook(RULES), rules=RULES)
    try:
        one.run(app, listener, settings, several.tell_ready)
    finally:
        close(app)
    return 0


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except (OSError, OverflowError) as error:
        told = getattr(error, "strerror", None) or str(error)
        raise StartupError(
            (
                f"Kan ikke lytte på {host}, port {port}: {told}.",
                "Stopp den som bruker porten, eller velg en annen med --port; adressen med --host.",
            )
        ) from error
    with listener:
        yield listener


def _told(run: Callable[[], int]) -> int:
    """Return the exit code; where the wizard does not start, say why in sentences."""
    try:
        return run()
    except StartupError as error:
        problems = error.problems
    except SettingsError as error:
        problems = (str(error),)
    except OSError as error:
        problems = (
            f"Kan ikke bruke {error.filename or 'mappen'}: {error.strerror}.",
            "Sett WIZARD_FOLDER til en mappe som veiviseren kan lese og skrive i.",
        )
    sys.stderr.write("".join(f"{problem}\n" for problem in problems))
    return 1
