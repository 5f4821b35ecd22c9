"""A thread that pulls the levers asked for, and looks at the simulated world a few times a second."""

import queue
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sim.story.errors import StoryError
from sim.story.levers import Levers

_LOOK_EVERY_S = 0.3
World = dict[str, Any]


class Watcher:
    """Owns the connection to the levers. `seen` and `refused` are called on its thread."""

    def __init__(
        self, devices: Mapping[str, Any], *, seen: Callable[[World], None], refused: Callable[[str], None]
    ) -> None:
        self._devices = devices
        self._seen = seen
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
        levers = Levers(Path(self._devices["levers"]))
        try:
            people = levers.pull("people")["people"]
            while True:
                self._seen({"people": people, **self._look(levers)})
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
            levers.pull(**asked)
        except StoryError as error:
            self._refused(str(error))

    def _look(self, levers: Levers) -> World:
        return {
            "readers": [{"slot": slot, **levers.pull("card.state", slot=slot)} for slot in ("contact", "id")],
            "printers": [
                {
                    "printer": printer,
                    **levers.pull("printer.state", printer=printer),
                    "printed": levers.pull("printer.tickets", printer=printer)["tickets"],
                }
                for printer in self._devices["printers"]
            ],
            "windows": [
                {
                    "window": window,
                    "display": levers.pull("caller.state", window=window)["display"],
                    "asked": levers.pull("pad.state", window=window)["asked"],
                }
                for window in (entry["window"] for entry in self._devices["windows"])
            ],
        }
