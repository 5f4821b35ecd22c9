"""A card of the identity family on a PC/SC reader with a built-in security module.

The text block is that of GA 490 readers (256 bytes, UTF-16LE), the pages are those of the one public
program for such a reader: bytes 13 and 14 of the ATR, counted from 0, are 90 00, and FF B0 pp 00 00 reads
page pp. Whether the last page is filled up is not known, so it is an option. Not modelled: the radio
link, the module's authentication, WLT photographs (filler of the right size), the
fingerprint.
"""

from functools import reduce
from operator import xor
from typing import Literal

from sim.peers import iso7816
from sim.peers.idcard_text import TEXT_BYTES, text_block
from sim.world.residents import Holder

_HISTORICAL = bytes.fromhex("50414948414F2D534D9000")
_ATR_WITHOUT_CHECK = bytes.fromhex("3B8B8001") + _HISTORICAL
ATR = _ATR_WITHOUT_CHECK + bytes((reduce(xor, _ATR_WITHOUT_CHECK[1:]),))
PHOTO_BYTES, PAGE_BYTES = 1024, 256
FILLER_PHOTO = bytes((37 * n + 11) % 256 for n in range(PHOTO_BYTES))


class IdCardChip:
    kind: Literal["id"] = "id"

    def __init__(self, holder: Holder, *, padded_last_page: bool = False) -> None:
        self.atr = ATR
        lengths = TEXT_BYTES.to_bytes(2, "big") + PHOTO_BYTES.to_bytes(2, "big")
        stream = lengths + text_block(holder) + FILLER_PHOTO
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
