"""A mocked /dev/input in a process of its own, and the wire to it."""

import json
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sim.errors import NotThere
from sim.links.input_events import Frame, Identity

_END_WITHIN_S = 5


class InputHost:
    """Starts at once; `end` leaves nothing behind. Orders may come from any thread. Raises NotThere."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "sim.links.input_host"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            self.root = Path(self._order(op="look-round")["root"])
        except NotThere:
            self.end()
            raise

    def plug(self, number: int, identity: Identity, by_id: str) -> None:
        self._order(op="plug", number=number, identity=asdict(identity), by_id=by_id)

    def unplug(self, number: int) -> None:
        self._order(op="unplug", number=number)

    def play(self, number: int, frames: list[Frame]) -> None:
        self._order(op="play", number=number, frames=frames)

    def look(self, number: int) -> dict[str, Any]:
        """`readers`, `is_grabbed`, `unread_bytes`."""
        return self._order(op="look", number=number)

    def end(self) -> None:
        self._process.communicate(timeout=_END_WITHIN_S)

    def _order(self, **order: Any) -> dict[str, Any]:
        """Raises NotThere when the process is gone."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        with self._lock:
            try:
                stdin.write(json.dumps(order) + "\n")
                stdin.flush()
                return dict(json.loads(stdout.readline()))
            except (OSError, ValueError) as error:  # ValueError: its last words are no reply
                raise NotThere("/dev/input cannot be mocked: umockdev or python3-gi is missing") from error
