"""A card of the identity family as a hand lays it on a reader: whose it is, and what is wrong with it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from sim.world.residents import Holder


class CardFault(StrEnum):
    """Why a card cannot be read although it lies there.

    UNSELECTABLE: it is found, no more. REFUSES_MODULE, REFUSED_BY_MODULE: one of the two does not
    authenticate the other. FORGED: its contents fail their check. UNKNOWN: another type of card. FOREIGN: the
    same, told when it is looked for. UNREADABLE: the reading fails.
    """

    UNSELECTABLE = "unselectable"
    REFUSES_MODULE = "refuses-module"
    REFUSED_BY_MODULE = "refused-by-module"
    FORGED = "forged"
    UNKNOWN = "unknown"
    FOREIGN = "foreign"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdCard:
    """`new_address`: what was written onto the card after it was made; empty: nothing was.

    `fingerprint_bytes`: two fingers, one, or none. `chip_status`: two bytes of the chip's own that come with
    a failure, mostly zero.
    """

    holder: Holder
    fault: CardFault | None = None
    new_address: str = ""
    fingerprint_bytes: Literal[0, 512, 1024] = 1024
    chip_status: bytes = bytes(2)
