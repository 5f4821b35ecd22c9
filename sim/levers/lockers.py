"""Levers of the lockers: hands at their doors, and at the power of their boards."""

from collections.abc import Mapping

from sim.errors import BadLever
from sim.levers.table import Arguments, Lever, Levers, Reply
from sim.rig.lockers import DoorHand, PtyLocker


class OneLocker(Arguments, frozen=True):
    locker: str


class OneDoor(OneLocker, frozen=True):
    board: int
    door: int


class Jam(OneDoor, frozen=True):
    jammed: bool


class Block(OneDoor, frozen=True):
    blocked: bool


class WaitDoor(OneDoor, frozen=True):
    open: bool
    within_s: float = 5


class Power(OneLocker, frozen=True):
    board: int
    on: bool


def levers(lockers: Mapping[str, PtyLocker]) -> Levers:
    hands = _Hands(lockers)
    return {
        "door.close": Lever(OneDoor, hands.close),
        "door.force": Lever(OneDoor, hands.force),
        "door.jam": Lever(Jam, hands.jam),
        "door.block": Lever(Block, hands.block),
        "door.wait": Lever(WaitDoor, hands.wait),
        "board.power": Lever(Power, hands.power),
        "locker.state": Lever(OneLocker, hands.state),
    }


class _Hands:
    """One method a lever."""

    def __init__(self, lockers: Mapping[str, PtyLocker]) -> None:
        self._lockers = lockers

    def close(self, wish: OneDoor) -> Reply:
        self._door(wish).close()
        return {}

    def force(self, wish: OneDoor) -> Reply:
        self._door(wish).force()
        return {}

    def jam(self, wish: Jam) -> Reply:
        self._door(wish).jam(is_jammed=wish.jammed)
        return {}

    def block(self, wish: Block) -> Reply:
        if wish.blocked:
            self._door(wish).put_before()
        else:
            self._door(wish).take_away()
        return {}

    def wait(self, wish: WaitDoor) -> Reply:
        door = self._door(wish)
        self._at(wish).wait_for(lambda: door.is_open == wish.open, within_s=wish.within_s)
        return {"open": door.is_open}

    def power(self, wish: Power) -> Reply:
        board = self._at(wish).board(wish.board)
        if wish.on:
            board.power_on()
        else:
            board.power_off()
        return {}

    def state(self, wish: OneLocker) -> Reply:
        locker = self._at(wish)
        return {
            "boards": [
                {
                    "board": board,
                    "powered": locker.board(board).is_powered,
                    "open": [door for door in doors if locker.door(board, door).is_open],
                    "jammed": [door for door in doors if locker.door(board, door).is_jammed],
                    "blocked": [door for door in doors if locker.door(board, door).is_blocked],
                }
                for board, doors in locker.numbers.items()
            ],
            "garbage": locker.garbage,
            "plugged_in": locker.is_plugged_in,
        }

    def _at(self, wish: OneLocker) -> PtyLocker:
        if wish.locker not in self._lockers:
            raise BadLever(f"there is no locker {wish.locker!r}; lockers: {', '.join(self._lockers)}")
        return self._lockers[wish.locker]

    def _door(self, wish: OneDoor) -> DoorHand:
        return self._at(wish).door(wish.board, wish.door)
