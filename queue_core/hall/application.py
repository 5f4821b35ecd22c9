"""The hall server as an ASGI application: routes, the door before them, problems."""

import asyncio
import importlib.util
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import structlog
from litestar import Litestar
from litestar.plugins import PluginProtocol
from litestar.plugins.core import MsgspecDIPlugin

from queue_core.app.business_days import BusinessDays
from queue_core.app.errors import HallStopped
from queue_core.app.hall import Hall
from queue_core.app.opening import SteeredClock
from queue_core.app.outgoing import Outgoing
from queue_core.domain.entry import Entry
from queue_core.domain.hall_day import HallDay
from queue_core.hall import admission, problems
from queue_core.hall.alarms_pickup import of_pickup
from queue_core.hall.answers import Json
from queue_core.hall.appointments import Appointments
from queue_core.hall.cabinets import Cabinets, Unlockings
from queue_core.hall.cacheable import Shelf
from queue_core.hall.cases import Cases
from queue_core.hall.choices import Choices
from queue_core.hall.claims import Claims
from queue_core.hall.control import Control
from queue_core.hall.desk import Desk, holder_view, note_view
from queue_core.hall.devices import DeviceRoll, Devices
from queue_core.hall.envelope import Envelope
from queue_core.hall.figures import Figures
from queue_core.hall.figures_live import LiveFigures
from queue_core.hall.finding import Finding
from queue_core.hall.follow_ups import FollowUps
from queue_core.hall.holders import Holders
from queue_core.hall.hooks import Hooks, Partners, Refused
from queue_core.hall.hub import SESSION_ENDED, Hub
from queue_core.hall.lifting import Lifting
from queue_core.hall.managers import ManagersPages, managers_page
from queue_core.hall.matters import KEPT_S, REMEMBERED_SEARCHES, Matters, PublicMatters
from queue_core.hall.messages import Dispatch, StaffMessages
from queue_core.hall.metrics import Metrics
from queue_core.hall.metrics_requests import Counted, Requests
from queue_core.hall.notices import Notices
from queue_core.hall.openapi import OPENAPI
from queue_core.hall.pages import Pages, PhonePages
from queue_core.hall.people import People
from queue_core.hall.picture import DayNow, Picture
from queue_core.hall.projection import Projection
from queue_core.hall.public import Phones
from queue_core.hall.public_hall import Board, PublicHalls
from queue_core.hall.public_pickups import PublicPickups
from queue_core.hall.ratings import Ratings
from queue_core.hall.ratings_live import RatingsToday, RatingWatch
from queue_core.hall.reception import Reception
from queue_core.hall.settings import HallSettings
from queue_core.hall.settings_messages import PartnerEntry
from queue_core.hall.shifts import Shifts
from queue_core.hall.streaming import stream
from queue_core.hall.supervision import Supervising, Watchtower
from queue_core.hall.tickets import Tickets
from queue_core.hall.tokens import Tokens
from queue_core.hall.usual_hours import UsualHours
from queue_core.hall.windows import Windows
from queue_core.matters import Catalogue
from queue_core.messages.messenger import Messenger
from queue_core.messages.secret import Secret
from queue_core.store.accounts import Accounts

MAX_BODY = 64 * 1024
COUNTS_EVERY_S = 0.5

log = structlog.get_logger(__name__)


