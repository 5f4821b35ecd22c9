"""All that a visit asks of the hall, answered by a real one."""

import asyncio
import time

import pytest
from msgspec.structs import replace
from structlog.testing import capture_logs

from kiosk.backstage.clock import watch_clock
from kiosk.backstage.crew import Furnishing
from kiosk.backstage.health import KioskHealth
from kiosk.backstage.keepsake import place
from kiosk.flow.effects import (
    AskExplanation,
    AskPreview,
    AskProspect,
    AwaitPhone,
    Cancellation,
    Change,
    ConfirmPrinted,
    Deferral,
    FindAppointments,
    FindCases,
    FindTickets,
    LetGo,
    LookUpMatter,
    MakeLink,
    Print,
    PrintList,
    RateVisit,
    ReadText,
    Return,
    SearchMatters,
    Take,
    Withdraw,
)
from kiosk.flow.events import (
    AlreadyHeld,
    AppointmentsFound,
    AskFailed,
    CasesFound,
    CodeKnown,
    ExplanationSeen,
    HallSeen,
    LinkFailed,
    LinkMade,
    LinkSeen,
    ListPrinted,
    MatterSeen,
    MattersFound,
    NumberTaken,
    PhoneHolds,
    PreviewSeen,
    PrinterSeen,
    PrintFailed,
    Resumed,
    TicketChanged,
    TicketsFound,
)
from kiosk.flow.visit import Decision, Way
from queue_core.client.transport import new_key
from queue_core.wire.choices import AddErrand, AskEstimate, Convert
from queue_core.wire.messages import Errand, ReportDelivery, Ticket
from queue_core.wire.words import DeliveryState, Role, TicketClass, TicketState
from tests.contract.device_suite import until
from tests.integration.hall.conftest import accept, consult
from tests.integration.hall.test_hall_appointments import at, booking

ONLINE = "online"


@pytest.fixture
async def crew(crew_of):
    return await crew_of()


async def taken(crew, request=None, way: Way = Way.PHONE) -> Ticket:
    decision = Decision(key=new_key(), request=request or accept(1))
    await crew.perform(Take(visit_id=1, decision=decision, way=way))
    return (await crew.heard.first(NumberTaken)).ticket


async def change(crew, ticket: Ticket, wanted) -> Ticket:
    crew.heard.forget()
    await crew.perform(Change(visit_id=1, ticket_id=ticket.ticket_id, change=wanted, key=new_key()))
    return (await crew.heard.first(TicketChanged)).ticket


async def with_printer(crew_of, printer, furnishing: Furnishing | None = None):
    crew = await crew_of(furnishing, printer=printer.address)
    await crew.heard.first(PrinterSeen, lambda seen: seen.printer.status.state == ONLINE)
    return crew


async def test_a_number_is_foreseen_and_foreseen_no_more_once_it_is_held(crew):
    await crew.perform(AskPreview(visit_id=1, request=accept(1)))
    assert (await crew.heard.first(PreviewSeen)).preview.ahead == 0
    ticket = await taken(crew)
    crew.heard.forget()
    await crew.perform(AskPreview(visit_id=2, request=accept(1)))
    held = await crew.heard.first(AlreadyHeld)
    assert (held.visit_id, held.ticket.number) == (2, ticket.number)


async def test_a_person_is_found_with_all_that_stands_for_today(crew, connect):
    ticket, holder = await taken(crew), accept(1).holder
    await (await connect(Role.KIOSK)).book(booking(1, at(3, 10)))
    await crew.perform(FindTickets(visit_id=1, holder=holder))
    await crew.perform(FindAppointments(visit_id=1, holder=holder))
    await crew.perform(FindCases(visit_id=1, holder=holder))
    assert [each.number for each in (await crew.heard.first(TicketsFound)).tickets] == [ticket.number]
    assert (await crew.heard.first(AppointmentsFound)).appointments == ()
    assert (await crew.heard.first(CasesFound)).cases == ()


async def test_what_the_paper_says_is_read_again(crew):
    ticket = await taken(crew)
    with capture_logs() as logged:
        await crew.perform(ReadText(visit_id=1, text=ticket.status_url))
    read = (await crew.heard.first(CodeKnown)).read
    assert (read.is_holder, read.ticket.number) == (True, ticket.number)
    assert ticket.status_url.partition("#")[2] not in repr(logged)


async def test_matters_are_searched_and_the_last_letters_count(crew):
    searches = [
        SearchMatters(visit_id=1, asked=asked, query=query, category=None)
        for asked, query in enumerate(("g", "gs", ""), 1)
    ]
    await asyncio.gather(*(crew.perform(each) for each in searches), return_exceptions=True)
    found = await crew.heard.first(MattersFound, lambda found: found.asked == 3)
    assert not [event for event in crew.heard.events if isinstance(event, AskFailed)]
    await crew.perform(LookUpMatter(visit_id=1, code=found.found.matters[0].code))
    matter = (await crew.heard.first(MatterSeen)).matter
    assert matter.materials


