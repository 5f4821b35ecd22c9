"""Tells the hall what the doors do: in order, each word until the hall has heard it.

The order is what counts: "open" then "closed" settles an unlocking, and what somebody says of a door is said
before it closes. After a start or a lost line all doors are told, with the unlockings still in hand: but only
when nothing older is left to tell.
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable
from typing import assert_never

from kiosk.cabinet.backstage.words import Changed, Failed, Said, Word
from queue_core import log
from queue_core.client import ClientError, HallRefused, HallUnreachable
from queue_core.client.cabinet import CabinetClient
from queue_core.client.transport import new_key
from queue_core.wire.lockers import FailUnlocking, ReportDoors, SayFinding

logger = log.logger("cabinet.telling")
MOST_WORDS = (
    256  # a contact that flutters all night while the hall is away: afterwards only the present counts
)
AGAIN_AFTER_S = 1.0
REFUSED_FOR_S = 5.0
SERVER_ERROR = 500
MAY_PASS = frozenset({"unauthenticated", "not-a-hall"})  # not the hall's word on what was told


class Telling:
    """`all_doors` says how all are, and what is in hand; None while the doors are not known yet.

    `heard` is called with each word the hall has taken, or with the code of why it has not. `overflown` is
    called when words were thrown away: what is in hand then cannot be told of.
    """

    def __init__(
        self,
        client: CabinetClient,
        all_doors: Callable[[], ReportDoors | None],
        heard: Callable[[Word, str], None],
        overflown: Callable[[], None],
    ) -> None:
        self._client = client
        self._all_doors = all_doors
        self._heard = heard
        self._overflown = overflown
        self._words: deque[tuple[Word, str]] = deque()
        self._wants_all = False
        self._is_linked = False
        self._moved = asyncio.Event()
        self._empty = asyncio.Event()
        self._empty.set()
        self._has_told = False
        self.times = 0  # how often all doors were told, or began to be
        self.is_told = False
        self.on_told: Callable[[bool], None] = lambda _: None

    def linked(self, *, is_up: bool) -> None:
        """The line to the hall is there, or gone. Once it is there all doors are told."""
        self._is_linked = is_up
        self._become(is_told=False)
        self._wants_all = True
        self._moved.set()

    def tell_all(self) -> None:
        """All doors once more, and what is in hand: something has been let go."""
        self._wants_all = True
        self._moved.set()

    def put(self, word: Word) -> None:
        """Before all doors were told once, a change could settle what an earlier program began."""
        if isinstance(word, Changed) and not self._has_told:
            self.tell_all()
            return
        if len(self._words) >= MOST_WORDS:
            logger.warning("words-thrown-away", count=len(self._words))
            self._words.clear()
            self._overflown()
            self._wants_all = True
        self._words.append((word, new_key()))
        self._empty.clear()
        self._moved.set()

    async def empty(self) -> None:
        """Returns when the hall has heard every word."""
        await self._empty.wait()

    async def work(self) -> None:
        """Until cancelled."""
        while True:
            await self._moved.wait()
            self._moved.clear()
            while self._is_linked and await self._one():
                pass

    async def _one(self) -> bool:
        """Whether there may be more to tell."""
        if self._words:
            word, key = self._words[0]
            if not await self._was_told(word, key):
                return True
            if self._words and self._words[0][1] == key:
                self._words.popleft()
            if not self._words:
                self._empty.set()
            return True
        if not self._wants_all or (report := self._all_doors()) is None:
            return False
        self._wants_all = False
        self.times += 1
        if await self._sent(report, new_key()):
            self._has_told = True
            self._become(is_told=self._is_linked)
        else:
            self._wants_all = True
        return True

    async def _was_told(self, word: Word, key: str) -> bool:
        match word:
            case Changed(doors=doors):
                return await self._sent(ReportDoors(doors=doors), key)
            case Failed(unlocking_id=unlocking_id, failure=failure):
                asked = self._client.fail_unlocking(unlocking_id, FailUnlocking(failure=failure), key=key)
            case Said(unlocking_id=unlocking_id, finding=finding, grant=grant):
                said = SayFinding(finding=finding, grant=grant)
                asked = self._client.say_finding(unlocking_id, said, key=key)
            case _:
                assert_never(word)
        try:
            await asked
        except HallRefused as refused:
            if may_pass(refused):
                await asyncio.sleep(AGAIN_AFTER_S)
                return False
            logger.warning("not-wanted", unlocking=unlocking_id, code=refused.code)
            self._heard(word, refused.code)
        except ClientError:
            await asyncio.sleep(AGAIN_AFTER_S)
            return False
        else:
            self._heard(word, "")
        return True

    async def _sent(self, report: ReportDoors, key: str) -> bool:
        """A refused report is not said again word by word: all doors are told instead."""
        try:
            await self._client.report_doors(report, key=key)
        except HallUnreachable:
            await asyncio.sleep(AGAIN_AFTER_S)
            return False
        except ClientError as error:
            logger.warning("doors-not-reported", code=error.code, remedy=error.remedy)
            await asyncio.sleep(REFUSED_FOR_S)
            is_passing = not isinstance(error, HallRefused) or may_pass(error)
            if not is_passing and report.in_hand is None:
                self._wants_all = True
                return True
            return False
        return True

    def _become(self, *, is_told: bool) -> None:
        if is_told != self.is_told:
            self.is_told = is_told
            self.on_told(is_told)


def may_pass(refused: HallRefused) -> bool:
    """It is the server's trouble, or somebody else's answer, and no word on what was told."""
    return refused.problem.status >= SERVER_ERROR or refused.code in MAY_PASS


async def farewell(telling: Telling, within_s: float) -> None:
    """What the hall has not heard yet gets a moment more."""
    # Not asyncio.timeout: in a task that is cancelled it raises no TimeoutError on Python 3.11.2.
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(telling.empty(), within_s)
