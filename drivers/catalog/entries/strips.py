"""LED strips above the windows."""

import re

from drivers.catalog.entry import ANSWER_WITHIN, Entry, Option, baud, one_of, whole
from drivers.contract.device import Kind

FONT = re.compile(r"[0-9]{3}|")
HEX_BYTE = re.compile(r"[0-9A-F]{2}")


def font(word: str) -> str:
    if not FONT.fullmatch(word):
        raise ValueError("three digits, or nothing for the card's own choice")
    return word


def hex_byte(word: str) -> str:
    if not HEX_BYTE.fullmatch(word):
        raise ValueError("two hexadecimal digits in capitals, such as 0B")
    return word


_BX = (
    Option(name="width_px", default=192, parse=whole(8, 4096), meaning="how wide a strip is, in dots"),
    Option(name="height_px", default=32, parse=whole(8, 1024), meaning="how high a strip is, in dots"),
    Option(
        name="columns",
        default=0,
        parse=whole(0, 512),
        meaning=(
            "letters in a line (a hanzi takes two), above which a text moves; "
            "0: as many as fit when they are as high as the strip, so tell it for a smaller font"
        ),
    ),
    Option(
        name="area", default=0, parse=whole(0, 255), meaning="the number of the dynamic area that is used"
    ),
    Option(
        name="colours",
        default="three",
        parse=one_of("three", "one"),
        meaning="red, green and yellow by controls in the text, or the strip's only colour",
    ),
    Option(
        name="font",
        default="",
        parse=font,
        meaning="a font of the card, as three digits; empty: its own choice",
    ),
    Option(name="speed", default=4, parse=whole(0, 24), meaning="of moving text: 0 fastest … 24 slowest"),
    Option(
        name="answers",
        default="no",
        parse=one_of("no", "yes"),
        meaning="whether the card must answer each text (how it does so only one public source tells)",
    ),
    Option(
        name="asked",
        default=1,
        parse=whole(1, 0xFFFE),
        meaning="the strip that is asked for the line's status, where cards answer",
    ),
    ANSWER_WITHIN,
)
_STRIP51 = (
    Option(name="columns", default=8, parse=whole(1, 512), meaning="letters in a line (a hanzi takes two)"),
    Option(name="play", default="01", parse=hex_byte, meaning="the parameter `play` of still text"),
    Option(name="leftwards", default="01", parse=hex_byte, meaning="the parameter `play` of moving text"),
    Option(name="speed", default="00", parse=hex_byte, meaning="the parameter `speed`"),
    Option(name="stay", default="99", parse=hex_byte, meaning="the parameter `stop`"),
    Option(name="colour", default="00", parse=hex_byte, meaning="the parameter `color`"),
    Option(name="valid", default="63", parse=hex_byte, meaning="the parameter `validtime`"),
)

ENTRIES: tuple[Entry, ...] = (
    Entry(
        scheme="bx+serial",
        kind=Kind.WINDOW_STRIPS,
        module="drivers.catalog.bx_strips",
        title="LED strips with BX-4K or BX-5 cards (仰邦) on a serial line",
        example="bx+serial:///dev/serial/by-id/usb-rs485?width_px=192&height_px=32",
        options=(baud(57_600), *_BX),
    ),
    Entry(
        scheme="bx+tcp",
        kind=Kind.WINDOW_STRIPS,
        module="drivers.catalog.bx_strips",
        title="LED strip with a BX-4K or BX-5 card (仰邦) on the network (port 5005 unless told)",
        example="bx+tcp://10.4.0.61:5005?width_px=192&height_px=32",
        options=_BX,
    ),
    Entry(
        scheme="strip51+serial",
        kind=Kind.WINDOW_STRIPS,
        module="drivers.catalog.strip51_strips",
        title="LED strips of the frame AA BB 51 54 on a serial line",
        example="strip51+serial:///dev/serial/by-id/usb-rs485",
        options=(baud(9600), *_STRIP51),
    ),
)
