"""Numbers and visits: told while it matters, and not any more."""

from queue_core.app.people import Contact
from queue_core.app.requests import ErrandAsked, NumberWanted
from queue_core.domain.commands import CallNext, Command, FinishService, OpenWindow, StartService
from queue_core.domain.events import TicketIssued
from tests.integration.messages.house import UNIT, FarEnd, House, phone


async def number(house: House, serial: int) -> str:
    wanted = NumberWanted(
        errands=(ErrandAsked(unit=UNIT),), language="en", contact=Contact(phone=phone(serial))
    )
    outcome = await house.hall.execute(wanted, key=f"number-{serial}", actor="kiosk:K1")
    return next(event.number for event in outcome.events if isinstance(event, TicketIssued))


async def do(house: House, command: Command) -> None:
    house.now_ms += 1_000
    await house.hall.execute(command, key=f"do-{house.now_ms}", actor="clerk:1001")


async def test_who_is_called_is_told_where_to_come_and_afterwards_asked_for_a_rating(house: House) -> None:
    far = FarEnd()
    house.start_sending(far)
    taken = await number(house, 1)
    await do(house, OpenWindow(window=1, clerk="1001"))
    await do(house, CallNext(window=1))
    await house.until(lambda: [each.scene for each in far.received] == ["called"])
    assert f"Number {taken}: please come to window 1 now." in far.received[0].text
    await do(house, StartService(window=1))
    await do(house, FinishService(window=1))
    await house.until(lambda: len(far.received) == 2)
    assert far.received[1].scene == "rating-link"
    assert "https://hall.example.org/t/" in far.received[1].text


async def test_a_call_that_was_answered_before_its_message_went_is_not_told(house: House) -> None:
    await number(house, 1)
    await do(house, OpenWindow(window=1, clerk="1001"))
    await do(house, CallNext(window=1))
    await do(house, StartService(window=1))
    far = FarEnd()
    house.start_sending(far)
    await house.until(lambda: house.states() == ["dead"])
    assert (far.received, await house.dead()) == ([], [])


async def test_a_call_that_could_not_be_told_in_time_is_not_told_later(house: House) -> None:
    await number(house, 1)
    await do(house, OpenWindow(window=1, clerk="1001"))
    await do(house, CallNext(window=1))
    house.now_ms += 10 * 60_000
    house.start_sending(FarEnd())
    await house.until(lambda: house.states() == ["dead"])
    assert house.rows("reason") == [("expired",)]
