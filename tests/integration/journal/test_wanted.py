"""What clients want with persons in it: each once, whatever is sent again, and never at the hall's cost."""

import sqlite3
from contextlib import closing

import pytest
from msgspec.structs import replace

from queue_core.app import (
    BookingWanted,
    CaseTold,
    ConversionWanted,
    ErrandAsked,
    ErrandWantedToo,
    IdempotencyConflict,
    NumberWanted,
    ProspectWanted,
)
from queue_core.app.errors import KeysUnavailable, NotYourAppointment, UnknownAppointment, UnknownCase
from queue_core.domain.commands import CancelAppointment, OpenWindow
from queue_core.domain.refusals import AlreadyBooked, AppointmentUsed, NoSuchSlot, SlotPast
from queue_core.domain.rules import Unit
from queue_core.domain.words import PriorityKind, Right, TicketClass

TAX = {each: Unit("tax", each) for each in TicketClass}
ACCEPT, CONSULT, PICKUP = TAX[TicketClass.ACCEPT], TAX[TicketClass.CONSULT], TAX[TicketClass.PICKUP]
DAY_MS = 24 * 3_600_000
TEN = 1_794_794_400_000  # 10:00 on Monday 2026-11-16 in Shanghai


@pytest.fixture
def old_man(canary):
    return replace(canary, id_number="44010619561116513X")


@pytest.fixture
async def busy(site, canary):
    """Window 1 serves, and the person waits with number 1."""
    await site.do(OpenWindow(window=1, clerk="0007"))
    await site.do(NumberWanted(errands=(ErrandAsked(unit=ACCEPT),), holder=canary))
    return site


def every_kind(holder):
    consult = ErrandAsked(unit=CONSULT)
    number = NumberWanted(errands=(consult,), holder=holder)
    converted = ConversionWanted(ticket_id=1, errand=0, asked=consult)
    added = ErrandWantedToo(ticket_id=1, asked=consult)
    prospect = ProspectWanted(ticket_id=1, errand=0, unit=CONSULT)
    booked = BookingWanted(unit=ACCEPT, starts_at_ms=TEN, holder=holder)
    told = CaseTold(code="TX-1", unit=PICKUP, holder=holder, phone="13800138000")
    return {
        "number": (number, replace(number, language="en")),
        "conversion": (converted, replace(converted, asked=ErrandAsked(unit=CONSULT, matter="m"))),
        "errand": (added, replace(added, asked=ErrandAsked(unit=CONSULT, items=2))),
        "prospect": (prospect, replace(prospect, unit=PICKUP)),
        "booking": (booked, replace(booked, matter="m")),
        "case": (told, replace(told, phone="13800138001")),
    }


@pytest.mark.parametrize("kind", ["number", "conversion", "errand", "prospect", "booking", "case"])
async def test_each_want_sent_again_gets_its_first_answer_also_after_a_restart(busy, canary, kind) -> None:
    wanted, other = every_kind(canary)[kind]
    first = await busy.do(wanted, key="k")
    assert len(first.events) >= 1
    before = busy.stored("SELECT count(*) FROM events")
    for _ in range(2):
        assert await busy.do(wanted, key="k") == replace(first, repeated=True)
        with pytest.raises(IdempotencyConflict):
            await busy.do(other, key="k")
        assert busy.stored("SELECT count(*) FROM events") == before
        busy.start()


async def test_a_case_told_again_is_neither_kept_nor_announced_twice(site, canary) -> None:
    told = CaseTold(code="TX-1", unit=PICKUP, holder=canary, phone="13800138000", is_ready=True)
    await site.do(told)
    for _ in range(2):
        again = await site.do(told)
        assert again.events == ()
        site.start()
    assert site.stored("SELECT count(*) FROM case_people") == [(1,)]
    assert site.stored("SELECT count(*) FROM outbox") == [(1,)]
    assert [case.code for case in await site.hall.cases_of(canary)] == ["TX-1"]


async def test_a_booking_sent_again_by_the_citys_system_stays_one(site, canary) -> None:
    wanted = BookingWanted(unit=ACCEPT, starts_at_ms=TEN, holder=canary, source="city-7")
    first = await site.do(wanted)
    for _ in range(2):
        assert (await site.do(wanted)).events == ()
        site.start()
    booked = first.events[-1].appointment
    assert await site.hall.appointments_of(canary) == (booked,)
    assert site.stored("SELECT count(*) FROM appointment_people") == [(1,)]


async def test_a_booking_moved_to_the_next_day_is_one_and_the_persons(site, canary) -> None:
    wanted = BookingWanted(unit=ACCEPT, starts_at_ms=TEN, holder=canary, source="city-7")
    await site.do(wanted)
    await site.do(replace(wanted, starts_at_ms=TEN + 24 * 3_600_000))
    states = [each.state for each in await site.hall.appointments_of(canary)]
    assert states == ["cancelled", "booked"]


@pytest.mark.parametrize(
    ("starts_at_ms", "refusal"),
    [(TEN + 61 * DAY_MS, NoSuchSlot), (2**62, NoSuchSlot), (TEN - DAY_MS, SlotPast)],
)
async def test_no_key_is_made_for_a_day_on_which_nobody_can_be_booked(
    site, canary, starts_at_ms, refusal
) -> None:
    def keys() -> list[tuple]:
        with closing(sqlite3.connect(f"file:{site.folder}/keys.db?mode=ro", uri=True)) as reader:
            return reader.execute("SELECT purpose, day FROM keys ORDER BY purpose, day").fetchall()

    before = keys()
    with pytest.raises(refusal):
        await site.do(BookingWanted(unit=ACCEPT, starts_at_ms=starts_at_ms, holder=canary))
    assert keys() == before
    await site.do(BookingWanted(unit=ACCEPT, starts_at_ms=TEN + 59 * DAY_MS, holder=canary))
    assert len(keys()) > len(before)


