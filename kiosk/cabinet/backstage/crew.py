"""Hall, locker and devices of a cabinet, on the asyncio loop."""

import asyncio
import contextlib
from collections.abc import Callable
from typing import assert_never

from display.kit.hall_clock import HallClock, steady_clock
from drivers.runtime.registry import Registry
from drivers.runtime.supervising import SupervisedLocker
from kiosk.backstage.health import KioskHealth
from kiosk.backstage.printer import Printer
from kiosk.cabinet.backstage.doorkeeper import Doorkeeper
from kiosk.cabinet.backstage.receipts import Receipts
from kiosk.cabinet.backstage.senses import Senses
from kiosk.cabinet.backstage.telling import farewell
from kiosk.cabinet.config import Devices
from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow import requests as r
from kiosk.cabinet.flow.state import Link, Trouble
from kiosk.flow.facts import DeviceFacts
from queue_core import log
from queue_core.client import ClientError, Credential, HallRefused, HallUnreachable, LinkLost, LinkUp, Update
from queue_core.client.cabinet import CabinetClient
from queue_core.client.device_reports import report_devices
from queue_core.wire.lockers import (
    AskCollection,
    AskDeposit,
    AskInspection,
    AskRemoval,
    Grant,
    ShowProof,
    ShowStaff,
    StaffGrant,
    Unlocking,
)
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import CabinetView, HallView
from queue_core.wire.words import UnlockingPurpose

FAREWELL_WITHIN_S = 2.0
AGAIN_AFTER_S = 1.0
TELLING_WITHIN_S = 8.0
logger = log.logger("cabinet.crew")
ORDERS: dict[type[r.OrderDoor], UnlockingPurpose] = {
    AskCollection: UnlockingPurpose.COLLECTION,
    AskDeposit: UnlockingPurpose.DEPOSIT,
    AskRemoval: UnlockingPurpose.REMOVAL,
    AskInspection: UnlockingPurpose.INSPECTION,
}


