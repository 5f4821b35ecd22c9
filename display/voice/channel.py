"""What a loudspeaker says next, when it can say only one thing at a time.

A busy hall calls faster than a voice speaks. So the first language goes before all others, whoever waits;
a number whose holder already sits at the window is left out; a recall takes the place of the call it repeats;
and calls that had to wait for the loudspeaker are joined to one sentence. The sentence is said number by
number, so that what has come meanwhile is still joined, and what was said is known to the number.
Pure: the clock is an argument, in seconds of any steady one; the loudspeaker is elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from display.voice.wording import tongues_of
from drivers.contract.speaker import Tongue
from queue_core.wire.views import CallView, WindowView
from queue_core.wire.words import TicketState

STALE_AFTER_S = 120.0
"""A call that could not be said for so long is not said any more: the clerk has called again, or given up."""
LATER_WITHIN_S = 20.0
"""What is to be said in other languages waits so long for those who have heard nothing yet."""
NUMBERS_A_SENTENCE = 3
"""More numbers in one sentence are not remembered by those who wait."""
HURRIED_FROM, WITHIN_S = 6, 60.0
"""So many calls in so many seconds leave no room for courtesies and other languages.

Simulated with the built-in clips: hours of 6 calls a minute at random, each heard to its end within 20 s.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A call nobody has heard. `instead_of` are earlier calls of the ticket that were not heard either."""

    call: CallView
    since_s: float
    instead_of: tuple[CallView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """The same in another language, once it was said in the first."""

    call: CallView
    tongue: Tongue
    until_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One number of a sentence. `opens`: the first of it; `closes`: the only one, with a word of courtesy.

    `hurried`: others wait, so it is said more quickly. `waited` is there where nobody has heard the call yet.
    """

    call: CallView
    tongue: Tongue
    opens: bool
    closes: bool
    hurried: bool
    waited: Waiting | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """`newest` is the greatest call_id that was heard of; what is not newer is never said again.

    `sentence` is the language of the sentence under way and how many numbers it has; none after a silence.
    `lately` is when calls came.
    """

    newest: int = 0
    waiting: tuple[Waiting, ...] = ()
    later: tuple[Later, ...] = ()
    sentence: tuple[Tongue, int] | None = None
    lately: tuple[float, ...] = ()

    def is_hurried(self, now_s: float) -> bool:
        return sum(now_s - each < WITHIN_S for each in self.lately) >= HURRIED_FROM


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What is to be said now, if anything, and which calls are given up because they waited too long."""

    channel: Channel
    part: Part | None
    stale: tuple[CallView, ...] = ()


def begin_anew(channel: Channel, calls: Sequence[CallView]) -> Channel:
    """`calls` are the hall's own list. A hall that was set back to a backup counts on from there."""
    return replace(channel, newest=min(channel.newest, max((each.call_id for each in calls), default=0)))


def hear(channel: Channel, call: CallView, now_s: float) -> Channel:
    """Accept a call, unless it was heard of before or somebody else has said it."""
    if call.is_spoken:
        left = tuple(each for each in channel.waiting if each.call.call_id != call.call_id)
        return replace(channel, newest=max(channel.newest, call.call_id), waiting=left)
    if call.call_id <= channel.newest:
        return channel
    channel = replace(channel, newest=call.call_id)
    same = [each for each in channel.waiting if each.call.ticket_id == call.ticket_id]
    others = tuple(each for each in channel.waiting if each.call.ticket_id != call.ticket_id)
    unheard = tuple(earlier for each in same for earlier in (*each.instead_of, each.call))
    waiting = Waiting(call=call, since_s=now_s, instead_of=unheard)
    later = tuple(each for each in channel.later if each.call.ticket_id != call.ticket_id)
    lately = (*channel.lately[-HURRIED_FROM:], now_s)
    return replace(channel, waiting=(*others, waiting), later=later, lately=lately)


