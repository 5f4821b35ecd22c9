"""The doors of a cabinet: what is ordered, what the board says, and what the hall is told of both.

A door is opened only for an unlocking that this program asked for itself, or that came as a change while the
hall knew which unlockings are in hand here. One that was found in a snapshot, or that came before the hall
was told, is somebody's who is gone: it is left to the hall, which makes it unsure.
"""

import asyncio
from collections.abc import Callable, Mapping

from drivers.contract.errors import DeviceError, DoorStuck, NoSuchDoor
from drivers.contract.events import Door, DoorClosed, DoorForced, DoorOpened, Event
from drivers.contract.locker import DoorState, Locker
from kiosk.cabinet.backstage.telling import Telling
from kiosk.cabinet.backstage.words import Changed, Failed, Said, Word
from kiosk.cabinet.flow import happenings as h
from queue_core import log
from queue_core.client.cabinet import CabinetClient
from queue_core.wire.lockers import ReportDoors, Unlocking
from queue_core.wire.views import CabinetView
from queue_core.wire.words import DoorCondition, Finding, UnlockingFailure, UnlockingPurpose, UnlockingState

logger = log.logger("cabinet.doors")
CLOSED_FOR_S = 0.4  # a door that is pushed to may spring open again, and its contact bounces
LOOK_EVERY_S = 1.0  # a board of several may fall silent without an event
CONDITIONS: Mapping[DoorState, DoorCondition] = {state: DoorCondition(state.value) for state in DoorState}
ENDED = frozenset({UnlockingState.UNSURE, UnlockingState.SETTLED, UnlockingState.FAILED})
FROM_AFAR = frozenset({UnlockingPurpose.REMOVAL, UnlockingPurpose.INSPECTION})


