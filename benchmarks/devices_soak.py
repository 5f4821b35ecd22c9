"""Every driver on every link through every fault, twenty times in a row on one supervised device.

A part of `script/bench --soak`. Devices live side by side in one process; each of those that cannot, such as
readers that need a smart card service of their own, in one more, and so each mocked input device: what mocks
it counts opened files and sockets, and ends a program that opens very many.

Between two faults a device is left in peace for so long that its supervisor takes it for steady: one that
comes and goes faster is tried ever more rarely.
"""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from structlog.testing import capture_logs

from benchmarks.devices_faults import SUBJECTS, Broken, Fault, Place, case
from benchmarks.figures import Figure, Figures
from drivers.runtime.keeping import STEADY_AFTER_S
from sim.rig import PrivatePcscd
from sim.rig.inputs import InputWorld

ROUNDS = 20
PEACE_S = STEADY_AFTER_S + 0.5
MOCKED = "+input"
PRELOAD = {"LD_PRELOAD": "libumockdev-preload.so.0"}


def soak_devices(figures: Figures, console: Console, *, rounds: int, names: Sequence[str] = ()) -> None:
    """Raises Broken with all that did not survive."""
    wanted = [name for name in SUBJECTS if not names or name in names]
    groups: dict[str, list[str]] = {}
    for name in wanted:
        place = name if SUBJECTS[name].shares or name.endswith(MOCKED) else ""
        groups.setdefault(place, []).append(name)
    with ExitStack() as stack:
        processes = [stack.enter_context(_begun(group, rounds)) for group in groups.values()]
        said = [process.communicate()[0] for process in processes]
    lines = [line for each in said for line in each.splitlines()]
    for line in lines:
        console.print(f"  {line}", highlight=False, markup=False)
    survived = sum(line.startswith("survived") for line in lines)
    figures.add(Figure(name=f"soak, {len(wanted)} devices: faults survived", value=survived, unit=""))
    broken = [line for line in lines if not line.startswith("survived")]
    figures.add(Figure(name="soak, devices: not survived", value=len(broken), unit="", target=0))
    expected = sum(len(SUBJECTS[name].faults) for name in wanted) * rounds
    if broken or survived != expected:
        raise Broken("\n".join([f"{survived} of {expected} faults were survived", *broken]))


@contextmanager
def _begun(group: list[str], rounds: int) -> Iterator["subprocess.Popen[str]"]:
    """With mocked input devices where one is among them: they need a library that tells of them."""
    needs_inputs = any(name.endswith(MOCKED) for name in group)
    command = [sys.executable, "-m", "benchmarks.devices_soak", *group, "--rounds", str(rounds)]
    environment = os.environ | (PRELOAD if needs_inputs else {})
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


async def _soak(asked: argparse.Namespace, place: Place) -> None:
    with capture_logs() as logs:
        await asyncio.gather(*(_survive_all(name, asked, place, logs) for name in asked.names))


async def _survive_all(name: str, asked: argparse.Namespace, place: Place, logs: list[Any]) -> None:
    """Says each fault that was survived; a device that did not survive is left out from then on."""
    began_s = time.monotonic()
    faults = [fault for fault in SUBJECTS[name].faults if fault in asked.faults]
    try:
        async with case(name, place, logs) as device:
            for nth in range(1, asked.rounds + 1):
                for fault in faults:
                    await asyncio.sleep(asked.peace_s)
                    await device.survive(fault)
                    after_s = time.monotonic() - began_s
                    _say(f"survived: {name}, {fault} {nth}/{asked.rounds}, after {after_s:.0f} s")
    except (Broken, TimeoutError) as error:
        _say(f"broken: {name}: {error!r}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.devices_soak")
    parser.add_argument("names", nargs="+", choices=tuple(SUBJECTS))
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--faults", nargs="+", choices=tuple(Fault), default=tuple(Fault))
    parser.add_argument("--peace-s", type=float, default=PEACE_S, help="between two faults")
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="paihao-faults-"))
        inputs, pcscd = InputWorld(), PrivatePcscd()
        if any(name.endswith(MOCKED) for name in asked.names):
            os.environ["UMOCKDEV_DIR"] = stack.enter_context(inputs).environment["UMOCKDEV_DIR"]
        if any(name.endswith("+pcsc") for name in asked.names):
            os.environ.update(stack.enter_context(pcscd).environment)
        place = Place(folder=Path(folder), pcscd=pcscd, inputs=inputs)
        asyncio.run(_soak(asked, place))


if __name__ == "__main__":
    main()
