"""What the operator decides: one frozen object, read once from the environment."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit

PRODUCTION = "production"
DEVELOPMENT = "development"


# The usual: so many processes make PDFs, each with so many seconds for one and megabytes in all.
_MOST_RENDERERS, _SECONDS, _MEGABYTES = 2, 30, 512


def usual_renderers() -> int:
    """Return how many processes make PDFs unless told: one for each core, but no more than two."""
    return min(_MOST_RENDERERS, os.cpu_count() or 1)


_SHORTEST_KEY = 32
_NO_OWNER = (
    "mangler. I drift må den settes: navnet på den som har ansvar for tjenesten og for det den "
    "lagrer."
)
_CONTACT = re.compile(r"https://\S+|[^@\s]+@[^@\s]+\.[^@\s]+")
# Names that are reserved for examples and tests (RFC 2606): nobody answers there.
_PLACEHOLDER = re.compile(
    r"(?:^|[@./])(?:example(?:\.(?:com|net|org))?|invalid|test|localhost)/?$", re.IGNORECASE
)


_NOBODY = frozenset({"todo", "tbd", "xxx", "changeme", "navn", "eier", "owner"})
_FEW_SIGNS = 8


def is_placeholder(contact: str) -> bool:
    """Tell whether a contact is only an example: it looks like one, and nobody is there."""
    return _PLACEHOLDER.search(contact.strip()) is not None


RULES_TOLD = "WIZARD_RULES"
# Where it is counted who asks for how much.
MEMORY, _OFF = "memory://", "av"
_COUNTED_IN = ("redis://", "rediss://")
_LAST_PORT = 65535


# Where operators log in, and who of those who can are operators.
_LOGIN = (
    "WIZARD_OIDC_ISSUER",
    "WIZARD_OIDC_CLIENT_ID",
    "WIZARD_OIDC_CLIENT_SECRET",
    "WIZARD_OPERATORS",
)
SUBJECT, MAIL, GROUP = "bruker:", "epost:", "gruppe:"
THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


class SettingsError(ValueError):
    """The environment asks for something that cannot be; says all of it, a line each."""


@dataclass(frozen=True, slots=True)
class Login:
    """Where operators log in by OpenID Connect, who we are there, and who is an operator.

    Each of `operators` is `bruker:` and the subject there, `epost:` and an address that the issuer
    has verified, or `gruppe:` and the name of a group.
    """

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    operators: frozenset[str]


@dataclass(frozen=True, slots=True)
class Settings:
    """How this running wizard is set up.

    `secret_key` signs the session cookie; without one, development makes its own.
    `public_url` is where users reach it (`https://…`), empty when not told. `owner` is who answers
    for the service and what it keeps (behandlingsansvarlig), `contact` how to reach them: an
    address of mail or of a page. `accessibility_url` is the owner's tilgjengelighetserklæring.

    So many `renderers` make PDFs, each a process of its own that may use `render_seconds` for one
    and `render_megabytes` in all; with none, they are made in our own process, one at a time.
    Who asks for a PDF waits `patience` seconds, and is then shown how it goes. So many `proxies`
    stand before us, whose word on who asks, and how, is taken.

    So many `processes` answer. `limits` is the address where it is counted who asks for how much:
    `memory://` in each process, `database://` in ours, or a Redis; with none, nothing is limited.
    `metrics` is the host and port where programs read how it goes; with none, nobody can.

    `rules` is a folder of rules that may change while we run; with none, we go by our own.

    `login` is how operators are known; with none, they are whoever sits at this very machine.
    """

    folder: Path
    production: bool = False
    secret_key: str = ""
    database_url: str = ""
    public_url: str = ""
    owner: str = ""
    contact: str = ""
    accessibility_url: str = ""
    renderers: int = field(default_factory=usual_renderers)
    render_seconds: int = _SECONDS
    render_megabytes: int = _MEGABYTES
    patience: float = 1.5
    proxies: int = 0
    processes: int = 1
    limits: str = ""
    metrics: tuple[str, int] | None = None
    rules: Path | None = None
    login: Login | None = None

    @property
    def database(self) -> str:
        """Return the address of the database: SQLite in the folder unless told otherwise."""
        return self.database_url or f"sqlite:///{self.folder.resolve() / 'saker.sqlite'}"

    @property
    def https(self) -> bool:
        """Whether users reach it over https, so that the cookie may demand it."""
        return self.public_url.startswith("https://")

    @property
    def host(self) -> str:
        """Return the one host name that is answered to; empty in development, where any is."""
        return (urlsplit(self.public_url).hostname or "") if self.production else ""

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return what an operator is told: it runs without, but not as it should."""
        if not self.production:
            told = " ".join(name for name, _ in _lacking(self))
            return (f"I drift må disse settes: {told}.",) if told else ()
        return tuple(_in_production(self))


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
        owner=environment.get("WIZARD_OWNER", "").strip(),
        contact=environment.get("WIZARD_CONTACT", "").strip(),
        accessibility_url=environment.get("WIZARD_ACCESSIBILITY_URL", ""),
        renderers=_number(environment, "WIZARD_RENDERERS", 0, usual_renderers()),
        render_seconds=_number(environment, "WIZARD_RENDER_SECONDS", 1, _SECONDS),
        render_megabytes=_number(environment, "WIZARD_RENDER_MB", 128, _MEGABYTES),
        proxies=_number(environment, "WIZARD_PROXIES", 0, 0),
        processes=_number(environment, "WIZARD_PROCESSES", 1, 1),
        limits=_limits(environment),
        metrics=_address(environment, "WIZARD_METRICS"),
        rules=Path(told) if (told := environment.get(RULES_TOLD)) else None,
        login=_login(environment, in_production=mode == PRODUCTION),
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


