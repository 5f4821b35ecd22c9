"""Why others were called before a ticket: one reason out of a closed list for every call while it waited.

Pure, and from what the day remembers; says nothing of names, languages and screens.
"""

from msgspec import Struct

from queue_core.domain.hall_day import HallDay
from queue_core.domain.history import Moment, Wait
from queue_core.domain.ticket import Call, Errand, Ticket
from queue_core.domain.words import CallWay, DeferralReason, Reason, Right

_BY_RIGHT = {
    Right.APPOINTMENT: Reason.APPOINTMENT,
    Right.PRIORITY: Reason.PRIORITY,
    Right.PICKUP: Reason.PICKUP,
}
_BY_DEFERRAL = {DeferralReason.RETURNED: Reason.CAME_BACK, DeferralReason.ASKED: Reason.LET_PASS}


class Overtaking(Struct, frozen=True, kw_only=True, gc=False):
    """`call` was made before the ticket's own, for `reason`.

    `slot_starts_at_ms` (wall) stands with an appointment, `begun_at` (window) with a continuation; a
    supervisor's own words are the call's.
    """

    call: Call
    reason: Reason
    slot_starts_at_ms: int | None = None
    begun_at: int | None = None


def why(day: HallDay, ticket: Ticket) -> tuple[Overtaking, ...]:
    """Each call of another ticket while this one waited, in order, with its reason. Recalls do not count.

    `NOT_SERVED_HERE`: the window that called does nothing of what the ticket is for, or the ticket was kept
    for another one. O(calls while it waited).
    """
    found = []
    for wait in day.history.waits_of(ticket):
        for call in day.all_calls[wait.begins : wait.ends]:
            moment = day.history.moment_of(call.call_id)
            if moment is not None and call.ticket_id != ticket.ticket_id:
                found.append(_overtaking(ticket, wait, call, moment))
    return tuple(found)


def windows_for(day: HallDay, ticket: Ticket) -> tuple[int, ...]:
    """The windows that serve something of what a ticket is still open for, open or not."""
    numbers = {number for each in ticket.open_errands for number in day.waiting.windows_for(each.unit)}
    return tuple(sorted(numbers))


def _overtaking(ticket: Ticket, wait: Wait, call: Call, moment: Moment) -> Overtaking:
    reason = _reason(ticket, wait, call, moment)
    return Overtaking(
        call=call,
        reason=reason,
        slot_starts_at_ms=moment.slot_starts_at_ms if reason is Reason.APPOINTMENT else None,
        begun_at=moment.held_at if reason is Reason.CONTINUATION else None,
    )


def _reason(ticket: Ticket, wait: Wait, call: Call, moment: Moment) -> Reason:
    mine = [each for each in wait.errands if not each.is_done and each.unit in moment.profile]
    if not mine:
        return Reason.NOT_SERVED_HERE
    if call.way is CallWay.OVERRIDE:
        return Reason.OVERRIDE
    if call.way is CallWay.HAND_BACK:
        return Reason.CONTINUATION
    if wait.deferral is not None:
        return _BY_DEFERRAL[wait.deferral]
    if (call.seniority_ms, call.ticket_id) < (_oldest_ms(mine), ticket.ticket_id):
        return Reason.EARLIER
    return _BY_RIGHT.get(call.right, Reason.NOT_SERVED_HERE)


def _oldest_ms(errands: list[Errand]) -> int:
    return min(each.seniority_ms for each in errands)
