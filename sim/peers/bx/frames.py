"""Frames of the line: `A5`s, then header, data and CRC with their special bytes escaped, then `5A`.

The header is destination and source (u16, little-endian), three bytes of no use, the barcode flag, the way
of checking, the display mode, device type, protocol version, and the length of the data. The CRC is
CRC-16/ARC over header and data as they are before escaping, little-endian.

Not modelled: frames checked by a sum (way 1), which are passed over; a limit on how many `A5` go ahead.
"""

from dataclasses import dataclass

_LEAD, _END = 0xA5, 0x5A
_LEADS = 8
_ESCAPED = {0xA5: b"\xa6\x02", 0xA6: b"\xa6\x01", 0x5A: b"\x5b\x02", 0x5B: b"\x5b\x01"}
_ESCAPES = frozenset((0xA6, 0x5B))
_PLAIN = {pair: bytes((byte,)) for byte, pair in _ESCAPED.items()}
_HEADER, _CRC = 14, 2
_CHECK_WAY, _BY_CRC, _UNCHECKED = 8, 0, 2
_MAX_FRAME = 4096
_POLYNOMIAL = 0xA001
CARD_TYPE, VERSION = 0xFE, 0x02


@dataclass(frozen=True, slots=True)
class Frame:
    to: int
    source: int
    data: bytes

    def encode(self) -> bytes:
        body = (
            self.to.to_bytes(2, "little")
            + self.source.to_bytes(2, "little")
            + bytes(6)
            + bytes((CARD_TYPE, VERSION))
            + len(self.data).to_bytes(2, "little")
            + self.data
        )
        return bytes((_LEAD,)) * _LEADS + escape(body + crc16(body)) + bytes((_END,))


class FrameReader:
    """Finds frames in a stream with noise in it; `garbage` counts the bytes that belonged to none."""

    def __init__(self) -> None:
        self._frame: bytearray | None = None
        self.garbage = 0

    def feed(self, data: bytes) -> list[Frame]:
        frames = []
        for byte in data:
            if byte == _LEAD:
                self.garbage += len(self._frame or b"")
                self._frame = bytearray()
            elif self._frame is None:
                self.garbage += 1
            elif byte == _END:
                frame = decode(bytes(self._frame))
                self.garbage += 0 if frame else len(self._frame)
                frames += [frame] if frame else []
                self._frame = None
            else:
                self._collect(byte)
        return frames

    def _collect(self, byte: int) -> None:
        if self._frame is None or len(self._frame) >= _MAX_FRAME:
            self.garbage += len(self._frame or b"") + 1
            self._frame = None
        else:
            self._frame.append(byte)


def decode(escaped: bytes) -> Frame | None:
    """What stood between the last `A5` and `5A`; None when it is no frame."""
    plain = unescape(escaped)
    if plain is None or len(plain) < _HEADER + _CRC:
        return None
    body, check = plain[:-_CRC], plain[-_CRC:]
    if int.from_bytes(body[12:14], "little") != len(body) - _HEADER:
        return None
    way = body[_CHECK_WAY]
    if not (way == _UNCHECKED or (way == _BY_CRC and crc16(body) == check)):
        return None
    return Frame(int.from_bytes(body[:2], "little"), int.from_bytes(body[2:4], "little"), body[_HEADER:])


def escape(plain: bytes) -> bytes:
    return b"".join(_ESCAPED.get(byte, bytes((byte,))) for byte in plain)


def unescape(escaped: bytes) -> bytes | None:
    plain = bytearray()
    at = 0
    while at < len(escaped):
        size = 2 if escaped[at] in _ESCAPES else 1
        piece = escaped[at : at + size]
        if size == 2 and piece not in _PLAIN:
            return None
        plain += _PLAIN.get(piece, piece)
        at += size
    return bytes(plain)


def crc16(data: bytes) -> bytes:
    """CRC-16/ARC: polynomial A001 reflected, begun with 0."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ _POLYNOMIAL if crc & 1 else crc >> 1
    return crc.to_bytes(2, "little")
