"""What is pressed on the pages of one's own number, of pickup and of rating: QML emits, the kiosk listens."""

# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.flow.events import Event
from kiosk.flow.presses import (
    ActChosen,
    Again,
    Back,
    CaseChosen,
    Confirmed,
    Entered,
    Leave,
    LevelChosen,
    NumberChosen,
    NumberWanted,
    OwnAct,
    PurposeChosen,
    SlotsWanted,
    Typed,
    UnitWanted,
)
from kiosk.flow.visit import Purpose
from queue_core.client.transport import new_key
from queue_core.wire.words import TicketClass

QML_IMPORT_NAME = "Paihao.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class OwnHands(QObject):
    """Keys are drawn here, one a press: what is sent again after a failure has the key of its first press."""

    actChosen = Signal(str)
    numberChosen = Signal(int)
    unitWanted = Signal(str, str)
    confirmPressed = Signal()
    levelChosen = Signal(int)
    caseChosen = Signal(str)
    numberWanted = Signal()
    bookPressed = Signal()
    cabinetPressed = Signal()
    typed = Signal(str)
    entered = Signal()
    againPressed = Signal()
    backPressed = Signal()
    leavePressed = Signal()

    def connect_to(self, receive: Callable[[Event], None]) -> None:
        self.actChosen.connect(lambda word: receive(ActChosen(OwnAct(word), key=new_key())))
        self.numberChosen.connect(lambda ticket_id: receive(NumberChosen(ticket_id)))
        self.unitWanted.connect(lambda kind, code: receive(UnitWanted(TicketClass(kind), code)))
        self.confirmPressed.connect(lambda: receive(Confirmed(new_key())))
        self.levelChosen.connect(lambda level: receive(LevelChosen(level=level, key=new_key())))
        self.caseChosen.connect(lambda code: receive(CaseChosen(code)))
        self.numberWanted.connect(lambda: receive(NumberWanted()))
        self.bookPressed.connect(lambda: receive(SlotsWanted()))
        self.cabinetPressed.connect(lambda: receive(PurposeChosen(Purpose.CABINET)))
        self.typed.connect(lambda text: receive(Typed(text)))
        self.entered.connect(lambda: receive(Entered()))
        self.againPressed.connect(lambda: receive(Again()))
        self.backPressed.connect(lambda: receive(Back()))
        self.leavePressed.connect(lambda: receive(Leave()))
