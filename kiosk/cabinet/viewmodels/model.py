"""The one view-model of a cabinet: happenings in, props and requests out; and the clock of patience."""

# ruff: noqa: N802 - Qt-facing names are camelCase
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from display.kit.props import Snapshot
from kiosk.cabinet.config import Patience
from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow import house
from kiosk.cabinet.flow.requests import GiveBack, Request
from kiosk.cabinet.flow.state import Cabinet, Page, Paper
from kiosk.cabinet.flow.table import advance
from kiosk.cabinet.viewmodels.derive import CabinetProps, Setting, derive
from kiosk.cabinet.viewmodels.parts import Choice
from kiosk.flow.limits import pace
from kiosk.flow.visit import Mode

QML_IMPORT_NAME = "Paihao.Cabinet"
QML_IMPORT_MAJOR_VERSION = 1
SECOND_MS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What the screen needs of the world. `send` never blocks; `now_ms` is the hall's time.

    `dress` takes a mode of the theme, and whether all that is pressed shall lie low. `give_back` is the
    host's, where there is one.
    """

    send: Callable[[Request], None]
    speak: Callable[[str], None]
    dress: Callable[[str, bool], None]
    now_ms: Callable[[], int]
    new_key: Callable[[], str] = lambda: uuid.uuid4().hex
    give_back: Callable[[GiveBack], None] = lambda _: None


@QmlElement
@QmlUncreatable("made by the application")
class CabinetModel(Snapshot[CabinetProps]):  # type: ignore[operator]  # QmlUncreatable's stub is a class
    """`turned`: another page, or the same in another way."""

    turned = Signal()
    pageChanged = Signal()
    languageChanged = Signal()
    hallNameChanged = Signal()
    cabinetNameChanged = Signal()
    modeChanged = Signal()
    isLowChanged = Signal()
    volumeChanged = Signal()
    isAskedChanged = Signal()
    isOfStaffChanged = Signal()
    clearsAfterSChanged = Signal()
    layoutChanged = Signal()
    titleChanged = Signal()
    hintChanged = Signal()
    iconChanged = Signal()
    toneChanged = Signal()
    noticeChanged = Signal()
    noticeTitleChanged = Signal()
    noticeToneChanged = Signal()
    choicesChanged = Signal()
    rowsChanged = Signal()
    actsChanged = Signal()
    hasMainChanged = Signal()
    backChanged = Signal()
    fieldChanged = Signal()
    pictureChanged = Signal()
    pictureRatioChanged = Signal()
    doorChanged = Signal()
    doorToneChanged = Signal()
    showsCardChanged = Signal()
    showsScanChanged = Signal()
    isBusyChanged = Signal()

    def __init__(self, state: Cabinet, outside: Outside, patience: Patience, setting: Setting) -> None:
        super().__init__(derive(state, setting, language=state.language, now_ms=outside.now_ms()))
        self.state = state
        self._outside = outside
        self._patience = patience
        self._setting = setting
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._time_is_over)
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self._tick)

    def receive(self, happening: h.Happening) -> None:
        """Let something happen; on the GUI thread."""
        before = self.state
        turned = advance(before, happening, self._outside.new_key())
        self.stand(turned.state)
        now = turned.state
        if (now.visit, now.is_asked, now.comfort, now.language, now.is_in_front) != (
            before.visit,
            before.is_asked,
            before.comfort,
            before.language,
            before.is_in_front,
        ):
            self._wind()
        for request in turned.requests:
            if isinstance(request, GiveBack):
                self._outside.give_back(request)
            else:
                self._outside.send(request)

    def stand(self, state: Cabinet) -> None:
        """Be in `state`."""
        before, self.state = self.state, state
        urged = self.props.urges
        if state.language != before.language:
            self._outside.speak(state.language)
        self._outside.dress(state.dressed.mode.value, state.dressed.reach)
        self._derive()
        seen = (state.visit.page, state.visit.reminders, state.visit.paper, state.is_asked)
        if (*seen, state.language, self.props.page, self.props.urges) != (
            before.visit.page,
            before.visit.reminders,
            before.visit.paper,
            before.is_asked,
            before.language,
            self.props.page,
            urged,
        ):
            self.turned.emit()

    def stop(self) -> None:
        """The window is gone: nothing more comes by itself."""
        self._clock.stop()
        self._second.stop()

    @property
    def left_for_s(self) -> float | None:
        """How long the page may still be left alone as it stands; None where nothing waits for anybody."""
        state, patience = self.state, self._patience
        slowly = pace(state.comfort)
        if not house.waits_for_somebody(state):
            return None
        if state.is_asked:
            return slowly * patience.clear_after_s
        match state.visit.page:
            case Page.OPEN:
                return slowly * patience.remind_after_s
            case Page.DONE if state.visit.paper is not Paper.UNDER_WAY:
                return slowly * patience.done_for_s
            case _:
                return slowly * patience.ask_after_s

    def _derive(self) -> None:
        state = self.state
        props = derive(state, self._setting, language=state.language, now_ms=self._outside.now_ms())
        self.show(props)
        counts = state.visit.trouble is not None and state.visit.trouble.code == "proofs-locked"
        if counts and not self._second.isActive():
            self._second.start()
        elif not counts:
            self._second.stop()

    def _tick(self) -> None:
        self._derive()

    def _wind(self) -> None:
        left_for_s = self.left_for_s
        if left_for_s is None:
            self._clock.stop()
        else:
            self._clock.start(round(left_for_s * SECOND_MS))

    def _time_is_over(self) -> None:
        self.receive(h.TimeOver())

    @Slot()
    def touched(self) -> None:
        """Somebody is there. Who is asked says so by the button; an open door is not closed by a touch."""
        if not self.state.is_asked and self.state.visit.page is not Page.OPEN:
            self._wind()

    @Slot(str)
    def press(self, name: str) -> None:
        """What bears this name now; a press of what has gone means nothing."""
        shown = self.props
        for one in (*shown.choices, *shown.acts, *((shown.back,) if shown.back else ())):
            if one.name == name:
                self.receive(one.press)
                return

    @Slot(str)
    def type(self, text: str) -> None:
        self.receive(h.Typed(text=text))

    @Slot()
    def enter(self) -> None:
        self.receive(h.Entered())

    @Slot(str, str)
    def logIn(self, clerk: str, password: str) -> None:
        self.receive(h.LogInPressed(clerk=clerk.strip(), password=password))

    @Slot(str)
    def chooseLanguage(self, tag: str) -> None:
        self.receive(h.LanguageChosen(tag=tag))

    @Slot(str)
    def chooseMode(self, mode: str) -> None:
        self.receive(h.ModeChosen(mode=Mode(mode)))

    @Slot()
    def toggleReach(self) -> None:
        self.receive(h.ReachChosen())

    @Slot()
    def turnVolume(self) -> None:
        self.receive(h.VolumeChosen())

    @Slot()
    def stillHere(self) -> None:
        self.receive(h.StillHere())

    @Slot()
    def leaveNow(self) -> None:
        """Asked whether anybody is there: no."""
        self.receive(h.TimeOver())

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self.props.page

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self.props.language

    @Property(str, notify=hallNameChanged)
    def hallName(self) -> str:
        return self.props.hall_name

    @Property(str, notify=cabinetNameChanged)
    def cabinetName(self) -> str:
        return self.props.cabinet_name

    @Property(str, notify=modeChanged)
    def mode(self) -> str:
        return self.props.mode

    @Property(bool, notify=isLowChanged)
    def isLow(self) -> bool:
        return self.props.is_low

    @Property(int, notify=volumeChanged)
    def volume(self) -> int:
        return self.props.volume

    @Property(bool, notify=isAskedChanged)
    def isAsked(self) -> bool:
        return self.props.is_asked

    @Property(bool, notify=isOfStaffChanged)
    def isOfStaff(self) -> bool:
        return self.props.is_of_staff

    @Property(int, notify=clearsAfterSChanged)
    def clearsAfterS(self) -> int:
        return self.props.clears_after_s * pace(self.state.comfort)

    @Property(str, notify=layoutChanged)
    def layout(self) -> str:
        return self.props.layout.value

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        return self.props.title

    @Property(str, notify=hintChanged)
    def hint(self) -> str:
        return self.props.hint

    @Property(str, notify=iconChanged)
    def icon(self) -> str:
        return self.props.icon

    @Property(str, notify=toneChanged)
    def tone(self) -> str:
        return self.props.tone

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self.props.notice

    @Property(str, notify=noticeTitleChanged)
    def noticeTitle(self) -> str:
        return self.props.notice_title

    @Property(str, notify=noticeToneChanged)
    def noticeTone(self) -> str:
        return self.props.notice_tone

    @Property(list, notify=choicesChanged)
    def choices(self) -> list[dict[str, Any]]:
        return [drawn(one) for one in self.props.choices]

    @Property(list, notify=rowsChanged)
    def rows(self) -> list[str]:
        return list(self.props.rows)

    @Property(list, notify=actsChanged)
    def acts(self) -> list[dict[str, Any]]:
        return [drawn(one) for one in self.props.acts]

    @Property(bool, notify=hasMainChanged)
    def hasMain(self) -> bool:
        return self.props.has_main

    @Property(bool, notify=backChanged)
    def canGoBack(self) -> bool:
        return self.props.back is not None

    @Property(str, notify=fieldChanged)
    def fieldText(self) -> str:
        return self.props.field.text if self.props.field else ""

    @Property(str, notify=fieldChanged)
    def fieldShown(self) -> str:
        return self.props.field.shown if self.props.field else ""

    @Property(str, notify=fieldChanged)
    def fieldPlaceholder(self) -> str:
        return self.props.field.placeholder if self.props.field else ""

    @Property(str, notify=fieldChanged)
    def fieldKeys(self) -> str:
        return self.props.field.keys.value if self.props.field else ""

    @Property(int, notify=fieldChanged)
    def fieldLongest(self) -> int:
        return self.props.field.longest if self.props.field else 0

    @Property(bool, notify=fieldChanged)
    def canEnter(self) -> bool:
        return self.props.field is not None and self.props.field.can_enter

    @Property(list, notify=pictureChanged)
    def picture(self) -> list[dict[str, Any]]:
        return [
            {
                "number": one.number,
                "left": one.x,
                "top": one.y,
                "part": one.width,
                "tall": one.height,
                "isHere": one.is_here,
                "isOpen": one.is_open,
            }
            for one in self.props.picture
        ]

    @Property(float, notify=pictureRatioChanged)
    def pictureRatio(self) -> float:
        return self.props.picture_ratio

    @Property(str, notify=doorChanged)
    def door(self) -> str:
        return self.props.door

    @Property(str, notify=doorToneChanged)
    def doorTone(self) -> str:
        return self.props.door_tone

    @Property(bool, notify=showsCardChanged)
    def showsCard(self) -> bool:
        return self.props.shows_card

    @Property(bool, notify=showsScanChanged)
    def showsScan(self) -> bool:
        return self.props.shows_scan

    @Property(bool, notify=isBusyChanged)
    def isBusy(self) -> bool:
        return self.props.is_busy


def drawn(choice: Choice) -> dict[str, Any]:
    return {
        "name": choice.name,
        "text": choice.text,
        "hint": choice.hint,
        "icon": choice.icon,
        "tone": choice.tone,
    }
