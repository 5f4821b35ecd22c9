"""Rating keypads."""

from drivers.catalog.entry import Entry, Option
from drivers.contract.device import Kind
from drivers.protocol.keymap import CODES

LEVELS = 5


def five_keys(word: str) -> str:
    """The names of five different keys; the value is the text itself."""
    names = word.split(",")
    unknown = [name for name in names if name not in CODES]
    if unknown or len(names) != LEVELS or len(set(names)) != LEVELS:
        known = ", ".join(sorted(CODES))
        raise ValueError(f"five different keys with commas, for the levels 5,4,3,2,1; keys: {known}")
    return word


ENTRIES: tuple[Entry, ...] = (
    Entry(
        scheme="keypad+input",
        kind=Kind.RATING_KEYPAD,
        module="drivers.catalog.keypad_input",
        title="USB keypad with a key for each of the five levels (USB-HID)",
        example="keypad+input:///dev/input/by-id/usb-keypad-event-kbd",
        options=(
            Option(
                name="keys",
                default="KP5,KP4,KP3,KP2,KP1",
                parse=five_keys,
                meaning="the keys of the levels 5 to 1, by their names in Linux without KEY_",
            ),
        ),
    ),
)
