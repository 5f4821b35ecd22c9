"""Levers of the scanners and of the rating keypad."""

from typing import Literal

from sim.errors import BadLever
from sim.levers.table import Arguments, Lever, Levers, Nothing, Reply
from sim.peers.scanner import AltForm, Encoding, EndKey, Suffix
from sim.rig.inputs import Keypad, WedgeScanner
from sim.rig.scanners import PtyScanner


class Scan(Arguments, frozen=True):
    scanner: Literal["serial", "input"]
    code: str
    encoding: Encoding = "utf-8"
    suffix: Suffix = "CR"
    end: EndKey = "enter"
    alt: AltForm | None = None


class Press(Arguments, frozen=True):
    key: str


class Hold(Press, frozen=True):
    repeats: int = 0


class OneDevice(Arguments, frozen=True):
    device: Literal["input", "keypad"]


def serial_levers(on_serial: PtyScanner) -> Levers:
    """Those of a hall whose only scanner is on a serial line."""

    def scan(wish: Scan) -> Reply:
        if wish.scanner != "serial":
            raise BadLever(f"scanner.scan: there is no scanner {wish.scanner!r} here; there is serial")
        on_serial.scan(wish.code, encoding=wish.encoding, suffix=wish.suffix)
        return {}

    return {"scanner.scan": Lever(Scan, scan)}


def levers(on_serial: PtyScanner, on_input: WedgeScanner, keypad: Keypad) -> Levers:
    def scan(wish: Scan) -> Reply:
        if wish.scanner == "serial":
            on_serial.scan(wish.code, encoding=wish.encoding, suffix=wish.suffix)
        elif wish.alt is None:
            on_input.scan(wish.code, end=wish.end)
        else:
            on_input.scan_alt_keypad(wish.code, form=wish.alt, end=wish.end)
        return {}

    def press(wish: Press) -> Reply:
        keypad.press(wish.key)
        return {}

    def hold(wish: Hold) -> Reply:
        keypad.hold(wish.key, repeats=wish.repeats)
        return {}

    def release(_: Nothing) -> Reply:
        keypad.release()
        return {}

    def drop(wish: OneDevice) -> Reply:
        {"input": on_input, "keypad": keypad}[wish.device].drop_events()
        return {}

    def state(_: Nothing) -> Reply:
        return {
            "serial": {"plugged_in": on_serial.is_plugged_in},
            "input": _read_by(on_input),
            "keypad": _read_by(keypad),
        }

    return {
        "scanner.scan": Lever(Scan, scan),
        "keypad.press": Lever(Press, press),
        "keypad.hold": Lever(Hold, hold),
        "keypad.release": Lever(Nothing, release),
        "inputs.drop": Lever(OneDevice, drop),
        "inputs.state": Lever(Nothing, state),
    }


def _read_by(device: WedgeScanner | Keypad) -> Reply:
    if not device.is_plugged_in:
        return {"plugged_in": False, "readers": 0, "grabbed": False}
    return {"plugged_in": True, "readers": device.readers, "grabbed": device.is_grabbed}
