"""The composition root: settings → rulebook, municipalities, store → Flask app."""

import os
import secrets
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from flask import Flask
from limits.storage import Storage
from werkzeug.middleware.proxy_fix import ProxyFix

from wizard import clock, municipalities, rulebook
from wizard.catalogue.tally import Tallies
from wizard.domain.case import Versions
from wizard.domain.place import THE_FOLDER
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Text
from wizard.lab.tested import JourneyTests
from wizard.municipalities import Municipalities
from wizard.municipalities.loading import MunicipalityDataError
from wizard.paths import DATA, STATIC, TEMPLATES
from wizard.press.kept import Kept
from wizard.press.printer import Printer, make_press
from wizard.press.queued import Queued
from wizard.press.workers import Limits
from wizard.rulebook import Problem, RulebookError, Trees
from wizard.settings import Login, Settings, program_version
from wizard.store.address import POSTGRESQL, DatabaseUnusable
from wizard.store.cases import CaseStore
from wizard.store.counts import CountsUnusable, counts_in
from wizard.store.database import Database
from wizard.store.identity import marker_in
from wizard.store.issued import IssuedStore
from wizard.store.line import PostgresLine
from wizard.store.parts import PartStore
from wizard.store.private_files import private_folder
from wizard.store.ready import ready_database
from wizard.store.rulebooks import RulebookStore, RulesChangedError
from wizard.web import Services, operators, register, services_of
from wizard.web.limiting import Limiter
from wizard.web.remembered import named

# Octets. All of it stays in memory: Werkzeug writes a file to the disk from 500 kB on.
_LARGEST_REQUEST = 500 * 1024
_MOST_FIELDS = 1000
_REMEMBERED = timedelta(days=365)
_NO_LOGIN = (
    "WIZARD_OIDC_ISSUER sier hvor de som steller reglene, logger inn, men pakken til det mangler.",
    "Installer den: pip install 'virkemiddelveiviser[login]'",
)
_NOTHING_TO_SHOW = Text(
    "{folder} har ingen spørsmål eller ordninger å vise.",
    "{folder} har ingen spørsmål eller ordningar å vise.",
)


class StartupError(RuntimeError):
    """The wizard cannot start; carries every reason, in Norwegian."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


def create_app(
    settings: Settings,
    book: Rulebook,
    today: Callable[[], date] = clock.today,
    rules: Path | None = None,
) -> Flask:
    """Return the app, its database brought up to date.

    `rules` is the folder that the rulebook was read from, and is kept in the database; none where
    it was made in memory.

    Raises:
        StartupError: the rules were changed since they were read, something is missing, or the
            database cannot be used.

    """
    _check_installation()
    services = _services(settings, book, today)
    if rules is not None:
        _keep(services.rulebooks, book, rules, today())
    app = Flask(__name__, static_folder=STATIC, template_folder=TEMPLATES)
    app.config.update(
        SECRET_KEY=settings.secret_key or development_key(settings.folder),
        SESSION_COOKIE_NAME=named("veiviser", secure=settings.https),
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.https,
        PERMANENT_SESSION_LIFETIME=_REMEMBERED,  # what a browser was asked to remember
        MAX_CONTENT_LENGTH=_LARGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=_LARGEST_REQUEST,
        MAX_FORM_PARTS=_MOST_FIELDS,
        WTF_CSRF_TIME_LIMIT=None,  # nobody loses a page for having thought about it
        SEND_FILE_MAX_AGE_DEFAULT=365 * 24 * 3600,  # their addresses change with the version
    )
    register(app, services)
    if settings.login:
        _let_log_in(app, settings.login)
    if count := settings.proxies:  # they pass on the host that was asked for as it is
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=0)  # type: ignore[method-assign]
    services.store.tidy(today())
    return app


def close(app: Flask) -> None:
    """Stop what the app has started besides itself."""
    services_of(app).printer.close()


def load_rulebook(rules: Path, trees: Trees | None = None) -> Rulebook:
    """Return the rulebook that a site can be made of; `trees` as for `rulebook.load`.

    Raises:
        StartupError: the rules are broken, or there are none.

    """
    try:
        return usable_rulebook(rules, trees)
    except RulebookError as error:
        raise StartupError(
            (
                "Reglene kan ikke brukes, så veiviseren starter ikke:",
                *(str(problem) for problem in error.problems),
            )
        ) from error


def usable_rulebook(rules: Path, trees: Trees | None = None) -> Rulebook:
    """Return the rulebook in a folder; `trees` as for `rulebook.load`.

    Raises:
        RulebookError: it is broken, or has nothing to make a site of; with every problem.

    """
    book = rulebook.load(rules, trees=trees)
    if not book.themes or not book.schemes:
        raise RulebookError([Problem(THE_FOLDER, _NOTHING_TO_SHOW.format(folder=rules))])
    return book


def development_key(folder: Path) -> str:
    """Return the key of this machine, made once, so that a restart loses nobody's form."""
    path = folder / "utviklingsnokkel"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("utf-8")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        key = secrets.token_hex(32)
        file.write(key)
    return key


