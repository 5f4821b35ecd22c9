"""Keys of input devices: their codes in Linux, their names, and what a US keyboard writes with them.

Codes are those of linux/input-event-codes.h. Scanners that pretend to be keyboards are delivered with the
US layout. CapsLock has no part in it: the codes say which key went down, and only consoles and desktops
turn letters round.
"""

from types import MappingProxyType
from typing import NamedTuple


class KeyMove(NamedTuple):
    """A key went down or up. A key that is held down and repeats has moved once."""

    code: int
    is_down: bool


class Gap(NamedTuple):
    """Some moves before this were lost (SYN_DROPPED)."""


GAP = Gap()

LEFT_CTRL, RIGHT_CTRL, LEFT_SHIFT, RIGHT_SHIFT, LEFT_ALT, RIGHT_ALT = 29, 97, 42, 54, 56, 100
TAB, ENTER, KEYPAD_ENTER = 15, 28, 96
CAPS_LOCK, NUM_LOCK, SCROLL_LOCK = 58, 69, 70

SHIFTS = frozenset({LEFT_SHIFT, RIGHT_SHIFT})
CTRLS = frozenset({LEFT_CTRL, RIGHT_CTRL})
ALTS = frozenset({LEFT_ALT, RIGHT_ALT})
LOCKS = frozenset({CAPS_LOCK, NUM_LOCK, SCROLL_LOCK})

# The first key of each row, what it and its neighbours write, and what they write with Shift.
_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (57, " ", " "),
)
_KEYPAD = {71: "7", 72: "8", 73: "9", 75: "4", 76: "5", 77: "6", 79: "1", 80: "2", 81: "3", 82: "0"}
_KEYPAD_SIGNS = {55: "*", 74: "-", 78: "+", 83: ".", 98: "/"}

KEYPAD_DIGITS = MappingProxyType(_KEYPAD)
PLAIN = MappingProxyType(
    {first + place: letter for first, row, _ in _ROWS for place, letter in enumerate(row)}
    | _KEYPAD
    | _KEYPAD_SIGNS
)
SHIFTED = MappingProxyType(
    {first + place: letter for first, _, row in _ROWS for place, letter in enumerate(row)}
    | _KEYPAD
    | _KEYPAD_SIGNS
)

# Names as in the kernel's header without KEY_: what a configuration may name.
_FUNCTIONS = {f"F{number}": 58 + number for number in range(1, 11)} | {"F11": 87, "F12": 88}
CODES = MappingProxyType(
    {letter.upper(): code for code, letter in PLAIN.items() if letter.isascii() and letter.isalpha()}
    | {digit: 2 + place for place, digit in enumerate("1234567890")}
    | {f"KP{digit}": code for code, digit in _KEYPAD.items()}
    | _FUNCTIONS
    | {"ENTER": ENTER, "KPENTER": KEYPAD_ENTER, "TAB": TAB, "SPACE": 57, "ESC": 1, "BACKSPACE": 14}
    | {"KPASTERISK": 55, "KPMINUS": 74, "KPPLUS": 78, "KPDOT": 83, "KPSLASH": 98, "MINUS": 12, "EQUAL": 13}
    | {"HOME": 102, "UP": 103, "PAGEUP": 104, "LEFT": 105, "RIGHT": 106, "END": 107, "DOWN": 108}
    | {"PAGEDOWN": 109, "INSERT": 110, "DELETE": 111}
)


def control(letter: str) -> int | None:
    """The byte that Ctrl and a key with this letter stand for, as terminals have it: Ctrl+] is 1D (GS).

    None where they stand for none.
    """
    also = {"2": "@", "6": "^", "-": "_"}.get(letter, letter)
    return ord(also) & 0x1F if "@" <= also <= "_" or "a" <= also <= "z" else None
