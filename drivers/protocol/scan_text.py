"""Codes from the bytes of a scanner: where one ends, and what text it is."""

from collections.abc import Callable
from enum import Enum

LONGEST_BYTES_A_LETTER = 4  # in UTF-8 and in GB18030


class Dropped(Enum):
    """Why a code was dropped whole: a part of it is worse than nothing."""

    TOO_LONG = "too-long"
    NOT_TEXT = "not-text"
    GAP = "gap"


def as_text(data: bytes) -> str:
    """UTF-8 where it is that, and GB18030 otherwise. Raises UnicodeDecodeError."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def as_gb18030(data: bytes) -> str:
    """Raises UnicodeDecodeError."""
    return data.decode("gb18030")


class Gathering:
    """The code in hand, of at most `longest` letters; holds no more bytes than such a code can have."""

    def __init__(self, longest: int, decode: Callable[[bytes], str]) -> None:
        self._longest, self._decode = longest, decode
        self._bytes = bytearray()
        self._dropped: Dropped | None = None

    @property
    def is_empty(self) -> bool:
        return not self._bytes and self._dropped is None

    def add(self, data: bytes) -> None:
        if self._dropped is not None:
            return
        self._bytes += data
        if len(self._bytes) > self._longest * LONGEST_BYTES_A_LETTER:
            self.drop(Dropped.TOO_LONG)

    def drop(self, why: Dropped) -> None:
        """Nothing more is taken until the code ends; the first reason counts."""
        self._dropped = self._dropped or why
        self._bytes.clear()

    def end(self) -> list[str | Dropped]:
        """The code, or why there is none; empty when nothing was gathered."""
        data, dropped = bytes(self._bytes), self._dropped
        self._bytes.clear()
        self._dropped = None
        if dropped is not None:
            return [dropped]
        if not data:
            return []
        try:
            text = self._decode(data)
        except UnicodeDecodeError:
            return [Dropped.NOT_TEXT]
        return [text if len(text) <= self._longest else Dropped.TOO_LONG]


class ByteCodes:
    """Codes from a line of bytes: CR, LF or both end one, and so does silence, which `settle` tells of."""

    def __init__(self, longest: int) -> None:
        self._gathering = Gathering(longest, as_text)

    @property
    def is_waiting(self) -> bool:
        """A code has begun; silence would end it."""
        return not self._gathering.is_empty

    def feed(self, data: bytes) -> list[str | Dropped]:
        codes: list[str | Dropped] = []
        *ended, rest = data.replace(b"\n", b"\r").split(b"\r")
        for piece in ended:
            self._gathering.add(piece)
            codes += self._gathering.end()
        self._gathering.add(rest)
        return codes

    def settle(self) -> list[str | Dropped]:
        return self._gathering.end()
