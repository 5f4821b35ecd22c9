"""A text as the short messages it takes: one of up to 70 characters, or parts of up to 67 each.

Parts carry the 6 bytes by which a phone joins them (3GPP TS 23.040, 9.2.3.24.1: concatenation, 8-bit
reference). Characters are counted as UTF-16 units, in GBK too: the phone gets UCS-2 either way.
"""

from hashlib import sha256

from queue_core.messages.cmpp.protocol import Submit
from queue_core.messages.cmpp.settings import CmppSettings, TextCoding
from queue_core.messages.contract import NeverSendable, Parcel

_UCS2, _GBK = 8, 15
_WHOLE_UNITS, _PART_UNITS = 70, 67
_MOST_PARTS = 255
_UNIT_SIZE = 2
_PHONE_DIGITS = 11


def parts_of(parcel: Parcel, settings: CmppSettings) -> tuple[Submit, ...]:
    """The same bytes for the same parcel, always: gateways drop an equal text to the same number.

    Raises NeverSendable.
    """
    phone = parcel.phone
    if not (len(phone) == _PHONE_DIGITS and phone.isascii() and phone.isdigit() and phone[0] == "1"):
        raise NeverSendable("cmpp-wrong-number", "This is no number of a mobile phone.")
    pieces = _pieces(parcel.text)
    if not parcel.text or len(pieces) > _MOST_PARTS:
        raise NeverSendable("cmpp-wrong-length", f"A text of {len(parcel.text)} characters cannot be sent.")
    text_format, contents = _coded(pieces, settings.text)
    reference = sha256(parcel.dedupe_key.encode()).digest()[0]
    return tuple(
        Submit(
            part_count=len(contents),
            part=part,
            service_id=settings.service_id,
            source=settings.source_address,
            sender=settings.sender,
            phone=phone,
            text_format=text_format,
            has_header=len(contents) > 1,
            content=_header(reference, len(contents), part) + content,
        )
        for part, content in enumerate(contents, start=1)
    )


def _header(reference: int, count: int, part: int) -> bytes:
    return bytes((0x05, 0x00, 0x03, reference, count, part)) if count > 1 else b""


def _pieces(text: str) -> list[str]:
    """No character of two units is cut in two."""
    if _units(text) <= _WHOLE_UNITS:
        return [text]
    pieces, begin, units = [], 0, 0
    for at, character in enumerate(text):
        size = _units(character)
        if units + size > _PART_UNITS:
            pieces.append(text[begin:at])
            begin, units = at, 0
        units += size
    return [*pieces, text[begin:]]


def _units(text: str) -> int:
    return len(text.encode("utf-16-be", "surrogatepass")) // _UNIT_SIZE


def _coded(pieces: list[str], coding: TextCoding) -> tuple[int, list[bytes]]:
    """Raises NeverSendable for half a character."""
    try:
        if coding is TextCoding.GBK:
            return _GBK, [piece.encode("gbk") for piece in pieces]
    except UnicodeEncodeError:
        pass  # the whole message as UCS-2 then: its parts must be of one coding
    try:
        return _UCS2, [piece.encode("utf-16-be") for piece in pieces]
    except UnicodeEncodeError as error:
        raise NeverSendable("cmpp-wrong-text", "The text holds half a character.") from error
