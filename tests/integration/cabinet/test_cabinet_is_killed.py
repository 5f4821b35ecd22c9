"""kill -9 between "open" and "closed": the journal is the board's again, and nothing opens by itself."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from queue_core.client.cabinet import CabinetClient
from queue_core.wire.lockers import ReportDoors
from queue_core.wire.views import CabinetView
from queue_core.wire.words import CaseState, DoorUse
from sim.rig.lockers import PtyLocker8A
from sim.story.stage import Stage
from tests.integration.cabinet.conftest import OPTIONS, Place
from tests.integration.hall.cabinet_hall import CabinetHall, deposited

KILLS = 20 if os.environ.get("PAIHAO_SOAK") else 1
WITHIN_S = 40.0


class CabinetProcess:
    """`paihao cabinet` as a hall starts it, on a screen nobody sees."""

    def __init__(self, folder: Path, credential, locker: PtyLocker8A) -> None:
        self._folder, self._stage = folder, folder / "cabinet.stage"
        self._stack = ExitStack()
        self._process: subprocess.Popen[bytes] | None = None
        credential.save(folder / "cabinet.credential")
        (folder / "cabinet.toml").write_text(
            'credential = "cabinet.credential"\n'
            f'[devices]\nlocker = "{locker.address}{OPTIONS}"\n[screen]\nsize = "1024x600"\n'
        )

    def start(self) -> Stage:
        self._stage.unlink(missing_ok=True)
        command = [Path(sys.executable).parent / "paihao", "cabinet"]
        with (self._folder / "cabinet.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*command, "--config", self._folder / "cabinet.toml", "--stage", self._stage],
                env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
                stdout=log,
                stderr=log,
            )
        stage = Stage(self._stage, "cabinet")
        self._stack.callback(stage.close)
        return stage.wait_page("home", within_s=WITHIN_S)

    def kill(self) -> None:
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def end(self) -> None:
        self._stack.close()
        if self._process is not None and self._process.poll() is None:
            self.kill()

    @property
    def log(self) -> str:
        return (self._folder / "cabinet.log").read_text()


@pytest.fixture
def process(tmp_path: Path, hall_with_cabinets: CabinetHall, locker: PtyLocker8A) -> Iterator[CabinetProcess]:
    process = CabinetProcess(tmp_path, hall_with_cabinets.credentials["L1"], locker)
    yield process
    process.end()


def type_code(stage: Stage, code: str) -> None:
    stage.press("collect").wait_page("code")
    for digit in code:
        stage.press(f"key-{digit}")
    stage.press("key-done")


async def seen(place: Place) -> CabinetView:
    """The cabinet as its hall knows it."""
    async with CabinetClient(place.hall.credentials["L1"]) as client:
        return await client.report_doors(ReportDoors(doors={}))


async def agrees(place: Place) -> CabinetView:
    """Waits until the hall knows each door as the board has it."""
    async with asyncio.timeout(WITHIN_S):
        while True:
            view = await seen(place)
            board = {number: place.locker.door(1, number).is_open for number in range(1, 9)}
            if {one.number: one.condition.value for one in view.doors} == {
                number: "open" if is_open else "closed" for number, is_open in board.items()
            }:
                return view
            await asyncio.sleep(0.05)


@pytest.mark.timeout(600 if KILLS > 2 else 120)
async def test_killed_between_open_and_closed_it_asks_and_opens_nothing_by_itself(place, process) -> None:
    stage = await asyncio.to_thread(process.start)
    await agrees(place)
    for nth in range(KILLS):
        async with CabinetClient(place.hall.credentials["L1"]) as client:
            case, door = await deposited(client, place.staff, next(place.people))
        code = place.hall.shown(case).code
        await asyncio.to_thread(type_code, stage, code)
        await asyncio.to_thread(stage.wait_page, "open")
        await asyncio.to_thread(process.kill)
        opened, hand = place.opened(), place.locker.door(1, door)
        assert hand.is_open
        if nth % 2:
            hand.close()
        stage = await asyncio.to_thread(process.start)
        hand.close()
        view = await agrees(place)
        assert place.opened() == opened
        (unsure,) = [one for one in view.doors if one.use is DoorUse.UNSURE]
        assert unsure.number == door
        await asyncio.to_thread(type_code, stage, code)
        await asyncio.to_thread(stage.wait_page, "unsure")
        assert place.opened() == opened
        await asyncio.to_thread(stage.press, "taken")
        await asyncio.to_thread(stage.wait_page, "done")
        async with asyncio.timeout(WITHIN_S):
            while (await place.case(case)).state is not CaseState.HANDED_OVER:  # noqa: ASYNC110 another process tells
                await asyncio.sleep(0.05)
        await asyncio.to_thread(stage.press("leave").wait_page, "home")
        assert code not in process.log
