"""Which key of the keyboard does what at a counter, and what may be written for it in COUNTER.toml."""

import re
from collections.abc import Mapping

from queue_core.wire.words import WindowAction

DEFAULT_KEYS: Mapping[str, str] = {
    "call-next": "F2",
    "recall": "F3",
    "start": "F4",
    "finish": "F5",
    "no-show": "F6",
    "hold": "F7",
    "pause": "F8",
    "open": "F9",
    "layout": "F10",
    "fold": "F11",
    "log-out": "F12",
    "transfer": "T",
    "convert": "C",
    "add-matter": "M",
    "note": "N",
    "finish-part": "P",
    "book": "B",
    "result": "R",
    "hand-back": "H",
    "shift": "S",
    "accept-case": "A",
    "hand-over": "D",
    "cases": "U",
    "contrast": "K",
}
"""`pause` also ends a pause, and `open` also closes. What asks nothing more lies on a function key."""

SAME_KEY = {WindowAction.RESUME.value: "pause", WindowAction.CLOSE.value: "open"}
_KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+){0,2}(?:F(?:[1-9]|1[0-2])|[A-Z])")
TAKEN = "1 to 9, arrows, Tab, Enter, Space and Esc have their meaning everywhere"


def is_key(text: str) -> bool:
    """Such as F2, T or Ctrl+Shift+F4."""
    return _KEY.fullmatch(text) is not None


def keys_in_effect(written: Mapping[str, str]) -> dict[str, str]:
    """By name of what it does; each written one takes the place of its default."""
    return {**DEFAULT_KEYS, **written}


def key_of(name: str, keys: Mapping[str, str]) -> str:
    return keys.get(SAME_KEY.get(name, name), "")
