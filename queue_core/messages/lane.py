"""One carrier as the messenger uses it: at its stated rate, so many at once, left alone while it is away."""

import asyncio
import time
from collections import deque
from collections.abc import Callable

from msgspec import Struct

from queue_core.app.outgoing import Due
from queue_core.messages.contract import Carrier
from queue_core.messages.timing import Backoff

CATCH_UP_S = 0.03
LINE_DOWN_MS = 30_000
"""So long a line may be down before a carrier is away that nobody sends anything by."""
LINE_HOLDS_MS = 300_000
"""A line that came back and stood for so long without a message is as good as new."""
_OPEN_PROBE_EVERY = 4
_OF_STATED = 1 - CATCH_UP_S


class Pace:
    """No more than `rate_per_s` in any second, evenly: a little below it, and as much late is caught up.

    `clock` counts seconds on and on; `sleep` waits so long.
    """

    def __init__(self, rate_per_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._every_s = 1 / (_OF_STATED * rate_per_s)
        self._clock = clock
        self._next_s = 0.0

    async def wait(self) -> None:
        """Until the next may go. For one caller at a time."""
        now_s = self._clock()
        self._next_s = max(self._next_s, now_s - CATCH_UP_S)
        wait_s = self._next_s - now_s
        self._next_s += self._every_s
        if wait_s > 0:
            await asyncio.sleep(wait_s)


class Standing(Struct, frozen=True, kw_only=True):
    """How a carrier is. `since_ms` None: nothing was sent yet. `tried_ms`: the end of the last attempt."""

    name: str
    is_up: bool
    since_ms: int | None
    in_hand: int
    sent: int
    tried_ms: int | None = None


class Lane:
    """`window`: how many at once; `within_s`: how long each may take.

    `backoff`: between looks whether an away carrier is back. `ahead` are claimed and next to go. `wake`:
    there may be something to claim; `fed`: something was; `freed`: an attempt is over. `has_own`:
    there may be messages that it may have already, and no other carrier takes.
    """

    def __init__(
        self, carrier: Carrier, *, rate_per_s: float, window: int, within_s: float, backoff: Backoff
    ) -> None:
        self.carrier = carrier
        self.within_s = within_s
        self.name = carrier.name
        self.pace = Pace(rate_per_s)
        self.wake = asyncio.Event()
        self.fed = asyncio.Event()
        self.freed = asyncio.Event()
        self.ahead: deque[Due] = deque()
        self.in_hand = 0
        self.has_own = True
        self._window = window
        self._at_once = max(1, round(rate_per_s / 4))
        self._backoff = backoff
        self._away_since_ms: int | None = None
        self._is_line_away = False
        self._down_since_ms: int | None = None
        self._failing_since_ms: int | None = None
        self._tried_ms: int | None = None
        self._up_since_ms: int | None = None
        self._rests_until_ms = 0
        self._failures = 0
        self._sent = 0

    def room(self, now_ms: int) -> int:
        """How many may be claimed ahead: what goes out in a quarter of a second, for a call must not wait.

        Nothing while half of that is left. An away carrier is tried with one, also when its line is back:
        what breaks off under way is bound to it.
        """
        if self.is_resting(now_ms):
            return 0
        if self._failing_since_ms is not None:
            return 0 if self.in_hand or self.ahead else 1
        return 0 if self.has_enough else self._at_once - len(self.ahead)

    @property
    def tries_its_own(self) -> bool:
        """An away carrier is tried with its own, for that must wait for it anyway.

        Not each time: that very message may be what drives it away.
        """
        is_turn = self._failures % _OPEN_PROBE_EVERY != 0
        return self.has_own and is_turn and self._away_since_ms is not None

    @property
    def has_enough(self) -> bool:
        return len(self.ahead) > self._at_once // 2

    @property
    def is_full(self) -> bool:
        return self.in_hand >= self._window

    def is_resting(self, now_ms: int) -> bool:
        return now_ms < self._rests_until_ms

    def is_gone(self, now_ms: int, for_ms: int) -> bool:
        """Whether it has been away for so long."""
        return self._away_since_ms is not None and now_ms - self._away_since_ms >= for_ms

    def look(self, now_ms: int) -> None:
        """A carrier with a line knows by its own tests that the far end is there, or is not."""
        match self.carrier.is_reached:
            case True:
                self._line_stands(now_ms)
            case False:
                self._down_since_ms = now_ms if self._down_since_ms is None else self._down_since_ms
                if self._away_since_ms is None and now_ms - self._down_since_ms >= LINE_DOWN_MS:
                    self.went_away(now_ms, is_of_line=True)

    def _line_stands(self, now_ms: int) -> None:
        """Whether messages go over it, too, only the next one tells: until then its failures count on."""
        self._down_since_ms = None
        if self._is_line_away and not self.is_resting(now_ms):
            self._be_up(now_ms)
        elif self._away_since_ms is None and now_ms - (self._up_since_ms or now_ms) >= LINE_HOLDS_MS:
            self._begin_anew()

    def answered(self, now_ms: int, *, was_sent: bool) -> None:
        self._sent += was_sent
        self._tried_ms = now_ms
        self._be_up(now_ms)
        self._begin_anew()

    def _be_up(self, now_ms: int) -> None:
        if self._away_since_ms is not None or self._up_since_ms is None:
            self._up_since_ms = now_ms
        self._away_since_ms = None
        self._is_line_away = False
        self._rests_until_ms = 0

    def _begin_anew(self) -> None:
        self._failing_since_ms = None
        self._failures = 0

    def went_away(self, now_ms: int, *, is_of_line: bool = False) -> bool:
        """Whether that is news. All that was in hand when a line broke is one failure."""
        self._tried_ms = now_ms
        if now_ms < self._rests_until_ms:
            return False
        is_news = self._away_since_ms is None
        if self._failing_since_ms is None:
            self._failing_since_ms = now_ms
        self._away_since_ms = self._failing_since_ms
        self._is_line_away = is_of_line
        self._failures += 1
        self._rests_until_ms = now_ms + self._backoff.after(self._failures)
        return is_news

    @property
    def standing(self) -> Standing:
        is_up = self._away_since_ms is None
        return Standing(
            name=self.name,
            is_up=is_up,
            since_ms=self._up_since_ms if is_up else self._away_since_ms,
            in_hand=self.in_hand,
            sent=self._sent,
            tried_ms=self._tried_ms,
        )
