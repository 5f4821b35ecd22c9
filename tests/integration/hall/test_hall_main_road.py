import asyncio
import re

import pytest
from msgspec.structs import replace

from queue_core.client import HallClient, HallRefused
from queue_core.wire.messages import LogIn, Rate, ReportDelivery
from queue_core.wire.words import (
    DeliveryState,
    RatingChannel,
    Role,
    TicketClass,
    TicketState,
    WindowAction,
    WindowState,
)
from tests.integration.hall.conftest import PASSWORD, accept, consult


async def test_one_citizen_goes_from_number_to_rating(connect, clerk_at) -> None:
    kiosk = await connect(Role.KIOSK)
    ticket = await kiosk.take_number(accept(1))
    assert (ticket.number, ticket.state, ticket.ahead) == ("001", TicketState.WAITING, 0)
    assert re.fullmatch(r"https://127\.0\.0\.1:8443/t/[\w-]{12}#[\w-]{10,}", ticket.status_url)
    await kiosk.report_delivery(ticket.ticket_id, ReportDelivery(outcome=DeliveryState.PRINTING))
    printed = await kiosk.report_delivery(ticket.ticket_id, ReportDelivery(outcome=DeliveryState.PRINTED))
    assert printed.delivery is DeliveryState.PRINTED

    counter = await clerk_at(1)
    assert (await counter.window(1)).waiting == 1
    assert (await counter.act(1, WindowAction.OPEN)).clerk_display_name == "林晓岚"
    called = await counter.act(1, WindowAction.CALL_NEXT)
    assert called.ticket is not None
    assert called.ticket.holder is not None
    assert (called.ticket.holder.name, called.ticket.holder.masked_id_number[:7]) == ("测试1", "440****")
    await counter.act(1, WindowAction.START)
    finished = await counter.act(1, WindowAction.FINISH)
    assert finished.rating is not None

    pad = await connect(Role.PAD, 1)
    rating = await pad.rate(1, Rate(ticket_id=finished.rating.ticket_id, level=5, channel=RatingChannel.PAD))
    assert (rating.level, (await pad.window(1)).rating) == (5, None)
    with pytest.raises(HallRefused) as caught:
        await pad.rate(1, Rate(ticket_id=rating.ticket_id, level=1, channel=RatingChannel.PAD))
    assert caught.value.code == "already-rated"


async def test_a_command_sent_twice_is_carried_out_once(connect) -> None:
    kiosk = await connect(Role.KIOSK)
    first, second = await asyncio.gather(
        kiosk.take_number(accept(1), key="one-touch"), kiosk.take_number(accept(1), key="one-touch")
    )
    assert first == second
    with pytest.raises(HallRefused) as caught:
        await kiosk.take_number(accept(2), key="one-touch")
    assert caught.value.code == "idempotency-conflict"


async def test_a_person_who_already_waits_is_told_the_number_held(connect) -> None:
    kiosk = await connect(Role.KIOSK)
    ticket = await kiosk.take_number(accept(1))
    with pytest.raises(HallRefused) as caught:
        await kiosk.take_number(accept(1))
    existing = caught.value.problem.existing
    assert caught.value.code == "already-waiting"
    assert existing is not None
    assert (existing.number, existing.status_url) == (ticket.number, ticket.status_url)


async def test_two_clerks_who_call_at_once_get_two_citizens(connect, clerk_at) -> None:
    kiosk = await connect(Role.KIOSK)
    for serial in range(4):
        await kiosk.take_number(accept(serial))
    counters = [(window, await clerk_at(window)) for window in (1, 2)]
    for window, counter in counters:
        await counter.act(window, WindowAction.OPEN)
    views = await asyncio.gather(
        *(counter.act(window, WindowAction.CALL_NEXT) for window, counter in counters)
    )
    assert sorted(view.ticket.number for view in views) == ["001", "002"]


