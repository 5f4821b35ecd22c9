"""The Qt object of what stands around every page."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from typing import Any

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.viewmodels.frame import FrameProps
from display.kit.props import Snapshot

QML_IMPORT_NAME = "Paihao.Counter"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class CounterFrameModel(Snapshot[FrameProps]):
    pageChanged = Signal()
    languageChanged = Signal()
    lookChanged = Signal()
    layoutChanged = Signal()
    linkChanged = Signal()
    linkTitleChanged = Signal()
    linkTextChanged = Signal()
    keysChanged = Signal()
    noticeCodeChanged = Signal()
    noticeTitleChanged = Signal()
    noticeRemedyChanged = Signal()
    noticeCallsMissingChanged = Signal()
    noticeActionChanged = Signal()
    noticeDetailChanged = Signal()
    noticeIsGoodChanged = Signal()

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self.props.page

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self.props.language

    @Property(str, notify=lookChanged)
    def look(self) -> str:
        return self.props.look

    @Property(str, notify=layoutChanged)
    def layout(self) -> str:
        return self.props.layout

    @Property(str, notify=linkChanged)
    def link(self) -> str:
        return self.props.link

    @Property(str, notify=linkTitleChanged)
    def linkTitle(self) -> str:
        return self.props.link_title

    @Property(str, notify=linkTextChanged)
    def linkText(self) -> str:
        return self.props.link_text

    @Property("QVariantMap", notify=keysChanged)  # type: ignore[arg-type]  # a Qt type's name
    def keys(self) -> dict[str, Any]:
        return dict(self.props.keys)

    @Property(str, notify=noticeCodeChanged)
    def noticeCode(self) -> str:
        return self.props.notice_code

    @Property(str, notify=noticeTitleChanged)
    def noticeTitle(self) -> str:
        return self.props.notice_title

    @Property(str, notify=noticeRemedyChanged)
    def noticeRemedy(self) -> str:
        return self.props.notice_remedy

    @Property(int, notify=noticeCallsMissingChanged)
    def noticeCallsMissing(self) -> int:
        return self.props.notice_calls_missing

    @Property(str, notify=noticeActionChanged)
    def noticeAction(self) -> str:
        return self.props.notice_action

    @Property(str, notify=noticeDetailChanged)
    def noticeDetail(self) -> str:
        return self.props.notice_detail

    @Property(bool, notify=noticeIsGoodChanged)
    def noticeIsGood(self) -> bool:
        return self.props.notice_is_good
