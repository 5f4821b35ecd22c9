"""Codes from a scanner that pretends to be a keyboard.

Letters come as keys of the US layout with Shift, control characters with Ctrl, and what no key writes as
Alt and a number on the keypad: up to 255 it is one byte of GBK text, above that a Unicode number. So a code
is a row of GB18030 bytes (GBK's superset, which has all of Unicode), even where the second byte of a hanzi
is typed as a plain letter.
"""

from drivers.protocol.keymap import (
    ALTS,
    CAPS_LOCK,
    CTRLS,
    ENTER,
    KEYPAD_DIGITS,
    KEYPAD_ENTER,
    LOCKS,
    PLAIN,
    SHIFTED,
    SHIFTS,
    TAB,
    Gap,
    KeyMove,
    control,
)
from drivers.protocol.scan_text import Dropped, Gathering, as_gb18030

ENDS = frozenset({ENTER, KEYPAD_ENTER, TAB})
ENDING_CONTROLS = frozenset(b"\t\r\n")
MODIFIERS = SHIFTS | CTRLS | ALTS
MOST_DIGITS = 8  # 1114111 is the last of Unicode, perhaps with a zero before it
LAST_BYTE = 0xFF


class TypedCodes:
    """Enter or Tab end a code, and so does silence, which `settle` tells of.

    `follows_caps_lock`: the scanner writes capitals by pressing CapsLock before and after them. Otherwise a
    CapsLock it presses is for a host whose own is on, and changes no letter here.
    """

    def __init__(self, longest: int, *, follows_caps_lock: bool = False) -> None:
        self._gathering = Gathering(longest, as_gb18030)
        self._follows_caps_lock = follows_caps_lock
        self._is_caps_locked = False
        self._held: set[int] = set()
        self._number = ""

    @property
    def is_waiting(self) -> bool:
        """A code has begun, or a key is held that would change the next one."""
        return not self._gathering.is_empty or bool(self._held)

    def feed(self, move: KeyMove | Gap) -> list[str | Dropped]:
        if isinstance(move, Gap):
            self._let_go()
            self._gathering.drop(Dropped.GAP)
            return []
        if move.code in MODIFIERS:
            self._hold(move)
            return []
        return self._strike(move.code) if move.is_down else []

    def settle(self) -> list[str | Dropped]:
        """Also lets go of what is held: a Shift whose release was lost must not change the next code."""
        self._let_go()
        return self._gathering.end()

    def _hold(self, move: KeyMove) -> None:
        if move.is_down:
            self._held.add(move.code)
            return
        self._held.discard(move.code)
        if move.code in ALTS and not self._held & ALTS:
            self._take_number()

    def _let_go(self) -> None:
        self._held.clear()
        self._number = ""
        self._is_caps_locked = False

    def _strike(self, code: int) -> list[str | Dropped]:
        if code in ENDS:
            return self._gathering.end()
        letter = (SHIFTED if self._held & SHIFTS else PLAIN).get(code)
        if code == CAPS_LOCK:
            self._is_caps_locked = self._follows_caps_lock and not self._is_caps_locked
        elif self._held & ALTS:
            self._strike_number(code)
        elif letter is not None and self._held & CTRLS:
            return self._strike_control(letter)
        elif letter is not None:
            self._gathering.add((letter.swapcase() if self._is_caps_locked else letter).encode())
        return []

    def _strike_number(self, code: int) -> None:
        """Alt with anything but keypad digits is a way of writing we do not know."""
        digit = KEYPAD_DIGITS.get(code)
        if digit is not None and len(self._number) < MOST_DIGITS:
            self._number += digit
        elif code not in LOCKS:
            self._gathering.drop(Dropped.NOT_TEXT)

    def _strike_control(self, letter: str) -> list[str | Dropped]:
        byte = control(letter)
        if byte in ENDING_CONTROLS:
            return self._gathering.end()
        if byte is not None:
            self._gathering.add(bytes((byte,)))
        return []

    def _take_number(self) -> None:
        if not self._number:
            return
        number, self._number = int(self._number), ""
        try:
            self._gathering.add(bytes((number,)) if number <= LAST_BYTE else chr(number).encode("gb18030"))
        except ValueError:  # beyond Unicode, or half of a pair
            self._gathering.drop(Dropped.NOT_TEXT)