class Doorkeeper:
    """`post` hands a happening to the screen. Belongs to one event loop."""

    def __init__(self, client: CabinetClient, post: Callable[[h.Happening], None]) -> None:
        self._post = post
        self._locker: Locker | None = None
        self._doors: dict[int, Door] = {}
        self._numbers: dict[Door, int] = {}
        self._waits_for_board = True
        self._seen: dict[int, DoorCondition] = {}
        self._in_hand: dict[int, Unlocking] = {}
        self._closing: dict[int, float] = {}  # doors that have just closed, and when
        self._at_door: dict[int, int] = {}  # the unlocking a door was told to open for, until it is closed
        self._opened: set[int] = set()  # those whose door was seen open
        self._known: set[int] = set()  # every unlocking that was dealt with, or is not to be
        self._asking: list[UnlockingPurpose] = []
        self._view: CabinetView | None = None
        self._opening = asyncio.Lock()
        self._openings: set[asyncio.Task[None]] = set()
        self.telling = Telling(client, self._all_doors, self._heard, self._overflown)
        self.telling.on_told = lambda is_told: post(h.Told(is_told=is_told))

    # The hall

    def see(self, view: CabinetView, *, is_change: bool) -> None:
        """The hall's view of the cabinet. `is_change`: it came by itself, while the line was up."""
        self._view = view
        self._learn_doors(view)
        orders = [door.unlocking for door in view.doors if door.unlocking is not None]
        for order in orders:
            if order.state in ENDED:
                self._in_hand.pop(order.unlocking_id, None)
        if not is_change or not self.telling.is_told:
            self._known.update(order.unlocking_id for order in orders)
        self._take_orders()

    def begin_asking(self, purpose: UnlockingPurpose) -> int:
        """An order is on its way to the hall. Gives what `answered` wants to see unchanged."""
        self._asking.append(purpose)
        return self.telling.times

    def answered(self, order: Unlocking | None, purpose: UnlockingPurpose, began: int) -> bool:
        """Whether what was asked for may be opened. None: the hall has refused.

        Not when all doors were told meanwhile: the hall did not find it in hand then, and it is unsure.
        Nor one that was dealt with before.
        """
        self._asking.remove(purpose)
        is_new = order is not None and order.unlocking_id not in self._known
        is_ours = is_new and began == self.telling.times
        if order is not None:
            self._known.add(order.unlocking_id)
            if is_ours:
                self._in_hand[order.unlocking_id] = order
            else:
                self.fail(order.unlocking_id, UnlockingFailure.WITHDRAWN)
        self._take_orders()
        return is_ours

    def _take_orders(self) -> None:
        """Those from afar. One of ours looks the same until it is answered: the others wait for it."""
        if self._view is None or not self.telling.is_told:
            return
        for order in (door.unlocking for door in self._view.doors):
            if order is None or order.unlocking_id in self._known or order.state is not UnlockingState.ASKED:
                continue
            if order.purpose not in FROM_AFAR or order.purpose in self._asking:
                continue
            self._known.add(order.unlocking_id)
            self._in_hand[order.unlocking_id] = order
            task = asyncio.create_task(self._open_from_afar(order))
            self._openings.add(task)
            task.add_done_callback(self._openings.discard)

    async def _open_from_afar(self, order: Unlocking) -> None:
        """Nobody stands there to push a door that stays shut."""
        if not await self.open(order):
            self.fail(order.unlocking_id, UnlockingFailure.STUCK)

    # The doors

    async def open(self, order: Unlocking) -> bool:
        """Tell the door to open. False: it says that it stayed shut; the unlocking is still in hand."""
        async with self._opening:
            number, locker = order.door, self._locker
            if order.unlocking_id not in self._in_hand:
                self._post(h.DoorLost(unlocking_id=order.unlocking_id, was_told=False))
                return True
            door = self._doors.get(number)
            if locker is None or door is None or self._condition(number) is DoorCondition.UNKNOWN:
                return self._cannot_be_told(order)
            was_open = self._seen.get(number) is DoorCondition.OPEN
            self._at_door[number] = order.unlocking_id
            logger.info("opening", unlocking=order.unlocking_id, door=number)
            try:
                await locker.open(door)
            except DoorStuck:
                logger.warning("stayed-shut", unlocking=order.unlocking_id, door=number)
                self._post(h.DoorStayedShut(unlocking_id=order.unlocking_id))
                return False
            except NoSuchDoor as error:
                logger.warning("no-such-door", door=number, remedy=error.remedy)
                return self._cannot_be_told(order)
            except DeviceError as error:
                logger.warning("board-lost", unlocking=order.unlocking_id, door=number, code=error.code)
                self.let_go(order.unlocking_id)
                self._post(h.DoorLost(unlocking_id=order.unlocking_id, was_told=True))
                return True
            if was_open and self._at_door.get(number) == order.unlocking_id:
                self._change({number: DoorCondition.OPEN})
            return True

    def _cannot_be_told(self, order: Unlocking) -> bool:
        self._at_door.pop(order.door, None)
        self.fail(order.unlocking_id, UnlockingFailure.BOARD_AWAY)
        self._post(h.DoorLost(unlocking_id=order.unlocking_id, was_told=False))
        return True

    def fail(self, unlocking_id: int, failure: UnlockingFailure) -> None:
        self._in_hand.pop(unlocking_id, None)
        self._at_door = {door: one for door, one in self._at_door.items() if one != unlocking_id}
        self.telling.put(Failed(unlocking_id=unlocking_id, failure=failure))

    def say(self, unlocking_id: int, finding: Finding, grant: str) -> None:
        self.telling.put(Said(unlocking_id=unlocking_id, finding=finding, grant=grant))

    def let_go(self, unlocking_id: int) -> None:
        """Nobody here knows how it ended: the hall makes it unsure."""
        self._in_hand.pop(unlocking_id, None)
        self.telling.tell_all()

    async def watch(self, locker: Locker) -> None:
        """Tells what the doors do, until the locker is closed."""
        self._locker = locker
        with locker.subscribe() as events:
            while True:
                event: Event | None = None
                try:
                    async with asyncio.timeout(CLOSED_FOR_S / 2 if self._closing else LOOK_EVERY_S):
                        event = await anext(events)
                except TimeoutError:
                    pass
                except StopAsyncIteration:
                    return
                self._look(event)

    def _look(self, event: Event | None) -> None:
        """First what the event says, then how all doors are: they may have moved again since."""
        match event:
            case DoorOpened(door=door) | DoorForced(door=door):
                self._become({door: DoorCondition.OPEN})
            case DoorClosed(door=door):
                self._become({door: DoorCondition.CLOSED})
            case _:
                pass
        self._become({door: self._condition(number) for door, number in self._numbers.items()})
        self._settle()
        if self._waits_for_board and self._is_board_known():
            self._waits_for_board = False
            self.telling.tell_all()

    def _become(self, conditions: Mapping[Door, DoorCondition]) -> None:
        """A door that closes is told of a moment later, when it has stayed closed."""
        told = {self._numbers[door]: seen for door, seen in conditions.items() if door in self._numbers}
        changed: dict[int, DoorCondition] = {}
        for number, seen in told.items():
            before = self._seen.get(number)
            if before is DoorCondition.OPEN and seen is DoorCondition.CLOSED:
                self._closing.setdefault(number, asyncio.get_running_loop().time())
                continue
            self._closing.pop(number, None)
            if seen is not before:
                changed[number] = seen
        if changed:
            self._change(changed)

    def _settle(self) -> None:
        now_s = asyncio.get_running_loop().time()
        closed = [number for number, since_s in self._closing.items() if now_s - since_s >= CLOSED_FOR_S]
        for number in closed:
            del self._closing[number]
        if closed:
            self._change(dict.fromkeys(closed, DoorCondition.CLOSED))

    def _change(self, doors: dict[int, DoorCondition]) -> None:
        self._seen |= doors
        self.telling.put(Changed(doors=doors))
        self._post(h.DoorsSeen(doors=dict(self._seen)))
        for number, condition in doors.items():
            order = self._at_door.get(number)
            if order is None:
                continue
            if condition is DoorCondition.OPEN:
                self._opened.add(order)
                self._post(h.DoorOpened(unlocking_id=order))
            elif condition is DoorCondition.CLOSED and order in self._opened:
                del self._at_door[number]
                self._opened.discard(order)
                self._in_hand.pop(order, None)
                self._post(h.DoorClosed(unlocking_id=order))

    def _condition(self, number: int) -> DoorCondition:
        if self._locker is None:
            return DoorCondition.UNKNOWN
        return CONDITIONS[self._locker.doors.get(self._doors[number], DoorState.UNKNOWN)]

    def _is_board_known(self) -> bool:
        locker = self._locker
        is_away = locker is not None and locker.trouble is not None
        return is_away or any(each is not DoorCondition.UNKNOWN for each in self._seen.values())

    def _learn_doors(self, view: CabinetView) -> None:
        doors = {one.number: Door(one.board, one.channel) for one in view.doors}
        if doors == self._doors:
            return
        self._doors, self._numbers = doors, {door: number for number, door in doors.items()}
        self._seen = {number: self._condition(number) for number in doors}
        self._post(h.DoorsSeen(doors=dict(self._seen)))
        self.telling.tell_all()

    # What is told

    def _all_doors(self) -> ReportDoors | None:
        """Not before the board has said how they are, or is known to be away.

        An open door is the work of what an earlier program was told; of an unknown one that comes open later
        the hall would think that it was forced.
        """
        if not self._doors or self._waits_for_board:
            return None
        return ReportDoors(doors=dict(self._seen), in_hand=tuple(sorted(self._in_hand)))

    def _heard(self, word: Word, code: str) -> None:
        if isinstance(word, Said):
            self._post(h.FindingTold(unlocking_id=word.unlocking_id, code=code))

    def _overflown(self) -> None:
        self._in_hand.clear()
