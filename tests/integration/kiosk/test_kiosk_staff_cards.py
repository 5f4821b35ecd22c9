"""A staff card on a real reader, at a real hall; and what staff ask of the kiosk."""

import asyncio

import pytest
from structlog.testing import capture_logs

from kiosk.backstage.crew import Furnishing
from kiosk.flow.effects import CheckPrinter, ReadLog, TrialPrint
from kiosk.flow.events import (
    DevicesSeen,
    LogSeen,
    PrinterSeen,
    StaffCardGone,
    StaffCardLies,
    StaffCardRefused,
    StaffSeen,
    StaffTold,
)
from kiosk.flow.visit import LogLine
from queue_core.wire.messages import LogIn
from queue_core.wire.words import Role
from sim.peers.staffcard import StaffChip
from tests.integration.hall.conftest import PASSWORD

SERIAL, STRANGE = "04A1B2C3D4E5F6", "04000000000000"
LINES = (LogLine(at="09:30:00", level="info", text="printed what=trial"),)


class Guest:
    """Such as a cabinet that has the kiosk's screen, or not."""

    def __init__(self) -> None:
        self.is_here = False
        self.took: asyncio.Queue[str | None] = asyncio.Queue()

    def take(self, serial: str | None) -> bool:
        if self.is_here:
            self.took.put_nowait(serial)
        return self.is_here


@pytest.fixture
def guest() -> Guest:
    return Guest()


@pytest.fixture
async def crew(crew_of, private_pcscd, printer, hall, guest):
    """The staff reader is the first slot; a guide and somebody who only audits have cards."""
    await hall.administer(lambda server: server.give_card("2001", SERIAL))
    reader = f"uid+pcsc://{private_pcscd.reader(0).replace(' ', '%20')}?settles_within_s=0.01"
    furnishing = Furnishing(log_lines=lambda: LINES, lend_staff_card=guest.take)
    crew = await crew_of(furnishing, staff_reader=reader, printer=printer.address)
    await crew.heard.first(DevicesSeen, is_reader_empty)
    await crew.heard.first(PrinterSeen, lambda seen: seen.printer.status.state == "online")
    return crew


def is_reader_empty(seen: DevicesSeen) -> bool:
    return any(each.name == "staff-reader" and each.parts["card"] == "absent" for each in seen.devices)


def lay(private_pcscd, serial: str) -> None:
    private_pcscd.slots[0].lay(StaffChip(bytes.fromhex(serial)))


async def test_a_guides_card_opens_the_page_and_its_serial_is_in_no_log(crew, private_pcscd):
    with capture_logs() as logged:
        lay(private_pcscd, SERIAL)
        seen = await crew.heard.first(StaffSeen)
    assert (seen.member.clerk, seen.member.role) == ("2001", Role.GUIDE)
    assert SERIAL not in repr(logged) + repr(crew.heard.events)


async def test_a_card_laid_down_for_a_guest_on_this_screen_is_the_guests_alone(crew, private_pcscd, guest):
    guest.is_here = True
    lay(private_pcscd, SERIAL)
    assert await asyncio.wait_for(guest.took.get(), 30) == SERIAL
    assert not [each for each in crew.heard.events if isinstance(each, StaffSeen | StaffCardRefused)]


async def test_a_strange_card_opens_nothing(crew, private_pcscd):
    lay(private_pcscd, STRANGE)
    assert (await crew.heard.first(StaffCardRefused)).code == "unknown-card"


async def test_a_card_that_lay_there_when_the_reader_was_opened_opens_nothing(
    crew_of, private_pcscd, hall, guest
):
    await hall.administer(lambda server: server.give_card("2001", SERIAL))
    await asyncio.to_thread(lay, private_pcscd, SERIAL)
    reader = f"uid+pcsc://{private_pcscd.reader(0).replace(' ', '%20')}?settles_within_s=10"
    crew = await crew_of(Furnishing(lend_staff_card=guest.take), staff_reader=reader)
    await crew.heard.first(StaffCardLies)
    await asyncio.to_thread(private_pcscd.slots[0].lift)
    await crew.heard.first(StaffCardGone)
    assert guest.took.empty()
    assert not [each for each in crew.heard.events if isinstance(each, StaffSeen | StaffCardRefused)]


async def test_a_slip_is_printed_for_a_trial_and_without_paper_staff_are_told(crew, printer):
    await crew.perform(TrialPrint())
    assert (await crew.heard.first(StaffTold)).code == "test-printed"
    assert printer.wait_for_ticket(1).qr == ("TEST",)
    printer.load_paper(remaining_mm=0)
    await crew.heard.first(PrinterSeen, lambda seen: seen.printer.status.paper == "out")
    crew.heard.forget()
    await crew.perform(TrialPrint())
    assert (await crew.heard.first(StaffTold)).code == "paper-out"


async def test_paper_that_was_changed_is_seen_and_told(crew, printer):
    printer.load_paper(remaining_mm=0)
    await crew.heard.first(PrinterSeen, lambda seen: seen.printer.status.paper == "out")
    printer.load_paper(remaining_mm=5000)
    crew.heard.forget()
    await crew.perform(CheckPrinter())
    assert (await crew.heard.first(StaffTold)).code == "printer-ready"
    assert await crew.heard.first(DevicesSeen)


@pytest.mark.usefixtures("crew")
async def test_a_roll_that_ends_and_a_reader_that_is_gone_are_told_to_supervisors_at_once(
    printer, private_pcscd, supervisor
):
    printer.load_paper(remaining_mm=0)
    await told(supervisor, "printer", lambda each: (each.state, each.parts["paper"]) == ("user_error", "out"))
    private_pcscd.kill()
    await told(supervisor, "staff-reader", lambda each: each.trouble == "no-service")


@pytest.fixture
async def supervisor(hall, connect):
    await hall.administer(lambda server: server.set_password("9001", PASSWORD))
    client = await connect(Role.COUNTER, 1)
    await client.log_in(LogIn(clerk="9001", password=PASSWORD))
    return client


async def told(supervisor, name: str, claim) -> None:
    """Waits until the hall says so of the kiosk's device; sooner than by the report of each minute."""
    async with asyncio.timeout(30):
        while True:
            fronts = await supervisor.devices()
            if any(claim(each) for front in fronts for each in front.devices if each.name == name):
                return
            await asyncio.sleep(0.02)


async def test_the_log_is_shown_as_the_kiosk_keeps_it(crew):
    await crew.perform(ReadLog())
    assert (await crew.heard.first(LogSeen)).lines == LINES
