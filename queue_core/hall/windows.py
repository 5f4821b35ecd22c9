"""Routes of windows: what a clerk presses."""

from collections.abc import Callable

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from queue_core.app.requests import NoteWanted
from queue_core.domain import commands
from queue_core.domain.refusals import WindowIsClosed
from queue_core.domain.rules import Unit
from queue_core.domain.words import TicketClass, WindowState
from queue_core.hall import entering
from queue_core.hall.admission import Visit, open_for
from queue_core.hall.desk import Desk
from queue_core.hall.errors import Denied
from queue_core.hall.principal import Principal
from queue_core.wire import choices, views
from queue_core.wire import words as wire
from queue_core.wire.words import Role, WindowAction

_COMMANDS: dict[WindowAction, Callable[..., commands.Command]] = {
    WindowAction.CLOSE: commands.CloseWindow,
    WindowAction.CALL_NEXT: commands.CallNext,
    WindowAction.RECALL: commands.Recall,
    WindowAction.START: commands.StartService,
    WindowAction.FINISH: commands.FinishService,
    WindowAction.NO_SHOW: commands.MarkNoShow,
    WindowAction.RESUME: commands.ResumeWindow,
}
_STAFFED = (Role.CLERK, Role.SUPERVISOR)


class Windows(Controller):
    path = "/api/v1/windows"
    tags = ("windows",)

    @get(
        "/{window:int}",
        opt=open_for(*(set(Role) - {Role.KIOSK, Role.GATEWAY})),
    )
    async def window(self, window: FromPath[int], request: Visit) -> views.WindowView:
        """Tell how a window stands; the person there only to its clerk."""
        request.asker.require_window(window)
        return await _shown(window, request)

    @post("/{window:int}/{action:str}", opt=open_for(*_STAFFED, Role.STATION), status_code=200)
    async def act(
        self, window: FromPath[int], action: FromPath[WindowAction], request: Visit
    ) -> views.WindowView:
        """Open or close a window, go on after a pause; call, recall, start, finish, or mark as no-show."""
        request.asker.require_window(window)
        clerk = await _clerk(request.desk, request.asker, window)
        return await _done(_command(action, window, clerk), window, request)

    @post("/{window:int}/finish-part", opt=open_for(*_STAFFED), status_code=200)
    async def finish_part(
        self, window: FromPath[int], data: JSONBody[choices.Finish], request: Visit
    ) -> views.WindowView:
        """Finish the sitting; what of it is not done waits on."""
        return await _done(commands.FinishService(window=window, unfinished=data.unfinished), window, request)

    @post(
        "/{window:int}/pause",
        opt=open_for(*_STAFFED, Role.STATION, Role.TERMINAL),
        status_code=200,
    )
    async def pause(
        self, window: FromPath[int], data: JSONBody[choices.Pause], request: Visit
    ) -> views.WindowView:
        """Pause, now or after the ticket in hand; a terminal out of order at once, its number waits on."""
        command = commands.PauseWindow(
            window=window, reason=entering.reason(data.reason), lasts_ms=entering.span_ms(data.minutes)
        )
        return await _done(command, window, request)

    @post("/{window:int}/hold", opt=open_for(*_STAFFED, Role.STATION), status_code=200)
    async def hold(
        self, window: FromPath[int], data: JSONBody[choices.Hold], request: Visit
    ) -> views.WindowView:
        """Keep the number while its holder fetches what is missing."""
        command = commands.HoldTicket(window=window, reason=entering.reason(data.reason))
        return await _done(command, window, request)

    @post("/{window:int}/note", opt=open_for(*_STAFFED), status_code=200)
    async def write_note(
        self, window: FromPath[int], data: JSONBody[choices.WriteNote], request: Visit
    ) -> views.WindowView:
        """Write something for the window that has the number in hand next; the number stays here."""
        request.asker.require_window(window)
        wanted = NoteWanted(window=window, text=entering.note(data.text))
        await request.desk.hall.execute(wanted, key=request.key, actor=request.asker.actor)
        return await _shown(window, request)

    @post("/{window:int}/transfer", opt=open_for(*_STAFFED), status_code=200)
    async def transfer(
        self, window: FromPath[int], data: JSONBody[choices.Transfer], request: Visit
    ) -> views.WindowView:
        """Send the number on to another unit or window; its place stays."""
        if (data.ticket_class is None) is not (data.category is None):
            raise Denied(
                400, "invalid-request", "ticket_class and category: one without the other", "Send both."
            )
        unit = (
            None
            if data.ticket_class is None or data.category is None
            else Unit(data.category, TicketClass(data.ticket_class))
        )
        return await _done(
            commands.Transfer(window=window, unit=unit, to_window=data.to_window), window, request
        )

    @post("/{window:int}/profile", opt=open_for(Role.SUPERVISOR), status_code=200)
    async def change_profile(
        self, window: FromPath[int], data: JSONBody[choices.ChangeProfile], request: Visit
    ) -> views.WindowView:
        """Let a window serve other units from now on."""
        profile = tuple(_unit(each) for each in data.units)
        reason = None if data.reason is None else entering.reason(data.reason)
        command = commands.ChangeProfile(window=window, profile=profile, reason=reason)
        return await _done(command, window, request)

    @post("/{window:int}/call-ticket", opt=open_for(Role.SUPERVISOR), status_code=200)
    async def call_ticket(
        self, window: FromPath[int], data: JSONBody[choices.CallTicket], request: Visit
    ) -> views.WindowView:
        """Call one number out of its turn, for a stated reason."""
        command = commands.CallTicket(
            window=window, ticket_id=data.ticket_id, reason=entering.reason(data.reason)
        )
        return await _done(command, window, request)

    @post("/{window:int}/emergency-close", opt=open_for(Role.SUPERVISOR), status_code=200)
    async def close_in_emergency(
        self, window: FromPath[int], data: JSONBody[choices.EmergencyClose], request: Visit
    ) -> views.WindowView:
        """Close a window whatever it has in hand; its number waits on with its place."""
        command = commands.CloseWindow(window=window, emergency=entering.reason(data.reason))
        return await _done(command, window, request)

    @post("/{window:int}/terminal", opt=open_for(Role.SUPERVISOR, Role.TERMINAL), status_code=200)
    async def open_terminal(self, window: FromPath[int], request: Visit) -> views.WindowView:
        """Open an unattended terminal, or let it go on after a pause."""
        request.asker.require_window(window)
        now = await request.desk.window_now(window)
        is_paused = now.view.pause is not None
        command = (
            commands.ResumeWindow(window=window)
            if is_paused
            else commands.OpenWindow(window=window, clerk=None)
        )
        return await _done(command, window, request)

    @post("/{window:int}/tap", opt=open_for(Role.TERMINAL), status_code=200)
    async def tap(
        self, window: FromPath[int], data: JSONBody[choices.Tap], request: Visit
    ) -> views.WindowView:
        """Start at an unattended terminal, by the ticket that was called there."""
        request.asker.require_window(window)
        ticket_id = await request.desk.holders_ticket(data.reference, data.secret)
        return await _done(commands.StartService(window=window, ticket_id=ticket_id), window, request)

    @post("/{window:int}/leave", opt=open_for(Role.TERMINAL), status_code=200)
    async def leave(self, window: FromPath[int], request: Visit) -> views.WindowView:
        """End the service at an unattended terminal: its user is done, or has been idle too long."""
        return await _done(commands.FinishService(window=window), window, request)