async def test_two_calls_at_one_window_bring_one_citizen(connect, clerk_at) -> None:
    kiosk = await connect(Role.KIOSK)
    for serial in range(2):
        await kiosk.take_number(accept(serial))
    counter: HallClient = await clerk_at(1)
    await counter.act(1, WindowAction.OPEN)
    answers = await asyncio.gather(
        counter.act(1, WindowAction.CALL_NEXT),
        counter.act(1, WindowAction.CALL_NEXT),
        return_exceptions=True,
    )
    refusals = [answer for answer in answers if isinstance(answer, HallRefused)]
    assert [refusal.code for refusal in refusals] == ["window-busy"]
    assert (await counter.window(1)).waiting == 1


async def test_the_caller_acts_only_while_a_clerk_is_there(connect, clerk_at) -> None:
    station = await connect(Role.STATION, 3)
    with pytest.raises(HallRefused) as caught:
        await station.act(3, WindowAction.OPEN)
    assert caught.value.code == "window-closed"
    await clerk_at(3)
    opened = await station.act(3, WindowAction.OPEN)
    assert (opened.state, opened.clerk) == (WindowState.FREE, "1003")
    with pytest.raises(HallRefused) as caught:
        await station.act(4, WindowAction.OPEN)
    assert caught.value.code == "not-your-window"


async def test_a_restarted_counter_goes_on_where_it_was(connect, clerk_at) -> None:
    kiosk = await connect(Role.KIOSK)
    await kiosk.take_number(accept(1))
    counter = await clerk_at(1)
    await counter.act(1, WindowAction.OPEN)
    await counter.act(1, WindowAction.CALL_NEXT)
    with pytest.raises(HallRefused) as caught:
        await counter.log_out()
    assert caught.value.code == "window-busy"
    async with HallClient(counter.credential) as restarted:
        await restarted.log_in(LogIn(clerk="1001", password=PASSWORD, window=1))
        window = await restarted.window(1)
        assert (window.state, window.ticket.number) == (WindowState.CALLED, "001")
        await restarted.act(1, WindowAction.START)
        await restarted.act(1, WindowAction.FINISH)
        await restarted.log_out()
        assert (await restarted.window(1)).state is WindowState.CLOSED


async def test_an_open_window_is_not_taken_over_by_another_clerk(clerk_at) -> None:
    counter = await clerk_at(1)
    await counter.act(1, WindowAction.OPEN)
    async with HallClient(counter.credential) as other:
        with pytest.raises(HallRefused) as caught:
            await other.log_in(LogIn(clerk="1002", password=PASSWORD, window=1))
        assert caught.value.code == "window-taken"


async def test_sessions_and_tickets_survive_a_restart_of_the_server(hall, connect, clerk_at) -> None:
    kiosk = await connect(Role.KIOSK)
    ticket = await kiosk.take_number(accept(1))
    counter = await clerk_at(1)
    await counter.act(1, WindowAction.OPEN)
    hall.stop()
    hall.start()
    called = await counter.act(1, WindowAction.CALL_NEXT)
    assert called.ticket.ticket_id == ticket.ticket_id
    assert await kiosk.ticket(ticket.ticket_id)


async def test_the_hall_says_which_classes_need_no_card_and_keeps_to_it(connect) -> None:
    kiosk = await connect(Role.KIOSK)
    assert (await kiosk.hall()).anonymous_classes == (TicketClass.CONSULT,)
    assert (await kiosk.take_number(consult())).number == "001"
    with pytest.raises(HallRefused) as caught:
        await kiosk.take_number(replace(accept(1), holder=None))
    assert caught.value.code == "card-needed"


async def test_logging_out_of_a_session_that_has_ended_is_no_error(clerk_at) -> None:
    counter = await clerk_at(1)
    async with HallClient(counter.credential) as resend:
        resend.session = counter.session
        await counter.log_out()
        await resend.log_out()
    assert resend.session is None