async def test_one_live_appointment_a_person_and_day(site, canary) -> None:
    wanted = BookingWanted(unit=ACCEPT, starts_at_ms=TEN, holder=canary)
    first = (await site.do(wanted)).events[-1].appointment
    later = replace(wanted, starts_at_ms=TEN + 1_800_000)
    site.start()
    with pytest.raises(AlreadyBooked):
        await site.do(later)
    await site.do(replace(later, replaces=first.reference))
    states = [each.state for each in await site.hall.appointments_of(canary)]
    assert states == ["cancelled", "booked"]


async def test_an_appointment_is_checked_in_by_its_person_alone_and_once(site, canary, old_man) -> None:
    wanted = BookingWanted(unit=ACCEPT, starts_at_ms=TEN, holder=canary)
    reference = (await site.do(wanted)).events[-1].appointment.reference
    await site.at(16, 9, 40)
    with pytest.raises(UnknownAppointment):
        await site.do(NumberWanted(appointment="nobodys", holder=canary))
    with pytest.raises(NotYourAppointment):
        await site.do(NumberWanted(appointment=reference, holder=old_man))
    issued = (await site.do(NumberWanted(appointment=reference, holder=canary))).events[0]
    assert (issued.slot.starts_at_ms, issued.errands[0].unit) == (TEN, ACCEPT)
    with pytest.raises(AppointmentUsed):
        await site.do(NumberWanted(appointment=reference, holder=canary))


async def test_only_the_one_who_booked_may_give_an_appointment_back_for_another(
    site, canary, old_man
) -> None:
    wanted = BookingWanted(unit=ACCEPT, starts_at_ms=TEN, holder=canary)
    reference = (await site.do(wanted)).events[-1].appointment.reference
    with pytest.raises(NotYourAppointment):
        await site.do(replace(wanted, holder=old_man, replaces=reference))
    with pytest.raises(UnknownAppointment):
        await site.do(replace(wanted, replaces="nobodys"))


async def test_the_statutory_age_is_seen_on_the_card(site, canary, old_man) -> None:
    young, old = [
        (await site.do(NumberWanted(errands=(ErrandAsked(unit=ACCEPT),), holder=each))).events[0]
        for each in (canary, old_man)
    ]
    assert young.priority is None
    assert (old.priority.kind, old.priority.verified_by) == (PriorityKind.AGE, "card")
    standing = await site.see(lambda day: day.standing(day.tickets[2], day.tickets[2].errand))
    assert standing.right is Right.PRIORITY


@pytest.mark.parametrize("is_restarted", [False, True])
async def test_a_pickup_finds_the_persons_own_finished_case(site, canary, old_man, is_restarted) -> None:
    for code, holder, is_ready in (("A", old_man, True), ("B", canary, False), ("C", canary, True)):
        await site.do(CaseTold(code=code, unit=PICKUP, holder=holder, is_ready=is_ready))
    asked = site.start() if is_restarted else site
    issued = await asked.do(NumberWanted(errands=(ErrandAsked(unit=PICKUP),), holder=canary))
    assert issued.events[0].errands[0].case_id == 3


@pytest.mark.parametrize("kind", [ConversionWanted, ErrandWantedToo])
async def test_a_pickup_that_comes_later_finds_the_holders_case_too(busy, canary, kind) -> None:
    await busy.do(CaseTold(code="A", unit=PICKUP, holder=canary, is_ready=True))
    asked = ErrandAsked(unit=PICKUP)
    await busy.do(
        ConversionWanted(ticket_id=1, errand=0, asked=asked)
        if kind is ConversionWanted
        else ErrandWantedToo(ticket_id=1, asked=asked)
    )
    assert await busy.see(lambda day: day.tickets[1].errands[-1].case_id) == 1


async def test_a_pickup_of_a_case_nobody_told_of_is_refused(site) -> None:
    with pytest.raises(UnknownCase):
        await site.do(NumberWanted(errands=(ErrandAsked(unit=PICKUP, case="TX-9"),)))


async def test_keys_that_do_not_answer_are_told_and_nothing_has_happened(site, canary) -> None:
    told = CaseTold(code="TX-1", unit=PICKUP, holder=canary, phone="13800138000")
    keys = site.folder / "keys.db"
    content = keys.read_bytes()
    keys.write_bytes(b"\xff" * len(content))
    before = site.stored("SELECT count(*) FROM events")
    with pytest.raises(KeysUnavailable):
        await site.do(told, key="k")
    await site.do(NumberWanted(errands=(ErrandAsked(unit=ACCEPT),)))
    keys.write_bytes(content)
    assert len((await site.do(told, key="k")).events) == 1
    assert site.stored("SELECT count(*) FROM events") == [(before[0][0] + 2,)]


async def test_numbers_go_on_when_the_keys_of_their_holders_were_lost(busy) -> None:
    busy.close()
    (busy.folder / "keys.db").unlink()
    busy.start()
    await busy.do(ConversionWanted(ticket_id=1, errand=0, asked=ErrandAsked(unit=PICKUP)))
    await busy.do(ErrandWantedToo(ticket_id=1, asked=ErrandAsked(unit=CONSULT)))
    units = await busy.see(lambda day: [each.unit for each in day.tickets[1].errands])
    assert units == [PICKUP, CONSULT]


async def test_a_cancelled_appointment_frees_the_person_for_another(site, canary) -> None:
    wanted = BookingWanted(unit=ACCEPT, starts_at_ms=TEN, holder=canary)
    await site.do(wanted)
    await site.do(CancelAppointment(appointment_id=1))
    assert (await site.do(wanted)).events[-1].appointment.appointment_id == 2
