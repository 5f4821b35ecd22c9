"""Where the counter stands on the clerk's screen: a dock at the right edge, the whole screen, or a strip."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtQuick import QQuickWindow

from counter.flow.state import Layout

DOCK_WIDTH, STRIP_HEIGHT = 352, 72
FULL_WIDTH, FULL_HEIGHT = 1280, 800


def place(window: QQuickWindow, layout: Layout, *, on_top: bool) -> None:
    """Dock and strip stay above other windows where that is wanted; the full view never does."""
    is_above = on_top and layout is not Layout.FULL
    window.setFlag(Qt.WindowType.WindowStaysOnTopHint, is_above)
    screen = window.screen()
    if screen is not None:
        window.setGeometry(geometry(screen.availableGeometry(), layout))


def geometry(screen: QRect, layout: Layout) -> QRect:
    width, height = {
        Layout.DOCK: (DOCK_WIDTH, screen.height()),
        Layout.STRIP: (DOCK_WIDTH, STRIP_HEIGHT),
        Layout.FULL: (max(FULL_WIDTH, screen.width() * 3 // 4), max(FULL_HEIGHT, screen.height() * 7 // 8)),
    }[layout]
    width, height = min(width, screen.width()), min(height, screen.height())
    if layout is Layout.FULL:
        centred = QRect(0, 0, width, height)
        centred.moveCenter(screen.center())
        return centred
    return QRect(screen.right() + 1 - width, screen.top(), width, height)
