"""One hall with four cabinets for all tests of cases; its clock is steered."""

import asyncio
import itertools
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from queue_core.app.opening import JOURNAL, KEYS, SteeredClock
from queue_core.client import Credential
from queue_core.client.cabinet import CabinetClient
from queue_core.client.staff import StaffClient
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.founding import found
from queue_core.hall.reading import pickup_qr
from queue_core.hall.settings import HallSettings
from queue_core.hall.settings_pickup import SecondFactor
from queue_core.store.vault import FileVault
from queue_core.wire.cases import RecordCase
from queue_core.wire.lockers import AskDeposit, ReportDoors, ShowStaff
from queue_core.wire.words import DoorCondition, PickupWay, Role
from tests.integration.hall.conftest import PASSWORD, HallInThread, accept

NINE = int(datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Shanghai")).timestamp() * 1000)
SUPERVISOR, COURIER, CLERK, GUIDE = "9001", "3001", "1001", "2001"
CLOSED, OPEN, UNKNOWN = DoorCondition.CLOSED, DoorCondition.OPEN, DoorCondition.UNKNOWN
DOORS = range(1, 9)
PHONE = "13900001234"
PEOPLE = itertools.count(100)
"""Each test has people of its own."""


@dataclass(frozen=True)
class Shown:
    """What the message of a case says."""

    code: str
    qr: str


class CabinetHall:
    """`L3` and `L7` want the card beside a code.

    A cabinet takes twenty proofs a minute, and has eight doors: each serves some of the tests.
    """

    def __init__(self, folder: Path, settings: HallSettings) -> None:
        (cabinet,) = settings.cabinets
        others = (
            {"code": "L2"},
            {"code": "L3", "second_factor": SecondFactor.CARD},
            {"code": "L4"},
            {"code": "L5"},
            {"code": "L6"},
            {"code": "L7", "second_factor": SecondFactor.CARD},
        )
        cabinets = (cabinet, *(cabinet.model_copy(update=each) for each in others))
        settings = settings.model_copy(update={"cabinets": cabinets})
        self.clock = SteeredClock(NINE)
        self.folder = DataFolder(folder)
        self.hall = HallInThread(self.folder, settings, found(self.folder, settings), self.clock)
        self.credentials: dict[str, Credential] = {}

    def start(self) -> None:
        self.hall.start()
        asyncio.run(self._furnish())

    async def _furnish(self) -> None:
        for number in (SUPERVISOR, COURIER, CLERK, GUIDE):
            await self.hall.administer(lambda server, of=number: server.set_password(of, PASSWORD))
        await self.hall.administer(lambda server: server.give_card(COURIER, "04A1B2C3"))
        wanted = [(Role.CABINET, each) for each in ("L1", "L2", "L3", "L4", "L5", "L6", "L7")]
        wanted += [
            (Role.KIOSK, "K1"),
            (Role.KIOSK, "K2"),
            (Role.KIOSK, "K3"),
            (Role.GATEWAY, "city"),
            (Role.WALL, "W1"),
        ]
        for role, name in wanted:
            self.credentials[name] = await self.hall.enrol(role, name)
        self.credentials["C1"] = await self.hall.enrol(Role.COUNTER, "C1", 1)
        await self.hall.end_administration()

    def shown(self, case: str) -> Shown:
        """From the journal's last serial of the case, and the hall's key."""
        serial = int(
            self.journal(
                "SELECT body ->> '$.serial' FROM events WHERE kind IN ('case-deposited', 'case-ready')"
                " AND body ->> '$.case_id' = (SELECT body ->> '$.case.case_id' FROM events"
                " WHERE body ->> '$.case.code' = ?) ORDER BY sequence DESC",
                case,
            )[0][0]
        )
        with closing(FileVault(self.folder.path / KEYS)) as vault:
            code = vault.pickup_code(serial)
            return Shown(code, pickup_qr(code, vault.pickup_token(serial)))

    def shown_of_serial(self, serial: int) -> str:
        """The code of a serial, given out or not."""
        with closing(FileVault(self.folder.path / KEYS)) as vault:
            return vault.pickup_code(serial)

    def journal(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(f"file:{self.folder.path / JOURNAL}?mode=ro", uri=True)) as journal:
            return journal.execute(statement, values).fetchall()

    def kinds_of(self, *kinds: str) -> int:
        marks = ",".join("?" * len(kinds))
        (count,) = self.journal(f"SELECT count(*) FROM events WHERE kind IN ({marks})", *kinds)[0]
        return int(str(count))

    def messages(self, case: str) -> list[tuple[str, dict[str, str], int]]:
        """Kind, parameters and the first instant of each message about a case."""
        rows = self.journal(
            "SELECT kind, params, next_attempt_at_ms FROM outbox WHERE params ->> '$.case' = ?"
            " ORDER BY message_id",
            case,
        )
        return [(str(kind), json.loads(str(params)), int(str(at))) for kind, params, at in rows]


@contextmanager
def cabinet_hall(folder: Path, settings: HallSettings) -> Iterator[CabinetHall]:
    place = CabinetHall(folder, settings)
    place.start()
    yield place
    place.hall.stop()


async def deposited(
    cabinet: CabinetClient, staff: StaffClient, serial: int, *, phone: str | None = None
) -> tuple[str, int]:
    """A case of a person behind a closed door: its number and the door."""
    recorded = RecordCase(
        category="registration", holder=accept(serial).holder, way=PickupWay.LOCKER, phone=phone
    )
    case = await staff.record_case(recorded)
    grant = await cabinet.show_staff(ShowStaff(clerk=COURIER, password=PASSWORD))
    asked = await cabinet.ask_deposit(AskDeposit(grant=grant.grant, case=case.receipt_code))
    await opened_and_closed(cabinet, asked.door)
    return case.code, asked.door


async def opened_and_closed(cabinet: CabinetClient, door: int) -> None:
    await cabinet.report_doors(ReportDoors(doors={door: OPEN}))
    await cabinet.report_doors(ReportDoors(doors={door: CLOSED}))
