"""The screen's one holder of state: happenings in, props and requests out.

What hands do is shown at once. What the hall sends is gathered and shown a few times a second: 120 windows
would otherwise be derived for each single view, and no eye is quicker.
"""

# ruff: noqa: N802 - Qt-facing names are camelCase
# The stub of QmlUncreatable does not know that it is called:
# mypy: disable-error-code="operator"

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from counter.supervisor.flow import happenings as h
from counter.supervisor.flow.advance import advance
from counter.supervisor.flow.state import Duty
from counter.supervisor.viewmodels.cabinets import door_beside
from counter.supervisor.viewmodels.chosen_models import ChosenModel
from counter.supervisor.viewmodels.frame_models import GridModel, SupervisorFrameModel
from counter.supervisor.viewmodels.hands import SupervisorHands
from counter.supervisor.viewmodels.lockers_models import ChosenDoorModel, LockersModel, MessagesModel
from counter.supervisor.viewmodels.now_models import DevicesModel, HallModel, NowModel
from counter.supervisor.viewmodels.pickup_hands import PickupHands
from counter.supervisor.viewmodels.rated_models import AnsweringModel, RatedModel
from counter.supervisor.viewmodels.sections import Look, derive
from counter.supervisor.viewmodels.tiles import beside
from counter.supervisor.viewmodels.tiling import room_of

QML_IMPORT_NAME = "Paihao.Supervisor"
QML_IMPORT_MAJOR_VERSION = 1
SHOWN_EVERY_MS = 250
AGED_AFTER_TURNS = 4
"""Nothing shown changes by time alone more often than each second."""
GATHERED = (h.Seen, h.Told, h.NotTold)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What the screen needs of the world. `send` never blocks; `hall_ms` is the hall server's time."""

    send: Callable[[h.Request], None]
    speak: Callable[[str], None]
    dress: Callable[[str], None]
    hall_ms: Callable[[], int]
    steady_ms: Callable[[], int]


@QmlElement
@QmlUncreatable("made by the application")
class Overview(QObject):
    """`models` are Main.qml's properties by name."""

    def __init__(self, outside: Outside, *, language: str, mode: str) -> None:
        super().__init__()
        self.state = Duty()
        self._outside = outside
        self._language, self._mode, self._room = language, mode, room_of(1, 1, 1)
        self._frame, self._grid, self._now = SupervisorFrameModel(self), GridModel(self), NowModel(self)
        self._chosen, self._rated, self._answering = ChosenModel(self), RatedModel(self), AnsweringModel(self)
        self._devices, self._hall = DevicesModel(self), HallModel(self)
        self._lockers, self._chosen_door = LockersModel(self), ChosenDoorModel(self)
        self._messages = MessagesModel(self)
        self._has_news, self._turns = False, 0
        self._hands = SupervisorHands(self.receive, lambda: self.state, self)
        self._pickup = PickupHands(self.receive, lambda: self.state, outside.hall_ms, self)
        self._timer = QTimer(self)
        self._timer.setInterval(SHOWN_EVERY_MS)
        self._timer.timeout.connect(self._take_turn)
        self._timer.start()
        self.show()

    @property
    def models(self) -> dict[str, QObject]:
        return {
            "overview": self,
            "frame": self._frame,
            "grid": self._grid,
            "now": self._now,
            "chosen": self._chosen,
            "rated": self._rated,
            "answering": self._answering,
            "devices": self._devices,
            "hall": self._hall,
            "lockers": self._lockers,
            "chosenDoor": self._chosen_door,
            "messages": self._messages,
            "hands": self._hands,
            "pickup": self._pickup,
        }

    def receive(self, happening: h.Happening) -> None:
        """Let something happen; on the GUI thread."""
        turn = advance(self.state, happening)
        self.state = turn.state
        if isinstance(happening, GATHERED):
            self._has_news = True
        else:
            self.show()
        for request in turn.requests:
            self._outside.send(request)

    def stand(self, state: Duty) -> None:
        """Be in `state`."""
        self.state = state
        self.show()

    @Slot()
    def _take_turn(self) -> None:
        self._turns += 1
        if self._has_news or self._turns % AGED_AFTER_TURNS == 0:
            self.show()

    @Slot()
    def show(self) -> None:
        self._has_news = False
        look = Look(
            language=self._language,
            mode=self._mode,
            now_ms=self._outside.hall_ms(),
            steady_ms=self._outside.steady_ms(),
            room=self._room,
        )
        props = derive(self.state, look)
        self._frame.show(props.frame)
        self._grid.show(props.grid)
        self._now.show(props.now)
        self._chosen.show(props.chosen)
        self._rated.show(props.rated)
        self._answering.show(props.answering)
        self._devices.show(props.devices)
        self._hall.show(props.hall)
        self._lockers.show(props.lockers)
        self._chosen_door.show(props.chosen_door)
        self._messages.show(props.messages)

    @Slot(str)
    def speak(self, tag: str) -> None:
        self._language = tag
        self._outside.speak(tag)
        self.show()

    @Slot(str)
    def dress(self, mode: str) -> None:
        self._mode = mode
        self._outside.dress(mode)
        self.show()

    @Slot(float, float, float)
    def giveRoom(self, width: float, height: float, unit: float) -> None:
        """How much room QML has for the windows, in pixels; `unit` is the theme's."""
        room = room_of(width, height, unit)
        if room != self._room and width > 0 and height > 0:
            self._room = room
            self.show()

    @Slot(str, int, int, result=str)
    def besideDoor(self, key: str, right: int, down: int) -> str:
        """The door next to one in a direction, as `L1/7`; itself where there is none."""
        return door_beside(self._lockers.props.doors, key, right, down)

    @Slot(int, int, int, result=int)
    def beside(self, window: int, right: int, down: int) -> int:
        """The window whose tile is next in a direction; itself where there is none."""
        return beside(self._grid.props.tiles, window, right, down)
