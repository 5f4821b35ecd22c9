"""Frames of the FF 68 bus: hard-wired callers 呼叫器 and four-key evaluators 评价器 on RS-485, 9600 8N1.

`FF 68 L L 68 ADDR FUNC [DATA] CS 16`; L = 2 + data bytes, CS = (ADDR + FUNC + DATA) mod 256. After the hall
systems JackQChen/QueueSystem and marzlia/HallQueFront and the document of the 21-key caller: they agree on
frames and key codes, and differ in what this module takes as arguments.
"""

from dataclasses import dataclass

RATING = 0x11  # FUNC of an evaluator's result
KEYS = range(0x0A, 0x14)
BLANK = 0x0A
MOST_DATA = 14  # longer than any known frame; bounds how long a false start can hold up a true frame
MOST_KEY_DATA = 3
SHOWN_DIGITS = 3
HEADER = 5  # FF 68 L L 68
TRAILER = 2  # CS 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    address: int
    function: int
    data: bytes = b""

    def encode(self) -> bytes:
        return b"\xff" + self.encode_short()

    def encode_short(self) -> bytes:
        """Without the leading FF, as HallQueFront acknowledges ratings."""
        body = bytes((self.address, self.function)) + self.data
        length = len(body)
        return bytes((0x68, length, length, 0x68)) + body + bytes((sum(body) & 0xFF, 0x16))

    @property
    def is_rating(self) -> bool:
        return self.function == RATING and len(self.data) == 1

    @property
    def is_key(self) -> bool:
        """Digits and one key. FUNC of key frames differs between sites: hosts ignore it."""
        return (
            self.function != RATING
            and 1 <= len(self.data) <= MOST_KEY_DATA
            and self.data[-1] in KEYS
            and all(digit <= 9 for digit in self.data[:-1])  # noqa: PLR2004 - a decimal digit
        )


class Decoder:
    """Finds frames in a stream that may also carry noise, broken frames and false starts."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    @property
    def is_waiting(self) -> bool:
        """Bytes have come which may be the beginning of a frame."""
        return bool(self._buffer)

    def feed(self, data: bytes) -> list[Frame]:
        self._buffer += data
        return list(iter(self._next, None))

    def settle(self) -> list[Frame]:
        """The line has been silent for longer than a frame takes: what waits for its end is a false start."""
        frames = []
        while self._buffer:
            del self._buffer[0]
            frames += self.feed(b"")
        return frames

    def _next(self) -> Frame | None:
        """The next whole frame, dropping what cannot be one; None when more bytes are needed."""
        while self._buffer:
            length = self._length()
            if length is None:
                del self._buffer[0]
            elif len(self._buffer) < HEADER or len(self._buffer) < HEADER + length + TRAILER:
                return None
            elif (frame := _decode(bytes(self._buffer[: HEADER + length + TRAILER]))) is None:
                del self._buffer[0]
            else:
                del self._buffer[: HEADER + length + TRAILER]
                return frame
        return None

    def _length(self) -> int | None:
        """L, 0 while it is not known yet, or None when no frame begins here."""
        buffer = self._buffer
        if not b"\xff\x68".startswith(bytes(buffer[:2])):
            return None
        if len(buffer) < HEADER:
            return None if len(buffer) == HEADER - 1 and buffer[2] != buffer[3] else 0
        if buffer[2] != buffer[3] or buffer[4] != 0x68 or not 2 <= buffer[2] <= 2 + MOST_DATA:  # noqa: PLR2004
            return None
        return buffer[2]


def _decode(frame: bytes) -> Frame | None:
    body = frame[HEADER:-TRAILER]
    if frame[-1] != 0x16 or frame[-2] != sum(body) & 0xFF:  # noqa: PLR2004 - the end of every frame
        return None
    return Frame(address=body[0], function=body[1], data=body[2:])


def show_waiting_first(address: int, ticket: str | None, waiting: int | None) -> Frame:
    """JackQChen's six digits: three of people waiting, three of the ticket."""
    people = _blank() if waiting is None else _digits(f"{min(waiting, 999):03}")
    number = (
        _blank() if ticket is None else _digits(ticket)[-SHOWN_DIGITS:].rjust(SHOWN_DIGITS, bytes((BLANK,)))
    )
    return Frame(address=address, function=0x02, data=people + number)


def show_ticket_first(address: int, ticket: str | None, waiting: int | None) -> Frame:
    """HallQueFront's display: ticket, a blank, people waiting; as long as it takes."""
    people = b"" if waiting is None else _digits(str(min(waiting, 999)))
    number = b"" if ticket is None else _digits(ticket)[-SHOWN_DIGITS:]
    return Frame(address=address, function=0x02, data=number + bytes((BLANK,)) + people)


def beep(address: int) -> Frame:
    return Frame(address=address, function=0x03)


def confirm(address: int, *, done: bool) -> Frame:
    return Frame(address=address, function=0x02, data=bytes((done,)))


def start_rating(evaluator: int) -> Frame:
    return Frame(address=evaluator, function=0x01, data=b"\x0b")


def _digits(text: str) -> bytes:
    """A caller shows digits only: the letter of a widened number stays away."""
    return bytes(int(character) for character in text if character in "0123456789")


def _blank() -> bytes:
    return bytes((BLANK,)) * SHOWN_DIGITS
