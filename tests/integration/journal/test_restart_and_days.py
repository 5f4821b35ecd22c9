import asyncio
import os
import sqlite3
from contextlib import closing

import pytest
from msgspec.structs import replace
from structlog.testing import capture_logs

from queue_core.app import HallStopped, open_hall
from queue_core.app.errors import JournalContradicts
from queue_core.domain.commands import CallNext, FinishService, OpenWindow, Rate, ReportDelivery, StartService
from queue_core.domain.events import TicketExpired
from queue_core.domain.refusals import AlreadyWaiting, NobodyWaiting, NoSuchTicket, WindowIsClosed
from queue_core.domain.words import DeliveryState, RatingChannel, TicketState
from queue_core.store.codec import decode
from queue_core.store.errors import JournalInUse, JournalUnusable, KeyDestroyed, NewerJournal, VaultUnusable
from queue_core.store.reading import rows, verify

CLERK = "clerk:0007"


def picture(day):
    return (day.day, dict(day.tickets), dict(day.windows), list(day.calls), day.lanes.next_at(1), day.issued)


async def a_morning(hall, a_number) -> None:
    await hall.execute(OpenWindow(window=1, clerk="0007"), key="open", actor=CLERK)
    for at in range(4):
        await hall.execute(a_number, key=f"k{at}", actor="kiosk:K1")
    for at, command in enumerate((CallNext, StartService, FinishService, CallNext)):
        await hall.execute(command(window=1), key=f"w{at}", actor=CLERK)
    rating = Rate(window=1, ticket_id=1, level=5, channel=RatingChannel.PAD)
    await hall.execute(rating, key="r", actor="pad:P1")


async def test_a_restart_finds_the_day_as_it_was(hall, reopen, a_number) -> None:
    await a_morning(hall, a_number)
    before = await hall.read(picture)
    assert await reopen().read(picture) == before


async def test_a_new_day_opens_by_itself_and_begins_at_001(hall, a_number, time) -> None:
    await a_morning(hall, a_number)
    time.next_day()
    outcome = await hall.execute(a_number, key="next", actor="kiosk:K1")
    assert (outcome.events[0].number, outcome.events[0].ticket_id) == ("001", 5)
    await hall.execute(OpenWindow(window=1, clerk="0007"), key="open 2", actor=CLERK)
    called = await hall.execute(CallNext(window=1), key="call 2", actor=CLERK)
    assert called.events[0].ticket_id == 5
    await hall.execute(OpenWindow(window=2, clerk="0008"), key="open 3", actor=CLERK)
    with pytest.raises(NobodyWaiting):
        await hall.execute(CallNext(window=2), key="call 3", actor=CLERK)


async def test_midnight_ends_a_service_with_its_day(hall, reopen, a_number, time, tmp_path) -> None:
    """It ends unserved; the clerk is told that the window is closed, and nobody can rate it."""
    await a_morning(hall, a_number)
    await hall.execute(StartService(window=1), key="start", actor=CLERK)
    time.next_day()
    for find in (lambda: hall, reopen):
        asked = find()
        with pytest.raises(WindowIsClosed):
            await asked.execute(FinishService(window=1), key="late", actor=CLERK)
        late = Rate(window=1, ticket_id=2, level=5, channel=RatingChannel.PAD)
        with pytest.raises(NoSuchTicket):
            await asked.execute(late, key="late rating", actor="pad:P1")
    bodies = [row.body for row in rows(tmp_path / "journal.db")]
    expired = [event for event in map(decode, bodies) if isinstance(event, TicketExpired)]
    assert [(event.at_ms, event.window) for event in expired if event.ticket_id == 2] == [(time.now_ms, 1)]


async def test_a_restart_after_midnight_opens_the_new_day(hall, reopen, a_number, time) -> None:
    await a_morning(hall, a_number)
    time.next_day()
    again = reopen()
    assert await again.read(lambda day: (day.day, day.issued)) == ("2026-11-18", 0)


async def test_time_never_runs_backwards_in_the_journal(hall, a_number, time) -> None:
    first = await hall.execute(a_number, key="a", actor="kiosk:K1")
    time.now_ms -= 60_000_000
    second = await hall.execute(a_number, key="b", actor="kiosk:K1")
    assert second.events[0].at_ms == first.events[0].at_ms


async def test_a_clock_that_went_back_is_told_once(hall, a_number, time) -> None:
    await hall.execute(a_number, key="a", actor="kiosk:K1")
    with capture_logs() as logs:
        time.now_ms -= 60_000
        for key in "bcd":
            await hall.execute(a_number, key=key, actor="kiosk:K1")
    assert [(line["event"], line["behind_ms"]) for line in logs] == [("clock went back", 60_000)]


