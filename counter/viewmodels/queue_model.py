"""The Qt object of who comes next."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.viewmodels.queue import QueueProps
from display.kit.props import Snapshot

QML_IMPORT_NAME = "Paihao.Counter"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class QueueModel(Snapshot[QueueProps]):
    waitingChanged = Signal()
    firstWaitMinChanged = Signal()
    heldChanged = Signal()

    @Property(int, notify=waitingChanged)
    def waiting(self) -> int:
        return self.props.waiting

    @Property(int, notify=firstWaitMinChanged)
    def firstWaitMin(self) -> int:
        return self.props.first_wait_min

    @Property("QVariantList", notify=heldChanged)  # type: ignore[arg-type]  # a Qt type's name
    def held(self) -> list[dict[str, Any]]:
        return [asdict(each) for each in self.props.held]
