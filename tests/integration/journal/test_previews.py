"""What a number would be is what it then is, on days of every kind; and a look at it leaves no trace."""

import hashlib
from random import Random

import pytest
from msgspec.structs import replace

from queue_core.app import (
    BookingWanted,
    CardKind,
    CaseTold,
    ErrandAsked,
    HallError,
    Holder,
    NumberWanted,
)
from queue_core.app.errors import KeysUnavailable, NotYourAppointment
from queue_core.domain import commands as c
from queue_core.domain.events import TicketIssued
from queue_core.domain.refusals import AlreadyWaiting, MayNotBeServed, Refusal
from queue_core.domain.rules import MINUTE_MS, Quota, Unit
from queue_core.domain.words import DeliveryState, PriorityKind, TicketClass

UNITS = [Unit(category, each) for category in ("tax", "land") for each in TicketClass]
ACCEPT, PICKUP = UNITS[0], Unit("tax", TicketClass.PICKUP)
TEN = 1_794_794_400_000  # on Monday 2026-11-16 in Shanghai


def person(serial: int, born: int = 1985) -> Holder:
    return Holder(name=f"人{serial}", id_number=f"440106{born}0101{serial:03d}X", card=CardKind.RESIDENT_ID)


def number(*units: Unit, **other) -> NumberWanted:
    return NumberWanted(errands=tuple(ErrandAsked(unit=each) for each in units), **other)


async def foreseen(site, wanted: NumberWanted) -> TicketIssued | str:
    """The event, or the code of the refusal."""
    try:
        return await site.hall.foresee(wanted, lambda issued, _day: issued)
    except (Refusal, HallError) as refused:
        return refused.code


async def taken(site, wanted: NumberWanted) -> TicketIssued | str:
    """The same of the taking, but for what names the number and its holder; a warned one takes the risk."""
    try:
        outcome = await site.do(wanted)
    except MayNotBeServed:
        return await taken(site, replace(wanted, accepts_risk=True))
    except (Refusal, HallError) as refused:
        return refused.code
    issued = next(each for each in outcome.events if isinstance(each, TicketIssued))
    await site.do(c.ReportDelivery(ticket_id=issued.ticket_id, outcome=DeliveryState.PRINTED))
    assert issued.reference
    assert (issued.holder is not None) == (wanted.holder is not None)
    return replace(issued, reference="", holder=None)


class Crowd:
    """Acts of a day by chance. `said` are the previews that came true."""

    def __init__(self, site, seed: int) -> None:
        self.site = site
        self.by = Random(seed)
        self.said: list[TicketIssued | str] = []
        self.people = [person(each, self.by.choice((1985, 1990, 1950))) for each in range(60)]
        self.booked: list[tuple[Holder, str]] = []

    async def prepare(self) -> None:
        for holder in self.people[:25]:
            slot_ms = TEN + self.by.randrange(-2, 13) * 30 * MINUTE_MS
            wanted = BookingWanted(unit=UNITS[self.by.randrange(3)], starts_at_ms=slot_ms, holder=holder)
            try:
                outcome = await self.site.do(wanted)
            except Refusal:
                continue
            self.booked.append((holder, outcome.events[-1].appointment.reference))
        for at, holder in enumerate(self.people[20:35]):
            told = CaseTold(code=f"case-{at}", unit=PICKUP, holder=holder, is_ready=at % 3 != 0)
            await self.site.do(told)

    async def go_on(self) -> None:
        self.site.clock.steer(self.site.clock() + self.by.randrange(1, 4 * MINUTE_MS))
        match self.by.randrange(10):
            case 0 | 1:
                await self.try_to(c.OpenWindow(window=self.by.choice((1, 2, 3)), clerk="7"))
            case 2 | 3 | 4:
                window = self.by.choice((1, 2, 3))
                for act in (c.FinishService, c.CallNext, c.StartService):
                    await self.try_to(act(window=window))
            case 5:
                await self.try_to(c.Defer(ticket_id=self.by.randrange(1, 40)))
            case _:
                wanted = self.wanted()
                before = await foreseen(self.site, wanted)
                assert before == await taken(self.site, wanted)
                self.said.append(before)

    def wanted(self) -> NumberWanted:
        holder = self.by.choice(self.people)
        match self.by.randrange(6):
            case 0:
                return number(self.by.choice(UNITS))
            case 1 | 2 if self.booked:
                booker, reference = self.by.choice(self.booked)
                who = self.by.choice((booker, booker, booker, holder))
                return NumberWanted(appointment=reference, holder=who)
            case 3:
                return number(*self.by.sample(UNITS, 2), holder=holder)
            case 4:
                return number(PICKUP, holder=self.by.choice(self.people[20:35]))
            case _:
                return number(self.by.choice(UNITS), holder=holder)

    async def try_to(self, command: c.Command) -> None:
        try:
            await self.site.do(command)
        except Refusal:
            return


