"""The running wall: the hall's stream in, a window and a voice out."""

from pathlib import Path

import structlog
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from display.kit.app import run
from display.kit.bridge import Bridge
from display.kit.hall_clock import HallClock, steady_clock
from display.kit.hall_stream import follow
from display.kit.window import FrontEnd, OpenWindow, application
from display.voice.announcer import News, VoiceChanged
from display.voice.errors import VoiceError
from display.voice.noting import note
from display.voice.said import Memory, beside
from display.wall.flow import RuleTold, WallState, learn
from display.wall.legibility import Screen
from display.wall.plan import check
from display.wall.rule_work import RuleWork
from display.wall.settings import VoiceSettings, WallSettings
from display.wall.standpoint import Standpoint, strangers
from display.wall.viewmodels.derive import SOURCE, Inputs, derive
from display.wall.viewmodels.model import SecondLanguage, WallModel
from display.wall.viewmodels.props import WallProps
from display.wall.work import VoiceWork
from drivers.contract.errors import DeviceError
from queue_core.client import Credential, HallClient, Update
from queue_core.wire.stream import Changes, Snapshot

HERE = Path(__file__).parent
WALL = FrontEnd(name="wall", main=HERE / "qml" / "Main.qml", texts=HERE / "i18n")
_TICK_MS = 1000

_log = structlog.get_logger(__name__)


class Wall(QObject):
    """Everything of the wall that lives on the thread of the user interface."""

    rule_wanted = Signal()

    def __init__(
        self,
        clock: HallClock | None = None,
        *,
        standpoint: Standpoint | None = None,
        screen: Screen | None = None,
        language: str = SOURCE,
    ) -> None:
        super().__init__()
        self.standpoint, self.screen, self.language = standpoint or Standpoint(), screen or Screen(), language
        self.model = WallModel(WallProps())
        self._size = (1920, 1080)
        self._strangers: list[str] = []
        self.state = WallState()
        self.clock = clock or HallClock(steady_clock())
        self._voice_code = ""
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.show)
        self._tick.start()
        self.show()

    def receive(self, update: Update | VoiceChanged | RuleTold) -> None:
        """The voice hears the hall by itself: speaking may not hold a picture up, nor a picture speech."""
        match update:
            case VoiceChanged(trouble=trouble):
                self.voice_changed(trouble)
            case _:
                self._learn(update)

    def fit(self, width: int, height: int) -> None:
        """The window has this size now."""
        self._size = (width, height)
        self.show()

    def _learn(self, update: Update | RuleTold) -> None:
        if isinstance(update, Snapshot | Changes):
            self.clock.hear(update)
        minutes = self.state.rule_minutes
        self.state = learn(self.state, update, self.clock.now_ms())
        self.show()
        if self.state.rule_minutes != minutes:
            self.rule_wanted.emit()
            self._note_strangers()

    def show(self) -> None:
        self.model.show(
            derive(
                Inputs(
                    state=self.state,
                    now_ms=self.clock.now_ms(),
                    voice_code=self._voice_code,
                    standpoint=self.standpoint,
                    screen=self.screen,
                    size=self._size,
                    language=self.language,
                )
            )
        )

    def voice_changed(self, trouble: DeviceError | VoiceError | None) -> None:
        self._voice_code = trouble.code if trouble else ""
        self.show()

    def _note_strangers(self) -> None:
        found = strangers(self.standpoint, self.state.hall) if self.state.hall else []
        if found and found != self._strangers:
            remedy = "Name windows and places in wall.toml as hall.toml has them."
            _log.error("not of this hall", windows_and_places=found, remedy=remedy)
        self._strangers = found


def run_wall(settings: WallSettings, *, stage: Path | None, size: tuple[int, int]) -> int:
    """Show the wall until its window is closed; the exit code.

    Raises CredentialUnusable and ScreenTooSmall.
    """
    app = application("paihao-wall")
    if settings.screen.fullscreen:
        filled = QGuiApplication.primaryScreen().size()
        size = (filled.width(), filled.height())
    check(size, settings.screen.screen)
    credential = Credential.load(settings.credential)
    wall = Wall(standpoint=settings.standpoint, screen=settings.screen.screen, language=settings.language)
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
    opened = OpenWindow(WALL, {"model": wall.model, "second": second})
    opened.speak(wall.language)

    def fit() -> None:
        wall.fit(opened.window.width(), opened.window.height())

    opened.window.widthChanged.connect(fit)
    opened.window.heightChanged.connect(fit)
    fit()
    return opened


def join_hall(wall: Wall, bridge: Bridge, client: HallClient) -> None:
    """Views and the rule come in."""
    rule = RuleWork(client, bridge.post)
    wall.rule_wanted.connect(lambda: bridge.run(rule.want()))
    bridge.run(rule.run())
    bridge.run(follow(client, bridge.post))


def give_voice(
    bridge: Bridge, client: HallClient, settings: VoiceSettings, *, memory: Path | None = None
) -> None:
    """Why calls cannot be heard comes in. Nothing where another voice speaks."""
    plan = settings.plan
    if plan is None:
        return

    def post(news: News) -> None:
        note(news)
        if isinstance(news, VoiceChanged):
            bridge.post(news)

    bridge.run(VoiceWork(client, plan, Memory(memory), post).run())
