"""`ff68+serial`: callers and evaluators of many windows on one RS-485 line."""

import asyncio
from typing import final

from drivers.contract.address import Address
from drivers.contract.errors import DeviceError, LinkLost, TimedOut
from drivers.contract.events import KeyPressed, Rated
from drivers.contract.status import State, Status
from drivers.contract.window_bus import WindowBus, WindowBusCapabilities
from drivers.protocol.ff68 import (
    SHOWN_DIGITS,
    Decoder,
    Frame,
    beep,
    confirm,
    show_ticket_first,
    show_waiting_first,
    start_rating,
)
from drivers.transport.link import Link
from drivers.transport.opening import open_link

WRITE_WITHIN_S = 2.0
SILENCE_S = 0.1  # longer than the longest frame at 9600 baud (22 ms) and an adapter's latency (16 ms)
QUIET_AFTER_ACKNOWLEDGE_S = 0.08  # what HallQueFront leaves a box before it says more
REPEAT_WITHIN_S = 0.25  # a box that missed its acknowledge repeats itself faster than a finger
ECHO_WITHIN_S = 0.05  # of leaving the wire; two-wire adapters may hand us back what we say
BITS_A_BYTE = 10  # 8N1
EVALUATOR_OFFSET = 0x80
DISPLAYS = {"waiting-first": show_waiting_first, "ticket-first": show_ticket_first}


def capabilities(address: Address) -> WindowBusCapabilities:
    return WindowBusCapabilities(
        ticket_digits=SHOWN_DIGITS,
        waiting_digits=3,
        rating_keys=4,
        asks=address.word("asks") == "yes",
        confirms=address.word("confirms") == "yes",
    )


async def open_device(address: Address) -> WindowBus:
    bus = Ff68Bus(address, await open_link(address))
    bus.start()
    return bus


@final
class Ff68Bus(WindowBus):
    """Owns the line; acknowledges each key and rating at once, before anybody hears of it."""

    def __init__(self, address: Address, link: Link) -> None:
        super().__init__(address.text, Status())
        self._link = link
        self._decoder = Decoder()
        self._display = DISPLAYS[address.word("display")]
        self._evaluator_offset = EVALUATOR_OFFSET if address.word("evaluators") == "plus-80h" else 0
        self._acknowledges_short = address.word("rating_ack") == "short"
        self._capabilities = capabilities(address)
        self._lock = asyncio.Lock()
        self._baud = address.whole("baud")
        self._quiet_until = self._line_free_at = 0.0
        self._echo_until: dict[Frame, float] = {}
        self._last_heard: dict[int, tuple[Frame, float]] = {}
        self._reading: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._become(Status(state=State.ONLINE))
        self._reading = asyncio.create_task(self._read(), name=f"reading {self.address}")

    @property
    def capabilities(self) -> WindowBusCapabilities:
        return self._capabilities

    async def show(self, address: int, *, ticket: str | None, waiting: int | None) -> None:
        await self._send(self._display(address, ticket, waiting))

    async def ask(self, address: int) -> None:
        if self._capabilities.asks:
            await self._send(start_rating(address | self._evaluator_offset))

    async def confirm(self, address: int, *, done: bool) -> None:
        if self._capabilities.confirms:
            await self._send(confirm(address, done=done))

    async def beep(self, address: int) -> None:
        await self._send(beep(address))

    async def _send(self, frame: Frame) -> None:
        """A command of ours, one after the other."""
        async with self._lock:
            self._require_link()
            await asyncio.sleep(self._quiet_until - asyncio.get_running_loop().time())
            await self._write(frame, frame.encode())

    async def _acknowledge(self, frame: Frame, said: bytes) -> None:
        """At once, past the commands that wait."""
        await self._write(frame, said)
        self._quiet_until = asyncio.get_running_loop().time() + QUIET_AFTER_ACKNOWLEDGE_S

    async def _write(self, frame: Frame, said: bytes) -> None:
        now = asyncio.get_running_loop().time()
        self._line_free_at = max(now, self._line_free_at) + len(said) * BITS_A_BYTE / self._baud
        if frame.is_key or frame.is_rating:
            self._echo_until[frame] = self._line_free_at + ECHO_WITHIN_S
        try:
            await self._link.write(said, within_s=WRITE_WITHIN_S)
        except (LinkLost, TimedOut) as error:
            self._lose(error)
            raise

    async def _read(self) -> None:
        try:
            while True:
                for frame in await self._frames():
                    await self._take(frame)
        except DeviceError as error:
            self._lose(error)

    async def _frames(self) -> list[Frame]:
        try:
            return self._decoder.feed(
                await self._link.inbox.take(SILENCE_S if self._decoder.is_waiting else None)
            )
        except TimedOut:
            return self._decoder.settle()

    async def _take(self, frame: Frame) -> None:
        """Acknowledges and announces a key or a rating; anything else on the line is not for us."""
        if self._is_echo(frame):
            return
        if frame.is_rating:
            await self._acknowledge_rating(frame)
        elif frame.is_key:
            await self._acknowledge(frame, frame.encode())  # both known hosts echo key frames unchanged
        else:
            return
        if self._is_repeat(frame):
            return
        caller = frame.address & ~EVALUATOR_OFFSET
        if frame.is_rating:
            self._announce(Rated(address=caller, value=frame.data[0]))
        else:
            self._announce(KeyPressed(address=caller, digits=tuple(frame.data[:-1]), key=frame.data[-1]))

    async def _acknowledge_rating(self, rating: Frame) -> None:
        if self._acknowledges_short:
            frame = Frame(address=rating.address, function=0x01)
            await self._acknowledge(frame, frame.encode_short())
        else:
            frame = Frame(address=rating.address, function=0x01, data=rating.data)
            await self._acknowledge(frame, frame.encode())

    def _is_echo(self, frame: Frame) -> bool:
        """Our own words, once. Taken for a key they would be acknowledged, echoed, acknowledged, for ever."""
        return self._echo_until.pop(frame, 0.0) > asyncio.get_running_loop().time()

    def _is_repeat(self, frame: Frame) -> bool:
        """The same frame again, with nothing else from that box between."""
        now = asyncio.get_running_loop().time()
        last, heard_at = self._last_heard.get(frame.address, (None, 0.0))
        self._last_heard[frame.address] = frame, now
        return last == frame and now - heard_at < REPEAT_WITHIN_S

    async def _check(self) -> Status:
        """The boxes cannot be asked; a line that still reads is all there is to know."""
        return self.status

    async def _close(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        await self._link.close()
