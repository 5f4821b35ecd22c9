"""What every device does, whatever its kind and its link: tests that the suite of each kind inherits.

A kind's suite is an abstract class of its own, and a driver on a link one concrete class of that::

    from tests.contract.device_suite import AnsweringSuite, FaultyLinkSuite

    class LockerSuite(AnsweringSuite, FaultyLinkSuite):
        patient = {"answer_within_s": 30}     # options under which a call waits longer than a test does

        async def use(self, device, far_end):  # one thing the kind is there for, from beginning to end
            await device.open(Door(0, 1))

        async def test_a_door_that_...         # what only this kind does

    class TestLocker8A(LockerSuite):
        @pytest.fixture
        def far_end(self, tmp_path):
            with PtyLocker8A(link=tmp_path / "ttyLOCKER") as far_end:
                yield far_end

`far_end` is the device and the person who stands before it: a rig of the simulator, or on `--bench` a real
device and `AskingHands`. This module needs of it `address`, `plug()`, `unplug()`; `AnsweringSuite` and
`FaultyLinkSuite` also `faults`. Which suites to inherit:

- `DeviceSuite`: all devices.
- `AnsweringSuite`: devices that answer commands, so that a call can wait for them.
- `FaultyLinkSuite`: devices on a line or a connection whose bytes can be cut, split and spoilt.

A scanner or a keypad has no command: its `use` is a hand that presses a key and a listener who hears of it.
"""

import asyncio
import contextlib
import threading
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar, Protocol

import pytest
from structlog.testing import capture_logs

from drivers.contract.device import Device
from drivers.contract.errors import Absent, CannotOpen, DeviceError
from drivers.contract.events import Event, Subscription
from drivers.contract.status import SILENT, State, StatusChanged
from drivers.runtime.addresses import resolve
from drivers.runtime.keeping import FIRST_PAUSE_S
from drivers.runtime.opening import open_device
from drivers.runtime.supervising import supervise

DRIVER = "driver"
"""The property under which each test of a suite names the driver it tried."""

WITHIN_S = 20.0
LOOK_EVERY_S = 0.02
HANDS = "asyncio_"  # the threads of `asyncio.to_thread`, which tests use and drivers do not
STILL_WAITING_S = 0.2  # a call that has not come back by then is waiting


class FarEnd(Protocol):
    """The device and the hands at it."""

    @property
    def address(self) -> str: ...

    def plug(self) -> None: ...

    def unplug(self) -> None: ...


