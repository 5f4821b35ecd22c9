"""Looks over what a window shows: texts that are cut off or covered, and things that stick out."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem, QQuickWindow

from display.kit.stage import lay_out, visible_items

TOLERANCE_PX = 1.5
ABOVE, BELOW = 0.4, 0.28  # the face's air above and below its digits, in parts of its size
# How much of the room that is left lies before a text: nothing on the left and at the top.
SHARE = {
    Qt.AlignmentFlag.AlignRight.value: 1.0,
    Qt.AlignmentFlag.AlignHCenter.value: 0.5,
    Qt.AlignmentFlag.AlignBottom.value: 1.0,
    Qt.AlignmentFlag.AlignVCenter.value: 0.5,
}

Placed = tuple[QQuickItem, QRectF]  # and where it stands on the scene


def cut_off_texts(window: QQuickWindow) -> list[str]:
    """Each text that a person cannot read whole, as `text: why`; empty when all is well."""
    lay_out(window)
    frame = QRectF(0, 0, window.width(), window.height())
    seen = list(visible_items(window))
    shown = [(item, on_scene(item)) for item in seen if is_text(item)]
    buttons = [(item, on_scene(item)) for item in seen if item.inherits("QQuickAbstractButton")]
    cut = [f"{item.property('text')}: {why}" for item, here in shown for why in faults(item, here, frame)]
    return cut + list(covered(buttons, shown)) + list(overlapping(shown))


def texts(window: QQuickWindow) -> Iterator[QQuickItem]:
    return filter(is_text, visible_items(window))


def is_text(item: QQuickItem) -> bool:
    return item.inherits("QQuickText") and bool(item.property("text"))


def faults(item: QQuickItem, here: QRectF, frame: QRectF) -> Iterator[str]:
    width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
    if item.property("truncated"):
        yield "is truncated"
    if width > item.width() + TOLERANCE_PX:
        yield f"is {width:.0f} wide in {item.width():.0f}"
    if height > item.height() + TOLERANCE_PX:
        yield f"is {height:.0f} high in {item.height():.0f}"
    for border, name in ((frame, "the window"), (button_around(item), "its button")):
        if border is not None and not with_tolerance(border).contains(here):
            yield f"sticks out of {name}"


def covered(buttons: list[Placed], shown: list[Placed]) -> Iterator[str]:
    """Texts that share their place with a button they do not belong to."""
    narrower = [(text, with_tolerance(here, -1)) for text, here in shown]
    for button, place in buttons:
        for text, here in narrower:
            if here.intersects(place) and not button.isAncestorOf(text):
                yield f"{text.property('text')}: shares its place with {button.objectName()}"


def overlapping(shown: list[Placed]) -> Iterator[str]:
    """Texts that share their place with another text."""
    for (one, here), (other, there) in combinations(shown, 2):
        if here.intersects(there) and painted(one).intersects(painted(other)):
            yield f"{one.property('text')}: shares its place with {other.property('text')}"


def painted(text: QQuickItem) -> QRectF:
    """Where the letters of a text stand, without the air above and below them."""
    width, height = float(text.property("contentWidth")), float(text.property("contentHeight"))
    size = text.property("font").pixelSize()
    left = (text.width() - width) * SHARE.get(aligned(text, "effectiveHorizontalAlignment"), 0)
    top = (text.height() - height) * SHARE.get(aligned(text, "verticalAlignment"), 0)
    return text.mapRectToScene(
        QRectF(left, top + ABOVE * size, width, max(height - (ABOVE + BELOW) * size, 0))
    )


def aligned(text: QQuickItem, which: str) -> int:
    """A Text's alignment; its type is not known to Python, so QML is asked."""
    context = QQmlEngine.contextForObject(text)
    return int(QQmlExpression(context, text, which).evaluate()[0]) if context else 0


def on_scene(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def with_tolerance(rect: QRectF, sign: int = 1) -> QRectF:
    edge = sign * TOLERANCE_PX
    return rect.adjusted(-edge, -edge, edge, edge)


def button_around(item: QQuickItem) -> QRectF | None:
    ancestor = item.parentItem()
    while ancestor is not None:
        if ancestor.inherits("QQuickAbstractButton"):
            return on_scene(ancestor)
        ancestor = ancestor.parentItem()
    return None
