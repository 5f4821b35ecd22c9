"""A person as read from a card. Clear personal data: it lives in memory only, sealed wherever it is kept."""

from enum import StrEnum

from msgspec import Struct

VISIBLE_HEAD = 3
VISIBLE_TAIL = 4


class CardKind(StrEnum):
    RESIDENT_ID = "resident_id"  # 居民身份证
    SOCIAL_SECURITY = "social_security"  # 社会保障卡
    RESIDENCE_PERMIT = "residence_permit"  # 港澳台居民居住证
    PERMANENT_RESIDENCE = "permanent_residence"  # 外国人永久居留身份证
    PASSPORT = "passport"  # 护照, 通行证; typed at the guide desk
    MEDICAL_INSURANCE = "medical_insurance"  # 医保电子凭证, a code its issuer has verified


class Holder(Struct, frozen=True, kw_only=True):
    """The same `id_number` is the same person, whichever card it was read from."""

    name: str
    id_number: str
    card: CardKind

    @property
    def masked_id_number(self) -> str:
        """As a clerk may see it: 440***********1234."""
        hidden = len(self.id_number) - VISIBLE_HEAD - VISIBLE_TAIL
        return self.id_number[:VISIBLE_HEAD] + "*" * hidden + self.id_number[-VISIBLE_TAIL:]

    def __repr__(self) -> str:
        """Nothing of the person: tracebacks and logs print this."""
        return "Holder(…)"


class Contact(Struct, frozen=True, kw_only=True):
    """The person of a case, where it is about one, and where messages go; `phone` in digits."""

    holder: Holder | None = None
    phone: str | None = None

    def __repr__(self) -> str:
        return "Contact(…)"
