"""What happened in this business day and the one before, by idempotency key."""

from itertools import takewhile
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
    """A day's entries in order, those of one key side by side; `first` is where a key's begin.

    An answer is made when it is asked for, which is seldom: a day has very many.
    """

    def __init__(self, day: str) -> None:
        self.day = day
        self.entries: list[Entry] = []
        self.first: dict[str, int] = {}

    def of(self, key: str) -> Answer | None:
        begins = self.first.get(key)
        if begins is None:
            return None
        from_there = (self.entries[at] for at in range(begins, len(self.entries)))
        return Answer(self.day, tuple(takewhile(lambda entry: entry.key == key, from_there)))


class Answers:
    def __init__(self) -> None:
        self._today = _Day("")
        self._yesterday = _Day("")

    @property
    def oldest_day(self) -> str:
        """The business day before this one if there was one, else this one."""
        return self._yesterday.day or self._today.day

    def of(self, key: str) -> Answer | None:
        return self._today.of(key) or self._yesterday.of(key)

    def keep(self, entry: Entry) -> None:
        """The next entry of today."""
        today = self._today
        today.first.setdefault(entry.key, len(today.entries))
        today.entries.append(entry)

    def begin_day(self, day: str) -> None:
        self._yesterday, self._today = self._today, _Day(day)
