"""The Qt object of the sheet that is open."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.viewmodels.sheet import SheetProps
from display.kit.props import Snapshot

QML_IMPORT_NAME = "Paihao.Counter"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class SheetModel(Snapshot[SheetProps]):
    kindChanged = Signal()
    numberChanged = Signal()
    subjectChanged = Signal()
    subjectClassChanged = Signal()
    fieldKindChanged = Signal()
    textChanged = Signal()
    optionsChanged = Signal()
    chipsChanged = Signal()
    isLookingChanged = Signal()
    troubleChanged = Signal()
    canConfirmChanged = Signal()
    isPendingChanged = Signal()
    hasProspectChanged = Signal()
    aheadChanged = Signal()
    waitFromMinChanged = Signal()
    waitToMinChanged = Signal()
    keepsAppointmentChanged = Signal()
    onwardChanged = Signal()
    recordsChanged = Signal()
    factsChanged = Signal()
    movesChanged = Signal()
    chosenWordChanged = Signal()

    @Property(str, notify=kindChanged)
    def kind(self) -> str:
        return self.props.kind

    @Property(str, notify=numberChanged)
    def number(self) -> str:
        return self.props.number

    @Property(str, notify=subjectChanged)
    def subject(self) -> str:
        return self.props.subject

    @Property(str, notify=subjectClassChanged)
    def subjectClass(self) -> str:
        return self.props.subject_class

    @Property(str, notify=fieldKindChanged)
    def fieldKind(self) -> str:
        return self.props.field_kind

    @Property(str, notify=textChanged)
    def text(self) -> str:
        return self.props.text

    @Property("QVariantList", notify=optionsChanged)  # type: ignore[arg-type]  # a Qt type's name
    def options(self) -> list[dict[str, Any]]:
        return [asdict(each) for each in self.props.options]

    @Property("QVariantList", notify=chipsChanged)  # type: ignore[arg-type]  # a Qt type's name
    def chips(self) -> list[dict[str, Any]]:
        return [asdict(each) for each in self.props.chips]

    @Property(bool, notify=isLookingChanged)
    def isLooking(self) -> bool:
        return self.props.is_looking

    @Property(str, notify=troubleChanged)
    def trouble(self) -> str:
        return self.props.trouble

    @Property(bool, notify=canConfirmChanged)
    def canConfirm(self) -> bool:
        return self.props.can_confirm

    @Property(bool, notify=isPendingChanged)
    def isPending(self) -> bool:
        return self.props.is_pending

    @Property(bool, notify=hasProspectChanged)
    def hasProspect(self) -> bool:
        return self.props.has_prospect

    @Property(int, notify=aheadChanged)
    def ahead(self) -> int:
        return self.props.ahead

    @Property(int, notify=waitFromMinChanged)
    def waitFromMin(self) -> int:
        return self.props.wait_from_min

    @Property(int, notify=waitToMinChanged)
    def waitToMin(self) -> int:
        return self.props.wait_to_min

    @Property(bool, notify=keepsAppointmentChanged)
    def keepsAppointment(self) -> bool:
        return self.props.keeps_appointment

    @Property(str, notify=onwardChanged)
    def onward(self) -> str:
        return self.props.onward

    @Property(bool, notify=recordsChanged)
    def records(self) -> bool:
        return self.props.records

    @Property("QVariantList", notify=factsChanged)  # type: ignore[arg-type]  # a Qt type's name
    def facts(self) -> list[dict[str, Any]]:
        return [asdict(each) for each in self.props.facts]

    @Property("QVariantList", notify=movesChanged)  # type: ignore[arg-type]  # a Qt type's name
    def moves(self) -> list[dict[str, Any]]:
        return [asdict(each) for each in self.props.moves]

    @Property(str, notify=chosenWordChanged)
    def chosenWord(self) -> str:
        return self.props.chosen_word
