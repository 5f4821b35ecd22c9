"""Keyboards and what pretends to be one, through Linux's evdev; ours alone while they are open.

A grabbed device reaches neither the console nor the desktop: a scanned code never lands in the focused
window.
"""

import asyncio
import errno
import os
from functools import partial

from evdev import InputDevice, InputEvent, ecodes

from drivers.contract.errors import Absent, CannotOpen, DeviceError, LinkLost, NoPermission, Taken, TimedOut
from drivers.protocol.keymap import GAP, Gap, KeyMove
from drivers.transport.worker import Worker

OPEN_WITHIN_S = 5.0  # a sleeping USB device is woken first
UP, DOWN = 0, 1  # 2 is the kernel's repeat of a key that is held
OPEN_ERRORS: dict[int, type[CannotOpen]] = {
    errno.ENOENT: Absent,
    errno.ENXIO: Absent,
    errno.ENODEV: Absent,
    errno.EACCES: NoPermission,
    errno.EPERM: NoPermission,
    errno.EBUSY: Taken,
}


class InputNode:
    """One open device, owned by one event loop, which reads it; its moves wait for `take`."""

    def __init__(self, path: str, device: "InputDevice[str]") -> None:
        self._path, self._device = path, device
        self._moves: list[KeyMove | Gap] = []
        self._wake = asyncio.Event()
        self._error: DeviceError | None = None
        self._is_skipping = False
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(device.fd, self._read)

    @classmethod
    async def open(cls, path: str, *, needs: frozenset[int]) -> "InputNode":
        """Opens and grabs a device that has all these keys.

        Raises Absent, NoPermission, Taken, CannotOpen or TimedOut.
        """
        worker = Worker(f"input {path}")
        opening = worker.submit(partial(_open, path, needs))
        worker.leave()
        try:
            async with asyncio.timeout(OPEN_WITHIN_S):
                return cls(path, await asyncio.shield(opening))
        except TimeoutError as error:
            raise TimedOut(f"{path} does not open") from error
        finally:
            if not opening.done():
                opening.add_done_callback(_close_late)

    async def take(self, within_s: float | None = None) -> list[KeyMove | Gap]:
        """All moves that are there, at least one. Raises TimedOut, or why the link ended."""
        try:
            async with asyncio.timeout(within_s):
                while not self._moves:
                    if self._error is not None:
                        raise type(self._error)(self._error.detail)
                    self._wake.clear()
                    await self._wake.wait()
        except TimeoutError as error:
            raise TimedOut(f"no key within {within_s:g} s") from error
        taken, self._moves = self._moves, []
        return taken

    async def close(self) -> None:
        self._end(LinkLost(f"{self._path}: closed"))

    def _end(self, error: DeviceError) -> None:
        if self._error is None:
            self._error = error
            self._loop.remove_reader(self._device.fd)
            self._device.close()
        self._wake.set()

    def _read(self) -> None:
        """The kernel hands over whole events, some 60 at a time."""
        try:
            events = list(self._device.read())
        except BlockingIOError:
            return
        except OSError as error:
            self._end(LinkLost(f"{self._path}: {_reason(error)}"))
            return
        if not events:
            self._end(LinkLost(f"{self._path}: ended"))
        for event in events:
            self._take(event)
        self._wake.set()

    def _take(self, event: InputEvent) -> None:
        """After SYN_DROPPED all is nonsense until the next SYN_REPORT (the kernel's event-codes document)."""
        if event.type == ecodes.EV_SYN and event.code == ecodes.SYN_DROPPED:
            self._is_skipping = True
            self._moves.append(GAP)
        elif event.type == ecodes.EV_SYN and event.code == ecodes.SYN_REPORT:
            self._is_skipping = False
        elif event.type == ecodes.EV_KEY and event.value in {UP, DOWN} and not self._is_skipping:
            self._moves.append(KeyMove(event.code, event.value == DOWN))


def _open(path: str, needs: frozenset[int]) -> "InputDevice[str]":
    """On the worker's thread. Nothing is left open when it fails."""
    device = None
    try:
        device = InputDevice(path, readonly=True)
        _claim(device, needs)
    except (OSError, CannotOpen) as error:
        if device is not None:
            device.close()
        if isinstance(error, CannotOpen):
            raise
        raise OPEN_ERRORS.get(error.errno or 0, CannotOpen)(f"{path}: {_reason(error)}") from error
    return device


def _claim(device: "InputDevice[str]", needs: frozenset[int]) -> None:
    if not needs.issubset(device.capabilities().get(ecodes.EV_KEY, ())):
        raise CannotOpen(f"{device.name} has not the keys that are wanted of it")
    device.grab()


def _close_late(opening: "asyncio.Future[InputDevice[str]]") -> None:
    """Nobody waits for it any more."""
    if not opening.cancelled() and opening.exception() is None:
        opening.result().close()


def _reason(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else str(error)
