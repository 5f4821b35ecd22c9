"""Who sits where: a clerk at a window, one a window and one a clerk; guides and supervisors at none.

A seat is a session; whose window it is stands in the journal. One is changed after the other under one lock,
so that the two never contradict each other.
"""

import asyncio
import math
import time
from collections.abc import Callable

from queue_core.app.hall import Hall
from queue_core.domain.commands import CloseWindow, TakeOverWindow
from queue_core.domain.hall_day import HallDay
from queue_core.domain.refusals import WindowTaken
from queue_core.domain.ticket import Window
from queue_core.domain.words import WindowState
from queue_core.hall.errors import Denied
from queue_core.hall.principal import Principal
from queue_core.hall.tokens import Tokens
from queue_core.store.accounts import Accounts, ClerkSession
from queue_core.wire.words import Role

AT_WORK_S = 10
"""Who pressed something so lately is there: nobody takes the window from under a clerk's hands."""


class Seats:
    """`ended` is told each token hash that is known no longer; `clock` gives seconds that only grow."""

    def __init__(
        self,
        *,
        accounts: Accounts,
        tokens: Tokens,
        hall: Hall,
        ended: Callable[[bytes], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._accounts = accounts
        self._tokens = tokens
        self._hall = hall
        self._ended = ended
        self._clock = clock
        self._acted: dict[bytes, float] = {}
        self._lock = asyncio.Lock()

    def acted(self, clerk: Principal) -> None:
        """Remember that a clerk pressed something just now."""
        self._acted[clerk.token_hash] = self._clock()

    async def sit(self, wanted: ClerkSession, *, takes_over: bool, key: str) -> str:
        """A token for a new session. The same clerk at the same window goes on with what is in hand there.

        Raises WindowTaken, WindowBusy, and Denied.
        """
        async with self._lock:
            if wanted.window is not None:
                windows = await self._hall.read(_windows)
                left = self._elsewhere(wanted, windows, takes_over=takes_over)
                taken = self._taken(wanted, windows.get(wanted.window), takes_over=takes_over)
                if left is not None:
                    closing = CloseWindow(window=left)
                    await self._hall.execute(closing, key=f"{key}/leave", actor=_actor(wanted))
                if taken is not None:
                    taking = TakeOverWindow(window=taken, clerk=wanted.clerk)
                    await self._hall.execute(taking, key=f"{key}/take-over", actor=_actor(wanted))
            token = self._tokens.new()
            for ended in self._accounts.begin_session(self._tokens.hash(token), wanted):
                self._forget(ended)
        return token

    async def stand_up(self, clerk: Principal, key: str) -> None:
        """Close the window and end the session. Raises WindowBusy with a ticket in hand."""
        async with self._lock:
            for window in clerk.windows:
                await self._hall.execute(CloseWindow(window=window), key=key, actor=clerk.actor)
            self._accounts.end_session(clerk.token_hash)
            self._forget(clerk.token_hash)

    def _taken(self, wanted: ClerkSession, at: Window | None, *, takes_over: bool) -> int | None:
        """A closed window's seat is anybody's; an open one is its clerk's, until it is taken over."""
        if at is None or at.state is WindowState.CLOSED or at.clerk == wanted.clerk:
            return None
        if not takes_over:
            raise WindowTaken(at)
        self._require_left(at.number)
        return at.number

    def _require_left(self, window: int) -> None:
        for token_hash in self._accounts.tokens_at(window):
            acted = self._acted.get(token_hash)
            wait_s = 0 if acted is None else math.ceil(acted + AT_WORK_S - self._clock())
            if wait_s > 0:
                raise Denied(
                    409,
                    "clerk-at-work",
                    f"The clerk at window {window} is at work there.",
                    f"Ask the clerk to log out, or try again in {wait_s} s without anybody pressing a key.",
                    retry_after_s=wait_s,
                )

    def _elsewhere(self, wanted: ClerkSession, windows: dict[int, Window], *, takes_over: bool) -> int | None:
        """One clerk at one window: who comes to another leaves the old one, if nobody is served there."""
        seat = self._accounts.session_of(wanted.clerk)
        if seat is None or seat.window in (None, wanted.window) or seat.day != wanted.day:
            return None
        elsewhere = windows.get(seat.window or 0)
        if elsewhere is None or elsewhere.state is WindowState.CLOSED or elsewhere.clerk != wanted.clerk:
            return None
        if not takes_over:
            raise Denied(
                409,
                "clerk-elsewhere",
                f"Clerk {wanted.clerk} has window {elsewhere.number} open.",
                "Close that window first, then log in here; or move here, which closes it.",
            )
        return elsewhere.number

    def _forget(self, token_hash: bytes) -> None:
        self._acted.pop(token_hash, None)
        self._ended(token_hash)


def _windows(day: HallDay) -> dict[int, Window]:
    return dict(day.windows)


def _actor(session: ClerkSession) -> str:
    return f"{Role.CLERK}:{session.clerk}"
