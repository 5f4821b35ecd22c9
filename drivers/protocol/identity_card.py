"""What stands on the cards of the identity family, and how a PC/SC reader with a module hands it out.

The 256-byte text block is GA 467's, UTF-16LE in fixed places filled with spaces; one letter tells residents
from residents of Hong Kong, Macau and Taiwan and from foreign permanent residents (the cards of 2017 and of
2023, as the National Immigration Administration published them). The page commands are those of readers that
put `90 00` into bytes 13 and 14 (from 0) of the ATR. Only the pages with text are read: the photo is not
asked for.
"""

import re
from dataclasses import dataclass, field

from drivers.contract.card_reader import Cardholder, CardKind
from drivers.contract.errors import CardUnknown, CardUnreadable, CheckDigitWrong
from drivers.protocol.apdu import Dialogue, exchange
from drivers.protocol.card_name import check_name
from drivers.protocol.gb_codes import ETHNIC_GROUPS, Sex
from drivers.protocol.id_number import is_valid, is_well_formed

ATR_MARK = slice(13, 15)
TEXT_LENGTH = 256
HEADER = 4  # two big-endian lengths: text, photo
FLAG = slice(248, 250)
NUMBER_OF_2017 = re.compile(r"[A-Z]{3}[0-9]{12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityCard:
    """A card's text. All but `card` is personal: its repr shows none of it.

    `name` is the Chinese one where there is one. Dates are YYYYMMDD, `valid_to` may be 长期; what a type of
    card has no place for is empty, and a code that is not in the tables is None.
    """

    card: CardKind
    name: str = field(repr=False)
    id_number: str = field(repr=False)
    english_name: str = field(repr=False)
    sex: Sex | None = field(repr=False)
    ethnic_group: str | None = field(repr=False)
    birth: str = field(repr=False)
    address: str = field(repr=False)
    country: str = field(repr=False)
    pass_number: str = field(repr=False)
    valid_from: str = field(repr=False)
    valid_to: str = field(repr=False)

    @property
    def holder(self) -> Cardholder:
        """All that a hall needs."""
        return Cardholder(name=self.name, id_number=self.id_number, card=self.card)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where a type of card keeps what; offsets in bytes."""

    card: CardKind
    number: slice
    birth: slice
    sex: slice
    chinese_name: slice
    english_name: tuple[slice, ...] = ()
    ethnic_group: slice | None = None
    address: slice | None = None
    country: slice | None = None
    pass_number: slice | None = None
    is_of_2017: bool = False


LAYOUTS = {
    " ": Layout(
        card=CardKind.RESIDENT_ID,
        chinese_name=slice(0, 30),
        sex=slice(30, 32),
        ethnic_group=slice(32, 36),
        birth=slice(36, 52),
        address=slice(52, 122),
        number=slice(122, 158),
    ),
    "J": Layout(
        card=CardKind.RESIDENCE_PERMIT,
        chinese_name=slice(0, 30),
        sex=slice(30, 32),
        birth=slice(36, 52),
        address=slice(52, 122),
        number=slice(122, 158),
        pass_number=slice(220, 238),
    ),
    "Y": Layout(
        card=CardKind.PERMANENT_RESIDENCE,
        chinese_name=slice(0, 30),
        sex=slice(30, 32),
        birth=slice(36, 52),
        english_name=(slice(52, 122), slice(220, 242)),
        number=slice(122, 158),
        country=slice(242, 248),
    ),
    "I": Layout(
        card=CardKind.PERMANENT_RESIDENCE,
        english_name=(slice(0, 120),),
        sex=slice(120, 122),
        number=slice(122, 152),
        country=slice(152, 158),
        chinese_name=slice(158, 188),
        birth=slice(220, 236),
        is_of_2017=True,
    ),
}
CARDS = frozenset(layout.card for layout in LAYOUTS.values())
_VALID_FROM, _VALID_TO = slice(188, 204), slice(204, 220)


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
    return decode(stream[HEADER : HEADER + TEXT_LENGTH]).holder


def decode(block: bytes) -> IdentityCard:
    """A text block of 256 bytes. Raises CardUnknown, CardUnreadable or CheckDigitWrong."""
    layout = LAYOUTS.get(block[FLAG].decode("utf-16-le", errors="replace"))
    if layout is None:
        raise CardUnknown("an ID card of an unknown type")
    english = "".join(_text(block, part, strip=False) for part in layout.english_name).strip()
    name = check_name(_text(block, layout.chinese_name) or english)
    number = _text(block, layout.number).upper()
    _verify(number, is_of_2017=layout.is_of_2017)
    sex = _aside(block, layout.sex)
    return IdentityCard(
        card=layout.card,
        name=name,
        id_number=number,
        english_name=english,
        sex=Sex(sex) if sex in set(Sex) else None,
        ethnic_group=ETHNIC_GROUPS.get(_aside(block, layout.ethnic_group)),
        birth=_aside(block, layout.birth),
        address=_aside(block, layout.address),
        country=_aside(block, layout.country),
        pass_number=_aside(block, layout.pass_number),
        valid_from=_aside(block, _VALID_FROM),
        valid_to=_aside(block, _VALID_TO),
    )


def _verify(number: str, *, is_of_2017: bool) -> None:
    """The number of 2017 has a check of its own, told by one source only: its form must do."""
    is_number = NUMBER_OF_2017.fullmatch(number) is not None if is_of_2017 else is_well_formed(number)
    if not is_number:
        raise CardUnreadable("the card's number is not an ID number")
    if not is_of_2017 and not is_valid(number):
        raise CheckDigitWrong("the check digit of the card's number is wrong")


def _text(block: bytes, place: slice, *, strip: bool = True) -> str:
    try:
        text = block[place].decode("utf-16-le")
    except UnicodeDecodeError as error:
        raise CardUnreadable("the card's text is damaged") from error
    return text.strip(" \x00") if strip else text.replace("\x00", " ")


def _aside(block: bytes, place: slice | None) -> str:
    """A field that a hall does not depend on: whatever of it can be read."""
    return block[place].decode("utf-16-le", errors="replace").strip(" \x00") if place else ""
