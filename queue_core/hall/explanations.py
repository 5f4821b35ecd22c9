"""Explanations as they are told: who was called before a number, and why, from the closed list of reasons."""

from queue_core.domain.explaining import Overtaking, why, windows_for
from queue_core.domain.hall_day import HallDay
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import Reason
from queue_core.wire import choices, words

MOST_TOLD = 50
_OWN = (Reason.CAME_BACK, Reason.LET_PASS)


def explanation(day: HallDay, ticket: Ticket) -> choices.Explanation:
    found = why(day, ticket)
    before = [each for each in found if each.reason is not Reason.NOT_SERVED_HERE]
    own = dict.fromkeys(each.reason for each in before if each.reason in _OWN)
    return choices.Explanation(
        number=ticket.number,
        windows=windows_for(day, ticket),
        own=tuple(words.Reason(each) for each in own),
        before=tuple(_told(each, day) for each in reversed(before[-MOST_TOLD:])),
        elsewhere=len(found) - len(before),
    )


def _told(of: Overtaking, day: HallDay) -> choices.CallBefore:
    return choices.CallBefore(
        number=day.tickets[of.call.ticket_id].number,
        window=of.call.window,
        called_at_ms=of.call.called_at_ms,
        reason=words.Reason(of.reason),
        slot_at_ms=of.slot_starts_at_ms,
        from_window=of.begun_at,
        text=of.call.reason,
    )
