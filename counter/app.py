"""The counter put together: settings, hall client, view-model and window."""

from dataclasses import dataclass
from pathlib import Path

from counter.errors import NotACounter
from counter.flow import state as s
from counter.settings import CounterSettings
from counter.viewmodels.model import CounterModel, Outside
from counter.work import HallWork
from display.kit.app import run
from display.kit.bridge import Bridge
from display.kit.hall_clock import HallClock, steady_clock, views_of
from display.kit.window import FrontEnd, OpenWindow, application
from queue_core.client import Credential, HallClient, LinkLost, LinkUp, Update
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import HallView, WindowView
from queue_core.wire.words import Role

HERE = Path(__file__).parent
COUNTER = FrontEnd(name="counter", main=HERE / "qml" / "Main.qml", texts=HERE / "i18n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A counter ready to run: start the bridge and show the window."""

    model: CounterModel
    bridge: Bridge
    opened: OpenWindow


def start(settings: CounterSettings, *, stage: Path | None) -> int:
    """Run the counter until its window is closed; the exit code. Raises as `assemble` does."""
    app = application(COUNTER.name)
    counter = assemble(settings)
    return run(app, counter.opened, counter.bridge, stage=stage)


def assemble(settings: CounterSettings) -> Assembled:
    """Raises CredentialUnusable and NotACounter before anything is shown."""
    credential = Credential.load(settings.credential)
    if credential.role is not Role.COUNTER:
        raise NotACounter(credential.role)
    local_ms = steady_clock()
    clock = HallClock(local_ms)

    def receive(value: s.Happening | Update) -> None:
        deliver(value, model, clock)

    def send(request: s.Request) -> None:
        bridge.run(work.perform(request))

    def speak(tag: str) -> None:
        opened.speak(tag)

    bridge = Bridge(receive)
    work = HallWork(HallClient(credential), bridge.post)
    outside = Outside(send=send, speak=speak, hall_ms=clock.now_ms, steady_ms=local_ms)
    model = CounterModel(s.Counter(windows=settings.windows), outside, language=settings.language)
    opened = OpenWindow(COUNTER, {"model": model})
    opened.speak(settings.language)
    bridge.run(work.follow())
    return Assembled(model=model, bridge=bridge, opened=opened)


def deliver(value: s.Happening | Update, model: CounterModel, clock: HallClock) -> None:
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


def show(frame: Snapshot | Changes, model: CounterModel) -> None:
    for view in views_of(frame):
        if isinstance(view, HallView | WindowView):
            model.receive(s.Seen(view=view))
