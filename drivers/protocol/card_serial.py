"""The serial of a contactless card, as a PC/SC reader hands it out (PC/SC part 3, Get Data: UID).

Cards of type A have 4, 7 or 10 bytes (ISO 14443-3); 08 first says that four bytes were drawn for this once.
Cards of type B have a PUPI instead, which is drawn anew, or is zero as on identity cards: readers name the
type in the ATR of storage cards only, so an identity card is also known by its published ATRs.
"""

from drivers.contract.errors import CardUnknown
from drivers.contract.staff_card_reader import CardSerial
from drivers.protocol.apdu import Dialogue, exchange

GET_UID = bytes.fromhex("FFCA000000")
LENGTHS = frozenset({4, 7, 10})
DRAWN_ANEW = 0x08
_STORAGE_ATR = bytes.fromhex("3B8F8001804F0CA000000306")  # the next byte names the standard
_TYPE_A = frozenset({b"\x01", b"\x02", b"\x03"})  # ISO 14443 A; 05 to 07 are B, 09 to 0C ISO 15693
_IDENTITY_ATRS = frozenset(
    {
        bytes.fromhex("3B888001D10386050080800058"),
        bytes.fromhex("3B868001804F03F001003A"),
        bytes.fromhex("3B8B800120700100000000071C615170"),
    }
)


def read_serial(atr: bytes) -> Dialogue[CardSerial]:
    """Raises CardUnknown."""
    if not _has_lasting_serial(atr):
        raise CardUnknown("an identity card, or another that has no lasting serial")
    response = yield from exchange(GET_UID)
    if not response.is_fine:
        raise CardUnknown(f"the card shows no serial (SW {response.status:04X})")
    serial = response.data
    if len(serial) not in LENGTHS:
        raise CardUnknown(f"a serial of {len(serial)} bytes")
    if (len(serial) == min(LENGTHS) and serial[0] == DRAWN_ANEW) or not any(serial):
        raise CardUnknown("the card draws its serial anew each time")
    return CardSerial(serial.hex().upper())


def _has_lasting_serial(atr: bytes) -> bool:
    """As far as the ATR tells: a processor's does not."""
    if atr.startswith(_STORAGE_ATR):
        return atr[len(_STORAGE_ATR) :][:1] in _TYPE_A
    return atr not in _IDENTITY_ATRS
