"""The pad put together: settings, hall client, view-model and window."""

from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from display.kit.app import run
from display.kit.bridge import Bridge
from display.kit.hall_clock import HallClock, steady_clock, views_of
from display.kit.window import FrontEnd, OpenWindow, application
from display.pad.errors import NotAPad
from display.pad.flow import state as s
from display.pad.settings import PadSettings
from display.pad.viewmodels.model import Outside, PadModel
from display.pad.work import HallWork
from queue_core.client import Credential, HallClient, LinkLost, LinkUp, Update
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import HallView, WindowView
from queue_core.wire.words import Role

HERE = Path(__file__).parent
PAD = FrontEnd(name="pad", main=HERE / "qml" / "Main.qml", texts=HERE / "i18n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A pad ready to run: start the bridge and show the window."""

    model: PadModel
    bridge: Bridge
    opened: OpenWindow


def start(settings: PadSettings, *, stage: Path | None) -> int:
    """Run the pad until its window is closed; the exit code. Raises as `assemble` does."""
    app = application(PAD.name)
    pad = assemble(settings)
    return run(app, pad.opened, pad.bridge, stage=stage)


def assemble(settings: PadSettings) -> Assembled:
    """Raises CredentialUnusable and NotAPad before anything is shown."""
    credential = Credential.load(settings.credential)
    if credential.role is not Role.PAD:
        raise NotAPad(credential.role)
    clock = HallClock(steady_clock())

    def receive(value: s.Happening | Update) -> None:
        deliver(value, model, clock)

    def send(request: s.SendRating | s.SendSkip) -> None:
        match request:
            case s.SendRating():
                bridge.run(work.rate(request))
            case s.SendSkip():
                bridge.run(work.skip(request))
            case _:
                assert_never(request)

    def speak(tag: str) -> None:
        opened.speak(tag)

    bridge = Bridge(receive)
    work = HallWork(HallClient(credential), window=settings.window, post=bridge.post)
    outside = Outside(send=send, speak=speak, hall_ms=clock.now_ms)
    model = PadModel(s.Pad(window=settings.window), outside, language=settings.language)
    opened = OpenWindow(PAD, {"model": model})
    opened.dress(settings.look)
    opened.speak(settings.language)
    bridge.run(work.follow())
    return Assembled(model=model, bridge=bridge, opened=opened)


def deliver(value: s.Happening | Update, model: PadModel, clock: HallClock) -> None:
    """What the bridge hands over, as happenings to the model."""
    match value:
        case LinkUp():
            model.receive(s.LinkChanged(link=s.Link.UP))
        case LinkLost():
            model.receive(s.LinkChanged(link=s.Link.DOWN, code=value.code))
        case Snapshot() | Changes():
            clock.hear(value)
            show(value, model)
        case _:
            model.receive(value)


def show(frame: Snapshot | Changes, model: PadModel) -> None:
    for view in views_of(frame):
        if isinstance(view, HallView | WindowView):
            model.receive(s.Seen(view=view))
