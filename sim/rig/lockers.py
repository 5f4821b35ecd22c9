"""Lockers on a pty: boards of the two families, their doors, and the hands at them."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar, Literal

from sim.errors import BadLever
from sim.links.pty import PtyLink
from sim.peers.lock8a import Lock8ALine, Lock8AOptions
from sim.peers.wkly import WklyLine, WklyOptions
from sim.rig.wired import Wired
from sim.world.doors import DoorRow, LockerDoor


class PtyLocker(Wired[PtyLink]):
    """What both families have in common; use PtyLocker8A or PtyLockerWkly.

    Every method may be called from any thread. `door(board, channel)` is the hand at a door, `board(n)` the
    hand at the power of one board.
    """

    place = "at the locker"
    scheme: ClassVar[str]

    def __init__(self, line: Lock8ALine | WklyLine, link: Path) -> None:
        super().__init__(line)
        self._line = line
        self._doors = {
            (board, channel): DoorHand(self, door)
            for board, row in line.rows.items()
            for channel, door in row.doors.items()
        }
        self._boards = {board: BoardHand(self, row) for board, row in line.rows.items()}
        self._link = PtyLink(link, self, self.faults, self._lock)

    @property
    def address(self) -> str:
        """Without options: whoever made the boards different adds what the driver calls it."""
        return f"{self.scheme}://{self._link.path}"

    @property
    def garbage(self) -> int:
        """Bytes from the host that belonged to no request."""
        return self._line.garbage

    @property
    def heard(self) -> list[bytes]:
        """The last thousand requests, oldest first."""
        with self._lock:
            return list(self._line.heard)

    @property
    def overlaps(self) -> int:
        """Requests that came while a board still owed the answer to "open": a real line loses both."""
        return self._line.overlaps

    @property
    def numbers(self) -> dict[int, list[int]]:
        """The channels of each board."""
        return {board: list(row.doors) for board, row in self._line.rows.items()}

    def door(self, board: int, channel: int) -> "DoorHand":
        if (board, channel) not in self._doors:
            raise BadLever(f"there is no door {channel} on a board {board}")
        return self._doors[board, channel]

    def board(self, board: int) -> "BoardHand":
        if board not in self._boards:
            raise BadLever(f"there is no board {board}; boards: {', '.join(map(str, self._boards))}")
        return self._boards[board]

    def noise(self, data: bytes) -> None:
        """Bytes of nobody on the line towards the host."""
        self._link.send(data)

    def by_hand(self, act: Callable[[float], None]) -> None:
        with self._moved:
            now_s = time.monotonic()
            act(now_s)
            going_out = self._line.due(now_s)
            self._moved.notify_all()
        self._link.send(going_out)

    # The link's side.

    def due(self, now_s: float) -> bytes:
        with self._moved:
            going_out = self._line.due(now_s)
            self._moved.notify_all()
        return going_out


class PtyLocker8A(PtyLocker):
    """Boards of the family 8A/80/90/9A, each with the same number of channels (2, 8, 12, 18, 24 or 50).

    `shorted_when`: which state of a door is told as 11. `order`: which byte of status-all has channels 1 to
    8. `event_header`: 0x81, 0x82, or None where boards tell nothing unasked. `hold_byte`: 0x11 or 0x10 in
    9A and 9B. `pulse_s`: how long a bolt is drawn; "open" is answered after it, with what the switch says
    then.
    """

    scheme = "lock8a+serial"

    def __init__(
        self,
        *,
        link: Path,
        boards: Iterable[int] = (1,),
        channels: int = 24,
        shorted_when: Literal["closed", "open"] = "closed",
        order: Literal["last", "first"] = "last",
        event_header: Literal[0x81, 0x82] | None = 0x81,
        hold_byte: Literal[0x11, 0x10] = 0x11,
        pulse_s: float = 0.3,
    ) -> None:
        options = Lock8AOptions(
            channels=channels,
            shorted_when=shorted_when,
            order=order,
            event_header=event_header,
            hold_byte=hold_byte,
            pulse_s=pulse_s,
        )
        super().__init__(Lock8ALine(boards, options), link)


class PtyLockerWkly(PtyLocker):
    """Boards of the family WKLY.

    `closed_is`: the state byte of a closed door (the open one has the other). `answers_open`: False where
    boards say nothing to 82. `tells_changes`: False where boards do not send 85. `pulse_s`: see
    PtyLocker8A.

    Layouts beyond the published pair 82/83: 84 is answered by status, number of channels, one state for each
    (`57 4B 4C 59 0E 00 84 00 04 00 01 01 00 87`); 85 is channel, state (`57 4B 4C 59 0A 00 85 01 01 86`).
    """

    scheme = "wkly+serial"

    def __init__(
        self,
        *,
        link: Path,
        boards: Iterable[int] = (0,),
        channels: int = 24,
        closed_is: Literal[0, 1] = 1,
        answers_open: bool = True,
        tells_changes: bool = True,
        pulse_s: float = 0.3,
    ) -> None:
        options = WklyOptions(
            channels=channels,
            closed_is=closed_is,
            answers_open=answers_open,
            tells_changes=tells_changes,
            pulse_s=pulse_s,
        )
        super().__init__(WklyLine(boards, options), link)


class DoorHand:
    """A hand at one door, and an eye on it."""

    def __init__(self, locker: PtyLocker, door: LockerDoor) -> None:
        self._locker, self._door = locker, door

    @property
    def is_open(self) -> bool:
        return self._door.is_open

    @property
    def is_jammed(self) -> bool:
        return self._door.is_jammed

    @property
    def is_blocked(self) -> bool:
        """Something stands before it."""
        return self._door.is_blocked

    @property
    def is_drawn(self) -> bool:
        """The bolt is drawn at this moment: a door pushed to jumps open again."""
        return self._door.is_drawn(time.monotonic())

    @property
    def is_held_unlocked(self) -> bool:
        """The host holds the bolt drawn: the door cannot be closed."""
        return self._door.is_held_unlocked

    def close(self) -> None:
        """Pushed to until it catches; something before it keeps it open."""
        self._locker.by_hand(self._door.close)

    def force(self) -> None:
        """Prised open, whatever the lock says."""
        self._locker.by_hand(lambda _: self._door.force())

    def jam(self, *, is_jammed: bool = True) -> None:
        """The bolt is stuck: unlocking does not open the door, until it is mended."""

        def hands(_: float) -> None:
            self._door.is_jammed = is_jammed

        self._locker.by_hand(hands)

    def put_before(self) -> None:
        """Something stands before the door: it can neither be opened nor closed."""
        self._block(is_blocked=True)

    def take_away(self) -> None:
        """What stood before the door is gone."""
        self._block(is_blocked=False)

    def _block(self, *, is_blocked: bool) -> None:
        def hands(_: float) -> None:
            self._door.is_blocked = is_blocked

        self._locker.by_hand(hands)


class BoardHand:
    """A hand at the power of one board. Without it the board is mute and its doors stay as they are."""

    def __init__(self, locker: PtyLocker, row: DoorRow) -> None:
        self._locker, self._row = locker, row

    @property
    def is_powered(self) -> bool:
        return self._row.is_powered

    def power_off(self) -> None:
        self._locker.by_hand(lambda now_s: self._row.set_power(now_s, is_on=False))

    def power_on(self) -> None:
        """The board takes the doors as it finds them, and tells no change of the time it was off."""
        self._locker.by_hand(lambda now_s: self._row.set_power(now_s, is_on=True))
