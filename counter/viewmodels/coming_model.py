"""The Qt object of the log-in."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.viewmodels.coming import LogInProps
from display.kit.props import Snapshot

QML_IMPORT_NAME = "Paihao.Counter"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class LogInModel(Snapshot[LogInProps]):
    windowsChanged = Signal()
    windowChanged = Signal()
    isLoggingInChanged = Signal()
    questionChanged = Signal()
    takenByChanged = Signal()
    cardClerkChanged = Signal()
    hasReaderChanged = Signal()

    @Property("QVariantList", notify=windowsChanged)  # type: ignore[arg-type]  # a Qt type's name
    def windows(self) -> list[int]:
        return list(self.props.windows)

    @Property(int, notify=windowChanged)
    def window(self) -> int:
        return self.props.window

    @Property(bool, notify=isLoggingInChanged)
    def isLoggingIn(self) -> bool:
        return self.props.is_logging_in

    @Property(str, notify=questionChanged)
    def question(self) -> str:
        return self.props.question

    @Property(str, notify=takenByChanged)
    def takenBy(self) -> str:
        return self.props.taken_by

    @Property(str, notify=cardClerkChanged)
    def cardClerk(self) -> str:
        return self.props.card_clerk

    @Property(bool, notify=hasReaderChanged)
    def hasReader(self) -> bool:
        return self.props.has_reader
