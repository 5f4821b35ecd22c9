"""The window that was chosen, for QML."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.supervisor.viewmodels.chosen import (
    ChosenProps,
    DeedProps,
    FactProps,
    NumberProps,
    ReasonProps,
    UnitProps,
)
from counter.supervisor.viewmodels.section_model import SectionModel

QML_IMPORT_NAME = "Paihao.Supervisor"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class ChosenModel(SectionModel[ChosenProps]):
    listsChanged = Signal()
    windowChanged = Signal()
    titleChanged = Signal()
    stateChanged = Signal()
    iconChanged = Signal()
    toneChanged = Signal()
    deedChanged = Signal()
    deedTitleChanged = Signal()
    saysChanged = Signal()
    confirmChanged = Signal()
    numberIdChanged = Signal()
    isAskingChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(
            ChosenProps(),
            {
                "facts": FactProps,
                "deeds": DeedProps,
                "reasons": ReasonProps,
                "units": UnitProps,
                "numbers": NumberProps,
            },
            parent,
        )

    @Property(int, notify=windowChanged)
    def window(self) -> int:
        return self.props.window

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        return self.props.title

    @Property(str, notify=stateChanged)
    def state(self) -> str:
        return self.props.state

    @Property(str, notify=iconChanged)
    def icon(self) -> str:
        return self.props.icon

    @Property(str, notify=toneChanged)
    def tone(self) -> str:
        return self.props.tone

    @Property(QObject, notify=listsChanged)
    def facts(self) -> QObject:
        return self.rows("facts")

    @Property(QObject, notify=listsChanged)
    def deeds(self) -> QObject:
        return self.rows("deeds")

    @Property(str, notify=deedChanged)
    def deed(self) -> str:
        return self.props.deed

    @Property(str, notify=deedTitleChanged)
    def deedTitle(self) -> str:
        return self.props.deed_title

    @Property(str, notify=saysChanged)
    def says(self) -> str:
        return self.props.says

    @Property(str, notify=confirmChanged)
    def confirm(self) -> str:
        return self.props.confirm

    @Property(QObject, notify=listsChanged)
    def reasons(self) -> QObject:
        return self.rows("reasons")

    @Property(QObject, notify=listsChanged)
    def units(self) -> QObject:
        return self.rows("units")

    @Property(QObject, notify=listsChanged)
    def numbers(self) -> QObject:
        return self.rows("numbers")

    @Property(int, notify=numberIdChanged)
    def numberId(self) -> int:
        return self.props.number_id

    @Property(bool, notify=isAskingChanged)
    def isAsking(self) -> bool:
        return self.props.is_asking
