"""The tables of hall.toml that are about pickup: cabinets with their doors, and how long cases wait."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from queue_core.config import Section
from queue_core.wire.words import DoorSize

_LAST_CHANNEL = 64
CabinetCode = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{0,19}$", examples=["L1"])]
Channel = Annotated[int, Field(ge=1, le=_LAST_CHANNEL)]
Names = Annotated[
    dict[str, str], Field(min_length=1, examples=[{'"zh-CN"': "一号取件柜"}], description="by language tag")
]


class SecondFactor(StrEnum):
    CARD = "card"


class DoorsEntry(Section):
    """Doors of one size beside each other: `channels` are the first and the last of one board."""

    size: DoorSize = Field(examples=["small"])
    board: int = Field(default=1, ge=0, le=255)
    channels: tuple[Channel, Channel] = Field(examples=[[1, 8]])


class CabinetEntry(Section):
    """取件柜. Its doors are numbered from 1 in the order in which they stand here.

    `second_factor`: a code or QR is believed only together with the holder's card.
    """

    code: CabinetCode
    names: Names
    place: str | None = Field(default=None, examples=["first-floor-a"])
    doors: tuple[DoorsEntry, ...] = Field(
        min_length=1, examples=[[{"size": "small", "board": 1, "channels": [1, 8]}]]
    )
    second_factor: SecondFactor | None = None

    @property
    def channels(self) -> tuple[tuple[DoorSize, int, int], ...]:
        """Size, board and channel of each door, in the order of their numbers."""
        return tuple(
            (each.size, each.board, channel)
            for each in self.doors
            for channel in range(each.channels[0], each.channels[1] + 1)
        )


class PickupEntry(Section):
    """How long finished cases wait, and when somebody is told.

    A door keeps a case for `door_days`, the hall for `keep_days` after it was finished. An unlocking of which
    its cabinet says nothing for `told_within_s` is unsure; a door open for `left_open_s` is left open.
    `wrong_proofs` in a row lock a cabinet's entry for `lock_min`, doubled each time up to `longest_lock_min`.
    Supervisors are told when no more than `few_free_percent` of a cabinet's doors are free.
    """

    door_days: int = Field(default=3, ge=1, le=60)
    keep_days: int = Field(default=30, ge=1, le=3650)
    told_within_s: int = Field(default=60, ge=10, le=600)
    left_open_s: int = Field(default=120, ge=10, le=3600)
    wrong_proofs: int = Field(default=5, ge=2, le=20)
    lock_min: int = Field(default=5, ge=1, le=60)
    longest_lock_min: int = Field(default=60, ge=1, le=24 * 60)
    few_free_percent: int = Field(default=10, ge=0, le=50)