def take(
    channel: Channel, windows: Mapping[int, WindowView], tongues: Sequence[Tongue], now_s: float
) -> Taken:
    """Oldest call first. `tongues` are the hall's, the first of them for everybody."""
    stale = tuple(each.call for each in channel.waiting if now_s - each.since_s > STALE_AFTER_S)
    wanted = tuple(
        each
        for each in channel.waiting
        if now_s - each.since_s <= STALE_AFTER_S and _is_awaited(each.call, windows)
    )
    later = tuple(
        each
        for each in channel.later
        if each.until_s >= now_s and not channel.is_hurried(now_s) and _is_awaited(each.call, windows)
    )
    channel = replace(channel, waiting=wanted, later=later)
    if wanted:
        return replace(_first_language(channel, tongues, now_s), stale=stale)
    if later:
        return replace(_other_language(channel, tongues), stale=stale)
    return Taken(channel=replace(channel, sentence=None), part=None, stale=stale)


def put_back(channel: Channel, part: Part) -> Channel:
    """It was not said after all: first in line again, unless it was called once more meanwhile."""
    waited = part.waited
    if waited is None:
        return replace(channel, sentence=None)
    later = tuple(each for each in channel.later if each.call.call_id != waited.call.call_id)
    again = next((each for each in channel.waiting if each.call.ticket_id == waited.call.ticket_id), None)
    if again is None:
        return replace(channel, waiting=(waited, *channel.waiting), later=later, sentence=None)
    unheard = (*waited.instead_of, waited.call, *again.instead_of)
    waiting = tuple(replace(each, instead_of=unheard) if each is again else each for each in channel.waiting)
    return replace(channel, waiting=waiting, later=later, sentence=None)


def _first_language(channel: Channel, tongues: Sequence[Tongue], now_s: float) -> Taken:
    first, *rest = channel.waiting
    wanted = tongues_of(first.call, tongues)
    later = tuple(Later(call=first.call, tongue=each, until_s=now_s + LATER_WITHIN_S) for each in wanted[1:])
    channel = replace(channel, waiting=tuple(rest), later=(*channel.later, *later))
    length = _length(channel, tongues[0])
    hurried = bool(rest) or length > 1 or channel.is_hurried(now_s)
    part = Part(
        call=first.call,
        tongue=tongues[0],
        opens=length == 1,
        closes=not hurried,
        hurried=hurried,
        waited=first,
    )
    return Taken(channel=replace(channel, sentence=(tongues[0], length)), part=part)


def _other_language(channel: Channel, tongues: Sequence[Tongue]) -> Taken:
    """Language by language, in the hall's order, so that a sentence is not of two."""
    under_way = channel.sentence[0] if channel.sentence else None
    first, *rest = sorted(
        channel.later, key=lambda each: (each.tongue is not under_way, tongues.index(each.tongue))
    )
    length = _length(channel, first.tongue)
    is_last = all(each.tongue is not first.tongue for each in rest)
    part = Part(
        call=first.call,
        tongue=first.tongue,
        opens=length == 1,
        closes=length == 1 and is_last,
        hurried=False,
        waited=None,
    )
    left = tuple(each for each in channel.later if each is not first)
    return Taken(channel=replace(channel, later=left, sentence=(first.tongue, length)), part=part)


def _length(channel: Channel, tongue: Tongue) -> int:
    """Of the sentence with one number more; 1 where that number begins a new one."""
    length = channel.sentence[1] if channel.sentence and channel.sentence[0] is tongue else 0
    return length % NUMBERS_A_SENTENCE + 1


def _is_awaited(call: CallView, windows: Mapping[int, WindowView]) -> bool:
    """Whether the window still waits for the holder; without news of the window the call is believed."""
    window = windows.get(call.window)
    if window is None:
        return True
    ticket = window.ticket
    return ticket is not None and ticket.ticket_id == call.ticket_id and ticket.state is TicketState.CALLED
