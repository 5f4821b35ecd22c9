"""What a loudspeaker says next, when it can say only one thing at a time.

A busy hall calls faster than a voice speaks. So a number whose holder already sits at the window is left out,
a recall takes the place of the call it repeats, and calls that had to wait for the loudspeaker are said in
one sentence. Pure: the clock is an argument, the loudspeaker is elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from queue_core.wire.views import CallView, WindowView
from queue_core.wire.words import TicketState

FRESH_WITHIN_MS = 30_000
"""A call older than this when it arrives (after a lost connection) is shown but no longer spoken."""

CALLS_A_SENTENCE = 3
"""More numbers in one sentence are not remembered by those who wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """`newest` is the greatest call_id that was heard of; what is not newer is never said again."""

    newest: int = 0
    waiting: tuple[CallView, ...] = ()


def hear(channel: Channel, call: CallView, now_ms: int) -> Channel:
    """Accept a call, unless it was heard before or is too old to be of use."""
    if call.call_id <= channel.newest:
        return channel
    if now_ms - call.called_at_ms > FRESH_WITHIN_MS:
        return replace(channel, newest=call.call_id)
    others = tuple(earlier for earlier in channel.waiting if earlier.ticket_id != call.ticket_id)
    return Channel(newest=call.call_id, waiting=(*others, call))


def take(channel: Channel, windows: Mapping[int, WindowView]) -> tuple[Channel, tuple[CallView, ...]]:
    """What to say now, oldest call first, and what then still waits. Nothing to say: an empty tuple."""
    wanted = tuple(call for call in channel.waiting if _is_awaited(call, windows.get(call.window)))
    said, left = wanted[:CALLS_A_SENTENCE], wanted[CALLS_A_SENTENCE:]
    return replace(channel, waiting=left), said


def _is_awaited(call: CallView, window: WindowView | None) -> bool:
    """Whether the window still waits for the holder; without news of the window the call is believed."""
    if window is None:
        return True
    ticket = window.ticket
    return ticket is not None and ticket.ticket_id == call.ticket_id and ticket.state is TicketState.CALLED
