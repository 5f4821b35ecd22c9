"""The Qt objects of the staff page: what it shows, and what staff press."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from display.kit.props import Snapshot
from kiosk.flow.events import Event
from kiosk.flow.presses import StaffAct, StaffActed
from kiosk.viewmodels.staff import StaffProps

QML_IMPORT_NAME = "Paihao.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class StaffModel(Snapshot[StaffProps]):
    refusalChanged = Signal()
    whoChanged = Signal()
    viewChanged = Signal()
    itselfChanged = Signal()
    devicesChanged = Signal()
    saidChanged = Signal()
    saidToneChanged = Signal()
    isBusyChanged = Signal()
    printsChanged = Signal()
    linesChanged = Signal()
    hasNewerChanged = Signal()
    hasOlderChanged = Signal()

    @Property(str, notify=refusalChanged)
    def refusal(self) -> str:
        return self.props.refusal

    @Property(str, notify=whoChanged)
    def who(self) -> str:
        return self.props.who

    @Property(str, notify=viewChanged)
    def view(self) -> str:
        return self.props.view

    @Property(str, notify=itselfChanged)
    def itself(self) -> str:
        return self.props.itself

    @Property("QVariantList", notify=devicesChanged)  # type: ignore[arg-type]  # a Qt type's name
    def devices(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.props.devices]

    @Property(str, notify=saidChanged)
    def said(self) -> str:
        return self.props.said

    @Property(str, notify=saidToneChanged)
    def saidTone(self) -> str:
        return self.props.said_tone

    @Property(bool, notify=isBusyChanged)
    def isBusy(self) -> bool:
        return self.props.is_busy

    @Property(bool, notify=printsChanged)
    def prints(self) -> bool:
        return self.props.prints

    @Property("QVariantList", notify=linesChanged)  # type: ignore[arg-type]  # a Qt type's name
    def lines(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.props.lines]

    @Property(bool, notify=hasNewerChanged)
    def hasNewer(self) -> bool:
        return self.props.has_newer

    @Property(bool, notify=hasOlderChanged)
    def hasOlder(self) -> bool:
        return self.props.has_older


@QmlElement
@QmlUncreatable("made by the application")
class StaffHands(QObject):
    """`acted` tells the name of a StaffAct."""

    acted = Signal(str)

    def connect_to(self, receive: Callable[[Event], None]) -> None:
        self.acted.connect(lambda act: receive(StaffActed(StaffAct(act))))
