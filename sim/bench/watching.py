"""A thread that pulls the levers asked for, and looks at the simulated world a few times a second."""

import queue
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sim.bench.looking import Eyes, World
from sim.story.errors import StoryError
from sim.story.levers import Levers

_LOOK_EVERY_S = 0.3


class Watcher:
    """Owns the connection to the levers. `seen`, `told` and `refused` are called on its thread.

    `told` gets the lever that was asked for, and its reply.
    """

    def __init__(
        self,
        devices: Mapping[str, Any],
        *,
        seen: Callable[[World], None],
        told: Callable[[str, World], None],
        refused: Callable[[str], None],
    ) -> None:
        self._socket = Path(devices["levers"])
        self._eyes = Eyes(devices)
        self._seen, self._told = seen, told
        self._refused = refused
        self._asked: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._thread = threading.Thread(target=self._run, name="bench levers", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._asked.put(None)
        self._thread.join(timeout=2)

    def ask(self, lever: str, **arguments: Any) -> None:
        self._asked.put({"lever": lever, **arguments})

    def _run(self) -> None:
        levers = Levers(self._socket)
        try:
            while True:
                self._seen(self._eyes.look(levers))
                try:
                    asked = self._asked.get(timeout=_LOOK_EVERY_S)
                except queue.Empty:
                    continue
                if asked is None:
                    return
                self._do(levers, asked)
        except StoryError as error:
            self._refused(f"{error}. {error.remedy}")
        finally:
            levers.close()

    def _do(self, levers: Levers, asked: dict[str, Any]) -> None:
        try:
            self._told(asked["lever"], levers.pull(**asked))
        except StoryError as error:
            self._refused(str(error))
