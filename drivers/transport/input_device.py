"""Keyboards and what pretends to be one, through Linux's evdev, on one daemon thread a device.

A grabbed device reaches neither the console nor the desktop: a scanned code never lands in the focused
window. The kernel keeps some 60 events for a reader, ten letters of a scanner; a thread of its own takes
them in time, whatever the event loop is at.
"""

import asyncio
import contextlib
import os
import select
from collections.abc import Callable
from struct import Struct
from threading import Lock, Thread

from evdev import InputDevice, InputEvent, ecodes

from drivers.contract.errors import CannotOpen, DeviceError, LinkLost, TimedOut
from drivers.protocol.keymap import GAP, Gap, KeyMove
from drivers.transport.node_errors import OPEN_ERRORS
from drivers.transport.recording import Recorder

OPEN_WITHIN_S = 5.0  # a sleeping USB device is woken first
CLOSE_WITHIN_S = 1.0
RAW = Struct("llHHi")  # struct input_event
UP, DOWN = 0, 1  # 2 is the kernel's repeat of a key that is held


class InputNode:
    """One open device, owned by one event loop and ours alone; its moves wait for `take`."""

    def __init__(self, path: str, needs: frozenset[int]) -> None:
        self._path, self._needs = path, needs
        self._moves: list[KeyMove | Gap] = []
        self._came = asyncio.Event()
        self._error: DeviceError | None = None
        self._is_skipping = False
        self._recorder: Recorder | None = None
        self._loop = asyncio.get_running_loop()
        self._opened: asyncio.Future[None] = self._loop.create_future()
        self._ended = asyncio.Event()
        self._stop = _Stop()

    @classmethod
    async def open(
        cls, path: str, *, needs: frozenset[int], recorder: Callable[[], Recorder | None] = lambda: None
    ) -> "InputNode":
        """Opens and grabs a device that has all these keys; then makes the recorder of what it says.

        Raises Absent, NoPermission, Taken, CannotOpen or TimedOut.
        """
        node = cls(path, needs)
        Thread(target=node._run, name=f"input {path}", daemon=True).start()
        with contextlib.ExitStack() as given_up:
            # The thread closes what it opens too late, or has opened this moment.
            given_up.callback(node._stop.set)
            try:
                async with asyncio.timeout(OPEN_WITHIN_S):
                    await node._opened
            except TimeoutError as error:
                raise TimedOut(f"{path} does not open") from error
            given_up.pop_all()
        try:
            node._recorder = recorder()
        except CannotOpen:
            await node.close()
            raise
        return node

    async def take(self, within_s: float | None = None) -> list[KeyMove | Gap]:
        """All moves that are there, at least one. Raises TimedOut, or why the link ended."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within_s):
                while not self._moves:
                    if self._error is not None:
                        raise type(self._error)(self._error.detail)
                    self._came.clear()
                    await self._came.wait()
        if not self._moves:  # what came while the event loop was held up has come in time
            raise TimedOut(f"no key within {within_s:g} s")
        taken, self._moves = self._moves, []
        return taken

    async def close(self) -> None:
        """Returns when it can be opened again."""
        self._stop.set()
        if self._recorder is not None:
            self._recorder.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_WITHIN_S):
                await self._ended.wait()

    # The thread: opens, then reads until told to stop or the device is gone.

    def _run(self) -> None:
        try:
            device = _open(self._path, self._needs)
        except DeviceError as error:
            self._stop.leave()
            self._tell(_reject, self._opened, error)
            return
        self._tell(_resolve, self._opened)
        why = "closed"
        try:
            self._read(device)
        except OSError as error:
            why = _reason(error)
        finally:
            with contextlib.suppress(OSError):
                device.close()
            self._stop.leave()
            self._tell(self._end, LinkLost(f"{self._path}: {why}"))

    def _read(self, device: "InputDevice[str]") -> None:
        """The kernel hands over whole events, some 60 at a time."""
        poll = select.poll()
        poll.register(device.fd, select.POLLIN)
        poll.register(self._stop.number, select.POLLIN)
        while not self._stop.is_set:
            poll.poll()
            with contextlib.suppress(BlockingIOError):
                events = list(device.read())
                if not events:
                    return
                self._tell(self._put, events)

    def _tell(self, function: object, *arguments: object) -> None:
        """Calls on the event loop, unless that has ended."""
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(function, *arguments)  # type: ignore[arg-type]

    # On the loop again.

    def _put(self, events: list[InputEvent]) -> None:
        if self._recorder is not None:
            self._recorder.take("heard", b"".join(map(_raw, events)))
        for event in events:
            self._sort(event)
        self._came.set()

    def _sort(self, event: InputEvent) -> None:
        """After SYN_DROPPED all is nonsense until the next SYN_REPORT (the kernel's event-codes document)."""
        if event.type == ecodes.EV_SYN and event.code == ecodes.SYN_DROPPED:
            self._is_skipping = True
            self._moves.append(GAP)
        elif event.type == ecodes.EV_SYN and event.code == ecodes.SYN_REPORT:
            self._is_skipping = False
        elif event.type == ecodes.EV_KEY and event.value in {UP, DOWN} and not self._is_skipping:
            self._moves.append(KeyMove(event.code, event.value == DOWN))

    def _end(self, error: DeviceError) -> None:
        self._error = error
        self._came.set()
        self._ended.set()


class _Stop:
    """Tells a thread that waits for events to stop waiting. May be set by anybody until the thread leaves."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.number = os.eventfd(0, os.EFD_NONBLOCK)
        self.is_set = False
        self._is_left = False

    def set(self) -> None:
        with self._lock:
            self.is_set = True
            if not self._is_left:
                os.eventfd_write(self.number, 1)

    def leave(self) -> None:
        with self._lock:
            if not self._is_left:
                self._is_left = True
                os.close(self.number)


def _resolve(future: "asyncio.Future[None]") -> None:
    if not future.done():
        future.set_result(None)


def _reject(future: "asyncio.Future[None]", error: DeviceError) -> None:
    if not future.done():
        future.set_exception(error)


def _raw(event: InputEvent) -> bytes:
    """As the kernel handed it over."""
    return RAW.pack(event.sec, event.usec, event.type, event.code, event.value)


def _open(path: str, needs: frozenset[int]) -> "InputDevice[str]":
    """Nothing is left open when it fails."""
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


def _reason(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else str(error)
