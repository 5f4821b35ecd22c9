"""Cases at a hall: accepted at a window, finished, placed, kept, handed over; receipts; who is told what."""

from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta

import pytest

from queue_core.client import HallRefused
from queue_core.client.staff import StaffClient
from queue_core.wire.appointments import BookAppointment
from queue_core.wire.cases import CasePlace, CaseQuery, RecordCase
from queue_core.wire.messages import LogIn, TakeNumber
from queue_core.wire.words import (
    CaseState,
    PickupWay,
    PlaceKind,
    ReceiptKind,
    TicketClass,
    WindowAction,
)
from tests.integration.hall.cabinet_hall import CLERK, PEOPLE, PHONE, SUPERVISOR
from tests.integration.hall.conftest import PASSWORD, accept, id_number

DAY_MS = 86_400_000
SHELF = CasePlace(kind=PlaceKind.SHELF, label="A3")
EMS = CasePlace(kind=PlaceKind.POSTED, label="EMS", reference="1234567890123")


@pytest.fixture
async def supervisor(at_place) -> StaffClient:
    client = await at_place("C1", StaffClient)
    await client.log_in(LogIn(clerk=SUPERVISOR, password=PASSWORD))
    return client


@pytest.fixture
async def clerk(at_place):
    """At window 1, which is open and serves everything of the registration."""
    client = await at_place("C1", StaffClient)
    await client.log_in(LogIn(clerk=CLERK, password=PASSWORD, window=1, takes_over=True))
    await client.act(1, WindowAction.OPEN)
    yield client
    await client.log_out()


async def code(asked: Awaitable[object]) -> str:
    with pytest.raises(HallRefused) as refused:
        await asked
    return refused.value.problem.code


def case_of(person: int, **more: object) -> RecordCase:
    return RecordCase(category="registration", holder=accept(person).holder, **more)


async def served(clerk, at_place, wanted: TakeNumber) -> int:
    """The id of a number that is being served at window 1."""
    kiosk = await at_place("K1")
    ticket = await kiosk.take_number(wanted)
    await clerk.act(1, WindowAction.CALL_NEXT)
    await clerk.act(1, WindowAction.START)
    return ticket.ticket_id


async def test_a_case_accepted_at_a_window_is_the_person_s_in_hand_and_gets_a_number(clerk, at_place) -> None:
    person = next(PEOPLE)
    ticket_id = await served(clerk, at_place, accept(person))
    wanted = RecordCase(category="registration", ticket_id=ticket_id, phone=PHONE, way=PickupWay.POST)
    case = await clerk.record_case(wanted, key="accept-once")
    assert await clerk.record_case(wanted, key="accept-once") == case
    assert case.code.startswith("20261123-")
    assert (case.way, case.has_phone, case.receipt_code) == (
        PickupWay.POST,
        True,
        f"PAIHAO:C:{case.code}",
    )
    another = await clerk.record_case(RecordCase(category="registration", ticket_id=ticket_id))
    assert another.code > case.code
    assert await code(clerk.record_case(RecordCase(category="registration", ticket_id=99_999))) == (
        "no-such-ticket"
    )
    receipt = await clerk.receipt(case.code, ReceiptKind.ACCEPTANCE)
    ticket = await clerk.ticket(ticket_id)
    assert (receipt.nth, receipt.window, receipt.clerk, receipt.number) == (1, 1, CLERK, ticket.number)
    assert receipt.holder_tail == id_number(person)[-4:]
    assert (receipt.hall_names["en"], receipt.category_names["en"] != "") == (
        "Demonstration Government Service Centre",
        True,
    )
    assert await code(clerk.receipt(case.code, ReceiptKind.HAND_OVER)) == "receipt-not-yet"
    await clerk.act(1, WindowAction.FINISH)
    again = await clerk.report_receipt(case.code, ReceiptKind.ACCEPTANCE)
    assert (again.nth, again.number) == (2, ticket.number)


async def test_what_is_finished_is_listed_placed_and_handed_over_with_its_number(clerk, at_place) -> None:
    person = next(PEOPLE)
    case = (await clerk.record_case(case_of(person))).code
    assert await code(clerk.place_case(case, SHELF)) == "case-not-ready"
    await clerk.make_ready(case)
    assert (await clerk.place_case(case, SHELF)).place == SHELF
    ticket_id = await served(clerk, at_place, accept(person))
    assert [each.code for each in await clerk.list_cases(CaseQuery(ticket_id=ticket_id))] == [case]
    handed = await clerk.hand_over(case, ticket_id)
    assert (handed.state, handed.place) == (CaseState.HANDED_OVER, None)
    receipt = await clerk.receipt(case, ReceiptKind.HAND_OVER)
    assert (receipt.clerk, receipt.number) == (CLERK, (await clerk.ticket(ticket_id)).number)
    await clerk.act(1, WindowAction.FINISH)
    kiosk = await at_place("K1")
    other = await kiosk.take_number(accept(next(PEOPLE)))
    assert await code(clerk.list_cases(CaseQuery(ticket_id=other.ticket_id))) == "not-your-number"
    await kiosk.cancel(other.ticket_id)


async def test_cases_are_found_by_number_state_and_place_the_newest_first(supervisor) -> None:
    first, second = [
        (await supervisor.record_case(case_of(next(PEOPLE), code=each, is_ready=True))).code
        for each in ("LIST-1", "LIST-2")
    ]
    await supervisor.place_case(first, EMS)

    async def codes(**query: object) -> list[str]:
        return [each.code for each in await supervisor.list_cases(CaseQuery(**query))]

    assert await codes(code="LIST-") == [second, first]
    assert await codes(code="LIST-", limit=1) == [second]
    assert await codes(code="PAIHAO:C:LIST-1") == [first]
    assert await codes(code="LIST-", place=PlaceKind.POSTED) == [first]
    assert await codes(code="LIST-", states=(CaseState.ACCEPTED,)) == []
    assert await codes(code="LIST-", limit=-5) == [second]


