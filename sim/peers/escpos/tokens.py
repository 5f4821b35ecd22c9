"""The byte stream of ESC/POS cut into commands and runs of text.

Lengths are those of the printers' manuals; what is not in the table is handed on as `unknown`, two bytes
long, after which a printer takes the rest for text, as a real one does.
"""

from collections.abc import Callable
from dataclasses import dataclass

TEXT, UNKNOWN = "text", "unknown"
_CONTROLS = {0x0A: "LF", 0x0D: "CR", 0x09: "HT", 0x0C: "FF", 0x18: "CAN"}


@dataclass(frozen=True, slots=True)
class Token:
    """`name` as in the manuals (`ESC @`, `GS ( k`, `LF`, …); `arguments` without the command's own bytes."""

    name: str
    arguments: bytes
    raw: bytes


# Number of argument bytes of the commands whose length is fixed.
_FIXED = {
    b"\x10\x04": ("DLE EOT", 1),
    b"\x10\x05": ("DLE ENQ", 1),
    b"\x10\x14": ("DLE DC4", 3),
    b"\x1b@": ("ESC @", 0),
    b"\x1b!": ("ESC !", 1),
    b"\x1b$": ("ESC $", 2),
    b"\x1b\\": ("ESC \\", 2),
    b"\x1b-": ("ESC -", 1),
    b"\x1b2": ("ESC 2", 0),
    b"\x1b3": ("ESC 3", 1),
    b"\x1b ": ("ESC SP", 1),
    b"\x1b=": ("ESC =", 1),
    b"\x1bE": ("ESC E", 1),
    b"\x1bG": ("ESC G", 1),
    b"\x1bJ": ("ESC J", 1),
    b"\x1bM": ("ESC M", 1),
    b"\x1bR": ("ESC R", 1),
    b"\x1bV": ("ESC V", 1),
    b"\x1ba": ("ESC a", 1),
    b"\x1bc": ("ESC c", 2),
    b"\x1bd": ("ESC d", 1),
    b"\x1bp": ("ESC p", 3),
    b"\x1bt": ("ESC t", 1),
    b"\x1b{": ("ESC {", 1),
    b"\x1c&": ("FS &", 0),
    b"\x1c.": ("FS .", 0),
    b"\x1c!": ("FS !", 1),
    b"\x1c-": ("FS -", 1),
    b"\x1cS": ("FS S", 2),
    b"\x1cW": ("FS W", 1),
    b"\x1c\xc0": ("FS C0", 4),
    b"\x1d!": ("GS !", 1),
    b"\x1dB": ("GS B", 1),
    b"\x1dH": ("GS H", 1),
    b"\x1dI": ("GS I", 1),
    b"\x1dL": ("GS L", 2),
    b"\x1dP": ("GS P", 2),
    b"\x1dW": ("GS W", 2),
    b"\x1d\x0c": ("GS FF", 0),
    b"\x1d\xe0": ("GS E0", 1),
    b"\x1d\xf6": ("GS F6", 0),
    b"\x1d\xf8": ("GS F8", 0),
    b"\x1d|": ("GS |", 1),
    b"\x1da": ("GS a", 1),
    b"\x1db": ("GS b", 1),
    b"\x1df": ("GS f", 1),
    b"\x1dh": ("GS h", 1),
    b"\x1dr": ("GS r", 1),
    b"\x1dw": ("GS w", 1),
}


def _counted(data: bytes) -> int | None:
    """A letter, pL pH and then that many bytes: `GS ( k` and its like."""
    return None if len(data) < 3 else 3 + int.from_bytes(data[1:3], "little")


def _raster(data: bytes) -> int | None:
    """`GS v 0`: 0 m xL xH yL yH and x times y bytes."""
    if len(data) < 6:
        return None
    return 6 + int.from_bytes(data[2:4], "little") * int.from_bytes(data[4:6], "little")


def _column_image(data: bytes) -> int | None:
    """`ESC *`: m nL nH and n columns of one byte, or of three for the modes from 32 on."""
    if len(data) < 3:
        return None
    return 3 + int.from_bytes(data[1:3], "little") * (3 if data[0] >= 32 else 1)


def _cut(data: bytes) -> int | None:
    """`GS V`: m, and n for the forms that feed first (65, 66, and 97, 98, 103, 104)."""
    if not data:
        return None
    return 2 if data[0] in (65, 66, 97, 98, 103, 104) else 1


def _ejector(data: bytes) -> int | None:
    """`GS e`: n, and m for the form that presents by steps."""
    if not data:
        return None
    return 2 if data[0] == 3 else 1


def _barcode(data: bytes) -> int | None:
    """`GS k`: m and text up to 00, or for m above 64 a count and so many bytes."""
    if len(data) < 2:
        return None
    if data[0] > 64:
        return 2 + data[1]
    end = data.find(0, 1)
    return None if end < 0 else end + 1


_VARIABLE: dict[bytes, tuple[str, Callable[[bytes], int | None]]] = {
    b"\x1d(": ("GS (", _counted),
    b"\x1b(": ("ESC (", _counted),
    b"\x1c(": ("FS (", _counted),
    b"\x1dv": ("GS v", _raster),
    b"\x1dV": ("GS V", _cut),
    b"\x1de": ("GS e", _ejector),
    b"\x1dk": ("GS k", _barcode),
    b"\x1b*": ("ESC *", _column_image),
}


class Tokenizer:
    """Bytes wait here until a whole command is there and the machine takes it: this is the receive buffer."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def __len__(self) -> int:
        return len(self._buffer)

    def feed(self, data: bytes) -> None:
        self._buffer += data

    def clear(self) -> None:
        self._buffer.clear()

    def starts_with(self, command: bytes) -> bool:
        return self._buffer.startswith(command)

    def take(self) -> Token | None:
        """The next token; None while none is complete."""
        if not self._buffer:
            return None
        first = self._buffer[0]
        if first in (0x10, 0x1B, 0x1C, 0x1D):
            return self._take_command()
        if first < 0x20:
            return self._token(_CONTROLS.get(first, UNKNOWN), 1, 1)
        end = next((at for at, byte in enumerate(self._buffer) if byte < 0x20), len(self._buffer))
        return self._token(TEXT, 0, end)

    def _take_command(self) -> Token | None:
        prefix = bytes(self._buffer[:2])
        if len(prefix) < 2:
            return None
        if prefix in _FIXED:
            name, length = _FIXED[prefix]
            return self._token(name, 2, 2 + length) if len(self._buffer) >= 2 + length else None
        if prefix not in _VARIABLE:
            return self._token(UNKNOWN, 0, 2)
        name, measure = _VARIABLE[prefix]
        needed = measure(bytes(self._buffer[2:]) if name == "GS k" else bytes(self._buffer[2:10]))
        if needed is None or len(self._buffer) < 2 + needed:
            return None
        return self._token(name, 2, 2 + needed)

    def _token(self, name: str, skip: int, end: int) -> Token:
        raw = bytes(self._buffer[:end])
        del self._buffer[:end]
        return Token(name, raw[skip:], raw)
