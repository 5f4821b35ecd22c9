"""The doors of a locker: a leaf on a spring, an electric lock that holds it, and what hands do to both.

A lock draws its bolt for a moment; a leaf that can move then jumps open. The lock's switch says whether the
leaf is caught. Not modelled: a leaf that is pushed to but not caught, a worn spring, how hard a hand pulls.
"""

from collections.abc import Iterable

JUMPS_AFTER_S = 0.1


class LockerDoor:
    """One door. Times are seconds of whoever calls, only compared with each other."""

    def __init__(self) -> None:
        self.is_open = False
        self.is_jammed = False
        self.is_blocked = False
        self.is_held_unlocked = False
        self._drawn_until_s = float("-inf")
        self._free_since_s: float | None = None

    # The lock's side.

    def unlock(self, now_s: float, *, for_s: float) -> None:
        """The bolt is drawn for that long."""
        self._drawn_until_s = max(self._drawn_until_s, now_s + for_s)
        self.pass_time(now_s)

    def hold_unlocked(self, now_s: float, *, is_held: bool) -> None:
        """The bolt stays drawn until it is let go: a door pushed to jumps open again."""
        self.is_held_unlocked = is_held
        self.pass_time(now_s)

    def lose_power(self, now_s: float) -> None:
        self.pass_time(now_s)
        self.is_held_unlocked, self._drawn_until_s, self._free_since_s = False, float("-inf"), None

    def pass_time(self, now_s: float) -> None:
        free_until_s = now_s if self.is_held_unlocked else min(now_s, self._drawn_until_s)
        since_s = self._free_since_s
        if since_s is not None and free_until_s - since_s >= JUMPS_AFTER_S and not self.is_stuck:
            self.is_open = True
        is_free = free_until_s >= now_s and not self.is_stuck and not self.is_open
        if not is_free:
            self._free_since_s = None
        elif since_s is None:
            self._free_since_s = now_s

    @property
    def is_stuck(self) -> bool:
        """Unlocking does not open it."""
        return self.is_jammed or self.is_blocked

    def is_drawn(self, now_s: float) -> bool:
        """The bolt, now: a door pushed to jumps open again."""
        return self.is_held_unlocked or now_s < self._drawn_until_s

    # Hands.

    def close(self, now_s: float) -> None:
        """Pushed to until it catches; something that stands in the way keeps it open."""
        if self.is_open and not self.is_blocked:
            self.is_open = False
            self.pass_time(now_s)

    def force(self) -> None:
        """Prised open, whatever the lock says."""
        self.is_open = True
        self._free_since_s = None


class DoorRow:
    """The doors on one board, numbered from 1, and the power of that board alone."""

    def __init__(self, channels: int) -> None:
        self.doors = {channel: LockerDoor() for channel in range(1, channels + 1)}
        self.is_powered = True
        self._told = self._states()

    def unlock(self, channels: Iterable[int], now_s: float, *, for_s: float) -> None:
        for channel in channels:
            self.doors[channel].unlock(now_s, for_s=for_s)

    def set_power(self, now_s: float, *, is_on: bool) -> None:
        """Off, no bolt is drawn; on again, the board takes what it finds, and tells no change."""
        self.is_powered = is_on
        for door in self.doors.values():
            door.lose_power(now_s)
        self._told = self._states()

    def pass_time(self, now_s: float) -> None:
        for door in self.doors.values():
            door.pass_time(now_s)

    def changes(self) -> list[int]:
        """The channels whose door has moved since this was last asked; none without power."""
        if not self.is_powered:
            return []
        before, self._told = self._told, self._states()
        return [channel for channel, is_open in self._told.items() if is_open != before[channel]]

    def _states(self) -> dict[int, bool]:
        return {channel: door.is_open for channel, door in self.doors.items()}
