"""Scanners and keypads behind a mocked /dev/input.

with InputWorld() as world:
os.environ.update(world.environment)  # the process must run under umockdev-wrapper
scanner = world.scanner()
device = evdev.InputDevice(scanner.path)
scanner.scan("HELLO 123")
"""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from sim.errors import NotInTime
from sim.links.input_events import DROPPED, Frame, Identity, KeyState, repeated
from sim.links.input_node import InputHost
from sim.peers import hid_keyboard, scanner
from sim.peers.hid_keyboard import Report
from sim.peers.scanner import AltForm, EndKey

_LOOK_EVERY_S = 0.005


class InputWorld:
    """Mocked input devices, for programs that run with `environment`. All hands may be used from any thread.

    A reader sees ENODEV once its device is pulled, EBUSY when another has grabbed it, and nothing of what was
    typed before it opened the device. Not modelled: two readers of one device that nobody has grabbed (each
    event reaches one of them only), lights, and what `sim.links.input_events` names.
    """

    def __init__(self) -> None:
        self._host = InputHost()
        self._devices: list[_Keyboard] = []

    @property
    def root(self) -> Path:
        """The folder that stands for / : `root / "dev/input"` holds the nodes."""
        return self._host.root

    @property
    def environment(self) -> dict[str, str]:
        """For programs that are to see these devices, this process too; it is read at every call.

        LD_PRELOAD works only on programs that are started with it, so a test runs under umockdev-wrapper.
        """
        return {"UMOCKDEV_DIR": str(self.root), "LD_PRELOAD": "libumockdev-preload.so.0"}

    def scanner(
        self,
        *,
        name: str = "NEWLAND HID Barcode Scanner",
        serial: str = "",
        vendor: int = 0x1EAB,
        product: int = 0x0022,
        pace_s: float = 0.0,
    ) -> "WedgeScanner":
        """A plugged-in keyboard-wedge scanner.

        `pace_s` passes between two reports: with 0.002 it is a quick scanner, with 0.01 a slow one.
        """
        number = len(self._devices)
        identity = _identity(number, name, serial, vendor, product)
        device = WedgeScanner(self._host, number, identity, pace_s)
        self._devices.append(device)
        device.plug()
        return device

    def keypad(
        self,
        *,
        name: str = "SIGMACHIP USB Keypad",
        serial: str = "",
        vendor: int = 0x1C4F,
        product: int = 0x0002,
    ) -> "Keypad":
        """A plugged-in USB keypad: rating keys, digits."""
        number = len(self._devices)
        device = Keypad(self._host, number, _identity(number, name, serial, vendor, product), 0.0)
        self._devices.append(device)
        device.plug()
        return device

    def close(self) -> None:
        self._host.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _identity(number: int, name: str, serial: str, vendor: int, product: int) -> Identity:
    return Identity(
        name=name,
        phys=f"usb-0000:00:14.0-{number + 1}/input0",
        uniq=serial or f"SN{number:04}",
        vendor=vendor,
        product=product,
    )


class _Keyboard:
    """What scanners and keypads have in common."""

    def __init__(self, host: InputHost, number: int, identity: Identity, pace_s: float) -> None:
        self._host, self._number, self._identity = host, number, identity
        self._pace_s = pace_s
        self._keys = KeyState()
        self.is_plugged_in = False

    @property
    def name(self) -> str:
        return self._identity.name

    @property
    def event_path(self) -> str:
        """As `/dev/input/event0`; the next plugging-in of a real device may have another number."""
        return f"/dev/input/event{self._number}"

    @property
    def path(self) -> str:
        """The name that stays, as `/dev/input/by-id/usb-…-event-kbd`."""
        return f"/dev/input/by-id/{self._by_id}"

    @property
    def readers(self) -> int:
        """How many have it open."""
        return int(self._host.look(self._number)["readers"])

    @property
    def is_grabbed(self) -> bool:
        return bool(self._host.look(self._number)["is_grabbed"])

    @property
    def is_all_read(self) -> bool:
        """No event waits for its reader."""
        return not self._host.look(self._number)["unread_bytes"]

    def plug(self) -> None:
        """The node, the link by id and the uevents of a new device. A plugged-in one stays as it is."""
        if not self.is_plugged_in:
            self._keys = KeyState()
            self._host.plug(self._number, self._identity, self._by_id)
            self.is_plugged_in = True

    def unplug(self) -> None:
        """All that goes away: whoever reads gets ENODEV, also in the middle of a code."""
        if self.is_plugged_in:
            self.is_plugged_in = False
            self._host.unplug(self._number)

    def drop_events(self) -> None:
        """SYN_DROPPED: the reader was too slow, and what it has not read is gone."""
        self._host.play(self._number, [DROPPED])

    def wait_for(self, claim: Callable[[], bool], *, within_s: float = 5) -> None:
        """Until `claim` holds, such as `lambda: scanner.is_grabbed`. Raises NotInTime."""
        deadline = time.monotonic() + within_s
        while not claim():
            if time.monotonic() > deadline:
                raise NotInTime(f"it did not happen at {self.name} within {within_s} s")
            time.sleep(_LOOK_EVERY_S)

    @property
    def _by_id(self) -> str:
        return f"usb-{self._identity.name}_{self._identity.uniq}-event-kbd".replace(" ", "_")

    def _send(self, reports: Iterable[Report]) -> None:
        frames = [self._keys.report(report.modifiers, report.keys) for report in reports]
        if not self._pace_s:
            self._play(frames)
            return
        for frame in frames:
            self._play([frame])
            time.sleep(self._pace_s)

    def _play(self, frames: list[Frame]) -> None:
        self._host.play(self._number, [frame for frame in frames if frame])


class WedgeScanner(_Keyboard):
    """A scanner that types. Every hand returns when the last key was sent."""

    def scan(self, text: str, *, end: EndKey = "enter", toggles_caps_lock: bool = False) -> None:
        """A code of ASCII as US keys with shift, then Enter, Tab or nothing.

        `toggles_caps_lock`: presses CapsLock before and after the code, and types letters the other way
        round. Raises BadLever for letters that have no key.
        """
        self._send(scanner.keyed(text, end=end, toggles_caps_lock=toggles_caps_lock))

    def scan_alt_keypad(
        self, code: str | Iterable[int], *, form: AltForm = "gbk", end: EndKey = "enter"
    ) -> None:
        """A code as Alt+keypad numbers: numbers as they are, text as GBK bytes or code points."""
        self._send(scanner.alt_keyed(code, form=form, end=end))

    def type(self, text: str) -> None:
        """Some letters with no end: the beginning of a code, or its going on."""
        self._send(hid_keyboard.typed(text))

    def press_end(self, end: EndKey = "enter") -> None:
        self._send(scanner.end_keyed(end))


class Keypad(_Keyboard):
    """Keys by name without KEY_: "1", "KP1", "A", "F1", "ENTER" (`sim.peers.hid_keyboard.KEYS`)."""

    def press(self, key: str) -> None:
        """Down and up. Raises BadLever."""
        self._send(hid_keyboard.pressed(hid_keyboard.usage(key)))

    def hold(self, key: str, *, repeats: int = 0) -> None:
        """Down, with so many of the kernel's repeats; stays down until `release`. Raises BadLever."""
        usage = hid_keyboard.usage(key)
        self._send([Report(0, (usage,))])
        self._play([repeated(usage)] * repeats)

    def release(self) -> None:
        """All keys up."""
        self._send([hid_keyboard.RELEASED])
