"""Turns happenings into pages on the GUI thread: flow and view-models in, pages and requests out."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer

from counter.flow import happenings as h
from counter.flow.advance import advance
from counter.flow.requests import Request
from counter.flow.sheets import SheetKind
from counter.flow.state import Counter, Layout
from counter.keys import keys_in_effect
from counter.viewmodels.hands import CounterHands
from counter.viewmodels.moment import Moment
from counter.viewmodels.sections import SECTIONS
from display.kit.props import Snapshot
from queue_core.wire.words import WindowAction, WindowState

TICK_MS = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What the counter needs of the world. `send` never blocks; `hall_ms` is the hall server's time.

    `speak` installs a language, `dress` a look, before the texts are derived.
    """

    send: Callable[[Request], None]
    speak: Callable[[str], None]
    dress: Callable[[str], None]
    hall_ms: Callable[[], int]
    steady_ms: Callable[[], int]
    new_key: Callable[[], str] = lambda: uuid.uuid4().hex


@dataclass(frozen=True, slots=True, kw_only=True)
class Taste:
    """How a counter was set up."""

    language: str = "zh-CN"
    look: str = "day"
    has_reader: bool = False
    keys: Mapping[str, str] = field(default_factory=lambda: keys_in_effect({}))


class Presenter(QObject):
    """`properties` are the initial properties of the main QML file."""

    def __init__(self, state: Counter, outside: Outside, taste: Taste) -> None:
        super().__init__()
        self.state = state
        self.taste = taste
        self._outside = outside
        self._unfolded = Layout.DOCK
        moment = self._moment()
        self._models: dict[str, Snapshot[Any]] = {
            each.name: each.model(each.derive(state, moment), self) for each in SECTIONS
        }
        self._hands = CounterHands(self, self)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.show)
        self._timer.start()

    @property
    def properties(self) -> dict[str, QObject]:
        return {**self._models, "hands": self._hands}

    def receive(self, happening: h.Happening) -> None:
        """Let something happen; on the GUI thread."""
        turn = advance(self.state, happening)
        self.stand(turn.state)
        for request in turn.requests:
            self._outside.send(request)

    def stand(self, state: Counter) -> None:
        """Be in `state`."""
        self.state = state
        self.show()

    def show(self) -> None:
        """Bring the pages to what state and clock say."""
        moment = self._moment()
        for section in SECTIONS:
            self._models[section.name].show(section.derive(self.state, moment))

    def speak(self, tag: str) -> None:
        self.taste = replace(self.taste, language=tag)
        self._outside.speak(tag)
        self.show()

    def dress(self, look: str) -> None:
        self.taste = replace(self.taste, look=look)
        self._outside.dress(look)
        self.show()

    def press(self, name: str) -> None:
        """What a button or a key of this name asks for."""
        if name in set(SheetKind) and not (name == SheetKind.PAUSE and self._is_pausing):
            self._open_sheet(SheetKind(name))
        elif name == SheetKind.PAUSE:
            self._act(WindowAction.RESUME)
        elif name == WindowAction.OPEN:
            self._act(WindowAction.OPEN if self._is_closed else WindowAction.CLOSE)
        elif name in set(WindowAction):
            self._act(WindowAction(name))
        elif name == "log-out":
            self.receive(h.LogOutPressed())
        elif name == "contrast":
            self.dress("day" if self.taste.look == "contrast" else "contrast")
        else:
            self._lay_out(name)

    def hand_back(self, ticket_id: int) -> None:
        key, at_ms = self._outside.new_key(), self._outside.steady_ms()
        self.receive(h.BackPressed(ticket_id=ticket_id, key=key, at_ms=at_ms))

    def confirm(self) -> None:
        self.receive(h.Confirmed(key=self._outside.new_key(), at_ms=self._outside.steady_ms()))

    def stop(self) -> None:
        """The window is gone: nothing more comes by itself."""
        self._timer.stop()

    @property
    def _is_pausing(self) -> bool:
        return self.state.view is not None and self.state.view.pause is not None

    @property
    def _is_closed(self) -> bool:
        return self.state.view is None or self.state.view.state is WindowState.CLOSED

    def _act(self, action: WindowAction) -> None:
        key, at_ms = self._outside.new_key(), self._outside.steady_ms()
        self.receive(h.ActionPressed(action=action, key=key, at_ms=at_ms))

    def _open_sheet(self, kind: SheetKind) -> None:
        """A strip has no room to ask anything."""
        if self.state.layout is Layout.STRIP:
            self._lay_out("fold")
        self.receive(h.SheetPressed(kind=kind))

    def _lay_out(self, name: str) -> None:
        """`layout` goes between dock and full view, `fold` to the strip and back to what was before."""
        now = self.state.layout
        match name:
            case "layout":
                layout = Layout.DOCK if now is Layout.FULL else Layout.FULL
            case "fold" if now is Layout.STRIP:
                layout = self._unfolded
            case "fold":
                self._unfolded, layout = now, Layout.STRIP
            case _:
                layout = Layout(name)
        self.receive(h.LayoutPressed(layout=layout))

    def _moment(self) -> Moment:
        return Moment(
            now_ms=self._outside.hall_ms(),
            language=self.taste.language,
            look=self.taste.look,
            keys=self.taste.keys,
            has_reader=self.taste.has_reader,
        )