async def test_other_rules_take_effect_with_a_restart(reopen, a_number, rules) -> None:
    await reopen().execute(a_number, key="a", actor="kiosk:K1")
    for calls in (1, 1, 3):
        again = reopen(replace(rules, policy=replace(rules.policy, calls_before_no_show=calls)))
        told = await again.read(lambda day: (day.rules.policy.calls_before_no_show, day.issued))
        assert told == (calls, 1)


async def test_the_same_person_is_known_by_either_card_and_across_a_restart(
    hall, reopen, a_number, canary
) -> None:
    first = await hall.execute(replace(a_number, holder=canary), key="a", actor="kiosk:K1")
    by_other_card = replace(canary, card="social_security", name="Jin Siqiao")
    for each, key in ((hall, "b"), (None, "c")):
        asked = each or reopen()
        with pytest.raises(AlreadyWaiting) as refusal:
            await asked.execute(replace(a_number, holder=by_other_card), key=key, actor="kiosk:K2")
        assert refusal.value.ticket.number == first.events[0].number


async def test_the_same_person_is_welcome_again_tomorrow(hall, a_number, canary, time) -> None:
    wanted = replace(a_number, holder=canary)
    await hall.execute(wanted, key="a", actor="kiosk:K1")
    time.next_day()
    outcome = await hall.execute(wanted, key="b", actor="kiosk:K1")
    assert outcome.events[0].number == "001"


async def test_one_person_at_two_kiosks_at_once_gets_one_number(hall, a_number, canary) -> None:
    wanted = replace(a_number, holder=canary)
    results = await asyncio.gather(
        *(hall.execute(wanted, key=f"{at}", actor=f"kiosk:K{at}") for at in range(5)),
        return_exceptions=True,
    )
    assert sum(isinstance(result, AlreadyWaiting) for result in results) == 4


async def test_a_number_that_reached_nobody_is_withdrawn_by_itself(hall, a_number, time) -> None:
    await hall.execute(a_number, key="a", actor="kiosk:K1")
    await hall.execute(a_number, key="b", actor="kiosk:K1")
    printing = ReportDelivery(ticket_id=2, outcome=DeliveryState.PRINTING)
    await hall.execute(printing, key="p", actor="kiosk:K1")
    time.now_ms += 90_000
    await hall.read(lambda _: None)
    states = await hall.read(lambda day: [ticket.state for ticket in day.tickets.values()])
    assert states == [TicketState.WITHDRAWN, TicketState.WAITING]


@pytest.mark.parametrize("away_ms", [80_000, 600_000])
async def test_after_a_restart_kiosks_get_time_to_report(hall, reopen, a_number, time, away_ms) -> None:
    await hall.execute(a_number, key="a", actor="kiosk:K1")
    hall.close()
    time.now_ms += away_ms
    again = reopen()
    time.now_ms += 89_999
    printed = ReportDelivery(ticket_id=1, outcome=DeliveryState.PRINTED)
    await again.execute(printed, key="p", actor="kiosk:K1")
    time.now_ms += 90_000
    await again.read(lambda _: None)
    assert await again.read(lambda day: day.tickets[1].state) is TicketState.WAITING


async def test_listeners_hear_every_event_once_and_in_order(hall, a_number) -> None:
    heard = []
    stop = hall.subscribe(lambda entries, _: heard.extend(entries))
    await asyncio.gather(*(hall.execute(a_number, key=f"{at}", actor="k") for at in range(50)))
    assert [entry.sequence for entry in heard] == list(range(2, 52))
    stop()
    await hall.execute(a_number, key="silent", actor="k")
    assert len(heard) == 50


async def test_whoever_hears_of_a_change_finds_it_on_the_disk(hall, a_number, tmp_path) -> None:
    """For listeners and answers alike, seen through a connection of a stranger."""

    def last_stored() -> int:
        with closing(sqlite3.connect(f"file:{tmp_path}/journal.db?mode=ro", uri=True)) as stranger:
            return stranger.execute("SELECT max(sequence) FROM events").fetchone()[0]

    heard = []
    hall.subscribe(lambda entries, day: heard.append((entries[-1].sequence, last_stored(), day.issued)))

    async def ask(at: int) -> tuple[int, int]:
        outcome = await hall.execute(a_number, key=f"{at}", actor="k")
        return outcome.sequence, last_stored()

    answers = await asyncio.gather(*(ask(at) for at in range(100)))
    assert len(heard) >= 1
    assert all(told <= stored for told, stored in answers)
    assert all(told == stored == issued + 1 for told, stored, issued in heard)


