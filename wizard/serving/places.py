"""The place that is listened on: by one process, or by several that each get their share.

Several that listen on one socket do not share evenly: whoever is awake takes every connection, and
those that are kept stay. So each has a socket of its own there, and the system deals them out.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from wizard.app import StartupError
from wizard.troubles import why

# So many may have been let in by the system and not yet by us.
BACKLOG = 1024


@contextmanager
def listening(host: str, port: int, *, shared: bool = False) -> Iterator[socket.socket]:
    """Give a socket that listens, beside those of other processes of ours where it is `shared`.

    Raises:
        StartupError: it cannot be listened there.

    """
    with _bound(host, port, shared=shared) as found:
        found.listen(BACKLOG)
        yield found


@contextmanager
def reserved(host: str, port: int) -> Iterator[tuple[str, int]]:
    """Hold a place that several processes are going to share, and give its host and port.

    Raises:
        StartupError: it cannot be listened there.

    """
    if not hasattr(socket, "SO_REUSEPORT"):
        raise StartupError(("WIZARD_PROCESSES over 1 går bare på Linux, macOS og BSD.",))
    with _bound(host, port, shared=True) as found:
        yield host, found.getsockname()[1]


def _bound(host: str, port: int, *, shared: bool) -> socket.socket:
    found = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows lets others in with SO_REUSEADDR
            found.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shared:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        found.bind((host, port))
    except (OSError, OverflowError) as error:
        found.close()
        told = why(error).nb if isinstance(error, OSError) else "det finnes ingen slik port"
        raise StartupError(
            (
                f"Kan ikke lytte på {host}, port {port}: {told}.",
                "Stopp den som bruker porten, eller velg en annen med --port; adressen med --host.",
            )
        ) from error
    return found
