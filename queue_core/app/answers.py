"""What happened in this business day and the one before, by idempotency key."""

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


class Answers:
    def __init__(self) -> None:
        self._days: list[str] = []
        self._today: dict[str, Answer] = {}
        self._yesterday: dict[str, Answer] = {}

    @property
    def oldest_day(self) -> str:
        """The business day before this one if there was one, else this one."""
        return self._days[0]

    def of(self, key: str) -> Answer | None:
        return self._today.get(key) or self._yesterday.get(key)

    def keep(self, answer: Answer) -> None:
        self._today[answer.entries[0].key] = answer

    def begin_day(self, day: str) -> None:
        self._days = [*self._days, day][-2:]
        self._yesterday, self._today = self._today, {}