@pytest.mark.parametrize("seed", range(3))
async def test_a_preview_says_what_the_number_is_then(found, seed: int) -> None:
    site = found()
    site.rules = replace(site.rules, quotas=(Quota(limit=9, category="land"),))
    site.start()
    crowd = Crowd(site, seed)
    await crowd.prepare()
    while site.clock() < TEN + 6.9 * 60 * MINUTE_MS:
        await crowd.go_on()
    await site.at(16, 17, 0)
    assert await foreseen(site, number(ACCEPT)) == await taken(site, number(ACCEPT)) == "hall-closed-today"
    told = [each for each in crowd.said if isinstance(each, TicketIssued)]
    refused = {each for each in crowd.said if isinstance(each, str)}
    assert refused >= {"already-waiting", "quota-full", "will-not-be-served"}
    assert any(each.estimate for each in told)
    assert any(each.ahead > 2 for each in told)
    assert any(each.priority and each.priority.kind is PriorityKind.AGE for each in told)
    assert any(each.slot for each in told)
    assert any(each.closing_chance is not None and 100 <= each.closing_chance < 900 for each in told)
    assert any(each.lapsed == "too-late" for each in told)
    assert any(each.errands[0].case_id for each in told)
    assert len(told) > 15


def traces(site) -> dict[str, str]:
    files = [each for each in site.folder.iterdir() if not each.name.endswith("-shm")]
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in files}


async def state(site):
    return await site.see(
        lambda day: (
            dict(day.tickets),
            dict(day.windows),
            list(day.appointments),
            list(day.cases),
            day.issued,
            day.next_ticket_id,
            {window: (day.lanes.next_at(window), day.lanes.waiting_at(window)) for window in day.windows},
        )
    )


async def test_nothing_is_left_of_a_preview(site) -> None:
    old = person(7, 1950)
    booked = await site.do(BookingWanted(unit=ACCEPT, starts_at_ms=TEN, holder=old))
    await site.do(CaseTold(code="X", unit=PICKUP, holder=old, is_ready=True))
    await site.do(c.OpenWindow(window=1, clerk="7"))
    await taken(site, number(ACCEPT))
    before, written, heard = await state(site), traces(site), []
    site.hall.subscribe(lambda entries, _day: heard.extend(entries))
    wanted = (
        number(ACCEPT, holder=old),
        number(PICKUP, UNITS[3], holder=old),
        NumberWanted(appointment=booked.events[0].appointment.reference, holder=old),
    )
    for each in wanted:
        assert isinstance(await foreseen(site, each), TicketIssued)
    assert await state(site) == before
    assert traces(site) == written
    assert heard == []
    assert await site.hall.tickets_of(old, lambda ticket, _day: ticket.ticket_id) == ()
    assert site.stored("SELECT count(*) FROM outbox") == [(0,)]


async def test_a_preview_is_refused_as_the_taking_is(site) -> None:
    mine, other = person(1), person(2)
    booked = await site.do(BookingWanted(unit=ACCEPT, starts_at_ms=TEN, holder=mine))
    reference = booked.events[0].appointment.reference
    with pytest.raises(NotYourAppointment):
        await site.hall.foresee(NumberWanted(appointment=reference, holder=other), lambda issued, _: issued)
    first = await taken(site, number(ACCEPT, holder=mine))
    with pytest.raises(AlreadyWaiting) as caught:
        await site.hall.foresee(number(ACCEPT, holder=mine), lambda issued, _: issued)
    assert caught.value.ticket.ticket_id == first.ticket_id


async def test_keys_that_do_not_answer_are_told_and_stop_nobody(site) -> None:
    keys = site.folder / "keys.db"
    content = keys.read_bytes()
    keys.write_bytes(b"\xff" * len(content))
    assert await foreseen(site, number(ACCEPT, holder=person(1))) == KeysUnavailable.code
    keys.write_bytes(content)
    assert isinstance(await foreseen(site, number(ACCEPT, holder=person(1))), TicketIssued)
