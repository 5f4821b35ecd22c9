"""The kiosk with a real hall, readers behind pcscd and a printer on TCP: what becomes of each number."""

import asyncio
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from display.kit.bridge import Bridge
from display.kit.rehearsal import Rehearsal
from drivers.contract.status import Card
from kiosk.app import open_kiosk
from kiosk.backstage.crew import Backstage
from kiosk.config import Devices, Patience
from kiosk.flow.facts import Facts
from kiosk.flow.offer import offer
from kiosk.flow.presses import TimeOver
from kiosk.flow.visit import Way
from queue_core.wire.messages import Ticket
from queue_core.wire.words import DeliveryState, Role, TicketState
from sim.halls import person
from sim.peers.idcard import IdCardChip
from sim.peers.ssc import SocialSecurityChip
from sim.rig import TcpPrinter
from tests.integration.hall.conftest import connect, founded, hall, settings

__all__ = ["connect", "founded", "hall", "settings"]
PATIENCE = Patience(ask_after_s=500, clear_after_s=100, done_for_s=100)


@pytest.fixture
def printer(tmp_path: Path):
    with TcpPrinter(tickets=tmp_path / "tickets") as printer:
        yield printer


class AtTheKiosk(Rehearsal):
    def __init__(self, opened, presenter, bot, slots) -> None:
        super().__init__(opened)
        self.presenter = presenter
        self._bot = bot
        self._slots = slots

    def wait(self, page: str) -> None:
        self._bot.waitUntil(lambda: self.page == page, timeout=20_000)

    def begin(self, slot: int, chip: object) -> None:
        """From home to confirm, with a card that is read."""
        self.wait("home")
        self.press("class-accept")
        self.press("category-registration")
        self.wait_for("no-matter")
        self.press("no-matter")
        self.wait("card")
        self._slots[slot].lay(chip)
        self.wait("confirm")

    def lay_at_home(self, slot: int, chip: object) -> None:
        self.wait("home")
        self._slots[slot].lay(chip)

    def wait_for(self, name: str) -> None:
        self._bot.waitUntil(lambda: name in self.names(), timeout=20_000)

    def end(self, slot: int) -> None:
        self._slots[slot].lift()
        self._bot.waitUntil(lambda: not self.presenter.facts.left_cards, timeout=20_000)
        self.press("leave")
        self.wait("home")


@pytest.fixture
def kiosk(qtbot, hall, founded, private_pcscd, printer):
    readers = tuple(
        f"{driver}://{private_pcscd.reader(number).replace(' ', '%20')}?settles_within_s=0.01"
        for number, driver in enumerate(("ssc+pcsc", "idcard+pcsc"))
    )
    bridge, presenter, opened = open_at(hall, founded, Devices(readers=readers, printer=printer.address))
    kiosk = AtTheKiosk(opened, presenter, qtbot, private_pcscd.slots)
    kiosk.wait("home")
    qtbot.waitUntil(lambda: has_all(presenter.facts), timeout=20_000)
    yield kiosk
    bridge.stop()
    opened.close()


def has_all(facts: Facts) -> bool:
    offered = offer(facts.readers, facts.printer)
    are_empty = all(one.status.card is Card.ABSENT for one in facts.readers)
    return Way.PAPER in offered.ways and not offered.missing_cards and are_empty


def open_at(hall, founded, devices: Devices):
    credential = replace(founded.credentials[(Role.KIOSK,)], server=hall.url)
    presenter, opened = open_kiosk(PATIENCE, lambda effect: bridge.run(backstage.perform(effect)))
    bridge = Bridge(presenter.receive)
    backstage = Backstage(credential, devices, bridge.post)
    bridge.run(backstage.run())
    bridge.start()
    opened.resize(1080, 1920)
    opened.window.setVisible(True)
    opened.window.grabWindow()
    return bridge, presenter, opened


@pytest.fixture
async def ticket_at_hall(connect):
    """Waits until the hall says so of the first number."""
    client = await connect(Role.KIOSK)

    async def becomes(ticket_id: int, **wanted: object) -> Ticket:
        async with asyncio.timeout(20):
            while True:
                ticket = await client.ticket(ticket_id)
                if all(getattr(ticket, name) == value for name, value in wanted.items()):
                    return ticket
                QCoreApplication.processEvents()
                await asyncio.sleep(0)

    return becomes


