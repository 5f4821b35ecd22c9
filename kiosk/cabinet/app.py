"""The cabinet put together: configuration, doors, hall and devices, view-model and window."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtQuick import QQuickWindow

from display.kit.app import run
from display.kit.bridge import Bridge
from display.kit.focus import TOUCHES, FocusGuide
from display.kit.window import FrontEnd, OpenWindow, application
from display.receipt.template import read
from kiosk.cabinet.backstage.crew import Crew
from kiosk.cabinet.backstage.receipts import Receipts
from kiosk.cabinet.backstage.senses import OwnSenses
from kiosk.cabinet.config import CabinetConfig, Devices, Patience, Screen
from kiosk.cabinet.errors import NotACabinet
from kiosk.cabinet.flow.happenings import Happening
from kiosk.cabinet.flow.requests import Request
from kiosk.cabinet.flow.state import Cabinet, Link, Means
from kiosk.cabinet.viewmodels.derive import Setting
from kiosk.cabinet.viewmodels.model import CabinetModel, Outside
from kiosk.cabinet.voice import CabinetVoice
from kiosk.config import pixels
from kiosk.flow.visit import Comfort, Mode
from kiosk.service_notice import ServiceNotice, prober
from queue_core.client import Credential
from queue_core.wire.words import Role

HERE = Path(__file__).parent
CABINET = FrontEnd(name="cabinet", main=HERE / "qml" / "Main.qml", texts=HERE / "i18n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A cabinet ready to run: start the bridge and show the window."""

    model: CabinetModel
    bridge: Bridge
    opened: OpenWindow


class Presence(QObject):
    """Hands and keys: every touch keeps the page, and a keypad does all."""

    def __init__(self, window: QQuickWindow, model: CabinetModel) -> None:
        super().__init__(window)
        self._model = model
        self._focus = FocusGuide(window, lambda _: False)
        self._focus.used.connect(model.touched)
        model.pageChanged.connect(self._focus.begin)
        window.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        if event.type() in TOUCHES:
            self._model.touched()
        return False


def start(config: CabinetConfig, *, stage: Path | None) -> int:
    """Run the cabinet until its window is closed; the exit code. Raises as `assemble` does."""
    app = application(CABINET.name)
    cabinet = assemble(config)
    if config.screen.fullscreen:
        cabinet.opened.window.showFullScreen()
    notice = ServiceNotice(os.environ, prober(cabinet.bridge), lambda: status(cabinet.model.state))
    notice.watch(cabinet.opened.window)
    app.aboutToQuit.connect(notice.stopping)
    return run(app, cabinet.opened, cabinet.bridge, stage=stage)


def assemble(config: CabinetConfig) -> Assembled:
    """Raises CredentialUnusable, NotACabinet, or ConfigErrors of the template before anything is shown."""
    credential = Credential.load(config.credential)
    if credential.role is not Role.CABINET:
        raise NotACabinet(credential.role)

    def send(request: Request) -> None:
        bridge.run(crew.perform(request))

    def now_ms() -> int:
        return crew.clock.now_ms()

    def receive(happening: Happening) -> None:
        model.receive(happening)

    bridge = Bridge(receive)
    senses = OwnSenses(config.devices, bridge.post)
    template = None if config.receipt.template is None else read(config.receipt.template)
    receipts = Receipts(senses.printer, bridge.post, template)
    crew = Crew(credential, config.devices, bridge.post, senses, receipts)
    setting = Setting(columns=config.picture.columns, clears_after_s=round(config.patience.clear_after_s))
    state = begin(config.devices, config.screen)
    model, opened = open_cabinet(state, send, now_ms, config.patience, setting)
    CabinetVoice(
        model,
        say=lambda said: bridge.run(senses.sound.say(said)),
        tune=lambda volume: bridge.run(senses.sound.set_volume(volume)),
    )
    opened.resize(*pixels(config.screen.size))
    bridge.run(crew.run())
    return Assembled(model=model, bridge=bridge, opened=opened)


def begin(devices: Devices, screen: Screen) -> Cabinet:
    """As every visit begins."""
    house = Comfort(mode=Mode(screen.mode), reach=screen.reach, volume=1 if devices.speaker else 0)
    means = Means(
        has_reader=bool(devices.readers),
        has_scanner=devices.scanner is not None,
        has_staff_reader=devices.staff_reader is not None,
        has_speaker=devices.speaker is not None,
    )
    return Cabinet(
        means=means, house=house, comfort=house, language=screen.language, house_language=screen.language
    )


def open_cabinet(
    state: Cabinet,
    send: Callable[[Request], None],
    now_ms: Callable[[], int],
    patience: Patience,
    setting: Setting,
) -> tuple[CabinetModel, OpenWindow]:
    """The window before it is shown, and what its pages follow."""

    def speak(tag: str) -> None:
        opened.speak(tag)

    def dress(mode: str, is_low: bool) -> None:  # noqa: FBT001 the model's
        opened.dress(mode, is_low=is_low)

    outside = Outside(send=send, speak=speak, dress=dress, now_ms=now_ms)
    model = CabinetModel(state, outside, patience, setting)
    opened = OpenWindow(CABINET, {"model": model})
    opened.speak(state.language)
    model.stand(state)  # in the language that is installed now
    Presence(opened.window, model)
    opened.window.destroyed.connect(model.stop)
    return model, opened


def status(state: Cabinet) -> str:
    """One line for whoever asks the service manager; nobody's visit is in it."""
    if state.link is not Link.UP:
        return f"hall: {state.link_code or state.link.value}"
    doors = f"{len(state.open_doors)} open" if not state.is_board_away else "board away"
    return f"hall: connected, doors: {doors}"
