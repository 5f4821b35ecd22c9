"""The presenter of one ESC/POS printer of the Custom family: looked at, and told to draw back a ticket."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import final

from drivers.catalog.escpos_conversation import Conversation
from drivers.catalog.escpos_mouth import Mouth
from drivers.contract.errors import TicketJammed
from drivers.contract.events import TicketRetracted, TicketTaken
from drivers.contract.status import Presenter, State, Status
from drivers.protocol.escpos_presenter import EJECT, RETRACT
from drivers.protocol.escpos_status import Answers

MOVE_WITHIN_S = 8.0  # for a ticket to be drawn in or thrown out
LOOK_WHILE_MOVING_S = 0.2
WITHDRAWALS = {"retract": RETRACT, "eject": EJECT}


@final
class Presenting:
    """`not_taken` is what happens to a ticket nobody took for `hold_s`: keep, retract or eject."""

    def __init__(
        self,
        conversation: Conversation,
        announce: Callable[[TicketTaken | TicketRetracted], None],
        *,
        hold_s: float,
        not_taken: str,
    ) -> None:
        self.presenter = Presenter.UNKNOWN
        self._conversation = conversation
        self._announce = announce
        self._hold_s = hold_s
        self._withdrawal = WITHDRAWALS.get(not_taken)
        self._mouth = Mouth()
        self._stands_still = False

    @property
    def holds_ticket(self) -> bool:
        return self._mouth.holds_ticket

    def present(self) -> None:
        """The printer was told to hold out the ticket it has printed, and looked at since."""
        self._mouth.present(_now_s())
        if self._stands_still:
            self._mouth.see(self.presenter, _now_s())

    async def look(self, answers: Answers, *, ejector_within_s: float | None) -> Answers:
        """The answers, with what the presenter tells besides.

        The ejector answers in turn: it is asked only where a time for that is given, and of a printer that
        does not stand still. Until it has said that nothing moves, nothing is known to have been taken.
        """
        full = await self._conversation.ask_full()
        answers = full.added_to(answers)
        if ejector_within_s is None or answers.refusal() is not None:
            return answers
        ejector = await self._conversation.ask_ejector(ejector_within_s)
        self._stands_still = not ejector.is_moving
        if ejector.is_jammed:
            self.presenter = Presenter.JAMMED
        elif not ejector.is_moving:
            has_ticket = full.has_ticket or ejector.has_ticket
            self.presenter = Presenter.TICKET if has_ticket else Presenter.EMPTY
            if (event := self._mouth.see(self.presenter, _now_s())) is not None:
                self._announce(event)
        return ejector.added_to(answers)

    async def make_room(self, look: Callable[[], Awaitable[Status]]) -> None:
        """Before the next ticket. One that is to be kept is left to what the printer itself does with it."""
        if self._withdrawal is not None and self._mouth.holds_ticket:
            await self.withdraw(self._withdrawal, look)

    async def withdraw_overdue(self, look: Callable[[], Awaitable[Status]]) -> None:
        if self._withdrawal is not None and self._mouth.held_s(_now_s()) >= self._hold_s:
            await self.withdraw(self._withdrawal, look)

    async def withdraw(self, command: bytes, look: Callable[[], Awaitable[Status]]) -> None:
        """Raises TicketJammed when it does not move. `look` asks the printer how it is."""
        is_broken = (await look()).state is State.HARDWARE_ERROR
        if self.presenter is Presenter.EMPTY:
            return
        self._mouth.withdraw()
        if is_broken:
            raise TicketJammed("paper is stuck in the presenter")
        await self._conversation.write(command)
        await self._until_it_has_left(look)

    async def _until_it_has_left(self, look: Callable[[], Awaitable[Status]]) -> None:
        deadline_s = _now_s() + MOVE_WITHIN_S
        while _now_s() < deadline_s:
            await asyncio.sleep(LOOK_WHILE_MOVING_S)
            is_broken = (await look()).state is State.HARDWARE_ERROR
            if is_broken or not self._mouth.holds_ticket:
                break
        if self._mouth.holds_ticket:
            raise TicketJammed("the ticket does not leave the presenter")


def _now_s() -> float:
    return asyncio.get_running_loop().time()
