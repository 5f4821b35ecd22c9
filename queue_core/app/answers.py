"""The answers given in this business day and the one before, by idempotency key."""

from typing import NamedTuple

from queue_core.app.requests import Outcome


class Answer(NamedTuple):
    """`day` names the key under which the fingerprint was made."""

    day: str
    fingerprint: bytes
    outcome: Outcome


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

    def keep(self, key: str, answer: Answer) -> None:
        self._today[key] = answer

    def begin_day(self, day: str) -> None:
        self._days = [*self._days, day][-2:]
        self._yesterday, self._today = self._today, {}
