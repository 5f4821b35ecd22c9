"""The kind staff card reader 员工卡读卡器: tells cards apart by their serials, for the login of clerks."""

from abc import abstractmethod
from dataclasses import dataclass, field

from drivers.contract.card_place import CardPlace
from drivers.contract.device import Kind


@dataclass(frozen=True, slots=True)
class CardSerial:
    """The serial (UID) a contactless card shows to every reader: 4, 7 or 10 bytes, upper-case hexadecimal.

    It can be copied, so it stands for a password's first half at most. Personal data: its repr shows nothing.
    """

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCardReaderCapabilities:
    """`serial_bytes` are the lengths of serials that are taken."""

    serial_bytes: frozenset[int]


class StaffCardReader(CardPlace):
    kind = Kind.STAFF_CARD_READER

    @property
    @abstractmethod
    def capabilities(self) -> StaffCardReaderCapabilities: ...

    @abstractmethod
    async def read_serial(self) -> CardSerial:
        """The serial of the card that lies there now.

        Raises NoCard, CardRemoved, CardMute, CardUnknown, or what the link raises. A card that draws its
        serial anew each time (first byte 08, ISO 14443-3) raises CardUnknown.
        """
