"""How much one address may ask for: far above what a whole office does, far below a machine.

Whom it is about is a print of the address with our secret, counted for ten minutes at the most and
never written to a log. The limits are for an address, since we know nobody; so many people may
share one (a kommune goes out by one address) that saving answers is hardly limited at all.
"""

import hmac
import logging
import math
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from time import time

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter
from werkzeug.exceptions import TooManyRequests

from wizard.web import metrics

_LOG = logging.getLogger("wizard.limits")
_MINUTES = 10


@dataclass(frozen=True, slots=True)
class Limit:
    """What is counted, under a name, and how much of it one address may ask for."""

    name: str
    item: RateLimitItem


def limit(name: str, often: int, minutes: int = _MINUTES) -> Limit:
    """Return a limit of so many in so many minutes."""
    return Limit(name, RateLimitItemPerMinute(often, minutes, namespace=name))


class TooMuchError(TooManyRequests):
    """One address has asked for too much; `seconds` says when it may again."""

    def __init__(self, limit: Limit, seconds: int) -> None:
        self.limit = limit
        self.seconds = seconds
        super().__init__(retry_after=seconds)


class Limiter:
    """Counts what each address asks for, in a storage; without one, nothing is limited."""

    def __init__(self, counts: Storage | None, secret: str) -> None:
        self._secret = secret.encode()
        self._counted = FixedWindowRateLimiter(counts) if counts else None

    def count(self, limit: Limit, address: str) -> None:
        """Count one.

        Raises:
            TooMuchError: that was one too many.

        """
        self._ask(limit, address, counting=True)

    def check(self, limit: Limit, address: str) -> None:
        """Look whether there is room for one more.

        Raises:
            TooMuchError: there is not.

        """
        self._ask(limit, address, counting=False)

    def _ask(self, limit: Limit, address: str, *, counting: bool) -> None:
        """Ask the counts; where they cannot be reached, nobody is stopped."""
        counted = self._counted
        if counted is None:
            return
        whose = self._print(address)
        try:
            asked = counted.hit if counting else counted.test
            if asked(limit.item, whose):
                return
            ends = counted.get_window_stats(limit.item, whose).reset_time
        except Exception as error:  # noqa: BLE001 - whatever stores them, it must cost nobody a page
            _LOG.warning("Kan ikke telle: %s", type(error).__name__)
            return
        metrics.limited(limit.name)
        longest = limit.item.get_expiry()
        raise TooMuchError(limit, min(longest, max(1, math.ceil(ends - time()))))

    def _print(self, address: str) -> str:
        """Return a print of the address, from which it cannot be worked out without our secret."""
        whole = hmac.digest(self._secret, f"grense {network(address)}".encode(), "sha256")
        return whole[:16].hex()


def network(address: str) -> str:
    """Return what one subscriber has: an address, or of IPv6 the network of 64 bits."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    return str(found.ipv4_mapped or int(found) >> 64)
