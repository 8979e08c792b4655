"""How it goes, in numbers for those who run the site: Prometheus' format, on its own address.

Labels are names of ours: of a page, a status, a limit. No link, answer or address is one.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from flask import Response, request
from prometheus_client import (
    REGISTRY,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    start_http_server,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from wizard.press.queued import LineUnusable
from wizard.settings import Settings, SettingsError
from wizard.store.address import POSTGRESQL, address_of
from wizard.store.database import open_database
from wizard.store.line import PostgresLine
from wizard.troubles import why

_SHARED = "PROMETHEUS_MULTIPROC_DIR"
_METHODS = {"GET", "HEAD", "POST", "OPTIONS"}
_NOWHERE, _OTHER = "ukjent", "annen"
_STEPS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)  # seconds

_ANSWERS = Counter(
    "veiviser_svar", "Svar som er gitt, etter side, metode og status.", ("side", "metode", "status")
)
_SECONDS = Histogram(
    "veiviser_svar_sekunder", "Sekunder til svaret er gitt, etter side.", ("side",), buckets=_STEPS
)
_LIMITED = Counter("veiviser_avvist", "Avvist med 429, etter grense.", ("grense",))
_PAPERS = Counter("veiviser_notater", "PDF-er det er bedt om, etter hva det ble.", ("utfall",))
_BROKEN = Gauge(
    "veiviser_regelfeil",
    "Feil i nyere regler, som derfor ikke er tatt i bruk.",
    multiprocess_mode="livemax",
)


def answered(response: Response, seconds: float) -> None:
    """Count an answer, and how long it took."""
    page = request.endpoint or _NOWHERE
    method = request.method if request.method in _METHODS else _OTHER
    _ANSWERS.labels(page, method, str(response.status_code)).inc()
    _SECONDS.labels(page).observe(seconds)


def limited(limit: str) -> None:
    """Count a request that was one too many."""
    _LIMITED.labels(limit).inc()


def paper(outcome: str) -> None:
    """Count a PDF that was asked for: given, being made, or why there is none."""
    _PAPERS.labels(outcome).inc()


def rules_broken(problems: int) -> None:
    """Tell how much is wrong with newer rules; nothing where they are in use."""
    _BROKEN.set(problems)


class _Line(Collector):
    """Tells, when it is asked, how it goes with the line of PDFs; nothing where it is away."""

    def __init__(self, database: str) -> None:
        self._line = PostgresLine(open_database(database))

    def collect(self) -> Iterator[Metric]:
        with suppress(LineUnusable):
            state = self._line.state()
            yield GaugeMetricFamily("veiviser_ko", "PDF-er som venter eller lages.", state.waiting)
            yield GaugeMetricFamily("veiviser_arbeidere", "Arbeidere som lever.", state.workers)


@contextmanager
def shown(settings: Settings) -> Iterator[None]:
    """Show the numbers of all our processes, where the operator has said, until the end.

    Processes that are started meanwhile count together.

    Raises:
        SettingsError: nothing can be shown there.

    """
    if settings.metrics is None:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="veiviser-tall-") as folder:
        server, thread = _start(
            settings.metrics, folder if settings.processes > 1 else "", settings.database
        )
        try:
            yield
        finally:
            os.environ.pop(_SHARED, None)
            server.shutdown()
            server.server_close()
            thread.join()


def forget_process(pid: int) -> None:
    """Forget what a process that is gone had under way; what it counted stays."""
    for path in Path(os.environ.get(_SHARED, os.devnull)).glob(f"gauge_live*_{pid}.db"):
        path.unlink(missing_ok=True)


def _start(where: tuple[str, int], folder: str, database: str):  # type: ignore[no-untyped-def] # noqa: ANN202
    registry = CollectorRegistry()
    if folder:
        os.environ[_SHARED] = folder
        MultiProcessCollector(registry, path=folder)  # type: ignore[no-untyped-call]
    else:
        registry.register(REGISTRY)
    if address_of(database).get_backend_name() == POSTGRESQL:
        registry.register(_Line(database))
    host, port = where
    try:
        return start_http_server(port, host, registry)
    except OSError as error:
        raise SettingsError(
            f"WIZARD_METRICS: kan ikke lytte på {host}, port {port}: {why(error).nb}."
        ) from error
