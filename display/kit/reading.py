"""A page as one who cannot see it meets it: what stands on it, in the order of reading."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from display.kit.inspection import on_scene
from display.kit.stage import visible_below


@dataclass(slots=True)
class Row:
    """Items beside each other; the first one says how high the row is."""

    place: QRectF
    items: list[tuple[QRectF, QQuickItem]] = field(default_factory=list)


def in_order(items: Iterable[QQuickItem]) -> list[QQuickItem]:
    """From the top to the bottom, and in each row from the left to the right."""
    rows: list[Row] = []
    for item in sorted(items, key=lambda one: on_scene(one).top()):
        place = on_scene(item)
        if not rows or place.center().y() > rows[-1].place.bottom():
            rows.append(Row(place))
        rows[-1].items.append((place, item))
    return [
        item for row in rows for _, item in sorted(row.items, key=lambda one: (one[0].left(), one[0].top()))
    ]


def said_of(item: QQuickItem) -> str:
    """What a control is called and means, as a screen reader would say it."""
    told = QAccessible.queryAccessibleInterface(item)
    if told is None:
        return ""
    parts = (told.text(QAccessible.Text.Name), told.text(QAccessible.Text.Description))
    return ". ".join(part.strip() for part in parts if part.strip())


def texts_of(root: QQuickItem) -> list[str]:
    """What stands on `root` to be read, without the words on what can be pressed."""
    found = [
        item
        for item in visible_below(root, lambda one: not one.inherits("QQuickAbstractButton"))
        if item.inherits("QQuickText") and str(item.property("text")).strip()
    ]
    return [str(item.property("text")).strip() for item in in_order(found)]
