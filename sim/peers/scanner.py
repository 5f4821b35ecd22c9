"""What a 2D scanner sends for a code held before it: bytes over USB-CDC, or keys as a keyboard wedge.

Not modelled: the codes' images, aiming and light, programming codes, prefixes and AIM identifiers (a test
that wants them puts them into the text), HID-POS reports.
"""

from collections.abc import Iterable
from typing import Literal

from sim.errors import BadLever
from sim.peers.hid_keyboard import CAPS_LOCK, ENTER, TAB, Report, alt_typed, pressed, typed

Suffix = Literal["CR", "CRLF", "LF", "TAB", "none"]
Encoding = Literal["utf-8", "gb18030"]
EndKey = Literal["enter", "tab", "none"]
AltForm = Literal["gbk", "unicode"]

_SUFFIXES: dict[Suffix, bytes] = {"CR": b"\r", "CRLF": b"\r\n", "LF": b"\n", "TAB": b"\t", "none": b""}
_END_KEYS: dict[EndKey, tuple[int, ...]] = {"enter": (ENTER,), "tab": (TAB,), "none": ()}


def said(code: bytes | str, *, encoding: Encoding, suffix: Suffix) -> bytes:
    """The bytes of one scan on a serial line; bytes go out as they are, with the suffix."""
    return (code.encode(encoding) if isinstance(code, str) else code) + _SUFFIXES[suffix]


def keyed(text: str, *, end: EndKey, toggles_caps_lock: bool) -> list[Report]:
    """The keys of one scan. A scanner that toggles CapsLock does so before and after, and types by it."""
    lock = pressed(CAPS_LOCK) if toggles_caps_lock else []
    return [*lock, *typed(text, is_caps_locked=toggles_caps_lock), *lock, *end_keyed(end)]


def alt_keyed(code: str | Iterable[int], *, form: AltForm, end: EndKey) -> list[Report]:
    """The keys of one scan as Alt+keypad numbers.

    Text becomes the single bytes of GBK (0–255, a hanzi is two numbers) or code points of Unicode. Raises
    BadLever for text that is not in GBK.
    """
    return [*alt_typed(_numbers(code, form) if isinstance(code, str) else code), *end_keyed(end)]


def end_keyed(end: EndKey) -> list[Report]:
    return pressed(*_END_KEYS[end])


def _numbers(text: str, form: AltForm) -> Iterable[int]:
    if form == "unicode":
        return [ord(letter) for letter in text]
    try:
        return text.encode("gbk")
    except UnicodeEncodeError as error:
        raise BadLever("a letter of this code is not in GBK: scan it in the form 'unicode'") from error
