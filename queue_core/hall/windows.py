"""Routes of windows: what a clerk presses, and what the citizen there rates."""

from collections.abc import Callable

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from queue_core.domain import commands
from queue_core.domain.events import ServiceRated
from queue_core.domain.refusals import WindowIsClosed
from queue_core.domain.words import RatingChannel, WindowState
from queue_core.hall.admission import TheVisit, open_for
from queue_core.hall.desk import Desk
from queue_core.hall.errors import Denied
from queue_core.hall.principal import Principal
from queue_core.wire import messages, views
from queue_core.wire import words as wire
from queue_core.wire.words import Role, WindowAction

_CHANNELS = {Role.PAD: wire.RatingChannel.PAD, Role.STATION: wire.RatingChannel.KEYPAD}
_COMMANDS: dict[WindowAction, Callable[..., commands.Command]] = {
    WindowAction.CLOSE: commands.CloseWindow,
    WindowAction.CALL_NEXT: commands.CallNext,
    WindowAction.RECALL: commands.Recall,
    WindowAction.START: commands.StartService,
    WindowAction.FINISH: commands.FinishService,
    WindowAction.NO_SHOW: commands.MarkNoShow,
}


class Windows(Controller):
    path = "/api/v1/windows"
    tags = ("windows",)

    @get(
        "/{window:int}",
        opt=open_for(Role.COUNTER, Role.CLERK, Role.STATION, Role.WALL, Role.PAD, Role.ADMIN, Role.AUDITOR),
    )
    async def window(self, window: FromPath[int], visit: TheVisit) -> views.WindowView:
        """Tell how a window stands; the person there only to its clerk."""
        visit.asker.require_window(window)
        return visit.desk.hub.shown(
            await visit.desk.window_now(window), with_holder=visit.asker.role is Role.CLERK
        )

    @post("/{window:int}/{action:str}", opt=open_for(Role.CLERK, Role.STATION), status_code=200)
    async def act(
        self, window: FromPath[int], action: FromPath[WindowAction], visit: TheVisit
    ) -> views.WindowView:
        """Open or close a window; call, recall, start, finish, or mark as no-show."""
        visit.asker.require_window(window)
        clerk = await _clerk(visit.desk, visit.asker, window)
        await visit.desk.hall.execute(_command(action, window, clerk), key=visit.key, actor=visit.asker.actor)
        return visit.desk.hub.shown(
            await visit.desk.window_now(window), with_holder=visit.asker.role is Role.CLERK
        )

    @post("/{window:int}/rating", opt=open_for(Role.PAD, Role.STATION))
    async def rate(
        self, window: FromPath[int], data: JSONBody[messages.Rate], visit: TheVisit
    ) -> messages.Rating:
        """Rate the service just finished, once; by the pad or the keys at the window, never by its clerk."""
        visit.asker.require_window(window)
        if data.channel is not _CHANNELS[visit.asker.role]:
            raise Denied(
                403,
                "wrong-channel",
                f"A {visit.asker.role} does not rate as {data.channel}.",
                "Send the channel of this device.",
            )
        command = commands.Rate(
            window=window,
            ticket_id=data.ticket_id,
            level=data.level,
            channel=RatingChannel(data.channel),
        )
        outcome = await visit.desk.hall.execute(command, key=visit.key, actor=visit.asker.actor)
        rated = next(event for event in outcome.events if isinstance(event, ServiceRated))
        return messages.Rating(
            ticket_id=rated.ticket_id,
            window=rated.window,
            level=rated.level,
            channel=wire.RatingChannel(rated.channel),
            rated_at_ms=rated.at_ms,
        )


async def _clerk(desk: Desk, asker: Principal, window: int) -> str:
    """In whose name the key is pressed: a caller acts only while a clerk is there."""
    if asker.role is Role.CLERK:
        return asker.name
    now = await desk.window_now(window)
    present = desk.reception.clerk_at(window, desk.hub.day)
    if present is None and now.view.state is wire.WindowState(WindowState.CLOSED):
        raise WindowIsClosed(window)
    return present or now.view.clerk or ""


def _command(action: WindowAction, window: int, clerk: str) -> commands.Command:
    if action is WindowAction.OPEN:
        return commands.OpenWindow(window=window, clerk=clerk)
    return _COMMANDS[action](window=window)
