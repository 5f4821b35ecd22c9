"""The stage: a local socket by which a stranger presses, reads and photographs a front end.

The protocol stands in ARCHITECTURE.md. Off unless asked for. Presses are real mouse events in the middle of
an item that a person could press as well.
"""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic, monotonic_ns
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtQuick import QQuickItem, QQuickWindow

from display.kit.errors import StageRefused

LOOK_EVERY_MS = 10
LAYOUT_ROUNDS = 3  # sizes, then what wraps in them, then what moved by it
LONGEST_WAIT_S = 120.0
UNCONNECTED = QLocalSocket.LocalSocketState.UnconnectedState

Reply = dict[str, Any]


def _nothing() -> None:
    """A look that holds nothing ends without more ado."""


class NotThere(Exception):
    """Nothing on the page answers to the request."""


@dataclass(slots=True)
class Waiting:
    """A `wait` that is not fulfilled yet. `look` gives the reply, or None for not yet."""

    look: Callable[[], Reply | None]
    until_s: float
    wanted: str
    answer: Callable[[Reply], None]
    end: Callable[[], None]


class Painted:
    """Looks as another look does; answers when the frame that shows what was found is on the screen.

    The reply says in `painted_ns` when that was, by CLOCK_MONOTONIC, which all programs of a computer share.
    """

    def __init__(self, window: QQuickWindow, look: Callable[[], Reply | None]) -> None:
        self._window, self._seen = window, look
        self._drawn: Reply | None = None
        self._reply: Reply | None = None
        self._frames = [
            window.beforeSynchronizing.connect(self._draw, Qt.ConnectionType.DirectConnection),
            window.frameSwapped.connect(self._show, Qt.ConnectionType.DirectConnection),
        ]
        window.update()

    def look(self) -> Reply | None:
        return self._reply

    def end(self) -> None:
        for frame in self._frames:
            QObject.disconnect(frame)
        self._frames.clear()

    def _draw(self) -> None:
        """The scene is fixed for the coming frame; whoever changes it waits until then."""
        if self._drawn is None:
            self._drawn = self._seen()

    def _show(self) -> None:
        if self._drawn is not None and self._reply is None:
            self._reply = {**self._drawn, "painted_ns": monotonic_ns()}


class Stage(QObject):
    """Listens at `place` until closed. Raises StageRefused when the folder is somebody else's or is taken."""

    def __init__(self, window: QQuickWindow, place: Path) -> None:
        super().__init__()
        self._window = window
        self._waiting: list[Waiting] = []
        self._guests: list[QLocalSocket] = []
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._server = listen(place)
        self._server.newConnection.connect(self._welcome)

    def close(self) -> None:
        self._timer.stop()
        for waiting in self._waiting:
            waiting.end()
        self._waiting.clear()
        for guest in self._guests:
            guest.blockSignals(True)
            guest.abort()
        self._guests.clear()
        self._server.close()

    def _welcome(self) -> None:
        while self._server.hasPendingConnections():
            guest = self._server.nextPendingConnection()
            guest.setParent(self)  # it would die with the server otherwise, while we hold it
            guest.readyRead.connect(self._read)
            guest.disconnected.connect(self._part)
            self._guests.append(guest)

    def _part(self) -> None:
        gone = [guest for guest in self._guests if guest.state() is UNCONNECTED]
        self._guests = [guest for guest in self._guests if guest not in gone]
        for guest in gone:
            guest.deleteLater()

    def _read(self) -> None:
        for guest in tuple(self._guests):
            while guest.canReadLine():
                self._handle(bytes(guest.readLine().data()), partial(self._send, guest))

    def _send(self, guest: QLocalSocket, reply: Reply) -> None:
        if guest in self._guests:
            guest.write(json.dumps(reply, ensure_ascii=False).encode() + b"\n")
            guest.flush()

    def _handle(self, line: bytes, answer: Callable[[Reply], None]) -> None:
        try:
            request = json.loads(line)
            if request.get("op") == "wait":
                self._wait(request, answer)
            else:
                answer({"ok": True, **perform(self._window, request)})
        except NotThere as refusal:
            answer({"ok": False, "error": str(refusal)})
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            answer({"ok": False, "error": f"not a request: {error!r}"})

    def _wait(self, request: Reply, answer: Callable[[Reply], None]) -> None:
        within_s = min(float(request.get("within_s", 5)), LONGEST_WAIT_S)
        look = watcher(self._window, request)
        painted = Painted(self._window, look) if request.get("painted") else None
        self._waiting.append(
            Waiting(
                look=look if painted is None else painted.look,
                until_s=monotonic() + within_s,
                wanted=json.dumps(request),
                answer=answer,
                end=_nothing if painted is None else painted.end,
            )
        )
        self._look()

    def _look(self) -> None:
        for waiting in tuple(self._waiting):
            reply = waiting.look()
            if reply is None and monotonic() > waiting.until_s:
                seen = page(self._window)
                reply = {"ok": False, "error": f"did not come: {waiting.wanted}; the page is {seen}"}
            if reply is not None:
                self._waiting.remove(waiting)
                waiting.end()
                waiting.answer(reply)
        if self._waiting:
            self._timer.start()
        else:
            self._timer.stop()


