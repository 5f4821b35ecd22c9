"""A list for QML whose rows stay: a changed list tells QML only which roles of which rows changed."""

# ruff: noqa: N802 - Qt-facing names are camelCase
from collections.abc import Sequence
from dataclasses import fields
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt

from display.kit.props import FrozenProps, camel_case

P = TypeVar("P", bound=FrozenProps)
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
FIRST_ROLE = Qt.ItemDataRole.UserRole + 1


class Rows(QAbstractListModel, Generic[P]):
    """Rows of the frozen dataclass `shape`, a role in camelCase for each field."""

    def __init__(self, shape: type[P], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = [field.name for field in fields(shape)]
        self._rows: list[P] = []

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {FIRST_ROLE + at: QByteArray(camel_case(name).encode()) for at, name in enumerate(self._names)}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        at = role - FIRST_ROLE
        if not index.isValid() or not 0 <= at < len(self._names):
            return None
        return getattr(self._rows[index.row()], self._names[at])

    def show(self, rows: Sequence[P]) -> None:
        """Replace all rows; a row stays the row at its place."""
        self._fit(len(rows), rows)
        for at, row in enumerate(rows):
            before, self._rows[at] = self._rows[at], row
            roles = [
                FIRST_ROLE + place
                for place, name in enumerate(self._names)
                if getattr(before, name) != getattr(row, name)
            ]
            if roles:
                self.dataChanged.emit(self.index(at), self.index(at), roles)

    def _fit(self, count: int, rows: Sequence[P]) -> None:
        here = len(self._rows)
        if count > here:
            self.beginInsertRows(QModelIndex(), here, count - 1)
            self._rows.extend(rows[here:])
            self.endInsertRows()
        elif count < here:
            self.beginRemoveRows(QModelIndex(), count, here - 1)
            del self._rows[count:]
            self.endRemoveRows()
