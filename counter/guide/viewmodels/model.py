"""The one view-model of the guide desk: happenings in, props and requests out; and the clock of patience."""

# ruff: noqa: N802 - Qt-facing names are camelCase
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.guide.config import Patience
from counter.guide.flow import happenings as h
from counter.guide.flow import presses as p
from counter.guide.flow.requests import Request
from counter.guide.flow.state import Guide, Help
from counter.guide.flow.table import advance
from counter.guide.viewmodels.derive import GuideProps, derive
from counter.guide.viewmodels.parts import Choice
from display.kit.props import Snapshot

QML_IMPORT_NAME = "Paihao.Guide"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What the desk needs of the world. `send` never blocks."""

    send: Callable[[Request], None]
    speak: Callable[[str], None]
    new_key: Callable[[], str] = lambda: uuid.uuid4().hex


@QmlElement
@QmlUncreatable("made by the application")
class GuideModel(Snapshot[GuideProps]):  # type: ignore[operator]  # QmlUncreatable's stub is a class
    pageChanged = Signal()
    languageChanged = Signal()
    linkChanged = Signal()
    linkTitleChanged = Signal()
    linkTextChanged = Signal()
    hallNameChanged = Signal()
    userChanged = Signal()
    clerkChanged = Signal()
    isAskedChanged = Signal()
    isSignedInChanged = Signal()
    isWorkingChanged = Signal()
    isBusyChanged = Signal()
    backChanged = Signal()
    homeChanged = Signal()
    layoutChanged = Signal()
    titleChanged = Signal()
    hintChanged = Signal()
    iconChanged = Signal()
    toneChanged = Signal()
    noticeTitleChanged = Signal()
    noticeTextChanged = Signal()
    choicesChanged = Signal()
    rowsChanged = Signal()
    actsChanged = Signal()
    hasMainChanged = Signal()
    fieldChanged = Signal()
    numberChanged = Signal()
    ticketClassChanged = Signal()
    headlineChanged = Signal()
    qrChanged = Signal()
    hasHomeChanged = Signal()
    hasBackChanged = Signal()

    def __init__(self, state: Guide, outside: Outside, patience: Patience, *, language: str) -> None:
        super().__init__(derive(state, language=language))
        self.state = state
        self._outside = outside
        self._patience = patience
        self._language = language
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._time_is_over)

    def receive(self, happening: h.Happening) -> None:
        """Let something happen; on the GUI thread."""
        before = self.state
        turned = advance(before, happening, self._outside.new_key())
        self.stand(turned.state)
        if (turned.state.help, turned.state.is_asked) != (before.help, before.is_asked):
            self._wind()
        for request in turned.requests:
            self._outside.send(request)

    def stand(self, state: Guide) -> None:
        """Be in `state`."""
        self.state = state
        self.show(derive(state, language=self._language))

    def stop(self) -> None:
        """The window is gone: nothing more comes by itself."""
        self._clock.stop()

    @property
    def left_for_s(self) -> float | None:
        """How long the page may still be left alone as it stands; None when nobody's page is shown."""
        if self.state.help == Help():
            return None
        is_asked = self.state.is_asked
        return self._patience.clear_after_s if is_asked else self._patience.ask_after_s

    def _wind(self) -> None:
        left_for_s = self.left_for_s
        if left_for_s is None:
            self._clock.stop()
        else:
            self._clock.start(round(left_for_s * 1000))

    def _time_is_over(self) -> None:
        self.receive(h.TimeOver())

    @Slot()
    def touched(self) -> None:
        """Somebody is there. Who is asked says so by the button."""
        if not self.state.is_asked and self.state.help != Help():
            self._wind()

    @Slot(str)
    def speak(self, tag: str) -> None:
        self._language = tag
        self._outside.speak(tag)
        self.stand(self.state)

    @Slot(str)
    def press(self, name: str) -> None:
        """What bears this name now; a press of what has gone means nothing."""
        shown = self.props
        ways = [one for one in (shown.back, shown.home) if one is not None]
        for one in (*shown.choices, *shown.acts, *ways):
            if one.name == name:
                self.receive(one.press)
                return

    @Slot(str)
    def type(self, text: str) -> None:
        self.receive(p.Typed(text=text))

    @Slot()
    def enter(self) -> None:
        self.receive(p.Entered())

    @Slot(str, str)
    def logIn(self, clerk: str, password: str) -> None:
        self.receive(p.LogInPressed(clerk=clerk.strip(), password=password))

    @Slot()
    def logOut(self) -> None:
        self.receive(p.LogOutPressed())

    @Slot()
    def lock(self) -> None:
        self.receive(p.LockPressed())

    @Slot()
    def stillHere(self) -> None:
        self.receive(p.StillHere())

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

    @Property(str, notify=linkChanged)
    def link(self) -> str:
        return self.props.link

    @Property(str, notify=linkTitleChanged)
    def linkTitle(self) -> str:
        return self.props.link_title

    @Property(str, notify=linkTextChanged)
    def linkText(self) -> str:
        return self.props.link_text

    @Property(str, notify=hallNameChanged)
    def hallName(self) -> str:
        return self.props.hall_name

    @Property(str, notify=userChanged)
    def user(self) -> str:
        return self.props.user

    @Property(str, notify=clerkChanged)
    def clerk(self) -> str:
        return self.props.clerk

    @Property(bool, notify=isAskedChanged)
    def isAsked(self) -> bool:
        return self.props.is_asked

    @Property(bool, notify=isSignedInChanged)
    def isSignedIn(self) -> bool:
        return self.props.is_signed_in

    @Property(bool, notify=isWorkingChanged)
    def isWorking(self) -> bool:
        return self.props.is_working

    @Property(bool, notify=backChanged)
    def canGoBack(self) -> bool:
        return self.props.back is not None

    @Property(bool, notify=homeChanged)
    def canGoHome(self) -> bool:
        return self.props.home is not None

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

    @Property(str, notify=noticeTitleChanged)
    def noticeTitle(self) -> str:
        return self.props.notice_title

    @Property(str, notify=noticeTextChanged)
    def noticeText(self) -> str:
        return self.props.notice_text

    @Property(list, notify=choicesChanged)
    def choices(self) -> list[dict[str, Any]]:
        return [drawn(one) for one in self.props.choices]

    @Property(list, notify=actsChanged)
    def acts(self) -> list[dict[str, Any]]:
        return [drawn(one) for one in self.props.acts]

    @Property(bool, notify=hasMainChanged)
    def hasMain(self) -> bool:
        return self.props.has_main

    @Property(list, notify=rowsChanged)
    def rows(self) -> list[dict[str, str]]:
        return [{"name": one.name, "text": one.text} for one in self.props.rows]

    @Property(str, notify=fieldChanged)
    def fieldText(self) -> str:
        return self.props.field.text if self.props.field else ""

    @Property(str, notify=fieldChanged)
    def fieldPlaceholder(self) -> str:
        return self.props.field.placeholder if self.props.field else ""

    @Property(str, notify=fieldChanged)
    def fieldKeys(self) -> str:
        return self.props.field.keys.value if self.props.field else ""

    @Property(bool, notify=fieldChanged)
    def fieldIsPlain(self) -> bool:
        return self.props.field is not None and self.props.field.is_plain

    @Property(bool, notify=fieldChanged)
    def canEnter(self) -> bool:
        return self.props.field is not None and self.props.field.can_enter

    @Property(str, notify=fieldChanged)
    def fieldDone(self) -> str:
        return self.props.field.done if self.props.field else ""

    @Property(str, notify=numberChanged)
    def number(self) -> str:
        return self.props.number

    @Property(str, notify=ticketClassChanged)
    def ticketClass(self) -> str:
        return self.props.ticket_class

    @Property(str, notify=headlineChanged)
    def headline(self) -> str:
        return self.props.headline

    @Property(str, notify=qrChanged)
    def qr(self) -> str:
        return self.props.qr


def drawn(choice: Choice) -> dict[str, Any]:
    return {
        "name": choice.name,
        "text": choice.text,
        "hint": choice.hint,
        "icon": choice.icon,
        "tone": choice.tone,
        "letter": choice.letter,
        "isOn": choice.is_on,
    }
