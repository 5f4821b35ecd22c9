"""The Qt object that carries the frame's props to QML."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from display.kit.props import Snapshot
from kiosk.viewmodels.frame import ShellProps

QML_IMPORT_NAME = "Paihao.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class ShellModel(Snapshot[ShellProps]):
    pageChanged = Signal()
    languageChanged = Signal()
    hallNameChanged = Signal()
    stepChanged = Signal()
    isAskedChanged = Signal()

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self.props.page

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self.props.language

    @Property(str, notify=hallNameChanged)
    def hallName(self) -> str:
        return self.props.hall_name

    @Property(int, notify=stepChanged)
    def step(self) -> int:
        return self.props.step

    @Property(bool, notify=isAskedChanged)
    def isAsked(self) -> bool:
        return self.props.is_asked
