"""Does what the steps of a visit ask for, and tells the visit what hall and devices say."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, assert_never

from display.ticket.outbox import Outbox
from display.ticket.template import Template
from drivers.contract.scanner import CodeVerifier
from drivers.runtime.registry import Registry
from kiosk.backstage.booking import Bookings
from kiosk.backstage.clock import watch_clock
from kiosk.backstage.codes import Codes
from kiosk.backstage.finding import Finding
from kiosk.backstage.health import KioskHealth
from kiosk.backstage.keepsake import Keepsake
from kiosk.backstage.numbers import Numbers
from kiosk.backstage.printer import Printer
from kiosk.backstage.printing import Printing
from kiosk.backstage.readers import Readers
from kiosk.backstage.resuming import resume
from kiosk.backstage.sound import Sound
from kiosk.backstage.staffing import Staffing
from kiosk.backstage.wishes import Wishes
from kiosk.config import Devices
from kiosk.flow.effects import (
    AskExplanation,
    AskPreview,
    AskProspect,
    AwaitPhone,
    Beep,
    Book,
    Change,
    CheckPrinter,
    ConfirmPrinted,
    Effect,
    FindAppointments,
    FindCases,
    FindSlots,
    FindTickets,
    LetGo,
    LookForCards,
    LookUpMatter,
    MakeLink,
    NameMatters,
    Print,
    PrintList,
    RateVisit,
    ReadCard,
    ReadLog,
    ReadText,
    Restart,
    SearchMatters,
    Take,
    TrialPrint,
    VerifyCode,
    Withdraw,
)
from kiosk.flow.events import DevicesSeen, Event, HallSeen, LinkSeen
from kiosk.flow.visit import LogLine
from queue_core.client import Credential, HallClient, LinkLost, LinkUp
from queue_core.client.device_reports import report_devices
from queue_core.client.stream import Update
from queue_core.wire.stream import Snapshot
from queue_core.wire.views import HallView
from queue_core.wire.words import DeliveryState

FAREWELL_WITHIN_S = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Furnishing:
    """What a kiosk may have beside hall and devices.

    `template` is the hall's own of the ticket on paper; `verifier` knows whose an electronic card is;
    `keepsake` is the file that outlives a crash; `log_lines` tells the last lines of the log, newest first.
    `lend_staff_card` is asked on the loop whether a staff card is for a guest on this screen, and takes its
    serial then; None stands for a card that could not be read.
    """

    template: Template | None = None
    verifier: CodeVerifier | None = None
    keepsake: Path | None = None
    log_lines: Callable[[], tuple[LogLine, ...]] = tuple
    lend_staff_card: Callable[[str | None], bool] = lambda _: False


class Backstage:
    """`post` hands an event to the visit; it is called on the loop and may not block."""

    def __init__(
        self,
        credential: Credential,
        devices: Devices,
        post: Callable[[Event], None],
        furnished: Furnishing = Furnishing(),
    ) -> None:
        self._post = post
        self._credential = credential
        self._client = HallClient(credential)
        self._health = KioskHealth(lambda devices: post(DevicesSeen(devices)))
        self._keepsake = Keepsake(furnished.keepsake, self._health)
        self._outbox = Outbox(self._client, self._keepsake)
        self._readers = Readers(devices.readers, post)
        self.printer = Printer(devices.printer)
        self._printing = Printing(
            self.printer, post, self._outbox, self._keepsake, furnished.template, kiosk=credential.device
        )
        self._codes = Codes(devices.scanner, furnished.verifier, post)
        self._staffing = Staffing(
            devices.staff_reader,
            self._client,
            post,
            self._printing,
            health=self._health,
            log_lines=furnished.log_lines,
            lend=furnished.lend_staff_card,
        )
        self.sound = Sound(devices.speaker)
        self._numbers = Numbers(self._client, post, self._keepsake)
        self._finding = Finding(self._client, post)
        self._bookings = Bookings(self._client, post)
        self._wishes = Wishes(self._client, post)
        self._hall: HallView | None = None
        self._is_hall_seen = asyncio.Event()
        self._phone_watch: asyncio.Task[Any] | None = None

    async def run(self) -> None:
        """Until cancelled. What the hall has not been told by then gets a moment more."""
        async with self._client, Registry() as devices:
            sending = asyncio.create_task(self._outbox.work())
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._follow())
                    group.create_task(self._readers.watch(devices))
                    group.create_task(self.printer.watch(devices))
                    group.create_task(self._codes.watch(devices))
                    group.create_task(self.sound.watch(devices))
                    group.create_task(self._staffing.watch(devices))
                    group.create_task(self._health.watch(devices))
                    group.create_task(report_devices(self._health, self._client))
                    group.create_task(watch_clock(self._credential, self._health))
                    group.create_task(self._resume())
            finally:
                await self._farewell()
                sending.cancel()

    async def perform(self, effect: Effect) -> None:  # noqa: C901, PLR0912 one case a kind of effect
        match effect:
            case LookForCards():
                self._readers.look(effect)
            case ReadCard():
                await self._readers.read(effect)
            case VerifyCode():
                await self._codes.verify(effect)
            case AskPreview():
                await self._numbers.preview(effect)
            case Take():
                await self._numbers.take(effect)
            case (
                FindTickets()
                | FindAppointments()
                | FindCases()
                | ReadText()
                | SearchMatters()
                | LookUpMatter()
            ):
                await self._finding.find(effect, self._hall)
            case FindSlots() | Book():
                await self._bookings.fulfil(effect, self._hall)
            case NameMatters():
                await self._finding.name(effect)
            case AskProspect() | AskExplanation() | Change() | RateVisit() | MakeLink():
                await self._wishes.fulfil(effect)
            case Print():
                self._stop_watching()
                assert self._hall is not None, "a ticket without a hall"
                await self._printing.print(effect, self._hall)
            case PrintList():
                assert self._hall is not None, "a matter without a hall"
                await self._printing.print_list(effect, self._hall)
            case Beep():
                await self.sound.beep()
            case TrialPrint():
                await self._staffing.test_print()
            case CheckPrinter():
                await self._staffing.check_printer()
            case ReadLog():
                self._staffing.read_log()
            case Restart():
                pass  # the application's: it ends itself
            case AwaitPhone():
                self._stop_watching()
                self._phone_watch = asyncio.current_task()
                await self._numbers.await_phone(effect)
            case Withdraw(ticket_id=ticket_id):
                self._stop_watching()
                self._outbox.put(ticket_id, DeliveryState.WITHDRAWN)
            case LetGo(ticket_id=ticket_id):
                self._keepsake.forget(ticket_id)
            case ConfirmPrinted(ticket_id=ticket_id):
                self._stop_watching()
                self._outbox.put(ticket_id, DeliveryState.PRINTED)
            case _:
                assert_never(effect)

    async def _resume(self) -> None:
        await self._is_hall_seen.wait()
        await resume(self._client, self._keepsake, self._outbox, self._post)

    async def _follow(self) -> None:
        async for update in self._client.follow():
            self._heard(update)

    def _heard(self, update: Update) -> None:
        match update:
            case LinkUp():
                self._post(LinkSeen(""))
            case LinkLost(code=code):
                self._post(LinkSeen(code))
            case Snapshot(hall=hall):
                self._see(hall)
            case changes:
                for view in changes.views:
                    if isinstance(view, HallView):
                        self._see(view)

    def _see(self, hall: HallView) -> None:
        self._hall = hall
        self._is_hall_seen.set()
        self._post(HallSeen(hall))

    def _stop_watching(self) -> None:
        if self._phone_watch is not None:
            self._phone_watch.cancel()
            self._phone_watch = None

    async def _farewell(self) -> None:
        # Not asyncio.timeout: in a task that is cancelled it raises no TimeoutError on Python 3.11.2.
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._outbox.empty(), FAREWELL_WITHIN_S)
