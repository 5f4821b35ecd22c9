"""The guide desk put together: configuration, hall and devices, view-model and window."""

from dataclasses import dataclass
from pathlib import Path

from counter.entrance.words import TEXTS as ENTRANCE_TEXTS
from counter.guide.config import GuideConfig, Patience
from counter.guide.crew import Crew
from counter.guide.errors import NotAGuideDesk
from counter.guide.flow.requests import Request
from counter.guide.flow.state import Guide
from counter.guide.presence import Presence
from counter.guide.viewmodels.model import GuideModel, Outside
from display.kit.app import run
from display.kit.bridge import Bridge
from display.kit.window import FrontEnd, OpenWindow, application
from display.ticket.template import read
from queue_core.client import Credential
from queue_core.wire.words import Role

HERE = Path(__file__).parent
GUIDE = FrontEnd(name="guide", main=HERE / "qml" / "Main.qml", texts=HERE / "i18n", guests=(ENTRANCE_TEXTS,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A desk ready to run: start the bridge and show the window."""

    model: GuideModel
    bridge: Bridge
    opened: OpenWindow


def start(config: GuideConfig, *, stage: Path | None) -> int:
    """Run the desk until its window is closed; the exit code. Raises as `assemble` does."""
    app = application(GUIDE.name)
    desk = assemble(config)
    if config.screen.fullscreen:
        desk.opened.window.showFullScreen()
    return run(app, desk.opened, desk.bridge, stage=stage)


def assemble(config: GuideConfig) -> Assembled:
    """Raises CredentialUnusable, NotAGuideDesk or ConfigErrors before anything is shown."""
    credential = Credential.load(config.credential)
    if credential.role is not Role.COUNTER:
        raise NotAGuideDesk(credential.role)
    template = None if config.ticket.template is None else read(config.ticket.template)

    def send(request: Request) -> None:
        bridge.run(crew.perform(request))

    def speak(tag: str) -> None:
        opened.speak(tag)

    outside = Outside(send=send, speak=speak)
    state = Guide(has_card_reader=config.devices.staff_reader is not None)
    model, opened = open_desk(state, outside, config.patience, language=config.screen.language)
    bridge = Bridge(model.receive)
    crew = Crew(credential, config.devices, bridge.post, template)
    opened.dress(config.screen.mode)
    opened.resize(*config.screen.pixels)
    bridge.run(crew.run())
    return Assembled(model=model, bridge=bridge, opened=opened)


def open_desk(
    state: Guide, outside: Outside, patience: Patience, *, language: str
) -> tuple[GuideModel, OpenWindow]:
    """The window before it is shown, and what its pages follow."""
    model = GuideModel(state, outside, patience, language=language)
    opened = OpenWindow(GUIDE, {"model": model})
    opened.speak(language)
    model.stand(state)  # in the language that is installed now
    Presence(opened.window, model)
    opened.window.destroyed.connect(model.stop)
    return model, opened