async def test_a_number_is_changed_as_its_holder_wishes(crew):
    ticket = await taken(crew)
    ticket_id = ticket.ticket_id
    await crew.perform(AskExplanation(visit_id=1, ticket_id=ticket_id))
    assert (await crew.heard.first(ExplanationSeen)).explanation.number == ticket.number
    further = AddErrand(errand=Errand(ticket_class=TicketClass.ACCEPT, category="trade"))
    assert len((await change(crew, ticket, further)).errands) == 2
    to_consult = Convert(ticket_class=TicketClass.CONSULT, category="business")
    assert (await change(crew, ticket, to_consult)).ticket_class is TicketClass.CONSULT
    assert (await change(crew, ticket, Deferral())).state is TicketState.DEFERRED
    assert (await change(crew, ticket, Cancellation())).state is TicketState.CANCELLED


async def test_what_the_hall_refuses_is_told_by_its_code(crew):
    ticket = await taken(crew)
    wanted = AskEstimate(ticket_class=TicketClass.CONSULT, category="business")  # where no window is open
    for refused in (
        Change(visit_id=3, ticket_id=404, change=Return(), key=new_key()),
        RateVisit(visit_id=3, ticket_id=ticket.ticket_id, level=5, key=new_key()),
        LookUpMatter(visit_id=3, code="no-such-matter"),
        AskProspect(visit_id=3, ticket_id=ticket.ticket_id, wanted=wanted),
    ):
        crew.heard.forget()
        await crew.perform(refused)
        failed = await crew.heard.first(AskFailed)
        assert failed.visit_id == 3
        assert failed.code not in {"", "hall-unreachable", "invalid-request"}


async def test_a_phone_that_claims_the_number_is_noticed_also_when_it_is_on_paper(crew, hall, connect):
    ticket = await taken(crew)
    await crew.perform(ConfirmPrinted(ticket_id=ticket.ticket_id))
    await crew.perform(MakeLink(visit_id=1, ticket_id=ticket.ticket_id))
    link = (await crew.heard.first(LinkMade)).claim.url
    waiting = asyncio.create_task(crew.perform(AwaitPhone(visit_id=1, ticket_id=ticket.ticket_id)))
    client = await connect(Role.KIOSK)
    answer = await client._transport._http.post(
        f"{hall.url}/public/tickets/{ticket.reference}/claim",
        json={"claim": link.partition("#claim.")[2]},
        headers={"Idempotency-Key": "the-phone"},
    )
    assert answer.is_success, answer.text
    await crew.heard.first(PhoneHolds)
    await waiting


async def test_a_materials_list_is_printed_and_is_no_number(crew_of, printer):
    crew = await with_printer(crew_of, printer)
    await crew.perform(SearchMatters(visit_id=1, asked=1, query="", category=None))
    code = (await crew.heard.first(MattersFound)).found.matters[0].code
    await crew.perform(LookUpMatter(visit_id=1, code=code))
    matter = (await crew.heard.first(MatterSeen)).matter
    await crew.perform(PrintList(visit_id=1, matter=matter, language="zh-CN"))
    await crew.heard.first(ListPrinted)
    assert printer.wait_for_ticket(1)


async def test_a_list_without_paper_says_so(crew_of):
    crew = await crew_of()
    await crew.perform(SearchMatters(visit_id=1, asked=1, query="", category=None))
    code = (await crew.heard.first(MattersFound)).found.matters[0].code
    await crew.perform(LookUpMatter(visit_id=1, code=code))
    matter = (await crew.heard.first(MatterSeen)).matter
    await crew.perform(PrintList(visit_id=1, matter=matter, language="en"))
    assert not (await crew.heard.first(PrintFailed)).has_left_printer


async def test_nobody_at_the_hall_is_said_at_once_and_again_when_it_is_back(crew, hall):
    await crew.heard.first(LinkSeen, lambda seen: seen.trouble == "")
    crew.heard.forget()
    await asyncio.to_thread(hall.stop)
    assert (await crew.heard.first(LinkSeen)).trouble
    crew.heard.forget()
    hall.start()
    await crew.heard.first(LinkSeen, lambda seen: seen.trouble == "")
    await crew.heard.first(HallSeen)


