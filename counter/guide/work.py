"""What the guide desk asks of its hall, on the asyncio loop. Answers are posted as happenings."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from counter.guide.flow import happenings as h
from counter.guide.flow import requests as r
from counter.guide.flow.state import Trouble
from counter.guide.paper import Paper
from display.ticket.outbox import Outbox
from drivers.contract.errors import DeviceError
from queue_core import log
from queue_core.client import ClientError, HallRefused, StaffClient
from queue_core.wire.appointments import Appointment, FreeSlot
from queue_core.wire.choices import AddErrand, Convert, GrantPriority
from queue_core.wire.messages import CardHolder, LogIn, Ticket
from queue_core.wire.views import HallView
from queue_core.wire.words import AppointmentState

logger = log.logger("guide.work")
Post = Callable[[h.Happening], None]
LOOK_EVERY_S = 1.0
ENOUGH_SLOTS = 8
MOST_OF_A_DAY = 4
MOST_DAYS = 7
TELL_WITHIN_S = 3.0


class HallWork:
    """`hall` tells the hall as it was seen last."""

    def __init__(
        self,
        client: StaffClient,
        outbox: Outbox,
        paper: Paper,
        post: Post,
        hall: Callable[[], HallView | None],
    ) -> None:
        self._client = client
        self._outbox = outbox
        self._paper = paper
        self._post = post
        self._hall = hall
        self._watching: asyncio.Task[None] | None = None

    async def perform(self, request: r.Request) -> None:
        match request:
            case r.Ask():
                await self._answer(request)
            case r.Watch(ticket_id=ticket_id):
                self._watch(ticket_id)
            case r.Tell(ticket_id=ticket_id, outcome=outcome):
                self._outbox.put(ticket_id, outcome)
            case r.SendLogIn():
                await self._log_in(request)
            case r.SendLogOut():
                await self._log_out()
            case r.ForgetSession():
                await self._client.forget_session()
            case _:
                assert_never(request)

    async def _answer(self, ask: r.Ask) -> None:
        try:
            value = await self._found(ask.question)
        except ClientError as error:
            logger.info("refused", question=type(ask.question).__name__, code=error.code)
            self._post(h.Refused(ask=ask, trouble=trouble_of(error), existing=existing(error)))
        except DeviceError as error:
            logger.warning("print-failed", code=error.code, has_left_printer=error.may_have_printed)
            self._post(h.PrintFailed(ask=ask, code=error.code, has_left=error.may_have_printed))
        else:
            self._post(h.Answered(ask=ask, value=value))

    async def _found(self, question: r.Question) -> object:  # noqa: PLR0911 one a kind of question
        asked = self._client
        match question:
            case r.Take(wanted=wanted, key=key):
                return await asked.take_number(wanted, key=key)
            case r.Print(ticket=ticket, language=language):
                await self._paper.ticket(ticket, self._known_hall(), language)
                return ticket
            case r.PrintList(matter=matter, language=language):
                await self._paper.list(matter, self._known_hall(), language)
                return matter
            case r.MakeClaim(ticket_id=ticket_id):
                return await asked.claim(ticket_id)
            case r.Change():
                return await self._changed(question)
            case r.Book(wanted=wanted_slot, key=key):
                return await asked.book(wanted_slot, key=key)
            case _:
                return await self._looked_up(question)

    async def _looked_up(  # noqa: C901 one a kind of question
        self,
        question: r.AskPreview
        | r.FindCode
        | r.FindTicket
        | r.FindPerson
        | r.FindAppointments
        | r.Search
        | r.LookUp
        | r.Explain
        | r.AskProspect
        | r.FindSlots,
    ) -> object:
        asked = self._client
        found: Awaitable[object]
        match question:
            case r.AskPreview(wanted=wanted):
                found = asked.preview(wanted)
            case r.FindCode(text=text):
                found = self._by_code(text)
            case r.FindTicket(ticket_id=ticket_id):
                found = asked.ticket(ticket_id)
            case r.FindPerson(holder=holder):
                found = asked.tickets_of(holder)
            case r.FindAppointments(holder=holder):
                found = self._appointments(holder)
            case r.Search(query=query):
                found = asked.matters(query)
            case r.LookUp(code=code):
                found = asked.matter(code)
            case r.Explain(ticket_id=ticket_id):
                found = asked.explanation(ticket_id)
            case r.AskProspect(ticket_id=ticket_id, wanted=estimate):
                found = asked.prospect(ticket_id, estimate)
            case r.FindSlots():
                found = self._slots(question)
            case _:
                assert_never(question)
        return await found

    async def _by_code(self, text: str) -> Ticket | None:
        """A number that is known by its print only is told in full to staff."""
        read = await self._client.read_code(text)
        return None if read.ticket is None else await self._client.ticket(read.ticket.ticket_id)

    async def _appointments(self, holder: CardHolder) -> tuple[Appointment, ...]:
        return todays(await self._client.appointments_of(holder), self._known_hall())

    async def _slots(self, wanted: r.FindSlots) -> tuple[FreeSlot, ...]:
        """From tomorrow on, a few of each day, so that there is a morning and an afternoon."""
        found: list[FreeSlot] = []
        for day in coming_days(self._known_hall()):
            free = await self._client.slots(wanted.category, wanted.ticket_class, day)
            step = max(1, -(-len(free) // MOST_OF_A_DAY))
            found += free[::step]
            if len(found) >= ENOUGH_SLOTS:
                break
        return tuple(found[:ENOUGH_SLOTS])

    async def _changed(self, wanted: r.Change) -> Ticket:  # noqa: PLR0911 one a kind of change
        asked, ticket_id, key = self._client, wanted.ticket_id, wanted.key
        match wanted.change:
            case r.Deferral():
                return await asked.defer(ticket_id, key=key)
            case r.Cancellation():
                return await asked.cancel(ticket_id, key=key)
            case r.Return():
                return await asked.come_back(ticket_id, key=key)
            case r.Arrival():
                return await asked.arrive(ticket_id, key=key)
            case Convert() as change:
                return await asked.convert(ticket_id, change, key=key)
            case AddErrand() as change:
                return await asked.add_errand(ticket_id, change, key=key)
            case GrantPriority(kind=kind, proof=proof):
                return await asked.grant_priority(ticket_id, kind, proof=proof, key=key)
            case _:
                assert_never(wanted.change)

    def _known_hall(self) -> HallView:
        hall = self._hall()
        assert hall is not None, "asked before the hall was seen"
        return hall

    def _watch(self, ticket_id: int | None) -> None:
        if self._watching is not None:
            self._watching.cancel()
            self._watching = None
        if ticket_id is not None:
            self._watching = asyncio.create_task(self._look(ticket_id))

    async def _look(self, ticket_id: int) -> None:
        """Until cancelled. A hall that does not answer is asked again: the page says that it is away."""
        last: Ticket | None = None
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            try:
                ticket = await self._client.ticket(ticket_id)
            except ClientError as error:
                logger.info("ticket-not-seen", code=error.code)
                continue
            if ticket != last:
                self._post(h.TicketSeen(ticket=ticket))
            last = ticket

    async def _log_in(self, request: r.SendLogIn) -> None:
        wanted = LogIn(clerk=request.clerk, password=request.password, card=request.card)
        try:
            session = await self._client.log_in(wanted)
        except ClientError as error:
            self._post(h.LogInRefused(trouble=trouble_of(error)))
        else:
            self._post(h.LoggedIn(session=session))

    async def _log_out(self) -> None:
        """What the hall has to be told of numbers first: afterwards nobody here may tell it."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(TELL_WITHIN_S):
                await self._outbox.empty()
        try:
            await self._client.log_out()
        except ClientError as error:
            self._post(h.LogOutRefused(trouble=trouble_of(error)))
        else:
            self._post(h.LoggedOut())


def trouble_of(error: ClientError) -> Trouble:
    said = error.problem.said if isinstance(error, HallRefused) else {}
    return Trouble(code=error.code, said=said, remedy=error.remedy)


def existing(error: ClientError) -> int | None:
    """The number that the person has already."""
    if not isinstance(error, HallRefused) or error.problem.existing is None:
        return None
    return error.problem.existing.ticket_id


def coming_days(hall: HallView) -> list[date]:
    today = date.fromisoformat(hall.day)
    return [today + timedelta(days=ahead) for ahead in range(1, MOST_DAYS + 1)]


def todays(appointments: tuple[Appointment, ...], hall: HallView) -> tuple[Appointment, ...]:
    """Those of the business day with which a number may be taken: live ones first, then missed ones."""
    zone = ZoneInfo(hall.timezone)
    of_today = sorted(
        (
            each
            for each in appointments
            if datetime.fromtimestamp(each.starts_at_ms / 1000, zone).date().isoformat() == hall.day
        ),
        key=lambda one: one.starts_at_ms,
    )
    states = (AppointmentState.BOOKED, AppointmentState.MISSED)
    return tuple(each for state in states for each in of_today if each.state is state)
