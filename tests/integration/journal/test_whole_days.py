"""Days with all a hall may have: what a restart, midnight, and a clock that jumps leave as it was."""

import pytest
from msgspec.structs import replace

from queue_core.app import (
    BookingWanted,
    CaseTold,
    ConversionWanted,
    ErrandAsked,
    ErrandWantedToo,
    NumberWanted,
    open_hall,
)
from queue_core.app.errors import ClockMismatch
from queue_core.app.people import Contact
from queue_core.domain import commands as c
from queue_core.domain.refusals import Barred, HallClosedToday
from queue_core.domain.rules import Policy, Unit
from queue_core.domain.ticket import Priority
from queue_core.domain.words import DeliveryState, PriorityKind, TicketClass, TicketState
from queue_core.store.message import MessageKind
from queue_core.store.reading import verify
from queue_core.store.retention import Purpose, Retention
from queue_core.store.vault import FileVault

ACCEPT, CONSULT, PICKUP = (Unit("tax", each) for each in TicketClass)
LAND, LAND_PICKUP = Unit("land", TicketClass.ACCEPT), Unit("land", TicketClass.PICKUP)
TEN = 1_794_794_400_000  # on Monday 2026-11-16 in Shanghai
DAY_MS = 24 * 3_600_000
PHONE = "13800138000"


def picture(day):
    """All that others may ask of the day."""
    return {
        "day": (day.day, day.midnight_ms, day.rules, day.calibration, day.is_steered, day.is_closed),
        "next": (day.issued, day.next_ticket_id, day.next_call_id, day.next_appointment_id, day.next_case_id),
        "tickets": day.tickets,
        "windows": day.windows,
        "appointments": list(day.appointments),
        "cases": list(day.cases),
        "calls": day.all_calls,
        "away": (day.absent, list(day.deferred)),
        "head start": day.head_start_ms,
        "idle": (day.open_windows, day.free_auto),
        "called next": {number: day.lanes.next_at(number) for number in day.windows},
        "waiting": {number: day.lanes.waiting_at(number) for number in day.windows},
        "standings": [day.standing(each, each.errand) for each in day.tickets.values() if each.is_waiting],
        "ahead": [day.ahead(each) for each in day.tickets.values()],
    }


def number(*units, **other) -> NumberWanted:
    return NumberWanted(errands=tuple(ErrandAsked(unit=each) for each in units), **other)


async def take(site, wanted: NumberWanted) -> None:
    """Take a number on paper."""
    issued = (await site.do(wanted)).events[0]
    await site.do(c.ReportDelivery(ticket_id=issued.ticket_id, outcome=DeliveryState.PRINTED))


async def open_windows(site, *windows: int) -> None:
    for window in windows:
        await site.do(c.OpenWindow(window=window, clerk=f"{window}"))


async def a_full_day(site, canary) -> None:
    """From 9:00 to 10:20: something of everything, and everybody still in the middle of it."""
    others = [replace(canary, id_number=f"4401061990030751{last}X") for last in range(4)]
    booked = await site.do(BookingWanted(unit=ACCEPT, starts_at_ms=TEN, holder=canary))
    await site.do(BookingWanted(unit=ACCEPT, starts_at_ms=TEN - 1_800_000, holder=others[0]))
    await site.do(BookingWanted(unit=ACCEPT, starts_at_ms=TEN + DAY_MS, holder=others[1]))
    await site.do(CaseTold(code="A", unit=PICKUP, holder=others[2], phone=PHONE, is_ready=True))
    await site.do(CaseTold(code="B", unit=PICKUP, holder=others[3]))
    await open_windows(site, 1, 2, 3)
    for at in range(8):
        await take(site, number((ACCEPT, CONSULT, LAND)[at % 3]))
    await take(site, number(ACCEPT, LAND, holder=others[1]))
    await take(site, number(PICKUP, holder=others[2]))
    await site.do(number(CONSULT))
    await take(site, number(LAND_PICKUP, is_remote=True))
    await site.do(
        c.GrantPriority(ticket_id=8, priority=Priority(kind=PriorityKind.MILITARY, verified_by="g"))
    )
    await site.do(ConversionWanted(ticket_id=4, errand=0, asked=ErrandAsked(unit=CONSULT)))
    await site.do(ErrandWantedToo(ticket_id=5, asked=ErrandAsked(unit=LAND)))
    await site.do(c.Defer(ticket_id=7))
    await site.do(c.CallNext(window=1))
    await site.at(16, 9, 45)
    await take(site, NumberWanted(appointment=booked.events[-1].appointment.reference, holder=canary))
    for _ in range(2):
        await site.do(c.Recall(window=1))
    await site.at(16, 9, 50)
    await site.do(c.MarkNoShow(window=1))
    await site.do(c.CallNext(window=2))
    await site.do(c.StartService(window=2))
    await site.do(c.HoldTicket(window=2, reason="copy"))
    await site.do(c.CallNext(window=2))
    await site.do(c.StartService(window=2))
    held = await site.see(lambda day: [each for each in day.tickets.values() if each.hold is not None])
    await site.do(c.Return(ticket_id=held[0].ticket_id))
    await site.do(c.PauseWindow(window=2, reason="tea"))
    for command in (c.CallNext(window=1), c.StartService(window=1), c.HoldTicket(window=1, reason="photo")):
        await site.do(command)
    await site.do(c.ChangeProfile(window=1, profile=(ACCEPT, PICKUP)))
    await site.at(16, 10, 20)


