"""Makes a front end wholly usable by a plugged-in keypad (EN 301 549, closed functionality).

Arrows and Tab go through all that can be pressed, in the order of reading; Enter presses, Escape goes back.
A focus that has lost its control is given to the first one when the next key comes.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMetaObject, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from display.kit.inspection import on_scene
from display.kit.reading import in_order, said_of
from display.kit.stage import lay_out, visible_below

Key = Qt.Key
TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})
STEPS: dict[int, int] = {
    Key.Key_Tab: 1,
    Key.Key_Backtab: -1,
    Key.Key_Down: 1,
    Key.Key_Up: -1,
    Key.Key_Right: 1,
    Key.Key_Left: -1,
}
DIRECTIONS: dict[int, QPointF] = {
    Key.Key_Down: QPointF(0, 1),
    Key.Key_Up: QPointF(0, -1),
    Key.Key_Right: QPointF(1, 0),
    Key.Key_Left: QPointF(-1, 0),
}
ENTER = frozenset({Key.Key_Return, Key.Key_Enter, Key.Key_Space, Key.Key_Select})
BACK = frozenset({Key.Key_Escape, Key.Key_Back})
ASIDE = 2.0  # how much worse it is to lie aside than to lie far


class FocusGuide(QObject):
    """Watches the keys of a window. `used` tells of every key; `focused` says what has the focus now.

    `other` takes the keys that mean something to the front end alone; it says whether a key was one.
    """

    used = Signal()
    focused = Signal(str)

    def __init__(self, window: QQuickWindow, other: Callable[[int], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._other = other
        self.is_in_use = False
        window.installEventFilter(self)

    def controls(self) -> list[QQuickItem]:
        """All that can be pressed now, in the order of reading."""
        seen = visible_below(self._window.contentItem(), lambda one: not one.inherits("QQuickAbstractButton"))
        return in_order(item for item in seen if item.isEnabled() and item.activeFocusOnTab())

    def current(self) -> QQuickItem | None:
        """The control that has the focus, if it still can be pressed."""
        item = self._window.activeFocusItem()
        while item is not None and not item.activeFocusOnTab():
            item = item.parentItem()
        return item if item is not None and item.isVisible() and item.isEnabled() else None

    def begin(self) -> None:
        """A page has come: the focus goes to its first control, for who uses the keypad."""
        if self.is_in_use:
            lay_out(self._window)
            self._go_first()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take(event.key())
        if event.type() in TOUCHES and self.is_in_use:
            self.is_in_use = False
            if (item := self.current()) is not None:
                item.setFocus(False, Qt.FocusReason.MouseFocusReason)
        return False

    def _take(self, key: int) -> bool:
        """Whether the key has had its effect and is not for the control that has the focus."""
        self.used.emit()
        if self._other(key):
            return True
        if key in BACK:
            self._go_back()
            return True
        if key not in STEPS and key not in ENTER:
            return False
        here = self.current()
        if (
            key in ENTER
            and here is not None
            and (self.is_in_use or not here.inherits("QQuickAbstractButton"))
        ):
            return False
        if here is None or not self.is_in_use:
            self.is_in_use = True
            self._go_first()
        else:
            self._go(key, here)
        return True

    def _go_back(self) -> None:
        back = next((one for one in self.controls() if one.objectName() == "back"), None)
        if back is not None:
            QMetaObject.invokeMethod(back, "click")

    def _go_first(self) -> None:
        for first in self.controls()[:1]:
            self._focus(first)

    def _go(self, key: int, here: QQuickItem) -> None:
        controls = self.controls()
        towards = DIRECTIONS.get(key)
        beside = nearest(here, controls, towards) if towards is not None else None
        at = controls.index(here) if here in controls else -1
        self._focus(beside or controls[(at + STEPS[key]) % len(controls)])

    def _focus(self, item: QQuickItem) -> None:
        item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        self.focused.emit(said_of(item))


def nearest(here: QQuickItem, controls: list[QQuickItem], towards: QPointF) -> QQuickItem | None:
    """The control that one would expect beside this one, if any lies there; the first of several as near."""
    start = on_scene(here)
    found = [
        (far, index)
        for index, one in enumerate(controls)
        if one is not here and (far := distance(start, on_scene(one), towards)) is not None
    ]
    return controls[min(found)[1]] if found else None


def distance(start: QRectF, place: QRectF, towards: QPointF) -> float | None:
    """How far `place` lies in a direction; what is not right before `start` counts as farther."""
    way = place.center() - start.center()
    along = QPointF.dotProduct(way, towards)
    if towards.y():
        aside = max(place.left() - start.right(), start.left() - place.right(), 0)
        least = (start.height() + place.height()) / 4
    else:
        aside = max(place.top() - start.bottom(), start.top() - place.bottom(), 0)
        least = (start.width() + place.width()) / 4
    return along + ASIDE * aside if along > least else None
