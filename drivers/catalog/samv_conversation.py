"""Asking a security module, one question at a time; owns what comes in on the link.

Each question is to be answered by `until` on the loop's clock, and soon unless the module works on a card.
ReaderFault: the module says that it is out of order. After LinkLost, TimedOut or Garbled the link is dirty,
as a reply does not say what it answers.
"""

import asyncio

from drivers.contract.errors import CardRefused, DeviceError, Garbled, ReaderFault, TimedOut
from drivers.protocol import samv
from drivers.protocol.samv import Decoder, Reply, Word
from drivers.transport.link import Link


class Conversation:
    def __init__(self, link: Link, answer_within_s: float) -> None:
        self._link = link
        self._answer_within_s = answer_within_s
        self._loop = asyncio.get_running_loop()

    async def module_is_fine(self, until: float) -> bool:
        """A module that is not in order is reset once before it counts as broken."""
        for command in (samv.STATUS, samv.RESET, samv.STATUS):
            reply = await self._exchange(command, until)
            if command is samv.STATUS and reply.word == Word.DONE and not reply.data:
                return True
            if reply.word != Word.DONE and not isinstance(error := _unexpected(reply), ReaderFault):
                raise error
        return False

    async def module_id(self, until: float) -> str | None:
        """None from a reader that does not tell."""
        reply = await self._exchange(samv.MODULE_ID, until)
        return samv.module_id(reply.data) if reply.word == Word.DONE else None

    async def finds_card(self, until: float) -> bool:
        """Raises what the module says about a card that it finds and does not take."""
        reply = await self._exchange(samv.FIND, until)
        if reply.word in {Word.FOUND, Word.NO_CARD}:
            return reply.word == Word.FOUND
        raise _unexpected(reply, CardRefused)

    async def selects_card(self, until: float) -> bool:
        """Whether the card that was found answers. Raises what the module says about it."""
        reply = await self._exchange(samv.SELECT, until)
        if reply.word in {Word.DONE, Word.SELECT_FAILED, Word.NO_CARD}:
            return reply.word == Word.DONE
        raise _unexpected(reply, CardRefused)

    async def card_text(self, until: float) -> bytes:
        """The text block of the card that was selected. Raises what the module says about the card."""
        reply = await self._exchange(samv.READ, until)
        if reply.word == Word.DONE:
            return samv.text_block(reply.data)
        raise _unexpected(reply, CardRefused)

    async def _exchange(self, command: bytes, until: float) -> Reply:
        decoder = Decoder()
        if command != samv.READ:
            until = min(until, self._loop.time() + self._answer_within_s)
        self._link.inbox.discard_all_but(lambda _byte: False)
        await self._link.write(samv.request(command), within_s=self._answer_within_s)
        while True:
            try:
                reply = decoder.feed(await self._link.inbox.take(self._left_s(until)))
            except TimedOut as error:
                if decoder.has_garbage:
                    raise Garbled("what comes in is no answer of such a reader") from error
                raise
            if reply is not None:
                return reply

    def _left_s(self, until: float) -> float:
        left_s = until - self._loop.time()
        if left_s <= 0:
            raise TimedOut("no answer in time")
        return left_s


def _unexpected(reply: Reply, *told: type[DeviceError]) -> DeviceError:
    """A fault of the module or what else it may tell, else an answer that belongs to no question of ours."""
    error = samv.refusal(reply.word)
    is_told = isinstance(error, (ReaderFault, *told))
    return error if is_told else Garbled(f"status {reply.word:02X} answers no question")