async def test_a_case_is_kept_longer_or_sent_back(place, supervisor) -> None:
    case = (await supervisor.record_case(case_of(next(PEOPLE), is_ready=True))).code
    until_ms = place.clock() + 90 * DAY_MS
    assert (await supervisor.keep_longer(case, until_ms)).keep_until_ms == until_ms
    for wrong in (0, place.clock(), place.clock() + 400 * DAY_MS, 10**17):
        assert await code(supervisor.keep_longer(case, wrong)) == "keeping-wrong"
    assert (await supervisor.return_case(case)).state is CaseState.RETURNED
    assert await code(supervisor.hand_over(case)) == "case-returned"


@pytest.mark.parametrize(
    ("where", "said"),
    [
        (CasePlace(kind=PlaceKind.DOOR, cabinet="L1", door=1), "door-by-deposit"),
        (CasePlace(kind=PlaceKind.SHELF, label=""), "reason-needed"),
        (CasePlace(kind=PlaceKind.SHELF, label="13900001234"), "reason-personal"),
        (CasePlace(kind=PlaceKind.SHELF, label="x" * 41), "place-wrong"),
        (CasePlace(kind=PlaceKind.POSTED, label="EMS", reference=id_number(7)), "place-wrong"),
        (CasePlace(kind=PlaceKind.PARTNER, label="box", reference="<b>"), "place-wrong"),
    ],
)
async def test_where_it_waits_is_said_in_words_fit_for_the_journal(supervisor, where, said) -> None:
    assert await code(supervisor.place_case("PLACED-1", where)) == said


async def test_what_there_is_not_is_said_so(supervisor) -> None:
    assert await code(supervisor.make_ready("NOWHERE-1")) == "no-such-case"
    assert await code(supervisor.make_ready("a b")) == "no-such-case"
    case = (await supervisor.record_case(case_of(next(PEOPLE)))).code
    path = f"/api/v1/cases/{case}/receipts/poem"
    assert await code(supervisor._transport.send("GET", path, dict, token=supervisor._token())) == (
        "no-such-receipt"
    )


# Who is told what


async def test_a_window_s_case_is_told_when_it_is_finished_and_no_second_time(place, supervisor) -> None:
    case = (await supervisor.record_case(case_of(next(PEOPLE), phone=PHONE))).code
    assert place.messages(case) == []
    await supervisor.make_ready(case)
    ((kind, params, _),) = place.messages(case)
    assert kind == "result_ready"
    assert set(params) == {"case", "category", "matter", "serial"}
    await supervisor.place_case(case, SHELF)
    await supervisor.place_case(case, None)
    await supervisor.place_case(case, SHELF)
    assert len(place.messages(case)) == 1


async def test_a_posted_case_is_told_when_the_post_has_it(place, supervisor) -> None:
    wanted = case_of(next(PEOPLE), phone=PHONE, way=PickupWay.POST, is_ready=True)
    case = (await supervisor.record_case(wanted)).code
    assert place.messages(case) == []
    await supervisor.place_case(case, EMS)
    assert [kind for kind, _, _ in place.messages(case)] == ["result_ready"]


async def test_who_has_few_before_them_and_who_is_called_is_told(place, clerk, at_place) -> None:
    kiosk = await at_place("K1")
    tickets = [await kiosk.take_number(accept(next(PEOPLE))) for _ in range(5)]
    last = await kiosk.take_number(
        TakeNumber(
            ticket_class=TicketClass.ACCEPT,
            category="registration",
            holder=accept(next(PEOPLE)).holder,
            phone=PHONE,
        )
    )

    def told() -> list[str]:
        rows = place.journal(
            "SELECT kind FROM outbox WHERE params ->> '$.reference' = ? ORDER BY message_id", last.reference
        )
        return [str(kind) for (kind,) in rows]

    for nth, _ in enumerate(tickets, 1):
        await clerk.act(1, WindowAction.CALL_NEXT)
        assert told() == (["few_ahead"] if nth >= 2 else [])
        await clerk.act(1, WindowAction.START)
        await clerk.act(1, WindowAction.FINISH)
    view = await clerk.act(1, WindowAction.CALL_NEXT)
    assert view.ticket.ticket_id == last.ticket_id
    assert told() == ["few_ahead", "called"]
    await clerk.act(1, WindowAction.START)
    await clerk.act(1, WindowAction.FINISH)
    assert told() == ["few_ahead", "called", "rating_link"]


async def test_who_booked_with_a_phone_is_reminded_at_six_the_evening_before(place, at_place) -> None:
    kiosk = await at_place("K2")
    now = datetime.fromtimestamp(place.clock() / 1000, UTC)
    day = (now + timedelta(days=3, hours=8)).date()
    slots = await kiosk.slots("registration", TicketClass.ACCEPT, day)
    at_nine = next(each for each in slots if each.starts_at_ms % DAY_MS == 3_600_000)
    booked = await kiosk.book(
        BookAppointment(
            ticket_class=TicketClass.ACCEPT,
            category="registration",
            starts_at_ms=at_nine.starts_at_ms,
            holder=accept(next(PEOPLE)).holder,
            phone=PHONE,
        )
    )
    rows = place.journal(
        "SELECT kind, next_attempt_at_ms, expires_at_ms FROM outbox WHERE params ->> '$.appointment' = ?",
        booked.reference,
    )
    evening = at_nine.starts_at_ms - 15 * 3_600_000
    assert rows == [("appointment_tomorrow", evening, at_nine.starts_at_ms)]
