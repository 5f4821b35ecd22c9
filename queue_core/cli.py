"""`paihao`: the joint of all commands, and the one place where an error becomes a sentence.

Each package brings its own sub-commands by the entry-point group `paihao.commands`; a package is imported
only when its command is asked for, so that a server never loads a screen's libraries.
"""

import sys
from importlib.metadata import EntryPoint, entry_points
from typing import Any

import typer
import typer.core
import typer.main

GROUP = "paihao.commands"


class Joint(typer.core.TyperGroup):
    """A group whose commands are entry points."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the framework's signature
        return sorted(self._joined())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - the framework's signature
        point = self._joined().get(cmd_name)
        if point is None:
            return None
        try:
            loaded = point.load()
        except ImportError as error:
            return _absent(cmd_name, error)
        command = typer.main.get_command(loaded) if isinstance(loaded, typer.Typer) else loaded
        command.name = cmd_name
        return command

    def _joined(self) -> dict[str, EntryPoint]:
        return {point.name: point for point in entry_points(group=GROUP)}


class CommandAbsent(Exception):
    """A command whose libraries are not on this computer, such as a screen's on a server."""

    code = "command-absent"
    remedy = "Run script/bootstrap, or use a computer on which this part is installed."


def _absent(name: str, cause: ImportError) -> Any:
    absent = typer.Typer(rich_markup_mode=None)
    settings = {"ignore_unknown_options": True, "allow_extra_args": True}

    @absent.command(name=name, help=f"(not installed here: {cause})", context_settings=settings)
    def refuse() -> None:
        raise CommandAbsent(f"`paihao {name}` cannot start here: {cause}.") from cause

    return typer.main.get_command(absent)


root = typer.Typer(
    cls=Joint,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@root.callback()
def paihao() -> None:
    """排号 Paihao: the queueing system of a government service hall, with its hardware."""


def main() -> None:
    """Run `paihao`. Errors of ours (with `code` and `remedy`) end in a sentence and 1, a bad file in 2."""
    try:
        root()
    except Exception as error:
        remedy = getattr(error, "remedy", None)
        if not isinstance(remedy, str) or not hasattr(error, "code"):
            raise
        sys.stderr.write(f"paihao: {error}\n{remedy}\n")
        sys.exit(getattr(error, "exit_code", 1))
