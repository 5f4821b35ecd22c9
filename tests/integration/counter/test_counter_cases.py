"""Cases at a counter of a real hall: accepted, shelved, found, handed over, and their receipts on paper."""

import asyncio

import pytest
from structlog.testing import capture_logs

from counter.flow import deeds
from counter.flow import happenings as h
from counter.flow import requests as r
from counter.flow.casework import CaseAct, Shelf, is_at_hand, query
from counter.receipts import Receipts
from counter.work import HallWork
from drivers.runtime.registry import Registry
from queue_core.wire.cases import CasePlace
from queue_core.wire.words import CaseState, PickupWay, PlaceKind, WindowAction
from sim.rig import TcpPrinter
from tests.integration.hall.conftest import accept

PLACE = 3
PHONE = "19900001234"


@pytest.fixture
def printer(tmp_path):
    with TcpPrinter(tickets=tmp_path) as printer:
        yield printer


@pytest.fixture
async def desk(sit, printer):
    """A counter with a printer, serving the first number of its person."""
    desk = await sit(PLACE)
    receipts = Receipts(printer.address, desk.client, desk.heard.put_nowait)
    desk.work = HallWork(desk.client, desk.heard.put_nowait, receipts)
    async with Registry() as devices:
        await receipts.open(devices)
        async with asyncio.timeout(20):
            while not any(each.state == "online" for each in devices.health()):
                await devices.changed()
        yield desk


async def accepted(desk, take, **others):
    """The case's code, of a number that is being served."""
    await take(accept(1))
    ticket_id = await desk.serve_next()
    wanted = {"category": "registration", "matter": None, "way": PickupWay.WINDOW, "language": "zh-CN"}
    done = await desk.do(deeds.AcceptCase(ticket_id=ticket_id, **{**wanted, **others}))
    assert isinstance(done, h.ActionDone), done
    assert done.said.code == "case-accepted"
    return done.said.detail


async def listed(desk, wanted):
    await desk.work.perform(r.AskCases(query=wanted, look_up=5))
    return (await desk.next(h.CasesTold)).cases


async def test_a_case_goes_from_a_window_over_the_shelf_to_its_holder_with_both_receipts(
    desk, take, printer
) -> None:
    with capture_logs() as logged:
        code = await accepted(desk, take, phone=PHONE)
    assert PHONE not in repr(logged)
    printer.wait_for_ticket(1)
    await desk.press(WindowAction.FINISH)

    shelved = deeds.OfCase(
        code=code,
        act=CaseAct.SHELVE,
        finishes=True,
        place=CasePlace(kind=PlaceKind.SHELF, label="A-03"),
    )
    assert (await desk.do(shelved)).said.code == "case-shelved"
    (on_shelf,) = await listed(desk, query(Shelf.ON_SHELF, ""))
    assert (on_shelf.code, on_shelf.state, on_shelf.place.label) == (code, CaseState.READY, "A-03")
    assert on_shelf.has_phone

    await take(accept(1))  # a pickup number would go to the terminal
    ticket_id = await desk.serve_next()
    await desk.work.perform(r.AskCasesInHand(ticket_id=ticket_id))
    (mine,) = (await desk.next(h.CasesInHandTold)).cases
    assert is_at_hand(mine)
    given = await desk.do(deeds.HandOver(ticket_id=ticket_id, codes=(code,)))
    assert (given.said.code, given.said.detail) == ("cases-given", "1")
    printer.wait_for_ticket(2)

    await desk.work.perform(r.AskCase(code=code, look_up=6))
    told = await desk.next(h.CaseTold)
    assert told.case.state is CaseState.HANDED_OVER
    steps = ["case-handed-over", "case-placed", "case-ready", "case-accepted"]
    assert [each.kind for each in told.history] == steps
    assert {(each.role, each.name, each.window) for each in told.history} == {("clerk", "1003", PLACE)}
    again = await desk.do(deeds.OfCase(code=code, act=CaseAct.REPRINT_HAND_OVER))
    assert again.said.code == "receipt-printing"
    printer.wait_for_ticket(3)


async def test_a_case_stands_though_the_paper_is_out_and_its_receipt_is_printed_later(
    desk, take, printer
) -> None:
    printer.load_paper(remaining_mm=0)
    code = await accepted(desk, take)
    failed = await desk.next(h.ReceiptFailed)
    assert (failed.notice.code, failed.notice.detail) == ("receipt-paper-out", code)
    assert [each.code for each in await listed(desk, query(Shelf.ACCEPTED, ""))] == [code]


async def test_what_is_not_finished_yet_is_not_handed_over(desk, take) -> None:
    code = await accepted(desk, take)
    ticket_id = (await desk.client.window(PLACE)).ticket.ticket_id
    refused = await desk.do(deeds.HandOver(ticket_id=ticket_id, codes=(code,)))
    assert isinstance(refused, h.ActionRefused)
    assert refused.notice.code == "case-not-ready"


async def test_the_same_press_again_accepts_one_case(desk, take) -> None:
    await take(accept(1))
    deed = deeds.AcceptCase(
        ticket_id=await desk.serve_next(),
        category="registration",
        matter=None,
        way=PickupWay.LOCKER,
        language="en",
    )
    first, again = await desk.do(deed, key="key-once"), await desk.do(deed, key="key-once")
    assert first.said.detail == again.said.detail
    (case,) = await listed(desk, query(Shelf.ACCEPTED, ""))
    assert (case.way, case.language) == (PickupWay.LOCKER, "en")


async def test_a_case_nobody_knows_is_said_to_be_none(sit) -> None:
    desk = await sit(PLACE)
    await desk.work.perform(r.AskCase(code="20260101-00000", look_up=1))
    assert (await desk.next(h.LookUpFailed)).code == "no-such-case"
