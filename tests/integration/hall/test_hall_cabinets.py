"""Cabinets at a hall: deposited, collected by code, QR and card, and what is refused there."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, closing

import pytest

from queue_core.app.opening import JOURNAL, KEYS
from queue_core.client import Credential, HallRefused
from queue_core.client.cabinet import CabinetClient
from queue_core.client.staff import StaffClient
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.founding import found
from queue_core.hall.settings import HallSettings
from queue_core.store.vault import FileVault
from queue_core.wire.cases import RecordCase
from queue_core.wire.lockers import (
    AskCollection,
    AskDeposit,
    ReportDoors,
    ShowProof,
    ShowStaff,
)
from queue_core.wire.messages import LogIn
from queue_core.wire.words import CaseState, DoorCondition, PickupWay, Role
from tests.integration.hall.conftest import PASSWORD, HallInThread, accept

SUPERVISOR, COURIER = "9001", "3001"
CLOSED, OPEN = DoorCondition.CLOSED, DoorCondition.OPEN


class CabinetHall:
    """A hall with its cabinet L1, whose doors are all closed, and a second one L2."""

    def __init__(self, hall: HallInThread, credentials: dict[str, Credential]) -> None:
        self.hall = hall
        self.credentials = credentials


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, settings: HallSettings) -> Iterator[CabinetHall]:
    (cabinet,) = settings.cabinets
    second = cabinet.model_copy(update={"code": "L2"})
    settings = settings.model_copy(update={"cabinets": (cabinet, second)})
    folder = DataFolder(tmp_path_factory.mktemp("cabinets") / "hall")
    hall = HallInThread(folder, settings, found(folder, settings))
    hall.start()

    async def furnish() -> dict[str, Credential]:
        for number in (SUPERVISOR, COURIER, "1001"):
            await hall.administer(lambda server, of=number: server.set_password(of, PASSWORD))
        credentials = {
            "L1": await hall.enrol(Role.CABINET, "L1"),
            "L2": await hall.enrol(Role.CABINET, "L2"),
            "counter": await hall.enrol(Role.COUNTER, "counter-1", 1),
            "kiosk": await hall.enrol(Role.KIOSK, "K1"),
            "gateway": await hall.enrol(Role.GATEWAY, "city"),
        }
        await hall.end_administration()
        return credentials

    yield CabinetHall(hall, asyncio.run(furnish()))
    hall.stop()
    shutil.rmtree(folder.path)


@pytest.fixture
async def stack() -> AsyncIterator[AsyncExitStack]:
    async with AsyncExitStack() as stack:
        yield stack


@pytest.fixture
async def cabinet(place: CabinetHall, stack: AsyncExitStack) -> CabinetClient:
    client = await stack.enter_async_context(CabinetClient(place.credentials["L1"]))
    await client.report_doors(ReportDoors(doors=dict.fromkeys(range(1, 9), CLOSED), in_hand=()))
    return client


@pytest.fixture
async def supervisor(place: CabinetHall, stack: AsyncExitStack) -> StaffClient:
    client = await stack.enter_async_context(StaffClient(place.credentials["counter"]))
    await client.log_in(LogIn(clerk=SUPERVISOR, password=PASSWORD))
    return client


async def deposited(cabinet, supervisor, serial: int) -> tuple[str, int]:
    """A case with its holder behind a closed door: its number and the door."""
    case = await supervisor.record_case(
        RecordCase(category="registration", holder=accept(serial).holder, way=PickupWay.LOCKER)
    )
    grant = await cabinet.show_staff(ShowStaff(clerk=COURIER, password=PASSWORD))
    asked = await cabinet.ask_deposit(AskDeposit(grant=grant.grant, case=case.receipt_code))
    await cabinet.report_doors(ReportDoors(doors={asked.door: OPEN}))
    await cabinet.report_doors(ReportDoors(doors={asked.door: CLOSED}))
    return case.code, asked.door


def code_of(place: CabinetHall, case: str) -> str:
    """What the message would say: from the journal's serial and the hall's key."""
    data = place.hall.folder.path
    with closing(sqlite3.connect(f"file:{data / JOURNAL}?mode=ro", uri=True)) as journal:
        rows = journal.execute(
            "SELECT body ->> '$.serial' FROM events WHERE kind = 'case-deposited' AND body ->> '$.case_id' ="
            " (SELECT body ->> '$.case.case_id' FROM events WHERE body ->> '$.case.code' = ?)"
            " ORDER BY sequence DESC",
            (case,),
        ).fetchall()
    with closing(FileVault(data / KEYS)) as vault:
        return vault.pickup_code(int(rows[0][0]))


async def test_a_case_is_deposited_by_a_courier_and_collected_by_code(place, cabinet, supervisor) -> None:
    case, door = await deposited(cabinet, supervisor, 1)
    code = code_of(place, case)
    shown = await cabinet.show_proof(ShowProof(code=f"{code[:3]} {code[3:6]} {code[6:]}"))
    (collectable,) = shown.cases
    assert (collectable.case.code, collectable.case.state, collectable.door) == (case, CaseState.READY, door)
    asked = await cabinet.ask_collection(AskCollection(grant=shown.grant, case=case))
    assert asked.door == door
    await cabinet.report_doors(ReportDoors(doors={door: OPEN}))
    view = await cabinet.report_doors(ReportDoors(doors={door: CLOSED}))
    assert view.doors[door - 1].use == "free"
    with pytest.raises(HallRefused) as refused:
        await cabinet.show_proof(ShowProof(code=code))
    assert refused.value.problem.code == "proof-refused"
