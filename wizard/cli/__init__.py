"""The command line: parses arguments, calls, prints. It decides nothing.

Each command's module is imported when it is used, so that the rule tools start fast and work on a
machine without Flask, WeasyPrint or SQLAlchemy.
"""

import click

from wizard.cli.norwegian import speak_norwegian
from wizard.cli.on_demand import OnDemand

speak_norwegian()

_COMMANDS = {
    "serve": "wizard.cli.serve",
    "worker": "wizard.cli.worker",
    "case": "wizard.cli.case",
    "advise": "wizard.cli.advise",
    "explain": "wizard.cli.advise",
    "compare": "wizard.cli.compare",
    "memo": "wizard.cli.memo",
    "verify": "wizard.cli.verify",
    "batch": "wizard.cli.batch",
    "rules": "wizard.cli.rules",
    "store": "wizard.cli.store",
    "data": "wizard.cli.data",
}


@click.command(
    cls=OnDemand, modules=_COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
def main() -> None:
    """Virkemiddelveiviseren: råd om boligvirkemidler og tiltak for kommuner."""
