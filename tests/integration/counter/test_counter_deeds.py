"""Every deed of a counter at a real hall, as the hall carries it out or refuses it."""

from dataclasses import replace
from datetime import date, timedelta

from counter.flow import deeds
from counter.flow import happenings as h
from counter.flow import requests as r
from queue_core.wire.messages import Errand
from queue_core.wire.views import UnitName
from queue_core.wire.words import Role, TicketClass, TicketState, WindowAction, WindowState
from tests.integration.hall.conftest import CLERKS, accept, consult

ACCEPT = UnitName(category="registration", ticket_class=TicketClass.ACCEPT)
ELSEWHERE = UnitName(category="trade", ticket_class=TicketClass.ACCEPT)
PLACE = 3


async def test_a_number_is_held_handed_back_and_called_first(sit, take) -> None:
    desk = await sit(PLACE)
    held = await take(accept(1))
    await take(accept(2))
    await desk.serve_next()
    assert isinstance(await desk.do(deeds.Hold(reason="document")), h.ActionDone)
    view = await desk.client.window(PLACE)
    assert [(each.number, each.reason, each.is_back) for each in view.held] == [
        (held.number, "document", False)
    ]
    assert isinstance(await desk.do(deeds.HandBack(ticket_id=held.ticket_id)), h.ActionDone)
    assert await desk.serve_next() == held.ticket_id


async def test_a_note_is_read_at_the_next_window_alone(sit, take) -> None:
    here, there = await sit(PLACE), await sit(1)
    await take(accept(1))
    await here.serve_next()
    told = await here.do(deeds.Note(text="缺股东会决议原件"))
    assert told.said.code == "note-written"
    await here.do(deeds.Transfer(unit=None, to_window=1))
    await there.serve_next()
    assert (await there.client.window(1)).ticket.note == "缺股东会决议原件"


async def test_a_number_is_transferred_to_another_business_and_to_nowhere_else(sit, take, connect) -> None:
    desk = await sit(PLACE)
    ticket = await take(accept(1))
    await desk.serve_next()
    await sit(1)
    refused = await desk.do(deeds.Transfer(unit=ELSEWHERE, to_window=1))
    assert refused.notice.code == "not-served-there"
    assert isinstance(await desk.do(deeds.Transfer(unit=ELSEWHERE, to_window=None)), h.ActionDone)
    kiosk = await connect(Role.KIOSK)
    assert (await kiosk.ticket(ticket.ticket_id)).category == "trade"


async def test_a_conversion_is_foreseen_and_goes_on_here(sit, take) -> None:
    desk = await sit(PLACE)
    ticket = await take(consult())
    await desk.serve_next()
    await desk.work.perform(r.AskProspect(ticket_id=ticket.ticket_id, errand=0, unit=ACCEPT, look_up=7))
    assert (await desk.next(h.ProspectTold | h.LookUpFailed)).look_up == 7
    await desk.do(deeds.Convert(ticket_id=ticket.ticket_id, errand=0, unit=ACCEPT))
    view = await desk.client.window(PLACE)
    assert (view.state, view.ticket.ticket_class) == (WindowState.SERVING, TicketClass.ACCEPT)


async def test_what_is_not_done_of_a_number_waits_on(sit, take, connect) -> None:
    desk = await sit(PLACE)
    ticket = await take(accept(1))
    await desk.serve_next()
    assert (
        await desk.do(
            deeds.AddMatter(
                ticket_id=ticket.ticket_id,
                errand=Errand(ticket_class=TicketClass.CONSULT, category="business"),
            )
        )
    ).said.code == "matter-added"
    await desk.do(deeds.FinishPart(unfinished=(0,)))
    kiosk = await connect(Role.KIOSK)
    assert (await kiosk.ticket(ticket.ticket_id)).state is TicketState.WAITING


