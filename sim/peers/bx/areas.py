"""Dynamic areas: pieces of the strip whose text lives in the card's memory until the power goes.

An area in a frame: length u16, then type, X, Y, width, height (u16 each; X and width count eight dots,
single ones where the top bit is set), number, line gap, run mode, time-out in seconds (u16), three reserved
bytes, lines, new-line, display mode, exit mode, speed, stay, length of the text (u32), text in GBK.

Of the run modes only 2 darkens the area when it was not renewed within its time-out. Not modelled: speed,
stay, exit mode, line gap, voice, alignment, the pages a long text turns.
"""

import re
import struct
from dataclasses import dataclass

_HEAD = struct.Struct("<BHHHHBBBH3sBBBBBBI")
_DYNAMIC = 0x00
_DARK_WHEN_OLD = 2
_IN_DOTS = 0x8000
_DOTS_A_BYTE = 8
_MOTIONS = {1: "still", 2: "still", 3: "leftwards", 4: "rightwards", 5: "upwards", 6: "downwards"}
_COLOURS = {"1": "red", "2": "green", "3": "yellow"}
_CONTROL = re.compile(r"\\(?:C(?P<colour>[0-9])|F[A-Z][0-9]{3}|(?P<line>[nr]))")
DEFAULT_COLOUR = "red"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one colour."""

    text: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """`left`, `top`, `width` and `height` in dots; `until_s` on the link's clock, None for ever."""

    number: int
    left: int
    top: int
    width: int
    height: int
    motion: str
    runs: tuple[Run, ...]
    until_s: float | None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def read_areas(data: bytes, now_s: float) -> tuple[list[int], list[Area]] | None:
    """Numbers to delete and areas to show, from what follows the five bytes of the command; None if torn."""
    if not data or len(data) < 2 + data[0]:
        return None
    deleted, rest = list(data[1 : 1 + data[0]]), data[1 + data[0] :]
    areas = []
    count, rest = rest[0], rest[1:]
    for _ in range(count):
        size = int.from_bytes(rest[:2], "little")
        area = _read_area(rest[2 : 2 + size], now_s) if len(rest) >= 2 + size else None
        if area is None:
            return None
        areas.append(area)
        rest = rest[2 + size :]
    return None if rest else (deleted, areas)


def _read_area(data: bytes, now_s: float) -> Area | None:
    if len(data) < _HEAD.size:
        return None
    kind, left, top, width, height, number, _, mode, time_out_s, _, _, _, display, _, _, _, size = (
        _HEAD.unpack_from(data)
    )
    text = data[_HEAD.size :]
    if kind != _DYNAMIC or size != len(text) or display not in _MOTIONS:
        return None
    return Area(
        number=number,
        left=_dots(left),
        top=top,
        width=_dots(width),
        height=height,
        motion=_MOTIONS[display],
        runs=_runs(text.decode("gbk", errors="replace")),
        until_s=now_s + time_out_s if mode == _DARK_WHEN_OLD else None,
    )


def _dots(field: int) -> int:
    return field & ~_IN_DOTS if field & _IN_DOTS else field * _DOTS_A_BYTE


def _runs(text: str) -> tuple[Run, ...]:
    r"""The controls in a text taken out of it: `\C1` colours, `\FO000` fonts, `\n` and `\r` lines."""
    runs, colour, at = [], DEFAULT_COLOUR, 0
    for control in _CONTROL.finditer(text):
        runs.append(Run(text[at : control.start()] + ("\n" if control["line"] else ""), colour))
        colour = _COLOURS.get(control["colour"] or "", colour)
        at = control.end()
    runs.append(Run(text[at:], colour))
    return tuple(run for run in runs if run.text)
