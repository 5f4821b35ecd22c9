"""Routes of the hall as a whole: calls that were spoken, its closing, and the clock of a simulated day."""

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from queue_core.domain import commands
from queue_core.domain.words import ExpiryReason
from queue_core.hall import explanations
from queue_core.hall.admission import TheVisit, open_for
from queue_core.hall.errors import Denied
from queue_core.wire import choices, views
from queue_core.wire.words import Role

_CLOSINGS = {
    "day-ended": ExpiryReason.DAY_ENDED,
    "hall-closed": ExpiryReason.HALL_CLOSED,
}


class Control(Controller):
    path = "/api/v1"
    tags = ("hall",)

    @get("/rule", opt=open_for(*Role))
    async def rule(self, visit: TheVisit) -> choices.Rule:
        """Tell how numbers are called, in words for the wall."""
        return await visit.desk.hall.read(explanations.rule)

    @post("/calls/{call_id:int}/spoken", opt=open_for(Role.WALL), status_code=204)
    async def report_spoken(self, call_id: FromPath[int], visit: TheVisit) -> None:
        """Say that a call was heard: the time to come to the window begins."""
        await visit.desk.hall.execute(
            commands.ReportSpoken(call_id=call_id), key=visit.key, actor=visit.asker.actor
        )

    @post("/hall/closing", opt=open_for(Role.SUPERVISOR), status_code=200)
    async def close(self, data: JSONBody[choices.CloseHall], visit: TheVisit) -> views.HallView:
        """End the day: every open number ends, every window closes."""
        reason = _CLOSINGS.get(data.reason)
        if reason is None:
            raise Denied(
                422,
                "no-such-closing",
                f"{data.reason!r} is no reason to close a hall.",
                f"Send one of {', '.join(_CLOSINGS)}.",
            )
        await visit.desk.hall.execute(
            commands.CloseDay(reason=reason), key=visit.key, actor=visit.asker.actor
        )
        return await visit.desk.hall.read(visit.desk.projection.hall)

    @post("/clock", opt=open_for(*Role), status_code=204)
    async def steer(self, data: JSONBody[choices.SteerClock], visit: TheVisit) -> None:
        """Move the clock of a simulated day forward."""
        if visit.desk.clock is None:
            raise Denied(
                409,
                "clock-not-steered",
                "This hall lives by the wall's clock.",
                "Start a hall for simulations with `paihao hall --clock steered`.",
            )
        visit.desk.clock.steer(data.now_ms)
        await visit.desk.hall.read(lambda _: None)