class DeviceSuite(ABC):
    """Every device. A kind's suite adds `use`, a concrete class the fixture `far_end`."""

    options: ClassVar[Mapping[str, object]] = {}
    """Options that each address of this suite gets."""
    away: ClassVar[tuple[type[DeviceError], ...]] = (Absent,)
    """How it is told that an unplugged device cannot be opened."""

    first_pause_s: ClassVar[float] = FIRST_PAUSE_S
    """How soon a lost device is tried again; halls have more time than tests."""

    @pytest.fixture(autouse=True)
    def tried_again(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("drivers.runtime.keeping.FIRST_PAUSE_S", self.first_pause_s)

    @abstractmethod
    async def use(self, device: Any, far_end: Any) -> None:
        """One thing this kind is there for; three at once are served one after the other."""

    async def make_ready(self, device: Any, far_end: Any) -> None:  # noqa: B027 - most need nothing
        """What is done before an online device can be used, such as laying a card and waiting for it.

        Done again when it comes back, so what lies there already is left alone.
        """

    async def works_again(self, device: Device, far_end: Any) -> None:
        """A dirty link is opened anew, which takes a moment: used until it works."""
        async with asyncio.timeout(WITHIN_S):
            while True:
                await is_usable(device)
                with contextlib.suppress(DeviceError):
                    await self.make_ready(device, far_end)
                    await self.use(device, far_end)
                    return

    def address(self, far_end: FarEnd, **options: object) -> str:
        settings = {**self.options, **options}
        words = "&".join(f"{name}={value}" for name, value in settings.items())
        return (
            f"{far_end.address}{'&' if '?' in far_end.address else '?'}{words}" if words else far_end.address
        )

    @pytest.fixture(autouse=True)
    def driver_is_named(self, request: pytest.FixtureRequest, far_end: FarEnd) -> None:
        """For the summary of which drivers were tried on which links."""
        request.node.user_properties.append((DRIVER, far_end.address.partition("://")[0]))

    @pytest.fixture
    async def device(self, far_end: FarEnd) -> AsyncIterator[Device]:
        async with await open_device(self.address(far_end)) as device:
            await self.make_ready(device, far_end)
            yield device

    @pytest.fixture
    async def supervised(self, far_end: FarEnd) -> AsyncIterator[Device]:
        async with supervise(self.address(far_end)) as device:
            await is_usable(device)
            await self.make_ready(device, far_end)
            yield device

    async def test_a_device_that_is_away_names_the_cause_and_leaves_nothing_behind(
        self, far_end: FarEnd
    ) -> None:
        await asyncio.to_thread(far_end.unplug)
        before = Traces()
        with pytest.raises(self.away) as refused:
            async with asyncio.timeout(WITHIN_S):
                await open_device(self.address(far_end))
        assert refused.value.detail
        assert refused.value.remedy
        await before.are_all()

    async def test_a_device_that_was_used_and_closed_leaves_nothing_behind(self, far_end: FarEnd) -> None:
        """The first time libraries and the far end may set themselves up for good."""
        await self.open_use_and_close(far_end)
        before = Traces()
        await self.open_use_and_close(far_end)
        await before.are_all()
        closing = asyncio.create_task((await open_device(self.address(far_end))).close())
        await asyncio.sleep(0)
        closing.cancel()
        await asyncio.gather(closing, return_exceptions=True)
        await before.are_all()

    async def open_use_and_close(self, far_end: FarEnd) -> None:
        async with await open_device(self.address(far_end)) as device:
            await self.make_ready(device, far_end)
            await self.use(device, far_end)

    async def test_a_device_in_order_is_online_until_it_is_closed_which_wakes_whoever_listens(
        self, device: Device
    ) -> None:
        """It may be closed twice."""
        assert device.kind is resolve(device.address)[0].kind
        assert device.trouble is None
        assert (await device.check()).state is device.status.state is State.ONLINE
        with device.subscribe() as events:
            listening = asyncio.create_task(all_of(events))
            await asyncio.sleep(0)
            await device.close()
            await device.close()
            async with asyncio.timeout(WITHIN_S):
                await listening
        with pytest.raises(DeviceError, match="closed"):
            await device.check()

    async def test_callers_are_served_one_after_the_other(self, device: Device, far_end: FarEnd) -> None:
        async with asyncio.timeout(WITHIN_S * 2):
            await asyncio.gather(*(self.use(device, far_end) for _ in range(3)))
        assert device.trouble is None

    async def test_a_device_that_is_unplugged_is_lost_once_and_comes_back_once_whoever_sleeps(
        self, far_end: FarEnd
    ) -> None:
        """A listener who takes nothing of what it is told holds up nobody."""
        with capture_logs() as logs:
            async with supervise(self.address(far_end)) as device:
                await is_usable(device)
                await self.make_ready(device, far_end)
                with device.subscribe(), device.subscribe() as events:
                    states = asyncio.create_task(all_states(events))
                    await asyncio.sleep(0)
                    await asyncio.to_thread(far_end.unplug)
                    await is_silent(device)
                    assert device.trouble is not None
                    with pytest.raises(DeviceError):
                        await device.check()
                    await asyncio.to_thread(far_end.plug)
                    await is_usable(device)
                    await self.make_ready(device, far_end)
                    await self.use(device, far_end)
            seen = await states
        assert seen.count(State.POWER_OFF) == 1
        assert [line["event"] for line in logs] == ["device-lost", "device-recovered"]
        assert logs[0]["code"]
        assert logs[0]["remedy"]

    async def test_a_device_that_is_away_at_first_can_be_waited_for(self, far_end: FarEnd) -> None:
        await asyncio.to_thread(far_end.unplug)
        with capture_logs() as logs:
            async with supervise(self.address(far_end)) as device:
                await happens(device, lambda: device.trouble is not None)
                assert isinstance(device.trouble, CannotOpen)
                await asyncio.to_thread(far_end.plug)
                await is_usable(device)
                await self.make_ready(device, far_end)
                await self.use(device, far_end)
        assert [line["event"] for line in logs] == ["device-lost", "device-recovered"]


class AnsweringSuite(DeviceSuite):
    """Devices that answer, so that a call waits for as long as the far end is mute."""

    patient: ClassVar[Mapping[str, object]] = {}
    """Options under which a call waits for longer than WITHIN_S."""

    def mute(self, far_end: Any) -> None:
        far_end.faults.silent = True

    def unmute(self, far_end: Any) -> None:
        far_end.faults.silent = False

    @pytest.fixture
    async def patient_device(self, far_end: FarEnd) -> AsyncIterator[Device]:
        async with await open_device(self.address(far_end, **self.patient)) as device:
            await self.make_ready(device, far_end)
            yield device

    async def waiting_call(self, device: Device, far_end: Any) -> "asyncio.Task[None]":
        self.mute(far_end)
        call = asyncio.create_task(self.use(device, far_end))
        done, _ = await asyncio.wait({call}, timeout=STILL_WAITING_S)
        assert not done
        return call

    async def test_the_status_answers_while_a_call_waits_and_closing_wakes_it(
        self, patient_device: Device, far_end: Any
    ) -> None:
        call = await self.waiting_call(patient_device, far_end)
        assert patient_device.status.state not in SILENT
        assert patient_device.trouble is None
        await patient_device.close()
        with pytest.raises(DeviceError):
            async with asyncio.timeout(WITHIN_S):
                await call

    async def test_after_a_call_that_was_given_up_the_device_works_again(
        self, supervised: Device, far_end: Any
    ) -> None:
        call = await self.waiting_call(supervised, far_end)
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)
        self.unmute(far_end)
        await self.works_again(supervised, far_end)

    async def test_a_device_that_falls_silent_is_given_up_in_time_and_works_again_when_it_speaks(
        self, supervised: Device, far_end: Any
    ) -> None:
        self.mute(far_end)
        with pytest.raises(DeviceError):
            async with asyncio.timeout(WITHIN_S):
                await self.use(supervised, far_end)
        self.unmute(far_end)
        await self.works_again(supervised, far_end)


