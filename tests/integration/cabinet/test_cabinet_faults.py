"""What goes wrong at a cabinet: doors, boards, the line to the hall, and a program that starts anew."""

import asyncio
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest

from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.requests import Ask, Open, Request
from kiosk.cabinet.flow.state import Link, Outcome, Page
from queue_core.client.cabinet import CabinetClient
from queue_core.wire.lockers import AskCollection, ShowProof
from queue_core.wire.words import CaseState, DoorTrouble, DoorUse
from tests.cable import Cable

MINUTE_MS = 60_000


@pytest.fixture
def line(place) -> Iterator[Cable]:
    """Between a cabinet and its hall."""
    with Cable(urlsplit(place.hall.hall.url).port) as line:
        yield line


def at_order(act: Callable[[], None]) -> Callable[[Request], None]:
    """What to do at the moment an order to collect is asked for, before it leaves."""

    def look(request: Request) -> None:
        is_order = isinstance(request, Ask) and isinstance(request.question, AskCollection)
        (act if is_order else list)()

    return look


async def test_a_jammed_door_is_tried_again_and_then_left_to_staff(place) -> None:
    screen = await place.ready()
    first, second = await place.deposit(screen), await place.deposit(screen)
    hand = place.locker.door(1, first.door)
    hand.jam()
    await screen.type(first.code, Page.STUCK)
    hand.jam(is_jammed=False)
    await screen.do(h.Again(), Page.OPEN)
    await screen.close_door(first.door)
    await screen.at(Page.DONE)
    await screen.do(h.Leave(), Page.HOME)
    hand = place.locker.door(1, second.door)
    hand.jam()
    await screen.type(second.code, Page.STUCK)
    state = await screen.do(h.Again(), Page.TROUBLE)
    assert state.visit.trouble.code == "door-stuck"
    await screen.heard()
    door = await place.door(second.door)
    assert (door.trouble, door.use) == (DoorTrouble.STUCK, DoorUse.OUT)
    assert (await place.case(second.case)).place.door == second.door
    hand.jam(is_jammed=False)
    await screen.do(h.Leave(), Page.HOME)
    await screen.type(second.code, Page.OPEN)
    await screen.close_door(second.door)
    await screen.at(Page.DONE)


async def test_what_a_door_does_while_the_hall_is_away_is_told_in_order_afterwards(place) -> None:
    screen = await place.ready()
    deposited = await place.deposit(screen)
    await screen.type(deposited.code, Page.OPEN)
    await screen.heard()
    await asyncio.to_thread(place.hall.hall.stop)
    await screen.until(lambda state: state.link is Link.DOWN)
    await screen.close_door(deposited.door)
    await screen.at(Page.DONE)
    await screen.do(h.Leave(), Page.AWAY)
    opened = place.opened()
    screen.hear(h.CodeScanned(text=deposited.qr))
    assert screen.state.visit.page is Page.HOME
    await asyncio.to_thread(place.hall.hall.start)
    await screen.at(Page.HOME)
    await screen.heard()
    await place.log_in()
    assert (await place.case(deposited.case)).state is CaseState.HANDED_OVER
    assert place.opened() == opened


async def test_a_program_that_starts_anew_asks_and_opens_only_what_is_asked_of_itself(place) -> None:
    screen = await place.ready()
    deposited = await place.deposit(screen)
    await screen.type(deposited.code, Page.OPEN)
    await screen.heard()
    await screen.end()
    opened = place.opened()
    other = await place.ready()
    await other.until(lambda state: state.door(deposited.door).use is DoorUse.UNSURE)
    assert place.opened() == opened
    assert other.state.open_doors == (deposited.door,)
    await other.type(deposited.code, Page.UNSURE)
    await other.do(h.OpenAgain(), Page.OPEN)
    await other.close_door(deposited.door)
    state = await other.at(Page.DONE)
    assert state.visit.outcome is Outcome.TAKEN
    await other.heard()
    assert (await place.case(deposited.case)).state is CaseState.HANDED_OVER


async def test_an_order_from_before_this_program_is_not_carried_out(place) -> None:
    screen = await place.ready()
    deposited = await place.deposit(screen)
    await screen.end()
    async with CabinetClient(place.hall.credentials["L1"]) as earlier:
        grant = await earlier.show_proof(ShowProof(code=deposited.code))
        await earlier.ask_collection(AskCollection(grant=grant.grant, case=deposited.case))
    opened = place.opened()
    other = await place.ready()
    await other.until(lambda state: state.door(deposited.door).use is DoorUse.UNSURE)
    assert place.opened() == opened
    assert not [one for one in other.requests if isinstance(one, Open)]
    await other.type(deposited.code, Page.UNSURE)
    state = await other.do(h.WasTaken(), Page.DONE)
    assert state.visit.outcome is Outcome.SAID_TAKEN