class Crew:
    """`post` hands a happening to the screen; it is called on the loop and may not block.

    `senses` are where cards and codes come from. `receipts` are printed by a printer that its owner watches;
    without one none is. `clock` hears the hall's time; whoever needs it before the crew is there gives one.
    `devices_seen` hears on the loop how the devices are that are opened here.
    """

    def __init__(  # noqa: PLR0917 what the screen's program puts together, once
        self,
        credential: Credential,
        devices: Devices,
        post: Callable[[h.Happening], None],
        senses: Senses,
        receipts: Receipts | None = None,
        clock: HallClock | None = None,
        devices_seen: Callable[[tuple[DeviceFacts, ...]], None] = lambda _: None,
    ) -> None:
        self._post = post
        self._devices = devices
        self._senses = senses
        self._receipts = receipts or Receipts(Printer(None), post)
        self._client = CabinetClient(credential)
        self.doors = Doorkeeper(self._client, post)
        self.clock = clock or HallClock(steady_clock())
        self._health = KioskHealth(devices_seen)
        self._asked: set[int] = set()

    async def run(self) -> None:
        """Until cancelled. What the hall has not been told by then gets a moment more."""
        async with self._client, Registry() as registry:
            telling = asyncio.create_task(self.doors.telling.work())
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._watch_doors(registry))
                    group.create_task(self._follow())
                    group.create_task(self._senses.watch(registry))
                    group.create_task(self._health.watch(registry))
                    group.create_task(report_devices(self._health, self._client))
            finally:
                await farewell(self.doors.telling, FAREWELL_WITHIN_S)
                telling.cancel()

    async def perform(self, request: r.Request) -> None:
        match request:
            case r.Ask(question=ShowProof() | ShowStaff()):
                await self._show(request)
            case r.Ask():
                await self._order(request)
            case r.Open(unlocking=unlocking):
                await self.doors.open(unlocking)
            case r.GiveUp(unlocking_id=unlocking_id, failure=failure):
                self.doors.fail(unlocking_id, failure)
            case r.Say(unlocking_id=unlocking_id, finding=finding, grant=grant):
                self.doors.say(unlocking_id, finding, grant)
            case r.PrintReceipt():
                await self._receipts.print(request, self._client, self.doors.telling)
            case _:
                assert_never(request)

    # Asking

    async def _show(self, asked: r.Ask) -> None:
        try:
            value = await self._answer_to(asked)
        except ClientError as error:
            self._post(h.Refused(ask=asked, trouble=trouble_of(error)))
        else:
            self._post(h.Answered(ask=asked, value=value))

    async def _order(self, asked: r.Ask) -> None:
        """Asked on after the deadline: an order that the hall has given must be known, to be withdrawn."""
        if asked.ask_id in self._asked:
            return
        self._asked.add(asked.ask_id)
        purpose = purpose_of(asked.question)
        began = self.doors.begin_asking(purpose)
        try:
            order = await self._order_answered(asked)
        except ClientError as error:
            self.doors.answered(None, purpose, began)
            self._post(h.Refused(ask=asked, trouble=trouble_of(error)))
        else:
            if self.doors.answered(order, purpose, began):
                self._post(h.Answered(ask=asked, value=order))
            else:
                self._post(h.Refused(ask=asked, trouble=Trouble(code="line-was-lost")))
        finally:
            self._asked.discard(asked.ask_id)

    async def _order_answered(self, asked: r.Ask) -> Unlocking:
        """First the hall hears what is still to be told of doors: the order may depend on it."""
        while True:
            try:
                async with asyncio.timeout(TELLING_WITHIN_S):
                    await self.doors.telling.empty()
                value = await self._answer_to(asked)
            except (HallUnreachable, TimeoutError):
                self._post(h.Refused(ask=asked, trouble=Trouble(code=HallUnreachable.code)))
                await asyncio.sleep(AGAIN_AFTER_S)
            else:
                assert isinstance(value, Unlocking)
                return value

    async def _answer_to(self, asked: r.Ask) -> Grant | StaffGrant | Unlocking:
        client, key = self._client, asked.key
        match asked.question:
            case ShowProof() as proof:
                return await client.show_proof(proof, key=key)
            case ShowStaff() as staff:
                return await client.show_staff(staff, key=key)
            case AskCollection() as wanted:
                return await client.ask_collection(wanted, key=key)
            case AskDeposit() as wanted:
                return await client.ask_deposit(wanted, key=key)
            case AskRemoval() as wanted:
                return await client.ask_removal(wanted, key=key)
            case AskInspection() as wanted:
                return await client.ask_inspection(wanted, key=key)
            case _:
                assert_never(asked.question)

    # The hall

    async def _follow(self) -> None:
        async with contextlib.aclosing(self._client.follow()) as updates:
            async for update in updates:
                self._heard(update)

    def _heard(self, update: Update) -> None:
        """What comes first after the line was lost tells of the past, as a snapshot does."""
        match update:
            case LinkUp():
                self._post(h.LinkChanged(link=Link.UP))
                self.doors.telling.linked(is_up=True)
            case LinkLost(code=code):
                self._post(h.LinkChanged(link=Link.DOWN, code=code))
                self.doors.telling.linked(is_up=False)
            case Snapshot(hall=hall, cabinets=cabinets):
                self.clock.hear(update)
                self._see_hall(hall)
                for own in cabinets:
                    self._see(own, is_change=False)
            case Changes(views=views):
                self.clock.hear(update)
                for view in views:
                    if isinstance(view, HallView):
                        self._see_hall(view)
                    elif isinstance(view, CabinetView):
                        self._see(view, is_change=True)

    def _see_hall(self, hall: HallView) -> None:
        self._receipts.hear(hall)
        self._post(h.HallSeen(hall=hall))

    def _see(self, view: CabinetView, *, is_change: bool) -> None:
        self._post(h.CabinetSeen(view=view))
        self.doors.see(view, is_change=is_change)

    # Devices

    async def _watch_doors(self, registry: Registry) -> None:
        await self.doors.watch(await registry.add("locker", SupervisedLocker(self._devices.locker)))


def purpose_of(question: r.Question) -> UnlockingPurpose:
    assert not isinstance(question, ShowProof | ShowStaff)
    return ORDERS[type(question)]


def trouble_of(error: ClientError) -> Trouble:
    if not isinstance(error, HallRefused):
        return Trouble(code=error.code, remedy=error.remedy)
    problem = error.problem
    return Trouble(
        code=problem.code, said=problem.said, remedy=problem.remedy, until_ms=problem.until_ms or 0
    )
