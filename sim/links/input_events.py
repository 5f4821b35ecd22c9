"""What the kernel makes of a HID keyboard: input events, and the answers to a reader's EVIOC* questions.

After hid-input.c, evdev.c and input-event-codes.h. Not modelled: the reader's buffer of 64 events that
overflows into SYN_DROPPED and key repeat by time (hands do both), key maps that a program changes.
"""

import errno
import struct
from dataclasses import dataclass
from typing import NamedTuple

EV_SYN, EV_KEY, EV_MSC, EV_LED, EV_REP = 0x00, 0x01, 0x04, 0x11, 0x14
SYN_REPORT, SYN_DROPPED, MSC_SCAN = 0, 3, 4
RELEASE, PRESS, REPEAT = 0, 1, 2
BUS_USB = 0x03
EVENT = struct.Struct("llHHi")
LONG_BYTES = 8
_DRIVER_VERSION = 0x010001
_REPEAT_MS = (250, 33)  # delay and period
_KEYBOARD_PAGE = 0x70000
_FIRST_MODIFIER = 0xE0
_MOST_KEYS = 0x300
_OF_FIXED_SIZE = frozenset({0x01, 0x02, 0x03, 0x84})
_MOST = {EV_SYN: 0x20, EV_KEY: _MOST_KEYS, EV_MSC: 8, EV_LED: 16, EV_REP: 2}

# hid_keyboard[] of hid-input.c: the key code of each HID usage.
# fmt: off
_CODES = (
      0,   0,   0,   0,  30,  48,  46,  32,  18,  33,  34,  35,  23,  36,  37,  38,
     50,  49,  24,  25,  16,  19,  31,  20,  22,  47,  17,  45,  21,  44,   2,   3,
      4,   5,   6,   7,   8,   9,  10,  11,  28,   1,  14,  15,  57,  12,  13,  26,
     27,  43,  43,  39,  40,  41,  51,  52,  53,  58,  59,  60,  61,  62,  63,  64,
     65,  66,  67,  68,  87,  88,  99,  70, 119, 110, 102, 104, 111, 107, 109, 106,
    105, 108, 103,  69,  98,  55,  74,  78,  96,  79,  80,  81,  75,  76,  77,  71,
     72,  73,  82,  83,  86, 127,
)
_MODIFIER_CODES = (29, 42, 56, 125, 97, 54, 100, 126)
# fmt: on


class InputEvent(NamedTuple):
    type: int
    code: int
    value: int


Frame = list[InputEvent]
_SYN = InputEvent(EV_SYN, SYN_REPORT, 0)
DROPPED: Frame = [InputEvent(EV_SYN, SYN_DROPPED, 0), _SYN]


class KeyState:
    """Which keys of one keyboard are down; makes a frame of each report, as the kernel does."""

    def __init__(self) -> None:
        self._modifiers = 0
        self._keys: tuple[int, ...] = ()

    def report(self, modifiers: int, keys: tuple[int, ...]) -> Frame:
        """The events of one HID report, modifiers first; empty when it says nothing new."""
        changed = self._modifiers ^ modifiers
        usages = [
            (_FIRST_MODIFIER + bit, PRESS if modifiers >> bit & 1 else RELEASE)
            for bit in range(8)
            if changed >> bit & 1
        ]
        usages += [(usage, RELEASE) for usage in self._keys if usage not in keys]
        usages += [(usage, PRESS) for usage in keys if usage not in self._keys]
        self._modifiers, self._keys = modifiers, keys
        events = [event for usage, value in usages for event in _key(usage, value)]
        return [*events, _SYN] if events else []


def repeated(usage: int) -> Frame:
    """One repeat of a key that is held down."""
    return [InputEvent(EV_KEY, _code(usage), REPEAT), _SYN]


def _key(usage: int, value: int) -> list[InputEvent]:
    return [InputEvent(EV_MSC, MSC_SCAN, _KEYBOARD_PAGE | usage), InputEvent(EV_KEY, _code(usage), value)]


def _code(usage: int) -> int:
    return _MODIFIER_CODES[usage - _FIRST_MODIFIER] if usage >= _FIRST_MODIFIER else _CODES[usage]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """How a keyboard presents itself."""

    name: str
    phys: str
    uniq: str
    vendor: int
    product: int
    version: int = 0x0110


class Questions:
    """Answers a reader's ioctls; whatever buffer size it asks with."""

    def __init__(self, identity: Identity) -> None:
        self._down: set[int] = set()
        self._fixed = {
            0x01: struct.pack("i", _DRIVER_VERSION),
            0x02: struct.pack("4H", BUS_USB, identity.vendor, identity.product, identity.version),
            0x03: struct.pack("2I", *_REPEAT_MS),
            0x06: identity.name.encode() + b"\0",
            0x07: identity.phys.encode() + b"\0",
            0x08: identity.uniq.encode() + b"\0",
            0x09: bytes(LONG_BYTES),  # properties
            0x19: bytes(LONG_BYTES),  # lights that are on
            0x1A: bytes(LONG_BYTES),  # sounds
            0x1B: bytes(LONG_BYTES),  # switches
            0x84: struct.pack("i", 0),  # force feedback effects
            **{0x20 + kind: bytes(LONG_BYTES) for kind in range(0x20)},
            0x20 + EV_SYN: _bits([EV_SYN, EV_KEY, EV_MSC, EV_LED, EV_REP], _MOST[EV_SYN]),
            0x20 + EV_KEY: _bits([code for code in (*_CODES, *_MODIFIER_CODES) if code], _MOST_KEYS),
            0x20 + EV_MSC: _bits([MSC_SCAN], _MOST[EV_MSC]),
            0x20 + EV_LED: _bits([0, 1, 2], _MOST[EV_LED]),
            0x20 + EV_REP: _bits([0, 1], _MOST[EV_REP]),
        }

    def watch(self, frame: Frame) -> None:
        """Keeps what EVIOCGKEY tells."""
        for event in frame:
            if event.type == EV_KEY:
                (self._down.discard if event.value == RELEASE else self._down.add)(event.code)

    def answer(self, number: int, size: int) -> tuple[bytes, int]:
        """The answer to EVIOCG… `number`, cut to `size`, and what ioctl returns. Raises OSError like it."""
        whole = _bits(self._down, _MOST_KEYS) if number == 0x18 else self._fixed.get(number)  # noqa: PLR2004 - EVIOCGKEY
        if whole is None:
            raise OSError(errno.EINVAL, "no such question")
        return whole[:size], 0 if number in _OF_FIXED_SIZE else min(size, len(whole))


def _bits(numbers: "list[int] | set[int]", most: int) -> bytes:
    mask = 0
    for number in numbers:
        mask |= 1 << number
    return mask.to_bytes(-(-most // (LONG_BYTES * 8)) * LONG_BYTES, "little")
