"""What a printer remembers between commands, and how the mode commands change it."""

from dataclasses import dataclass, field
from typing import Literal

from sim.peers.escpos.tokens import Token

DEFAULT_SPACING_DOTS = 30
HanziBits = Literal["epson", "sprt"]


@dataclass(slots=True, kw_only=True)
class Modes:
    """State after power-up or `ESC @`: Chinese firmware starts in Chinese mode.

    `hanzi_bits`: which bits of `FS !` double width and height: Epson 2 and 3, SPRT 4 and 5.
    `has_hanzi`: whether there are Chinese letters at all; without them there is no Chinese mode.
    """

    hanzi_bits: HanziBits = "epson"
    has_hanzi: bool = True
    is_hanzi: bool = True
    ascii_scale: tuple[int, int] = (1, 1)
    hanzi_scale: tuple[int, int] = (1, 1)
    ascii_cell: tuple[int, int] = (12, 24)
    is_bold: bool = False
    is_reverse: bool = False
    underline: int = 0
    hanzi_underline: int = 0
    align: int = 0
    spacing_dots: int = DEFAULT_SPACING_DOTS
    code_page: str = "cp437"
    strange: list[str] = field(default_factory=list)

    def take(self, token: Token) -> bool:
        """Applies a mode command; False when the token is none."""
        setter = _SETTERS.get(token.name)
        if setter is None:
            return False
        setter(self, token.arguments)
        return True


def _print_mode(modes: Modes, arguments: bytes) -> None:
    """`ESC !`: bit 0 font B, 3 bold, 4 double height, 5 double width, 7 underline; for ASCII only."""
    n = arguments[0]
    modes.ascii_cell = (9, 17) if n & 0x01 else (12, 24)
    modes.is_bold = bool(n & 0x08)
    modes.ascii_scale = (2 if n & 0x20 else 1, 2 if n & 0x10 else 1)
    modes.underline = 1 if n & 0x80 else 0


def _hanzi_mode(modes: Modes, arguments: bytes) -> None:
    n = arguments[0]
    width_bit, height_bit = (0x04, 0x08) if modes.hanzi_bits == "epson" else (0x10, 0x20)
    modes.hanzi_scale = (2 if n & width_bit else 1, 2 if n & height_bit else 1)
    modes.hanzi_underline = 1 if n & 0x80 else 0


def _size(modes: Modes, arguments: bytes) -> None:
    """`GS !`: width in the high, height in the low half byte, 1 to 8 times; for ASCII and hanzi alike."""
    n = arguments[0]
    modes.ascii_scale = modes.hanzi_scale = ((n >> 4 & 7) + 1, (n & 7) + 1)


def _hanzi_quadruple(modes: Modes, arguments: bytes) -> None:
    modes.hanzi_scale = (2, 2) if arguments[0] & 1 else (1, 1)


def _align(modes: Modes, arguments: bytes) -> None:
    n = arguments[0] - 48 if arguments[0] >= 48 else arguments[0]
    if n in (0, 1, 2):
        modes.align = n
    else:
        modes.strange.append(f"ESC a {arguments[0]} is no alignment")


def _code_page(modes: Modes, arguments: bytes) -> None:
    known = {0: "cp437", 2: "cp850", 16: "cp1252", 17: "cp866", 18: "cp852", 19: "cp858"}
    if arguments[0] in known:
        modes.code_page = known[arguments[0]]
    else:
        modes.strange.append(f"ESC t {arguments[0]}: no such code page here")


def _set_hanzi(modes: Modes, _: bytes) -> None:
    modes.is_hanzi = modes.has_hanzi
    if not modes.has_hanzi:
        modes.strange.append("FS &: this printer has no Chinese letters")


def _set_single_byte(modes: Modes, _: bytes) -> None:
    modes.is_hanzi = False


def _bold(modes: Modes, arguments: bytes) -> None:
    modes.is_bold = bool(arguments[0] & 1)


def _underline(modes: Modes, arguments: bytes) -> None:
    modes.underline = arguments[0] % 48 if arguments[0] % 48 <= 2 else 0


def _hanzi_underline(modes: Modes, arguments: bytes) -> None:
    modes.hanzi_underline = arguments[0] % 48 if arguments[0] % 48 <= 2 else 0


def _reverse(modes: Modes, arguments: bytes) -> None:
    modes.is_reverse = bool(arguments[0] & 1)


def _default_spacing(modes: Modes, _: bytes) -> None:
    modes.spacing_dots = DEFAULT_SPACING_DOTS


def _spacing(modes: Modes, arguments: bytes) -> None:
    modes.spacing_dots = arguments[0]


def _font(modes: Modes, arguments: bytes) -> None:
    modes.ascii_cell = (9, 17) if arguments[0] & 1 else (12, 24)


_SETTERS = {
    "ESC !": _print_mode,
    "FS !": _hanzi_mode,
    "FS W": _hanzi_quadruple,
    "GS !": _size,
    "ESC a": _align,
    "ESC t": _code_page,
    "FS &": _set_hanzi,
    "FS .": _set_single_byte,
    "ESC E": _bold,
    "ESC G": _bold,
    "ESC -": _underline,
    "FS -": _hanzi_underline,
    "GS B": _reverse,
    "ESC 2": _default_spacing,
    "ESC 3": _spacing,
    "ESC M": _font,
}
