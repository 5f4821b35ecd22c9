"""Boards of locks on one half-duplex line, whatever their family: asking, unlocking, watching.

One request is on the line at a time. Doors are asked for the truth: an unlocked door counts as open when it
says so. Boards that tell changes unasked are asked seldom, the others often; a board that is silent is asked
rarely, so that it does not hold up the others.
"""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import final

from drivers.catalog.locker_doors import DoorBook
from drivers.contract.address import Address
from drivers.contract.errors import DeviceError, DoorStuck, LinkLost, NoSuchDoor, TimedOut
from drivers.contract.events import Door, Event
from drivers.contract.locker import DoorState, Locker, LockerCapabilities
from drivers.contract.status import Doors, Status
from drivers.protocol.lock_boards import DoorsTold, LockBoards, Report, Request
from drivers.transport.link import Link
from drivers.transport.opening import open_link

WRITE_WITHIN_S = 2.0
ATTEMPTS = 2  # a change that is told unasked may have collided with the first
SILENCE_S = 0.1  # longer than the longest frame at 9600 baud (77 ms) and an adapter's latency (16 ms)
OPEN_ROUND_EVERY_S = 1.0  # while a door is open: somebody waits to see it closed
QUIET_ROUND_EVERY_S = (
    5.0  # of boards that tell changes; one may be lost on a line without collision detection
)
SILENT_BOARD_EVERY_S = 5.0
LOOK_AT_OPENING_EVERY_S = 0.2
STRAGGLER_S = 2.0  # a door that comes open this much later was still told to
STATES = {True: DoorState.CLOSED, False: DoorState.OPEN, None: DoorState.UNKNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """`unlock_answer_s`: how long a board may take to answer "open", with the bolt's time; 0: it never does.

    `bolt_s`: how long the bolt stays drawn, where the address says so. `opens_within_s`: after the answer.
    `ask_every_s`: of boards that tell no changes, so that a forced door is soon known.
    """

    answer_within_s: float
    unlock_answer_s: float
    bolt_s: float
    opens_within_s: float
    ask_every_s: float
    tells_changes: bool
    left_open_after_s: float


def capabilities(address: Address) -> LockerCapabilities:
    boards = sorted({int(board) for board in address.word("boards").split(",")})
    channels = range(1, address.whole("channels") + 1)
    return LockerCapabilities(doors=tuple(Door(board, channel) for board in boards for channel in channels))


async def open_line(address: Address, boards: LockBoards, habits: Habits) -> Locker:
    """Asks all boards how their doors are. Raises CannotOpen and its kin, or TimedOut when none answers."""
    line = LockerLine(address, await open_link(address), boards, habits)
    try:
        await line.start()
    except BaseException:
        await line.close()
        raise
    return line


@final
class LockerLine(Locker):
    """Owns the line; one task reads it, one keeps asking."""

    def __init__(self, address: Address, link: Link, boards: LockBoards, habits: Habits) -> None:
        super().__init__(address.text, Status(doors=Doors.UNKNOWN))
        self._link, self._boards, self._habits = link, boards, habits
        self._capabilities = capabilities(address)
        self._numbers = sorted({door.board for door in self._capabilities.doors})
        self._book = DoorBook(self._capabilities.doors, left_open_after_s=habits.left_open_after_s)
        self._silent_since: dict[int, float] = {}
        self._line = asyncio.Lock()
        self._opening = asyncio.Lock()
        self._moved = asyncio.Event()
        self._asked: tuple[Request, asyncio.Future[None]] | None = None
        self._exchanges: set[asyncio.Task[bool]] = set()
        self._tasks: list[asyncio.Task[None]] = []
        self._round_at = 0.0

    async def start(self) -> None:
        self._tasks.append(asyncio.create_task(self._read(), name=f"reading {self.address}"))
        await self._round()
        self._require_link()
        self._tasks.append(asyncio.create_task(self._watch(), name=f"watching {self.address}"))

    @property
    def capabilities(self) -> LockerCapabilities:
        return self._capabilities

    @property
    def doors(self) -> Mapping[Door, DoorState]:
        return self._book.states if self.trouble is None else self._book.all_unknown

    async def open(self, door: Door) -> None:
        if door not in self._capabilities.doors:
            raise NoSuchDoor(f"no door {door.channel} on board {door.board} in this locker's address")
        async with self._opening:
            self._require_link()
            await self._ask(door.board, door.channel)
            if not self._book.is_open(door):
                await self._unlock(door)

    async def _unlock(self, door: Door) -> None:
        """Returns when the door has said that it came open. The board's own answer is only waited for."""
        openings, habits, began_s = self._book.openings(door), self._habits, _now_s()
        patience_s = habits.unlock_answer_s + habits.opens_within_s
        self._book.expect_opening(door, until_s=began_s + patience_s + STRAGGLER_S)
        await self._say(self._boards.unlock(door.board, door.channel), habits.unlock_answer_s)
        while not self._has_come_open(door, openings):
            await self._ask(door.board, door.channel)
            if self._has_come_open(door, openings):
                break
            if _now_s() > began_s + patience_s:
                raise DoorStuck(f"door {door.channel} of board {door.board} was unlocked and stayed shut")
            await self._movement(LOOK_AT_OPENING_EVERY_S)
        self._book.expect_opening(door, until_s=began_s + habits.bolt_s)  # pushed to, it may come open again

    def _has_come_open(self, door: Door, openings: int) -> bool:
        """Since it had been open so many times; it may be closed again by now."""
        return self._book.is_open(door) or self._book.openings(door) != openings

    async def _watch(self) -> None:
        """Asks all boards, again and again, until the line is lost."""
        with suppress(DeviceError):
            while self.trouble is None:
                await self._rest()
                await self._round()

    async def _rest(self) -> None:
        """Until the next round is due, telling meanwhile of doors that are left open."""
        while (left_s := self._round_at + self._round_every_s - _now_s()) > 0:
            left_open_s = self._book.next_left_open_s()
            await self._movement(left_s if left_open_s is None else min(left_s, left_open_s - _now_s()))
            for told in self._book.left_open(_now_s()):
                self._announce(told)

    @property
    def _round_every_s(self) -> float:
        every_s = QUIET_ROUND_EVERY_S if self._habits.tells_changes else self._habits.ask_every_s
        return min(every_s, OPEN_ROUND_EVERY_S) if self._book.is_any_open else every_s

    async def _movement(self, within_s: float) -> None:
        """Until a door moves, or that much time has passed."""
        self._moved.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(max(within_s, 0)):
                await self._moved.wait()

    async def _round(self, *, also_silent: bool = False) -> None:
        now_s = _now_s()
        for board in self._numbers:
            silent_since_s = self._silent_since.get(board)
            if silent_since_s is None or also_silent or now_s - silent_since_s > SILENT_BOARD_EVERY_S:
                with suppress(TimedOut):
                    await self._ask(board)
        self._round_at = _now_s()

    async def _ask(self, board: int, channel: int | None = None) -> None:
        """Returns when the board has said how its door is, or all its doors. Raises TimedOut."""
        for _ in range(ATTEMPTS):
            if await self._say(self._boards.ask(board, channel), self._habits.answer_within_s):
                self._silent_since.pop(board, None)
                return
        error = TimedOut(f"board {board} does not answer within {self._habits.answer_within_s:g} s")
        self._silent_since[board] = _now_s()
        self._book.forget(board)
        if len(self._silent_since) == len(self._numbers):
            self._lose(error)
        elif self.trouble is None:
            self._become(self._book.status)
        raise error

    async def _say(self, request: Request, within_s: float) -> bool:
        """Whether the board has answered in time.

        An exchange that has begun ends, even when its caller goes: a request that meets the answer to another
        destroys both.
        """
        await self._line.acquire()
        exchange = asyncio.create_task(self._exchange(request, within_s))
        self._exchanges.add(exchange)
        exchange.add_done_callback(self._exchange_ended)
        return await asyncio.shield(exchange)

    async def _exchange(self, request: Request, within_s: float) -> bool:
        answered: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        try:
            self._require_link()
            self._boards.expect(request)
            self._asked = request, answered
            await self._link.write(request.said, within_s=WRITE_WITHIN_S)
            async with asyncio.timeout(within_s):
                await answered
        except TimeoutError:
            return False
        except DeviceError as error:
            self._lose(error)
            raise
        else:
            return True
        finally:
            self._asked = None

    def _exchange_ended(self, exchange: asyncio.Task[bool]) -> None:
        self._line.release()
        self._exchanges.discard(exchange)
        if not exchange.cancelled():
            exchange.exception()  # told to the caller, who may have gone

    async def _read(self) -> None:
        try:
            while True:
                for report in await self._reports():
                    self._hear(report)
        except DeviceError as error:
            self._lose(error)
            self._give_up_waiting(error)

    async def _reports(self) -> list[Report]:
        try:
            return self._boards.feed(
                await self._link.inbox.take(SILENCE_S if self._boards.is_waiting else None)
            )
        except TimedOut:
            return self._boards.settle()

    def _hear(self, report: Report) -> None:
        """Takes what is told unasked, and the answer that is waited for; one that comes late is old."""
        request, answered = self._asked or (None, None)
        is_awaited = request is not None and request.is_answered_by(report)
        if isinstance(report, DoorsTold) and (is_awaited or not report.is_answer):
            self._learn(report)
        if is_awaited and answered is not None and not answered.done():
            answered.set_result(None)

    def _learn(self, told: DoorsTold) -> None:
        if self.trouble is not None:
            return
        events: list[Event] = []
        for channel, is_closed in told.are_closed.items():
            events += self._book.learn(Door(told.board, channel), STATES[is_closed], _now_s())
        self._become(self._book.status)
        for event in events:
            self._announce(event)
        if events:
            self._moved.set()

    def _give_up_waiting(self, error: DeviceError) -> None:
        self._moved.set()
        if self._asked is not None and not self._asked[1].done():
            self._asked[1].set_exception(error)

    async def _check(self) -> Status:
        await self._round(also_silent=True)
        self._require_link()
        return self._book.status

    async def _close(self) -> None:
        for task in self._tasks:
            task.cancel()
        self._give_up_waiting(LinkLost("closed"))
        await self._link.close()
        await asyncio.gather(*self._tasks, *self._exchanges, return_exceptions=True)


def _now_s() -> float:
    return asyncio.get_running_loop().time()
