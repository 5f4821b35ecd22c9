"""View-models as snapshots: one frozen value in, a signal for each field that changed out."""

from dataclasses import Field, fields
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject


class FrozenProps(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


P = TypeVar("P", bound=FrozenProps)


class Snapshot(QObject, Generic[P]):
    """Shows `props`, a frozen dataclass: a `@Property` and a signal `<camelCase>Changed` for each field.

    They are written out, not generated, because qmllint reads them from the source.
    """

    def __init__(self, props: P, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.props = props

    def show(self, props: P) -> None:
        """Replace the whole snapshot; only what differs is told to QML."""
        before, self.props = self.props, props
        for field in fields(props):
            if getattr(before, field.name) != getattr(props, field.name):
                getattr(self, f"{camel_case(field.name)}Changed").emit()


def camel_case(name: str) -> str:
    """`people_ahead` → `peopleAhead`."""
    head, *tail = name.split("_")
    return head + "".join(part.capitalize() for part in tail)