def listen(place: Path) -> QLocalServer:
    """A socket of mode 0600 at `place`."""
    folder = place.resolve().parent
    if not folder.is_dir() or folder.stat().st_uid != os.getuid():
        raise StageRefused(f"{folder} is no folder of yours")
    server = QLocalServer()
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    QLocalServer.removeServer(str(place))
    if not server.listen(str(place)):
        raise StageRefused(f"cannot listen at {place}: {server.errorString()}")
    return server


def perform(window: QQuickWindow, request: Reply) -> Reply:
    reply: Reply = {}
    match request["op"]:
        case "press":
            press(window, pressable(window, request["name"]))
        case "type":
            type_into(pressable(window, request["name"]), request["text"])
        case "text":
            reply = {"text": text_of(visible(window, request["name"]))}
        case "page":
            reply = {"page": page(window)}
        case "names":
            reply = {"names": sorted({item.objectName() for item in visible_items(window)} - {""})}
        case "picture":
            reply = {"path": photograph(window, Path(request["path"]))}
        case "quit":
            QTimer.singleShot(0, window.close)
        case other:
            raise NotThere(f"no such op: {other}")
    return reply


def watcher(window: QQuickWindow, request: Reply) -> Callable[[], Reply | None]:
    """What a `wait` looks for, as a function that answers when it is there."""
    if "page" in request:
        return lambda: {"ok": True, "page": request["page"]} if page(window) == request["page"] else None

    def look() -> Reply | None:
        item = named(window, request["name"])
        if item is None:
            return None
        text = text_of(item) if "text" in request else ""
        return {"ok": True, "text": text} if request.get("text", "") in text else None

    return look


def page(window: QQuickWindow) -> str:
    """The root window's `page` property."""
    return str(window.property("page") or "")


def visible_items(window: QQuickWindow) -> Iterator[QQuickItem]:
    """All items a person can see, parents first."""
    return visible_below(window.contentItem())


def visible_below(
    root: QQuickItem, goes_into: Callable[[QQuickItem], bool] = lambda _: True
) -> Iterator[QQuickItem]:
    """`root` and all below it that a person can see, parents first."""
    pending = [root]
    while pending:
        item = pending.pop()
        if item.isVisible() and item.opacity() > 0:
            yield item
            if goes_into(item):
                pending.extend(reversed(item.childItems()))


def named(window: QQuickWindow, name: str) -> QQuickItem | None:
    return next((item for item in visible_items(window) if item.objectName() == name), None)


def visible(window: QQuickWindow, name: str) -> QQuickItem:
    item = named(window, name)
    if item is None:
        raise NotThere(f"nothing visible is named {name}; the page is {page(window)}")
    return item


def pressable(window: QQuickWindow, name: str) -> QQuickItem:
    """The item where the next frame will show it, and nothing on top of it."""
    item = visible(window, name)
    lay_out(window)
    if not item.isEnabled():
        raise NotThere(f"{name} is not enabled")
    middle = centre(item)
    if not (0 <= middle.x() < window.width() and 0 <= middle.y() < window.height()):
        raise NotThere(f"{name} is outside the window")
    takers = [one for one in visible_items(window) if takes_presses(one) and is_at(one, middle)]
    if item in takers and takers[-1] is not item and not item.isAncestorOf(takers[-1]):
        raise NotThere(f"{name} is covered by {takers[-1].objectName() or 'something'}")
    return item


def lay_out(window: QQuickWindow) -> None:
    """Layouts wait for the next frame; until then all of a new page lies in one corner."""
    for _ in range(LAYOUT_ROUNDS):
        for item in visible_items(window):
            item.ensurePolished()


def takes_presses(item: QQuickItem) -> bool:
    return item.isEnabled() and any(
        item.inherits(kind) for kind in ("QQuickAbstractButton", "QQuickMouseArea")
    )


def is_at(item: QQuickItem, point: QPointF) -> bool:
    return item.contains(item.mapFromScene(point))


def centre(item: QQuickItem) -> QPointF:
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))


def text_of(item: QQuickItem) -> str:
    return str(item.property("text") or "")


def press(window: QQuickWindow, item: QQuickItem) -> None:
    """A mouse press and release in the middle of the item, through the window as a person's would come."""
    middle = centre(item)
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
        glob = window.mapToGlobal(middle)
        event = QMouseEvent(kind, middle, glob, left, held, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(window, event)


def type_into(item: QQuickItem, text: str) -> None:
    """Letter by letter, to the item itself: a window passes keys on only while it is the active one."""
    item.forceActiveFocus()
    field = innermost(item)
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(field, event)


def innermost(item: QQuickItem) -> QQuickItem:
    """Where the focus of a focus scope lies."""
    inner = item.scopedFocusItem() if item.isFocusScope() else None
    return innermost(inner) if inner is not None else item


def photograph(window: QQuickWindow, path: Path) -> str:
    if not window.grabWindow().save(str(path), quality=100 if path.suffix == ".webp" else -1):
        raise NotThere(f"cannot write {path}")
    return str(path)
