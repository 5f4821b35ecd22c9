"""The counter put together: settings, hall client, its devices, presenter and window."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from counter.entrance.words import TEXTS as ENTRANCE_TEXTS
from counter.errors import NotACounter
from counter.flow import happenings as h
from counter.flow.requests import Arrange, Request
from counter.flow.state import Counter, Link
from counter.keys import keys_in_effect
from counter.placing import place
from counter.presenter import Outside, Presenter, Taste
from counter.receipts import Receipts
from counter.settings import CounterSettings
from counter.staff_card import report_reader, watch_staff_cards
from counter.work import HallWork, Post
from display.kit.app import run
from display.kit.bridge import Bridge
from display.kit.hall_clock import HallClock, steady_clock, views_of
from display.kit.window import FrontEnd, OpenWindow, application
from display.receipt.template import read
from drivers.runtime.registry import Registry
from queue_core.client import Credential, LinkLost, LinkUp, StaffClient, Update
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import HallView, WindowView
from queue_core.wire.words import Role

HERE = Path(__file__).parent
COUNTER = FrontEnd(
    name="counter", main=HERE / "qml" / "Main.qml", texts=HERE / "i18n", guests=(ENTRANCE_TEXTS,)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A counter ready to run: start the bridge and show the window."""

    presenter: Presenter
    bridge: Bridge
    opened: OpenWindow


def start(settings: CounterSettings, *, stage: Path | None) -> int:
    """Run the counter until its window is closed; the exit code. Raises as `assemble` does."""
    app = application(COUNTER.name)
    counter = assemble(settings)
    place(counter.opened.window, settings.layout, on_top=settings.on_top)
    return run(app, counter.opened, counter.bridge, stage=stage)


def assemble(settings: CounterSettings) -> Assembled:
    """Raises CredentialUnusable, NotACounter and ConfigErrors before anything is shown."""
    credential = Credential.load(settings.credential)
    if credential.role is not Role.COUNTER:
        raise NotACounter(credential.role)
    local_ms = steady_clock()
    clock = HallClock(local_ms)

    def receive(value: h.Happening | Update) -> None:
        deliver(value, presenter, clock)

    def send(request: Request) -> None:
        if isinstance(request, Arrange):
            place(opened.window, request.layout, on_top=settings.on_top)
        else:
            bridge.run(work.perform(request))

    def speak(tag: str) -> None:
        opened.speak(tag)

    def dress(look: str) -> None:
        opened.dress(look)

    bridge = Bridge(receive)
    client = StaffClient(credential)
    receipts = _receipts(settings, client, bridge.post)
    work = HallWork(client, bridge.post, receipts)
    outside = Outside(send=send, speak=speak, dress=dress, hall_ms=clock.now_ms, steady_ms=local_ms)
    taste = Taste(
        language=settings.language,
        look=settings.look,
        has_reader=settings.staff_reader is not None,
        keys=keys_in_effect(settings.keys),
    )
    presenter = Presenter(Counter(windows=settings.windows, layout=settings.layout), outside, taste)
    opened = OpenWindow(COUNTER, presenter.properties)
    opened.speak(settings.language)
    opened.dress(settings.look)
    bridge.run(work.follow())
    if settings.staff_reader is not None or receipts is not None:
        bridge.run(_own_devices(settings.staff_reader, receipts, bridge.post, client))
    return Assembled(presenter=presenter, bridge=bridge, opened=opened)


def _receipts(settings: CounterSettings, client: StaffClient, post: Post) -> Receipts | None:
    """Raises ConfigErrors with the mistakes of the hall's own template."""
    if settings.printer is None:
        return None
    template = settings.receipt.template
    return Receipts(settings.printer, client, post, None if template is None else read(template))


async def _own_devices(
    reader: str | None, receipts: Receipts | None, post: Post, client: StaffClient
) -> None:
    """The counter's own, until cancelled: the reader of staff cards and the printer of receipts."""
    async with Registry() as devices, asyncio.TaskGroup() as group:
        if receipts is not None:
            await receipts.open(devices)
        if reader is not None:
            group.create_task(watch_staff_cards(reader, devices, post))
        group.create_task(report_reader(devices, client))


def deliver(value: h.Happening | Update, presenter: Presenter, clock: HallClock) -> None:
    """What the bridge hands over, as happenings."""
    match value:
        case LinkUp():
            presenter.receive(h.LinkChanged(link=Link.UP))
        case LinkLost():
            presenter.receive(h.LinkChanged(link=Link.DOWN, code=value.code))
        case Snapshot() | Changes():
            clock.hear(value)
            show(value, presenter)
        case _:
            presenter.receive(value)


def show(frame: Snapshot | Changes, presenter: Presenter) -> None:
    for view in views_of(frame):
        if isinstance(view, HallView | WindowView):
            presenter.receive(h.Seen(view=view))
