"""What an ESC/POS printer sends, told apart byte by byte.

Answers to DLE EOT, blocks of automatic status and answers to GS r differ in fixed bits, so that they may come
mixed, and one of the first even within a block. The two answers of a Custom presenter have no such bits: a
full status begins as a block does, and the ejector's byte may be any. So a printer with that presenter is
never asked for blocks, and the ejector's byte is taken for one only when it was asked for.
"""

from dataclasses import dataclass

from drivers.protocol import escpos_back as back
from drivers.protocol.escpos_back import Block
from drivers.protocol.escpos_presenter import FULL_BEGINS, FULL_LENGTH, Ejector, FullStatus
from drivers.protocol.escpos_status import FLOW_CONTROL, is_real_time, is_worked_off


@dataclass(frozen=True, slots=True)
class RealTime:
    """The answer to one of DLE EOT 1-4; which one, its question tells."""

    bits: int


@dataclass(frozen=True, slots=True)
class WorkedOff:
    """The answer to GS r 1: all that came before it is done."""


@dataclass(frozen=True, slots=True)
class Stray:
    """Bytes that can be none of these."""

    data: bytes


Told = RealTime | WorkedOff | Block | Ejector | FullStatus | Stray


class Decoder:
    """Keeps no more than five bytes of an answer that is not complete."""

    def __init__(self, *, has_presenter: bool = False) -> None:
        self._has_presenter = has_presenter
        self._begun = bytearray()
        self._expects_ejector = False

    def expect_ejector(self) -> None:
        """The next byte that is not in the middle of something else is the ejector's."""
        self._expects_ejector = True

    def feed(self, data: bytes) -> list[Told]:
        return [told for byte in data if (told := self._take(byte)) is not None]

    def _take(self, byte: int) -> Told | None:
        if self._has_presenter and self._begun:
            return self._go_on_with_full_status(byte)
        if self._expects_ejector:
            self._expects_ejector = False
            return Ejector(byte)
        if self._begun and back.is_further(byte):
            return self._go_on_with_block(byte)
        return self._begin(byte)

    def _begin(self, byte: int) -> Told | None:
        if back.is_first(byte):
            self._begun[:] = (byte,)
        elif is_real_time(byte):
            return RealTime(byte)
        elif is_worked_off(byte):
            return WorkedOff()
        elif byte not in FLOW_CONTROL:
            return Stray(bytes((byte,)))
        return None

    def _go_on_with_block(self, byte: int) -> Block | None:
        self._begun.append(byte)
        if len(self._begun) < back.LENGTH:
            return None
        block = Block(*self._begun)
        self._begun.clear()
        return block

    def _go_on_with_full_status(self, byte: int) -> FullStatus | Stray | None:
        self._begun.append(byte)
        whole = bytes(self._begun)
        if not whole.startswith(FULL_BEGINS):
            self._begun.clear()
            return Stray(whole)
        if len(whole) < FULL_LENGTH:
            return None
        self._begun.clear()
        return FullStatus.of(whole)
