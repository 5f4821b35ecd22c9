"""What happened in this business day and the one before, by idempotency key."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from queue_core.app.requests import Outcome
from queue_core.domain.entry import Entry


class Answer(NamedTuple):
    """What one command led to; `day` names the key under which its fingerprint was made."""

    day: str
    entries: tuple[Entry, ...]

    @property
    def fingerprint(self) -> bytes:
        return self.entries[0].fingerprint

    def outcome(self, *, is_repeated: bool) -> Outcome:
        events = tuple(entry.event for entry in self.entries)
        return Outcome(events=events, sequence=self.entries[-1].sequence, repeated=is_repeated)


class _Day:
    """`begins` is where in the journal the events of each key begin, all of them side by side."""

    def __init__(self, day: str) -> None:
        self.day = day
        self.begins: dict[str, int] = {}


class Answers:
    """Only keys are remembered: an answer is asked for seldom, and is read in the journal then.

    `read` finds the entries of the command that begins at a sequence.
    """

    def __init__(self, read: Callable[[int], Sequence[Entry]]) -> None:
        self._read = read
        self._staged: list[Entry] = []
        self._today = _Day("")
        self._yesterday = _Day("")

    @property
    def oldest_day(self) -> str:
        """The business day before this one if there was one, else this one."""
        return self._yesterday.day or self._today.day

    def of(self, key: str) -> Answer | None:
        """Raises the store's error."""
        for day in (self._today, self._yesterday):
            begins = day.begins.get(key)
            if begins is not None:
                staged = tuple(entry for entry in self._staged if entry.key == key)
                return Answer(day.day, staged or tuple(self._read(begins)))
        return None

    def stage(self, entry: Entry) -> None:
        """The next entry of today, which is not in the journal yet."""
        self._today.begins.setdefault(entry.key, entry.sequence)
        self._staged.append(entry)

    def settle(self) -> None:
        """All that was staged is in the journal now."""
        self._staged.clear()

    def know(self, first: int, keys: Sequence[str]) -> None:
        """The keys of today's entries in the journal from sequence `first` on, one an entry."""
        begins = self._today.begins
        for sequence, key in enumerate(keys, first):
            begins.setdefault(key, sequence)

    def begin_day(self, day: str) -> None:
        self._yesterday, self._today = self._today, _Day(day)
