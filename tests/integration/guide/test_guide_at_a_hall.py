"""What a guide does at the entrance, answered by a real hall and printed by a simulated printer."""

import asyncio
from dataclasses import replace

import httpx
from msgspec.structs import replace as altered

from counter.guide.config import Devices
from counter.guide.crew import Crew
from counter.guide.flow import happenings as h
from counter.guide.flow import presses as p
from counter.guide.flow.state import Act, Aim, Document, Page, Way, can_print
from queue_core.client.transport import new_key
from queue_core.wire.words import (
    DeliveryState,
    PriorityKind,
    PriorityProof,
    Role,
    TicketClass,
    TicketState,
    WindowAction,
)
from sim.peers.staffcard import StaffChip
from tests.integration.guide.conftest import WITHIN_S
from tests.integration.hall.conftest import PASSWORD, id_number


async def new_number(desk, ticket_class: TicketClass, category: str) -> None:
    await desk.do(p.Begin(aim=Aim.NEW), Page.CLASS)
    await desk.do(p.ClassChosen(ticket_class=ticket_class), Page.CATEGORY)
    await desk.do(p.CategoryChosen(category=category), Page.WHO)


async def printing_desk(desk_with, printer):
    desk = await desk_with(printer=printer.address)
    await desk.until(can_print)
    return desk


async def test_a_passport_holder_gets_a_priority_number_on_paper_and_converts_it(desk_with, printer) -> None:
    desk = await printing_desk(desk_with, printer)
    await new_number(desk, TicketClass.ACCEPT, "registration")
    await desk.name(Document.PASSPORT, "e1234 5678", "SMITH JOHN", Page.PREVIEW)
    await desk.do(p.PriorityWanted(), Page.PRIORITY)
    await desk.do(p.PriorityChosen(kind=PriorityKind.DISABILITY), Page.PROOF)
    state = await desk.do(p.ProofSeen(proof=PriorityProof.EYE), Page.PREVIEW)
    assert state.help.preview.priority is PriorityKind.DISABILITY
    state = await desk.do(p.Issue(way=Way.PAPER), Page.DELIVERED)
    ticket = state.help.ticket
    assert ticket.priority is PriorityKind.DISABILITY
    assert ticket.number in printer.wait_for_ticket(1).text
    await desk.do(p.Leave(), Page.HOME)

    await desk.do(p.Begin(aim=Aim.FIND), Page.FIND)
    desk.hear(p.Typed(text=ticket.number))
    await desk.do(p.Entered(), Page.NUMBER)
    await desk.do(p.ActChosen(act=Act.CONVERT), Page.CLASS)
    await desk.do(p.ClassChosen(ticket_class=TicketClass.CONSULT), Page.CATEGORY)
    await desk.do(p.CategoryChosen(category="trade"), Page.PROSPECT)
    state = await desk.do(p.Confirmed(), Page.NUMBER)
    converted = state.help.ticket
    assert (converted.number, converted.ticket_class, converted.category) == (
        ticket.number,
        TicketClass.CONSULT,
        "trade",
    )
    assert converted.priority is PriorityKind.DISABILITY
    assert converted.delivery is DeliveryState.PRINTED


async def test_an_enquiry_needs_no_name_and_goes_to_a_phone_by_a_one_time_code(desk_with, hall) -> None:
    desk = await desk_with()
    await new_number(desk, TicketClass.CONSULT, "business")
    await desk.do(p.AnonymousChosen(), Page.PREVIEW)
    await on_a_phone(desk, hall)
    assert desk.state.help.ticket.delivery is DeliveryState.PAPERLESS


async def claimed_by_a_phone(url: str, reference: str, claim: str) -> None:
    async with httpx.AsyncClient(base_url=url, verify=False) as phone:
        path = f"/public/tickets/{reference}/claim"
        answer = await phone.post(path, json={"claim": claim}, headers={"Idempotency-Key": new_key()})
        assert answer.status_code == 200


