"""Deposits and collections at a real hall: what the doors do, and what the hall makes of it."""

from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.state import Outcome, Page, Paper, Task
from queue_core.wire.words import CaseState, Finding, Role
from sim.rig.printer import TcpPrinter
from tests.integration.hall.cabinet_hall import SUPERVISOR

MINUTE_MS = 60_000


async def test_a_case_is_deposited_and_collected_by_its_code(place) -> None:
    screen = await place.ready()
    deposited = await place.deposit(screen)
    await screen.type(deposited.code, Page.OPEN)
    assert screen.door == deposited.door
    assert place.locker.door(1, deposited.door).is_open
    await screen.close_door(deposited.door)
    state = await screen.at(Page.DONE)
    assert state.visit.outcome is Outcome.TAKEN
    await screen.heard()
    assert (await place.case(deposited.case)).state is CaseState.HANDED_OVER
    await screen.do(h.Leave(), Page.HOME)


async def test_its_receipt_is_printed_and_counted_and_printed_again_once_there_is_paper(
    place, tmp_path
) -> None:
    with TcpPrinter(tickets=tmp_path) as printer:
        screen = await place.ready(printer.address)
        deposited = await place.deposit(screen)
        await screen.until(lambda state: state.means.printer_trouble == "")
        await screen.type(deposited.code, Page.OPEN)
        await screen.close_door(deposited.door)
        await screen.at(Page.DONE)
        await printed(screen, Paper.OUT)
        printer.load_paper(remaining_mm=0)
        await screen.until(lambda state: state.means.printer_trouble == "paper-out")
        screen.hear(h.PrintPressed())
        assert screen.state.visit.paper is Paper.OUT
        printer.load_paper(remaining_mm=5_000)
        await screen.until(lambda state: state.means.printer_trouble == "")
        await printed(screen, Paper.OUT)
        place.hall.clock.steer(place.hall.clock() + 11 * MINUTE_MS)
        await printed(screen, Paper.REFUSED)
        first, again = (printer.wait_for_ticket(nth).text for nth in (1, 2))
    assert deposited.case in first
    assert ("补打" in first, "补打 2" in again) == (False, True)
    assert ("已从取件柜取走" in first, place.hall.kinds_of("receipt-printed")) == (True, 2)
    told = [each for each in await place.staff.devices() if each.role is Role.CABINET]
    assert "printer" in [one.name for each in told for one in each.devices]
    await screen.do(h.Leave(), Page.HOME)


async def printed(screen, paper: Paper) -> None:
    screen.hear(h.PrintPressed())
    assert screen.state.visit.paper is Paper.UNDER_WAY
    await screen.until(lambda state: state.visit.paper is not Paper.UNDER_WAY)
    assert screen.state.visit.paper is paper


async def test_what_is_not_taken_stays_and_opens_by_its_qr_code_later(place) -> None:
    screen = await place.ready()
    deposited = await place.deposit(screen)
    await screen.do(h.CodeScanned(text=deposited.qr), Page.OPEN)
    screen.hear(h.Unwanted())
    await screen.close_door(deposited.door)
    state = await screen.at(Page.DONE)
    assert state.visit.outcome is Outcome.LEFT
    await screen.heard()
    assert (await place.case(deposited.case)).place.door == deposited.door
    await screen.do(h.Leave(), Page.HOME)
    await screen.do(h.CodeScanned(text=deposited.qr), Page.OPEN)
    await screen.close_door(deposited.door)
    await screen.at(Page.DONE)
    screen.hear(h.NothingInside())
    await screen.heard()
    assert (await place.case(deposited.case)).is_missing


async def test_a_door_found_full_is_left_alone_and_another_one_opens(place) -> None:
    screen = await place.ready()
    case, receipt = await place.record()
    await screen.log_in()
    await screen.do(h.CodeScanned(text=receipt), Page.SIZE)
    await screen.do(h.SizeChosen(size="small"), Page.OPEN)
    full = screen.door
    screen.hear(h.SomethingInside())
    await screen.until(lambda state: state.visit.unlocking is not None and state.visit.unlocking.door != full)
    await screen.at(Page.OPEN)
    assert screen.state.visit.to_close == full
    await screen.close_door(full)
    await screen.until(lambda state: state.visit.to_close is None)
    other = screen.door
    await screen.close_door(other)
    await screen.at(Page.DONE)
    await screen.heard()
    assert (await place.case(case)).place.door == other
    await place.staff.set_door_service("L1", full, is_in_service=True)


async def test_staff_take_a_case_back_and_a_supervisor_says_what_is_behind_a_door(place) -> None:
    screen = await place.ready()
    deposited = await place.deposit(screen)
    await screen.log_in()
    await screen.do(h.TaskChosen(task=Task.REMOVE), Page.CASE_CODE)
    screen.hear(h.Typed(text=deposited.case))
    await screen.do(h.Entered(), Page.OPEN)
    await screen.close_door(deposited.door)
    await screen.at(Page.DONE)
    await screen.heard()
    assert (await place.case(deposited.case)).place is None
    await screen.do(h.Next(), Page.TASKS)
    await screen.do(h.Leave(), Page.HOME)
    await screen.log_in(SUPERVISOR)
    await screen.do(h.TaskChosen(task=Task.INSPECT), Page.DOORS)
    await screen.do(h.DoorChosen(door=8), Page.OPEN)
    screen.hear(h.NothingInside())
    await screen.close_door(8)
    state = await screen.at(Page.DONE)
    assert (state.visit.outcome, state.visit.said) == (Outcome.EMPTY, Finding.EMPTY)


async def test_a_mistyped_code_is_told_and_wrong_ones_lock_the_cabinet_for_a_while(place) -> None:
    screen = await place.ready()
    right = place.hall.shown_of_serial(900)
    wrong = right[:-1] + str((int(right[-1]) + 1) % 10)
    state = await screen.type(wrong, Page.ASKING)
    state = await screen.until(lambda state: bool(state.visit.hint))
    assert (state.visit.page, state.visit.hint) == (Page.CODE, "pickup-code-mistyped")
    await screen.do(h.Back(), Page.HOME)
    told = []
    for serial in range(900, 906):
        state = await screen.type(place.hall.shown_of_serial(serial), Page.TROUBLE)
        told.append(state.visit.trouble)
        await screen.do(h.Leave(), Page.HOME)
    assert [each.code for each in told[:4]] == 4 * ["proof-refused"]
    assert told[-1].code == "proofs-locked"
    now_ms = place.hall.clock()
    assert told[-1].until_ms > now_ms
    place.hall.clock.steer(now_ms + 6 * MINUTE_MS)
