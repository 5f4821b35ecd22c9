"""The Qt object of the clerk's window."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from typing import Any

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.viewmodels.desk import DeskProps
from display.kit.props import Snapshot

QML_IMPORT_NAME = "Paihao.Counter"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class DeskModel(Snapshot[DeskProps]):
    windowNumberChanged = Signal()
    windowStateChanged = Signal()
    clerkNumberChanged = Signal()
    clerkNameChanged = Signal()
    pauseReasonChanged = Signal()
    pauseUntilChanged = Signal()
    callsMissingChanged = Signal()
    canChanged = Signal()
    nextActionChanged = Signal()
    pendingActionChanged = Signal()

    @Property(int, notify=windowNumberChanged)
    def windowNumber(self) -> int:
        return self.props.window_number

    @Property(str, notify=windowStateChanged)
    def windowState(self) -> str:
        return self.props.window_state

    @Property(str, notify=clerkNumberChanged)
    def clerkNumber(self) -> str:
        return self.props.clerk_number

    @Property(str, notify=clerkNameChanged)
    def clerkName(self) -> str:
        return self.props.clerk_name

    @Property(str, notify=pauseReasonChanged)
    def pauseReason(self) -> str:
        return self.props.pause_reason

    @Property(str, notify=pauseUntilChanged)
    def pauseUntil(self) -> str:
        return self.props.pause_until

    @Property(int, notify=callsMissingChanged)
    def callsMissing(self) -> int:
        return self.props.calls_missing

    @Property("QVariantMap", notify=canChanged)  # type: ignore[arg-type]  # a Qt type's name
    def can(self) -> dict[str, Any]:
        return dict(self.props.can)

    @Property(str, notify=nextActionChanged)
    def nextAction(self) -> str:
        return self.props.next_action

    @Property(str, notify=pendingActionChanged)
    def pendingAction(self) -> str:
        return self.props.pending_action
