"""A resident identity card on a PC/SC reader with a built-in security module.

The text block is that of GA 490 readers (256 bytes, UTF-16LE), the pages are those of the one public
program for such a reader: bytes 13 and 14 of the ATR, counted from 0, are 90 00, and FF B0 pp 00 00 reads
page pp. Whether the last page is filled up is not known, so it is an option. Not modelled: the radio
link, the module's authentication, WLT photographs (filler of the right size), the fingerprint, permits of
residents from Hong Kong, Macau and Taiwan, permanent-resident cards.
"""

from functools import reduce
from operator import xor
from typing import Literal

from sim.peers import iso7816
from sim.world.person import Person

_HISTORICAL = bytes.fromhex("50414948414F2D534D9000")
_ATR_WITHOUT_CHECK = bytes.fromhex("3B8B8001") + _HISTORICAL
ATR = _ATR_WITHOUT_CHECK + bytes((reduce(xor, _ATR_WITHOUT_CHECK[1:]),))
TEXT_BYTES, PHOTO_BYTES, PAGE_BYTES = 256, 1024, 256
# Offset and length in bytes of each field of a resident's card, UTF-16LE, filled with spaces.
_FIELDS = {
    "name": (0, 30),
    "sex": (30, 2),
    "ethnic": (32, 4),
    "birth": (36, 16),
    "address": (52, 70),
    "number": (122, 36),
    "authority": (158, 30),
    "valid_from": (188, 16),
    "valid_to": (204, 16),
}


class IdCardChip:
    kind: Literal["id"] = "id"

    def __init__(self, person: Person, *, padded_last_page: bool = False) -> None:
        self.atr = ATR
        lengths = TEXT_BYTES.to_bytes(2, "big") + PHOTO_BYTES.to_bytes(2, "big")
        stream = lengths + text_block(person) + bytes((37 * n + 11) % 256 for n in range(PHOTO_BYTES))
        self._pages = [stream[at : at + PAGE_BYTES] for at in range(0, len(stream), PAGE_BYTES)]
        if padded_last_page:
            self._pages[-1] = self._pages[-1].ljust(PAGE_BYTES, b"\x00")

    def power(self) -> None:
        """Nothing is selected on this reader, so nothing is forgotten."""

    def answer(self, command: bytes) -> bytes:
        apdu = iso7816.parse(command)
        if apdu is None:
            return iso7816.WRONG_LENGTH
        if (apdu.cla, apdu.ins) != (0xFF, 0xB0):
            return iso7816.INSTRUCTION_UNKNOWN
        if apdu.p2 != 0 or apdu.p1 >= len(self._pages):
            return iso7816.WRONG_P1_P2
        page = self._pages[apdu.p1]
        if apdu.le is None or 0 < apdu.le < len(page):
            return bytes((0x6C, len(page) % 256))
        return page + iso7816.OK


def text_block(person: Person) -> bytes:
    block = bytearray(" ".encode("utf-16-le") * (TEXT_BYTES // 2))
    for field, (offset, length) in _FIELDS.items():
        encoded = str(getattr(person, field)).encode("utf-16-le")[:length]
        block[offset : offset + len(encoded)] = encoded
    return bytes(block)
