"""The holder on a social security card 社会保障卡 (LD/T 32-2015, part 5 for the commands).

EF06 of the environment "sx1.sh.社会保障" is readable without a PIN (人社信息函〔2012〕37号). Its records are
read by the tag of their item; cards that refuse that are read by record number, where the tag found decides,
because the numbers shift when the name extension is absent.
"""

from drivers.contract.card_reader import Cardholder, CardKind
from drivers.contract.errors import CardUnknown, CardUnreadable, CheckDigitWrong
from drivers.protocol.apdu import Dialogue, exchange
from drivers.protocol.card_name import check_name
from drivers.protocol.id_number import is_valid, is_well_formed

ENVIRONMENT = "sx1.sh.社会保障".encode("gbk")
EF06 = bytes.fromhex("EF06")
TAG_NUMBER = 0x08  # 社会保障号码, 18 characters: the ID number
TAG_NAME = 0x09  # GBK, up to 30 bytes
LAST_RECORD = 7


def read_holder() -> Dialogue[Cardholder]:
    """Raises CardUnknown, CardUnreadable or CheckDigitWrong."""
    selected = yield from exchange(bytes.fromhex("00A40400") + bytes((len(ENVIRONMENT),)) + ENVIRONMENT)
    if not selected.is_fine:
        raise CardUnknown(f"no social security application (SW {selected.status:04X})")
    yield from _select_holder_file()
    number = decode_number((yield from _item(TAG_NUMBER)))
    name = decode_name((yield from _item(TAG_NAME)))
    return Cardholder(name=name, id_number=number, card=CardKind.SOCIAL_SECURITY)


def decode_number(value: bytes) -> str:
    """`an`, right-filled with 00. Raises CardUnreadable or CheckDigitWrong."""
    number = value.rstrip(b"\x00 ").decode("ascii", errors="replace").upper()
    if not is_well_formed(number):
        raise CardUnreadable("the card's number is not an ID number")
    if not is_valid(number):
        raise CheckDigitWrong("the check digit of the card's number is wrong")
    return number


def decode_name(value: bytes) -> str:
    """GBK, right-filled with 00 or spaces. Raises CardUnreadable."""
    try:
        name = value.rstrip(b"\x00 ").decode("gb18030").strip()
    except UnicodeDecodeError as error:
        raise CardUnreadable("the card's name is not GBK text") from error
    return check_name(name)


def _select_holder_file() -> Dialogue[None]:
    for select in (bytes.fromhex("00A4020002"), bytes.fromhex("00A4000002")):  # both forms are in use
        if (yield from exchange(select + EF06)).is_fine:
            return
    raise CardUnreadable("the card has no holder file EF06")


def _item(tag: int) -> Dialogue[bytes]:
    by_tag = yield from exchange(bytes((0x00, 0xB2, tag, 0x00, 0x00)))
    if by_tag.is_fine and (value := _value(by_tag.data, tag)) is not None:
        return value
    for record in range(1, LAST_RECORD + 1):
        by_number = yield from exchange(bytes((0x00, 0xB2, record, 0x04, 0x00)))
        if by_number.is_fine and (value := _value(by_number.data, tag)) is not None:
            return value
    raise CardUnreadable(f"the card has no item {tag:02X}")


def _value(record: bytes, tag: int) -> bytes | None:
    """The value of a tag-length-value record, if it is that tag's and whole."""
    header = 2
    if len(record) < header or record[0] != tag or len(record) < header + record[1]:
        return None
    return record[header : header + record[1]]
