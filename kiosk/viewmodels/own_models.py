"""The Qt objects that carry one's own number, what came of it, and what is typed and rated, to QML."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from display.kit.props import Snapshot
from kiosk.viewmodels.own_answer import AnswerProps
from kiosk.viewmodels.own_message import BusyProps
from kiosk.viewmodels.own_number import OwnProps
from kiosk.viewmodels.own_typing import RatingProps, TypingProps

QML_IMPORT_NAME = "Paihao.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class OwnModel(Snapshot[OwnProps]):
    numberChanged = Signal()
    ticketClassChanged = Signal()
    categoryChanged = Signal()
    mattersChanged = Signal()
    headlineChanged = Signal()
    adviceChanged = Signal()
    toneChanged = Signal()
    waitChanged = Signal()
    rightChanged = Signal()
    whereChanged = Signal()
    noticeChanged = Signal()
    proofChanged = Signal()
    actsChanged = Signal()
    cancelChanged = Signal()
    othersChanged = Signal()
    isOverChanged = Signal()

    @Property(str, notify=numberChanged)
    def number(self) -> str:
        return self.props.number

    @Property(str, notify=ticketClassChanged)
    def ticketClass(self) -> str:
        return self.props.ticket_class

    @Property(str, notify=categoryChanged)
    def category(self) -> str:
        return self.props.category

    @Property("QStringList", notify=mattersChanged)  # type: ignore[arg-type]  # a Qt type's name
    def matters(self) -> list[str]:
        return list(self.props.matters)

    @Property(str, notify=headlineChanged)
    def headline(self) -> str:
        return self.props.headline

    @Property(str, notify=adviceChanged)
    def advice(self) -> str:
        return self.props.advice

    @Property(str, notify=toneChanged)
    def tone(self) -> str:
        return self.props.tone

    @Property(str, notify=waitChanged)
    def wait(self) -> str:
        return self.props.wait

    @Property(str, notify=rightChanged)
    def right(self) -> str:
        return self.props.right

    @Property("QStringList", notify=whereChanged)  # type: ignore[arg-type]  # a Qt type's name
    def where(self) -> list[str]:
        return list(self.props.where)

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self.props.notice

    @Property(str, notify=proofChanged)
    def proof(self) -> str:
        return self.props.proof

    @Property("QVariantList", notify=actsChanged)  # type: ignore[arg-type]  # a Qt type's name
    def acts(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.props.acts]

    @Property(str, notify=cancelChanged)
    def cancel(self) -> str:
        return self.props.cancel

    @Property("QVariantList", notify=othersChanged)  # type: ignore[arg-type]  # a Qt type's name
    def others(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.props.others]

    @Property(bool, notify=isOverChanged)
    def isOver(self) -> bool:
        return self.props.is_over


@QmlElement
@QmlUncreatable("made by the application")
class AnswerModel(Snapshot[AnswerProps]):
    pageChanged = Signal()
    iconChanged = Signal()
    toneChanged = Signal()
    titleChanged = Signal()
    textChanged = Signal()
    againChanged = Signal()
    takeChanged = Signal()
    bookChanged = Signal()
    cabinetChanged = Signal()
    backChanged = Signal()
    leaveChanged = Signal()
    showsNumberChanged = Signal()
    isDoneChanged = Signal()

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self.props.page

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

    @Property(str, notify=againChanged)
    def again(self) -> str:
        return self.props.again

    @Property(str, notify=takeChanged)
    def take(self) -> str:
        return self.props.take

    @Property(str, notify=bookChanged)
    def book(self) -> str:
        return self.props.book

    @Property(str, notify=cabinetChanged)
    def cabinet(self) -> str:
        return self.props.cabinet

    @Property(str, notify=backChanged)
    def back(self) -> str:
        return self.props.back

    @Property(str, notify=leaveChanged)
    def leave(self) -> str:
        return self.props.leave

    @Property(bool, notify=showsNumberChanged)
    def showsNumber(self) -> bool:
        return self.props.shows_number

    @Property(bool, notify=isDoneChanged)
    def isDone(self) -> bool:
        return self.props.is_done


@QmlElement
@QmlUncreatable("made by the application")
class BusyModel(Snapshot[BusyProps]):
    titleChanged = Signal()
    textChanged = Signal()
    iconChanged = Signal()

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        return self.props.title

    @Property(str, notify=textChanged)
    def text(self) -> str:
        return self.props.text

    @Property(str, notify=iconChanged)
    def icon(self) -> str:
        return self.props.icon


@QmlElement
@QmlUncreatable("made by the application")
class OwnTypingModel(Snapshot[TypingProps]):
    typedChanged = Signal()
    titleChanged = Signal()
    hintChanged = Signal()
    placeholderChanged = Signal()
    hasLettersChanged = Signal()
    longestChanged = Signal()

    @Property(str, notify=typedChanged)
    def typed(self) -> str:
        return self.props.typed

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        return self.props.title

    @Property(str, notify=hintChanged)
    def hint(self) -> str:
        return self.props.hint

    @Property(str, notify=placeholderChanged)
    def placeholder(self) -> str:
        return self.props.placeholder

    @Property(bool, notify=hasLettersChanged)
    def hasLetters(self) -> bool:
        return self.props.has_letters

    @Property(int, notify=longestChanged)
    def longest(self) -> int:
        return self.props.longest


@QmlElement
@QmlUncreatable("made by the application")
class RatingModel(Snapshot[RatingProps]):
    numberChanged = Signal()
    windowChanged = Signal()
    serviceChanged = Signal()

    @Property(str, notify=numberChanged)
    def number(self) -> str:
        return self.props.number

    @Property(str, notify=windowChanged)
    def window(self) -> str:
        return self.props.window

    @Property(str, notify=serviceChanged)
    def service(self) -> str:
        return self.props.service
