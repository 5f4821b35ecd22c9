"""The Qt objects that carry the frame's props to QML, and the hands that are the same on every page."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from display.kit.props import Snapshot
from kiosk.flow.events import Event
from kiosk.flow.presses import LanguageChosen, ModeChosen, ReachChosen, StillHere, VolumeChosen
from kiosk.flow.visit import Mode
from kiosk.viewmodels.frame import ShellProps

QML_IMPORT_NAME = "Paihao.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class ShellModel(Snapshot[ShellProps]):
    pageChanged = Signal()
    languageChanged = Signal()
    hallNameChanged = Signal()
    stepChanged = Signal()
    isAskedChanged = Signal()
    clearsAfterSChanged = Signal()
    modeChanged = Signal()
    isLowChanged = Signal()
    volumeChanged = Signal()
    canSpeakChanged = Signal()
    isSpokenChanged = Signal()
    hasLeftCardChanged = Signal()

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self.props.page

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self.props.language

    @Property(str, notify=hallNameChanged)
    def hallName(self) -> str:
        return self.props.hall_name

    @Property(int, notify=stepChanged)
    def step(self) -> int:
        return self.props.step

    @Property(bool, notify=isAskedChanged)
    def isAsked(self) -> bool:
        return self.props.is_asked

    @Property(int, notify=clearsAfterSChanged)
    def clearsAfterS(self) -> int:
        return self.props.clears_after_s

    @Property(str, notify=modeChanged)
    def mode(self) -> str:
        return self.props.mode

    @Property(bool, notify=isLowChanged)
    def isLow(self) -> bool:
        return self.props.is_low

    @Property(int, notify=volumeChanged)
    def volume(self) -> int:
        return self.props.volume

    @Property(bool, notify=canSpeakChanged)
    def canSpeak(self) -> bool:
        return self.props.can_speak

    @Property(bool, notify=isSpokenChanged)
    def isSpoken(self) -> bool:
        return self.props.is_spoken

    @Property(bool, notify=hasLeftCardChanged)
    def hasLeftCard(self) -> bool:
        return self.props.has_left_card


@QmlElement
@QmlUncreatable("made by the application")
class FrameHands(QObject):
    """What can be pressed on every page. `touched`: any touch winds the clock of patience."""

    languageChosen = Signal(str)
    modeChosen = Signal(str)
    reachChosen = Signal(bool)
    volumeChosen = Signal(int)
    stillHerePressed = Signal()
    touched = Signal()

    def connect_to(self, receive: Callable[[Event], None]) -> None:
        self.languageChosen.connect(lambda tag: receive(LanguageChosen(tag)))
        self.modeChosen.connect(lambda word: receive(ModeChosen(Mode(word))))
        self.reachChosen.connect(lambda reach: receive(ReachChosen(reach)))
        self.volumeChosen.connect(lambda volume: receive(VolumeChosen(volume)))
        self.stillHerePressed.connect(lambda: receive(StillHere()))