class FaultyLinkSuite(DeviceSuite):
    """Devices whose bytes can be cut, split and spoilt on their way."""

    cut_after_bytes: ClassVar[int] = 3
    """Bytes from us after which the link is cut: in the middle of a command."""

    def cut(self, far_end: Any) -> None:
        far_end.faults.cut_after_bytes = self.cut_after_bytes

    async def test_a_link_that_is_cut_in_the_middle_of_a_command_is_lost_once_and_comes_back(
        self, far_end: Any
    ) -> None:
        with capture_logs() as logs:
            async with supervise(self.address(far_end)) as device:
                await is_usable(device)
                await self.make_ready(device, far_end)
                with device.subscribe() as events:
                    states = asyncio.create_task(all_states(events))
                    await asyncio.sleep(0)
                    self.cut(far_end)
                    with contextlib.suppress(DeviceError):
                        await self.use(device, far_end)
                    await is_silent(device)
                    await asyncio.to_thread(far_end.plug)
                    await is_usable(device)
                    await self.make_ready(device, far_end)
                    await self.use(device, far_end)
            seen = await states
        assert seen.count(State.POWER_OFF) == 1
        assert [line["event"] for line in logs] == ["device-lost", "device-recovered"]

    async def test_answers_in_single_bytes_are_put_together(self, device: Device, far_end: Any) -> None:
        far_end.faults.split_bytes = 1
        await self.use(device, far_end)

    async def test_spoilt_bytes_are_told_as_such_or_passed_over_and_the_device_works_again(
        self, supervised: Device, far_end: Any
    ) -> None:
        """Whatever is raised besides DeviceError fails the test by itself."""
        far_end.faults.garble_every = 1
        with capture_logs() as logs, contextlib.suppress(DeviceError):
            async with asyncio.timeout(WITHIN_S):
                await self.use(supervised, far_end)
        far_end.faults.garble_every = None
        await self.works_again(supervised, far_end)
        assert "driver-failed" not in [line["event"] for line in logs]


