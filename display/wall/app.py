"""The running wall: the hall's stream in, a window and a voice out."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from display.kit.app import run
from display.kit.bridge import Bridge
from display.kit.hall_clock import HallClock, steady_clock
from display.kit.window import FrontEnd, OpenWindow, application
from display.voice.announcer import CallsSpoken, VoiceChanged
from display.wall.flow import WallState, learn
from display.wall.settings import VoiceSettings, WallSettings
from display.wall.viewmodels.derive import Inputs, derive
from display.wall.viewmodels.model import SecondLanguage, WallModel
from display.wall.viewmodels.props import WallProps
from display.wall.work import HallWork, VoiceWork
from drivers.contract.errors import DeviceError
from queue_core.client import Credential, HallClient, Update
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import CallView

HERE = Path(__file__).parent
WALL = FrontEnd(name="wall", main=HERE / "qml" / "Main.qml", texts=HERE / "i18n")
_TICK_MS = 1000


class Wall(QObject):
    """Everything of the wall that lives on the thread of the user interface."""

    called = Signal(object, object, object)  # tuple[CallView, ...], windows by number, the hall's time in ms
    spoken = Signal(object)  # tuple[CallView, ...]

    def __init__(self, clock: HallClock | None = None) -> None:
        super().__init__()
        self.model = WallModel(WallProps())
        self.state = WallState()
        self.clock = clock or HallClock(steady_clock())
        self._voice_code = ""
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.show)
        self._tick.start()
        self.show()

    def receive(self, update: Update | CallsSpoken | VoiceChanged) -> None:
        """Shown first, spoken then: speaking may not hold a call up."""
        match update:
            case CallsSpoken(calls=calls):
                self.spoken.emit(calls)
            case VoiceChanged(trouble=trouble):
                self.voice_changed(trouble)
            case _:
                self._learn(update)

    def _learn(self, update: Update) -> None:
        if isinstance(update, Snapshot | Changes):
            self.clock.hear(update)
        self.state = learn(self.state, update, self.clock.now_ms())
        self.show()
        if calls := _calls(update):
            self.called.emit(calls, self.state.windows, self.clock.now_ms())

    def show(self) -> None:
        self.model.show(
            derive(
                Inputs(
                    state=self.state,
                    now_ms=self.clock.now_ms(),
                    voice_code=self._voice_code,
                )
            )
        )

    def voice_changed(self, trouble: DeviceError | None) -> None:
        self._voice_code = trouble.code if trouble else ""
        self.show()


def run_wall(settings: WallSettings, *, stage: Path | None, size: tuple[int, int]) -> int:
    """Show the wall until its window is closed; the exit code."""
    credential = Credential.load(settings.credential)
    app = application("paihao-wall")
    wall = Wall()
    bridge = Bridge(wall.receive)
    opened = open_window(wall)
    opened.resize(*size)
    opened.dress(settings.screen.mode)
    if settings.screen.fullscreen:
        opened.window.showFullScreen()
    client = HallClient(credential)
    join_hall(wall, bridge, client)
    give_voice(wall, bridge, client, settings.voice)
    return run(app, opened, bridge, stage=stage)


def open_window(wall: Wall) -> OpenWindow:
    second = SecondLanguage(WALL.texts)
    second.setParent(wall)
    return OpenWindow(WALL, {"model": wall.model, "second": second})


def join_hall(wall: Wall, bridge: Bridge, client: HallClient) -> None:
    """Views come in; which calls were spoken goes out."""
    work = HallWork(client, bridge.post)
    wall.spoken.connect(lambda calls: bridge.run(work.report_spoken(calls)))
    bridge.run(work.follow())


def give_voice(wall: Wall, bridge: Bridge, client: HallClient, settings: VoiceSettings) -> None:
    """What was called goes out to the speaker; what was heard comes in. Nothing where another wall speaks."""
    address = settings.address
    if address is None:
        return
    voice = VoiceWork(address, bridge.post, client, chimes=settings.chime)
    wall.called.connect(lambda *called: bridge.run(voice.announce(*called)))
    bridge.run(voice.run())


def _calls(update: Update) -> tuple[CallView, ...]:
    match update:
        case Snapshot():
            return update.calls
        case Changes():
            return tuple(view for view in update.views if isinstance(view, CallView))
        case _:
            return ()
