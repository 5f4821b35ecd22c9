"""The kind card reader 读卡器: says when a card lies there, and reads its holder."""

from abc import abstractmethod
from dataclasses import dataclass, field
from enum import StrEnum

from drivers.contract.card_place import CardPlace
from drivers.contract.device import Kind


class CardKind(StrEnum):
    """What was laid on the reader."""

    RESIDENT_ID = "resident_id"  # 居民身份证
    SOCIAL_SECURITY = "social_security"  # 社会保障卡
    RESIDENCE_PERMIT = "residence_permit"  # 港澳台居民居住证
    PERMANENT_RESIDENCE = "permanent_residence"  # 外国人永久居留身份证, the types of 2017 and of 2023


@dataclass(frozen=True, slots=True, kw_only=True)
class Cardholder:
    """A person as the card says. Personal data: its repr shows none of it.

    `id_number` has 18 places with a verified check digit, but 15 on a permanent residence card of 2017.
    """

    name: str = field(repr=False)
    id_number: str = field(repr=False)
    card: CardKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CardReaderCapabilities:
    cards: frozenset[CardKind]


class CardReader(CardPlace):
    kind = Kind.CARD_READER

    @property
    @abstractmethod
    def capabilities(self) -> CardReaderCapabilities: ...

    @abstractmethod
    async def read(self) -> Cardholder:
        """Reads the card that lies there now, with its check digit verified.

        Raises NoCard, CardRemoved, CardMute, CardUnknown, CardUnreadable, CheckDigitWrong, or what the link
        raises. After any CardRefused the reader itself is fine. Never takes longer than the address's
        `read_within_s` (5 s unless told).
        """
