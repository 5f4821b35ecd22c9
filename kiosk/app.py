"""The kiosk put together: presenter on the GUI thread, backstage on the loop, the window between."""

from collections.abc import Callable
from pathlib import Path

from display.kit.app import run
from display.kit.bridge import Bridge
from display.kit.window import FrontEnd, OpenWindow, application
from kiosk.backstage.crew import Backstage
from kiosk.config import KioskConfig, Patience, pixels
from kiosk.flow.effects import Effect
from kiosk.presenter import Presenter
from kiosk.ticket_template import read
from queue_core.client import Credential

HERE = Path(__file__).parent
KIOSK = FrontEnd(name="kiosk", main=HERE / "qml" / "Main.qml", texts=HERE / "i18n")


def open_kiosk(patience: Patience, perform: Callable[[Effect], None]) -> tuple[Presenter, OpenWindow]:
    """A kiosk's window before it is shown, and what its pages follow."""

    def speak(tag: str) -> None:
        opened.speak(tag)

    presenter = Presenter(patience, perform, speak)
    opened = OpenWindow(KIOSK, presenter.properties())
    presenter.show()
    return presenter, opened


def run_kiosk(config: KioskConfig, *, stage: Path | None = None) -> int:
    """Until the window is closed; the exit code.

    Raises CredentialUnusable, or ConfigErrors about the hall's template, before anything is shown.
    """
    credential = Credential.load(config.credential)
    template = None if config.ticket.template is None else read(config.ticket.template)
    app = application("kiosk")

    def perform(effect: Effect) -> None:
        bridge.run(backstage.perform(effect))

    presenter, opened = open_kiosk(config.patience, perform)
    bridge = Bridge(presenter.receive)
    backstage = Backstage(credential, config.devices, bridge.post, template)
    opened.resize(*pixels(config.screen.size))
    opened.dress(config.screen.mode)
    if config.screen.fullscreen:
        opened.window.showFullScreen()
    bridge.run(backstage.run())
    return run(app, opened, bridge, stage=stage)
