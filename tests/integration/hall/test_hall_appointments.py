"""Appointments and cases over HTTP: booked, moved, kept, imported; and what a phone may do."""

from datetime import date, datetime, timedelta

import httpx
import pytest

from queue_core.client import HallRefused
from queue_core.client.credential import pinned
from queue_core.wire.appointments import BookAppointment, ImportRows
from queue_core.wire.choices import AskEstimate, Convert
from queue_core.wire.messages import CardHolder, CreateEnrolmentCode, LogIn, TakeNumber
from queue_core.wire.words import (
    AppointmentState,
    CardKind,
    Role,
    TicketClass,
    TicketState,
    WindowAction,
    WindowState,
)
from tests.integration.hall.conftest import PASSWORD, ZONE, accept, consult, id_number


def person(serial: int) -> CardHolder:
    return CardHolder(name=f"测试{serial}", id_number=id_number(serial), card=CardKind.RESIDENT_ID)


def on(days: int) -> date:
    return datetime.now(ZONE).date() + timedelta(days=days)


def at(days: int, hour: int, minute: int = 0) -> datetime:
    day = on(days)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def booking(serial: int, starts: datetime) -> BookAppointment:
    return BookAppointment(
        ticket_class=TicketClass.ACCEPT,
        category="registration",
        starts_at_ms=int(starts.timestamp() * 1000),
        holder=person(serial),
    )


@pytest.fixture
async def raw(hall):
    tls = pinned(hall.folder.certificate.read_text())
    async with httpx.AsyncClient(base_url=hall.url, verify=tls) as raw:
        yield raw


async def test_a_slot_is_booked_shown_as_taken_moved_and_given_back(connect, raw) -> None:
    kiosk = await connect(Role.KIOSK)
    starts = at(3, 10)
    before = {
        each.starts_at_ms: each.room for each in await kiosk.slots("registration", TicketClass.ACCEPT, on(3))
    }
    booked = await kiosk.book(booking(1, starts))
    after = {
        each.starts_at_ms: each.room for each in await kiosk.slots("registration", TicketClass.ACCEPT, on(3))
    }
    assert (before[booked.starts_at_ms], after[booked.starts_at_ms]) == (4, 3)
    with pytest.raises(HallRefused) as caught:
        await kiosk.book(booking(1, at(3, 11)))
    assert caught.value.code == "already-booked"
    answer = await raw.post(
        f"/api/v1/appointments/{booked.reference}/rebooking",
        json={
            "starts_at_ms": int(at(3, 14).timestamp() * 1000),
            "holder": {"name": "测试1", "id_number": id_number(1), "card": "resident_id"},
        },
        headers={"Authorization": f"Bearer {kiosk.credential.token}", "Idempotency-Key": "move-the-slot"},
    )
    assert answer.status_code == 200, answer.text
    found = await kiosk.appointments_of(person(1))
    assert [each.state for each in found] == [AppointmentState.BOOKED, AppointmentState.CANCELLED]
    assert found[0].starts_at_ms == int(at(3, 14).timestamp() * 1000)
    answer = await raw.post(
        f"/api/v1/appointments/{found[0].reference}/cancellation",
        headers={"Authorization": f"Bearer {kiosk.credential.token}", "Idempotency-Key": "give-it-back"},
    )
    assert answer.json()["state"] == "cancelled"
    assert await kiosk.appointments_of(person(2)) == ()


@pytest.mark.parametrize(
    ("days", "hour", "minute", "code"),
    [(3, 10, 7, "no-such-slot"), (61, 10, 0, "day-out-of-range"), (-1, 10, 0, "day-out-of-range")],
)
async def test_only_slots_of_the_next_sixty_days_are_booked(connect, days, hour, minute, code) -> None:
    kiosk = await connect(Role.KIOSK)
    with pytest.raises(HallRefused) as caught:
        await kiosk.book(booking(1, at(days, hour, minute)))
    assert caught.value.code == code


