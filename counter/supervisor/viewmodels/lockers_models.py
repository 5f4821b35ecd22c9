"""Cabinets, the door that was chosen, and messages, for QML."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.supervisor.viewmodels.cabinets import (
    BodyProps,
    CabinetProps,
    DoorProps,
    LockersProps,
    LooseProps,
    SignProps,
)
from counter.supervisor.viewmodels.chosen_door import (
    ChosenDoorProps,
    DoorDeedProps,
    DoorFactProps,
    FindingProps,
)
from counter.supervisor.viewmodels.messages import CarrierProps, LetterProps, MessagesProps, WaitingProps
from counter.supervisor.viewmodels.section_model import SectionModel

QML_IMPORT_NAME = "Paihao.Supervisor"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class LockersModel(SectionModel[LockersProps]):
    listsChanged = Signal()
    looseCaseChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(
            LockersProps(),
            {
                "bodies": BodyProps,
                "doors": DoorProps,
                "cabinets": CabinetProps,
                "signs": SignProps,
                "loose": LooseProps,
            },
            parent,
        )

    @Property(QObject, notify=listsChanged)
    def bodies(self) -> QObject:
        return self.rows("bodies")

    @Property(QObject, notify=listsChanged)
    def doors(self) -> QObject:
        return self.rows("doors")

    @Property(QObject, notify=listsChanged)
    def cabinets(self) -> QObject:
        return self.rows("cabinets")

    @Property(QObject, notify=listsChanged)
    def signs(self) -> QObject:
        return self.rows("signs")

    @Property(QObject, notify=listsChanged)
    def loose(self) -> QObject:
        return self.rows("loose")

    @Property(str, notify=looseCaseChanged)
    def looseCase(self) -> str:
        return self.props.loose_case


@QmlElement
@QmlUncreatable("made by the application")
class ChosenDoorModel(SectionModel[ChosenDoorProps]):
    listsChanged = Signal()
    keyChanged = Signal()
    titleChanged = Signal()
    cabinetChanged = Signal()
    signChanged = Signal()
    toneChanged = Signal()
    stateChanged = Signal()
    remedyChanged = Signal()
    blockedChanged = Signal()
    deedChanged = Signal()
    deedTitleChanged = Signal()
    saysChanged = Signal()
    confirmChanged = Signal()
    isSecondChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(
            ChosenDoorProps(),
            {"facts": DoorFactProps, "deeds": DoorDeedProps, "findings": FindingProps},
            parent,
        )

    @Property(QObject, notify=listsChanged)
    def facts(self) -> QObject:
        return self.rows("facts")

    @Property(QObject, notify=listsChanged)
    def deeds(self) -> QObject:
        return self.rows("deeds")

    @Property(QObject, notify=listsChanged)
    def findings(self) -> QObject:
        return self.rows("findings")

    @Property(str, notify=keyChanged)
    def key(self) -> str:
        return self.props.key

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        return self.props.title

    @Property(str, notify=cabinetChanged)
    def cabinet(self) -> str:
        return self.props.cabinet

    @Property(str, notify=signChanged)
    def sign(self) -> str:
        return self.props.sign

    @Property(str, notify=toneChanged)
    def tone(self) -> str:
        return self.props.tone

    @Property(str, notify=stateChanged)
    def state(self) -> str:
        return self.props.state

    @Property(str, notify=remedyChanged)
    def remedy(self) -> str:
        return self.props.remedy

    @Property(str, notify=blockedChanged)
    def blocked(self) -> str:
        return self.props.blocked

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

    @Property(bool, notify=isSecondChanged)
    def isSecond(self) -> bool:
        return self.props.is_second


@QmlElement
@QmlUncreatable("made by the application")
class MessagesModel(SectionModel[MessagesProps]):
    listsChanged = Signal()
    isKnownChanged = Signal()
    todayChanged = Signal()
    chosenIdsChanged = Signal()
    saysChanged = Signal()
    confirmChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(
            MessagesProps(),
            {"carriers": CarrierProps, "waiting": WaitingProps, "letters": LetterProps},
            parent,
        )

    @Property(QObject, notify=listsChanged)
    def carriers(self) -> QObject:
        return self.rows("carriers")

    @Property(QObject, notify=listsChanged)
    def waiting(self) -> QObject:
        return self.rows("waiting")

    @Property(QObject, notify=listsChanged)
    def letters(self) -> QObject:
        return self.rows("letters")

    @Property(bool, notify=isKnownChanged)
    def isKnown(self) -> bool:
        return self.props.is_known

    @Property(str, notify=chosenIdsChanged)
    def chosenIds(self) -> str:
        return self.props.chosen_ids

    @Property(str, notify=todayChanged)
    def today(self) -> str:
        return self.props.today

    @Property(str, notify=saysChanged)
    def says(self) -> str:
        return self.props.says

    @Property(str, notify=confirmChanged)
    def confirm(self) -> str:
        return self.props.confirm
