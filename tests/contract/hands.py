"""The hands at a device: a simulator's rig has them, and on the bench a person is asked for them.

`Hands` is what `DeviceSuite` needs. A kind's suite needs more, by the names of `REQUESTS`: a rig offers them
as methods, `AskingHands` asks for them, sentence by sentence, and waits for Enter. What no person can do to a
real device (cut a frame in the middle, look at its memory) skips the test that asks for it.
"""

import io
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Protocol

import pytest
import qrcode


class Hands(Protocol):
    """A device that is plugged in, and what a person can do with its plug."""

    @property
    def address(self) -> str: ...

    def plug(self) -> None: ...

    def unplug(self) -> None: ...


def as_qr(text: str) -> str:
    """A code to be held before a scanner: dark on light, as terminals with dark letters show it."""
    code = qrcode.QRCode(border=2)
    code.add_data(text)
    picture = io.StringIO()
    code.print_ascii(picture, invert=True)
    return f"Hold this code before the scanner:\n{picture.getvalue()}"


REQUESTS: Mapping[str, Callable[..., str]] = MappingProxyType(
    {
        "plug": lambda: "Plug the device in again, and switch it on.",
        "unplug": lambda: "Pull the device's plug: the cable to this computer, or its power.",
        "lay_card": lambda: "Lay a card on the reader, and leave it there.",
        "lift": lambda: "Take the card away.",
        "open_cover": lambda: "Open the cover of the printer.",
        "close_cover": lambda: "Close the cover of the printer.",
        "scan": as_qr,
        "press": lambda level: f"Press the key for level {level} of the keypad, once.",
        "hold": lambda level: f"Hold the key for level {level} down for two seconds, then let go.",
        "release": lambda: "Let go of all keys.",
        "press_call": lambda address: f"Press the key CALL of the caller with address {address}, once.",
        "close_door": lambda door: f"Close door {door.channel} of board {door.board}.",
    }
)


class AskingHands:
    """A real device at `address`, and a person before it.

    `ask` shows a sentence and returns when the person has done it; None: nobody is there, and every test that
    needs hands is skipped.
    """

    def __init__(self, address: str, ask: Callable[[str], None] | None) -> None:
        self.address = address
        self._ask = ask

    def __getattr__(self, hand: str) -> Any:
        if hand not in REQUESTS:
            pytest.skip(f"no hand can do this to a real device: {hand}")
        return lambda *words, **named: self._request(REQUESTS[hand](*words, **named))

    def _request(self, sentence: str) -> None:
        if self._ask is None:
            pytest.skip("needs hands: run it with --hands ask")
        self._ask(f"{self.address}\n{sentence}")
