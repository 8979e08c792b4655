"""`wizard serve`: the web wizard."""

import sys
from pathlib import Path

import click

from wizard.cli.context import rules_option
from wizard.serving import serve as run


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Adressen den lytter på.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Porten den lytter på.",
)
@rules_option
def serve(host: str, port: int, rules: Path | None) -> None:
    """Start veiviseren på nettet. Med «--rules» vises hver endring i mappen med en gang."""
    sys.exit(run(host, port, rules))