async def test_a_listener_that_fails_stops_nobody(hall, a_number) -> None:
    def fail(*_):
        raise RuntimeError("listener")

    heard = []
    hall.subscribe(fail)
    hall.subscribe(lambda entries, _: heard.extend(entries))
    await hall.execute(a_number, key="a", actor="k")
    assert len(heard) == 1


async def test_what_a_look_raises_reaches_the_one_who_looked(hall) -> None:
    with pytest.raises(KeyError):
        await hall.read(lambda day: day.tickets[99])


async def test_a_closed_hall_says_so(hall, a_number) -> None:
    hall.close()
    with pytest.raises(HallStopped):
        await hall.execute(a_number, key="a", actor="k")


@pytest.mark.usefixtures("hall")
def test_a_second_server_on_a_journal_is_refused_and_told_who_has_it(tmp_path, rules, time) -> None:
    with pytest.raises(JournalInUse, match=f"process {os.getpid()} on "):
        open_hall(tmp_path, rules, calendar=time.calendar)


async def test_a_refused_second_server_does_not_disturb_the_first(
    hall, tmp_path, rules, time, a_number
) -> None:
    with pytest.raises(JournalInUse):
        open_hall(tmp_path, rules, calendar=time.calendar)
    await hall.execute(a_number, key="a", actor="k")
    hall.close()
    open_hall(tmp_path, rules, calendar=time.calendar, clock=time.clock).close()
    assert verify(tmp_path / "journal.db").events == 2


def spoil(path, sql) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as spoiler:
        spoiler.execute(sql)


@pytest.mark.parametrize(
    ("sql", "error"),
    [
        ("PRAGMA user_version = 99", NewerJournal),
        ("UPDATE events SET version = 7 WHERE sequence = 2", NewerJournal),
        ("UPDATE events SET body = '{' WHERE sequence = 2", JournalUnusable),
        (
            """UPDATE events SET body = replace(body, '"ticket_id":1', '"ticket_id":9') WHERE sequence = 3""",
            JournalContradicts,
        ),
    ],
)
async def test_a_journal_that_cannot_be_read_is_not_served(reopen, a_number, tmp_path, sql, error) -> None:
    hall = reopen()
    await hall.execute(a_number, key="a", actor="k")
    printed = ReportDelivery(ticket_id=1, outcome=DeliveryState.PRINTED)
    await hall.execute(printed, key="p", actor="k")
    hall.close()
    spoil(tmp_path / "journal.db", sql)
    with pytest.raises(error) as raised:
        reopen()
    assert raised.value.code
    assert raised.value.remedy


def test_a_folder_that_cannot_be_made_is_named(tmp_path, rules, time) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(JournalUnusable, match="file"):
        open_hall(tmp_path / "file", rules, calendar=time.calendar)


async def test_what_was_asked_before_closing_is_answered_and_later_requests_are_not(hall, a_number) -> None:
    asked = [asyncio.create_task(hall.execute(a_number, key=f"{at}", actor="k")) for at in range(50)]
    await asyncio.sleep(0)
    await asyncio.to_thread(hall.close)
    outcomes = await asyncio.wait_for(asyncio.gather(*asked, return_exceptions=True), 5)
    assert [outcome.events[0].ticket_id for outcome in outcomes] == list(range(1, 51))


def test_a_file_that_is_no_journal_is_not_served(tmp_path, rules, time) -> None:
    (tmp_path / "journal.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(JournalUnusable):
        open_hall(tmp_path, rules, calendar=time.calendar)


async def test_damaged_keys_are_moved_away_and_the_numbers_go_on(reopen, a_number, canary, tmp_path) -> None:
    """As the remedy says."""
    hall = reopen()
    await hall.execute(replace(a_number, holder=canary), key="a", actor="k")
    hall.close()
    (tmp_path / "keys.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(VaultUnusable, match=r"keys\.db") as damaged:
        reopen()
    assert "move it away" in damaged.value.remedy
    (tmp_path / "keys.db").rename(tmp_path / "damaged")
    again = reopen()
    with pytest.raises(KeyDestroyed):
        again.disclosure.holder_of(await again.read(lambda day: day.tickets[1]))
    assert (await again.execute(a_number, key="b", actor="k")).events[0].number == "002"
