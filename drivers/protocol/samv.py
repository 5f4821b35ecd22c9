"""The security module SAM_V in readers of ID cards: commands, replies, and what its status words mean.

Sources: GA 467 as published by eastcoms.com and softs.im, the comments of SDTAPI wrappers, and the Linux
reader hev-idcard-reader; all agree on the frame. A request is a preamble, the length of what follows (two
bytes, big-endian), command and parameter, and the XOR of everything after the preamble; a reply has three
status bytes in place of the command.

A reply does not say which command it answers: whoever asks must have one question open at most.
"""

import struct
from dataclasses import dataclass, field
from enum import IntEnum
from functools import reduce
from operator import xor

from drivers.contract.errors import (
    CardMute,
    CardUnknown,
    CardUnreadable,
    DeviceError,
    Garbled,
    NoCard,
    NotCapable,
    ReaderFault,
)

PREAMBLE = bytes.fromhex("AAAAAA9669")
RESET = bytes.fromhex("10FF")
STATUS = bytes.fromhex("11FF")
MODULE_ID = bytes.fromhex("12FF")
FIND = bytes.fromhex("2001")
SELECT = bytes.fromhex("2002")
READ = bytes.fromhex("3001")  # text and photo; no command reads the text alone

_LENGTH = 2
_HEADER = len(PREAMBLE) + _LENGTH
_SHORTEST, _LONGEST = 4, 4096  # three status bytes and the check; the longest reply known has 090A
_STATUS_BYTES = 3
TEXT_BYTES = 256
_MODULE_ID = struct.Struct("<HHIII")


class Word(IntEnum):
    """The third status byte."""

    CHECKSUM_ERROR = 0x10
    LENGTH_ERROR = 0x11
    COMMAND_ERROR = 0x21
    NOT_AUTHORISED = 0x23
    UNRECOGNISED = 0x24
    CARD_REJECTS_MODULE = 0x31
    MODULE_REJECTS_CARD = 0x32
    VERIFICATION_ERROR = 0x33
    CARD_TYPE_UNKNOWN = 0x40
    READ_FAILED = 0x41
    RANDOM_FAILED = 0x47
    SELF_TEST_FAILED = 0x60
    MODULE_UNAUTHORISED = 0x66
    NO_CARD = 0x80
    SELECT_FAILED = 0x81
    DONE = 0x90
    NOT_ON_CARD = 0x91
    FOUND = 0x9F


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """`card_status` is the card's own, mostly 0000. `data` may hold a person: its repr shows nothing."""

    word: int
    card_status: bytes
    data: bytes = field(repr=False)


def request(command: bytes) -> bytes:
    """Command, parameter and perhaps data, as a frame."""
    body = (len(command) + 1).to_bytes(_LENGTH) + command
    return PREAMBLE + body + bytes((_check(body),))


class Decoder:
    """Finds the reply to one request in whatever comes in; keeps no more than one reply's bytes."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.has_garbage = False

    def feed(self, data: bytes) -> Reply | None:
        """The first whole reply, or None for now. Raises Garbled when its check is wrong."""
        self._buffer += data
        self._find_preamble()
        if len(self._buffer) < _HEADER:
            return None
        length = int.from_bytes(self._buffer[len(PREAMBLE) : _HEADER])
        if not _SHORTEST <= length <= _LONGEST:
            raise Garbled("the reader's reply has an impossible length")
        if len(self._buffer) < _HEADER + length:
            return None
        body = bytes(self._buffer[len(PREAMBLE) : _HEADER + length])
        self._buffer.clear()
        if _check(body[:-1]) != body[-1]:
            raise Garbled("the check of the reader's reply is wrong")
        status, answer = body[_LENGTH : _LENGTH + _STATUS_BYTES], body[_LENGTH + _STATUS_BYTES : -1]
        return Reply(word=status[2], card_status=status[:2], data=answer)

    def _find_preamble(self) -> None:
        """Drops what goes before it, and keeps its beginning when that comes last."""
        at = self._buffer.find(PREAMBLE)
        if at < 0:
            kept = next(n for n in range(len(PREAMBLE) - 1, -1, -1) if self._buffer.endswith(PREAMBLE[:n]))
            at = len(self._buffer) - kept
        if at:
            self.has_garbage = True
            del self._buffer[:at]


_REFUSALS: dict[int, tuple[type[DeviceError], str]] = {
    Word.NO_CARD: (NoCard, "no card was found"),
    Word.CARD_TYPE_UNKNOWN: (CardUnknown, "the module does not know this type of card"),
    Word.SELECT_FAILED: (CardMute, "the card does not answer to being selected"),
    Word.CARD_REJECTS_MODULE: (CardUnreadable, "the card does not trust the module"),
    Word.MODULE_REJECTS_CARD: (CardUnreadable, "the module does not trust the card"),
    Word.VERIFICATION_ERROR: (CardUnreadable, "what is on the card cannot be verified"),
    Word.READ_FAILED: (CardUnreadable, "the module could not read the card"),
    Word.RANDOM_FAILED: (CardUnreadable, "the card gave no random number"),
    Word.NOT_ON_CARD: (CardUnreadable, "the card holds no such thing"),
    Word.SELF_TEST_FAILED: (ReaderFault, "the security module fails its own test"),
    Word.MODULE_UNAUTHORISED: (ReaderFault, "the security module is not authorised"),
    Word.NOT_AUTHORISED: (ReaderFault, "the security module may not do this"),
    Word.COMMAND_ERROR: (NotCapable, "the reader does not know this command"),
}


def refusal(word: int) -> DeviceError:
    """What a status word other than done or found means to us; Garbled where the line must be dirty."""
    kind, sentence = _REFUSALS.get(word, (Garbled, "the reader did not understand us"))
    return kind(f"{sentence} (status {word:02X})")


def text_block(data: bytes) -> bytes:
    """The 256 bytes of text in the data of a reading; photo and fingerprints go no further than here.

    Two big-endian lengths, or three where there are fingerprints, go before the parts. Raises Garbled.
    """
    parts = [int.from_bytes(data[at : at + _LENGTH]) for at in range(0, 3 * _LENGTH, _LENGTH)]
    for count in (2, 3):
        if len(data) == count * _LENGTH + sum(parts[:count]) and parts[0] == TEXT_BYTES:
            return data[count * _LENGTH :][:TEXT_BYTES]
    raise Garbled("the lengths in the card's data do not fit")


def module_id(data: bytes) -> str:
    """As printed on the module, such as 05.03-20210101-0000123456-0123456789. Raises Garbled."""
    if len(data) != _MODULE_ID.size:
        raise Garbled("the module's number is not 16 bytes long")
    return "{:02}.{:02}-{:08}-{:010}-{:010}".format(*_MODULE_ID.unpack(data))


def _check(body: bytes) -> int:
    return reduce(xor, body, 0)
