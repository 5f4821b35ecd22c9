"""`--json FILE` writes a file, `--json` alone to the terminal: an option whose value may be left out."""

from pathlib import Path
from typing import Any

from typer.core import TyperCommand

STDOUT = Path("-")
_OPTION = "--json"


class JsonAlone(TyperCommand):
    """A command that takes `--json` so."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, with_value(args))


def with_value(args: list[str]) -> list[str]:
    """The arguments with `-` for a `--json` that is the last or stands before another option."""
    found: list[str] = []
    for at, each in enumerate(args):
        found.append(each)
        following = args[at + 1 : at + 2]
        if each == _OPTION and (not following or following[0].startswith("--")):
            found.append(str(STDOUT))
    return found
