"""What a counter asks of a real hall, on the asyncio loop as it runs, without its window."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any, TypeVar

import pytest
from msgspec.structs import replace

from counter.flow import happenings as h
from counter.flow import requests as r
from counter.flow.deeds import Deed, Plain
from counter.work import HallWork
from queue_core.client import StaffClient
from queue_core.wire.messages import DeliveryState, ReportDelivery, TakeNumber, Ticket
from queue_core.wire.words import Role, WindowAction
from tests.integration.hall.conftest import CLERKS, PASSWORD, connect, founded, hall, settings

__all__ = ["connect", "founded", "hall", "settings"]
WITHIN_S = 20.0
E = TypeVar("E")


class Desk:
    """A counter's work at one window, and what it posts."""

    def __init__(self, client: StaffClient, window: int) -> None:
        self.client = client
        self.window = window
        self.heard: asyncio.Queue[Any] = asyncio.Queue()
        self.work = HallWork(client, self.heard.put_nowait)
        self._keys = 0

    async def next(self, kind: type[E]) -> E:
        async with asyncio.timeout(WITHIN_S):
            while True:
                happening = await self.heard.get()
                if isinstance(happening, kind):
                    return happening

    async def log_in(self, clerk: str, *, takes_over: bool = False) -> h.LoggedIn | h.LogInRefused:
        await self.work.perform(
            r.SendLogIn(window=self.window, clerk=clerk, password=PASSWORD, takes_over=takes_over)
        )
        return await self.next(h.LoggedIn | h.LogInRefused)

    async def do(self, deed: Deed, *, key: str | None = None) -> h.ActionDone | h.ActionRefused:
        self._keys += 1
        key = key or f"key-of-window-{self.window}-{self._keys}"
        await self.work.perform(r.SendDeed(window=self.window, deed=deed, key=key))
        return await self.next(h.ActionDone | h.ActionRefused)

    async def press(self, *actions: WindowAction) -> None:
        for action in actions:
            assert isinstance(await self.do(Plain(action=action)), h.ActionDone)

    async def serve_next(self) -> int:
        await self.press(WindowAction.CALL_NEXT, WindowAction.START)
        ticket = (await self.client.window(self.window)).ticket
        assert ticket is not None
        return ticket.ticket_id


Sit = Callable[..., Awaitable[Desk]]


@pytest.fixture
async def sit(hall, founded) -> AsyncIterator[Sit]:
    """A counter at a window; with its clerk logged in and the window open, unless told otherwise."""
    async with AsyncExitStack() as stack:

        async def sit(window: int, *, at_work: bool = True) -> Desk:
            credential = replace(founded.credentials[Role.COUNTER, window], server=hall.url)
            desk = Desk(await stack.enter_async_context(StaffClient(credential)), window)
            if at_work:
                assert isinstance(await desk.log_in(CLERKS[window]), h.LoggedIn)
                await desk.press(WindowAction.OPEN)
            return desk

        yield sit


@pytest.fixture
def take(connect) -> Callable[[TakeNumber], Awaitable[Ticket]]:
    async def take(wanted: TakeNumber) -> Ticket:
        kiosk = await connect(Role.KIOSK)
        ticket = await kiosk.take_number(wanted)
        return await kiosk.report_delivery(ticket.ticket_id, ReportDelivery(outcome=DeliveryState.PRINTED))

    return take