async def test_an_appointment_is_booked_for_the_person_whose_id_the_counter_never_had(sit, take) -> None:
    desk = await sit(PLACE)
    ticket = await take(accept(1))
    await desk.serve_next()
    day = date.fromisoformat((await desk.client.hall()).day) + timedelta(days=3)
    await desk.work.perform(r.AskSlots(unit=ACCEPT, day=day, look_up=1))
    slots = (await desk.next(h.SlotsTold)).slots
    deed = deeds.Book(
        ticket_id=ticket.ticket_id, unit=ACCEPT, matter=None, starts_at_ms=slots[0].starts_at_ms
    )
    first = await desk.do(deed, key="one-booking")
    again = await desk.do(deed, key="one-booking")
    assert first.said.code == "booked"
    assert again.said == first.said
    (booked,) = await desk.client.appointments_of(accept(1).holder)
    assert booked.starts_at_ms == slots[0].starts_at_ms


async def test_no_clerk_books_for_a_number_at_another_window(sit, take) -> None:
    here, there = await sit(PLACE), await sit(1)
    ticket = await take(accept(1))
    await here.serve_next()
    refused = await there.do(deeds.Book(ticket_id=ticket.ticket_id, unit=ACCEPT, matter=None, starts_at_ms=0))
    assert refused.notice.code == "not-your-number"


async def test_nobody_is_booked_for_whose_card_was_not_read(sit, take) -> None:
    desk = await sit(PLACE)
    ticket = await take(consult())
    await desk.serve_next()
    refused = await desk.do(deeds.Book(ticket_id=ticket.ticket_id, unit=ACCEPT, matter=None, starts_at_ms=0))
    assert refused.notice.code == "card-needed"


async def test_a_result_of_the_same_day_brings_the_number_back(sit, take, connect) -> None:
    """A case that the back office has not told of is recorded when the clerk says so."""
    desk = await sit(PLACE)
    ticket = await take(accept(1, "construction"))
    await desk.serve_next()
    await desk.press(WindowAction.FINISH)
    deed = deeds.Result(
        ticket_id=ticket.ticket_id, case="2026-0158", category="construction", matter=None, records=False
    )
    assert (await desk.do(deed)).notice.code == "no-such-case"
    assert (await desk.do(replace(deed, records=True))).said.code == "result-announced"
    waiting = await (await connect(Role.KIOSK)).ticket(ticket.ticket_id)
    assert (waiting.state, waiting.ticket_class) == (TicketState.WAITING, TicketClass.PICKUP)


async def test_a_pause_says_until_when(sit) -> None:
    desk = await sit(PLACE)
    await desk.do(deeds.Pause(reason="meal", minutes=30))
    view = await desk.client.window(PLACE)
    assert (view.state, view.pause) == (WindowState.PAUSED, "meal")
    assert view.pause_until_ms is not None


async def test_a_shift_is_told_in_counts(sit, take) -> None:
    desk = await sit(PLACE)
    await take(accept(1))
    await desk.serve_next()
    await desk.press(WindowAction.FINISH)
    await desk.work.perform(r.AskShift(look_up=1))
    summary = (await desk.next(h.ShiftTold)).summary
    assert (summary.clerk, summary.calls, summary.finished) == (CLERKS[PLACE], 1, 1)


async def test_an_open_window_is_taken_over_when_that_was_asked_for(sit, hall, take) -> None:
    """Nobody has pressed anything there since the hall was started anew."""
    there = await sit(PLACE)
    ticket = await take(accept(1))
    await there.serve_next()
    hall.stop()
    hall.start()
    here = await sit(PLACE, at_work=False)
    assert (await here.log_in(CLERKS[1])).notice.code == "window-taken"
    assert isinstance(await here.log_in(CLERKS[1], takes_over=True), h.LoggedIn)
    view = await here.client.window(PLACE)
    assert (view.clerk, view.ticket.ticket_id) == (CLERKS[1], ticket.ticket_id)