@pytest.mark.parametrize(("ahead_s", "ailing"), [(0, []), (600, ["clock"]), (-600, ["clock"])])
async def test_a_clock_that_differs_from_the_halls_is_told(hall, founded, ahead_s, ailing):
    credential = replace(founded.credentials[(Role.KIOSK,)], server=hall.url)
    compared = asyncio.Event()
    health = KioskHealth(lambda _: None)

    def now_s() -> float:
        asyncio.get_running_loop().call_soon(compared.set)
        return time.time() + ahead_s

    watching = asyncio.create_task(watch_clock(credential, health, now_s))
    async with asyncio.timeout(10):
        await compared.wait()
    assert [each.name for each in health.health()] == ailing
    watching.cancel()


# After a crash: another backstage with the same file


@pytest.fixture
def furnishing(tmp_path, founded):
    return Furnishing(keepsake=place(tmp_path / "state", founded.credentials[(Role.KIOSK,)]))


async def test_a_number_that_was_being_printed_comes_back_as_one_that_may_be_on_paper(
    crew_of, printer, furnishing
):
    before = await with_printer(crew_of, printer, furnishing)
    ticket = await taken(before, consult(), Way.PAPER)
    printer.faults.cut_after_bytes = 200
    await before.perform(Print(visit_id=1, ticket=ticket))
    await before.heard.first(PrintFailed)
    after = await crew_of(furnishing)
    resumed = await after.heard.first(Resumed)
    assert (resumed.ticket.number, resumed.way, resumed.has_left_printer) == (ticket.number, Way.PAPER, True)


async def test_a_number_whose_holder_has_gone_is_shown_to_nobody(crew_of, printer, furnishing):
    before = await with_printer(crew_of, printer, furnishing)
    ticket = await taken(before, consult(), Way.PAPER)
    await before.perform(LetGo(ticket_id=ticket.ticket_id))
    assert furnishing.keepsake.read_bytes() == b"[]"


async def test_a_number_kept_for_long_is_shown_to_nobody(crew_of, furnishing):
    before = await crew_of(furnishing)
    await taken(before)
    kept = furnishing.keepsake.read_text()
    at_s = kept.partition('"kept_at_s":')[2].partition(",")[0]
    furnishing.keepsake.write_text(kept.replace(at_s, str(float(at_s) - 181)))
    after = await crew_of(furnishing)
    await until(lambda: furnishing.keepsake.read_bytes() == b"[]")
    assert not [event for event in after.heard.events if isinstance(event, Resumed)]


async def test_a_search_and_a_link_that_fail_are_told_as_such(crew, hall):
    await crew.heard.first(HallSeen)
    await asyncio.to_thread(hall.stop)
    await crew.perform(SearchMatters(visit_id=1, asked=7, query="", category=None))
    assert (await crew.heard.first(AskFailed)).asked == 7
    await crew.perform(MakeLink(visit_id=1, ticket_id=1))
    assert (await crew.heard.first(LinkFailed)).visit_id == 1
    hall.start()


async def test_what_the_hall_was_not_told_is_told_by_the_next_and_not_shown(
    crew_of, furnishing, hall, connect
):
    before = await crew_of(furnishing)
    ticket = await taken(before)
    await asyncio.to_thread(hall.stop)
    await before.perform(Withdraw(ticket_id=ticket.ticket_id))
    hall.start()
    after = await crew_of(furnishing)
    await until(lambda: furnishing.keepsake.read_bytes() == b"[]")
    client = await connect(Role.KIOSK)
    assert (await client.ticket(ticket.ticket_id)).state is TicketState.WITHDRAWN
    assert not [event for event in after.heard.events if isinstance(event, Resumed)]


async def test_a_number_delivered_meanwhile_is_forgotten(crew_of, furnishing, connect):
    before = await crew_of(furnishing)
    ticket = await taken(before)
    client = await connect(Role.KIOSK)
    for outcome in (DeliveryState.PRINTING, DeliveryState.PRINTED):
        await client.report_delivery(ticket.ticket_id, ReportDelivery(outcome=outcome))
    after = await crew_of(furnishing)
    await until(lambda: furnishing.keepsake.read_bytes() == b"[]")
    assert not [event for event in after.heard.events if isinstance(event, Resumed)]


async def test_a_number_of_the_same_id_that_was_taken_at_another_time_is_not_ours(crew_of, furnishing):
    before = await crew_of(furnishing)
    await taken(before)
    kept = furnishing.keepsake.read_text()
    issued = kept.partition('"issued_at_ms":')[2].partition(",")[0]
    furnishing.keepsake.write_text(kept.replace(issued, str(int(issued) - 86_400_000)))
    after = await crew_of(furnishing)
    await until(lambda: furnishing.keepsake.read_bytes() == b"[]")
    assert not [event for event in after.heard.events if isinstance(event, Resumed)]
