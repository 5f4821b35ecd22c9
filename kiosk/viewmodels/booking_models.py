"""The Qt objects of the pages of a slot instead of a number, and the hands that QML calls."""

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
from kiosk.flow.presses import Back, Leave, SlotChosen
from kiosk.viewmodels.booking import BookedProps, SlotsProps
from queue_core.client.transport import new_key

QML_IMPORT_NAME = "Paihao.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class SlotsModel(Snapshot[SlotsProps]):
    businessChanged = Signal()
    slotsChanged = Signal()
    noticeChanged = Signal()
    noneChanged = Signal()

    @Property(str, notify=businessChanged)
    def business(self) -> str:
        return self.props.business

    @Property("QVariantList", notify=slotsChanged)  # type: ignore[arg-type]  # a Qt type's name
    def slots(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.props.slots]

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self.props.notice

    @Property(str, notify=noneChanged)
    def none(self) -> str:
        return self.props.none


@QmlElement
@QmlUncreatable("made by the application")
class BookedModel(Snapshot[BookedProps]):
    whenChanged = Signal()
    dateChanged = Signal()
    timeChanged = Signal()
    businessChanged = Signal()
    bringChanged = Signal()
    hasCardToTakeChanged = Signal()

    @Property(str, notify=whenChanged)
    def when(self) -> str:
        return self.props.when

    @Property(str, notify=dateChanged)
    def date(self) -> str:
        return self.props.date

    @Property(str, notify=timeChanged)
    def time(self) -> str:
        return self.props.time

    @Property(str, notify=businessChanged)
    def business(self) -> str:
        return self.props.business

    @Property(str, notify=bringChanged)
    def bring(self) -> str:
        return self.props.bring

    @Property(bool, notify=hasCardToTakeChanged)
    def hasCardToTake(self) -> bool:
        return self.props.has_card_to_take


@QmlElement
@QmlUncreatable("made by the application")
class BookingHands(QObject):
    """The key is drawn here, one a press: what is sent again has the key of its first press."""

    slotChosen = Signal(str)
    backPressed = Signal()
    leavePressed = Signal()

    def connect_to(self, receive: Callable[[Event], None]) -> None:
        self.slotChosen.connect(lambda starts: receive(SlotChosen(starts_at_ms=int(starts), key=new_key())))
        self.backPressed.connect(lambda: receive(Back()))
        self.leavePressed.connect(lambda: receive(Leave()))
