"""Sessions of those who read the figures in a browser: without a device, and good for reading alone."""

from collections.abc import Mapping

from msgspec import Struct

from queue_core.app.opening import wall_ms
from queue_core.hall.errors import Denied
from queue_core.hall.principal import Principal
from queue_core.hall.tokens import Tokens
from queue_core.wire.messages import ReadingSession
from queue_core.wire.words import Role

READING_LIVES_MS = 12 * 3_600_000
_MAY_READ = frozenset({Role.SUPERVISOR, Role.MANAGER, Role.AUDITOR})


class _Reading(Struct, frozen=True):
    number: str
    until_ms: int


class Readers:
    """`roles` of all staff by number. Sessions live in memory: after a restart one logs in again."""

    def __init__(self, roles: Mapping[str, Role], tokens: Tokens) -> None:
        self._roles = roles
        self._tokens = tokens
        self._readings: dict[bytes, _Reading] = {}

    def begin(self, number: str, display_name: str) -> ReadingSession:
        """For who has proved to be that person. Raises Denied for whom the figures are not for."""
        if self._roles.get(number) not in _MAY_READ:
            raise Denied(
                403,
                "figures-not-for-you",
                "The figures are for supervisors, managers and auditors.",
                "Let the administrator give this person the role in hall.toml.",
            )
        now_ms = wall_ms()
        self._readings = {known: each for known, each in self._readings.items() if each.until_ms > now_ms}
        token, until_ms = self._tokens.new(), now_ms + READING_LIVES_MS
        self._readings[self._tokens.hash(token)] = _Reading(number, until_ms)
        return ReadingSession(token=token, display_name=display_name, expires_at_ms=until_ms)

    def principal(self, token_hash: bytes) -> Principal | None:
        """A manager, whatever else the person may do elsewhere: the token lies in a browser."""
        reading = self._readings.get(token_hash)
        if reading is None or reading.until_ms <= wall_ms():
            return None
        return Principal(role=Role.MANAGER, name=reading.number, windows=(), token_hash=token_hash)

    def end(self, token_hash: bytes) -> None:
        self._readings.pop(token_hash, None)

    def end_sessions_of(self, number: str) -> None:
        self._readings = {known: each for known, each in self._readings.items() if each.number != number}