async def test_an_imported_list_is_taken_in_once_and_its_mistakes_are_named_by_line(hall) -> None:
    wrong = id_number(4)[:-1] + ("0" if id_number(4)[-1] != "0" else "1")
    rows = [
        f"A-1,registration,accept,{at(3, 9):%Y-%m-%d %H:%M},测试3,{id_number(3)}",
        f"A-2,registration,accept,{at(3, 9):%Y-%m-%d %H:%M},测试4,{wrong}",
        f"A-3,fishing,accept,{at(3, 9):%Y-%m-%d %H:%M},测试5,{id_number(5)}",
        f"A-4,registration,accept,tomorrow,测试6,{id_number(6)}",
    ]
    table = ImportRows(csv="source,category,ticket_class,starts_at,name,id_number\n" + "\n".join(rows) + "\n")
    first, second = [
        await hall.administer(lambda server: server.take_in("appointments", table)) for _ in range(2)
    ]
    assert (first.taken, first.known, second.taken, second.known) == (1, 0, 0, 1)
    assert [(each.line, each.column) for each in first.mistakes] == [
        (3, "id_number"),
        (4, ""),
        (5, "starts_at"),
    ]
    assert not any(wrong in each.problem for each in first.mistakes)
    moved = table.csv.replace(f"{at(3, 9):%H:%M}", f"{at(3, 11):%H:%M}")
    again = await hall.administer(lambda server: server.take_in("appointments", ImportRows(csv=moved)))
    assert again.taken == 1


async def test_cases_are_imported_found_by_their_person_and_handed_over(hall, connect, raw) -> None:
    table = ImportRows(
        csv=f"code,category,name,id_number,is_ready\nC-1,registration,测试7,{id_number(7)},是\n"
    )
    assert (await hall.administer(lambda server: server.take_in("cases", table))).taken == 1
    kiosk = await connect(Role.KIOSK)
    (case,) = await kiosk.cases_of(person(7))
    assert (case.code, case.state) == ("C-1", "ready")
    ticket = await kiosk.take_number(
        TakeNumber(ticket_class=TicketClass.PICKUP, category="registration", holder=person(7))
    )
    assert (await kiosk.ticket(ticket.ticket_id)).errands[0].case == "C-1"
    gateway = await hall.enrol(Role.GATEWAY, "G1")
    headers = {"Authorization": f"Bearer {gateway.token}", "Idempotency-Key": "handed-over-1"}
    answer = await raw.post(
        "/api/v1/cases/C-1/handed-over", json={"ticket_id": ticket.ticket_id}, headers=headers
    )
    assert answer.json()["state"] == "handed-over"
    assert await kiosk.cases_of(person(7)) == ()


async def test_a_number_is_converted_deferred_and_explained(connect, clerk_at) -> None:
    kiosk, clerk = await connect(Role.KIOSK), await clerk_at(3)
    first, second, third = [await kiosk.take_number(consult()) for _ in range(3)]
    converted = await kiosk.convert(
        first.ticket_id, Convert(ticket_class=TicketClass.CONSULT, category="business")
    )
    assert (converted.category, converted.number) == ("business", first.number)
    assert (await kiosk.defer(first.ticket_id)).state is TicketState.DEFERRED
    await clerk.act(3, WindowAction.OPEN)
    called = await clerk.act(3, WindowAction.CALL_NEXT)
    assert called.ticket is not None
    assert called.ticket.ticket_id == second.ticket_id
    assert called.ticket.no_show_from_ms is not None
    told = await kiosk.explanation(first.ticket_id)
    assert [(each.number, each.reason) for each in told.before] == [(second.number, "let-pass")]
    assert set(told.before[0].said) == {"zh-CN", "zh-Hant", "en"}
    (before,) = (await kiosk.explanation(third.ticket_id)).before
    assert before.reason == "earlier"
    assert (await kiosk.cancel(third.ticket_id)).state is TicketState.CANCELLED


async def test_a_phone_does_what_its_holder_may_and_nothing_with_a_guess(connect, raw) -> None:
    ticket = await (await connect(Role.KIOSK)).take_number(accept(8))
    path, secret = f"/public/tickets/{ticket.reference}", ticket.status_url.partition("#")[2]
    headers = {"Idempotency-Key": "by-phone-1"}
    guess = await raw.post(f"{path}/deferral", json={"secret": "guess"}, headers=headers)
    assert (guess.status_code, guess.json()["code"]) == (403, "wrong-holder-secret")
    wanted = {"secret": secret, "ticket_class": "consult", "category": "registration"}
    converted = await raw.post(f"{path}/conversion", json=wanted, headers=headers)
    assert converted.json()["ticket_class"] == "consult"
    headers = {"Idempotency-Key": "by-phone-2"}
    deferred = await raw.post(f"{path}/deferral", json={"secret": secret}, headers=headers)
    assert (deferred.json()["state"], deferred.json()["passes_left"]) == ("deferred", 3)
    assert (await raw.get(f"{path}/explanation")).json()["before"] == []
    assert "60" in (await raw.get("/public/rule")).json()["texts"]["zh-CN"]
    headers = {"Idempotency-Key": "by-phone-3"}
    ended = await raw.post(f"{path}/cancellation", json={"secret": secret}, headers=headers)
    assert ended.json()["state"] == "cancelled"


