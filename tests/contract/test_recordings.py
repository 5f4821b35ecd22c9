"""`recording+` links, and what their recordings are good for."""

import asyncio
import os
import stat
from pathlib import Path
from struct import Struct
from threading import RLock
from urllib.parse import quote

import pytest
from structlog.testing import capture_logs

from drivers.contract.errors import BadAddress, CannotOpen
from drivers.contract.events import Scanned
from drivers.contract.slip import Cut, Line, Slip
from drivers.runtime.addresses import resolve
from drivers.runtime.opening import open_card_reader, open_scanner, open_ticket_printer, open_window_bus
from sim.halls import person
from sim.links.faults import Faults
from sim.links.tcp import TcpLink
from sim.peers.escpos.printer import WIDTHS_DOTS, Printer
from sim.peers.ssc import AID, SocialSecurityChip
from sim.rig import PrivatePcscd, PtyBus, TcpPrinter
from sim.rig.inputs import InputWorld
from sim.world.casing import Casing
from sim.world.roll import Roll
from tests.contract.device_suite import heard
from tests.contract.replay import RecordedFarEnd, Session, Step, said_by, sessions

EVENT = Struct("llHHi")  # struct input_event: seconds, microseconds, type, code, value
EV_KEY, KEY_7, KEY_ENTER = 1, 8, 28
SLIP = Slip(elements=(Line(text="023"), Cut()))


@pytest.fixture
async def printed(tmp_path: Path) -> tuple[Session, object]:
    """A recorded session in which a ticket was printed, and the printer's status after it."""
    to = tmp_path / "printer.jsonl"
    with TcpPrinter(tickets=tmp_path) as far_end:
        async with await open_ticket_printer(f"recording+{far_end.address}?to={to}") as printer:
            status = (await printer.print(SLIP)).status
    (session,) = sessions(to)
    return session, status


async def test_a_recording_can_be_read_by_its_owner_only_and_warns_of_what_it_holds(tmp_path: Path) -> None:
    to = tmp_path / "printer.jsonl"
    to.write_text("")
    to.chmod(0o644)
    with capture_logs() as logs, TcpPrinter(tickets=tmp_path) as far_end:
        async with await open_ticket_printer(f"recording+{far_end.address}?to={to}"):
            pass
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    assert [line["event"] for line in logs] == ["link-is-recorded"]
    assert "personal data" in to.read_text(encoding="utf-8").splitlines()[0]


async def test_a_recorded_printer_played_back_gives_the_same_status_and_takes_the_same_ticket(
    printed: tuple[Session, object],
) -> None:
    session, status = printed
    played = RecordedFarEnd(session)
    link = TcpLink(played, Faults(), RLock())
    link.plug()
    try:
        async with await open_ticket_printer(f"escpos+tcp://127.0.0.1:{link.port}") as printer:
            assert (await printer.print(SLIP)).status == status
    finally:
        link.unplug()
    assert played.strayed is None
    assert played.is_at_its_end


async def test_a_driver_that_says_something_else_than_was_recorded_is_noticed(
    printed: tuple[Session, object],
) -> None:
    session, _ = printed
    first, *others = session.steps
    played = RecordedFarEnd(Session(address="", steps=(Step("sent", first.data[:-1] + b"\x07"), *others)))
    assert played.receive(first.data, 0.0) == b""
    assert played.strayed == "01 was not what was sent then"


async def test_a_peer_says_to_a_recording_what_the_device_said(printed: tuple[Session, object]) -> None:
    session, _ = printed
    peer = Printer(roll=Roll(remaining_mm=50_000), casing=Casing(), width_dots=WIDTHS_DOTS["80mm"])
    assert said_by(peer, session, patience=lambda waited_s: waited_s < 2) == session.all("heard")


async def test_an_adapter_that_is_opened_twice_makes_two_sessions_of_one_file(tmp_path: Path) -> None:
    to = tmp_path / "bus.jsonl"
    with PtyBus(windows=[1], link=tmp_path / "ttyBUS") as far_end:
        for ticket in ("001", "002"):
            async with await open_window_bus(f"recording+{far_end.address}?to={to}") as bus:
                await bus.show(1, ticket=ticket, waiting=0)
    first, second = [session.all("sent") for session in sessions(to)]
    assert len(first) == len(second)
    assert first != second


async def test_a_card_is_recorded_with_its_answer_to_reset_and_its_apdus(
    private_pcscd: PrivatePcscd, tmp_path: Path
) -> None:
    to = tmp_path / "card.jsonl"
    chip = SocialSecurityChip(person("wang-wei"))
    await asyncio.to_thread(private_pcscd.slots[0].lay, chip)
    address = f"recording+ssc+pcsc://{quote(private_pcscd.reader(0))}?to={to}"
    with capture_logs() as logs:
        async with await open_card_reader(address) as reader:
            holder = await reader.read()
    (session,) = sessions(to)
    assert session.steps[0] == Step("heard", chip.atr)
    assert AID in session.steps[1].data
    assert holder.id_number.encode() in session.all("heard")
    assert holder.id_number not in str(logs)


@pytest.mark.mocked_input
async def test_a_code_is_recorded_as_the_events_of_its_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "scanner.jsonl"
    with InputWorld() as world:
        monkeypatch.setitem(os.environ, "UMOCKDEV_DIR", world.environment["UMOCKDEV_DIR"])
        gun = world.scanner()
        async with await open_scanner(f"recording+scanner+input://{gun.path}?to={to}") as scanner:
            with scanner.subscribe() as events:
                await asyncio.to_thread(gun.scan, "7")
                await heard(events, lambda event: event == Scanned(text="7"))
    (session,) = sessions(to)
    keys = [
        (code, value) for _, _, kind, code, value in EVENT.iter_unpack(session.all("heard")) if kind == EV_KEY
    ]
    assert keys == [(KEY_7, 1), (KEY_7, 0), (KEY_ENTER, 1), (KEY_ENTER, 0)]


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("recording+clips+sound://default?to=/tmp/f", "sound cannot be recorded"),
        ("recording+escpos+tcp://10.4.0.31", "needs the option to=FILE"),
        ("recording+escpos+tcp://10.4.0.31?to=", "needs the option to=FILE"),
        ("recording+escpos+tcp://10.4.0.31?to=/tmp/f&paper=58", "did you mean 'paper_mm'"),
        ("recording+escpos+tpc://10.4.0.31?to=/tmp/f", "did you mean 'escpos\\+tcp'"),
        ("escpos+tcp://10.4.0.31?to=/tmp/f", "no option 'to'"),
    ],
)
def test_a_mistaken_recording_is_a_mistaken_address(address: str, says: str) -> None:
    with pytest.raises(BadAddress, match=says):
        resolve(address)


@pytest.mark.parametrize("place", ["no-such-folder/f.jsonl", "elsewhere"])
async def test_a_recording_that_cannot_be_written_opens_no_device(tmp_path: Path, place: str) -> None:
    (tmp_path / "elsewhere").symlink_to(tmp_path / "target")
    with TcpPrinter(tickets=tmp_path) as far_end:
        with pytest.raises(CannotOpen, match="the recording"):
            await open_ticket_printer(f"recording+{far_end.address}?to={tmp_path / place}")
        async with await open_ticket_printer(far_end.address) as printer:
            assert printer.trouble is None
