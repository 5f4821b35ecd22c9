"""The Qt objects that carry choices, the number and its troubles to QML, and the hands that QML calls."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from display.kit.props import Snapshot
from kiosk.flow.events import Event
from kiosk.flow.presses import (
    Again,
    AppointmentChosen,
    Back,
    CategoryChosen,
    ClassChosen,
    DetailsWanted,
    Entered,
    KeysWanted,
    Leave,
    ListOnPhone,
    ListWanted,
    MatterChosen,
    MobileWanted,
    NoMatter,
    NumberWanted,
    PaperInHand,
    PurposeChosen,
    RiskAccepted,
    SlotsWanted,
    Typed,
    WayChosen,
    WithoutCard,
)
from kiosk.flow.visit import Purpose, Way
from kiosk.viewmodels.taking import ChoiceProps, MessageProps, TicketProps
from queue_core.client.transport import new_key
from queue_core.wire.words import TicketClass

QML_IMPORT_NAME = "Paihao.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class ChoiceModel(Snapshot[ChoiceProps]):
    classesChanged = Signal()
    categoriesChanged = Signal()
    greetingChanged = Signal()
    hasCheckInChanged = Signal()
    hasGuidanceChanged = Signal()
    hasRatingChanged = Signal()
    hasAnonymousChanged = Signal()
    hasCabinetChanged = Signal()
    isKnownChanged = Signal()
    paperNoticeChanged = Signal()
    offersPaperChanged = Signal()

    @Property("QVariantList", notify=classesChanged)  # type: ignore[arg-type]  # a Qt type's name
    def classes(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.props.classes]

    @Property("QVariantList", notify=categoriesChanged)  # type: ignore[arg-type]  # a Qt type's name
    def categories(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.props.categories]

    @Property(str, notify=greetingChanged)
    def greeting(self) -> str:
        return self.props.greeting

    @Property(bool, notify=hasCheckInChanged)
    def hasCheckIn(self) -> bool:
        return self.props.has_check_in

    @Property(bool, notify=hasGuidanceChanged)
    def hasGuidance(self) -> bool:
        return self.props.has_guidance

    @Property(bool, notify=hasRatingChanged)
    def hasRating(self) -> bool:
        return self.props.has_rating

    @Property(bool, notify=hasAnonymousChanged)
    def hasAnonymous(self) -> bool:
        return self.props.has_anonymous

    @Property(bool, notify=hasCabinetChanged)
    def hasCabinet(self) -> bool:
        return self.props.has_cabinet

    @Property(bool, notify=isKnownChanged)
    def isKnown(self) -> bool:
        return self.props.is_known

    @Property(str, notify=paperNoticeChanged)
    def paperNotice(self) -> str:
        return self.props.paper_notice

    @Property(bool, notify=offersPaperChanged)
    def offersPaper(self) -> bool:
        return self.props.offers_paper


@QmlElement
@QmlUncreatable("made by the application")
class TicketModel(Snapshot[TicketProps]):
    ticketClassChanged = Signal()
    categoryChanged = Signal()
    numberChanged = Signal()
    placeChanged = Signal()
    waitChanged = Signal()
    windowsChanged = Signal()
    whereChanged = Signal()
    qrChanged = Signal()
    phoneNoticeChanged = Signal()
    canRenewChanged = Signal()
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

    @Property(str, notify=numberChanged)
    def number(self) -> str:
        return self.props.number

    @Property(str, notify=placeChanged)
    def place(self) -> str:
        return self.props.place

    @Property(str, notify=waitChanged)
    def wait(self) -> str:
        return self.props.wait

    @Property(str, notify=windowsChanged)
    def windows(self) -> str:
        return self.props.windows

    @Property("QVariantList", notify=whereChanged)  # type: ignore[arg-type]  # a Qt type's name
    def where(self) -> list[str]:
        return list(self.props.where)

    @Property(str, notify=qrChanged)
    def qr(self) -> str:
        return self.props.qr

    @Property(str, notify=phoneNoticeChanged)
    def phoneNotice(self) -> str:
        return self.props.phone_notice

    @Property(bool, notify=canRenewChanged)
    def canRenew(self) -> bool:
        return self.props.can_renew

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
    bookChanged = Signal()

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

    @Property(str, notify=bookChanged)
    def book(self) -> str:
        return self.props.book


@QmlElement
@QmlUncreatable("made by the application")
class Hands(QObject):
    """What the citizen presses: QML emits these, the application listens."""

    classChosen = Signal(str)
    purposeChosen = Signal(str)
    categoryChosen = Signal(str)
    matterChosen = Signal(str)
    noMatterPressed = Signal()
    detailsPressed = Signal()
    numberPressed = Signal()
    listPressed = Signal()
    listOnPhonePressed = Signal()
    keysPressed = Signal()
    textTyped = Signal(str)
    textEntered = Signal()
    mobilePressed = Signal()
    appointmentChosen = Signal(str)
    riskAccepted = Signal()
    bookPressed = Signal()
    withoutCardPressed = Signal()
    paperChosen = Signal()
    phoneChosen = Signal()
    againPressed = Signal()
    backPressed = Signal()
    leavePressed = Signal()
    paperInHandPressed = Signal()

    def connect_to(self, receive: Callable[[Event], None]) -> None:
        self.classChosen.connect(lambda word: receive(ClassChosen(TicketClass(word))))
        self.purposeChosen.connect(lambda word: receive(PurposeChosen(Purpose(word))))
        self.categoryChosen.connect(lambda code: receive(CategoryChosen(code)))
        self.matterChosen.connect(lambda code: receive(MatterChosen(code)))
        self.noMatterPressed.connect(lambda: receive(NoMatter()))
        self.detailsPressed.connect(lambda: receive(DetailsWanted()))
        self.numberPressed.connect(lambda: receive(NumberWanted()))
        self.listPressed.connect(lambda: receive(ListWanted()))
        self.listOnPhonePressed.connect(lambda: receive(ListOnPhone()))
        self.keysPressed.connect(lambda: receive(KeysWanted()))
        self.textTyped.connect(lambda text: receive(Typed(text)))
        self.textEntered.connect(lambda: receive(Entered()))
        self.mobilePressed.connect(lambda: receive(MobileWanted()))
        self.appointmentChosen.connect(lambda reference: receive(AppointmentChosen(reference)))
        self.riskAccepted.connect(lambda: receive(RiskAccepted()))
        self.bookPressed.connect(lambda: receive(SlotsWanted()))
        self.withoutCardPressed.connect(lambda: receive(WithoutCard()))
        self.paperChosen.connect(lambda: receive(WayChosen(way=Way.PAPER, key=new_key())))
        self.phoneChosen.connect(lambda: receive(WayChosen(way=Way.PHONE, key=new_key())))
        self.againPressed.connect(lambda: receive(Again()))
        self.backPressed.connect(lambda: receive(Back()))
        self.leavePressed.connect(lambda: receive(Leave()))
        self.paperInHandPressed.connect(lambda: receive(PaperInHand()))
