"""Who may be called at a window at an instant, and by what: all of it by looking at every waiting ticket."""

from dataclasses import dataclass, field
from typing import NamedTuple

from queue_core.audit.hall import Errand, Hall, Holding, Ticket, Window, key_of
from queue_core.audit.words import Right


class Candidate(NamedTuple):
    """Compared in this order: key (hall clock, ms), then issue sequence, then the errand's place."""

    key: int
    ticket_id: int
    errand: int
    right: Right
    seniority_ms: int


@dataclass(slots=True)
class Line:
    """`back` by the instant of their return; `waiting` and `deferred` in no order."""

    back: list[tuple[int, Candidate]] = field(default_factory=list)
    waiting: list[Candidate] = field(default_factory=list)
    deferred: list[Candidate] = field(default_factory=list)

    @property
    def eligible(self) -> list[Candidate]:
        """Those among whom the key decides: deferred ones only when nobody else waits."""
        return self.waiting or self.deferred

    @property
    def is_empty(self) -> bool:
        return not (self.back or self.waiting or self.deferred)


def line_at(hall: Hall, window: Window, at_ms: int) -> Line:
    """Everybody whom `window` may call at a wall instant."""
    line = Line()
    clock_ms = hall.clock(at_ms)
    for ticket in hall.waiting.values():
        is_back = is_handed_back(hall, ticket, window)
        errands = ticket.errands_for(window.profile) or (ticket.open_errands if is_back else [])
        if not errands or not may_come(hall, ticket, window, clock_ms):
            continue
        candidate = best(hall, ticket, errands, at_ms)
        if is_back:
            assert ticket.holding is not None
            line.back.append((ticket.holding.back_at_ms or 0, candidate))
        elif ticket.state == "deferred":
            line.deferred.append(candidate)
        else:
            line.waiting.append(candidate)
    return line


def is_wanted(hall: Hall, window: Window, at_ms: int) -> bool:
    """Whether anybody waits whom `window` may call: `line_at` without the ranking."""
    clock_ms = hall.clock(at_ms)
    return any(
        (is_handed_back(hall, ticket, window) or ticket.errands_for(window.profile))
        and may_come(hall, ticket, window, clock_ms)
        for ticket in hall.waiting.values()
    )


def best(hall: Hall, ticket: Ticket, errands: list[tuple[int, Errand]], at_ms: int) -> Candidate:
    """The least key among a ticket's errands that a window does."""
    ranked = []
    for index, errand in errands:
        key, right = key_of(hall, ticket, errand, at_ms)
        ranked.append(Candidate(key, ticket.ticket_id, index, right, errand.seniority_ms))
    return min(ranked)


def may_come(hall: Hall, ticket: Ticket, window: Window, clock_ms: int) -> bool:
    """Whether binding, hold and the person's other numbers let a waiting ticket go to `window`."""
    if ticket.bound_to not in (None, window.number) and _binds(hall, ticket):
        return False
    if ticket.project is not None and not _in_channel(hall, ticket, window):
        return False
    if ticket.holding is not None and ticket.holding.window != window.number:
        holder_is_at_work = _is_at_work(hall, ticket.holding)
        if holder_is_at_work and clock_ms < ticket.holding.until_ms:
            return False
    return not hall.is_person_busy(ticket)


def is_handed_back(hall: Hall, ticket: Ticket, window: Window) -> bool:
    """Whether `window` held the ticket, its holder is back, and so it comes first there."""
    holding = ticket.holding
    return holding is not None and holding.window == window.number and _is_at_work(hall, holding)


def _binds(hall: Hall, ticket: Ticket) -> bool:
    """A ticket sent to one window is bound to it as long as that one is open and does its business."""
    window = hall.windows.get(ticket.bound_to or 0)
    return window is not None and window.state != "closed" and bool(ticket.errands_for(window.profile))


def _in_channel(hall: Hall, ticket: Ticket, window: Window) -> bool:
    """A green channel's number is called at its windows, while one of them is open and does its business.

    A number sent to one window is called there, and one that a window held goes on there: both go before.
    """
    if ticket.bound_to == window.number or is_handed_back(hall, ticket, window):
        return True
    channel = [hall.windows[each] for each in hall.channel(ticket.project) if each in hall.windows]
    working = [each for each in channel if each.state != "closed" and ticket.errands_for(each.profile)]
    return not working or window in working


def _is_at_work(hall: Hall, holding: Holding) -> bool:
    window = hall.windows.get(holding.window)
    return window is not None and window.state not in ("closed", "paused")
