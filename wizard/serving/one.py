"""One process that answers: waitress, with limits that suit a public service, and a calm end.

Waitress reads a request whole before any thread sees it, and keeps connections that say nothing in
one loop. So neither idle connections nor slow senders hold a thread
(`docs/decisions/0028-server.md` has what was measured).
"""

import socket
from collections.abc import Callable
from time import monotonic
from typing import Any

from flask import Flask
from waitress.server import create_server

from wizard.serving.told import Told
from wizard.settings import Settings
from wizard.web import logs

_THREADS = 16
# Connections open at a time. Each is a number in a list: they cost some kilobytes, and no thread.
_CONNECTIONS = 2000
# Seconds: until a silent connection is closed; between looks at whether to stop; and how long what
# is under way may take when we are told to.
_SILENT, _LOOK, _TO_FINISH = 60, 1.0, 30.0
# Octets that a head may take. What our own pages send is a tenth of it.
_HEAD = 64 * 1024
# Octets that a body may take before it is refused without a page; the app refuses half of it with
# one. Up to here it is held in memory: nothing that is sent touches the disk.
_BODY = 1024 * 1024


def run(app: Flask, listener: socket.socket, settings: Settings, ready: Callable[[], None]) -> None:
    """Answer until told to stop, then finish what is under way. `ready` is told when it begins."""
    logs.catch_all()
    server = create(app, listener, trusting=settings.proxies > 0)
    told = Told()
    told.listen_for_signals()
    ready()
    while not told.to_stop:
        _turn(server)
    _finish(server)


def create(app: Callable[..., Any], listener: socket.socket, *, trusting: bool = False) -> Any:  # noqa: ANN401 - waitress has no types
    """Return the server of an app, on a socket that listens already.

    `trusting` lets through what a proxy says of who asks.
    """
    return create_server(
        app,
        sockets=[listener],
        threads=_THREADS,
        connection_limit=_file_limit(_CONNECTIONS),
        channel_timeout=_SILENT,
        max_request_header_size=_HEAD,
        max_request_body_size=_BODY,
        inbuf_overflow=_BODY + _HEAD,
        backlog=1024,
        asyncore_use_poll=True,
        clear_untrusted_proxy_headers=not trusting,
        ident=None,
    )


def _turn(server: Any) -> None:  # noqa: ANN401 - as above
    server.asyncore.loop(timeout=_LOOK, map=server._map, use_poll=True, count=1)  # noqa: SLF001


def _finish(server: Any) -> None:  # noqa: ANN401 - as above
    """Let nobody in; answer what has been asked, and hang up."""
    known = -1
    while known < (known := len(server.active_channels)):  # those that the system has let in
        server.handle_accept()
    server.del_channel()
    server.socket.close()
    until = monotonic() + _TO_FINISH
    while monotonic() < until and any(_is_busy(each) for each in _channels(server)):
        _turn(server)
    server.task_dispatcher.shutdown(timeout=0.1)


def _channels(server: Any) -> list[Any]:  # noqa: ANN401 - as above
    return list(server.active_channels.values())


def _is_busy(channel: Any) -> bool:  # noqa: ANN401 - as above
    """Whether something is asked and not answered, or answered and not sent."""
    return bool(channel.requests or channel.total_outbufs_len)


def _file_limit(wanted: int) -> int:
    """Return how many connections we may hold: each is an open file, and files are needed too."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return min(wanted, 400)  # where `select` can watch 512
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return wanted if soft == resource.RLIM_INFINITY else max(50, min(wanted, soft - 200))
