"""What stands around everything, and the windows of the hall, for QML."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.supervisor.viewmodels.frame import FrameProps
from counter.supervisor.viewmodels.section_model import SectionModel
from counter.supervisor.viewmodels.tiles import GridProps, HeadingProps, TileProps

QML_IMPORT_NAME = "Paihao.Supervisor"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class SupervisorFrameModel(SectionModel[FrameProps]):
    listsChanged = Signal()
    pageChanged = Signal()
    languageChanged = Signal()
    modeChanged = Signal()
    hallNameChanged = Signal()
    clockChanged = Signal()
    whoChanged = Signal()
    linkChanged = Signal()
    awayChanged = Signal()
    awayHintChanged = Signal()
    lateChanged = Signal()
    panelChanged = Signal()
    hasLockersChanged = Signal()
    hasMessagesChanged = Signal()
    isLoggingInChanged = Signal()
    isPendingChanged = Signal()
    noticeToneChanged = Signal()
    noticeTitleChanged = Signal()
    noticeTextChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(FrameProps(), {}, parent)

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self.props.page

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self.props.language

    @Property(str, notify=modeChanged)
    def mode(self) -> str:
        return self.props.mode

    @Property(str, notify=hallNameChanged)
    def hallName(self) -> str:
        return self.props.hall_name

    @Property(str, notify=clockChanged)
    def clock(self) -> str:
        return self.props.clock

    @Property(str, notify=whoChanged)
    def who(self) -> str:
        return self.props.who

    @Property(str, notify=linkChanged)
    def link(self) -> str:
        return self.props.link

    @Property(str, notify=awayChanged)
    def away(self) -> str:
        return self.props.away

    @Property(str, notify=awayHintChanged)
    def awayHint(self) -> str:
        return self.props.away_hint

    @Property(str, notify=lateChanged)
    def late(self) -> str:
        return self.props.late

    @Property(str, notify=panelChanged)
    def panel(self) -> str:
        return self.props.panel

    @Property(bool, notify=hasLockersChanged)
    def hasLockers(self) -> bool:
        return self.props.has_lockers

    @Property(bool, notify=hasMessagesChanged)
    def hasMessages(self) -> bool:
        return self.props.has_messages

    @Property(bool, notify=isLoggingInChanged)
    def isLoggingIn(self) -> bool:
        return self.props.is_logging_in

    @Property(bool, notify=isPendingChanged)
    def isPending(self) -> bool:
        return self.props.is_pending

    @Property(str, notify=noticeToneChanged)
    def noticeTone(self) -> str:
        return self.props.notice_tone

    @Property(str, notify=noticeTitleChanged)
    def noticeTitle(self) -> str:
        return self.props.notice_title

    @Property(str, notify=noticeTextChanged)
    def noticeText(self) -> str:
        return self.props.notice_text


@QmlElement
@QmlUncreatable("made by the application")
class GridModel(SectionModel[GridProps]):
    listsChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(GridProps(), {"tiles": TileProps, "headings": HeadingProps}, parent)

    @Property(QObject, notify=listsChanged)
    def tiles(self) -> QObject:
        return self.rows("tiles")

    @Property(QObject, notify=listsChanged)
    def headings(self) -> QObject:
        return self.rows("headings")
