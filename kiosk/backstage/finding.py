"""Looking up: a person's numbers, appointments and cases, what a text stands for, and matters."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import assert_never
from zoneinfo import ZoneInfo

from kiosk.backstage.asking import Post, answer
from kiosk.flow.effects import (
    FindAppointments,
    FindCases,
    FindTickets,
    LookUpMatter,
    NameMatters,
    ReadText,
    SearchMatters,
)
from kiosk.flow.events import (
    AppointmentsFound,
    AskFailed,
    CasesFound,
    CodeKnown,
    Event,
    MatterSeen,
    MattersFound,
    MattersNamed,
    TicketsFound,
)
from queue_core.client import ClientError, HallClient
from queue_core.wire.appointments import Appointment
from queue_core.wire.views import HallView
from queue_core.wire.words import AppointmentState

LookUp = FindTickets | FindAppointments | FindCases | ReadText | SearchMatters | LookUpMatter


class Finding:
    """`post` hands an event to the visit."""

    def __init__(self, client: HallClient, post: Post) -> None:
        self._client = client
        self._post = post
        self._search: asyncio.Task[None] | None = None

    async def find(self, effect: LookUp, hall: HallView | None) -> None:
        """A further letter that is typed ends the search for the letters before it."""
        failed: Callable[..., Event] = AskFailed
        if isinstance(effect, SearchMatters):
            failed = partial(AskFailed, asked=effect.asked)
            if self._search is not None:
                self._search.cancel()
            self._search = asyncio.current_task()
        await answer(self._post, effect.visit_id, self._found(effect, hall), failed)

    async def name(self, effect: NameMatters) -> None:
        """Nobody waits for names: what the hall does not tell is done without."""
        found = []
        for code in effect.codes:
            with contextlib.suppress(ClientError):
                found.append(await self._client.matter(code))
        if found:
            self._post(MattersNamed(visit_id=effect.visit_id, matters=tuple(found)))

    async def _found(self, effect: LookUp, hall: HallView | None) -> Event:
        visit_id, ask = effect.visit_id, self._client
        match effect:
            case FindTickets(holder=holder):
                return TicketsFound(visit_id=visit_id, tickets=await ask.tickets_of(holder))
            case FindAppointments(holder=holder):
                booked = todays(await ask.appointments_of(holder), hall)
                return AppointmentsFound(visit_id=visit_id, appointments=booked)
            case FindCases(holder=holder):
                return CasesFound(visit_id=visit_id, cases=await ask.cases_of(holder))
            case ReadText(text=text):
                return CodeKnown(visit_id=visit_id, read=await ask.read_code(text))
            case SearchMatters(asked=asked, query=query, category=category):
                found = await ask.matters(query, category=category)
                return MattersFound(visit_id=visit_id, asked=asked, found=found)
            case LookUpMatter(code=code):
                return MatterSeen(visit_id=visit_id, matter=await ask.matter(code))
            case _:
                assert_never(effect)


def todays(appointments: tuple[Appointment, ...], hall: HallView | None) -> tuple[Appointment, ...]:
    """Those of the hall's business day with which a number may be taken, in their order.

    Live ones first. Whoever comes too late has missed the appointment and is told so: those come last. One
    that was checked in has its number.
    """
    if hall is None:
        return ()
    zone = ZoneInfo(hall.timezone)
    of_today = [
        each
        for each in appointments
        if datetime.fromtimestamp(each.starts_at_ms / 1000, zone).date().isoformat() == hall.day
    ]
    return tuple(
        each
        for state in (AppointmentState.BOOKED, AppointmentState.MISSED)
        for each in sorted(of_today, key=lambda one: one.starts_at_ms)
        if each.state is state
    )