class Traces:
    """Threads, tasks and open files of this process at the moment it is made."""

    def __init__(self) -> None:
        self._threads = {thread.ident for thread in threading.enumerate()}
        self._tasks = asyncio.all_tasks()
        self._files = open_files()

    async def are_all(self) -> None:
        """Waits until nothing is there that was not there then. Threads end a moment after their device."""
        deadline = asyncio.get_running_loop().time() + WITHIN_S
        while (left := self._left()) and asyncio.get_running_loop().time() < deadline:  # noqa: ASYNC110 - silent ends
            await asyncio.sleep(LOOK_EVERY_S)
        assert not left

    def _left(self) -> list[str]:
        tasks = [task.get_name() for task in asyncio.all_tasks() - self._tasks]
        return [*self.threads(), *tasks, *(open_files() - self._files)]

    def threads(self) -> list[str]:
        """The names of those that came since, but for hands."""
        new = [thread.name for thread in threading.enumerate() if thread.ident not in self._threads]
        return [name for name in new if not name.startswith(HANDS)]


def open_files() -> set[str]:
    found = set()
    idle = idle_sockets()
    for file in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):  # the folder's own, closed by now
            found.add(f"{file.name} {file.readlink()}")
    return {file for file in found if file.partition("socket:")[2] not in idle}


def idle_sockets() -> set[str]:
    """Unix sockets that never led anywhere; umockdev's preload leaves one behind for each tty and netlink."""
    lines = (line.split() for line in Path("/proc/net/unix").read_text(encoding="utf-8").splitlines()[1:])
    return {f"[{line[6]}]" for line in lines if line[3] == "00000000" and line[5] == "01"}


async def heard(events: Subscription, wanted: Callable[[Event], bool]) -> Event:
    """The first event that is wanted; those before it are passed over."""
    async with asyncio.timeout(WITHIN_S):
        async for event in events:
            if wanted(event):
                return event
    raise AssertionError("the device was closed before it told of this")


async def happens(device: Device, claim: Callable[[], bool]) -> None:
    """Waits until a claim about the device holds, looking whenever it says something."""
    async with asyncio.timeout(WITHIN_S):
        with device.subscribe() as events:
            while not claim():
                await anext(events)


async def until(claim: Callable[[], bool]) -> None:
    """Waits until a claim holds about what tells nothing by itself."""
    async with asyncio.timeout(WITHIN_S):
        while not claim():  # noqa: ASYNC110 - see above
            await asyncio.sleep(LOOK_EVERY_S)


async def is_usable(device: Device) -> None:
    await happens(device, lambda: device.trouble is None and device.status.state not in SILENT)


async def is_silent(device: Device) -> None:
    await happens(device, lambda: device.trouble is not None and device.status.state in SILENT)


async def all_of(events: Subscription) -> list[Event]:
    """Everything until the device is closed."""
    return [event async for event in events]


async def all_states(events: Subscription) -> list[State]:
    """The states the device came to, one after the other, until it is closed."""
    changes = [event for event in await all_of(events) if isinstance(event, StatusChanged)]
    return [change.after.state for change in changes if change.before.state is not change.after.state]
