"""What happens to devices in a hall, done to each driver on each of its links: and after it the device works.

A fault is done to a rig of the simulator while the device is supervised and used. It is survived when the
device can be used again without help, and the log says of each loss once that the device is lost and once
that it is back: exactly one loss where it must have been noticed.
"""

import asyncio
import contextlib
import os
import random
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import cycle
from pathlib import Path
from typing import Any

from drivers.contract.device import Device
from drivers.contract.errors import DeviceError, LinkLost
from drivers.contract.events import Event, LevelPressed, Scanned
from drivers.contract.slip import Cut, Line, Slip
from drivers.contract.speaker import Tongue, Utterance
from drivers.contract.staff_card_reader import CardSerial
from drivers.contract.status import SILENT, Card, State
from drivers.contract.window_strips import StripText
from drivers.runtime.supervising import supervise
from sim.halls import person
from sim.peers.ssc import SocialSecurityChip
from sim.peers.staffcard import StaffChip
from sim.rig import PrivatePcscd, PtyBus, PtyPrinter, TcpPrinter
from sim.rig.inputs import InputWorld
from sim.rig.lockers import PtyLocker8A, PtyLockerWkly
from sim.rig.printer import FilePrinter
from sim.rig.samv import PtySamv, TcpSamv
from sim.rig.scanners import PtyScanner
from sim.rig.sound import NullSink
from sim.rig.strips import PtyBxStrip, PtyStrip51, TcpBxStrip
from sim.world.slot import Chip

WITHIN_S = 30.0
NOTICED_WITHIN_S = 12.0
LASTS_S = 0.8  # how long a device is frozen or babbles
USE_WITHIN_S = 5.0
HEARD_WITHIN_S = 1.0
MOST_NOISE = 64  # bytes, some fifty times a second
WHO, CODE, SLIP = person("wang-wei"), "0123456789", Slip(elements=(Line(text="023"), Cut()))
SAID = Utterance(words=("号",), tongue=Tongue.MANDARIN)
BANK = Path(__file__).parents[1] / "display" / "voice" / "clips"

Use = Callable[[Any, Any], Awaitable[None]]


class Fault(StrEnum):
    UNPLUGGED = "unplugged"
    FROZEN = "frozen"
    BABBLING = "babbling"
    RESTARTED = "restarted"
    KILLED_MID_READ = "killed mid-read"


PAIR = ["device-lost", "device-recovered"]
MOST_LOOKALIKES = 3
"""Times a babbling device may be lost: what it babbles may by chance look as if it were back."""
SURE = frozenset({Fault.UNPLUGGED, Fault.RESTARTED, Fault.KILLED_MID_READ})
"""What every device must notice."""


