"""The running wall: the hall's stream in, a window and a voice out."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from display.kit.app import run
from display.kit.bridge import Bridge
from display.kit.hall_clock import HallClock, steady_clock
from display.kit.window import FrontEnd, OpenWindow, application
from display.voice.announcer import News, VoiceChanged
from display.voice.errors import VoiceError
from display.voice.said import Memory, beside
from display.wall.flow import WallState, learn
from display.wall.settings import VoiceSettings, WallSettings
from display.wall.viewmodels.derive import Inputs, derive
from display.wall.viewmodels.model import SecondLanguage, WallModel
from display.wall.viewmodels.props import WallProps
from display.wall.work import HallWork, VoiceWork
from drivers.contract.errors import DeviceError
from queue_core.client import Credential, HallClient, Update
from queue_core.wire.stream import Changes, Snapshot

HERE = Path(__file__).parent
WALL = FrontEnd(name="wall", main=HERE / "qml" / "Main.qml", texts=HERE / "i18n")
_TICK_MS = 1000


class Wall(QObject):
    """Everything of the wall that lives on the thread of the user interface."""

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

    def receive(self, update: Update | VoiceChanged) -> None:
        """The voice hears the hall by itself: speaking may not hold a picture up, nor a picture speech."""
        match update:
            case VoiceChanged(trouble=trouble):
                self.voice_changed(trouble)
            case _:
                self._learn(update)

    def _learn(self, update: Update) -> None:
        if isinstance(update, Snapshot | Changes):
            self.clock.hear(update)
        self.state = learn(self.state, update, self.clock.now_ms())
        self.show()

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

    def voice_changed(self, trouble: DeviceError | VoiceError | None) -> None:
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
    give_voice(bridge, client, settings.voice, memory=beside(settings.credential))
    return run(app, opened, bridge, stage=stage)


def open_window(wall: Wall) -> OpenWindow:
    second = SecondLanguage(WALL.texts)
    second.setParent(wall)
    return OpenWindow(WALL, {"model": wall.model, "second": second})


def join_hall(wall: Wall, bridge: Bridge, client: HallClient) -> None:
    """Views come in."""
    work = HallWork(client, bridge.post)
    bridge.run(work.follow())


def give_voice(
    bridge: Bridge, client: HallClient, settings: VoiceSettings, *, memory: Path | None = None
) -> None:
    """Why calls cannot be heard comes in. Nothing where another voice speaks."""
    plan = settings.plan
    if plan is None:
        return

    def post(news: News) -> None:
        if isinstance(news, VoiceChanged):
            bridge.post(news)

    bridge.run(VoiceWork(client, plan, settings.bank, Memory(memory), post).run())
