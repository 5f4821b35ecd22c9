"""What explanations need of the past of a day: how each ticket waited, and how things stood at each call.

Owned by one hall day and changed by `evolve` alone.
"""

from typing import NamedTuple

from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Errand, Ticket, Window
from queue_core.domain.words import DeferralReason


class Wait(NamedTuple):
    """A stretch of waiting: from before call number `begins` of the day (from 0) to before number `ends`.

    `errands` and `deferral` (why it let others pass, None when it did not) stayed the same in it. `ends` is
    None while it lasts.
    """

    begins: int
    errands: tuple[Errand, ...]
    deferral: DeferralReason | None
    ends: int | None = None


class Moment(NamedTuple):
    """A call as things stood: the calling window's profile, the called ticket's slot and hold."""

    profile: tuple[Unit, ...]
    slot_starts_at_ms: int | None
    held_at: int | None


class History:
    def __init__(self) -> None:
        self._waits: dict[int, list[Wait]] = {}
        self._moments: dict[int, Moment] = {}

    def waits_of(self, ticket_id: int) -> list[Wait]:
        return self._waits.get(ticket_id, [])

    def moment_of(self, call_id: int) -> Moment | None:
        """None for a recall."""
        return self._moments.get(call_id)

    def keep_call(self, call_id: int, window: Window, ticket: Ticket) -> None:
        """`ticket` as it was before the call."""
        slot, hold = ticket.slot, ticket.hold
        self._moments[call_id] = Moment(
            window.profile,
            None if slot is None else slot.starts_at_ms,
            None if hold is None or hold.back_at_ms is None else hold.window,
        )

    def begin_wait(self, ticket: Ticket, calls: int) -> None:
        """A ticket just issued; so many calls were made today before."""
        self._waits[ticket.ticket_id] = [Wait(calls, ticket.errands, None)]

    def keep_wait(self, ticket: Ticket, calls: int) -> None:
        """A ticket in its newest form; so many calls were made today before."""
        waits = self._waits.setdefault(ticket.ticket_id, [])
        if waits and waits[-1].ends is None:
            waits[-1] = waits[-1]._replace(ends=calls)
        if ticket.is_waiting:
            deferral = None if ticket.deferral is None else ticket.deferral.reason
            waits.append(Wait(calls, ticket.errands, deferral))
