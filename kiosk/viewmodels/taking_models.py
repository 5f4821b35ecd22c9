"""The Qt objects that carry the props to QML, and the hands that QML calls."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from display.kit.props import Snapshot
from kiosk.flow.events import (
    Again,
    Back,
    CategoryChosen,
    ClassChosen,
    Event,
    LanguageChosen,
    Leave,
    PaperInHand,
    StillHere,
    WayChosen,
    WithoutCard,
)
from kiosk.flow.visit import Way
from kiosk.viewmodels.taking import ChoiceProps, MessageProps, TicketProps
from queue_core.client.transport import new_key
from queue_core.wire.words import TicketClass

QML_IMPORT_NAME = "Paihao.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class ChoiceModel(Snapshot[ChoiceProps]):
    categoriesChanged = Signal()
    readsIdCardChanged = Signal()
    readsSecurityCardChanged = Signal()
    paperNoticeChanged = Signal()
    cardNoticeChanged = Signal()
    offersPaperChanged = Signal()
    needsNoCardChanged = Signal()
    hasAnonymousChanged = Signal()

    @Property("QVariantList", notify=categoriesChanged)  # type: ignore[arg-type]  # a Qt type's name
    def categories(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.props.categories]

    @Property(bool, notify=readsIdCardChanged)
    def readsIdCard(self) -> bool:
        return self.props.reads_id_card

    @Property(bool, notify=readsSecurityCardChanged)
    def readsSecurityCard(self) -> bool:
        return self.props.reads_security_card

    @Property(str, notify=paperNoticeChanged)
    def paperNotice(self) -> str:
        return self.props.paper_notice

    @Property(str, notify=cardNoticeChanged)
    def cardNotice(self) -> str:
        return self.props.card_notice

    @Property(bool, notify=offersPaperChanged)
    def offersPaper(self) -> bool:
        return self.props.offers_paper

    @Property(bool, notify=needsNoCardChanged)
    def needsNoCard(self) -> bool:
        return self.props.needs_no_card

    @Property(bool, notify=hasAnonymousChanged)
    def hasAnonymous(self) -> bool:
        return self.props.has_anonymous


@QmlElement
@QmlUncreatable("made by the application")
class TicketModel(Snapshot[TicketProps]):
    ticketClassChanged = Signal()
    categoryChanged = Signal()
    maskedNameChanged = Signal()
    cardChanged = Signal()
    waitingChanged = Signal()
    numberChanged = Signal()
    placeChanged = Signal()
    waitChanged = Signal()
    qrChanged = Signal()
    isPaperChanged = Signal()
    wasHeldChanged = Signal()
    mayHavePaperChanged = Signal()
    hasCardToTakeChanged = Signal()

    @Property(str, notify=ticketClassChanged)
    def ticketClass(self) -> str:
        return self.props.ticket_class

    @Property(str, notify=categoryChanged)
    def category(self) -> str:
        return self.props.category

    @Property(str, notify=maskedNameChanged)
    def maskedName(self) -> str:
        return self.props.masked_name

    @Property(str, notify=cardChanged)
    def card(self) -> str:
        return self.props.card

    @Property(str, notify=waitingChanged)
    def waiting(self) -> str:
        return self.props.waiting

    @Property(str, notify=numberChanged)
    def number(self) -> str:
        return self.props.number

    @Property(str, notify=placeChanged)
    def place(self) -> str:
        return self.props.place

    @Property(str, notify=waitChanged)
    def wait(self) -> str:
        return self.props.wait

    @Property(str, notify=qrChanged)
    def qr(self) -> str:
        return self.props.qr

    @Property(bool, notify=isPaperChanged)
    def isPaper(self) -> bool:
        return self.props.is_paper

    @Property(bool, notify=wasHeldChanged)
    def wasHeld(self) -> bool:
        return self.props.was_held

    @Property(bool, notify=mayHavePaperChanged)
    def mayHavePaper(self) -> bool:
        return self.props.may_have_paper

    @Property(bool, notify=hasCardToTakeChanged)
    def hasCardToTake(self) -> bool:
        return self.props.has_card_to_take


@QmlElement
@QmlUncreatable("made by the application")
class MessageModel(Snapshot[MessageProps]):
    iconChanged = Signal()
    toneChanged = Signal()
    titleChanged = Signal()
    textChanged = Signal()
    canRetryChanged = Signal()

    @Property(str, notify=iconChanged)
    def icon(self) -> str:
        return self.props.icon

    @Property(str, notify=toneChanged)
    def tone(self) -> str:
        return self.props.tone

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        return self.props.title

    @Property(str, notify=textChanged)
    def text(self) -> str:
        return self.props.text

    @Property(bool, notify=canRetryChanged)
    def canRetry(self) -> bool:
        return self.props.can_retry


@QmlElement
@QmlUncreatable("made by the application")
class Hands(QObject):
    """What the citizen presses: QML emits these, the application listens."""

    classChosen = Signal(str)
    categoryChosen = Signal(str)
    withoutCardPressed = Signal()
    paperChosen = Signal()
    phoneChosen = Signal()
    againPressed = Signal()
    backPressed = Signal()
    leavePressed = Signal()
    paperInHandPressed = Signal()
    languageChosen = Signal(str)
    stillHerePressed = Signal()
    touched = Signal()

    def connect_to(self, receive: Callable[[Event], None]) -> None:
        self.classChosen.connect(lambda word: receive(ClassChosen(TicketClass(word))))
        self.categoryChosen.connect(lambda code: receive(CategoryChosen(code)))
        self.withoutCardPressed.connect(lambda: receive(WithoutCard()))
        self.paperChosen.connect(lambda: receive(WayChosen(way=Way.PAPER, key=new_key())))
        self.phoneChosen.connect(lambda: receive(WayChosen(way=Way.PHONE, key=new_key())))
        self.againPressed.connect(lambda: receive(Again()))
        self.backPressed.connect(lambda: receive(Back()))
        self.leavePressed.connect(lambda: receive(Leave()))
        self.paperInHandPressed.connect(lambda: receive(PaperInHand()))
        self.languageChosen.connect(lambda tag: receive(LanguageChosen(tag)))
        self.stillHerePressed.connect(lambda: receive(StillHere()))
