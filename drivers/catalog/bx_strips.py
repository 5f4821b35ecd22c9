"""`bx+serial` and `bx+tcp`: LED strips with a BX-4K or BX-5 card, one dynamic area a strip."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import final

from drivers.contract.address import Address
from drivers.contract.errors import DeviceError, Garbled, LinkLost, StripRefused, TimedOut
from drivers.contract.status import State, Status
from drivers.contract.window_strips import (
    Colour,
    Motion,
    StripText,
    WindowStrips,
    WindowStripsCapabilities,
)
from drivers.protocol import bx
from drivers.transport.link import Link
from drivers.transport.opening import open_link

TCP_PORT = 5005
WRITE_WITHIN_S = 2.0
STRIPS = range(1, 0xFFFE + 1)
MOST_TEXT_BYTES = 900  # a card takes 1024 bytes at once, and the frame around a text has its part of them
COLOURS = {Colour.RED: 1, Colour.GREEN: 2, Colour.YELLOW: 3}
MANNERS = {
    Motion.STILL: (bx.Display.STILL, bx.RunMode.STAY_ON_LAST),
    Motion.LEFTWARDS: (bx.Display.LEFTWARDS, bx.RunMode.ROUND),
}


def capabilities(address: Address) -> WindowStripsCapabilities:
    return WindowStripsCapabilities(
        columns=address.whole("columns") or _columns(address),
        colours=frozenset(Colour) if address.word("colours") == "three" else frozenset({Colour.RED}),
        answers=address.word("answers") == "yes",
    )


def _columns(address: Address) -> int:
    """Of letters as high as the strip, half as wide as high: smaller ones leave room, none is cut off."""
    return max(1, 2 * address.whole("width_px") // address.whole("height_px"))


async def open_device(address: Address) -> WindowStrips:
    strips = BxStrips(address, await open_link(address, port=TCP_PORT))
    strips.start()
    return strips


@final
class BxStrips(WindowStrips):
    """Owns the line. With `answers=yes` one packet is on its way at a time, until its answer or its time.

    On a serial line with many strips a silent one is not the end of the line: its caller gets TimedOut, and
    as long again nothing is sent to it, so that a late answer is not taken for the next. A connection has
    one card, so that silence is its end.
    """

    def __init__(self, address: Address, link: Link) -> None:
        super().__init__(address.text, Status())
        self._options, self._link = address, link
        self._capabilities = capabilities(address)
        self._answer_within_s = address.seconds("answer_within_s")
        self._ends_by_silence = address.scheme.endswith("+tcp")
        self._decoder = bx.Decoder()
        self._lock = asyncio.Lock()
        self._awaited: tuple[int, asyncio.Future[bx.Packet]] | None = None
        self._late_until: dict[int, float] = {}
        self._exchanges: set[asyncio.Task[None]] = set()
        self._reading: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._become(Status(state=State.ONLINE))
        self._reading = asyncio.create_task(self._read(), name=f"reading {self.address}")

    @property
    def capabilities(self) -> WindowStripsCapabilities:
        return self._capabilities

    async def show(self, address: int, text: StripText) -> None:
        await self._tell(address, bx.show(self._area(text), must_answer=self._capabilities.answers))

    async def clear(self, address: int) -> None:
        await self._tell(address, bx.clear(must_answer=self._capabilities.answers))

    def _area(self, text: StripText) -> bx.Area:
        colour = COLOURS[text.colour] if len(self._capabilities.colours) > 1 else None
        display, run_mode = MANNERS[text.motion]
        encoded = bx.text(text.text, colour=colour, font=self._options.word("font"))
        if len(encoded) > MOST_TEXT_BYTES:
            raise StripRefused(f"a text of {len(encoded)} bytes; a card takes {MOST_TEXT_BYTES} at once")
        return bx.Area(
            text=encoded,
            width=bx.in_bytes(self._options.whole("width_px")),
            height=self._options.whole("height_px"),
            number=self._options.whole("area"),
            display=display,
            run_mode=run_mode,
            speed=self._options.whole("speed"),
        )

    async def _tell(self, address: int, data: bytes) -> None:
        """A cancelled caller leaves; what is on its way is still waited for, and nobody gets its answer."""
        self._require_link()
        if address not in STRIPS:
            raise StripRefused(f"no strip can have the address {address}")
        exchange = asyncio.create_task(self._exchange(address, data), name=f"exchange {self.address}")
        self._exchanges.add(exchange)
        exchange.add_done_callback(self._forget)
        try:
            await asyncio.shield(exchange)
        except asyncio.CancelledError:
            if exchange.cancelled():
                self._require_link()  # the device was closed, and the caller was not cancelled
            raise

    def _forget(self, exchange: "asyncio.Task[None]") -> None:
        self._exchanges.discard(exchange)
        if not exchange.cancelled():
            exchange.exception()  # its caller may have left

    async def _exchange(self, address: int, data: bytes) -> None:
        async with self._turn(address):
            self._require_link()
            packet = bx.Packet(destination=address, data=data).encode()
            if not self._capabilities.answers:
                await self._write(packet)
            elif (error := bx.refusal(await self._ask(address, packet))) is not None:
                raise StripRefused(f"strip {address} answered with error {error}")

    @asynccontextmanager
    async def _turn(self, address: int) -> AsyncIterator[None]:
        """The line, when no late answer of this strip can come any more; others go ahead meanwhile."""
        while True:
            await asyncio.sleep(self._late_s(address))
            async with self._lock:
                if self._late_s(address) <= 0:  # it may have fallen silent while this waited for the line
                    yield
                    return

    def _late_s(self, address: int) -> float:
        """How much longer a late answer of this strip may come."""
        return self._late_until.get(address, 0.0) - asyncio.get_running_loop().time()

    async def _ask(self, address: int, packet: bytes) -> bx.Packet:
        garbled = self._decoder.garbled
        answer: asyncio.Future[bx.Packet] = asyncio.get_running_loop().create_future()
        self._awaited = address, answer
        try:
            await self._write(packet)
            async with asyncio.timeout(self._answer_within_s):
                return await answer
        except TimeoutError as late:
            self._late_until[address] = asyncio.get_running_loop().time() + self._answer_within_s
            kind = Garbled if self._decoder.garbled > garbled else TimedOut
            error = kind(f"strip {address} did not answer within {self._answer_within_s:g} s")
            if self._ends_by_silence:
                self._lose(error)
            raise error from late
        finally:
            self._awaited = None

    async def _write(self, packet: bytes) -> None:
        try:
            await self._link.write(packet, within_s=WRITE_WITHIN_S)
        except (LinkLost, TimedOut) as error:
            self._lose(error)
            raise

    async def _read(self) -> None:
        try:
            while True:
                for packet in self._decoder.feed(await self._link.inbox.take()):
                    self._take(packet)
        except DeviceError as error:
            self._lose(error)
            self._end_waiting(error)

    def _take(self, packet: bx.Packet) -> None:
        """An answer to whoever waits for that strip's; our own echo on a two-wire line is nobody's."""
        if self._awaited is None or packet.source == bx.HOST:
            return
        address, answer = self._awaited
        if packet.source == address and not answer.done():
            answer.set_result(packet)

    def _end_waiting(self, error: DeviceError) -> None:
        if self._awaited is not None and not self._awaited[1].done():
            self._awaited[1].set_exception(type(error)(error.detail))

    async def _check(self) -> Status:
        """Cards that need not answer cannot be asked; others are, the one the address names."""
        if self._capabilities.answers:
            await self._tell(self._options.whole("asked"), bx.ping())
        return self.status

    async def _close(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        for exchange in self._exchanges:
            exchange.cancel()
        await self._link.close()
        await asyncio.gather(*self._exchanges, return_exceptions=True)
