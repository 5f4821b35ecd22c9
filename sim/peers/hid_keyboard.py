"""A USB keyboard as its HID reports: keyboard-wedge scanners and keypads are nothing else on the wire.

Usages after the USB HID Usage Tables, page 07h, and the US layout that scanners type in unless told
otherwise. Not modelled: the six-key limit and its roll-over code, media keys, other layouts, lights.
"""

import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sim.errors import BadLever

CTRL, SHIFT, ALT = 0x01, 0x02, 0x04  # the left ones, as bits of a report's modifier byte
FIRST_MODIFIER = 0xE0
ENTER, TAB, CAPS_LOCK = 0x28, 0x2B, 0x39
KEYPAD_1, KEYPAD_0 = 0x59, 0x62

_PLAIN = {
    **{letter: 0x04 + n for n, letter in enumerate(string.ascii_lowercase)},
    **{digit: 0x1E + n for n, digit in enumerate("1234567890")},
    **dict(zip("\n\x1b\b\t -=[]\\", range(0x28, 0x32), strict=True)),
    **dict(zip(";'`,./", range(0x33, 0x39), strict=True)),
}
_SHIFTED = {
    **{letter: 0x04 + n for n, letter in enumerate(string.ascii_uppercase)},
    **dict(zip("!@#$%^&*()", range(0x1E, 0x28), strict=True)),
    **dict(zip("_+{}|", range(0x2D, 0x32), strict=True)),
    **dict(zip(':"~<>?', range(0x33, 0x39), strict=True)),
}
KEYS = {
    **{letter.upper(): usage for letter, usage in _PLAIN.items() if letter.isalnum()},
    **{f"F{n}": 0x39 + n for n in range(1, 13)},
    **{f"KP{n}": KEYPAD_1 + n - 1 for n in range(1, 10)},
    "KP0": KEYPAD_0,
    "ENTER": ENTER,
    "ESC": 0x29,
    "BACKSPACE": 0x2A,
    "TAB": TAB,
    "SPACE": 0x2C,
    "MINUS": 0x2D,
    "CAPSLOCK": CAPS_LOCK,
    "NUMLOCK": 0x53,
    "KPSLASH": 0x54,
    "KPASTERISK": 0x55,
    "KPMINUS": 0x56,
    "KPPLUS": 0x57,
    "KPENTER": 0x58,
    "KPDOT": 0x63,
}
"""Keys by the names that input-event-codes.h gives them, without `KEY_`."""


@dataclass(frozen=True, slots=True)
class Report:
    """What is held down from now on."""

    modifiers: int = 0
    keys: tuple[int, ...] = ()


RELEASED = Report()


def usage(key: str) -> int:
    """The usage of a key by name. Raises BadLever."""
    if key not in KEYS:
        raise BadLever(f"a keypad has no key {key!r}; keys: {', '.join(KEYS)}")
    return KEYS[key]


def pressed(*keys: int, modifiers: int = 0) -> list[Report]:
    """Keys that go down and up one after the other."""
    return [report for key in keys for report in (Report(modifiers, (key,)), RELEASED)]


def typed(text: str, *, is_caps_locked: bool = False) -> list[Report]:
    """Text as a scanner types it: shift goes with each key; control characters with Ctrl.

    With `is_caps_locked` the letters come with the other case's shift. Raises BadLever for what no key gives.
    """
    return [report for letter in text for report in _typed_letter(letter, is_caps_locked=is_caps_locked)]


def _typed_letter(letter: str, *, is_caps_locked: bool) -> Iterator[Report]:
    swapped = letter.swapcase() if is_caps_locked and letter in string.ascii_letters else letter
    if swapped in _PLAIN:
        yield from pressed(_PLAIN[swapped])
    elif swapped in _SHIFTED:
        yield from pressed(_SHIFTED[swapped], modifiers=SHIFT)
    elif letter < "\x1b":  # Ctrl+A is 01
        yield from pressed(_PLAIN[chr(ord(letter) | 0x60)], modifiers=CTRL)
    elif letter in "\x1c\x1d":  # FS and GS, which separate fields in GS1 codes
        yield from pressed(_PLAIN[chr(ord(letter) | 0x40)], modifiers=CTRL)
    else:
        raise BadLever(f"a US keyboard has no key for U+{ord(letter):04X}: use Alt and the keypad")


def alt_typed(numbers: Iterable[int]) -> list[Report]:
    """Each number on the keypad, with a leading zero, while Alt is held."""
    return [report for number in numbers for report in _alt_number(number)]


def _alt_number(number: int) -> Iterator[Report]:
    yield Report(ALT)
    for digit in f"0{number}":
        yield Report(ALT, (KEYPAD_0 if digit == "0" else KEYPAD_1 + int(digit) - 1,))
        yield Report(ALT)
    yield RELEASED
