"""What an ESC/POS printer answers: DLE EOT 1–4 in real time, GS r 1 when it has worked off what came before.

Bits after Epson's and SNBC's manuals. Every DLE EOT answer has bits 1 and 4 set, 0 and 7 clear; GS r answers
have bits 4 and 7 clear: that tells them apart, and a stray byte from both.
"""

from dataclasses import dataclass

from drivers.contract.errors import CoverOpen, Garbled, PaperOut, PrinterFault, PrinterOffline, Refused
from drivers.contract.status import Cover, Cutter, Paper, State, Status

ENQUIRIES = tuple(bytes((0x10, 0x04, n)) for n in (1, 2, 3, 4))
WORKED_OFF = bytes((0x1D, 0x72, 0x01))  # GS r 1: answered in turn, after all bytes before it
FLOW_CONTROL = frozenset((0x11, 0x13))  # XON, XOFF: not an answer

NOTHING = 0x12  # an answer's fixed bits alone
OFFLINE = 0x08  # of answer 1
COVER_OPEN, FEED_BUTTON, STOPPED_PAPER_END, ERROR = 0x04, 0x08, 0x20, 0x40  # of answer 2
MECHANICAL, CUTTER, UNRECOVERABLE, RECOVERS_BY_ITSELF = 0x04, 0x08, 0x20, 0x40  # of answer 3
NEAR_END, PAPER_END = 0x0C, 0x60  # of answer 4; either bit of a pair counts


def is_real_time(byte: int) -> bool:
    return byte & 0x93 == 0x12  # noqa: PLR2004 - the fixed bits


def is_worked_off(byte: int) -> bool:
    return byte & 0x90 == 0x00


@dataclass(frozen=True, slots=True)
class Answers:
    """The four answers to DLE EOT 1–4. Raises Garbled when one cannot be such an answer."""

    printer: int
    offline: int
    error: int
    paper: int

    def __post_init__(self) -> None:
        answers = bytes((self.printer, self.offline, self.error, self.paper))
        if not all(map(is_real_time, answers)):
            raise Garbled(f"not a status: {answers.hex(' ')}", data=answers)

    @property
    def is_out_of_paper(self) -> bool:
        return bool(self.paper & PAPER_END or self.offline & STOPPED_PAPER_END)

    @property
    def is_cover_open(self) -> bool:
        return bool(self.offline & COVER_OPEN)

    @property
    def is_broken(self) -> bool:
        return bool(self.error & (MECHANICAL | CUTTER | UNRECOVERABLE)) or (
            bool(self.offline & ERROR) and not self.error & RECOVERS_BY_ITSELF
        )

    @property
    def is_offline(self) -> bool:
        """Out of service for none of the reasons above, such as a button or a hot head."""
        return bool(self.printer & OFFLINE or self.offline & (FEED_BUTTON | ERROR))

    def status(self) -> Status:
        return Status(
            state=self._state(),
            paper=Paper.OUT if self.is_out_of_paper else Paper.LOW if self.paper & NEAR_END else Paper.ENOUGH,
            cover=Cover.OPEN if self.is_cover_open else Cover.CLOSED,
            cutter=Cutter.FAULT if self.error & CUTTER else Cutter.FINE,
        )

    def _state(self) -> State:
        if self.is_broken:
            return State.HARDWARE_ERROR
        if self.is_cover_open or self.is_out_of_paper:
            return State.USER_ERROR
        return State.OFFLINE if self.is_offline else State.ONLINE

    def refusal(self, *, may_have_printed: bool = False) -> Refused | None:
        """Why nothing can be printed now. An open cover comes first: it often looks like no paper, too."""
        reasons: tuple[tuple[bool, type[Refused]], ...] = (
            (self.is_cover_open, CoverOpen),
            (self.is_out_of_paper, PaperOut),
            (self.is_broken, PrinterFault),
            (self.is_offline, PrinterOffline),
        )
        kind = next((kind for applies, kind in reasons if applies), None)
        return None if kind is None else kind(may_have_printed=may_have_printed)
