"""The command line: parses arguments, calls, prints. It decides nothing.

Each command's module is imported when it is used, so that the rule tools start fast and work on a
machine without Flask, WeasyPrint or SQLAlchemy.
"""

from importlib import import_module

import click

from wizard.cli.norwegian import speak_norwegian

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


class _Commands(click.Group):
    """A group that knows its commands by name and imports them when asked."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(_COMMANDS[cmd_name]), cmd_name)
        return command


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Virkemiddelveiviseren: råd om boligvirkemidler og tiltak for kommuner."""
