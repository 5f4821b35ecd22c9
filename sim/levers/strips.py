"""Levers of the LED strips: what a person in the hall sees on them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sim.errors import BadLever
from sim.levers.table import Arguments, Lever, Levers, Reply
from sim.rig.strips import Strips


class OneStrip(Arguments, frozen=True):
    strip: str
    address: int = 1


class WaitText(OneStrip, frozen=True, kw_only=True):
    text: str
    within_s: float = 5


def levers(lines: Mapping[str, Strips[Any]], pictures: Path) -> Levers:
    """`pictures`: the folder where they are written."""

    def line_of(wish: OneStrip) -> Strips[Any]:
        if wish.strip not in lines:
            raise BadLever(f"there is no strip {wish.strip!r}; strips: {', '.join(lines)}")
        return lines[wish.strip]

    def state(wish: OneStrip) -> Reply:
        return _state(line_of(wish), wish.address)

    def picture(wish: OneStrip) -> Reply:
        path = pictures / f"{wish.strip}-{wish.address}.png"
        new = line_of(wish).picture(path.with_suffix(".new.png"), wish.address)
        return {"png": str(new.replace(path))}

    def wait(wish: WaitText) -> Reply:
        line = line_of(wish)
        line.wait_for(lambda: wish.text in _text(line, wish.address), within_s=wish.within_s)
        return _state(line, wish.address)

    return {
        "strip.state": Lever(OneStrip, state),
        "strip.picture": Lever(OneStrip, picture),
        "strip.wait": Lever(WaitText, wait),
    }


def _text(line: Strips[Any], address: int) -> str:
    shown = line.shown(address)
    return shown.text if shown is not None else ""


def _state(line: Strips[Any], address: int) -> Reply:
    shown = line.shown(address)
    seen: Reply = {"text": "", "colour": None, "motion": None}
    if shown is not None:
        seen = {"text": shown.text, "colour": shown.colour, "motion": shown.motion}
    return {**seen, "garbage": line.garbage, "plugged_in": line.is_plugged_in}