class Broken(RuntimeError):
    """A device did not survive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where rigs are set up. There is one smart card service, and one /dev/input, a process."""

    folder: Path
    pcscd: PrivatePcscd
    inputs: InputWorld


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One driver on one link. `also` are faults beyond unplugged and restarted.

    `notices`: those of them that end the device. `shares`: its rig cannot be set up twice at a time.
    """

    rig: Callable[[Place], AbstractContextManager[Any]]
    use: Use
    options: str = ""
    also: frozenset[Fault] = frozenset({Fault.FROZEN, Fault.BABBLING})
    notices: frozenset[Fault] = frozenset()
    shares: bool = False

    @property
    def faults(self) -> list[Fault]:
        return [fault for fault in Fault if fault in self.also | {Fault.UNPLUGGED, Fault.RESTARTED}]

    def must_notice(self, fault: Fault) -> bool:
        return fault in SURE | self.notices


# Hands that rigs lack.


class PcscHands:
    """A reader with a card on it; its plug is the smart card service."""

    def __init__(self, pcscd: PrivatePcscd, scheme: str, chip: Callable[[], Chip]) -> None:
        self._pcscd, self._chip = pcscd, chip
        self._slot = pcscd.slots[0]
        self.address = f"{scheme}://{pcscd.reader(0).replace(' ', '%20')}"
        self.unplug, self.plug = pcscd.kill, pcscd.start

    def lay(self) -> None:
        if self._slot.chip is None:
            self._slot.lay(self._chip())

    def lay_mute(self) -> None:
        self._slot.lay(MuteOnRequest(self._chip()))

    def lift(self) -> None:
        self._slot.lift()

    def freeze(self, *, is_frozen: bool) -> None:
        """The service hangs, or goes on."""
        assert self._pcscd.pid is not None
        os.kill(self._pcscd.pid, signal.SIGSTOP if is_frozen else signal.SIGCONT)


class MuteOnRequest:
    """A card that is powered and answers no command."""

    def __init__(self, chip: Chip) -> None:
        self.kind, self.atr, self.power = chip.kind, chip.atr, chip.power

    def answer(self, command: bytes) -> bytes | None:
        del command
        return None


class KeyHands:
    """A scanner that types, or a keypad; `strike` is what a person does with it."""

    def __init__(self, device: Any, scheme: str, strike: Callable[[], None]) -> None:
        self._device, self.strike = device, strike
        self.address = f"{scheme}://{device.path}"
        self.plug, self.unplug = device.plug, device.unplug

    def babble(self, noise: random.Random) -> None:
        self._device.drop_events()
        for _ in range(5):
            self._device._send([_any_report(noise)])  # noqa: SLF001 - no hand presses twenty keys at once
        self._device.drop_events()


def _any_report(noise: random.Random) -> Any:
    from sim.peers.hid_keyboard import Report  # noqa: PLC0415

    return Report(noise.randrange(256), tuple(noise.randrange(4, 100) for _ in range(6)))


@contextmanager
def pcsc_reader(place: Place, scheme: str, chip: Callable[[], Chip]) -> Iterator[PcscHands]:
    place.pcscd.start()
    hands = PcscHands(place.pcscd, scheme, chip)
    hands.lay()
    try:
        yield hands
    finally:
        hands.lift()


@contextmanager
def typing_scanner(place: Place) -> Iterator[KeyHands]:
    device = place.inputs.scanner()
    yield KeyHands(device, "scanner+input", lambda: device.scan(CODE))
    device.unplug()


@contextmanager
def keypad(place: Place) -> Iterator[KeyHands]:
    device = place.inputs.keypad()
    yield KeyHands(device, "keypad+input", lambda: device.press("KP4"))
    device.unplug()


@contextmanager
def sound(_: Place) -> Iterator[NullSink]:
    with NullSink() as sink, ExitStack() as stack:
        for name, value in sink.environment.items():
            stack.callback(os.environ.pop, name, None)
            os.environ[name] = value
        yield sink


# Using them.


async def read_card(device: Any, rig: Any) -> None:
    await asyncio.to_thread(rig.lay, WHO)
    await comes(device, lambda: device.status.card is Card.PRESENT)
    assert (await device.read()).name == WHO.name
    await asyncio.to_thread(rig.lift)


async def read_chip(device: Any, rig: Any) -> None:
    await asyncio.to_thread(rig.lay)
    await comes(device, lambda: device.status.card is Card.PRESENT)
    assert (await device.read()).name == WHO.name


async def read_serial(device: Any, rig: Any) -> None:
    await asyncio.to_thread(rig.lay)
    await comes(device, lambda: device.status.card is Card.PRESENT)
    assert await device.read_serial() == CardSerial("04A1B2C3D4E5F6")


async def call_window(device: Any, rig: Any) -> None:
    await device.show(1, ticket="023", waiting=6)
    await asyncio.to_thread(rig.wait_for, lambda: rig.caller(1).display == "006023")
    await device.show(1, ticket="001", waiting=0)


async def show_text(device: Any, rig: Any) -> None:
    for text in ("请023号", "请024号"):
        await device.show(1, StripText(text=text))
        shown = lambda text=text: rig.shown(1) is not None and rig.shown(1).text == text  # noqa: E731
        await asyncio.to_thread(rig.wait_for, shown)


async def open_door(device: Any, rig: Any) -> None:
    door = next(DOORS)
    door = device.capabilities.doors[door]
    rig.door(door.board, door.channel).close()
    await device.open(door)
    assert rig.door(door.board, door.channel).is_open
    rig.door(door.board, door.channel).close()


DOORS = cycle(range(12))


async def print_slip(device: Any, rig: Any) -> None:
    del rig
    await device.print(SLIP)


async def scan_code(device: Any, rig: Any) -> None:
    """One that comes whole: the one before may hold a rest of what went wrong."""
    strike = rig.strike if hasattr(rig, "strike") else lambda: rig.scan(CODE)
    with device.subscribe() as events:
        await asyncio.to_thread(strike)
        async with asyncio.timeout(HEARD_WITHIN_S):
            await hear(events, lambda event: event == Scanned(text=CODE))


async def press_level(device: Any, rig: Any) -> None:
    with device.subscribe() as events:
        await asyncio.to_thread(rig.strike)
        async with asyncio.timeout(HEARD_WITHIN_S):
            await hear(events, lambda event: event == LevelPressed(level=4))


async def say(device: Any, rig: Any) -> None:
    del rig
    await device.say(SAID)


QUICK = "?answer_within_s=0.4"
UNASKED = frozenset({Fault.FROZEN})
HEARD = frozenset({Fault.FROZEN, Fault.BABBLING})

SUBJECTS: Mapping[str, Subject] = {
    "samv+serial": Subject(
        rig=lambda place: PtySamv(link=place.folder / "ttySAMV"), use=read_card, options=QUICK, notices=HEARD
    ),
    "samv+tcp": Subject(rig=lambda _: TcpSamv(), use=read_card, options=QUICK, notices=HEARD),
    "ff68+serial": Subject(
        rig=lambda place: PtyBus(windows=[1], link=place.folder / "ttyBUS"), use=call_window
    ),
    "bx+serial": Subject(rig=lambda place: PtyBxStrip(link=place.folder / "ttyBX"), use=show_text),
    "bx+tcp": Subject(rig=lambda _: TcpBxStrip(), use=show_text, options=f"{QUICK}&answers=yes"),
    "strip51+serial": Subject(rig=lambda place: PtyStrip51(link=place.folder / "tty51"), use=show_text),
    "lock8a+serial": Subject(
        rig=lambda place: PtyLocker8A(link=place.folder / "tty8A", pulse_s=0.15),
        use=open_door,
        options=QUICK,
        notices=HEARD,
    ),
    "wkly+serial": Subject(
        rig=lambda place: PtyLockerWkly(link=place.folder / "ttyWKLY", pulse_s=0.15),
        use=open_door,
        options=QUICK,
        notices=HEARD,
    ),
    "scanner+serial": Subject(rig=lambda place: PtyScanner(link=place.folder / "ttyACM0"), use=scan_code),
    "scanner+input": Subject(rig=typing_scanner, use=scan_code, also=frozenset({Fault.BABBLING})),
    "keypad+input": Subject(rig=keypad, use=press_level, also=frozenset({Fault.BABBLING})),
    "escpos+tcp": Subject(
        rig=lambda place: TcpPrinter(tickets=place.folder), use=print_slip, options=QUICK, notices=HEARD
    ),
    "escpos+serial": Subject(
        rig=lambda place: PtyPrinter(tickets=place.folder, link=place.folder / "ttyPRN"),
        use=print_slip,
        options=QUICK,
        notices=HEARD,
    ),
    "escpos+file": Subject(
        rig=lambda place: FilePrinter(tickets=place.folder, link=place.folder / "lp0"),
        use=print_slip,
        options=QUICK,
        notices=HEARD,
    ),
    "ssc+pcsc": Subject(
        rig=lambda place: pcsc_reader(place, "ssc+pcsc", lambda: SocialSecurityChip(WHO)),
        use=read_chip,
        options="?read_within_s=2",
        also=frozenset({Fault.FROZEN, Fault.KILLED_MID_READ}),
        shares=True,
    ),
    "uid+pcsc": Subject(
        rig=lambda place: pcsc_reader(place, "uid+pcsc", lambda: StaffChip(bytes.fromhex("04A1B2C3D4E5F6"))),
        use=read_serial,
        options="?read_within_s=2",
        also=frozenset({Fault.FROZEN, Fault.KILLED_MID_READ}),
        shares=True,
    ),
    "clips+sound": Subject(
        rig=sound, use=say, options=f"?bank={BANK}", also=frozenset({Fault.FROZEN}), shares=True
    ),
}


# Doing it to them.


class Case:
    """A supervised device and its rig, to which faults are done; `logs` is what the program has logged."""

    def __init__(self, name: str, rig: Any, device: Device, logs: list[Any]) -> None:
        self.name = name
        self._subject, self._rig, self._device, self._logs = SUBJECTS[name], rig, device, logs
        self._noise = random.Random(name)

    async def survive(self, fault: Fault) -> None:
        """Raises Broken."""
        before = len(self._lines())
        try:
            async with asyncio.timeout(WITHIN_S + NOTICED_WITHIN_S):
                await self._do(fault)
                await self.works()
        except (TimeoutError, DeviceError, AssertionError) as error:
            raise Broken(f"{self.name}, {fault}: {error!r}; trouble {self._device.trouble!r}") from error
        lines = self._lines()[before:]
        times = len(lines) // len(PAIR)
        least, most = self._subject.must_notice(fault), 1 if fault is not Fault.BABBLING else MOST_LOOKALIKES
        if lines != PAIR * times or not least <= times <= most:
            raise Broken(f"{self.name}, {fault}: the log says {lines}")

    async def works(self) -> None:
        """Used until it works; what was on the line when it came back may cost one try."""
        while True:
            await comes(self._device, lambda: _is_usable(self._device))
            with contextlib.suppress(DeviceError, TimeoutError, AssertionError):
                async with asyncio.timeout(USE_WITHIN_S):
                    await self._subject.use(self._device, self._rig)
                return

    async def _do(self, fault: Fault) -> None:
        with self._device.subscribe() as events:
            match fault:
                case Fault.UNPLUGGED:
                    await asyncio.to_thread(self._rig.unplug)
                    await self._noticed(events)
                    await asyncio.to_thread(self._rig.plug)
                case Fault.RESTARTED:
                    await asyncio.to_thread(self._rig.unplug)
                    await asyncio.to_thread(self._rig.plug)
                    await self._use_meanwhile(events, fault)
                case Fault.FROZEN:
                    await self._freeze(is_frozen=True)
                    await self._use_meanwhile(events, fault)
                    await self._freeze(is_frozen=False)
                case Fault.BABBLING:
                    async with self._babbling():
                        await self._use_meanwhile(events, fault)
                case Fault.KILLED_MID_READ:
                    await self._kill_mid_read(events)

    async def _freeze(self, *, is_frozen: bool) -> None:
        if hasattr(self._rig, "freeze"):
            await asyncio.to_thread(self._rig.freeze, is_frozen=is_frozen)
        else:
            self._rig.faults.silent = is_frozen

    @asynccontextmanager
    async def _babbling(self) -> AsyncIterator[None]:
        """Any bytes at any time, and no answer that is right; or keys, of which some are lost."""
        if hasattr(self._rig, "babble"):
            task = asyncio.create_task(asyncio.to_thread(self._rig.babble, self._noise))
            try:
                yield
            finally:
                await task
            return
        said_unasked = self._rig.due
        self._rig.faults.garble_every = 1
        self._rig.due = lambda now_s: (
            said_unasked(now_s) + self._noise.randbytes(self._noise.randrange(MOST_NOISE))
        )
        try:
            yield
        finally:
            self._rig.due = said_unasked
            self._rig.faults.garble_every = None

    async def _use_meanwhile(self, events: Any, fault: Fault) -> None:
        """Tried, as an application would; and for so long that it is noticed, where it must be."""
        using = asyncio.create_task(self._try())
        if fault is not Fault.RESTARTED:
            await asyncio.sleep(LASTS_S)
        if self._subject.must_notice(fault):
            await self._noticed(events)
        using.cancel()
        await asyncio.gather(using, return_exceptions=True)

    async def _try(self) -> None:
        with contextlib.suppress(DeviceError, AssertionError, TimeoutError):
            await self._subject.use(self._device, self._rig)

    async def _kill_mid_read(self, events: Any) -> None:
        await asyncio.to_thread(self._rig.lay_mute)
        await comes(self._device, lambda: self._device.status.card is Card.PRESENT)
        reading = asyncio.create_task(self._try())
        await comes(self._device, lambda: self._device.status.state is State.BUSY)
        await asyncio.to_thread(self._rig.unplug)
        await self._noticed(events)
        await reading
        await asyncio.to_thread(self._rig.lift)
        await asyncio.to_thread(self._rig.plug)

    async def _noticed(self, events: Any) -> None:
        async with asyncio.timeout(NOTICED_WITHIN_S):
            await hear(events, lambda event: getattr(getattr(event, "after", None), "state", None) in SILENT)

    def _lines(self) -> list[str]:
        mine = [line for line in self._logs if line.get("device") == self._device.address]
        if any(line["event"] == "driver-failed" for line in mine):
            raise Broken(f"{self.name}: the driver has failed")
        return [line["event"] for line in mine if line["event"] in {"device-lost", "device-recovered"}]


@asynccontextmanager
async def case(name: str, place: Place, logs: list[Any]) -> AsyncIterator[Case]:
    """The device of that name on a rig of its own, in use."""
    subject = SUBJECTS[name]
    with subject.rig(place) as rig:
        async with supervise(f"{rig.address}{subject.options}") as device:
            there = Case(name, rig, device, logs)
            async with asyncio.timeout(WITHIN_S):
                await there.works()
            yield there


async def comes(device: Device, claim: Callable[[], bool]) -> None:
    with device.subscribe() as events:
        while not claim():
            await anext(events)


async def hear(events: Any, wanted: Callable[[Event], bool]) -> None:
    async for event in events:
        if wanted(event):
            return
    raise LinkLost("the device was closed")


def _is_usable(device: Device) -> bool:
    return device.trouble is None and device.status.state not in SILENT
