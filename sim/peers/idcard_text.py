"""The 256 bytes of text on cards of the identity family, UTF-16LE, each field filled with spaces.

The character at offset 248 tells the types apart: a space for residents, J for permits of residents from Hong
Kong, Macau and Taiwan, I and Y for permanent-resident cards of 2017 and 2023.
"""

from collections.abc import Mapping
from typing import assert_never

from sim.world.person import Person
from sim.world.residents import Holder, PermanentResident2017, PermanentResident2023, Permit

TEXT_BYTES = 256
# Offset and length in bytes of each field; the names are those of the holder's attributes.
_RESIDENT = {
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
_PERMIT_PERSON = {field: place for field, place in _RESIDENT.items() if field != "ethnic"}
_PERMIT = {"pass_number": (220, 18), "issue_count": (238, 4)}
_PERMANENT_2017 = {
    "english_name": (0, 120),
    "sex": (120, 2),
    "number": (122, 30),
    "country": (152, 6),
    "chinese_name": (158, 30),
    "valid_from": (188, 16),
    "valid_to": (204, 16),
    "birth": (220, 16),
    "version": (236, 4),
    "authority_code": (240, 8),
}
_PERMANENT_2023 = {
    "chinese_name": (0, 30),
    "sex": (30, 2),
    "renewals": (32, 4),
    "birth": (36, 16),
    "english_name": (52, 70),
    "number": (122, 36),
    "valid_from": (188, 16),
    "valid_to": (204, 16),
    "country": (242, 6),
    "former": (250, 6),
}
_REST_OF_ENGLISH_NAME, _FLAG = (220, 22), (248, 2)
_FIRST_PART = 35


def text_block(holder: Holder) -> bytes:
    """What does not fit its field is cut off, as on cards."""
    block = bytearray(" ".encode("utf-16-le") * (TEXT_BYTES // 2))
    match holder:
        case Person():
            _fill(block, holder, _RESIDENT)
        case Permit():
            _fill(block, holder.person, _PERMIT_PERSON)
            _fill(block, holder, _PERMIT)
            _write(block, "J", _FLAG)
        case PermanentResident2017():
            _fill(block, holder, _PERMANENT_2017)
            _write(block, "I", _FLAG)
        case PermanentResident2023():
            _fill(block, holder, _PERMANENT_2023)
            _write(block, holder.english_name[_FIRST_PART:], _REST_OF_ENGLISH_NAME)
            _write(block, "Y", _FLAG)
        case _:
            assert_never(holder)
    return bytes(block)


def _fill(block: bytearray, holder: object, fields: Mapping[str, tuple[int, int]]) -> None:
    for field, place in fields.items():
        _write(block, str(getattr(holder, field)), place)


def _write(block: bytearray, text: str, place: tuple[int, int]) -> None:
    offset, length = place
    encoded = text.encode("utf-16-le")[:length]
    block[offset : offset + len(encoded)] = encoded
