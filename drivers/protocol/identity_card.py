"""The text of a resident ID card 居民身份证, and how a PC/SC reader with a security module hands it out.

The 256-byte text block is GA 467's, UTF-16LE in fixed places filled with spaces; the page commands are those
of readers that put `90 00` into bytes 13 and 14 (from 0) of the ATR. Only the pages with text are read: the
photo is not asked for.
"""

from dataclasses import dataclass

from drivers.contract.card_reader import Cardholder, CardKind
from drivers.contract.errors import CardUnknown, CardUnreadable, CheckDigitWrong
from drivers.protocol.apdu import Dialogue, exchange
from drivers.protocol.id_number import is_valid, is_well_formed

ATR_MARK = slice(13, 15)
TEXT_LENGTH = 256
HEADER = 4  # two big-endian lengths: text, photo
FLAG = slice(248, 250)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where a kind of card keeps the holder's names, best first, and number; offsets in bytes."""

    names: tuple[tuple[slice, ...], ...]
    number: slice
    has_check_digit: bool = True


_RESIDENT = Layout(names=((slice(0, 30),),), number=slice(122, 158))
LAYOUTS = {
    " ": _RESIDENT,
    "J": _RESIDENT,  # 港澳台居民居住证
    "Y": Layout(  # foreign permanent resident, 2023
        names=((slice(0, 30),), (slice(52, 122), slice(220, 242))), number=slice(122, 158)
    ),
    "I": Layout(  # foreign permanent resident, 2017: 15 characters with a check of their own
        names=((slice(158, 188),), (slice(0, 120),)), number=slice(122, 152), has_check_digit=False
    ),
}


def read_holder(atr: bytes) -> Dialogue[Cardholder]:
    """Raises CardUnknown, CardUnreadable or CheckDigitWrong."""
    if atr[ATR_MARK] != b"\x90\x00":
        raise CardUnknown("the reader does not present this card as an ID card")
    stream = b""
    for page in range(2):
        response = yield from exchange(bytes((0xFF, 0xB0, page, 0x00, 0x00)))
        if not response.is_fine:
            raise CardUnreadable(f"page {page} was refused (SW {response.status:04X})")
        stream += response.data
    if int.from_bytes(stream[:2]) != TEXT_LENGTH or len(stream) < HEADER + TEXT_LENGTH:
        raise CardUnreadable("the card's text is not 256 bytes long")
    return decode_text(stream[HEADER : HEADER + TEXT_LENGTH])


def decode_text(block: bytes) -> Cardholder:
    """The holder in a text block. Raises CardUnreadable or CheckDigitWrong."""
    layout = LAYOUTS.get(block[FLAG].decode("utf-16-le", errors="replace"))
    if layout is None:
        raise CardUnknown("an ID card of an unknown type")
    name = next(filter(None, ("".join(_text(block, part) for part in parts) for parts in layout.names)), "")
    number = _text(block, layout.number).upper()
    if not name or not name.isprintable():
        raise CardUnreadable("the card has no name")
    if layout.has_check_digit:
        _verify(number)
    elif not (number.isascii() and number.isalnum()):
        raise CardUnreadable("the card has no number")
    return Cardholder(name=name, id_number=number, card=CardKind.RESIDENT_ID)


def _verify(number: str) -> None:
    if not is_well_formed(number):
        raise CardUnreadable("the card's number is not an ID number")
    if not is_valid(number):
        raise CheckDigitWrong("the check digit of the card's number is wrong")


def _text(block: bytes, place: slice) -> str:
    try:
        return block[place].decode("utf-16-le").strip(" \x00")
    except UnicodeDecodeError as error:
        raise CardUnreadable("the card's text is not UTF-16") from error
