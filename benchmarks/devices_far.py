"""Simulated devices in a process of their own, so that what they cost is not counted among the drivers'.

`python -m benchmarks.devices_far SCENE FOLDER` prints {"addresses", "environment"} when all is up. Then each
line on stdin is a hand, answered with {"at": when it moved} on the clock that all processes share.
"""

import json
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from sim.halls import person
from sim.peers.ssc import SocialSecurityChip
from sim.rig import PrivatePcscd, PtyBus, PtyPrinter
from sim.rig.inputs import InputWorld
from sim.rig.lockers import PtyLocker8A, PtyLockerWkly
from sim.rig.samv import PtySamv, SamvOptions
from sim.rig.scanners import PtyScanner
from sim.rig.strips import PtyBxStrip, PtyStrip51

WHO = person("wang-wei")
CODE = "0123456789012345678901234567"
READ_TAKES_S = 0.1  # a module and its card; 1295 bytes at 115,200 baud take 0.11 s more

Hands = Mapping[str, Callable[[], Any]]
Up = tuple[list[str], dict[str, str], Hands]


def hall(stack: ExitStack, folder: Path) -> Up:
    """Sixteen serial devices as a hall has them, with one door locker that must be asked all the time."""
    rigs: list[Any] = [PtySamv(link=folder / f"ttySAMV{n}") for n in range(3)]
    rigs += [PtyScanner(link=folder / f"ttyACM{n}") for n in range(3)]
    rigs += [PtyPrinter(link=folder / f"ttyPRN{n}", tickets=folder / f"tickets{n}") for n in range(3)]
    rigs += [PtyBus(windows=[1, 2, 3, 4], link=folder / f"ttyBUS{n}") for n in range(2)]
    rigs += [PtyBxStrip(link=folder / f"ttyBX{n}") for n in range(2)]
    rigs += [PtyStrip51(link=folder / "ttySTRIP", addresses=(1, 2))]
    rigs += [
        PtyLocker8A(link=folder / "ttyLOCK8A", event_header=None),
        PtyLockerWkly(link=folder / "ttyWKLY"),
    ]
    addresses = [stack.enter_context(rig).address for rig in rigs]
    quiet = {"8a": "?event_header=none"}
    return (
        [
            address + quiet.get(address[6:8] if address.startswith("lock") else "", "")
            for address in addresses
        ],
        {},
        {},
    )


def samv(stack: ExitStack, folder: Path) -> Up:
    options = SamvOptions(after_read="finds-the-card", baud=115_200, read_takes_s=READ_TAKES_S)
    rig = stack.enter_context(PtySamv(link=folder / "ttySAMV", options=options))
    return [rig.address], {}, {"lay": lambda: rig.lay(WHO), "lift": rig.lift}


def ssc(stack: ExitStack, folder: Path) -> Up:
    del folder
    pcscd = stack.enter_context(PrivatePcscd())
    slot = pcscd.slots[0]
    hands = {"lay": lambda: slot.lay(SocialSecurityChip(WHO)), "lift": slot.lift}
    return [f"ssc+pcsc://{pcscd.reader(0).replace(' ', '%20')}"], pcscd.environment, hands


def scanner(stack: ExitStack, folder: Path) -> Up:
    rig = stack.enter_context(PtyScanner(link=folder / "ttyACM0"))
    return [rig.address], {}, {"scan": lambda: rig.scan(CODE)}


def typing_scanner(stack: ExitStack, folder: Path) -> Up:
    """As quick as the far end can type: what a scanner's own pace takes is not the driver's."""
    del folder
    world = stack.enter_context(InputWorld())
    rig = world.scanner()
    return [f"scanner+input://{rig.path}"], world.environment, {"scan": lambda: rig.scan(CODE)}


SCENES: Mapping[str, Callable[[ExitStack, Path], Up]] = {
    "hall": hall,
    "samv": samv,
    "ssc": ssc,
    "scanner": scanner,
    "typing-scanner": typing_scanner,
}


def main() -> None:
    scene, folder = sys.argv[1:]
    with ExitStack() as stack:
        addresses, environment, hands = SCENES[scene](stack, Path(folder))
        _say({"addresses": addresses, "environment": environment})
        for line in sys.stdin:
            at = time.monotonic()
            hands[line.strip()]()
            _say({"at": at})


def _say(thing: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(thing) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
