"""The Qt object of a clerk's shift."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.viewmodels.shift import ShiftProps
from display.kit.props import Snapshot

QML_IMPORT_NAME = "Paihao.Counter"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class ShiftModel(Snapshot[ShiftProps]):
    isKnownChanged = Signal()
    sinceChanged = Signal()
    untilChanged = Signal()
    openMinChanged = Signal()
    callsChanged = Signal()
    finishedChanged = Signal()
    noShowsChanged = Signal()
    heldChanged = Signal()
    convertedChanged = Signal()
    meanServiceSChanged = Signal()
    pausesChanged = Signal()

    @Property(bool, notify=isKnownChanged)
    def isKnown(self) -> bool:
        return self.props.is_known

    @Property(str, notify=sinceChanged)
    def since(self) -> str:
        return self.props.since

    @Property(str, notify=untilChanged)
    def until(self) -> str:
        return self.props.until

    @Property(int, notify=openMinChanged)
    def openMin(self) -> int:
        return self.props.open_min

    @Property(int, notify=callsChanged)
    def calls(self) -> int:
        return self.props.calls

    @Property(int, notify=finishedChanged)
    def finished(self) -> int:
        return self.props.finished

    @Property(int, notify=noShowsChanged)
    def noShows(self) -> int:
        return self.props.no_shows

    @Property(int, notify=heldChanged)
    def held(self) -> int:
        return self.props.held

    @Property(int, notify=convertedChanged)
    def converted(self) -> int:
        return self.props.converted

    @Property(int, notify=meanServiceSChanged)
    def meanServiceS(self) -> int:
        return self.props.mean_service_s

    @Property("QVariantList", notify=pausesChanged)  # type: ignore[arg-type]  # a Qt type's name
    def pauses(self) -> list[dict[str, Any]]:
        return [asdict(each) for each in self.props.pauses]
