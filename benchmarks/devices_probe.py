"""What drivers cost and how quick they are, in a process of their own; prints one JSON object.

`python -m benchmarks.devices_probe idle SECONDS` or `… samv|ssc|scanner|typing-scanner TIMES`.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from typing import Any, cast
from urllib.parse import unquote

import serial
from smartcard import scard

from drivers.contract.card_reader import CardReader
from drivers.contract.device import Device
from drivers.contract.events import CardPresent, Event, Scanned
from drivers.contract.status import Card, State
from drivers.protocol import samv, ssc
from drivers.runtime.opening import open_device
from drivers.runtime.supervising import supervise

WITHIN_S = 20.0
SETTLES_S = 2.0  # after the opening: first looks, first rounds


class FarEnd:
    """The process with the devices and the hands at them."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        said = self._hear()
        self.addresses: list[str] = said["addresses"]
        os.environ.update(
            {name: value for name, value in said["environment"].items() if name != "LD_PRELOAD"}
        )

    def do(self, hand: str) -> float:
        """When it moved."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{hand}\n")
        self._process.stdin.flush()
        return float(self._hear()["at"])

    async def does(self, hand: str) -> float:
        return await asyncio.to_thread(self.do, hand)

    def _hear(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the simulated devices have ended")
        return cast("dict[str, Any]", json.loads(line))


@contextmanager
def far_end(scene: str) -> Iterator[FarEnd]:
    with tempfile.TemporaryDirectory(prefix="paihao-devices-") as folder:
        command = [sys.executable, "-m", "benchmarks.devices_far", scene, folder]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            try:
                yield FarEnd(process)
            finally:
                process.terminate()


async def idle(for_s: float) -> dict[str, Any]:
    """CPU time of this process with all devices open and nobody using them."""
    with far_end("hall") as far:
        async with AsyncExitStack() as stack:
            devices = [await stack.enter_async_context(supervise(address)) for address in far.addresses]
            async with asyncio.timeout(WITHIN_S):
                for device in devices:
                    await _until(device, lambda device: device.status.state is State.ONLINE)
            await asyncio.sleep(SETTLES_S)
            cpu_s, wall_s = time.process_time(), time.monotonic()
            await asyncio.sleep(for_s)
            cpu_s, wall_s = time.process_time() - cpu_s, time.monotonic() - wall_s
            online = sum(device.status.state is State.ONLINE for device in devices)
    if online != len(devices):
        raise RuntimeError(f"only {online} of {len(devices)} devices were online to the end")
    return {"devices": len(devices), "cpu_ms_a_second": 1000 * cpu_s / wall_s}


async def cards(scene: str, times: int) -> dict[str, Any]:
    """From the event that a card is there to who it is; beside the same commands without a driver."""
    bare = {"samv": bare_samv, "ssc": bare_ssc}[scene]
    took_ms, bare_ms = [], []
    with far_end(scene) as far:
        for _ in range(times):
            async with await open_device(far.addresses[0]) as device:
                await _until(device, lambda device: device.status.card is Card.ABSENT)
                with device.subscribe() as events:
                    laying = asyncio.create_task(far.does("lay"))
                    await _event(events, CardPresent)
                    began_s = time.monotonic()
                    await cast("CardReader", device).read()
                    took_ms.append(1000 * (time.monotonic() - began_s))
                    await laying
            began_s = time.monotonic()
            own_s = await asyncio.to_thread(bare, far.addresses[0].partition("://")[2])
            bare_ms.append(1000 * own_s)
            await far.does("lift")
    return {"took_ms": took_ms, "card_ms": bare_ms}


def bare_samv(path: str) -> float:
    """Seconds for select and read of a card that was found, with nothing but the port."""
    with serial.Serial(path, 115_200, timeout=WITHIN_S) as port:
        _exchange(port, samv.FIND)
        began_s = time.monotonic()
        for command in (samv.SELECT, samv.READ):
            _exchange(port, command)
        return time.monotonic() - began_s


def _exchange(port: serial.Serial, command: bytes) -> None:
    port.write(samv.request(command))
    head = port.read(7)
    port.read(int.from_bytes(head[5:]))


def bare_ssc(reader: str) -> float:
    """Seconds for the same commands with nothing but the library."""
    began_s = time.monotonic()
    _, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    _, card, _ = scard.SCardConnect(
        context, unquote(reader), scard.SCARD_SHARE_SHARED, scard.SCARD_PROTOCOL_T0
    )
    dialogue = ssc.read_holder()
    command = next(dialogue)
    try:
        while True:
            _, response = scard.SCardTransmit(card, scard.SCARD_PCI_T0, list(command))
            command = dialogue.send(bytes(response))
    except StopIteration:
        return time.monotonic() - began_s
    finally:
        scard.SCardDisconnect(card, scard.SCARD_LEAVE_CARD)
        scard.SCardReleaseContext(context)


async def scans(scene: str, times: int) -> dict[str, Any]:
    """From the hand that holds a code before the scanner to the event."""
    took_ms = []
    with far_end(scene) as far:
        async with await open_device(far.addresses[0]) as device:
            for _ in range(times):
                with device.subscribe() as events:
                    scanning = asyncio.create_task(far.does("scan"))
                    await _event(events, Scanned)
                    at_s = time.monotonic()
                    took_ms.append(1000 * (at_s - await scanning))
    return {"took_ms": took_ms}


async def _event(events: Any, kind: type[Event]) -> None:
    async with asyncio.timeout(WITHIN_S):
        async for event in events:
            if isinstance(event, kind):
                return
    raise RuntimeError("the device was lost")


async def _until(device: Device, claim: Callable[[Device], bool]) -> None:
    with device.subscribe() as events:
        while not claim(device):
            if device.trouble is not None:
                raise device.trouble
            await anext(events)


def main() -> None:
    scene, amount = sys.argv[1:]
    match scene:
        case "idle":
            found = asyncio.run(idle(float(amount)))
        case "samv" | "ssc":
            found = asyncio.run(cards(scene, int(amount)))
        case _:
            found = asyncio.run(scans(scene, int(amount)))
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