def build(
    *,
    hall: Hall,
    accounts: Accounts,
    settings: HallSettings,
    catalogue: Catalogue,
    tokens: Tokens,
    fingerprint: str,
    calendar: BusinessDays,
    clock: SteeredClock | None = None,
    usual: UsualHours,
    figures: LiveFigures,
    messenger: Messenger | None = None,
    partners: Mapping[str, tuple[PartnerEntry, Secret]] | None = None,
) -> Callable[[Any, Any, Any], Any]:
    """The application on open stores, the caller's to close; `usual` and `figures` are closed here."""

    @asynccontextmanager
    async def lifespan(app: Litestar) -> AsyncGenerator[None, None]:
        app.state.desk = desk = await _desk(
            hall,
            accounts,
            settings,
            tokens,
            fingerprint,
            catalogue=catalogue,
            calendar=calendar,
            clock=clock,
        )
        app.state.devices = roll = DeviceRoll()
        rating_watch = RatingWatch(figures)
        app.state.dispatch = dispatch = Dispatch(Outgoing(hall), messenger, refused)
        app.state.messenger = messenger
        app.state.partners = Partners(partners or {}, refused)
        pickup = of_pickup(desk.hub.is_connected, settings.pickup.few_free_percent)
        app.state.watchtower = Watchtower(desk, roll, (rating_watch.alarms, dispatch.alarms, pickup))
        app.state.staff_cards = desk.reception.cards
        app.state.board = Board(desk, usual)
        app.state.pages = Pages(desk.phone_page)
        app.state.managers_pages = Pages(managers_page())
        app.state.figures = figures
        app.state.requests = requests
        app.state.matters = Shelf(lives_s=KEPT_S, most=REMEMBERED_SEARCHES)
        unsubscribe = _publish_to(desk)
        stop_hearing = hall.subscribe(figures.hear)
        figures.start()
        watching = asyncio.create_task(rating_watch.keep_looking())
        counts = asyncio.create_task(_tell_counts(desk))
        looking = asyncio.create_task(dispatch.keep_looking())
        sending = None if messenger is None else asyncio.create_task(messenger.run())
        yield
        looking.cancel()
        if sending is not None:
            sending.cancel()
            await asyncio.wait([sending])
        counts.cancel()
        watching.cancel()
        unsubscribe()
        stop_hearing()
        await asyncio.to_thread(figures.close)
        await asyncio.to_thread(usual.close)

    requests = Requests()
    refused = Refused()
    application = Envelope(
        _MsgspecOnly(
            route_handlers=[
                Tickets,
                Choices,
                Finding,
                Claims,
                Windows,
                Ratings,
                FollowUps,
                RatingsToday,
                Appointments,
                Cases,
                Cabinets,
                Unlockings,
                Lifting,
                Control,
                Notices,
                Shifts,
                Supervising,
                StaffMessages,
                Hooks,
                People,
                Phones,
                Holders,
                Matters,
                PublicHalls,
                PublicMatters,
                PublicPickups,
                PhonePages,
                Devices,
                Figures,
                ManagersPages,
                Metrics,
                stream,
            ],
            before_request=admission.admit,
            request_class=admission.Visit,
            response_class=Json,
            exception_handlers={Exception: problems.answer},
            lifespan=[lifespan],
            request_max_body_size=MAX_BODY,
            openapi_config=OPENAPI,
            logging_config=None,
        ),
        clock,
    )
    return Counted(application, requests)


class _MsgspecOnly(Litestar):
    """Without the plugins for pydantic (and its version 1), whose loading is a tenth of a server's start."""

    @staticmethod
    def _get_default_plugins(plugins: list[PluginProtocol]) -> list[PluginProtocol]:
        return [*plugins, MsgspecDIPlugin()]


async def _desk(
    hall: Hall,
    accounts: Accounts,
    settings: HallSettings,
    tokens: Tokens,
    fingerprint: str,
    *,
    catalogue: Catalogue,
    calendar: BusinessDays,
    clock: SteeredClock | None,
) -> Desk:
    projection = Projection(settings, hall.wait_for)
    now: DayNow = await hall.read(lambda day: Picture(projection).of(day, hall.now_ms))
    hub = Hub(now, lambda window: holder_view(hall, window), lambda window: note_view(hall, window))
    reception = Reception(
        accounts=accounts,
        tokens=tokens,
        hall=hall,
        settings=settings,
        fingerprint=fingerprint,
        ended=lambda owner: hub.end_of(owner, SESSION_ENDED),
    )
    return Desk(
        hall=hall,
        settings=settings,
        reception=reception,
        tokens=tokens,
        hub=hub,
        projection=projection,
        phone_page=phone_page(settings),
        catalogue=catalogue,
        calendar=calendar,
        clock=clock,
    )


def _publish_to(desk: Desk) -> Callable[[], None]:
    """Each commit becomes views on the committer's thread and is told on the loop, if anybody listens."""
    loop = asyncio.get_running_loop()

    def committed(entries: tuple[Entry, ...], day: HallDay) -> None:
        desk.count_uses(entries)
        desk.picture.hear(entries)
        if desk.hub.is_heard or day.day != desk.hub.day:
            loop.call_soon_threadsafe(desk.hub.publish, desk.picture.of(day, desk.hall.now_ms))

    return desk.hall.subscribe(committed)


async def _tell_counts(desk: Desk) -> None:
    """Tell numbers of waiting and estimates, twice a second; a rating's time may run out meanwhile, too."""
    while True:
        await asyncio.sleep(COUNTS_EVERY_S)
        if not desk.hub.is_heard:
            continue
        try:
            await desk.catch_up()
            await desk.hub.settle()
        except HallStopped:
            return
        except Exception:  # numbers that are late must not be late for ever
            log.exception("numbers of waiting could not be told")


def phone_page(settings: HallSettings) -> Path | None:
    """The folder of the phone's page: as configured, or what the display package brings.

    The package is looked up, not imported: a server loads no screen's code.
    """
    if settings.phone_page is not None:
        return settings.phone_page
    display = importlib.util.find_spec("display")
    if display is None or not display.submodule_search_locations:
        return None
    return Path(display.submodule_search_locations[0], "phone", "static")