async def test_a_matter_must_be_in_the_catalogue_and_of_the_number_s_unit(connect) -> None:
    kiosk = await connect(Role.KIOSK)
    matters = (await kiosk.matters(limit=200)).matters
    other = next(each for each in matters if each.category != "registration")
    codes = []
    for matter in ("no-such-thing", other.code):
        with pytest.raises(HallRefused) as caught:
            await kiosk.take_number(
                TakeNumber(ticket_class=TicketClass.CONSULT, category="registration", matter=matter)
            )
        codes.append(caught.value.code)
    assert codes == ["no-such-matter", "matter-class-not-offered"]


async def test_a_supervisor_acts_at_every_window_and_a_guide_takes_numbers(hall, connect, raw) -> None:
    for clerk in ("2001", "9001"):
        await hall.administer(lambda server, clerk=clerk: server.set_password(clerk, PASSWORD))
    counter = await connect(Role.COUNTER, 1)
    guide = await counter.log_in(LogIn(clerk="2001", password=PASSWORD))
    assert (guide.role, guide.window) == (Role.GUIDE, None)
    ticket = await counter.take_number(TakeNumber(ticket_class=TicketClass.ACCEPT, category="registration"))
    supervisor = await counter.log_in(LogIn(clerk="9001", password=PASSWORD))
    assert supervisor.role is Role.SUPERVISOR
    assert (await counter.act(5, WindowAction.OPEN)).state is WindowState.FREE
    headers = {"Authorization": f"Bearer {supervisor.token}", "Idempotency-Key": "call-this-one"}
    answer = await raw.post(
        "/api/v1/windows/5/call-ticket",
        json={"ticket_id": ticket.ticket_id, "reason": "came from afar"},
        headers=headers,
    )
    assert answer.json()["ticket"]["number"] == ticket.number, answer.text
    await counter.log_out()


async def test_a_new_password_ends_the_sessions_made_with_the_old_one(hall, clerk_at) -> None:
    clerk = await clerk_at(1)
    await hall.administer(lambda server: server.set_password("1001", "another horse"))
    with pytest.raises(HallRefused) as caught:
        await clerk.act(1, WindowAction.OPEN)
    assert caught.value.code == "unauthenticated"


async def test_a_lost_device_is_let_in_no_more(hall, connect) -> None:
    kiosk = await connect(Role.KIOSK)
    await hall.administer(lambda server: server.revoke(kiosk.credential.device))
    with pytest.raises(HallRefused) as caught:
        await kiosk.take_number(consult())
    assert caught.value.code == "unauthenticated"
    with pytest.raises(HallRefused) as caught:
        await hall.administer(lambda server: server.revoke("nothing"))
    assert caught.value.code == "no-such-device"


async def test_a_terminal_is_enrolled_for_its_one_window(hall) -> None:
    wanted = CreateEnrolmentCode(role=Role.TERMINAL, device="T13")
    with pytest.raises(HallRefused) as caught:
        await hall.administer(lambda server: server.enrolment_code(wanted))
    assert caught.value.code == "terminal-without-window"
    assert (await hall.enrol(Role.TERMINAL, "T13", 13)).role is Role.TERMINAL


async def test_a_wait_before_a_choice_is_told_or_said_to_be_unknown(connect) -> None:
    kiosk = await connect(Role.KIOSK)
    ticket = await kiosk.take_number(consult())
    with pytest.raises(HallRefused) as caught:
        await kiosk.prospect(
            ticket.ticket_id, AskEstimate(ticket_class=TicketClass.CONSULT, category="trade")
        )
    assert caught.value.code == "no-estimate"
    assert caught.value.problem.said["zh-CN"]
