"""Who has asked how often, for a while: counted in our own process, in PostgreSQL, or in Redis.

Counts are no part of what is kept: they lie in a table that PostgreSQL does not log and no copy
takes along, and each is gone when its time is over. Whose they are is said by a print alone.
"""

import threading
from importlib.util import find_spec
from time import monotonic

from limits.errors import ConfigurationError
from limits.storage import MemoryStorage, RedisStorage, Storage
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from wizard.store.database import writing

# Seconds between two sweeps of what is over.
_SWEEP = 60.0
_MAKE = """\
CREATE UNLOGGED TABLE IF NOT EXISTS counts (
    key text PRIMARY KEY, n integer NOT NULL, ends timestamptz NOT NULL
)"""
# Two processes that start at once would both find no table.
_ALONE = "SELECT pg_advisory_xact_lock(7283011)"
_COUNT = """\
INSERT INTO counts (key, n, ends)
VALUES (:key, :amount, clock_timestamp() + make_interval(secs => :seconds))
ON CONFLICT (key) DO UPDATE SET
    n = CASE WHEN counts.ends <= clock_timestamp() THEN excluded.n ELSE counts.n + excluded.n END,
    ends = CASE WHEN counts.ends <= clock_timestamp() THEN excluded.ends ELSE counts.ends END
RETURNING n"""
_READ = "SELECT n FROM counts WHERE key = :key AND ends > clock_timestamp()"
_ENDS = "SELECT extract(epoch FROM ends) FROM counts WHERE key = :key"
_TAKE_AWAY = "DELETE FROM counts WHERE key = :key"
_OVER = "DELETE FROM counts WHERE ends <= clock_timestamp()"


class CountsUnusable(RuntimeError):
    """There is nowhere to count; says why, in Norwegian."""


def counts_in(address: str, engine: Engine) -> Storage:
    """Return where an address says that it is counted; `database://` is the engine's own.

    Raises:
        CountsUnusable: what it takes is not installed, or the address is none.

    """
    if address == "database://":
        return PostgresCounts(engine)
    if address == "memory://":
        return OwnCounts()
    if find_spec("redis") is None:
        raise CountsUnusable(
            "WIZARD_LIMITS_URL peker på Redis, men driveren mangler. Installer den: "
            "pip install redis"
        )
    try:
        return RedisStorage(address)
    except (ConfigurationError, ValueError) as error:
        raise CountsUnusable("WIZARD_LIMITS_URL er ikke en adresse til Redis.") from error


class OwnCounts(MemoryStorage):
    """Counts in this process, and forgets each when its time is over, also when nobody asks."""

    def __init__(self) -> None:
        super().__init__()
        self._later: threading.Timer | None = None

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Count, and return how many there are now."""
        if self._later is None or not self._later.is_alive():
            self._later = threading.Timer(expiry + 1, self._forget)
            self._later.daemon = True
            self._later.start()
        return super().incr(key, expiry, amount)

    def _forget(self) -> None:
        for key in list(self.expirations):
            self.get(key)  # takes away what is over
        if self.expirations:
            self._later = threading.Timer(_SWEEP, self._forget)
            self._later.daemon = True
            self._later.start()


class PostgresCounts(Storage):
    """Counts in PostgreSQL, for all processes on all machines together."""

    STORAGE_SCHEME = None

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = writing(engine)
        self._swept = monotonic()
        with self._engine.begin() as connection:
            connection.execute(text(_ALONE))
            connection.execute(text(_MAKE))

    @property
    def base_exceptions(self) -> type[Exception]:
        """Return what is raised where the database cannot be used."""
        return DBAPIError

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Count, and return how many there are now; `expiry` is in seconds."""
        told = {"key": key, "amount": amount, "seconds": expiry}
        with self._engine.begin() as connection:
            if monotonic() - self._swept > _SWEEP:
                self._swept = monotonic()
                connection.execute(text(_OVER))
            return int(connection.execute(text(_COUNT), told).scalar_one())

    def get(self, key: str) -> int:
        """Return how many there are."""
        return int(self._one(_READ, key))

    def get_expiry(self, key: str) -> float:
        """Return when the count is over, in seconds since 1970."""
        return self._one(_ENDS, key)

    def check(self) -> bool:
        """Whether it can be counted."""
        return self._one(_READ, "") == 0

    def reset(self) -> int | None:
        """Forget everything."""
        with self._engine.begin() as connection:
            connection.execute(text("DELETE FROM counts"))
            return None

    def clear(self, key: str) -> None:
        """Forget one count."""
        with self._engine.begin() as connection:
            connection.execute(text(_TAKE_AWAY), {"key": key})

    def _one(self, asked: str, key: str) -> float:
        with self._engine.begin() as connection:
            return float(connection.execute(text(asked), {"key": key}).scalar_one_or_none() or 0)
