"""The uplinks a relay has, and the requests that are under way on each."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import count

from queue_core.relay.errors import HallAway, HallSlow
from queue_core.relay.messages import Answered, Asked, encode

Send = Callable[[bytes], Awaitable[None]]
AT_ONCE = 256


class Line:
    """One connected uplink. `send` gives one message to it, and may wait for room."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._numbers = count()
        self._waiting: dict[int, asyncio.Future[Answered]] = {}

    async def ask(self, asked: Asked, within_s: float) -> Answered:
        """Raises HallSlow when time is over or too much is under way, HallAway when the line is lost."""
        if len(self._waiting) >= AT_ONCE:
            raise HallSlow
        number = next(self._numbers)
        answer: asyncio.Future[Answered] = asyncio.get_running_loop().create_future()
        self._waiting[number] = answer
        numbered = Asked(
            number=number,
            method=asked.method,
            path=asked.path,
            query=asked.query,
            headers=asked.headers,
            body=asked.body,
        )
        try:
            async with asyncio.timeout(within_s):
                await self._send(encode(numbered))
                return await answer
        except TimeoutError as error:
            raise HallSlow from error
        finally:
            del self._waiting[number]

    def answered(self, answer: Answered) -> None:
        """An answer nobody waits for any more is dropped."""
        waiting = self._waiting.get(answer.number)
        if waiting is not None and not waiting.done():
            waiting.set_result(answer)

    def lost(self) -> None:
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(HallAway())


class Lines:
    """The newest uplink is asked: one that comes back is there before its dead connection is noticed."""

    def __init__(self) -> None:
        self._open: list[Line] = []

    async def ask(self, asked: Asked, within_s: float) -> Answered:
        """Raises HallAway, HallSlow."""
        if not self._open:
            raise HallAway
        return await self._open[-1].ask(asked, within_s)

    def join(self, line: Line) -> None:
        self._open.append(line)

    def leave(self, line: Line) -> None:
        """Nothing new is asked of it. May be said twice."""
        if line in self._open:
            self._open.remove(line)
