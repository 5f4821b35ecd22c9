"""What a number would be, whose numbers stand, and what a scanned text means, over HTTP."""

import asyncio
import itertools
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import msgspec
import pytest
from msgspec.structs import replace
from structlog.testing import capture_logs

from queue_core.app.opening import SteeredClock
from queue_core.client import HallClient, HallRefused
from queue_core.client.credential import pinned
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.founding import found
from queue_core.wire.appointments import BookAppointment
from queue_core.wire.choices import AddErrand, Convert
from queue_core.wire.finding import CodeRead
from queue_core.wire.messages import CardHolder, Errand, LogIn, ReportDelivery, TakeNumber
from queue_core.wire.words import (
    CardKind,
    CaseState,
    DeliveryState,
    PriorityKind,
    Role,
    TicketClass,
    TicketState,
    WindowAction,
)
from tests.integration.hall.conftest import PASSWORD, HallInThread, accept, consult, id_number

NINE = int(datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Shanghai")).timestamp() * 1000)
TEN = NINE + 3_600_000
OLD = CardHolder(name="测试老人", id_number="440106195001011130", card=CardKind.RESIDENT_ID)


def person(serial: int) -> CardHolder:
    return CardHolder(name=f"测试{serial}", id_number=id_number(serial), card=CardKind.RESIDENT_ID)


def booking(serial: int, starts_at_ms: int) -> BookAppointment:
    return BookAppointment(
        ticket_class=TicketClass.ACCEPT,
        category="registration",
        starts_at_ms=starts_at_ms,
        holder=person(serial),
    )


def pickup(holder: CardHolder) -> TakeNumber:
    return TakeNumber(ticket_class=TicketClass.PICKUP, category="registration", holder=holder)


@pytest.fixture
async def kiosk(connect):
    return await connect(Role.KIOSK)


@pytest.fixture
async def guide(hall, connect):
    await hall.administer(lambda server: server.set_password("2001", PASSWORD))
    guide = await connect(Role.COUNTER, 1)
    await guide.log_in(LogIn(clerk="2001", password=PASSWORD))
    return guide


async def refusal(asked) -> HallRefused:
    with pytest.raises(HallRefused) as caught:
        await asked
    return caught.value


# What a number would be


async def test_a_preview_says_what_the_number_is_then(kiosk, clerk_at) -> None:
    counter = await clerk_at(1)
    await counter.act(1, WindowAction.OPEN)
    for serial in range(3):
        await kiosk.take_number(accept(serial))
    wanted = replace(accept(9), holder=OLD)
    before = await kiosk.preview(wanted)
    taken = await kiosk.take_number(wanted)
    assert (before.ahead, before.priority) == (taken.ahead, taken.priority) == (0, PriorityKind.AGE)
    assert (before.ticket_class, before.category) == (TicketClass.ACCEPT, "registration")
    assert (taken.number, before.windows) == ("004", (await kiosk.ticket(taken.ticket_id)).windows)
    assert 1 in before.windows
    assert not before.may_not_be_called
    assert (await kiosk.preview(consult())).ahead == 4


async def test_a_preview_takes_nothing(kiosk) -> None:
    for _ in range(3):
        await kiosk.preview(accept(1))
    assert await kiosk.tickets_of(person(1)) == ()
    assert (await kiosk.take_number(accept(1))).number == "001"


async def test_a_preview_is_refused_as_the_number_is(kiosk) -> None:
    held = await kiosk.take_number(accept(1))
    refused = await refusal(kiosk.preview(accept(1)))
    assert refused.code == "already-waiting"
    assert refused.problem.existing.ticket_id == held.ticket_id
    assert (await refusal(kiosk.preview(replace(accept(1), holder=None)))).code == "card-needed"
    assert (await refusal(kiosk.preview(replace(accept(1), category="none")))).code == "not-offered"


async def test_a_preview_is_for_kiosks_gateways_and_guides(connect, guide, clerk_at) -> None:
    assert (await guide.preview(accept(1))).ahead == 0
    for other in (await connect(Role.WALL), await clerk_at(2)):
        assert (await refusal(other.preview(accept(1)))).code == "forbidden"


@pytest.fixture
async def finish_case(hall, clerk_at):
    """The clerk tells that the case BJ-1 of person 1 is finished."""
    clerk, tls = await clerk_at(1), pinned(hall.folder.certificate.read_text())

    async def finish() -> None:
        told = {"code": "BJ-1", "category": "registration", "holder": msgspec.to_builtins(person(1))}
        headers = {"Authorization": f"Bearer {clerk.session.token}", "Idempotency-Key": "case-BJ-1"}
        async with httpx.AsyncClient(base_url=hall.url, verify=tls, headers=headers) as http:
            answer = await http.post("/api/v1/cases", json=told | {"is_ready": True})
        assert answer.status_code == 201, answer.text

    return finish


async def test_a_preview_knows_the_finished_case_behind_a_pickup(kiosk, finish_case) -> None:
    assert not (await kiosk.preview(pickup(person(1)))).is_verified_pickup
    await finish_case()
    assert (await kiosk.preview(pickup(person(1)))).is_verified_pickup
    assert (await kiosk.preview(replace(pickup(person(2)), case="BJ-1"))).is_verified_pickup


@pytest.fixture
async def morning(tmp_path: Path, settings):
    """A hall whose clock stands at nine with window 1 open, and its kiosk."""
    folder = DataFolder(tmp_path / "hall")
    hall = HallInThread(folder, settings, found(folder, settings), clock=SteeredClock(NINE))
    hall.start()
    await hall.administer(lambda server: server.set_password("1001", PASSWORD))
    async with (
        HallClient(await hall.enrol(Role.KIOSK, "K1")) as kiosk,
        HallClient(await hall.enrol(Role.COUNTER, "C1", 1)) as counter,
    ):
        await counter.log_in(LogIn(clerk="1001", password=PASSWORD, window=1))
        await counter.act(1, WindowAction.OPEN)
        yield hall.clock, kiosk
    await hall.end_administration()
    await asyncio.to_thread(hall.stop)


async def test_a_preview_tells_from_when_on_an_appointment_counts_and_why_one_does_not(morning) -> None:
    clock, kiosk = morning
    booked = await kiosk.book(booking(1, TEN))
    wanted = TakeNumber(appointment=booked.reference, holder=person(1))
    early = await kiosk.preview(wanted)
    assert (early.slot, early.attached.starts_at_ms, early.counts_from_ms) == (None, TEN, TEN - 300_000)
    assert (early.attached.reference, early.lapsed) == (booked.reference, None)
    clock.steer(TEN - 300_000)
    in_time = await kiosk.preview(wanted)
    assert (in_time.slot.reference, in_time.attached, in_time.counts_from_ms) == (
        booked.reference,
        None,
        None,
    )
    clock.steer(TEN + 41 * 60_000)
    late = await kiosk.preview(wanted)
    assert (late.slot, late.attached, late.lapsed) == (None, None, "too-late")
    taken = await kiosk.take_number(wanted)
    assert (taken.slot, taken.lapsed) == (None, "too-late")
    other = replace(wanted, holder=person(2))
    assert (await refusal(kiosk.preview(other))).code == "not-your-appointment"


async def test_a_preview_warns_where_the_taking_would_be_refused_until_the_risk_is_taken(morning) -> None:
    clock, kiosk = morning
    clock.steer(NINE + 14 * 3_600_000)
    serials = itertools.count(1)
    while not (await kiosk.preview(accept(serial := next(serials)))).may_not_be_called:
        ticket = await kiosk.take_number(accept(serial))
        await kiosk.report_delivery(ticket.ticket_id, ReportDelivery(outcome=DeliveryState.PRINTED))
        clock.steer(clock() + 61_000)
    assert (await refusal(kiosk.take_number(accept(serial)))).code == "may-not-be-served"
    assert (await kiosk.take_number(replace(accept(serial), accepts_risk=True))).may_not_be_called


async def test_a_kiosk_books_a_slot_instead(morning) -> None:
    _, kiosk = morning
    free = await kiosk.slots("registration", TicketClass.ACCEPT, date(2026, 11, 23))
    booked = await kiosk.book(booking(1, free[-1].starts_at_ms))
    assert [each.reference for each in await kiosk.appointments_of(person(1))] == [booked.reference]


# Whose numbers stand


async def test_a_person_finds_open_numbers_first_and_the_finished_ones(kiosk, clerk_at) -> None:
    counter = await clerk_at(1)
    await counter.act(1, WindowAction.OPEN)
    done = await kiosk.take_number(accept(1))
    await kiosk.take_number(accept(2))
    for act in (WindowAction.CALL_NEXT, WindowAction.START, WindowAction.FINISH):
        await counter.act(1, act)
    open_ones = [await kiosk.take_number(accept(1, each)) for each in ("registration", "trade")]
    found = await kiosk.tickets_of(person(1))
    assert [each.ticket_id for each in found] == [
        open_ones[1].ticket_id,
        open_ones[0].ticket_id,
        done.ticket_id,
    ]
    assert found[0].status_url == open_ones[1].status_url
    assert [each.may_rate for each in found] == [False, False, True]
    assert (found[2].state, found[2].served_at) == (TicketState.FINISHED, 1)
    assert await kiosk.tickets_of(person(3)) == ()


async def test_a_called_number_is_found_with_its_window(kiosk, clerk_at) -> None:
    counter = await clerk_at(1)
    await counter.act(1, WindowAction.OPEN)
    await kiosk.take_number(accept(1))
    await counter.act(1, WindowAction.CALL_NEXT)
    (found,) = await kiosk.tickets_of(person(1))
    assert (found.state, found.window) == (TicketState.CALLED, 1)


async def test_an_id_number_that_is_none_finds_nobody(kiosk, connect) -> None:
    wrong = replace(person(1), id_number="440106198501010019")
    assert (await refusal(kiosk.tickets_of(wrong))).code == "id-number-wrong"
    wall = await connect(Role.WALL)
    assert (await refusal(wall.tickets_of(person(1)))).code == "forbidden"


# What a scanned text means


async def test_the_right_link_proves_the_holder(kiosk) -> None:
    ticket = await kiosk.take_number(accept(1))
    read = await kiosk.read_code(f" {ticket.status_url}\n")
    assert (read.is_holder, read.ticket.status_url) == (True, ticket.status_url)
    assert read.ticket.ticket_id == ticket.ticket_id


@pytest.mark.parametrize("fragment", ["", "#", "#wrong", "#claim.abc"])
async def test_any_other_link_shows_the_number_only(kiosk, fragment) -> None:
    ticket = await kiosk.take_number(accept(1))
    read = await kiosk.read_code(ticket.status_url.partition("#")[0] + fragment)
    assert (read.ticket.number, read.is_holder, read.ticket.status_url) == ("001", False, "")


@pytest.mark.parametrize("text", ["001", "1", "００１", " 0 0 1 "])
async def test_a_typed_number_shows_place_and_no_link(kiosk, text) -> None:
    ticket = await kiosk.take_number(accept(1))
    read = await kiosk.read_code(text)
    assert (read.ticket.ticket_id, read.is_holder, read.ticket.status_url) == (ticket.ticket_id, False, "")


async def test_of_a_number_read_from_its_print_nobody_learns_its_case_or_where_it_is_found(
    kiosk, finish_case
) -> None:
    await finish_case()
    taken = await kiosk.take_number(pickup(person(1)))
    ticket = await kiosk.ticket(taken.ticket_id)
    assert ticket.errands[0].case == "BJ-1"
    read = (await kiosk.read_code(ticket.number)).ticket
    assert (read.errands[0].case, read.reference) == (None, "")
    assert (await kiosk.read_code(ticket.status_url)).ticket.errands[0].case == "BJ-1"


async def test_a_case_is_found_by_its_code_and_by_its_receipt_without_a_name(
    hall, kiosk, finish_case
) -> None:
    await finish_case()
    for text in ("BJ-1", f"{hall.settings.public_url}/c/BJ-1"):
        read = await kiosk.read_code(text)
        assert (read.case.code, read.case.state, read.ticket) == ("BJ-1", CaseState.READY, None)
        assert "测试1" not in repr(read)


@pytest.mark.parametrize(
    "text", ["", "999", "https://elsewhere.example/t/AAAA#x", "BJ-9", "您好", id_number(1), "x" * 5000]
)
async def test_a_text_nobody_knows_means_nothing(kiosk, text) -> None:
    await kiosk.take_number(accept(1))
    assert await kiosk.read_code(text) == CodeRead()


async def test_numbers_are_not_leafed_through(kiosk, connect, guide) -> None:
    ticket = await kiosk.take_number(accept(1))
    for _ in range(10):
        assert (await kiosk.read_code(ticket.status_url)).is_holder
    for number in range(30):
        await kiosk.read_code(f"{number:03}")
    assert (await refusal(kiosk.read_code("031"))).code == "too-many-attempts"
    assert (await guide.read_code("001")).ticket is not None
    wall = await connect(Role.WALL)
    assert (await refusal(wall.read_code("001"))).code == "forbidden"


async def test_no_text_that_was_read_is_in_a_log(kiosk) -> None:
    ticket = await kiosk.take_number(accept(1))
    secret = ticket.status_url.partition("#")[2]
    with capture_logs() as logs:
        await kiosk.read_code(ticket.status_url)
        await kiosk.read_code(id_number(1))
        await refusal(kiosk.read_code([ticket.status_url]))
        await refusal(kiosk.preview(replace(accept(1), language=secret)))
    assert [each["route"] for each in logs].count("/api/v1/codes/reading") == 3
    assert [each for each in logs if secret in repr(each) or id_number(1) in repr(each)] == []


# What a kiosk may do with a number beside


async def test_a_kiosk_adds_a_matter_converts_defers_and_takes_a_risk(kiosk) -> None:
    ticket = await kiosk.take_number(replace(accept(1), accepts_risk=True))
    trade = Errand(ticket_class=TicketClass.ACCEPT, category="trade")
    added = await kiosk.add_errand(ticket.ticket_id, AddErrand(errand=trade))
    assert [each.category for each in added.errands] == ["registration", "trade"]
    wanted = Convert(ticket_class=TicketClass.CONSULT, category="registration")
    assert (await kiosk.convert(ticket.ticket_id, wanted)).ticket_class is TicketClass.CONSULT
    assert (await kiosk.defer(ticket.ticket_id)).state is TicketState.DEFERRED
