"""The one view-model of the pad: happenings in, props and ratings out."""
# ruff: noqa: N802 - Qt-facing names are camelCase

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from display.kit.languages import TAGS
from display.kit.props import Snapshot
from display.pad.flow import state as s
from display.pad.flow.advance import advance
from display.pad.flow.pages import Page, page_of
from display.pad.viewmodels.derive import derive
from display.pad.viewmodels.props import PadProps

QML_IMPORT_NAME = "Paihao.Pad"
QML_IMPORT_MAJOR_VERSION = 1
TICK_MS = 250
RESTING = frozenset({Page.CONNECTING, Page.CLOSED, Page.WELCOME})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What the pad needs of the world. `send` never blocks; `hall_ms` is the hall server's time."""

    send: Callable[[s.SendRating | s.SendSkip], None]
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
    pausedUntilChanged = Signal()
    labelsChanged = Signal()
    chosenLabelsChanged = Signal()
    secondsLeftChanged = Signal()
    shareLeftChanged = Signal()

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

    def stop(self) -> None:
        """Let no more time pass, as before the window is closed."""
        self._timer.stop()

    def receive(self, happening: s.Happening) -> None:
        """Let something happen, at the hall's time; on the GUI thread."""
        self._pass_time()
        self._step(happening)

    def _step(self, happening: s.Happening) -> None:
        turn = advance(self._state, happening)
        self.stand(turn.state)
        if turn.request is not None:
            self._outside.send(turn.request)

    def stand(self, state: s.Pad) -> None:
        """Be in `state`. A question is asked in the ticket's language.

        That one, or another that the holder chose, ends with the service.
        """
        before, was_resting = self._state.asked, self.props.page in RESTING
        self._state = state
        self.show(derive(state, language=self._language))
        asked = state.asked
        if asked is not None and (before is None or before.ticket_id != asked.ticket_id):
            self._ask_in(asked.language)
        elif not was_resting and page_of(state) in RESTING:
            self._ask_in(self._home_language)

    def _ask_in(self, tag: str) -> None:
        if tag in TAGS and tag != self._language:
            self.speak(tag)

    def _pass_time(self) -> None:
        self._step(s.Passed(now_ms=self._outside.hall_ms()))

    @Slot(str)
    def speak(self, tag: str) -> None:
        self._language = tag
        self._outside.speak(tag)
        self.show(derive(self._state, language=tag))

    @Slot(int)
    def rate(self, level: int) -> None:
        """A face was pressed: 5 非常满意 … 1 非常不满意."""
        self.receive(s.FacePressed(level=level, key=self._outside.new_key()))

    @Slot(str)
    def toggle(self, code: str) -> None:
        """A label was pressed."""
        self.receive(s.LabelPressed(code=code))

    @Slot()
    def send(self) -> None:
        """The labels are chosen."""
        self.receive(s.SendPressed())

    @Slot()
    def skip(self) -> None:
        """The citizen does not want to rate."""
        self.receive(s.SkipPressed(key=self._outside.new_key()))

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

    @Property(str, notify=pausedUntilChanged)
    def pausedUntil(self) -> str:
        return self.props.paused_until

    @Property("QVariantList", notify=labelsChanged)  # type: ignore[arg-type]  # a Qt type's name
    def labels(self) -> list[dict[str, str]]:
        return [{"code": label.code, "text": label.text} for label in self.props.labels]

    @Property("QVariantList", notify=chosenLabelsChanged)  # type: ignore[arg-type]  # a Qt type's name
    def chosenLabels(self) -> list[str]:
        return list(self.props.chosen_labels)

    @Property(int, notify=secondsLeftChanged)
    def secondsLeft(self) -> int:
        return self.props.seconds_left

    @Property(float, notify=shareLeftChanged)
    def shareLeft(self) -> float:
        return self.props.share_left
