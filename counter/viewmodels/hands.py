"""What the clerk's hands do on the pages: QML calls, the counter listens."""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from typing import Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.flow import happenings as h

QML_IMPORT_NAME = "Paihao.Counter"
QML_IMPORT_MAJOR_VERSION = 1


class Listening(Protocol):
    """Who hears what the hands do."""

    def receive(self, happening: h.Happening) -> None: ...
    def press(self, name: str) -> None: ...
    def hand_back(self, ticket_id: int) -> None: ...
    def confirm(self) -> None: ...
    def speak(self, tag: str) -> None: ...


@QmlElement
@QmlUncreatable("made by the application")
class CounterHands(QObject):
    """`press` takes what `DEFAULT_KEYS` and the buttons are named by; who listens knows what each means."""

    def __init__(self, listening: Listening, parent: QObject) -> None:
        super().__init__(parent)
        self._listening = listening

    @Slot(str)
    def press(self, name: str) -> None:
        self._listening.press(name)

    @Slot(str, str)
    def logIn(self, clerk: str, password: str) -> None:
        self._listening.receive(h.LogInPressed(clerk=clerk.strip(), password=password))

    @Slot(int)
    def chooseWindow(self, window: int) -> None:
        self._listening.receive(h.WindowChosen(window=window))

    @Slot()
    def takeOver(self) -> None:
        self._listening.receive(h.TakeOverPressed())

    @Slot(int)
    def tick(self, place: int) -> None:
        self._listening.receive(h.MaterialTicked(place=place))

    @Slot(int)
    def handBack(self, ticket_id: int) -> None:
        self._listening.hand_back(ticket_id)

    @Slot(int)
    def choose(self, place: int) -> None:
        self._listening.receive(h.OptionChosen(place=place))

    @Slot(int)
    def chooseChip(self, place: int) -> None:
        self._listening.receive(h.ChipChosen(place=place))

    @Slot(str)
    def type(self, text: str) -> None:
        self._listening.receive(h.Typed(text=text))

    @Slot()
    def confirm(self) -> None:
        self._listening.confirm()

    @Slot()
    def leaveSheet(self) -> None:
        self._listening.receive(h.SheetLeft())

    @Slot()
    def dismiss(self) -> None:
        """Escape: whatever is nearest goes."""
        self._listening.receive(h.NoticeDismissed())

    @Slot(str)
    def speak(self, tag: str) -> None:
        self._listening.speak(tag)
