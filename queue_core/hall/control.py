"""Routes of the hall as a whole: calls that were spoken, its closing, and the clock of a simulated day."""

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from queue_core.domain import commands
from queue_core.domain.words import ExpiryReason
from queue_core.hall import explanations
from queue_core.hall.admission import Visit, open_for
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
    async def rule(self, request: Visit) -> choices.Rule:
        """Tell how numbers are called, in words for the wall."""
        return await request.desk.hall.read(explanations.rule)

    @post("/calls/{call_id:int}/spoken", opt=open_for(Role.WALL), status_code=204)
    async def report_spoken(self, call_id: FromPath[int], request: Visit) -> None:
        """Say that a call was heard: the time to come to the window begins."""
        await request.desk.hall.execute(
            commands.ReportSpoken(call_id=call_id), key=request.key, actor=request.asker.actor
        )

    @post("/hall/closing", opt=open_for(Role.SUPERVISOR), status_code=200)
    async def close(self, data: JSONBody[choices.CloseHall], request: Visit) -> views.HallView:
        """End the day: every open number ends, every window closes."""
        reason = _CLOSINGS.get(data.reason)
        if reason is None:
            raise Denied(
                422,
                "no-such-closing",
                f"{data.reason!r} is no reason to close a hall.",
                f"Send one of {', '.join(_CLOSINGS)}.",
            )
        await request.desk.hall.execute(
            commands.CloseDay(reason=reason), key=request.key, actor=request.asker.actor
        )
        return await request.desk.hall.read(request.desk.projection.hall)

    @post("/clock", opt=open_for(*Role), status_code=204)
    async def steer(self, data: JSONBody[choices.SteerClock], request: Visit) -> None:
        """Move the clock of a simulated day forward."""
        if request.desk.clock is None:
            raise Denied(
                409,
                "clock-not-steered",
                "This hall lives by the wall's clock.",
                "Start a hall for simulations with `paihao hall --clock steered`.",
            )
        request.desk.clock.steer(data.now_ms)
        await request.desk.hall.read(lambda _: None)
