"""Looks over what a window shows: texts that are cut off or covered, and things that stick out."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from display.kit.stage import visible_items

TOLERANCE_PX = 1.5
LEADING = 0.25  # of the face, above and below its letters


def cut_off_texts(window: QQuickWindow) -> list[str]:
    """Each text that a person cannot read whole, as `text: why`; empty when all is well."""
    frame = QRectF(0, 0, window.width(), window.height())
    shown = list(texts(window))
    cut = [f"{item.property('text')}: {why}" for item in shown for why in faults(item, frame)]
    return cut + list(covered(window, shown)) + list(overlapping(shown))


def texts(window: QQuickWindow) -> Iterator[QQuickItem]:
    return (item for item in visible_items(window) if item.inherits("QQuickText") and item.property("text"))


def faults(item: QQuickItem, frame: QRectF) -> Iterator[str]:
    width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
    if item.property("truncated"):
        yield "is truncated"
    if width > item.width() + TOLERANCE_PX:
        yield f"is {width:.0f} wide in {item.width():.0f}"
    if height > item.height() + TOLERANCE_PX:
        yield f"is {height:.0f} high in {item.height():.0f}"
    here = on_scene(item)
    for border, name in ((frame, "the window"), (button_around(item), "its button")):
        if border is not None and not with_tolerance(border).contains(here):
            yield f"sticks out of {name}"


def covered(window: QQuickWindow, shown: list[QQuickItem]) -> Iterator[str]:
    """Texts that share their place with a button they do not belong to."""
    for button in (item for item in visible_items(window) if item.inherits("QQuickAbstractButton")):
        place = on_scene(button)
        for text in shown:
            if not button.isAncestorOf(text) and with_tolerance(on_scene(text), -1).intersects(place):
                yield f"{text.property('text')}: shares its place with {button.objectName()}"


def overlapping(shown: list[QQuickItem]) -> Iterator[str]:
    """Texts that share their place with another text."""
    placed = [(painted(text), str(text.property("text"))) for text in shown]
    for (here, text), (there, other) in combinations(placed, 2):
        if here.intersects(there):
            yield f"{text}: shares its place with {other}"


def painted(text: QQuickItem) -> QRectF:
    """Where a text stands, without the air above and below its letters."""
    air = LEADING * text.property("font").pixelSize()
    return text.mapRectToScene(QRectF(0, air, text.width(), max(text.height() - 2 * air, 0)))


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
