"""Hands and eyes on an open window, for the tests of front ends: real presses, and what can be read."""

from PySide6.QtCore import QCoreApplication

from display.kit import stage
from display.kit.inspection import cut_off_texts
from display.kit.window import OpenWindow


class Rehearsal:
    """What a slot raises is swallowed by Qt: run presses under pytest-qt's `capture_exceptions`."""

    def __init__(self, opened: OpenWindow) -> None:
        self.opened = opened

    @property
    def page(self) -> str:
        return stage.page(self.opened.window)

    def press(self, name: str) -> None:
        """Raises NotThere when a person could not press it."""
        stage.press(self.opened.window, stage.pressable(self.opened.window, name))
        QCoreApplication.processEvents()

    def type(self, name: str, text: str) -> None:
        stage.type_into(stage.pressable(self.opened.window, name), text)
        QCoreApplication.processEvents()

    def text(self, name: str) -> str:
        return stage.text_of(stage.visible(self.opened.window, name))

    def names(self) -> set[str]:
        """The object names of all that is visible."""
        return {item.objectName() for item in stage.visible_items(self.opened.window)} - {""}

    def cut_off(self) -> list[str]:
        return cut_off_texts(self.opened.window)
