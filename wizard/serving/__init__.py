"""`wizard serve`: one process that listens, or several that share what is listened on.

And `wizard worker`, which listens to nobody.
"""

import os
import socket
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from wizard.app import StartupError, close, create_app, load_rulebook
from wizard.paths import RULES
from wizard.releases.refusals import RefusedError
from wizard.releases.shelf import rules_in
from wizard.rulebook import Trees
from wizard.serving import one, several, worker
from wizard.serving.following import following, look
from wizard.serving.places import listening, reserved
from wizard.settings import (
    DEVELOPMENT,
    PRODUCTION,
    RULES_TOLD,
    Settings,
    SettingsError,
    read_settings,
)
from wizard.troubles import why
from wizard.web import logs, metrics


def serve(host: str, port: int, rules: Path | None = None) -> int:
    """Run the wizard until it is stopped, and return the exit code.

    `rules` is a folder of rules to follow, in place of what the environment says.
    """
    if rules is not None:
        os.environ[RULES_TOLD] = str(rules.absolute())  # also to the processes that we start
    return _told(lambda: _serve(host, port))


def share(host: str, port: int) -> int:
    """Be one of several processes: run until told to stop, and return the exit code."""

    def work() -> int:
        settings = several.part_of(_settings())
        with listening(host, port, shared=True) as listener:
            return _work(listener, settings, several.tell_ready)

    return _told(work)


def work() -> int:
    """Make PDFs of what others lay in the line, until stopped, and return the exit code."""
    return _told(lambda: worker.run(_worker_settings()))


def _serve(host: str, port: int) -> int:
    settings = _settings()
    with metrics.shown(settings):
        if settings.processes > 1:
            with reserved(host, port) as address:
                return several.run(address, settings.processes, lambda: _warn(settings))
        with listening(host, port) as listener:
            return _work(listener, settings, lambda: _warn(settings))


def _warn(settings: Settings) -> None:
    for warning in settings.warnings:
        logs.OPERATOR.warning(warning)


def _settings() -> Settings:
    settings = read_settings(os.environ, Path.cwd() / "instance")
    logs.begin(production=settings.production)
    return settings


def _worker_settings() -> Settings:
    """Return the settings of who serves nobody: it needs no address, secret or owner."""
    found = read_settings({**os.environ, "WIZARD_ENV": DEVELOPMENT}, Path.cwd() / "instance")
    logs.begin(production=os.environ.get("WIZARD_ENV") == PRODUCTION)
    return found


def _work(listener: socket.socket, settings: Settings, ready: Callable[[], None]) -> int:
    followed = settings.rules or RULES
    seen, trees, rules = look(followed), Trees(), rules_in(followed)
    app = create_app(settings, load_rulebook(rules, trees), rules=rules)
    with ExitStack() as until_the_end:
        until_the_end.callback(close, app)
        if settings.rules:
            until_the_end.enter_context(following(app, followed, seen, trees))
        else:
            trees.clear()  # nobody reads them again
        one.run(app, listener, settings, ready)
    return 0


def _told(run: Callable[[], int]) -> int:
    """Return the exit code; where the wizard does not start, say why in sentences."""
    try:
        return run()
    except StartupError as error:
        problems = error.problems
    except (SettingsError, RefusedError) as error:
        problems = (str(error),)
    except OSError as error:
        problems = (
            f"Kan ikke bruke {error.filename or 'mappen'}: {why(error).nb}.",
            "Sett WIZARD_FOLDER til en mappe som veiviseren kan lese og skrive i.",
        )
    sys.stderr.write("".join(f"{problem}\n" for problem in problems))
    return 1
