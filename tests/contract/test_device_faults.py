"""Each driver on each of its links after what happens to devices in a hall: the short form, once each.

The long form, twenty times in a row on one supervised device, is `script/bench --soak devices`.
"""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from benchmarks.devices_faults import SUBJECTS, Fault, Place, case
from benchmarks.devices_soak import MOCKED
from drivers.catalog.table import DRIVERS
from sim.rig import PrivatePcscd
from sim.rig.inputs import InputWorld

SPEAKER = "clips+sound"
SAME_AS_ANOTHER = {
    "idcard+pcsc": "ssc+pcsc",  # they differ in what is asked of the card
    "clips+file": "clips+sound",  # a folder neither freezes nor babbles
}


@pytest.fixture(scope="module")
def inputs() -> Iterator[InputWorld]:
    with InputWorld() as world, pytest.MonkeyPatch.context() as patch:
        patch.setenv("UMOCKDEV_DIR", world.environment["UMOCKDEV_DIR"])
        yield world


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.mocked_input] if name.endswith(MOCKED) else [])
        for name in SUBJECTS
        if name != SPEAKER
    ],
)
async def test_a_device_works_again_after_each_fault_and_the_log_says_it_once(
    name: str, tmp_path: Path, private_pcscd: PrivatePcscd, inputs: InputWorld
) -> None:
    place = Place(folder=tmp_path, pcscd=private_pcscd, inputs=inputs)
    with capture_logs() as logs:
        together = [survived(name, fault, place, logs) for fault in SUBJECTS[name].faults]
        if SUBJECTS[name].shares:
            for each in together:
                await each
        else:
            await asyncio.gather(*together)


async def test_a_speaker_works_again_after_each_fault_and_the_log_says_it_once() -> None:
    """Each fault in a process of its own, as a sound library cannot be ended within one."""
    faults = SUBJECTS[SPEAKER].faults
    processes = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "benchmarks.devices_soak", SPEAKER),
            *("--rounds", "1", "--peace-s", "0", "--faults", fault),
            stdout=subprocess.PIPE,
        )
        for fault in faults
    ]
    said = [(await process.communicate())[0].decode() for process in processes]
    assert [line.partition(" 1/1")[0] for line in said] == [
        f"survived: {SPEAKER}, {fault}" for fault in faults
    ]


async def survived(name: str, fault: Fault, place: Place, logs: list[object]) -> None:
    folder = place.folder / fault.name
    folder.mkdir()
    async with case(name, replace(place, folder=folder), logs) as device:
        await device.survive(fault)


def test_every_driver_is_among_them() -> None:
    assert set(DRIVERS) == {*SUBJECTS, *SAME_AS_ANOTHER}
