"""The view-model of the screen at a window, as QML sees it."""

# ruff: noqa: N802 - Qt-facing names are camelCase

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from display.kit.props import Snapshot
from display.window.viewmodels.props import WindowProps

QML_IMPORT_NAME = "Paihao.WindowScreen"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class WindowModel(Snapshot[WindowProps]):  # type: ignore[operator]  # QmlUncreatable's stub is a class
    pageChanged = Signal()
    windowChanged = Signal()
    numberChanged = Signal()
    ticketClassChanged = Signal()
    isTrustedChanged = Signal()
    clerkChanged = Signal()
    clerkNameChanged = Signal()
    needsProofChanged = Signal()
    reasonChanged = Signal()
    secondReasonChanged = Signal()
    untilChanged = Signal()
    elsewhereChanged = Signal()
    secondElsewhereChanged = Signal()
    hallNameChanged = Signal()
    secondHallNameChanged = Signal()
    clockChanged = Signal()
    lostCodeChanged = Signal()
    lostAtChanged = Signal()

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self.props.page

    @Property(int, notify=windowChanged)
    def window(self) -> int:
        return self.props.window

    @Property(str, notify=numberChanged)
    def number(self) -> str:
        return self.props.number

    @Property(str, notify=ticketClassChanged)
    def ticketClass(self) -> str:
        return self.props.ticket_class

    @Property(bool, notify=isTrustedChanged)
    def isTrusted(self) -> bool:
        return self.props.is_trusted

    @Property(str, notify=clerkChanged)
    def clerk(self) -> str:
        return self.props.clerk

    @Property(str, notify=clerkNameChanged)
    def clerkName(self) -> str:
        return self.props.clerk_name

    @Property(bool, notify=needsProofChanged)
    def needsProof(self) -> bool:
        return self.props.needs_proof

    @Property(str, notify=reasonChanged)
    def reason(self) -> str:
        return self.props.reason

    @Property(str, notify=secondReasonChanged)
    def secondReason(self) -> str:
        return self.props.second_reason

    @Property(str, notify=untilChanged)
    def until(self) -> str:
        return self.props.until

    @Property(str, notify=elsewhereChanged)
    def elsewhere(self) -> str:
        return self.props.elsewhere

    @Property(str, notify=secondElsewhereChanged)
    def secondElsewhere(self) -> str:
        return self.props.second_elsewhere

    @Property(str, notify=hallNameChanged)
    def hallName(self) -> str:
        return self.props.hall_name

    @Property(str, notify=secondHallNameChanged)
    def secondHallName(self) -> str:
        return self.props.second_hall_name

    @Property(str, notify=clockChanged)
    def clock(self) -> str:
        return self.props.clock

    @Property(str, notify=lostCodeChanged)
    def lostCode(self) -> str:
        return self.props.lost_code

    @Property(str, notify=lostAtChanged)
    def lostAt(self) -> str:
        return self.props.lost_at
