"""Services and their ratings."""

from collections.abc import Iterator
from typing import ClassVar

from queue_core.audit import bodies
from queue_core.audit.checks.check import Check, against
from queue_core.audit.finding import Complaint
from queue_core.audit.step import Step, minutes

BEST_LEVEL = 5
_AFTERWARDS = frozenset({"phone", "kiosk"})


class Services(Check):
    name: ClassVar[str] = "services"
    sentence: ClassVar[str] = (
        "A sitting ends with errands it had in hand; the number ends when all are done, else it waits on."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        body, ticket = step.body, step.ticket
        if not isinstance(body, bodies.ServiceFinished | bodies.StageFinished) or ticket is None:
            return
        if not set(body.done) <= set(ticket.in_hand):
            yield against(step, f"errands {list(body.done)} done", f"some of {list(ticket.in_hand)}")
        left = [index for index, _ in ticket.open_errands if index not in body.done]
        if isinstance(body, bodies.ServiceFinished) and left:
            yield against(step, f"finished with errands {left} open", "the number waiting on for them")
        if isinstance(body, bodies.StageFinished) and not left:
            yield against(step, "waiting on with nothing left", "finished")


class Ratings(Check):
    name: ClassVar[str] = "ratings"
    sentence: ClassVar[str] = (
        "Only a service that ended at the window is rated, once, with one of five levels: there in time, by"
        " phone or at a kiosk the number's last one until the day ends."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        body, ticket = step.body, step.ticket
        if not isinstance(body, bodies.ServiceRated) or ticket is None:
            return
        if not 1 <= body.level <= BEST_LEVEL:
            yield against(step, f"level {body.level}", "a level from 1 to 5")
        sittings = [each for each in ticket.sittings if each.window == body.window]
        if not sittings:
            yield against(step, "a rating without a service at this window", "a service that ended there")
            return
        open_ms = step.hall.rules.rating_within_ms
        late_ms = step.at_ms - sittings[-1].ended_at_ms
        if all(each.is_rated for each in sittings):
            yield against(step, "a second rating", "one rating a service")
        elif body.channel in _AFTERWARDS:
            if ticket.sittings[-1] is not sittings[-1]:
                last = ticket.sittings[-1].window
                yield against(step, f"window {body.window} rated afterwards", f"the last one, at {last}")
        elif late_ms > open_ms:
            yield against(step, f"rated {minutes(late_ms)} after the service", f"within {minutes(open_ms)}")
