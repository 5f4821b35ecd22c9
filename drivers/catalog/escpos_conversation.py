"""Asking an ESC/POS printer, and telling its answers apart; owns what comes in on the link."""

from drivers.contract.errors import Garbled, TimedOut
from drivers.protocol.escpos_status import (
    ENQUIRIES,
    FLOW_CONTROL,
    WORKED_OFF,
    Answers,
    is_real_time,
    is_worked_off,
)
from drivers.transport.link import Link


class Conversation:
    """After LinkLost, TimedOut or Garbled the link is dirty: a late answer would pass for the next one's."""

    def __init__(self, link: Link, answer_within_s: float) -> None:
        self._link = link
        self._answer_within_s = answer_within_s
        self.has_worked_off = False

    async def ask(self) -> Answers:
        """DLE EOT 1–4, one after the other, as some printers lose a second question asked too soon."""
        heard = []
        for enquiry in ENQUIRIES:
            self._link.inbox.discard_all_but(is_worked_off)
            await self._link.write(enquiry, within_s=self._answer_within_s)
            heard.append(await self._real_time_answer())
        return Answers(*heard)

    async def send(self, job: bytes, *, within_s: float) -> None:
        """A job, and the question to be told when it is worked off."""
        self.has_worked_off = False
        await self._link.write(job + WORKED_OFF, within_s=within_s)

    async def hear_worked_off(self, within_s: float) -> bool:
        """Whether the job sent last is worked off, by now or within that time."""
        try:
            while not self.has_worked_off:
                await self._hear(within_s)
        except TimedOut:
            return False
        return True

    async def _real_time_answer(self) -> int:
        while True:
            match await self._hear(self._answer_within_s):
                case []:
                    continue
                case [answer]:
                    return answer
                case answers:
                    raise Garbled(f"{len(answers)} answers to one question", data=bytes(answers))

    async def _hear(self, within_s: float) -> list[int]:
        """The real-time answers in what comes next; notes the news that the job is worked off."""
        answers = []
        for byte in await self._link.inbox.take(within_s):
            if is_real_time(byte):
                answers.append(byte)
            elif is_worked_off(byte):
                self.has_worked_off = True
            elif byte not in FLOW_CONTROL:
                raise Garbled(f"not an answer: {byte:02X}", data=bytes((byte,)))
        return answers
