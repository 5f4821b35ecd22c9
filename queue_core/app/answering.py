"""Ratings and the follow-ups of low ones, on their way into the hall: deadlines counted, notes sealed.

Nothing is changed here. Belongs to the committer's thread.
"""

from collections.abc import Callable
from typing import assert_never

from queue_core.app.errors import NoSuchVisit
from queue_core.app.ports import Deadline, Vault
from queue_core.app.prepared import Prepared
from queue_core.app.requests import FollowUpStepWanted, PastRatingWanted, RatingWanted
from queue_core.domain import commands
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rating_visit import FinishedVisit
from queue_core.domain.words import FollowUpAct
from queue_core.store.retention import Purpose


class Answering:
    """`past_visit` finds a visit of a day that is over by its reference."""

    def __init__(
        self, *, vault: Vault, deadline: Deadline, past_visit: Callable[[str], FinishedVisit | None]
    ) -> None:
        self._vault = vault
        self._deadline = deadline
        self._past_visit = past_visit

    def prepare(
        self, wanted: RatingWanted | PastRatingWanted | FollowUpStepWanted, day: HallDay, today: str
    ) -> Prepared:
        """Raises NoSuchVisit, and the store's error."""
        match wanted:
            case RatingWanted():
                return self._rating(wanted, self._due_on(wanted.level, day, today))
            case PastRatingWanted():
                return self._past_rating(wanted, self._due_on(wanted.level, day, today))
            case FollowUpStepWanted():
                return self._step(wanted, day, today)
            case _:
                assert_never(wanted)

    def _rating(self, wanted: RatingWanted, due_on: str) -> Prepared:
        if wanted.window is None:
            return Prepared(
                command=commands.RateVisit(
                    ticket_id=wanted.ticket_id,
                    level=wanted.level,
                    channel=wanted.channel,
                    labels=wanted.labels,
                    due_on=due_on,
                )
            )
        return Prepared(
            command=commands.Rate(
                window=wanted.window,
                ticket_id=wanted.ticket_id,
                level=wanted.level,
                channel=wanted.channel,
                labels=wanted.labels,
                due_on=due_on,
            )
        )

    def _past_rating(self, wanted: PastRatingWanted, due_on: str) -> Prepared:
        """What the journal does not hold yet of today's late ratings, the day itself knows."""
        visit = self._past_visit(wanted.reference)
        if visit is None:
            raise NoSuchVisit
        return Prepared(
            command=commands.RatePastVisit(
                visit=visit, level=wanted.level, labels=wanted.labels, due_on=due_on
            )
        )

    def _step(self, wanted: FollowUpStepWanted, day: HallDay, today: str) -> Prepared:
        sealed = (
            self._vault.seal(Purpose.FOLLOW_UP, today, wanted.note.encode(), about(wanted.follow_up_id))
            if wanted.note
            else None
        )
        return Prepared(
            command=commands.AdvanceFollowUp(
                follow_up_id=wanted.follow_up_id,
                act=wanted.act,
                supervisor=wanted.supervisor,
                result=wanted.result,
                note=sealed,
                sealed_on=None if sealed is None else today,
                due_on=self._deadline_from(today, day) if wanted.act is FollowUpAct.REDO else "",
            )
        )

    def _due_on(self, level: int, day: HallDay, today: str) -> str:
        """When a follow-up is due, if the level leads to one."""
        return self._deadline_from(today, day) if level in day.rules.rating.low_levels else ""

    def _deadline_from(self, today: str, day: HallDay) -> str:
        return self._deadline(today, day.rules.rating.follow_up_working_days)


def about(follow_up_id: int) -> str:
    """What a note is sealed about."""
    return f"follow-up:{follow_up_id}"
