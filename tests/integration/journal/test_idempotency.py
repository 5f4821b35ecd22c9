import asyncio
import sqlite3
from contextlib import closing

import pytest
from msgspec.structs import replace

from queue_core.app import ErrandAsked, IdempotencyConflict, ReservedKey
from queue_core.app.errors import UndecidedCommand
from queue_core.domain.commands import CallNext, CloseWindow, OpenWindow
from queue_core.domain.refusals import NobodyWaiting
from queue_core.domain.rules import Unit
from queue_core.domain.words import TicketClass

KIOSK, CLERK = "kiosk:K1", "clerk:0007"


async def issued(hall) -> int:
    return await hall.read(lambda day: day.issued)


async def test_a_command_sent_twice_gets_the_first_answer(hall, a_number) -> None:
    first = await hall.execute(a_number, key="k", actor=KIOSK)
    second = await hall.execute(a_number, key="k", actor=KIOSK)
    assert second == replace(first, repeated=True)
    assert await issued(hall) == 1


async def test_the_first_answer_outlives_a_restart(hall, reopen, a_number) -> None:
    first = await hall.execute(a_number, key="k", actor=KIOSK)
    again = reopen()
    assert await again.execute(a_number, key="k", actor=KIOSK) == replace(first, repeated=True)
    assert await issued(again) == 1


async def test_the_first_answer_outlives_midnight_and_a_restart(hall, reopen, time, a_number) -> None:
    first = await hall.execute(a_number, key="k", actor=KIOSK)
    time.next_day()
    assert await hall.execute(a_number, key="k", actor=KIOSK) == replace(first, repeated=True)
    again = reopen()
    assert await again.execute(a_number, key="k", actor=KIOSK) == replace(first, repeated=True)
    assert await issued(again) == 0


@pytest.mark.parametrize("is_restarted", [False, True])
async def test_all_that_a_command_led_to_is_answered_again(hall, reopen, a_number, is_restarted) -> None:
    await hall.execute(OpenWindow(window=1, clerk="0007"), key="o", actor=CLERK)
    await hall.execute(a_number, key="k", actor=KIOSK)
    await hall.execute(CallNext(window=1), key="c", actor=CLERK)
    emergency = CloseWindow(window=1, emergency="smoke")
    first = await hall.execute(emergency, key="e", actor=CLERK)
    assert len(first.events) == 2
    await hall.execute(a_number, key="l", actor=KIOSK)
    asked = reopen() if is_restarted else hall
    assert await asked.execute(emergency, key="e", actor=CLERK) == replace(first, repeated=True)


async def test_an_answer_of_yesterday_that_was_damaged_stops_nobody(
    hall, reopen, time, a_number, tmp_path
) -> None:
    await hall.execute(a_number, key="k", actor=KIOSK)
    time.next_day()
    await hall.execute(a_number, key="l", actor=KIOSK)
    hall.close()
    with closing(sqlite3.connect(tmp_path / "journal.db", isolation_level=None)) as spoiler:
        spoiler.execute("UPDATE events SET body = '{' WHERE key = 'k'")
    again = reopen()
    with pytest.raises(UndecidedCommand):
        await again.execute(a_number, key="k", actor=KIOSK)
    assert (await again.execute(a_number, key="m", actor=KIOSK)).events[0].number == "002"


async def test_duplicates_in_flight_await_the_first_answer(hall, a_number) -> None:
    outcomes = await asyncio.gather(
        *(hall.execute(a_number, key=f"k{at % 5}", actor=KIOSK) for at in range(100))
    )
    assert await issued(hall) == 5
    assert len({outcome.events for outcome in outcomes}) == 5
    assert sum(not outcome.repeated for outcome in outcomes) == 5


@pytest.mark.parametrize("is_restarted", [False, True])
async def test_the_same_key_for_another_command_is_a_conflict(hall, reopen, a_number, is_restarted) -> None:
    await hall.execute(a_number, key="k", actor=KIOSK)
    asked = reopen() if is_restarted else hall
    for other, actor in [(replace(a_number, language="en"), KIOSK), (a_number, "kiosk:K2")]:
        with pytest.raises(IdempotencyConflict):
            await asked.execute(other, key="k", actor=actor)
    with pytest.raises(IdempotencyConflict):
        await asked.execute(CallNext(window=1), key="k", actor=KIOSK)
    assert await issued(asked) == 1


async def test_the_same_key_for_another_person_is_a_conflict(hall, a_number, canary) -> None:
    await hall.execute(replace(a_number, holder=canary), key="k", actor=KIOSK)
    other = replace(canary, id_number="440106195811023045")
    with pytest.raises(IdempotencyConflict):
        await hall.execute(replace(a_number, holder=other), key="k", actor=KIOSK)


async def test_a_refused_command_may_be_tried_again_under_its_key(hall, a_number) -> None:
    await hall.execute(OpenWindow(window=1, clerk="0007"), key="o", actor=CLERK)
    with pytest.raises(NobodyWaiting):
        await hall.execute(CallNext(window=1), key="c", actor=CLERK)
    await hall.execute(a_number, key="k", actor=KIOSK)
    outcome = await hall.execute(CallNext(window=1), key="c", actor=CLERK)
    assert not outcome.repeated


async def test_two_clerks_who_call_at_once_get_two_tickets(hall, a_number) -> None:
    for window in (1, 2):
        await hall.execute(OpenWindow(window=window, clerk=f"{window}"), key=f"o{window}", actor="c")
        await hall.execute(a_number, key=f"k{window}", actor=KIOSK)
    outcomes = await asyncio.gather(
        *(hall.execute(CallNext(window=window), key=f"c{window}", actor=f"{window}") for window in (1, 2))
    )
    assert sorted(outcome.events[0].ticket_id for outcome in outcomes) == [1, 2]


async def test_what_is_so_already_is_answered_without_an_event(hall) -> None:
    outcome = await hall.execute(CloseWindow(window=1), key="c", actor=CLERK)
    assert outcome.events == ()


async def test_the_halls_own_keys_are_nobodys(hall, a_number) -> None:
    with pytest.raises(ReservedKey):
        await hall.execute(a_number, key="hall:day:2026-11-18", actor=KIOSK)


async def test_a_refusal_leaves_the_next_number_as_it_was(hall, a_number) -> None:
    nowhere = replace(a_number, errands=(ErrandAsked(unit=Unit("marriage", TicketClass.ACCEPT)),))
    results = await asyncio.gather(
        hall.execute(nowhere, key="a", actor=KIOSK),
        hall.execute(a_number, key="b", actor=KIOSK),
        return_exceptions=True,
    )
    assert results[1].events[0].number == "001"
