"""`/metrics` for Prometheus: how the hall and its server are now. Tells of no person and no number.

Behind the token of an auditor's device: `paihao hall enrolment-code --role auditor` makes one for the machine
that asks.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from litestar import Controller, Response, get
from msgspec import Struct

from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import Unit
from queue_core.hall.admission import Visit, open_for
from queue_core.hall.devices import DeviceRoll
from queue_core.hall.figures_live import LiveFigures
from queue_core.hall.messages import Dispatch
from queue_core.hall.metrics_requests import BOUNDS_S, Requests
from queue_core.hall.metrics_text import MEDIA_TYPE, Sample, family
from queue_core.wire.figures import DayFigures, Spread, Totals
from queue_core.wire.words import Role

_NOW = {
    "paihao_numbers_taken_today": ("taken", "Numbers taken today, those withdrawn left out."),
    "paihao_numbers_finished_today": ("finished", "Numbers finished today."),
    "paihao_numbers_lost_today": ("lost", "Numbers that expired after missed calls today."),
    "paihao_calls_today": ("calls", "Calls today, without recalls."),
    "paihao_recalls_today": ("recalls", "Recalls today."),
    "paihao_no_shows_today": ("no_shows", "Calls nobody came to today."),
    "paihao_conversions_today": ("conversions", "Changes of a number to another unit today."),
    "paihao_overrides_today": ("overrides", "Calls of one number by a supervisor today."),
    "paihao_numbers_waiting": ("waiting", "Numbers that wait now."),
}


class Moment(Struct, frozen=True):
    """The hall as it is: who waits by unit, and windows by state."""

    waiting: dict[Unit, int]
    windows: Counter[str]


class Metrics(Controller):
    tags = ("figures",)

    @get("/metrics", opt=open_for(Role.AUDITOR), include_in_schema=False)
    async def metrics(self, request: Visit) -> Response[str]:
        """Tell Prometheus how the hall and its server are."""
        state, desk = request.app.state, request.desk
        live: LiveFigures = state.figures
        roll: DeviceRoll = state.devices
        requests: Requests = state.requests
        figures = await asyncio.to_thread(live.today)
        moment = await desk.hall.read(_moment)
        dispatch: Dispatch = state.dispatch
        midnight_ms = await desk.hall.read(lambda day: day.midnight_ms)
        text = "".join(
            (
                *_of_the_day(figures),
                *_of_the_moment(moment),
                *_of_devices(roll),
                await dispatch.metrics(midnight_ms),
                *_of_the_server(requests, desk.hub.listeners, live.journal),
            )
        )
        return Response(text, media_type=MEDIA_TYPE, headers={"Cache-Control": "no-store"})


def _moment(day: HallDay) -> Moment:
    """On the committer's thread."""
    return Moment(
        waiting={unit: day.waiting.waiting_for(unit) for unit in day.offered},
        windows=Counter(window.state.value for window in day.windows.values()),
    )


def _of_the_day(figures: DayFigures) -> Iterator[str]:
    totals: Totals = figures.totals
    for name, (field, told) in _NOW.items():
        yield family(name, "gauge", told, [Sample(getattr(totals, field))])
    for name, told, spread in (
        ("paihao_first_wait_seconds", "First waits of the numbers called today.", totals.first_wait),
        ("paihao_service_seconds", "Services finished today.", totals.service),
    ):
        yield family(name, "gauge", told, _spread(spread))
    on_time = figures.appointments.on_time
    yield family(
        "paihao_appointments_on_time_today", "gauge", "Appointments called on time.", [Sample(on_time)]
    )
    judged = figures.appointments.judged
    yield family(
        "paihao_appointments_judged_today", "gauge", "Appointments called or left.", [Sample(judged)]
    )


def _spread(spread: Spread) -> Iterator[Sample]:
    """Nothing before there is one."""
    for stat, value in (("mean", spread.mean_s), ("p50", spread.p50_s), ("p95", spread.p95_s)):
        if value is not None:
            yield Sample(value, {"stat": stat})


def _of_the_moment(moment: Moment) -> Iterator[str]:
    yield family(
        "paihao_unit_waiting",
        "gauge",
        "Numbers that wait now, by what they wait for.",
        (
            Sample(waiting, {"category": unit.category, "class": unit.ticket_class.value})
            for unit, waiting in sorted(
                moment.waiting.items(), key=lambda each: (each[0].category, each[0].ticket_class)
            )
        ),
    )
    states = (Sample(count, {"state": state}) for state, count in sorted(moment.windows.items()))
    yield family("paihao_windows", "gauge", "Windows by their state.", states)


def _of_devices(roll: DeviceRoll) -> Iterator[str]:
    seen = roll.seen()
    devices = Counter((each.kind, each.state) for front_end in seen for each in front_end.devices)
    yield family(
        "paihao_devices",
        "gauge",
        "Devices by kind and state, as their front ends told last.",
        (Sample(count, {"kind": kind, "state": state}) for (kind, state), count in sorted(devices.items())),
    )
    silent = Counter(str(each.role) for each in seen if each.is_overdue)
    yield family(
        "paihao_front_ends_silent",
        "gauge",
        "Front ends that have told nothing for longer than they should.",
        (Sample(silent[role], {"role": role}) for role in sorted({str(each.role) for each in seen})),
    )


def _of_the_server(requests: Requests, listeners: int, journal: Path) -> Iterator[str]:
    yield family("paihao_stream_listeners", "gauge", "Open streams of views.", [Sample(listeners)])
    yield family(
        "paihao_journal_bytes", "gauge", "The journal's size, its WAL included.", [Sample(_size(journal))]
    )
    yield family(
        "paihao_requests_total",
        "counter",
        "HTTP requests by route; status 0 was never answered.",
        (
            Sample(count, {"method": method, "route": route, "status": str(status)})
            for (method, route, status), count in sorted(requests.asked.items())
        ),
    )
    yield family("paihao_request_seconds", "histogram", "How long answers took.", _histogram(requests))
    yield family("paihao_scraped_at_seconds", "gauge", "The server's clock.", [Sample(round(time.time(), 3))])


def _histogram(requests: Requests) -> Iterator[Sample]:
    bounds = [*(f"{bound:g}" for bound in BOUNDS_S), "+Inf"]
    for bound, count in zip(bounds, accumulate(requests.within), strict=True):
        yield Sample(count, {"le": bound}, "_bucket")
    yield Sample(requests.seconds, {}, "_sum")
    yield Sample(sum(requests.within), {}, "_count")


def _size(journal: Path) -> int:
    """Nothing for what is not there."""
    files = (journal, journal.with_name(f"{journal.name}-wal"))
    return sum(file.stat().st_size for file in files if file.exists())
