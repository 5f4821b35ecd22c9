"""What the bench window shows, and what its buttons do."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot

from sim.bench.further_hands import FurtherHands
from sim.bench.looking import World
from sim.bench.watching import Watcher


class BenchModel(QObject):
    """The world as last looked at. Buttons only ask; what came of it is seen with the next look."""

    peopleChanged = Signal()
    readersChanged = Signal()
    printersChanged = Signal()
    windowsChanged = Signal()
    refusalChanged = Signal()
    _looked = Signal(object)
    _told = Signal(str, object)
    _said_no = Signal(str)

    def __init__(self, devices: Mapping[str, Any]) -> None:
        super().__init__()
        self._world: World = {"people": [], "readers": [], "printers": [], "windows": []}
        self._refusal = ""
        self._further = FurtherHands(devices, self._ask, self)
        self._looked.connect(self._take_world)
        self._said_no.connect(self._take_refusal)
        self._told.connect(self._further.take_reply)
        self._watcher = Watcher(
            devices, seen=self._looked.emit, told=self._told.emit, refused=self._said_no.emit
        )
        self._watcher.start()

    def close(self) -> None:
        self._watcher.stop()

    @Property(QObject, constant=True)
    def further(self) -> FurtherHands:
        return self._further

    @Property(list, notify=peopleChanged)
    def people(self) -> list[dict[str, Any]]:
        return list(self._world["people"])

    @Property(list, notify=readersChanged)
    def readers(self) -> list[dict[str, Any]]:
        return list(self._world["readers"])

    @Property(list, notify=printersChanged)
    def printers(self) -> list[dict[str, Any]]:
        return list(self._world["printers"])

    @Property(list, notify=windowsChanged)
    def windows(self) -> list[dict[str, Any]]:
        return list(self._world["windows"])

    @Property(str, notify=refusalChanged)
    def refusal(self) -> str:
        return self._refusal

    @Slot(str, str, str)
    def lay(self, slot: str, card: str, person: str) -> None:
        self._ask("card.lay", slot=slot, card=card, person=person)

    @Slot(str)
    def lift(self, slot: str) -> None:
        self._ask("card.lift", slot=slot)

    @Slot(str, int)
    def loadPaper(self, printer: str, remaining_mm: int) -> None:  # noqa: N802 - Qt-facing names are camelCase
        self._ask("printer.paper", printer=printer, remaining_mm=remaining_mm)

    @Slot(str, bool)
    def setCover(self, printer: str, is_open: bool) -> None:  # noqa: N802, FBT001 - called from QML
        self._ask("printer.cover", printer=printer, open=is_open)

    @Slot(str, bool)
    def setPlug(self, printer: str, is_in: bool) -> None:  # noqa: N802, FBT001 - called from QML
        self._ask("printer.plug", printer=printer, **{"in": is_in})

    @Slot(str, int)
    def takeTicket(self, printer: str, number: int) -> None:  # noqa: N802 - Qt-facing names are camelCase
        self._ask("printer.take", printer=printer, n=number)

    @Slot(int, str, str)
    def pressCaller(self, window: int, key: str, digits: str) -> None:  # noqa: N802 - Qt-facing
        typed = {"digits": digits} if digits else {}
        self._ask("caller.press", window=window, key=key, **typed)

    @Slot(int, int)
    def pressPad(self, window: int, value: int) -> None:  # noqa: N802 - Qt-facing names are camelCase
        self._ask("pad.press", window=window, value=value)

    def _ask(self, lever: str, **arguments: Any) -> None:
        self._take_refusal("")
        self._watcher.ask(lever, **arguments)

    def _take_world(self, world: World) -> None:
        before, self._world = self._world, _with_urls(world)
        self._further.take_world(world)
        for part, changed in (
            ("people", self.peopleChanged),
            ("readers", self.readersChanged),
            ("printers", self.printersChanged),
            ("windows", self.windowsChanged),
        ):
            if self._world[part] != before[part]:
                changed.emit()

    def _take_refusal(self, sentence: str) -> None:
        if sentence != self._refusal:
            self._refusal = sentence
            self.refusalChanged.emit()


def _with_urls(world: World) -> World:
    """Keep of each printer the tickets that can be seen, newest first, with an address QML can show."""
    printers = [
        printer
        | {
            "printed": [
                {
                    "n": ticket["n"],
                    "url": QUrl.fromLocalFile(ticket["png"]).toString(),
                    "place": ticket["place"],
                }
                for ticket in reversed(printer["printed"])
                if ticket["place"] not in {"taken", "in_bin"}
            ]
        }
        for printer in world["printers"]
    ]
    return world | {"printers": printers}
