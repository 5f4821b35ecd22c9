"""The line with the callers and pads of a hall's windows, on a pty."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from sim.errors import BadLever
from sim.links.pty import PtyLink
from sim.peers.ff68.bus import Bus
from sim.peers.ff68.devices import KEYS, AckForm, Caller, Evaluator
from sim.peers.ff68.presses import Press
from sim.rig.wired import Wired

DEFAULT_EVALUATOR_OFFSET = 0x80
_PAD_VALUES = range(4)
_Hand = TypeVar("_Hand")


class PtyBus(Wired[PtyLink]):
    """The window with number n has its caller at address n and its pad at n + `evaluator_offset`.

    Every method may be called from any thread. `caller(n)` and `pad(n)` are the hands and eyes at window n.
    """

    place = "on the bus"

    def __init__(
        self,
        *,
        windows: Iterable[int],
        link: Path,
        evaluator_offset: int = DEFAULT_EVALUATOR_OFFSET,
        ack_form: AckForm = "value",
    ) -> None:
        callers = {n: Caller(n) for n in windows}
        evaluators = {n: Evaluator(n + evaluator_offset, ack_form) for n in callers}
        self._bus = Bus(callers.values(), evaluators.values())
        super().__init__(self._bus)
        self._callers = {n: CallerHand(self, caller) for n, caller in callers.items()}
        self._pads = {n: PadHand(self, evaluator) for n, evaluator in evaluators.items()}
        self._link = PtyLink(link, self, self.faults, self._lock)

    @property
    def address(self) -> str:
        return f"ff68+serial://{self._link.path}"

    @property
    def garbage(self) -> int:
        """Bytes from the host that belonged to no frame."""
        return self._bus.garbage

    @property
    def windows(self) -> list[tuple[int, int, int]]:
        """Number, caller's address and pad's address of each window."""
        return [(n, caller.address, self._pads[n].address) for n, caller in self._callers.items()]

    def caller(self, window: int) -> "CallerHand":
        return _at(window, self._callers)

    def pad(self, window: int) -> "PadHand":
        return _at(window, self._pads)

    def noise(self, data: bytes) -> None:
        """Bytes of nobody on the line towards the host."""
        self._link.send(data)

    def by_hand(self, act: Callable[[float], None]) -> None:
        with self._lock:
            now_s = time.monotonic()
            act(now_s)
            going_out = self._bus.due(now_s)
        self._link.send(going_out)


class CallerHand:
    """The clerk's finger on the caller, and what the caller shows."""

    def __init__(self, bus: PtyBus, caller: Caller) -> None:
        self._bus, self._caller = bus, caller

    @property
    def address(self) -> int:
        return self._caller.address

    @property
    def display(self) -> str:
        """Six places, `_` is blank."""
        return self._caller.display

    @property
    def is_ok(self) -> bool | None:
        """The last ok or fail the host showed."""
        return self._caller.is_ok

    @property
    def beeps(self) -> int:
        return self._caller.beeps

    @property
    def presses(self) -> list[Press]:
        return list(self._caller.presses.made)

    @property
    def acknowledged(self) -> int:
        return self._caller.presses.acknowledged

    def press(self, key: str | int, digits: str = "") -> None:
        """A key by name (KEYS) or code, after digits. Raises BadLever."""
        code = KEYS.get(key) if isinstance(key, str) else key
        if code is None or not (digits == "" or (digits.isascii() and digits.isdigit())):
            raise BadLever(f"no caller has a key {key!r} with digits {digits!r}; keys: {', '.join(KEYS)}")
        self._bus.by_hand(lambda now_s: self._caller.press(code, digits, now_s))


class PadHand:
    """The citizen's finger on the pad, and what the pad shows."""

    def __init__(self, bus: PtyBus, evaluator: Evaluator) -> None:
        self._bus, self._evaluator = bus, evaluator

    @property
    def address(self) -> int:
        return self._evaluator.address

    @property
    def is_asked(self) -> bool:
        return self._evaluator.is_asked

    @property
    def asks(self) -> int:
        """How often the host has asked; `is_asked` lasts until a key of this pad is acknowledged."""
        return self._evaluator.asks

    @property
    def stars(self) -> int:
        return self._evaluator.stars

    @property
    def presses(self) -> list[Press]:
        return list(self._evaluator.presses.made)

    @property
    def acknowledged(self) -> int:
        return self._evaluator.presses.acknowledged

    def press(self, value: int) -> None:
        """One of the four keys: 0 worst … 3 best. Raises BadLever."""
        if value not in _PAD_VALUES:
            raise BadLever(f"the pad has the values 0 to 3, not {value!r}")
        self._bus.by_hand(lambda now_s: self._evaluator.press(value, now_s))


def _at(window: int, hands: dict[int, _Hand]) -> _Hand:
    if window not in hands:
        raise BadLever(f"there is no window {window}; windows: {', '.join(map(str, hands))}")
    return hands[window]
