"""The one view-model of the pad: happenings in, props and ratings out."""
# ruff: noqa: N802 - Qt-facing names are camelCase

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from display.kit.props import Snapshot
from display.pad.flow import state as s
from display.pad.flow.advance import advance
from display.pad.flow.pages import Page, page_of
from display.pad.viewmodels.derive import derive
from display.pad.viewmodels.props import PadProps

QML_IMPORT_NAME = "Paihao.Pad"
QML_IMPORT_MAJOR_VERSION = 1
TICK_MS = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What the pad needs of the world. `send` never blocks; `hall_ms` is the hall server's time."""

    send: Callable[[s.SendRating], None]
    speak: Callable[[str], None]
    hall_ms: Callable[[], int]
    new_key: Callable[[], str] = lambda: uuid.uuid4().hex


@QmlElement
@QmlUncreatable("made by the application")
class PadModel(Snapshot[PadProps]):  # type: ignore[operator]  # QmlUncreatable's stub is a class
    pageChanged = Signal()
    languageChanged = Signal()
    hallNameChanged = Signal()
    linkCodeChanged = Signal()
    windowNumberChanged = Signal()
    windowStateChanged = Signal()
    clerkNumberChanged = Signal()
    clerkNameChanged = Signal()
    ticketNumberChanged = Signal()
    askedNumberChanged = Signal()
    chosenLevelChanged = Signal()
    isNotTakenChanged = Signal()

    def __init__(self, state: s.Pad, outside: Outside, *, language: str) -> None:
        super().__init__(derive(state, language=language))
        self._state = state
        self._outside = outside
        self._home_language = language
        self._language = language
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._pass_time)
        self._timer.start()

    def receive(self, happening: s.Happening) -> None:
        """Let something happen; on the GUI thread."""
        timely = advance(self._state, s.Passed(now_ms=self._outside.hall_ms())).state
        turn = advance(timely, happening)
        self.stand(turn.state)
        if turn.request is not None:
            self._outside.send(turn.request)

    def stand(self, state: s.Pad) -> None:
        """Be in `state`. A language that a citizen chose ends with the service it was chosen for."""
        was_asking = self.props.page != Page.WELCOME
        self._state = state
        self.show(derive(state, language=self._language))
        if was_asking and page_of(state) is Page.WELCOME and self._language != self._home_language:
            self.speak(self._home_language)

    def _pass_time(self) -> None:
        self.receive(s.Passed(now_ms=self._outside.hall_ms()))

    @Slot(str)
    def speak(self, tag: str) -> None:
        self._language = tag
        self._outside.speak(tag)
        self.show(derive(self._state, language=tag))

    @Slot(int)
    def rate(self, level: int) -> None:
        """A face was pressed: 5 非常满意 … 1 非常不满意."""
        self.receive(s.FacePressed(level=level, key=self._outside.new_key()))

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self.props.page

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self.props.language

    @Property(str, notify=hallNameChanged)
    def hallName(self) -> str:
        return self.props.hall_name

    @Property(str, notify=linkCodeChanged)
    def linkCode(self) -> str:
        return self.props.link_code

    @Property(int, notify=windowNumberChanged)
    def windowNumber(self) -> int:
        return self.props.window_number

    @Property(str, notify=windowStateChanged)
    def windowState(self) -> str:
        return self.props.window_state

    @Property(str, notify=clerkNumberChanged)
    def clerkNumber(self) -> str:
        return self.props.clerk_number

    @Property(str, notify=clerkNameChanged)
    def clerkName(self) -> str:
        return self.props.clerk_name

    @Property(str, notify=ticketNumberChanged)
    def ticketNumber(self) -> str:
        return self.props.ticket_number

    @Property(str, notify=askedNumberChanged)
    def askedNumber(self) -> str:
        return self.props.asked_number

    @Property(int, notify=chosenLevelChanged)
    def chosenLevel(self) -> int:
        return self.props.chosen_level

    @Property(bool, notify=isNotTakenChanged)
    def isNotTaken(self) -> bool:
        return self.props.is_not_taken
