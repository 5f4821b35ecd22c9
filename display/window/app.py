"""The running screen of one window: the hall's stream in, a picture out."""

from pathlib import Path

import structlog
from PySide6.QtCore import QObject, QTimer

from display.kit.app import run
from display.kit.bridge import Bridge
from display.kit.hall_clock import HallClock, steady_clock
from display.kit.hall_stream import follow
from display.kit.window import FrontEnd, OpenWindow, application
from display.wall.viewmodels.model import SecondLanguage
from display.window.errors import NotADisplay
from display.window.flow import ScreenState, learn
from display.window.settings import WindowScreenSettings
from display.window.viewmodels.derive import SOURCE, derive
from display.window.viewmodels.model import WindowModel
from display.window.viewmodels.props import WindowProps
from queue_core.client import Credential, HallClient, Update
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.words import Role

HERE = Path(__file__).parent
WINDOW_SCREEN = FrontEnd(name="window-screen", main=HERE / "qml" / "Main.qml", texts=HERE / "i18n")
TICK_MS = 1000
ENROL_FOR_IT = (
    "Look whether hall.toml has this window; enrol the screen as a pad of this window, or as a wall."
)

_log = structlog.get_logger(__name__)


class WindowScreen(QObject):
    """Everything of the screen that lives on the thread of the user interface."""

    def __init__(self, window: int, clock: HallClock | None = None, *, language: str = SOURCE) -> None:
        super().__init__()
        self.language = language
        self.clock = clock or HallClock(steady_clock())
        self.state = ScreenState(window=window)
        self.model = WindowModel(WindowProps())
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.show)
        self._tick.start()
        self.show()

    def receive(self, update: Update) -> None:
        if isinstance(update, Snapshot | Changes):
            self.clock.hear(update)
        self.state = learn(self.state, update, self.clock.now_ms())
        if isinstance(update, Snapshot) and self.state.view is None:
            _log.error("window-not-ours", window=self.state.window, remedy=ENROL_FOR_IT)
        self.show()

    def show(self) -> None:
        self.model.show(derive(self.state, self.clock.now_ms(), self.language))


def run_screen(settings: WindowScreenSettings, *, stage: Path | None, size: tuple[int, int]) -> int:
    """Show the window's screen until it is closed; the exit code.

    Raises CredentialUnusable and NotADisplay.
    """
    credential = Credential.load(settings.credential)
    if credential.role not in {Role.PAD, Role.WALL}:
        raise NotADisplay(credential.role)
    app = application("paihao-window-screen")
    screen = WindowScreen(settings.window, language=settings.language)
    bridge = Bridge(screen.receive)
    opened = open_window(screen)
    opened.resize(*size)
    opened.dress(settings.mode)
    if settings.fullscreen:
        opened.window.showFullScreen()
    bridge.run(follow(HallClient(credential), bridge.post))
    return run(app, opened, bridge, stage=stage)


def open_window(screen: WindowScreen) -> OpenWindow:
    second = SecondLanguage(WINDOW_SCREEN.texts)
    second.setParent(screen)
    opened = OpenWindow(WINDOW_SCREEN, {"model": screen.model, "second": second})
    opened.speak(screen.language)
    return opened
