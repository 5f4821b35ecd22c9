"""The route of a clerk's own shift."""

from litestar import Controller, get

from queue_core.domain.shifts import Shift
from queue_core.hall.admission import Visit, open_for
from queue_core.wire.shift import PauseSpent, ShiftSummary
from queue_core.wire.words import Role

MS_IN_S = 1000


class Shifts(Controller):
    path = "/api/v1/sessions/current/shift"
    tags = ("people",)

    @get(opt=open_for(Role.CLERK, Role.SUPERVISOR))
    async def shift(self, request: Visit) -> ShiftSummary:
        """Tell who is logged in what was done today, at all windows."""
        clerk, now_ms = request.asker.name, request.desk.hall.now_ms
        shift = await request.desk.hall.read(lambda day: day.shifts.of(clerk, max(now_ms, day.last_at_ms)))
        return summary(shift, clerk, request.desk.projection.clerk_name(clerk) or clerk, now_ms)


def summary(shift: Shift, clerk: str, display_name: str, now_ms: int) -> ShiftSummary:
    """In whole seconds."""
    mean_ms = shift.service_ms / shift.finished if shift.finished else None
    return ShiftSummary(
        clerk=clerk,
        display_name=display_name,
        since_ms=shift.since_ms,
        until_ms=now_ms,
        open_s=shift.open_ms // MS_IN_S,
        calls=shift.calls,
        finished=shift.finished,
        no_shows=shift.no_shows,
        held=shift.held,
        converted=shift.converted,
        mean_service_s=None if mean_ms is None else round(mean_ms / MS_IN_S),
        pauses=tuple(
            PauseSpent(reason=reason, seconds=spent_ms // MS_IN_S)
            for reason, spent_ms in sorted(shift.pauses.items())
        ),
    )
