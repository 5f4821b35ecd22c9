"""A contactless card that only shows its serial, as staff cards are used: through FF CA 00 00 00.

The ATR is the one PC/SC part 3 gives a storage card: MIFARE Classic 1K, ISO 14443 A part 3. Not modelled: the
card's memory and keys, the radio link, readers that answer `61 xx`.
"""

from functools import reduce
from operator import xor
from typing import Literal

from sim.peers import iso7816

_STANDARD = {"A": 0x03, "B": 0x07}  # ISO 14443 A part 3, ISO 14443 B part 3
_GET_UID = (0xFF, 0xCA, 0x00, 0x00)


class StaffChip:
    """`serial`: 4, 7 or 10 bytes; `kind_of_card`: A, or B whose serial is not the card's own."""

    kind: Literal["staff"] = "staff"

    def __init__(self, serial: bytes, *, kind_of_card: Literal["A", "B"] = "A") -> None:
        head = bytes.fromhex("3B8F8001804F0CA000000306")
        atr = head + bytes((_STANDARD[kind_of_card],)) + bytes.fromhex("000100000000")
        self.atr = atr + bytes((reduce(xor, atr[1:]),))
        self._serial = serial

    def power(self) -> None:
        """Nothing is selected on this card, so nothing is forgotten."""

    def answer(self, command: bytes) -> bytes:
        apdu = iso7816.parse(command)
        if apdu is None:
            return iso7816.WRONG_LENGTH
        if (apdu.cla, apdu.ins, apdu.p1, apdu.p2) != _GET_UID:
            return iso7816.INSTRUCTION_UNKNOWN
        if apdu.le not in (0, len(self._serial)):
            return bytes((0x6C, len(self._serial)))
        return self._serial + iso7816.OK
