"""`wizard worker`: makes PDFs for the wizards that share its database."""

import sys

import click

from wizard.serving import work as run


@click.command()
def worker() -> None:
    """Lag PDF-er for veivisere med samme PostgreSQL-database."""
    sys.exit(run())