async def test_a_green_channels_number_is_called_at_the_projects_window(desk_with, printer, clerk_at) -> None:
    window = await clerk_at(3)
    await window.act(3, WindowAction.OPEN)
    desk = await printing_desk(desk_with, printer)
    await new_number(desk, TicketClass.ACCEPT, "construction")
    await desk.name(Document.TRAVEL_PERMIT, "H12345678", "CHAN TAI MAN", Page.PREVIEW)
    await desk.do(p.ChannelWanted(), Page.CHANNEL)
    state = await desk.do(p.ChannelChosen(code="school"), Page.PREVIEW)
    assert state.help.preview.windows == (3,)
    state = await desk.do(p.Issue(way=Way.PAPER), Page.DELIVERED)
    assert state.help.ticket.windows == (3,)
    view = await window.act(3, WindowAction.CALL_NEXT)
    assert (view.ticket.number, view.ticket.project) == (state.help.ticket.number, "school")


async def test_without_paper_the_number_is_not_lost_and_comes_out_when_there_is_some(
    desk_with, printer
) -> None:
    desk = await printing_desk(desk_with, printer)
    await new_number(desk, TicketClass.CONSULT, "trade")
    await desk.do(p.AnonymousChosen(), Page.PREVIEW)
    printer.open_cover()
    state = await desk.do(p.Issue(way=Way.PAPER), Page.UNDELIVERED)
    assert state.help.trouble.code == "cover-open"
    assert printer.tickets == []
    printer.close_cover()
    await desk.until(can_print)
    await desk.do(p.WayChosen(way=Way.PAPER), Page.DELIVERED)
    assert state.help.ticket.number in printer.wait_for_ticket(1).text


async def test_a_number_that_neither_paper_nor_phone_took_is_withdrawn(desk_with, connect) -> None:
    desk = await desk_with()
    await new_number(desk, TicketClass.CONSULT, "trade")
    await desk.do(p.AnonymousChosen(), Page.PREVIEW)
    state = await desk.do(p.Issue(way=Way.PHONE), Page.QR)
    number = state.help.ticket.ticket_id
    await desk.do(p.Leave(), Page.UNDELIVERED)
    await desk.do(p.WithdrawWanted(), Page.HOME)
    kiosk = await connect(Role.KIOSK)
    async with asyncio.timeout(WITHIN_S):
        while (await kiosk.ticket(number)).state is not TicketState.WITHDRAWN:  # noqa: ASYNC110 the hall's
            await asyncio.sleep(0.05)


async def on_a_phone(desk, hall) -> None:
    """From the preview to a phone that has the number."""
    state = await desk.do(p.Issue(way=Way.PHONE), Page.QR)
    reference, _, claim = state.help.claim.url.rpartition("/")[2].partition("#claim.")
    await claimed_by_a_phone(hall.url, reference, claim)
    await desk.at(Page.DELIVERED)


async def test_who_fetched_what_was_missing_waits_again(desk_with, hall, clerk_at) -> None:
    desk = await desk_with()
    await new_number(desk, TicketClass.ACCEPT, "trade")
    await desk.name(Document.PASSPORT, "P7654321", "", Page.PREVIEW)
    await on_a_phone(desk, hall)
    await desk.do(p.Leave(), Page.HOME)
    window = await clerk_at(3)
    await window.act(3, WindowAction.OPEN)
    await window.act(3, WindowAction.CALL_NEXT)
    await window.act(3, WindowAction.START)
    await window.hold(3, "photo")
    await desk.do(p.Begin(aim=Aim.BACK), Page.FIND)
    await desk.do(p.ByPerson(), Page.WHO)
    state = await desk.name(Document.PASSPORT, "P7654321", "", Page.NUMBER)
    assert state.help.ticket.state is TicketState.HELD
    state = await desk.do(p.ActChosen(act=Act.COME_BACK), Page.NUMBER)
    assert state.help.ticket.state is TicketState.WAITING