async def test_a_card_becomes_a_printed_ticket_whose_code_is_the_status_url(kiosk, printer, ticket_at_hall):
    kiosk.begin(0, SocialSecurityChip(person("chen-jianguo")))
    kiosk.press("way-paper")
    kiosk.wait("done")
    held = kiosk.presenter.visit.ticket
    paper = printer.wait_for_ticket(1, within_s=20)
    assert paper.qr == (held.status_url,)
    assert kiosk.text("number") == held.number == "001"
    await ticket_at_hall(held.ticket_id, delivery=DeliveryState.PRINTED)
    kiosk.end(0)


async def test_the_same_person_by_the_other_card_finds_the_number_he_has(kiosk, printer, ticket_at_hall):
    kiosk.begin(0, SocialSecurityChip(person("chen-jianguo")))
    kiosk.press("way-paper")
    kiosk.wait("done")
    kiosk.end(0)
    kiosk.lay_at_home(1, IdCardChip(person("chen-jianguo")))
    kiosk.wait("own")
    assert kiosk.text("number") == "001"
    kiosk.press("act-reprint")
    kiosk.wait("done")
    held = kiosk.presenter.visit.ticket
    assert printer.wait_for_ticket(2, within_s=20).qr == (held.status_url,)
    await ticket_at_hall(held.ticket_id, delivery=DeliveryState.REPRINTED)


async def test_paper_that_runs_out_fails_the_print_and_the_same_number_comes_with_new_paper(
    kiosk, printer, ticket_at_hall, qtbot
):
    kiosk.begin(1, IdCardChip(person("chen-jianguo")))
    printer.load_paper(remaining_mm=40)
    kiosk.press("way-paper")
    kiosk.wait("paper-trouble")
    ticket = kiosk.presenter.visit.ticket
    await ticket_at_hall(ticket.ticket_id, delivery=DeliveryState.FAILED, state=TicketState.WAITING)
    kiosk.wait_for("qr")
    assert kiosk.text("qr").startswith(ticket.status_url.partition("#")[0])
    printer.load_paper(remaining_mm=5000)
    qtbot.waitUntil(lambda: "way-paper" in kiosk.names(), timeout=20_000)
    kiosk.press("way-paper")
    kiosk.wait("done")
    await ticket_at_hall(ticket.ticket_id, delivery=DeliveryState.PRINTED)


async def test_a_printer_unplugged_in_the_middle_keeps_the_number(kiosk, printer, ticket_at_hall):
    kiosk.begin(1, IdCardChip(person("chen-jianguo")))
    printer.faults.cut_after_bytes = 200
    kiosk.press("way-paper")
    kiosk.wait("paper-trouble")
    ticket = kiosk.presenter.visit.ticket
    kiosk.presenter.receive(TimeOver())
    kiosk.presenter.receive(TimeOver())
    kiosk.wait("home")
    await ticket_at_hall(ticket.ticket_id, delivery=DeliveryState.PRINTING, state=TicketState.WAITING)


async def test_a_number_given_up_on_the_qr_page_is_withdrawn_at_once(kiosk, ticket_at_hall):
    kiosk.begin(1, IdCardChip(person("chen-jianguo")))
    kiosk.press("way-phone")
    kiosk.wait("qr")
    ticket_id = kiosk.presenter.visit.ticket.ticket_id
    kiosk.press("leave")
    await ticket_at_hall(ticket_id, state=TicketState.WITHDRAWN)


async def test_a_phone_that_claims_the_number_ends_the_visit(kiosk, hall, connect):
    kiosk.begin(1, IdCardChip(person("chen-jianguo")))
    kiosk.press("way-phone")
    kiosk.wait("qr")
    kiosk.wait_for("qr")
    url = urlsplit(kiosk.text("qr"))
    assert url.fragment != urlsplit(kiosk.presenter.visit.ticket.status_url).fragment
    client = await connect(Role.KIOSK)
    reference = url.path.rpartition("/")[2]
    answer = await client._transport._http.post(
        f"{hall.url}/public/tickets/{reference}/claim",
        json={"claim": url.fragment.removeprefix("claim.")},
        headers={"Idempotency-Key": "the-phone"},
    )
    assert answer.is_success, answer.text
    kiosk.wait("done")


async def test_a_hall_that_was_away_gives_one_number_however_often_it_is_asked(kiosk, hall):
    kiosk.begin(1, IdCardChip(person("chen-jianguo")))
    await asyncio.to_thread(hall.stop)
    kiosk.press("way-phone")
    assert kiosk.page == "taking"
    hall.start()
    kiosk.wait("qr")
    assert kiosk.text("number") == "001"
    kiosk.press("leave")
    kiosk.begin(1, IdCardChip(person("huang-xi")))
    kiosk.press("way-phone")
    kiosk.wait("qr")
    assert kiosk.text("number") == "002"
