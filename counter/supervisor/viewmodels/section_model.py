"""What the models of the screen share: scalars as properties, lists as rows that stay."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from counter.supervisor.viewmodels.rows import Rows
from display.kit.props import FrozenProps, Snapshot, camel_case

P = TypeVar("P", bound=FrozenProps)


class SectionModel(Snapshot[P]):
    """`shapes` names the fields of the props that are lists, and the dataclass of their rows."""

    def __init__(self, props: P, shapes: Mapping[str, type[FrozenProps]], parent: QObject) -> None:
        super().__init__(props, parent)
        self._lists: dict[str, Rows[Any]] = {name: Rows(shape, self) for name, shape in shapes.items()}

    def rows(self, name: str) -> Rows[Any]:
        return self._lists[name]

    def show(self, props: P) -> None:
        before, self.props = self.props, props
        for name, rows in self._lists.items():
            rows.show(getattr(props, name))
        for field in fields(props):
            is_list = field.name in self._lists
            if not is_list and getattr(before, field.name) != getattr(props, field.name):
                getattr(self, f"{camel_case(field.name)}Changed").emit()
