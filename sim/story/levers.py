"""What hands do in the simulated hall, through the levers of a running `paihao-sim` (sim/README.md)."""

from pathlib import Path
from typing import Any

from sim.story.lines import LineSocket


class Levers:
    """The levers of one simulator. Times in replies are time.monotonic() of this machine."""

    def __init__(self, path: Path, *, within_s: float = 10.0) -> None:
        self._lines = LineSocket(path, "the simulator", within_s=within_s)

    def pull(self, lever: str, **arguments: Any) -> dict[str, Any]:
        return self._lines.ask({"lever": lever, **arguments}, within_s=arguments.get("within_s", 0.0))

    def close(self) -> None:
        self._lines.close()
