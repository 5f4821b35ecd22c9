"""How long a touch takes until the next page is drawn, in one process with a made-up hall; prints JSON.

`python -m benchmarks.kiosk_touch ROUNDS`, by `benchmarks.kiosk`.
"""

import json
import sys
import time
from random import Random

from PySide6.QtCore import QCoreApplication

from benchmarks.kiosk_hall import SURELY, MadeUpHall
from display.kit import stage
from display.kit.window import application
from kiosk import samples
from kiosk.app import open_kiosk
from kiosk.config import Patience
from kiosk.flow.events import HallSeen, PrinterSeen
from kiosk.flow.facts import Facts
from kiosk.flow.presses import ModeChosen
from kiosk.flow.visit import Mode

SIZE = (1080, 1920)
ROAD = (  # what is pressed, and the page it leads to
    ("class-accept", "category"),
    ("category-registration", "matters"),
    ("matter-sole-trader-setup", "matter"),
    ("take", "card"),
    ("back", "matters"),
    ("back", "category"),
    ("back", "home"),
)


class Kiosk:
    def __init__(self) -> None:
        self.hall = MadeUpHall(Random(1), trouble=SURELY)
        self.presenter, self.opened = open_kiosk(Patience(), self.hall.perform)
        self.presenter.facts = Facts()
        self.frames = 0
        self.opened.window.frameSwapped.connect(self._drawn)
        self.opened.resize(*SIZE)
        self.opened.window.setVisible(True)
        for event in (self.hall.readers(), PrinterSeen(samples.PRINTER), HallSeen(samples.HALL)):
            self.presenter.receive(event)
        self.settle()

    def touch(self, name: str, page: str) -> tuple[float, float]:
        """Milliseconds from the press to the first frame of the page: by the clock, and of the CPU's time."""
        window = self.opened.window
        item = stage.pressable(window, name)
        begun, cpu = time.perf_counter(), time.process_time()
        stage.press(window, item)
        while self.hall.waiting:
            for event in self.hall.answer():
                self.presenter.receive(event)
        before = self.frames
        while stage.page(window) != page or self.frames == before:
            QCoreApplication.processEvents()
            if time.perf_counter() - begun > 5:  # noqa: PLR2004 seconds; it will not come
                raise RuntimeError(f"{name} did not lead to {page}, but to {stage.page(window)}")
        took_ms = (time.perf_counter() - begun) * 1000, (time.process_time() - cpu) * 1000
        self.settle()
        return took_ms

    def settle(self) -> None:
        for _ in range(20):
            QCoreApplication.processEvents()

    def _drawn(self) -> None:
        self.frames += 1


def main() -> None:
    application("kiosk")
    rounds = int(sys.argv[1])
    kiosk = Kiosk()
    took_ms: dict[str, list[float]] = {}
    try:
        for mode in (Mode.DAY, Mode.ELDERLY):
            for _ in range(rounds):
                kiosk.presenter.receive(ModeChosen(mode))
                for name, page in ROAD:
                    clock_ms, cpu_ms = kiosk.touch(name, page)
                    took_ms.setdefault(mode.value, []).append(clock_ms)
                    took_ms.setdefault(f"{mode.value}, of CPU", []).append(cpu_ms)
    finally:
        kiosk.opened.close()
    sys.stdout.write(json.dumps(took_ms))


if __name__ == "__main__":
    main()
