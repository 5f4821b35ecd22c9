"""What a person sees and does at the devices that not every hall has."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot

from sim.bench.looking import World


class FurtherHands(QObject):
    """`ask` pulls a lever; what came of it is seen with the next look."""

    holdersChanged = Signal()
    samvsChanged = Signal()
    inputsChanged = Signal()
    stripsChanged = Signal()
    lockersChanged = Signal()
    heardChanged = Signal()

    def __init__(self, devices: Mapping[str, Any], ask: Callable[..., None], parent: QObject) -> None:
        super().__init__(parent)
        self._is_there = "samv" in devices
        self._ask = ask
        self._heard = ""
        self._world: World = {
            "people": [],
            "residents": [],
            "samvs": [],
            "inputs": [],
            "strips": [],
            "lockers": [],
        }

    def take_world(self, world: World) -> None:
        before, self._world = self._world, world
        for part, changed in (
            ("residents", self.holdersChanged),
            ("samvs", self.samvsChanged),
            ("inputs", self.inputsChanged),
            ("strips", self.stripsChanged),
            ("lockers", self.lockersChanged),
        ):
            if world[part] != before[part]:
                changed.emit()

    def take_reply(self, lever: str, reply: World) -> None:
        if lever == "sound.heard":
            sentences = len(reply["spoken"])
            self._heard = f"听到 {reply['heard_s']:.1f} s heard · 文件 {sentences} 句 sentences kept"
            self.heardChanged.emit()

    @Property(bool, constant=True)
    def isThere(self) -> bool:  # noqa: N802 - Qt-facing names are camelCase
        return self._is_there

    @Property(list, notify=holdersChanged)
    def holders(self) -> list[dict[str, Any]]:
        return [*self._world["people"], *self._world["residents"]]

    @Property(list, notify=samvsChanged)
    def samvs(self) -> list[dict[str, Any]]:
        return list(self._world["samvs"])

    @Property(list, notify=stripsChanged)
    def strips(self) -> list[dict[str, Any]]:
        return [strip | {"url": _url(strip)} for strip in self._world["strips"]]

    @Property(list, notify=lockersChanged)
    def lockers(self) -> list[dict[str, Any]]:
        return list(self._world["lockers"])

    @Property(list, notify=inputsChanged)
    def inputs(self) -> list[dict[str, Any]]:
        return list(self._world["inputs"])

    @Property(str, notify=heardChanged)
    def heard(self) -> str:
        """What the last look at the loudspeakers found; looking takes a moment, so a person asks for it."""
        return self._heard

    @Slot()
    def listen(self) -> None:
        self._ask("sound.heard")

    @Slot()
    def forgetSound(self) -> None:  # noqa: N802 - Qt-facing names are camelCase
        self._ask("sound.forget")
        self._ask("sound.heard")

    @Slot(bool)
    def freezeSound(self, is_frozen: bool) -> None:  # noqa: N802, FBT001 - called from QML
        self._ask("sound.freeze", frozen=is_frozen)

    @Slot(str, str)
    def laySamv(self, reader: str, person: str) -> None:  # noqa: N802 - Qt-facing names are camelCase
        self._ask("samv.lay", reader=reader, person=person)

    @Slot(str)
    def liftSamv(self, reader: str) -> None:  # noqa: N802 - Qt-facing names are camelCase
        self._ask("samv.lift", reader=reader)

    @Slot(str)
    def pullSamvMidRead(self, reader: str) -> None:  # noqa: N802 - Qt-facing names are camelCase
        self._ask("samv.pull_mid_read", reader=reader)

    @Slot(str)
    def layStaffCard(self, serial: str) -> None:  # noqa: N802 - Qt-facing names are camelCase
        self._ask("card.lay", slot="id", card="staff", options={"serial": serial})

    @Slot(str, str)
    def scan(self, scanner: str, code: str) -> None:
        self._ask("scanner.scan", scanner=scanner, code=code)

    @Slot(str)
    def pressKeypad(self, key: str) -> None:  # noqa: N802 - Qt-facing names are camelCase
        self._ask("keypad.press", key=key)

    @Slot(str, int, int)
    def closeDoor(self, locker: str, board: int, door: int) -> None:  # noqa: N802 - Qt-facing
        self._ask("door.close", locker=locker, board=board, door=door)

    @Slot(str, int, int)
    def forceDoor(self, locker: str, board: int, door: int) -> None:  # noqa: N802 - Qt-facing
        self._ask("door.force", locker=locker, board=board, door=door)

    @Slot(str, int, int, bool)
    def jamDoor(self, locker: str, board: int, door: int, is_jammed: bool) -> None:  # noqa: N802, FBT001
        self._ask("door.jam", locker=locker, board=board, door=door, jammed=is_jammed)

    @Slot(str, int, int, bool)
    def blockDoor(self, locker: str, board: int, door: int, is_blocked: bool) -> None:  # noqa: N802, FBT001
        self._ask("door.block", locker=locker, board=board, door=door, blocked=is_blocked)

    @Slot(str, int, bool)
    def powerBoard(self, locker: str, board: int, is_on: bool) -> None:  # noqa: N802, FBT001
        self._ask("board.power", locker=locker, board=board, on=is_on)

    @Slot(str, bool)
    def jamPresenter(self, printer: str, is_jammed: bool) -> None:  # noqa: N802, FBT001
        self._ask("printer.jam", printer=printer, jammed=is_jammed)

    @Slot(str, bool)
    def setLink(self, link: str, is_in: bool) -> None:  # noqa: N802, FBT001 - called from QML
        self._ask("link.plug", link=link, **{"in": is_in})


def _url(strip: World) -> str:
    """Another one whenever the picture is: QML keeps what it once loaded."""
    if not strip["png"]:
        return ""
    url = QUrl.fromLocalFile(strip["png"])
    url.setQuery(str(strip["version"]))
    return url.toString()
