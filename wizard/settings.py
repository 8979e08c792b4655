"""What the operator decides: one frozen object, read once from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

PRODUCTION = "production"
DEVELOPMENT = "development"


# The usual: so many processes make PDFs, each with so many seconds for one and megabytes in all.
_MOST_RENDERERS, _SECONDS, _MEGABYTES = 2, 30, 512


def usual_renderers() -> int:
    """Return how many processes make PDFs unless told: one for each core, but no more than two."""
    return min(_MOST_RENDERERS, os.cpu_count() or 1)


class SettingsError(ValueError):
    """The environment asks for something that cannot be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How this running wizard is set up.

    `secret_key` signs the session cookie; without one, development makes its own.
    `public_url` is where users reach it (`https://…`), empty when not told. `accessibility_url`
    is the owner's tilgjengelighetserklæring.

    So many `renderers` make PDFs, each a process of its own that may use `render_seconds` for one
    and `render_megabytes` in all; with none, they are made in our own process, one at a time.
    Who asks for a PDF waits `patience` seconds, and is then shown how it goes.
    """

    folder: Path
    production: bool = False
    secret_key: str = ""
    database_url: str = ""
    public_url: str = ""
    accessibility_url: str = ""
    renderers: int = field(default_factory=usual_renderers)
    render_seconds: int = _SECONDS
    render_megabytes: int = _MEGABYTES
    patience: float = 1.5

    @property
    def database(self) -> str:
        """Return the address of the database: SQLite in the folder unless told otherwise."""
        return self.database_url or f"sqlite:///{self.folder.resolve() / 'saker.sqlite'}"

    @property
    def https(self) -> bool:
        """Whether users reach it over https, so that the cookie may demand it."""
        return self.public_url.startswith("https://")

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return what an operator in production is told: it runs without, but not as it should."""
        missing = {
            "WIZARD_PUBLIC_URL mangler: lenkene til sakene bruker adressen som nettleseren "
            "ba om, og informasjonskapselen krever ikke https.": self.public_url,
            "WIZARD_ACCESSIBILITY_URL mangler: "
            "lenken til erklæringen vises ikke.": self.accessibility_url,
        }
        return tuple(each for each, told in missing.items() if self.production and not told)


def program_version() -> str:
    """Return the version of this program, as installed."""
    return metadata.version("virkemiddelveiviser")


def read_settings(environment: Mapping[str, str], folder: Path) -> Settings:
    """Read the settings. `folder` is where data lie when `WIZARD_FOLDER` does not say."""
    mode = environment.get("WIZARD_ENV", DEVELOPMENT)
    if mode not in {PRODUCTION, DEVELOPMENT}:
        raise SettingsError(
            f"WIZARD_ENV er «{mode}», men må være {DEVELOPMENT} eller {PRODUCTION}."
        )
    settings = Settings(
        folder=Path(environment.get("WIZARD_FOLDER") or folder),
        production=mode == PRODUCTION,
        secret_key=environment.get("WIZARD_SECRET_KEY", ""),
        database_url=_with_driver(environment.get("DATABASE_URL", "")),
        public_url=environment.get("WIZARD_PUBLIC_URL", "").rstrip("/"),
        accessibility_url=environment.get("WIZARD_ACCESSIBILITY_URL", ""),
        renderers=_number(environment, "WIZARD_RENDERERS", 0, usual_renderers()),
        render_seconds=_number(environment, "WIZARD_RENDER_SECONDS", 1, _SECONDS),
        render_megabytes=_number(environment, "WIZARD_RENDER_MB", 128, _MEGABYTES),
    )
    _check(settings)
    return settings


def _number(environment: Mapping[str, str], name: str, least: int, usual: int) -> int:
    told = environment.get(name, "")
    if not told:
        return usual
    if not told.isdecimal() or int(told) < least:
        raise SettingsError(f"{name} er «{told}», men må være et helt tall som er minst {least}.")
    return int(told)


def _with_driver(url: str) -> str:
    """Say psycopg where the address only says PostgreSQL."""
    scheme, _, rest = url.partition("://")
    return f"postgresql+psycopg://{rest}" if scheme in {"postgres", "postgresql"} else url


def _check(settings: Settings) -> None:
    if settings.production and not settings.secret_key:
        raise SettingsError(
            "WIZARD_SECRET_KEY mangler. I drift må den settes: minst 32 tilfeldige tegn, "
            "de samme på alle maskiner og etter hver omstart."
        )
    if settings.production and len(settings.secret_key) < 32:  # noqa: PLR2004 - said in the message
        raise SettingsError("WIZARD_SECRET_KEY er for kort: den må ha minst 32 tegn.")
    if settings.public_url and not settings.public_url.startswith(("https://", "http://")):
        raise SettingsError("WIZARD_PUBLIC_URL må begynne med https://.")
