"""The supervisor's screen put together: settings, hall client, view-models and window."""

from dataclasses import dataclass
from pathlib import Path

from counter.entrance.words import TEXTS as ENTRANCE_TEXTS
from counter.errors import NotACounter
from counter.supervisor.flow import happenings as h
from counter.supervisor.flow.state import Link, Topic
from counter.supervisor.hall_time import HallTime
from counter.supervisor.settings import SupervisorSettings
from counter.supervisor.viewmodels.overview import Outside, Overview
from counter.supervisor.work import HallWork
from display.kit.app import run
from display.kit.bridge import Bridge
from display.kit.hall_clock import steady_clock, views_of
from display.kit.window import FrontEnd, OpenWindow, application
from queue_core.client import Credential, LinkLost, LinkUp, Update
from queue_core.client.staff import StaffClient
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.supervision import Supervision
from queue_core.wire.views import CallView
from queue_core.wire.words import Role

HERE = Path(__file__).parent
SUPERVISOR = FrontEnd(
    name="supervisor", main=HERE / "qml" / "Main.qml", texts=HERE / "i18n", guests=(ENTRANCE_TEXTS,)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """Ready to run: start the bridge and show the window."""

    overview: Overview
    bridge: Bridge
    opened: OpenWindow


def start(settings: SupervisorSettings, *, stage: Path | None) -> int:
    """Run the screen until its window is closed; the exit code. Raises as `assemble` does."""
    app = application(SUPERVISOR.name)
    assembled = assemble(settings)
    return run(app, assembled.opened, assembled.bridge, stage=stage)


def assemble(settings: SupervisorSettings) -> Assembled:
    """Raises CredentialUnusable and NotACounter before anything is shown."""
    credential = Credential.load(settings.credential)
    if credential.role is not Role.COUNTER:
        raise NotACounter(credential.role)
    local_ms = steady_clock()
    clock = HallTime(local_ms)

    def receive(value: h.Happening | Update) -> None:
        overview.receive(happened(value, clock, local_ms()))

    def send(request: h.Request) -> None:
        bridge.run(work.perform(request))

    def speak(tag: str) -> None:
        opened.speak(tag)

    def dress(mode: str) -> None:
        opened.dress(mode)

    bridge = Bridge(receive)
    work = HallWork(StaffClient(credential), bridge.post)
    outside = Outside(send=send, speak=speak, dress=dress, hall_ms=clock.now_ms, steady_ms=local_ms)
    overview = Overview(outside, language=settings.language, mode=settings.mode)
    opened = OpenWindow(SUPERVISOR, overview.models)
    opened.speak(settings.language)
    opened.dress(settings.mode)
    bridge.run(work.follow())
    for topic in Topic:
        bridge.run(work.ask_about(topic))
    return Assembled(overview=overview, bridge=bridge, opened=opened)


def happened(value: h.Happening | Update, clock: HallTime, heard_ms: int) -> h.Happening:
    """What the bridge hands over, as a happening."""
    match value:
        case LinkUp():
            return h.LinkChanged(link=Link.UP)
        case LinkLost():
            return h.LinkChanged(link=Link.DOWN, code=value.code)
        case Snapshot() | Changes():
            clock.hear(value)
            return seen(value, clock.now_ms(), heard_ms)
        case h.Told(answer=Supervision() as supervision):
            clock.hear(supervision)
            return value
        case _:
            return value


def seen(frame: Snapshot | Changes, at_ms: int, heard_ms: int) -> h.Seen:
    """Calls are for walls and voices."""
    views = tuple(view for view in views_of(frame) if not isinstance(view, CallView))
    return h.Seen(views=views, at_ms=at_ms, heard_ms=heard_ms, is_snapshot=isinstance(frame, Snapshot))
