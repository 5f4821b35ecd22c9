"""Cards that are not what the reader hopes for."""

from typing import Literal

from sim.peers import iso7816, ssc

NO_ATR = b"\x00\x00"


class MuteChip:
    """Shows the ATR given and never answers an APDU, like a card with a broken contact or a stuck chip.

    `NO_ATR` is what remains of an ATR when the contact is bad.
    """

    kind: Literal["mute"] = "mute"

    def __init__(self, atr: bytes = ssc.ATR) -> None:
        self.atr = atr

    def power(self) -> None:
        """A mute chip takes power and stays mute."""

    def answer(self, command: bytes) -> None:  # noqa: ARG002  # whatever is asked
        return None


class UnknownChip:
    """A card of somebody else: another ATR, none of our applications."""

    kind: Literal["unknown"] = "unknown"

    def __init__(self) -> None:
        self.atr = bytes.fromhex("3B6400005455494E")

    def power(self) -> None:
        """Nothing is ever selected."""

    def answer(self, command: bytes) -> bytes:
        return iso7816.FILE_NOT_FOUND if command[1:2] == b"\xa4" else iso7816.INSTRUCTION_UNKNOWN
