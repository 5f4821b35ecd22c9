"""The presenter of the Custom family (KPM 150, KPM 210): commands, ejector status and full status.

Bytes after Custom's manuals, each from one or two of them (confidence C to B). `GS e` n = 1 and 4 have no
published meaning and are never sent.
"""

from dataclasses import dataclass, replace

from drivers.contract.errors import Garbled
from drivers.protocol.escpos_status import COVER_OPEN, MECHANICAL, NEAR_END, PAPER_END, UNRECOVERABLE, Answers

RETRACT = bytes((0x1D, 0x65, 0x02))
EJECT = bytes((0x1D, 0x65, 0x05))
ASK_EJECTOR = bytes((0x1D, 0x65, 0x06))  # answered in turn, by one byte of any value
ASK_FULL = bytes((0x10, 0x04, 0x14))  # answered in real time by six bytes
FULL_BEGINS = bytes((0x10, 0x0F))
FULL_LENGTH = 6

TICKET_OUT, PRINTER_MOTOR, EJECTOR_MOTOR, FAULT, JAM = 0x08, 0x10, 0x20, 0x40, 0x80  # of the ejector status
NO_PAPER, PAPER_LOW, TICKET_IN_OUTPUT, VIRTUAL_END = 0x01, 0x04, 0x20, 0x40  # of the full status' paper
HEAD_UP, COVER = 0x01, 0x02  # of its user byte


def present(steps: int) -> bytes:
    """Holds the ticket out; a step is about 7 mm, on a KPM210 0.625 mm."""
    return bytes((0x1D, 0x65, 0x03, steps))


@dataclass(frozen=True, slots=True)
class Ejector:
    """What moves in the mouth of the printer."""

    bits: int

    @property
    def is_jammed(self) -> bool:
        return bool(self.bits & JAM)

    @property
    def is_moving(self) -> bool:
        return bool(self.bits & (PRINTER_MOTOR | EJECTOR_MOTOR))

    @property
    def has_ticket(self) -> bool:
        return bool(self.bits & TICKET_OUT)

    def added_to(self, answers: Answers) -> Answers:
        return replace(answers, error=answers.error | MECHANICAL) if self.bits & FAULT else answers


@dataclass(frozen=True, slots=True)
class FullStatus:
    """The answer to DLE EOT 14h; of its faults only those that no hand can mend are looked at."""

    paper: int
    user: int
    recoverable: int
    unrecoverable: int

    @classmethod
    def of(cls, data: bytes) -> "FullStatus":
        """Raises Garbled."""
        if len(data) != FULL_LENGTH or not data.startswith(FULL_BEGINS):
            raise Garbled("not a full status", data=data)
        return cls(*data[len(FULL_BEGINS) :])

    @property
    def has_ticket(self) -> bool:
        return bool(self.paper & TICKET_IN_OUTPUT)

    def added_to(self, answers: Answers) -> Answers:
        """What it tells besides the answers to DLE EOT 1-4, as some models answer those with little."""
        return replace(
            answers,
            offline=answers.offline | (COVER_OPEN if self.user & (HEAD_UP | COVER) else 0),
            error=answers.error | (UNRECOVERABLE if self.unrecoverable else 0),
            paper=answers.paper
            | (PAPER_END if self.paper & NO_PAPER else 0)
            | (NEAR_END if self.paper & (PAPER_LOW | VIRTUAL_END) else 0),
        )
