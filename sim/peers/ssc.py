"""A contact social security card (LD/T 32-2015): the application, EF05 (issuer) and EF06 (holder).

Not modelled: PIN (VERIFY answers 6A 88), external authentication, the applications beside the SSSE, EF07
and EF08 beyond refusing to be read, extended lengths, short file identifiers. The full ATR of a real card
is not public, only how its historical bytes begin; the rest here is filler.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sim.peers import iso7816
from sim.world.person import Person

AID = bytes.fromhex("7378312E73682EC9E7BBE1B1A3D5CF")  # "sx1.sh.社会保障" in GBK
ATR = bytes.fromhex("3B6D00000087CF2001864950414948414F")

_SELECT, _READ_RECORD, _GET_RESPONSE, _VERIFY = 0xA4, 0xB2, 0xC0, 0x20
_EF_ISSUER, _EF_HOLDER, _LOCKED_FILES = 0xEF05, 0xEF06, (0xEF07, 0xEF08)
_BY_TAG, _BY_NUMBER = 0x00, 0x04


@dataclass(frozen=True, slots=True, kw_only=True)
class SscOptions:
    """How this card differs from the plainest one.

    `by_tag`: records can be read by data-item tag. `get_response`: SELECT answers 61 xx. `exact_le`: Le 00 is
    refused with 6C xx. All three kinds of card are in use.
    """

    by_tag: bool = True
    get_response: bool = False
    exact_le: bool = False


@dataclass(frozen=True, slots=True)
class _Record:
    tag: int
    value: bytes

    @property
    def content(self) -> bytes:
        return bytes((self.tag, len(self.value))) + self.value


class SocialSecurityChip:
    kind: Literal["ssc"] = "ssc"

    def __init__(self, person: Person, options: SscOptions | None = None) -> None:
        self.atr = ATR
        self._options = options or SscOptions()
        self._files = {_EF_ISSUER: _issuer(person), _EF_HOLDER: _holder(person)}
        self._instructions: dict[int, Callable[[iso7816.Command], bytes]] = {
            _SELECT: self._select,
            _READ_RECORD: self._read_record,
            _GET_RESPONSE: self._get_response,
            _VERIFY: lambda _: iso7816.REFERENCE_NOT_FOUND,
        }
        self.power()

    def power(self) -> None:
        self._is_application_selected = False
        self._file: int | None = None
        self._waiting = b""

    def answer(self, command: bytes) -> bytes:
        apdu = iso7816.parse(command)
        if apdu is None:
            return iso7816.WRONG_LENGTH
        if apdu.cla != 0x00:
            return iso7816.CLASS_UNKNOWN
        return self._instructions.get(apdu.ins, _unknown)(apdu)

    def _select(self, apdu: iso7816.Command) -> bytes:
        if apdu.p1 == 0x04:
            return self._select_application(apdu.data)
        if apdu.p1 not in (0x00, 0x02) or apdu.p2 != 0x00 or len(apdu.data) != 2:
            return iso7816.WRONG_P1_P2
        file = int.from_bytes(apdu.data, "big")
        if not self._is_application_selected or file not in (*self._files, *_LOCKED_FILES):
            return iso7816.FILE_NOT_FOUND
        self._file = file
        return self._hand_over(bytes((0x6F, 0x04, 0x83, 0x02)) + apdu.data)

    def _select_application(self, aid: bytes) -> bytes:
        if aid != AID:
            return iso7816.FILE_NOT_FOUND
        self._is_application_selected, self._file = True, None
        return self._hand_over(bytes((0x6F, len(aid) + 2, 0x84, len(aid))) + aid)

    def _hand_over(self, data: bytes) -> bytes:
        if not self._options.get_response:
            return data + iso7816.OK
        self._waiting = data
        return bytes((0x61, len(data)))

    def _get_response(self, apdu: iso7816.Command) -> bytes:
        if not self._waiting:
            return iso7816.NO_CURRENT_FILE
        reply = self._cut_to(apdu.le, self._waiting)
        if reply.endswith(iso7816.OK):
            self._waiting = b""
        return reply

    def _read_record(self, apdu: iso7816.Command) -> bytes:
        if self._file is None:
            return iso7816.NO_CURRENT_FILE
        if self._file in _LOCKED_FILES:
            return iso7816.SECURITY_NOT_SATISFIED
        if apdu.p2 not in (_BY_TAG, _BY_NUMBER) or (apdu.p2 == _BY_TAG and not self._options.by_tag):
            return iso7816.WRONG_P1_P2
        record = self._find(apdu.p1, is_tag=apdu.p2 == _BY_TAG)
        return iso7816.RECORD_NOT_FOUND if record is None else self._cut_to(apdu.le, record.content)

    def _find(self, which: int, *, is_tag: bool) -> _Record | None:
        assert self._file is not None
        records = self._files[self._file]
        if is_tag:
            return next((record for record in records if record.tag == which), None)
        return records[which - 1] if 1 <= which <= len(records) else None

    def _cut_to(self, le: int | None, data: bytes) -> bytes:
        is_exact = le == len(data)
        is_enough = le == 0 or (le is not None and le > len(data))
        if is_exact or (is_enough and not self._options.exact_le):
            return data + iso7816.OK
        return bytes((0x6C, len(data)))


def _unknown(_: iso7816.Command) -> bytes:
    return iso7816.INSTRUCTION_UNKNOWN


def _issuer(person: Person) -> tuple[_Record, ...]:
    identity = (
        bytes.fromhex(person.region) + bytes.fromhex("0087CF2001") + person.card_number.encode("ascii")[:8]
    )
    return (
        _Record(0x01, identity),
        _Record(0x02, b"3"),
        _Record(0x03, b"3.00"),
        _Record(0x04, bytes.fromhex("915600000202" + person.region + "000000")),
        _Record(0x05, _cn(person.valid_from, 4)),
        _Record(0x06, _cn("20380601", 4)),
        _Record(0x07, _an(person.card_number, 9)),
    )


def _holder(person: Person) -> tuple[_Record, ...]:
    """Record numbers shift when there is no name extension: that is why hosts read by tag first."""
    extension = (_Record(0x4E, _gb(person.name_extension, 20)),) if person.name_extension else ()
    return (
        _Record(0x08, _an(person.number, 18)),
        _Record(0x09, _gb(person.name, 30)),
        *extension,
        _Record(0x0A, _an(person.sex, 1)),
        _Record(0x0B, bytes.fromhex(person.ethnic)),
        _Record(0x0C, _cn(person.region, 3)),
        _Record(0x0D, _cn(person.birth, 4)),
    )


def _an(text: str, length: int) -> bytes:
    return text.encode("ascii")[:length].ljust(length, b"\x00")


def _cn(digits: str, length: int) -> bytes:
    return bytes.fromhex(digits.ljust(2 * length, "F")[: 2 * length])


def _gb(text: str, length: int) -> bytes:
    """GBK as the standard says; a character outside it goes as four GB18030 bytes (an assumption)."""
    return text.encode("gb18030")[:length].ljust(length, b"\x00")
