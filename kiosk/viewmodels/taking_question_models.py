"""The Qt objects that carry matters, the asking who it is, and what a number would be, to QML."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from display.kit.props import Snapshot
from kiosk.viewmodels.taking_foresight import AppointmentsProps, ForesightProps
from kiosk.viewmodels.taking_identity import IdentityProps
from kiosk.viewmodels.taking_matters import MatterProps, MattersProps
from kiosk.viewmodels.taking_mobile import MobileProps

QML_IMPORT_NAME = "Paihao.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class MattersModel(Snapshot[MattersProps]):
    titleChanged = Signal()
    linesChanged = Signal()
    typedChanged = Signal()
    noticeChanged = Signal()
    isLookingChanged = Signal()
    offersNoMatterChanged = Signal()

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        return self.props.title

    @Property("QVariantList", notify=linesChanged)  # type: ignore[arg-type]  # a Qt type's name
    def lines(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.props.lines]

    @Property(str, notify=typedChanged)
    def typed(self) -> str:
        return self.props.typed

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self.props.notice

    @Property(bool, notify=isLookingChanged)
    def isLooking(self) -> bool:
        return self.props.is_looking

    @Property(bool, notify=offersNoMatterChanged)
    def offersNoMatter(self) -> bool:
        return self.props.offers_no_matter


@QmlElement
@QmlUncreatable("made by the application")
class MatterModel(Snapshot[MatterProps]):
    nameChanged = Signal()
    factsChanged = Signal()
    elsewhereTitleChanged = Signal()
    elsewhereChanged = Signal()
    webChanged = Signal()
    materialsChanged = Signal()
    canPrintChanged = Signal()
    canGoToPhoneChanged = Signal()
    linkChanged = Signal()
    takeTextChanged = Signal()

    @Property(str, notify=nameChanged)
    def name(self) -> str:
        return self.props.name

    @Property(str, notify=factsChanged)
    def facts(self) -> str:
        return self.props.facts

    @Property(str, notify=elsewhereTitleChanged)
    def elsewhereTitle(self) -> str:
        return self.props.elsewhere_title

    @Property("QVariantList", notify=elsewhereChanged)  # type: ignore[arg-type]  # a Qt type's name
    def elsewhere(self) -> list[str]:
        return list(self.props.elsewhere)

    @Property(str, notify=webChanged)
    def web(self) -> str:
        return self.props.web

    @Property("QVariantList", notify=materialsChanged)  # type: ignore[arg-type]  # a Qt type's name
    def materials(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.props.materials]

    @Property(bool, notify=canPrintChanged)
    def canPrint(self) -> bool:
        return self.props.can_print

    @Property(bool, notify=canGoToPhoneChanged)
    def canGoToPhone(self) -> bool:
        return self.props.can_go_to_phone

    @Property(str, notify=linkChanged)
    def link(self) -> str:
        return self.props.link

    @Property(str, notify=takeTextChanged)
    def takeText(self) -> str:
        return self.props.take_text


@QmlElement
@QmlUncreatable("made by the application")
class IdentityModel(Snapshot[IdentityProps]):
    titleChanged = Signal()
    hintChanged = Signal()
    readsIdCardChanged = Signal()
    readsSecurityCardChanged = Signal()
    scanTextChanged = Signal()
    keysTextChanged = Signal()
    needsNoCardChanged = Signal()
    foundNoticeChanged = Signal()
    cardNoticeChanged = Signal()
    matterChanged = Signal()
    matterFactsChanged = Signal()
    typedChanged = Signal()
    typedShownChanged = Signal()
    typingNoticeChanged = Signal()
    typingCountChanged = Signal()
    readingTitleChanged = Signal()
    readingTextChanged = Signal()

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        return self.props.title

    @Property(str, notify=hintChanged)
    def hint(self) -> str:
        return self.props.hint

    @Property(bool, notify=readsIdCardChanged)
    def readsIdCard(self) -> bool:
        return self.props.reads_id_card

    @Property(bool, notify=readsSecurityCardChanged)
    def readsSecurityCard(self) -> bool:
        return self.props.reads_security_card

    @Property(str, notify=scanTextChanged)
    def scanText(self) -> str:
        return self.props.scan_text

    @Property(str, notify=keysTextChanged)
    def keysText(self) -> str:
        return self.props.keys_text

    @Property(bool, notify=needsNoCardChanged)
    def needsNoCard(self) -> bool:
        return self.props.needs_no_card

    @Property(str, notify=foundNoticeChanged)
    def foundNotice(self) -> str:
        return self.props.found_notice

    @Property(str, notify=cardNoticeChanged)
    def cardNotice(self) -> str:
        return self.props.card_notice

    @Property(str, notify=matterChanged)
    def matter(self) -> str:
        return self.props.matter

    @Property(str, notify=matterFactsChanged)
    def matterFacts(self) -> str:
        return self.props.matter_facts

    @Property(str, notify=typedChanged)
    def typed(self) -> str:
        return self.props.typed

    @Property(str, notify=typedShownChanged)
    def typedShown(self) -> str:
        return self.props.typed_shown

    @Property(str, notify=typingNoticeChanged)
    def typingNotice(self) -> str:
        return self.props.typing_notice

    @Property(str, notify=typingCountChanged)
    def typingCount(self) -> str:
        return self.props.typing_count

    @Property(str, notify=readingTitleChanged)
    def readingTitle(self) -> str:
        return self.props.reading_title

    @Property(str, notify=readingTextChanged)
    def readingText(self) -> str:
        return self.props.reading_text


@QmlElement
@QmlUncreatable("made by the application")
class MobileModel(Snapshot[MobileProps]):
    offerChanged = Signal()
    leftChanged = Signal()
    typedChanged = Signal()
    shownChanged = Signal()
    noticeChanged = Signal()
    doneChanged = Signal()

    @Property(str, notify=offerChanged)
    def offer(self) -> str:
        return self.props.offer

    @Property(bool, notify=leftChanged)
    def left(self) -> bool:
        return self.props.left

    @Property(str, notify=typedChanged)
    def typed(self) -> str:
        return self.props.typed

    @Property(str, notify=shownChanged)
    def shown(self) -> str:
        return self.props.shown

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self.props.notice

    @Property(str, notify=doneChanged)
    def done(self) -> str:
        return self.props.done


@QmlElement
@QmlUncreatable("made by the application")
class ForesightModel(Snapshot[ForesightProps]):
    ticketClassChanged = Signal()
    categoryChanged = Signal()
    matterChanged = Signal()
    whoChanged = Signal()
    aheadChanged = Signal()
    waitChanged = Signal()
    rightChanged = Signal()
    noticeToneChanged = Signal()
    noticeTitleChanged = Signal()
    noticeChanged = Signal()
    isWarnedChanged = Signal()
    bookChanged = Signal()

    @Property(str, notify=ticketClassChanged)
    def ticketClass(self) -> str:
        return self.props.ticket_class

    @Property(str, notify=categoryChanged)
    def category(self) -> str:
        return self.props.category

    @Property(str, notify=matterChanged)
    def matter(self) -> str:
        return self.props.matter

    @Property(str, notify=whoChanged)
    def who(self) -> str:
        return self.props.who

    @Property(str, notify=aheadChanged)
    def ahead(self) -> str:
        return self.props.ahead

    @Property(str, notify=waitChanged)
    def wait(self) -> str:
        return self.props.wait

    @Property(str, notify=rightChanged)
    def right(self) -> str:
        return self.props.right

    @Property(str, notify=noticeToneChanged)
    def noticeTone(self) -> str:
        return self.props.notice_tone

    @Property(str, notify=noticeTitleChanged)
    def noticeTitle(self) -> str:
        return self.props.notice_title

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self.props.notice

    @Property(bool, notify=isWarnedChanged)
    def isWarned(self) -> bool:
        return self.props.is_warned

    @Property(str, notify=bookChanged)
    def book(self) -> str:
        return self.props.book


@QmlElement
@QmlUncreatable("made by the application")
class AppointmentsModel(Snapshot[AppointmentsProps]):
    linesChanged = Signal()

    @Property("QVariantList", notify=linesChanged)  # type: ignore[arg-type]  # a Qt type's name
    def lines(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.props.lines]
