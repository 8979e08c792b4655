"""`wizard serve`: the web wizard."""

import sys

import click

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
def serve(host: str, port: int) -> None:
    """Start veiviseren på nettet."""
    sys.exit(run(host, port))
