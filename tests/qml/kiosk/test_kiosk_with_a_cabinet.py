"""A kiosk that hosts a cabinet as it runs: a real hall over TLS; boards, scanner and card reader on ptys."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from display.kit.rehearsal import Rehearsal
from kiosk.app import Assembled, assemble, told
from kiosk.config import read
from kiosk.flow.presses import Leave
from queue_core.client.staff import StaffClient
from queue_core.hall.settings import HallSettings
from queue_core.wire.cases import Case, CaseQuery, RecordCase
from queue_core.wire.messages import CardHolder, LogIn
from queue_core.wire.words import CardKind, CaseState, PickupWay
from sim.halls import person
from sim.rig.lockers import PtyLocker8A
from sim.rig.samv import PtySamv
from sim.rig.scanners import PtyScanner
from tests.integration.hall.cabinet_hall import COURIER, SUPERVISOR, CabinetHall, cabinet_hall
from tests.integration.hall.conftest import PASSWORD, settings

__all__ = ["settings"]
WITHIN_MS = 30_000
HOLDER = person("chen-jianguo")


class Machine(Rehearsal):
    """Kiosk and cabinet, and whoever stands before them."""

    def __init__(self, kiosk: Assembled, bot, locker: PtyLocker8A) -> None:
        super().__init__(kiosk.opened)
        self.kiosk, self._bot, self.locker = kiosk, bot, locker

    def at(self, page: str) -> None:
        self._bot.waitUntil(lambda: self.page == page, timeout=WITHIN_MS)

    def until(self, claim) -> None:
        self._bot.waitUntil(claim, timeout=WITHIN_MS)

    def press(self, *names: str) -> None:
        for name in names:
            self.until(lambda name=name: name in self.names())
            super().press(name)

    @property
    def boards(self) -> tuple[str, str]:
        """How they are on the kiosk's staff page, and their doors."""
        (seen,) = self.kiosk.presenter.facts.cabinet.devices
        return seen.state, seen.parts["doors"]

    def close_door(self) -> int:
        """The one that stands open, when its bolt is out again."""
        self.at("cabinet-open")
        (number,) = [one for one in range(1, 9) if self.locker.door(1, one).is_open]
        self.until(lambda: not self.locker.door(1, number).is_drawn)
        self.locker.door(1, number).close()
        return number


@pytest.fixture
def hall(tmp_path: Path, settings: HallSettings) -> Iterator[CabinetHall]:
    with cabinet_hall(tmp_path / "hall", settings) as place:
        yield place


@pytest.fixture
def rigs(tmp_path: Path) -> Iterator[tuple[PtyLocker8A, PtyScanner, PtySamv]]:
    with ExitStack() as stack:
        yield (
            stack.enter_context(PtyLocker8A(link=tmp_path / "locks", channels=8, pulse_s=0.2)),
            stack.enter_context(PtyScanner(link=tmp_path / "scanner")),
            stack.enter_context(PtySamv(link=tmp_path / "reader")),
        )


@pytest.fixture
def machine(tmp_path: Path, qtbot, hall: CabinetHall, rigs) -> Iterator[Machine]:
    locker, scanner, reader = rigs
    for name in ("K1", "L1"):
        hall.credentials[name].save(tmp_path / f"{name}.json")
    (tmp_path / "kiosk.toml").write_text(
        f'credential = "K1.json"\ncabinet = "cabinet.toml"\n[devices]\nreaders = ["{reader.address}"]\n'
        f'scanner = "{scanner.address}"\n'
    )
    boards = f"{locker.address}?boards=1&channels=8&opens_within_s=0.5"
    (tmp_path / "cabinet.toml").write_text(
        f'credential = "L1.json"\n[devices]\nlocker = "{boards}"\n[patience]\ndone_for_s = 120\n'
    )
    kiosk = assemble(read(tmp_path / "kiosk.toml"), lambda: None)
    kiosk.bridge.start()
    kiosk.opened.window.setVisible(True)
    yield Machine(kiosk, qtbot, locker)
    kiosk.bridge.stop()
    kiosk.opened.close()


async def recorded(hall: CabinetHall) -> Case:
    async with StaffClient(hall.credentials["C1"]) as staff:
        await staff.log_in(LogIn(clerk=SUPERVISOR, password=PASSWORD))
        holder = CardHolder(name=HOLDER.name, id_number=HOLDER.number, card=CardKind.RESIDENT_ID)
        return await staff.record_case(
            RecordCase(category="registration", holder=holder, way=PickupWay.LOCKER)
        )


async def state_of(hall: CabinetHall, code: str) -> CaseState:
    async with StaffClient(hall.credentials["C1"]) as staff:
        await staff.log_in(LogIn(clerk=SUPERVISOR, password=PASSWORD))
        (case,) = await staff.list_cases(CaseQuery(code=code))
        return case.state


def test_a_case_goes_in_and_out_at_the_kiosk_which_then_takes_cards_itself(hall, rigs, machine) -> None:
    _, scanner, reader = rigs
    case = asyncio.run(recorded(hall))
    machine.at("home")

    machine.press("cabinet", "staff")
    machine.at("cabinet-staff-login")
    machine.type("clerk", COURIER)
    machine.type("password", PASSWORD)
    machine.press("log-in", "deposit")
    machine.at("cabinet-case-code")
    scanner.scan(case.receipt_code)
    machine.press("size-small")
    machine.until(lambda: machine.boards == ("online", "open"))
    door = machine.close_door()
    machine.at("cabinet-done")
    machine.until(lambda: machine.boards == ("online", "closed"))
    machine.press("next", "log-out")
    machine.at("home")
    assert "cabinet L1: hall: connected, doors: 0 open" in told(machine.kiosk)

    machine.press("cabinet")
    machine.at("cabinet-home")
    reader.lay(HOLDER)
    assert machine.close_door() == door
    machine.at("cabinet-done")
    assert HOLDER.number not in repr(machine.kiosk.presenter.visit)
    machine.press("leave")
    machine.at("home")
    assert asyncio.run(state_of(hall, case.code)) is CaseState.HANDED_OVER

    reader.lift()
    machine.until(lambda: not any(one.has_card for one in machine.kiosk.presenter.facts.readers))
    reader.lay(HOLDER)
    machine.until(lambda: machine.kiosk.presenter.visit.holder is not None)
    assert machine.kiosk.presenter.visit.holder.id_number == HOLDER.number
    assert machine.kiosk.hosting.turns.model.state.visit.asking is None

    machine.kiosk.presenter.receive(Leave())
    machine.at("home")
    machine.press("cabinet")
    machine.at("cabinet-home")
    machine.until(lambda: machine.text("title") == "请拿起卡，再放一次")
    reader.lift()
    machine.until(lambda: machine.text("title") == "您好，请选择")
    reader.lay(HOLDER)
    machine.at("cabinet-trouble")  # it was read, and nothing is left to collect
