"""The Qt object of the ticket at the window."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.viewmodels.ticket import TicketProps
from display.kit.props import Snapshot

QML_IMPORT_NAME = "Paihao.Counter"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class InHandModel(Snapshot[TicketProps]):
    hasTicketChanged = Signal()
    numberChanged = Signal()
    ticketClassChanged = Signal()
    categoryChanged = Signal()
    matterChanged = Signal()
    holderChanged = Signal()
    holderNumberChanged = Signal()
    callsChanged = Signal()
    waitedMinChanged = Signal()
    elapsedChanged = Signal()
    isServingChanged = Signal()
    reasonChanged = Signal()
    noteChanged = Signal()
    languageChanged = Signal()
    priorityChanged = Signal()
    projectChanged = Signal()
    slotChanged = Signal()
    holdsChanged = Signal()
    errandsChanged = Signal()
    materialsChanged = Signal()
    casesChanged = Signal()
    sittingsChanged = Signal()

    @Property(bool, notify=hasTicketChanged)
    def hasTicket(self) -> bool:
        return self.props.has_ticket

    @Property(str, notify=numberChanged)
    def number(self) -> str:
        return self.props.number

    @Property(str, notify=ticketClassChanged)
    def ticketClass(self) -> str:
        return self.props.ticket_class

    @Property(str, notify=categoryChanged)
    def category(self) -> str:
        return self.props.category

    @Property(str, notify=matterChanged)
    def matter(self) -> str:
        return self.props.matter

    @Property(str, notify=holderChanged)
    def holder(self) -> str:
        return self.props.holder

    @Property(str, notify=holderNumberChanged)
    def holderNumber(self) -> str:
        return self.props.holder_number

    @Property(int, notify=callsChanged)
    def calls(self) -> int:
        return self.props.calls

    @Property(int, notify=waitedMinChanged)
    def waitedMin(self) -> int:
        return self.props.waited_min

    @Property(str, notify=elapsedChanged)
    def elapsed(self) -> str:
        return self.props.elapsed

    @Property(bool, notify=isServingChanged)
    def isServing(self) -> bool:
        return self.props.is_serving

    @Property(str, notify=reasonChanged)
    def reason(self) -> str:
        return self.props.reason

    @Property(str, notify=noteChanged)
    def note(self) -> str:
        return self.props.note

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self.props.language

    @Property(str, notify=priorityChanged)
    def priority(self) -> str:
        return self.props.priority

    @Property(str, notify=projectChanged)
    def project(self) -> str:
        return self.props.project

    @Property(str, notify=slotChanged)
    def slot(self) -> str:
        return self.props.slot

    @Property(int, notify=holdsChanged)
    def holds(self) -> int:
        return self.props.holds

    @Property("QVariantList", notify=errandsChanged)  # type: ignore[arg-type]  # a Qt type's name
    def errands(self) -> list[dict[str, Any]]:
        return [asdict(each) for each in self.props.errands]

    @Property("QVariantList", notify=materialsChanged)  # type: ignore[arg-type]  # a Qt type's name
    def materials(self) -> list[dict[str, Any]]:
        return [asdict(each) for each in self.props.materials]

    @Property("QVariantList", notify=casesChanged)  # type: ignore[arg-type]  # a Qt type's name
    def cases(self) -> list[dict[str, Any]]:
        return [asdict(each) for each in self.props.cases]

    @Property("QVariantList", notify=sittingsChanged)  # type: ignore[arg-type]  # a Qt type's name
    def sittings(self) -> list[dict[str, Any]]:
        return [asdict(each) for each in self.props.sittings]