async def _done(command: commands.Command, window: int, visit: Visit) -> views.WindowView:
    visit.asker.require_window(window)
    await visit.desk.hall.execute(command, key=visit.key, actor=visit.asker.actor)
    return await _shown(window, visit)


async def _shown(window: int, visit: Visit) -> views.WindowView:
    """The window as its asker may see it: the person there is for its clerk alone."""
    return visit.desk.hub.shown(
        await visit.desk.window_now(window), with_holder=visit.asker.role is Role.CLERK
    )


def _unit(text: str) -> Unit:
    category, _, ticket_class = text.partition("/")
    if ticket_class not in set(TicketClass):
        raise Denied(
            422, "no-such-unit", f"{text!r} is no unit.", "Write category/class, such as registration/accept."
        )
    return Unit(category, TicketClass(ticket_class))


async def _clerk(desk: Desk, asker: Principal, window: int) -> str:
    """In whose name it is done: a caller acts only while a clerk is there, a supervisor also for himself."""
    if asker.role is Role.CLERK:
        return asker.name
    now = await desk.window_now(window)
    present = desk.reception.clerk_at(window, desk.hub.day)
    if asker.role is Role.SUPERVISOR:
        return present or now.view.clerk or asker.name
    if present is None and now.view.state is wire.WindowState(WindowState.CLOSED):
        raise WindowIsClosed(window)
    return present or now.view.clerk or ""


def _command(action: WindowAction, window: int, clerk: str) -> commands.Command:
    if action is WindowAction.OPEN:
        return commands.OpenWindow(window=window, clerk=clerk)
    return _COMMANDS[action](window=window)
