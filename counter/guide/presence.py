"""Hands and keys at the desk: every touch keeps the page, the lock key locks it, and a keyboard does all."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtQuick import QQuickWindow

from counter.guide.viewmodels.model import GuideModel
from display.kit.focus import TOUCHES, FocusGuide

LOCK = Qt.Key.Key_F12


class Presence(QObject):
    """Watches the window of a desk."""

    def __init__(self, window: QQuickWindow, model: GuideModel) -> None:
        super().__init__(window)
        self._model = model
        self._focus = FocusGuide(window, self._take)
        self._focus.used.connect(model.touched)
        window.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        if event.type() in TOUCHES:
            self._model.touched()
        return False

    def _take(self, key: int) -> bool:
        if key == LOCK:
            self._model.lock()
        return key == LOCK
