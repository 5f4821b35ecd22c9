"""What the application needs of the world.

All of a port's methods but `Vault.unseal` and `Vault.holder_secret` are called on the committer thread alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from queue_core.domain.entry import Attendance, Entry
from queue_core.domain.ticket import Ticket


class Journal(Protocol):
    """The durable order of events. Raises the store's error; after a failed append nothing is certain."""

    def last_day_at(self) -> int:
        """The sequence of the last `DayOpened`; 0 if there is none."""

    def replay(self) -> Iterator[Entry]:
        """All entries from the opening of the business day before the last; all if there is none."""

    def attendances(self, day: str) -> Iterable[Attendance]:
        """Who holds tickets of a business day."""

    def append(
        self, entries: Sequence[Entry], tickets: Iterable[Ticket], attendances: Iterable[Attendance]
    ) -> None:
        """Make all of it durable in one commit, or raise.

        `tickets` are the changed ones in their newest form.
        """

    def forget_people(self, before: str) -> None:
        """Drop the attendances of all days before `before`."""

    def close(self) -> None:
        """Give the journal free for another server."""


class Vault(Protocol):
    """Keeps the keys of personal data, one a business day; without its key nothing of a day can be read."""

    def seal(self, day: str, clear: bytes, about: str) -> bytes:
        """Encrypt; only with the same `about` it opens again."""

    def unseal(self, day: str, sealed: bytes, about: str) -> bytes:
        """Raises the store's error when the key of that day was destroyed or the bytes are not ours."""

    def person(self, day: str, id_number: str) -> bytes:
        """The keyed hash by which a person is found again within a day."""

    def fingerprint(self, day: str, body: bytes) -> bytes:
        """A keyed hash of a command's body."""

    def holder_secret(self, reference: str) -> str:
        """What the holder of a ticket knows besides its public reference: always the same."""

    def retire(self, before: str) -> None:
        """Destroy the queueing keys of all days before `before`."""

    def close(self) -> None: ...


class Clock(Protocol):
    def __call__(self) -> int:
        """Milliseconds since 1970, UTC, by the wall."""


class Calendar(Protocol):
    def __call__(self, at_ms: int) -> str:
        """The ISO date of the business day an instant belongs to."""


class References(Protocol):
    def __call__(self) -> str:
        """A fresh public reference of a ticket: URL-safe and not to be guessed."""
