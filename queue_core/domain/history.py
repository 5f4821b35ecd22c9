"""What explanations need of the past of a day: how each ticket waited, and how things stood at each call.

Owned by one hall day and changed by `evolve` alone.
"""

from msgspec import Struct

from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Errand, Ticket, Window
from queue_core.domain.words import DeferralReason


class Wait(Struct, frozen=True, gc=False):
    """A stretch of waiting: from before call number `begins` of the day (from 0) to before number `ends`.

    `errands` and `deferral` (why it let others pass, None when it did not) stayed the same in it. `ends` is
    None while it lasts.
    """

    begins: int
    errands: tuple[Errand, ...]
    deferral: DeferralReason | None
    ends: int | None = None


class Moment(Struct, frozen=True, gc=False):
    """A call as things stood: the calling window's profile, the called ticket's slot and hold."""

    profile: tuple[Unit, ...]
    slot_starts_at_ms: int | None
    held_at: int | None


class History:
    """`_since`: before which call of the day (from 0) each wait that lasts began."""

    def __init__(self) -> None:
        self._since: dict[int, int] = {}
        self._waits: dict[int, list[Wait]] = {}
        self._moments: dict[int, Moment] = {}

    def waits_of(self, ticket: Ticket) -> list[Wait]:
        """`ticket` in its newest form."""
        waits = list(self._waits.get(ticket.ticket_id, ()))
        begins = self._since.get(ticket.ticket_id)
        return waits if begins is None else [*waits, _wait(begins, ticket, None)]

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

    def begin_wait(self, ticket_id: int, calls: int) -> None:
        """A ticket begins to wait, or waits otherwise; so many calls were made today before."""
        self._since[ticket_id] = calls

    def end_wait(self, ticket: Ticket, calls: int) -> None:
        """`ticket` as it waited until now."""
        wait = _wait(self._since.pop(ticket.ticket_id), ticket, calls)
        self._waits.setdefault(ticket.ticket_id, []).append(wait)


def _wait(begins: int, ticket: Ticket, ends: int | None) -> Wait:
    deferral = None if ticket.deferral is None else ticket.deferral.reason
    return Wait(begins, ticket.errands, deferral, ends)