async def test_a_restart_in_a_full_day_finds_it_as_it_was(site, canary) -> None:
    await a_full_day(site, canary)
    before = await site.see(picture)
    states = {ticket.state for ticket in before["tickets"].values()}
    ended = {TicketState.FINISHED, TicketState.CANCELLED, TicketState.EXPIRED}
    assert states >= set(TicketState) - ended - {TicketState.DEFERRED}
    own = await site.hall.appointments_of(canary)
    site.start()
    assert await site.see(picture) == before
    assert await site.hall.appointments_of(canary) == own
    await site.at(16, 10, 31)
    live = await site.see(picture)
    assert await site.start().see(picture) == live
    assert verify(site.folder / "journal.db").events == site.stored("SELECT count(*) FROM events")[0][0]


async def test_the_day_after_a_full_one_is_the_same_after_a_restart(site, canary) -> None:
    await a_full_day(site, canary)
    await site.at(17, 9)
    before = await site.see(picture)
    assert [each.state for each in before["appointments"]] == ["booked"]
    assert [each.code for each in before["cases"]] == ["A", "B"]
    assert await site.start().see(picture) == before


# What windows do by themselves


async def test_a_terminal_calls_by_itself_where_all_clerks_press(site) -> None:
    counters = tuple(each for each in site.rules.windows if each.number in (1, 9))
    site.rules = replace(site.rules, windows=counters)
    site.start()
    heard = []
    site.hall.subscribe(lambda entries, _: heard.append([entry.event.VERSION for entry in entries]))
    await site.do(number(LAND_PICKUP))
    assert await site.see(lambda day: day.ticket_at(9).ticket_id) == 1
    assert [len(batch) for batch in heard] == [2]


async def test_a_window_that_calls_by_itself_has_called_before_anybody_is_told(site) -> None:
    """Issue and call stand in one commit: no listener sees an idle window beside a waiting number."""
    heard = []
    site.hall.subscribe(lambda entries, day: heard.append((len(entries), len(day.waiting))))
    await open_windows(site, 3)
    for _ in range(3):
        await site.do(number(LAND))
    await site.do(c.StartService(window=3))
    await site.do(c.FinishService(window=3))
    assert heard == [(1, 0), (2, 0), (1, 1), (1, 2), (1, 2), (2, 1)]


# The clock


async def test_a_weekend_is_passed_over_and_friday_ends_on_monday(site, canary) -> None:
    await site.at(20, 9)
    wanted = BookingWanted(unit=ACCEPT, starts_at_ms=TEN + 4 * DAY_MS, holder=canary)
    await site.do(wanted)
    await open_windows(site, 1)
    await site.do(number(ACCEPT))
    await site.at(23, 9)
    assert [each["day"] for each in site.bodies("day-opened")] == ["2026-11-16", "2026-11-20", "2026-11-23"]
    assert [each["reason"] for each in site.bodies("ticket-expired")] == ["day-ended"]
    assert [each["state"] for each in site.bodies("appointment-ended")] == ["cancelled"]
    assert await site.see(lambda day: (day.open_windows - {9}, len(day.tickets))) == (frozenset(), 0)


async def test_a_closed_day_opens_and_closes_at_once(site) -> None:
    await site.at(21, 10)
    for asked in (site, site.start()):
        assert await asked.see(lambda day: (day.day, day.is_closed)) == ("2026-11-21", True)
        with pytest.raises(HallClosedToday):
            await asked.do(number(ACCEPT))
    await site.at(23, 9)
    assert (await site.do(number(ACCEPT))).events[0].number == "001"


