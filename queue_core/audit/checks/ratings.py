"""Ratings 好差评, one a visit, and what low ones lead to."""

from collections.abc import Iterator
from typing import ClassVar

from queue_core.audit import bodies
from queue_core.audit.checks.check import Check, against
from queue_core.audit.finding import Complaint
from queue_core.audit.hall import Sitting, Ticket
from queue_core.audit.records import FollowUp
from queue_core.audit.step import Step, minutes

BEST_LEVEL = 5
DAY_MS = 24 * 3_600_000
_AT_WINDOW = frozenset({"pad", "keypad"})


class Ratings(Check):
    name: ClassVar[str] = "ratings"
    sentence: ClassVar[str] = (
        "A visit is rated once, when it is over, with one of five levels, for the window and clerk of its"
        " last service: there in time unless it was skipped or proof is needed, by phone or at a kiosk until"
        " the day ends, by its link for some days more."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        match step.body:
            case bodies.RatingSkipped() if step.ticket is not None:
                yield from self._asked_there(step, step.ticket, step.body.window)
            case bodies.ServiceRated(visited_on=None) if step.ticket is not None:
                yield from _level(step, step.body)
                yield from self._today(step, step.ticket, step.body)
            case bodies.ServiceRated():
                yield from _level(step, step.body)
                yield from self._late(step, step.body)
            case _:
                pass

    def _today(self, step: Step, ticket: Ticket, body: bodies.ServiceRated) -> Iterator[Complaint]:
        if ticket.is_rated:
            yield against(step, "a second rating", "one rating a visit")
        elif ticket.is_open:
            yield against(step, "a rating of a visit that goes on", "a number that has ended")
        elif not ticket.sittings:
            yield against(step, "a rating without a service", "something finished with the number")
        else:
            yield from _bound(step, body, ticket.sittings[-1])
            if body.channel in _AT_WINDOW:
                yield from self._asked_there(step, ticket, body.window)
                yield from self._counted_there(step, ticket)
            elif body.channel == "link":
                yield against(step, "by the link on the day of the visit", "by phone")

    def _asked_there(self, step: Step, ticket: Ticket, window: int) -> Iterator[Complaint]:
        if ticket.state != "finished" or ticket.sittings[-1].window != window:
            yield against(step, "a window asked that did not finish the visit", "the last one, finished")
            return
        open_ms, late_ms = step.hall.rules.rating_within_ms, step.at_ms - ticket.sittings[-1].ended_at_ms
        if late_ms > open_ms:
            yield against(step, f"asked {minutes(late_ms)} after the service", f"within {minutes(open_ms)}")

    def _counted_there(self, step: Step, ticket: Ticket) -> Iterator[Complaint]:
        if ticket.is_skipped:
            yield against(step, "a press at the window after a skip", "phone or kiosk")
        if step.hall.rules.rating.needs_proof:
            yield against(step, "a press at the window where proof is needed", "ticket, card or phone")

    def _late(self, step: Step, body: bodies.ServiceRated) -> Iterator[Complaint]:
        visit = step.hall.past.get(body.ticket_id)
        if visit is None:
            yield against(step, "a late rating of no visit of the days before", "one that was finished")
            return
        if visit.is_rated:
            yield against(step, "a second rating", "one rating a visit")
        if body.channel != "link":
            yield against(step, f"a late rating by {body.channel}", "by the link")
        if body.visited_on != visit.day:
            yield against(step, f"a visit of {body.visited_on}", f"of {visit.day}")
        days = step.hall.rules.rating.late_days
        if step.at_ms >= visit.midnight_ms + (days + 1) * DAY_MS:
            yield against(step, f"a visit of {visit.day} rated", f"{days} days after it at most")
        yield from _bound(step, body, visit.last)


class FollowUps(Check):
    name: ClassVar[str] = "follow-ups"
    sentence: ClassVar[str] = (
        "A low rating opens a follow-up at once; its stages come in their order, it is sent back once at"
        " most, and it crosses midnight as it is until it is closed."
    )

    def __init__(self) -> None:
        self._owed: tuple[str, bodies.ServiceRated, str | None] | None = None

    def before(self, step: Step) -> Iterator[Complaint]:
        body, owed = step.body, self._owed
        self._owed = None
        if isinstance(body, bodies.FollowUpOpened):
            yield from self._opened(step, body.follow_up, owed)
        elif owed is not None:
            yield Complaint(
                ticket_id=owed[1].ticket_id,
                window=owed[1].window,
                found="a low rating and no follow-up",
                wanted="follow-up-opened at once",
            )
        match body:
            case bodies.ServiceRated() if body.level in step.hall.rules.rating.low_levels:
                self._owed = (step.event.key, body, step.hall.day)
            case bodies.FollowUpAdvanced() | bodies.FollowUpSentBack() | bodies.FollowUpClosed():
                yield from self._stepped(step, body)
            case bodies.DayOpened() if step.hall.day is not None:
                wanted = {key: each for key, each in step.hall.follow_ups.items() if each.stage != "closed"}
                if {each.follow_up_id: each for each in body.follow_ups} != wanted:
                    yield against(step, "other follow-ups than the day before left", "all not closed")
            case _:
                pass

    def _opened(
        self, step: Step, found: FollowUp, owed: tuple[str, bodies.ServiceRated, str | None] | None
    ) -> Iterator[Complaint]:
        if owed is None or owed[0] != step.event.key:
            yield against(step, "a follow-up without a low rating", "one with the rating it is of")
            return
        _, rated, today = owed
        of = (found.ticket_id, found.window, found.clerk, found.level, found.labels, found.channel)
        if of != (rated.ticket_id, rated.window, rated.clerk, rated.level, rated.labels, rated.channel):
            yield against(step, "a follow-up of something else", "the rating before it")
        if found.visited_on != (rated.visited_on or today) or found.due_on < (today or ""):
            yield against(step, f"of {found.visited_on}, due on {found.due_on}", "its day, due later")
        if found.follow_up_id in step.hall.follow_ups or (found.stage, found.is_redone) != ("contact", False):
            yield against(step, f"follow-up {found.follow_up_id} begun in the middle", "a new one")

    def _stepped(self, step: Step, body: bodies.FollowUpStep) -> Iterator[Complaint]:
        known = step.hall.follow_ups.get(body.follow_up_id)
        wanted = body.act if isinstance(body, bodies.FollowUpAdvanced) else "review"
        if known is None or known.stage != wanted:
            stage = "unknown" if known is None else known.stage
            yield against(step, f"{wanted} of a follow-up that is at {stage}", "one stage after the other")
        elif isinstance(body, bodies.FollowUpSentBack) and known.is_redone:
            yield against(step, "sent back a second time", "once at most")


def _level(step: Step, body: bodies.ServiceRated) -> Iterator[Complaint]:
    if not 1 <= body.level <= BEST_LEVEL:
        yield against(step, f"level {body.level}", "a level from 1 to 5")


def _bound(step: Step, body: bodies.ServiceRated, last: Sitting) -> Iterator[Complaint]:
    if (body.window, body.clerk) != (last.window, last.clerk):
        yield against(
            step,
            f"a rating of clerk {body.clerk} at window {body.window}",
            f"clerk {last.clerk} at window {last.window}, the last service",
        )
