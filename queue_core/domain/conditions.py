"""What must hold for a number to be issued: hours, what is wanted, quotas, and the chance of being called."""

from collections.abc import Iterable, Sequence

from queue_core.domain import casework, refusals
from queue_core.domain.commands import ErrandWanted, TakeNumber
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import Policy, Unit
from queue_core.domain.ticket import Priority
from queue_core.domain.words import PriorityKind

LIKELY_PER_MILLE = 900
UNLIKELY_PER_MILLE = 100


def require_hours(day: HallDay, now_ms: int) -> None:
    """Numbers are issued from some time before the first opening to the last closing, the break included."""
    if day.is_closed:
        raise refusals.HallClosedToday
    opens_at_ms, closes_at_ms = day.clock.opens_at_ms, day.clock.closes_at_ms
    if opens_at_ms is None or closes_at_ms is None:
        return
    issues_from_ms = opens_at_ms - day.rules.policy.issue_before_opening_ms
    if now_ms < issues_from_ms:
        raise refusals.HallNotOpenYet(issues_from_ms, opens_at_ms)
    if now_ms >= closes_at_ms:
        raise refusals.HallClosedToday


def require_errands(day: HallDay, wanted: Sequence[ErrandWanted]) -> None:
    """Each can be done in this hall, there are not too many, and a case that is named is finished."""
    require_room(day.rules.policy, [each.items for each in wanted])
    for errand in wanted:
        if errand.unit not in day.offered:
            raise refusals.UnitNotOffered(errand.unit)
        if errand.case_id is not None:
            casework.require_ready(day, errand.case_id)


def require_room(policy: Policy, items: Sequence[int]) -> None:
    """One number carries so many matters, and so many cases in all of them (`items`, one figure a matter)."""
    if not 1 <= len(items) <= policy.most_errands:
        raise refusals.TooManyErrands(policy.most_errands)
    if min(items) < 1 or sum(items) > policy.most_items:
        raise refusals.TooManyItems(sum(items), policy.most_items)


def require_none_held(day: HallDay, held: Iterable[int], wanted: Sequence[ErrandWanted]) -> None:
    """One open number a person and unit."""
    units = [each.unit for each in wanted]
    for ticket_id in held:
        ticket = day.tickets.get(ticket_id)
        if ticket is not None and ticket.is_open and any(each.unit in units for each in ticket.open_errands):
            raise refusals.AlreadyWaiting(ticket)


def require_chance(day: HallDay, command: TakeNumber) -> None:
    """Before closing: below 10 % no number is issued, below 90 % only to who was warned."""
    chance = command.closing_chance
    if chance is None or not day.clock.sessions:
        return
    if chance < UNLIKELY_PER_MILLE:
        raise refusals.WillNotBeServed(chance)
    if chance < LIKELY_PER_MILLE and not command.accepts_risk:
        raise refusals.MayNotBeServed(chance)


def require_quota(day: HallDay, units: Iterable[Unit], now_ms: int) -> None:
    full = day.quotas.full(units, now_ms)
    if full is not None:
        raise refusals.QuotaFull(full)


def require_channel(day: HallDay, command: TakeNumber, wanted: Sequence[ErrandWanted]) -> None:
    """A green channel there is, by its verified priority, and some window of it serves the first matter."""
    project = command.project
    if project is None:
        return
    if command.priority is None or command.priority.kind is not PriorityKind.GREEN_CHANNEL:
        raise refusals.PriorityUnverified
    windows = [day.windows[each] for each in day.rules.channel_windows(project) if each in day.windows]
    if not any(each.code == project for each in day.rules.channels):
        raise refusals.NoSuchProject(project)
    unit = wanted[0].unit
    if not any(unit in window.profile for window in windows):
        raise refusals.NotInChannel(project, unit)


def require_verified(priority: Priority | None) -> None:
    if priority is not None and not priority.verified_by.strip():
        raise refusals.PriorityUnverified
