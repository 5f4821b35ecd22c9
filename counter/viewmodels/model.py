"""The one view-model of the counter: happenings in, props and requests out."""

# ruff: noqa: N802 - Qt-facing names are camelCase
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.flow import state as s
from counter.flow.advance import advance
from counter.viewmodels.derive import derive
from counter.viewmodels.props import CounterProps
from display.kit.props import Snapshot
from queue_core.wire.words import WindowAction

QML_IMPORT_NAME = "Paihao.Counter"
QML_IMPORT_MAJOR_VERSION = 1
TICK_MS = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What the counter needs of the world. `send` never blocks; `hall_ms` is the hall server's time."""

    send: Callable[[s.Request], None]
    speak: Callable[[str], None]
    hall_ms: Callable[[], int]
    steady_ms: Callable[[], int]
    new_key: Callable[[], str] = lambda: uuid.uuid4().hex


@QmlElement
@QmlUncreatable("made by the application")
class CounterModel(Snapshot[CounterProps]):  # type: ignore[operator]  # QmlUncreatable's stub is a class
    pageChanged = Signal()
    languageChanged = Signal()
    linkChanged = Signal()
    linkCodeChanged = Signal()
    windowsChanged = Signal()
    isLoggingInChanged = Signal()
    windowNumberChanged = Signal()
    windowStateChanged = Signal()
    pauseReasonChanged = Signal()
    clerkNumberChanged = Signal()
    clerkNameChanged = Signal()
    waitingChanged = Signal()
    hasTicketChanged = Signal()
    ticketNumberChanged = Signal()
    ticketClassChanged = Signal()
    categoryNameChanged = Signal()
    holderNameChanged = Signal()
    holderNumberChanged = Signal()
    callsChanged = Signal()
    waitedMinChanged = Signal()
    elapsedChanged = Signal()
    callsMissingChanged = Signal()
    canOpenChanged = Signal()
    canCloseChanged = Signal()
    canCallNextChanged = Signal()
    canRecallChanged = Signal()
    canStartChanged = Signal()
    canFinishChanged = Signal()
    canMarkAbsentChanged = Signal()
    canLeaveChanged = Signal()
    nextActionChanged = Signal()
    pendingActionChanged = Signal()
    noticeCodeChanged = Signal()
    noticeRemedyChanged = Signal()
    noticeCallsMissingChanged = Signal()

    def __init__(self, state: s.Counter, outside: Outside, *, language: str) -> None:
        super().__init__(derive(state, language=language, now_ms=outside.hall_ms()))
        self._state = state
        self._outside = outside
        self._language = language
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._refresh)
        self._timer.start()

    def receive(self, happening: s.Happening) -> None:
        """Let something happen; on the GUI thread."""
        turn = advance(self._state, happening)
        self.stand(turn.state)
        for request in turn.requests:
            self._outside.send(request)

    def stand(self, state: s.Counter) -> None:
        """Be in `state`."""
        self._state = state
        self._refresh()

    def _refresh(self) -> None:
        self.show(derive(self._state, language=self._language, now_ms=self._outside.hall_ms()))

    @Slot(str)
    def speak(self, tag: str) -> None:
        self._language = tag
        self._outside.speak(tag)
        self._refresh()

    @Slot(str, str, int)
    def logIn(self, clerk: str, password: str, window: int) -> None:
        self.receive(s.LogInPressed(clerk=clerk.strip(), password=password, window=window))

    @Slot(str)
    def press(self, action: str) -> None:
        """`action` is a WindowAction."""
        key, at_ms = self._outside.new_key(), self._outside.steady_ms()
        self.receive(s.ActionPressed(action=WindowAction(action), key=key, at_ms=at_ms))

    @Slot()
    def logOut(self) -> None:
        self.receive(s.LogOutPressed())

    @Slot()
    def dismissNotice(self) -> None:
        self.receive(s.NoticeDismissed())

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self.props.page

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self.props.language

    @Property(str, notify=linkChanged)
    def link(self) -> str:
        return self.props.link

    @Property(str, notify=linkCodeChanged)
    def linkCode(self) -> str:
        return self.props.link_code

    @Property(list, notify=windowsChanged)
    def windows(self) -> list[int]:
        return list(self.props.windows)

    @Property(bool, notify=isLoggingInChanged)
    def isLoggingIn(self) -> bool:
        return self.props.is_logging_in

    @Property(int, notify=windowNumberChanged)
    def windowNumber(self) -> int:
        return self.props.window_number

    @Property(str, notify=windowStateChanged)
    def windowState(self) -> str:
        return self.props.window_state

    @Property(str, notify=pauseReasonChanged)
    def pauseReason(self) -> str:
        return self.props.pause_reason

    @Property(str, notify=clerkNumberChanged)
    def clerkNumber(self) -> str:
        return self.props.clerk_number

    @Property(str, notify=clerkNameChanged)
    def clerkName(self) -> str:
        return self.props.clerk_name

    @Property(int, notify=waitingChanged)
    def waiting(self) -> int:
        return self.props.waiting

    @Property(bool, notify=hasTicketChanged)
    def hasTicket(self) -> bool:
        return self.props.has_ticket

    @Property(str, notify=ticketNumberChanged)
    def ticketNumber(self) -> str:
        return self.props.ticket_number

    @Property(str, notify=ticketClassChanged)
    def ticketClass(self) -> str:
        return self.props.ticket_class

    @Property(str, notify=categoryNameChanged)
    def categoryName(self) -> str:
        return self.props.category_name

    @Property(str, notify=holderNameChanged)
    def holderName(self) -> str:
        return self.props.holder_name

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

    @Property(int, notify=callsMissingChanged)
    def callsMissing(self) -> int:
        return self.props.calls_missing

    @Property(bool, notify=canOpenChanged)
    def canOpen(self) -> bool:
        return self.props.can_open

    @Property(bool, notify=canCloseChanged)
    def canClose(self) -> bool:
        return self.props.can_close

    @Property(bool, notify=canCallNextChanged)
    def canCallNext(self) -> bool:
        return self.props.can_call_next

    @Property(bool, notify=canRecallChanged)
    def canRecall(self) -> bool:
        return self.props.can_recall

    @Property(bool, notify=canStartChanged)
    def canStart(self) -> bool:
        return self.props.can_start

    @Property(bool, notify=canFinishChanged)
    def canFinish(self) -> bool:
        return self.props.can_finish

    @Property(bool, notify=canMarkAbsentChanged)
    def canMarkAbsent(self) -> bool:
        return self.props.can_mark_absent

    @Property(bool, notify=canLeaveChanged)
    def canLeave(self) -> bool:
        return self.props.can_leave

    @Property(str, notify=nextActionChanged)
    def nextAction(self) -> str:
        return self.props.next_action

    @Property(str, notify=pendingActionChanged)
    def pendingAction(self) -> str:
        return self.props.pending_action

    @Property(str, notify=noticeCodeChanged)
    def noticeCode(self) -> str:
        return self.props.notice_code

    @Property(str, notify=noticeRemedyChanged)
    def noticeRemedy(self) -> str:
        return self.props.notice_remedy

    @Property(int, notify=noticeCallsMissingChanged)
    def noticeCallsMissing(self) -> int:
        return self.props.notice_calls_missing