def _services(settings: Settings, book: Rulebook, today: Callable[[], date]) -> Services:
    known = _known()
    engine = _database(settings)
    counts = _counts(settings, engine)
    line = PostgresLine(engine) if engine.dialect.name == POSTGRESQL else None
    program = program_version()
    return Services(
        settings=settings,
        rulebook=book,
        municipalities=known,
        store=CaseStore(engine, book, Versions(book.hash, known.version, program)),
        printer=_printer(settings, line),
        line=line,
        issued=IssuedStore(engine),
        parts=PartStore(engine),
        rulebooks=RulebookStore(engine),
        limiter=Limiter(counts, settings.secret_key or development_key(settings.folder)),
        tallies=Tallies(book, known, settings.folder / "katalog"),
        journeys=JourneyTests(book, known),
        today=today,
        version=program,
    )


def _let_log_in(app: Flask, login: Login) -> None:
    """Let operators log in. What that takes is an extra, and large: others do not load it."""
    try:
        from wizard.web.provider import OpenIdProvider  # noqa: PLC0415 - only here is it known
    except ImportError as error:
        raise StartupError(_NO_LOGIN) from error
    operators.register(app, OpenIdProvider(app, login))


def _database(settings: Settings) -> Database:
    private_folder(settings.folder)
    try:
        return ready_database(settings.database, marker_in(settings.folder))
    except DatabaseUnusable as error:
        raise StartupError(error.problems) from error


def _counts(settings: Settings, engine: Database) -> Storage | None:
    """Return where it is counted who asks for how much; nowhere where nothing is limited."""
    if not settings.limits:
        return None
    try:
        return counts_in(settings.limits, engine)
    except CountsUnusable as error:
        raise StartupError((str(error),)) from error


def _printer(settings: Settings, line: PostgresLine | None) -> Printer:
    limits = Limits(settings.render_seconds, settings.render_megabytes)
    nearby = make_press(settings.renderers, limits)
    press = Queued(line, nearby) if line else nearby
    return Printer(press, Kept(settings.folder / "notater"), settings.patience)


def _keep(kept: RulebookStore, book: Rulebook, rules: Path, today: date) -> None:
    try:
        kept.keep(book, rules, today)
    except RulesChangedError as error:
        problem = "Reglene ble endret mens veiviseren startet. Start den på nytt."
        raise StartupError((problem,)) from error


def _known() -> Municipalities:
    try:
        return municipalities.load(DATA)
    except MunicipalityDataError as error:
        told = f"Tallene om kommunene i {DATA} kan ikke brukes. Installer veiviseren på nytt."
        raise StartupError((told, str(error))) from error


def _check_installation() -> None:
    """Raise where what belongs to the program itself is not there."""
    missing = [each for each in (TEMPLATES / "web" / "base.html", STATIC) if not each.exists()]
    if missing:
        raise StartupError(
            (f"{missing[0]} mangler. Installasjonen er ikke hel: installer veiviseren på nytt.",)
        )
