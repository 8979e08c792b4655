"""A group of commands whose modules are imported when they are used, so that each starts fast."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class OnDemand(click.Group):
    """Knows some of its commands by the module each lies in, under the same name."""

    def __init__(self, *args: Any, modules: Mapping[str, str], **kwargs: Any) -> None:  # noqa: ANN401 - click's
        super().__init__(*args, **kwargs)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, those at hand first."""
        return [*super().list_commands(ctx), *self._modules]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, whose module may be imported for it."""
        if cmd_name not in self._modules:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(import_module(self._modules[cmd_name]), cmd_name)
        return command
