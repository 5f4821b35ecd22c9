"""Explanations as they are told: who was called before a number, and why, from the closed list of reasons."""

from datetime import datetime, tzinfo

from queue_core.domain.explaining import Overtaking, why, windows_for
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import MINUTE_MS
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import Reason
from queue_core.wire import choices, texts, words

MOST_TOLD = 50
_OWN = (Reason.CAME_BACK, Reason.LET_PASS)


def explanation(day: HallDay, ticket: Ticket, zone: tzinfo) -> choices.Explanation:
    """Instants in sentences are told by the hall's `zone`."""
    found = why(day, ticket)
    before = [each for each in found if each.reason is not Reason.NOT_SERVED_HERE]
    own = dict.fromkeys(each.reason for each in before if each.reason in _OWN)
    return choices.Explanation(
        number=ticket.number,
        windows=windows_for(day, ticket),
        own=tuple(words.Reason(each) for each in own),
        before=tuple(_told(each, day, zone) for each in reversed(before[-MOST_TOLD:])),
        elsewhere=len(found) - len(before),
    )


def rule(day: HallDay) -> choices.Rule:
    policy = day.rules.policy
    appointment, priority, pickup = (
        -(-each // MINUTE_MS)
        for each in (
            day.head_start_ms if day.rules.slots else 0,
            policy.priority_head_start_ms,
            policy.pickup_head_start_ms,
        )
    )
    said = texts.rule(appointment_min=appointment, priority_min=priority, pickup_min=pickup)
    return choices.Rule(appointment_min=appointment, priority_min=priority, pickup_min=pickup, texts=said)


def _told(of: Overtaking, day: HallDay, zone: tzinfo) -> choices.CallBefore:
    slot_ms = of.slot_starts_at_ms
    said = texts.why(
        words.Reason(of.reason),
        slot="" if slot_ms is None else f"{datetime.fromtimestamp(slot_ms / 1000, zone):%H:%M}",
        window=of.begun_at or of.call.window,
        text=of.call.reason or "",
        places=day.rules.policy.places_back,
    )
    return choices.CallBefore(
        number=day.tickets[of.call.ticket_id].number,
        window=of.call.window,
        called_at_ms=of.call.called_at_ms,
        reason=words.Reason(of.reason),
        slot_at_ms=of.slot_starts_at_ms,
        from_window=of.begun_at,
        text=of.call.reason,
        said=said,
    )