async def test_a_person_with_a_number_is_shown_that_one(desk_with, printer) -> None:
    desk = await printing_desk(desk_with, printer)
    for page in (Page.PREVIEW, Page.NUMBER):
        await new_number(desk, TicketClass.ACCEPT, "registration")
        await desk.name(Document.RESIDENT_ID, id_number(7), "测试", page)
        if page is Page.PREVIEW:
            await desk.do(p.Issue(way=Way.PAPER), Page.DELIVERED)
            await desk.do(p.Leave(), Page.HOME)
    assert desk.state.help.trouble.code == "already-waiting"


async def test_a_matter_tells_its_place_and_its_materials_on_paper(desk_with, printer) -> None:
    desk = await printing_desk(desk_with, printer)
    await desk.do(p.Begin(aim=Aim.WHERE), Page.FIND)
    await desk.do(p.SearchWanted(), Page.SEARCH)
    desk.hear(p.Typed(text="gs"))
    state = await desk.at(Page.SEARCH)
    line = state.help.found.matters[0]
    state = await desk.do(p.MatterChosen(code=line.code), Page.PLACE)
    assert state.help.preview.windows != ()
    await desk.do(p.MaterialsWanted(), Page.MATERIALS)
    desk.hear(p.ListWanted())
    await desk.until(lambda state: state.help.trouble is not None)
    assert line.names["zh-CN"] in printer.wait_for_ticket(1).text


async def test_where_no_number_will_do_another_day_is_booked(desk_with) -> None:
    desk = await desk_with()
    await new_number(desk, TicketClass.ACCEPT, "registration")
    await desk.name(Document.PASSPORT, "P1112223", "LEE", Page.PREVIEW)
    late = altered(desk.state.help.preview, may_not_be_called=True)
    desk.state = replace(desk.state, help=replace(desk.state.help, preview=late))
    state = await desk.do(p.SlotsWanted(), Page.SLOTS)
    state = await desk.do(p.SlotChosen(starts_at_ms=state.help.slots[0].starts_at_ms), Page.BOOKED)
    assert state.help.booked.category == "registration"


async def test_a_wrong_password_is_told_in_words(desk_with) -> None:
    desk = await desk_with()
    desk.hear(p.LogOutPressed())
    await desk.until(lambda state: state.session is None and not state.is_busy)
    desk.hear(p.LogInPressed(clerk="2001", password="a guess"))
    state = await desk.until(lambda state: state.notice is not None)
    assert state.notice.code == "wrong-password"


async def test_a_locked_desk_goes_on_with_the_person_for_whom_it_was_locked(desk_with) -> None:
    desk = await desk_with()
    await new_number(desk, TicketClass.CONSULT, "trade")
    desk.hear(p.LockPressed())
    desk.hear(p.LogInPressed(clerk="2001", password=PASSWORD))
    await desk.until(lambda state: not state.is_locked)
    assert desk.state.help.category == "trade"


async def test_a_card_alone_lets_nobody_in_where_the_hall_does_not_allow_it(desk_with) -> None:
    desk = await desk_with()
    desk.hear(p.LogOutPressed())
    await desk.until(lambda state: state.session is None and not state.is_busy)
    desk.hear(h.StaffCardLaid(serial="04A1B2C3"))
    state = await desk.until(lambda state: state.notice is not None)
    assert state.notice.code == "card-login-off"


async def test_a_staff_card_that_lay_there_when_the_reader_was_opened_logs_nobody_in(
    hall, founded, private_pcscd
) -> None:
    await asyncio.to_thread(private_pcscd.slots[0].lay, StaffChip(bytes.fromhex("04A1B2C3")))
    reader = f"uid+pcsc://{private_pcscd.reader(0).replace(' ', '%20')}?settles_within_s=10"
    credential = altered(founded.credentials[(Role.COUNTER, 4)], server=hall.url)
    heard: asyncio.Queue[h.Happening] = asyncio.Queue()
    crew = Crew(credential, Devices(staff_reader=reader), heard.put_nowait)
    running = asyncio.create_task(crew.run())
    async with asyncio.timeout(WITHIN_S):
        while not isinstance(happening := await heard.get(), h.StaffCardUnread | h.StaffCardLaid):
            pass
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert happening == h.StaffCardUnread()
