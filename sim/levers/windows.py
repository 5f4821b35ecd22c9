"""Levers of the callers and pads at the windows, and of their line."""

import msgspec

from sim.errors import BadLever
from sim.levers.table import Arguments, Lever, Levers, Reply
from sim.peers.ff68.presses import Press
from sim.rig.bus import CallerHand, PadHand
from sim.rig.hall import HallRig


class OneWindow(Arguments, frozen=True):
    window: int


class PressCaller(OneWindow, frozen=True):
    key: str | int
    digits: str = ""


class PressPad(OneWindow, frozen=True):
    value: int


class WaitCaller(OneWindow, frozen=True):
    display: str | None = None
    acknowledged: int | None = None
    within_s: float = 5


class WaitPad(OneWindow, frozen=True):
    asked: bool | None = None
    asks: int = 0
    acknowledged: int | None = None
    within_s: float = 5


class Noise(Arguments, frozen=True):
    hex: str


class Plug(Arguments, frozen=True):
    is_in: bool = msgspec.field(name="in")


def levers(hall: HallRig) -> Levers:
    bus = hall.bus

    def press_caller(wish: PressCaller) -> Reply:
        bus.caller(wish.window).press(wish.key, wish.digits)
        return {}

    def press_pad(wish: PressPad) -> Reply:
        bus.pad(wish.window).press(wish.value)
        return {}

    def wait_caller(wish: WaitCaller) -> Reply:
        caller = bus.caller(wish.window)
        bus.wait_for(
            lambda: wish.display in (None, caller.display) and _has(caller, wish.acknowledged),
            within_s=wish.within_s,
        )
        return _caller_state(caller)

    def wait_pad(wish: WaitPad) -> Reply:
        pad = bus.pad(wish.window)
        bus.wait_for(
            lambda: (
                wish.asked in (None, pad.is_asked) and pad.asks >= wish.asks and _has(pad, wish.acknowledged)
            ),
            within_s=wish.within_s,
        )
        return _pad_state(pad)

    def noise(wish: Noise) -> Reply:
        try:
            bus.noise(bytes.fromhex(wish.hex))
        except ValueError as error:
            raise BadLever(f"bus.noise: {wish.hex!r} is not hexadecimal") from error
        return {}

    def plug(wish: Plug) -> Reply:
        if wish.is_in:
            bus.plug()
        else:
            bus.unplug()
        return {}

    return {
        "caller.press": Lever(PressCaller, press_caller),
        "caller.state": Lever(OneWindow, lambda wish: _caller_state(bus.caller(wish.window))),
        "caller.display": Lever(OneWindow, lambda wish: {"display": bus.caller(wish.window).display}),
        "caller.wait": Lever(WaitCaller, wait_caller),
        "pad.press": Lever(PressPad, press_pad),
        "pad.state": Lever(OneWindow, lambda wish: _pad_state(bus.pad(wish.window))),
        "pad.wait": Lever(WaitPad, wait_pad),
        "bus.noise": Lever(Noise, noise),
        "bus.plug": Lever(Plug, plug),
    }


def _has(hand: CallerHand | PadHand, acknowledged: int | None) -> bool:
    return acknowledged is None or hand.acknowledged >= acknowledged


def _caller_state(caller: CallerHand) -> Reply:
    return {
        "display": caller.display,
        "shown_ok": caller.is_ok,
        "beeps": caller.beeps,
        "presses": [_shown(press) for press in caller.presses],
    }


def _pad_state(pad: PadHand) -> Reply:
    return {
        "asked": pad.is_asked,
        "asks": pad.asks,
        "stars": pad.stars,
        "presses": [_shown(press) for press in pad.presses],
    }


def _shown(press: Press) -> Reply:
    return {
        "frame": press.frame.encode().hex(" "),
        "acknowledged": press.is_acknowledged,
        "after_s": press.after_s,
        "sent": press.sent,
    }