async def test_a_jump_by_hours_lets_everything_due_happen(site, canary) -> None:
    await open_windows(site, 1)
    await site.do(BookingWanted(unit=ACCEPT, starts_at_ms=TEN, holder=canary))
    await site.do(number(ACCEPT))
    await site.do(c.ReportDelivery(ticket_id=1, outcome=DeliveryState.PRINTED))
    await site.do(number(LAND_PICKUP))
    await site.do(number(CONSULT))
    await site.do(c.CallNext(window=1))
    for _ in range(2):
        await site.do(c.Recall(window=1))
    await site.at(16, 9, 2)
    await site.do(c.MarkNoShow(window=1))
    await site.at(16, 11, 55)
    states = await site.see(lambda day: [each.state for each in day.tickets.values()])
    assert states == [TicketState.EXPIRED, TicketState.EXPIRED, TicketState.WITHDRAWN]
    assert [each["state"] for each in site.bodies("appointment-ended")] == ["missed"]
    before = site.stored("SELECT count(*) FROM events")
    await site.at(16, 11, 55)
    assert site.stored("SELECT count(*) FROM events") == before


async def test_the_timers_go_on_after_a_clock_that_was_ahead_is_put_right(hall, a_number, time) -> None:
    time.now_ms += 600_000
    await hall.read(lambda _: None)
    time.now_ms -= 600_000
    await hall.execute(a_number, key="a", actor="kiosk:K1")
    time.now_ms += 90_000
    await hall.read(lambda _: None)
    assert await hall.read(lambda day: day.tickets[1].state) is TicketState.WITHDRAWN


async def test_an_appointment_due_while_nobody_asked_stands_first_in_the_next_look(site, canary) -> None:
    await open_windows(site, 1)
    booked = await site.do(BookingWanted(unit=ACCEPT, starts_at_ms=TEN, holder=canary))
    await site.at(16, 9, 40)
    await take(site, number(ACCEPT))
    await take(site, NumberWanted(appointment=booked.events[-1].appointment.reference, holder=canary))
    assert await site.see(lambda day: day.lanes.next_at(1)) == 1
    await site.at(16, 9, 55)
    assert await site.see(lambda day: (day.lanes.next_at(1), day.ahead(day.tickets[2]))) == (2, 0)


async def test_a_journal_of_steered_days_is_not_gone_on_with_by_the_wall(site) -> None:
    site.close()
    with pytest.raises(ClockMismatch, match="clock was steered") as mismatch:
        open_hall(site.folder, site.rules, calendar=site.calendar, clock=lambda: TEN)
    assert mismatch.value.remedy
    await site.start().do(number(ACCEPT))


async def test_a_journal_of_real_days_cannot_be_steered(found) -> None:
    site = found()
    site.close()
    for each in site.folder.iterdir():
        each.unlink()
    open_hall(site.folder, site.rules, calendar=site.calendar, clock=lambda: TEN).close()
    events = verify(site.folder / "journal.db").events
    with pytest.raises(ClockMismatch, match="cannot be steered"):
        site.start()
    assert verify(site.folder / "journal.db").events == events


# What goes over midnight


async def test_what_was_learned_goes_over_midnight_and_over_restarts(site) -> None:
    async def serve(times: int) -> None:
        await open_windows(site, 1)
        for _ in range(times):
            await site.do(number(CONSULT))
            await site.do(c.CallNext(window=1))
            await site.do(c.StartService(window=1))
            site.clock.steer(site.clock() + 300_000)
            await site.do(c.FinishService(window=1))

    await serve(3)
    await site.at(17, 9)
    learned = await site.see(lambda day: day.calibration)
    assert [(each.unit, each.served) for each in learned.units] == [(CONSULT, 3)]
    site.start()
    assert await site.see(lambda day: day.calibration) == learned
    await serve(1)
    site.start()
    await site.at(18, 9)
    assert [each.served for each in await site.see(lambda day: day.calibration.units)] == [4]
    kinds = [kind for (kind,) in site.stored("SELECT kind FROM events ORDER BY sequence")]
    opened = [at for at, kind in enumerate(kinds) if kind == "day-opened"][1:]
    assert all("model-calibrated" in kinds[max(at - 8, 0) : at] for at in opened)


async def test_who_missed_too_many_appointments_is_barred_for_a_while(found, canary) -> None:
    site = found(policy=Policy(missed_appointments_before_bar=2, bar_days=7))
    wanted = BookingWanted(unit=ACCEPT, starts_at_ms=TEN, holder=canary)
    for day in (16, 17):
        await site.at(day, 9)
        await site.do(replace(wanted, starts_at_ms=TEN + (day - 16) * DAY_MS))
        site.start()
        await site.at(day, 16)
    for asked_on in (17, 18, 23):
        await site.at(asked_on, 16)
        with pytest.raises(Barred):
            await site.start().do(replace(wanted, starts_at_ms=TEN + 8 * DAY_MS))
    await site.at(24, 9)
    assert (await site.do(replace(wanted, starts_at_ms=TEN + 9 * DAY_MS))).events