async def test_a_supervisor_opens_a_door_from_afar_while_somebody_else_stands_there(place) -> None:
    screen = await place.ready()
    await screen.do(h.CollectPressed(), Page.CODE)
    await place.staff.ask_inspection("L1", 8)
    await screen.until(lambda state: state.open_doors == (8,))
    assert screen.state.visit.page is Page.CODE
    await screen.close_door(8)
    await screen.until(lambda state: state.open_doors == ())
    await screen.do(h.Back(), Page.HOME)


async def test_without_its_board_nothing_is_begun_and_a_forced_door_is_told(place) -> None:
    screen = await place.ready()
    deposited = await place.deposit(screen)
    board = place.locker.board(1)
    board.power_off()
    await screen.at(Page.NO_BOARD)
    board.power_on()
    await screen.at(Page.HOME)
    place.locker.door(1, deposited.door).force()
    await screen.until(lambda state: state.open_doors == (deposited.door,))
    await screen.heard()
    assert (await place.door(deposited.door)).trouble is DoorTrouble.FORCED
    await screen.close_door(deposited.door)
    state = await screen.type(deposited.code, Page.TROUBLE)
    assert state.visit.trouble.code == "door-in-trouble"


async def test_who_leaves_the_door_open_is_reminded_and_the_next_one_may_come(place) -> None:
    screen = await place.ready()
    first, second = await place.deposit(screen), await place.deposit(screen)
    await screen.type(first.code, Page.OPEN)
    for _ in range(2):
        screen.hear(h.TimeOver())
    assert screen.state.visit.reminders == 2
    await screen.do(h.TimeOver(), Page.HOME)
    await screen.type(second.code, Page.OPEN)
    await screen.close_door(first.door)
    await screen.close_door(second.door)
    await screen.at(Page.DONE)
    await screen.heard()
    assert (await place.case(first.case)).state is CaseState.HANDED_OVER
    assert (await place.case(second.case)).state is CaseState.HANDED_OVER


async def test_an_order_whose_answer_was_lost_is_asked_for_again_and_carried_out_once(place, line) -> None:
    screen = await place.ready(server=line.url)
    deposited = await place.deposit(screen)
    opened, ordered = place.opened(), place.hall.kinds_of("unlocking-asked")
    screen.before = at_order(line.lose_next_answer)
    await screen.type(deposited.code, Page.OPEN)
    assert line.lost.is_set()
    await screen.close_door(deposited.door)
    await screen.at(Page.DONE)
    await screen.heard()
    assert (place.opened(), place.hall.kinds_of("unlocking-asked")) == (opened + 1, ordered + 1)
    assert (await place.case(deposited.case)).state is CaseState.HANDED_OVER


async def test_an_order_whose_answer_a_cut_line_lost_is_unsure_and_opens_nothing_by_itself(
    place, line
) -> None:
    screen = await place.ready(server=line.url)
    deposited = await place.deposit(screen)
    opened, ordered = place.opened(), place.hall.kinds_of("unlocking-asked")
    screen.before = at_order(lambda: line.lose_next_answer(cuts_then=True))
    await screen.do(h.CollectPressed(), Page.CODE)
    screen.hear(h.Typed(text=deposited.code))
    screen.hear(h.Entered())
    assert await asyncio.to_thread(line.lost.wait, 20)
    screen.before = at_order(list)
    await screen.until(lambda state: state.link is Link.DOWN)
    assert place.hall.kinds_of("unlocking-asked") == ordered + 1
    place.hall.clock.steer(place.hall.clock() + 3 * MINUTE_MS)  # longer than the hall waits, or a grant lives
    line.mend()
    await screen.until(lambda state: state.link is Link.UP and state.door(deposited.door) is not None)
    await screen.until(lambda state: state.door(deposited.door).use is DoorUse.UNSURE)
    await screen.at(Page.TROUBLE)
    assert place.opened() == opened
    await screen.do(h.Leave(), Page.HOME)
    await screen.type(deposited.code, Page.UNSURE)
    await screen.do(h.OpenAgain(), Page.OPEN)
    await screen.close_door(deposited.door)
    await screen.at(Page.DONE)
    await screen.heard()
    assert place.opened() == opened + 1
    assert (await place.case(deposited.case)).state is CaseState.HANDED_OVER
