"""What can go wrong in a simulated day."""

from collections.abc import Mapping
from typing import Any

from sim.errors import SimError


class DayError(SimError):
    code = "day"
    remedy = "Look at the last lines of the server's log, named above."


class HallGone(DayError):
    """The server does not answer any more."""

    code = "hall-gone"


class CommandFailed(DayError):
    """A `paihao` command did not end well."""

    code = "command-failed"


class Refused(DayError):
    """The hall's answer is a problem; `code` is the hall's own."""

    remedy = "The refusal was not foreseen by the simulated day; docs/errors.md explains its code."

    def __init__(self, request: str, problem: Mapping[str, Any]) -> None:
        super().__init__(f"{request}: {problem.get('code')}: {problem.get('detail')}")
        self.code = str(problem.get("code"))