async def test_what_was_kept_or_given_back_or_is_to_come_bars_nobody(found, canary) -> None:
    site = found(policy=Policy(missed_appointments_before_bar=1))
    wanted = BookingWanted(unit=ACCEPT, starts_at_ms=TEN, holder=canary)
    await site.do(wanted)
    await site.do(c.CancelAppointment(appointment_id=1))
    kept = await site.do(wanted)
    await site.at(16, 9, 45)
    await site.do(NumberWanted(appointment=kept.events[-1].appointment.reference, holder=canary))
    for day in (1, 2, 3):
        await site.start().do(replace(wanted, starts_at_ms=TEN + day * DAY_MS))
    await site.at(17, 9)
    assert (await site.do(replace(wanted, starts_at_ms=TEN + 4 * DAY_MS))).events


# Messages


def recipients(site) -> list[tuple[str, str]]:
    """Kind and phone of what is to be sent."""
    rows = site.stored("SELECT dedupe_key, kind, purpose, day, recipient FROM outbox ORDER BY message_id")
    vault = FileVault(site.folder / "keys.db")
    found = [
        (kind, vault.unseal(Purpose(purpose), day, sealed, key).decode())
        for key, kind, purpose, day, sealed in rows
    ]
    vault.close()
    return found


async def test_who_left_a_phone_is_told_once_that_the_result_is_ready(site, canary) -> None:
    await site.do(CaseTold(code="A", unit=PICKUP, holder=canary, phone=PHONE))
    await site.do(CaseTold(code="B", unit=PICKUP, holder=canary))
    await site.do(CaseTold(code="C", unit=PICKUP))
    await site.at(19, 9)
    for case_id in (1, 2, 3):
        await site.do(c.MarkCaseReady(case_id=case_id))
    assert (await site.start().do(c.MarkCaseReady(case_id=1))).events == ()
    await site.do(CaseTold(code="A", unit=PICKUP, holder=canary, phone=PHONE, is_ready=True))
    assert recipients(site) == [(MessageKind.RESULT_READY, PHONE)]
    assert site.stored("SELECT params FROM outbox") == [
        ('{"case":"A","category":"tax","matter":"","serial":"1"}',)
    ]


async def test_nobody_is_told_when_the_retention_of_the_case_is_over(found, canary) -> None:
    site = found(retention=Retention(pickup_days=1))
    await site.do(CaseTold(code="A", unit=PICKUP, holder=canary, phone=PHONE))
    await site.at(18, 9)
    assert len((await site.do(c.MarkCaseReady(case_id=1))).events) == 1
    assert recipients(site) == []
    assert await site.hall.cases_of(canary) == ()
    assert await site.start().see(lambda day: day.cases.get(1).state) == "ready"


async def serve(site, wanted: NumberWanted) -> str:
    """Take a number and finish it at window 1; its public reference."""
    issued = (await site.do(wanted)).events[0]
    await site.do(c.ReportDelivery(ticket_id=issued.ticket_id, outcome=DeliveryState.PRINTED))
    for command in (c.CallNext(window=1), c.StartService(window=1), c.FinishService(window=1)):
        await site.do(command)
    return issued.reference


async def test_who_left_a_phone_gets_one_link_to_rate_when_the_visit_is_over(site, canary) -> None:
    await open_windows(site, 1)
    with_phone = number(ACCEPT, holder=canary, contact=Contact(phone=PHONE), language="en")
    reference = await serve(site, with_phone)
    assert recipients(site) == [(MessageKind.CALLED, PHONE), (MessageKind.RATING_LINK, PHONE)]
    assert site.stored("SELECT params FROM outbox") == [
        (f'{{"reference":"{reference}","number":"001","window":"1"}}',),
        (f'{{"reference":"{reference}","number":"001","language":"en"}}',),
    ]
    assert site.stored("SELECT purpose, day FROM outbox") == [
        ("queueing", "2026-11-16"),
        ("follow_up", "2026-11-16"),
    ]
    assert all(PHONE.encode() not in body for (body,) in site.stored("SELECT body FROM events"))


async def test_no_link_goes_where_no_phone_was_left_or_nothing_was_done(site, canary) -> None:
    await open_windows(site, 1)
    await serve(site, number(ACCEPT, holder=canary))
    await site.do(number(CONSULT, contact=Contact(phone=PHONE)))
    await site.do(c.Cancel(ticket_id=2))
    assert recipients(site) == []


async def test_a_visit_given_up_after_its_first_stage_is_asked_about_and_after_a_restart_too(
    site, canary
) -> None:
    await open_windows(site, 1)
    await take(site, number(ACCEPT, CONSULT, holder=canary, contact=Contact(phone=PHONE)))
    for command in (c.CallNext(window=1), c.StartService(window=1)):
        await site.do(command)
    await site.do(c.FinishService(window=1, unfinished=(1,)))
    called = (MessageKind.CALLED, PHONE)
    assert recipients(site) == [called]
    await site.start().do(c.Cancel(ticket_id=1))
    assert recipients(site) == [called, (MessageKind.RATING_LINK, PHONE)]