def _limits(environment: Mapping[str, str]) -> str:
    """Return where it is counted: together in PostgreSQL, else in each process, unless told."""
    told = environment.get("WIZARD_LIMITS_URL", "")
    if told == _OFF:
        return ""
    if told and not told.startswith(_COUNTED_IN):
        raise SettingsError(
            f"WIZARD_LIMITS_URL må begynne med {' eller '.join(_COUNTED_IN)}, eller være «{_OFF}»."
        )
    shared = environment.get("DATABASE_URL", "").startswith("postgres")
    return told or ("database://" if shared else MEMORY)


def _address(environment: Mapping[str, str], name: str) -> tuple[str, int] | None:
    told = environment.get(name, "")
    if not told:
        return None
    host, _, port = told.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) <= _LAST_PORT:
        raise SettingsError(f"{name} er «{told}», men må være adresse:port, som 127.0.0.1:9100.")
    return host.strip("[]"), int(port)


def _login(environment: Mapping[str, str], *, in_production: bool) -> Login | None:
    told = {name: environment.get(name, "").strip() for name in _LOGIN}
    if not any(told.values()):
        return None
    if lacking := [name for name, value in told.items() if not value]:
        raise SettingsError(f"Innlogging trenger {', '.join(_LOGIN)}. Sett {', '.join(lacking)}.")
    issuer, client_id, client_secret, listed = told.values()
    address = urlsplit(issuer)
    near = address.scheme == "http" and address.hostname in THIS_MACHINE and not in_production
    if not (near or (address.scheme == "https" and address.hostname)):
        raise SettingsError(f"WIZARD_OIDC_ISSUER er «{issuer}», men må begynne med https://.")
    return Login(issuer.rstrip("/"), client_id, client_secret, _operators(listed))


def _operators(listed: str) -> frozenset[str]:
    operators = frozenset(each.strip() for each in listed.split(",") if each.strip())
    kinds = (SUBJECT, MAIL, GROUP)
    for each in sorted(operators):
        if not each.startswith(kinds) or each in kinds:
            raise SettingsError(
                f"WIZARD_OPERATORS har «{each}», men hver må begynne med {SUBJECT}, {MAIL} "
                f"eller {GROUP}, med komma mellom."
            )
    return operators


def _in_production(settings: Settings) -> Iterator[str]:
    if not settings.accessibility_url:
        yield "WIZARD_ACCESSIBILITY_URL mangler: lenken til erklæringen vises ikke."
    if not settings.limits:
        yield "WIZARD_LIMITS_URL er av: ingenting begrenser hvor mye noen kan be om."
    elif settings.limits == MEMORY and settings.processes > 1:
        yield (
            "Grensene for hvor mye noen kan be om, telles i hver prosess for seg. Med PostgreSQL, "
            "eller WIZARD_LIMITS_URL til en Redis, teller prosessene sammen."
        )


def _with_driver(url: str) -> str:
    """Say psycopg where the address only says PostgreSQL."""
    scheme, _, rest = url.partition("://")
    return f"postgresql+psycopg://{rest}" if scheme in {"postgres", "postgresql"} else url


def _check(settings: Settings) -> None:
    if settings.public_url and not settings.public_url.startswith(("https://", "http://")):
        raise SettingsError("WIZARD_PUBLIC_URL må begynne med https://.")
    if settings.accessibility_url and not settings.accessibility_url.startswith("https://"):
        raise SettingsError("WIZARD_ACCESSIBILITY_URL må begynne med https://.")
    if settings.production and (lacking := tuple(_lacking(settings))):
        raise SettingsError("\n".join(f"{name} {why}" for name, why in lacking))


def _lacking(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield each setting that production cannot do without, and what is wrong with it."""
    if why := _no_secret(settings.secret_key):
        yield "WIZARD_SECRET_KEY", why
    if why := _no_public_address(settings.public_url):
        yield "WIZARD_PUBLIC_URL", why
    if settings.owner.lower() in {"", *_NOBODY}:
        yield "WIZARD_OWNER", _NO_OWNER
    if why := _no_contact(settings.contact):
        yield "WIZARD_CONTACT", why


def _no_secret(key: str) -> str:
    if not key:
        return (
            "mangler. I drift må den settes: minst 32 tilfeldige tegn, "
            "de samme på alle maskiner og etter hver omstart."
        )
    if len(key) < _SHORTEST_KEY:
        return "er for kort: den må ha minst 32 tegn."
    return "" if len(set(key)) > _FEW_SIGNS else "er ikke tilfeldig: de samme tegnene går igjen."


def _no_public_address(url: str) -> str:
    if not url:
        return (
            "mangler. I drift må den settes: adressen folk bruker, for eksempel "
            "https://veiviser.kommunen.no. Lenkene til sakene bygger på den."
        )
    if not url.startswith("https://"):
        return f"er «{url}». I drift må den begynne med https://."
    host = urlsplit(url).hostname or ""
    if urlsplit(url).path:
        return f"er «{url}». Veiviseren må ligge øverst på nettstedet, uten noe etter navnet."
    bare = "." not in host or host.replace(".", "").isdecimal() or ":" in host
    if bare or is_placeholder(host):
        return f"er «{url}». I drift må den ha et navn som andre når."
    return ""


def _no_contact(contact: str) -> str:
    if not contact:
        return "mangler. I drift må den settes: en e-postadresse eller en nettside der noen svarer."
    if not _CONTACT.fullmatch(contact):
        return f"er «{contact}». Den må være en e-postadresse, eller en nettside med https://."
    if is_placeholder(contact):
        return f"er «{contact}», en plassholder. I drift må noen svare der."
    return ""
