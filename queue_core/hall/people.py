"""Routes of who may come in: enrolment, clerks and the administrator. Also the hall's own view."""

from litestar import Controller, delete, get, post
from litestar.params import FromPath, JSONBody

from queue_core.hall.admission import PUBLIC, Address, Asker, Key, TheDesk, open_for
from queue_core.wire import messages, views
from queue_core.wire.words import Role


class People(Controller):
    path = "/api/v1"
    tags = ("people",)

    @get("/hall", opt=open_for(*Role), tags=["hall"])
    async def hall(self, desk: TheDesk) -> views.HallView:
        """Tell what the hall offers and how many wait."""
        return await desk.hall.read(desk.projection.hall)

    @post("/enrolments", opt=PUBLIC)
    async def enrol(
        self, data: JSONBody[messages.Enrol], desk: TheDesk, key: Key, address: Address
    ) -> messages.Enrolled:
        """Make a device known by its one-time code."""
        return desk.reception.enrol(data, key, address)

    @post("/enrolment-codes", opt=open_for(Role.ADMIN))
    async def create_code(
        self, data: JSONBody[messages.CreateEnrolmentCode], desk: TheDesk, key: Key
    ) -> messages.EnrolmentCode:
        """Make a one-time code; it lives 15 minutes."""
        del key  # asked of every change; a second code does no harm
        return desk.reception.create_code(data)

    @post("/admin-sessions", opt=PUBLIC)
    async def open_admin_session(
        self, data: JSONBody[messages.OpenAdminSession], desk: TheDesk, key: Key, address: Address
    ) -> messages.AdminSession:
        """Become the administrator for ten minutes."""
        del key
        return await desk.reception.open_admin_session(data.secret, address)

    @post("/clerks/{number:str}/password", opt=open_for(Role.ADMIN), status_code=204)
    async def set_password(
        self, number: FromPath[str], data: JSONBody[messages.SetPassword], desk: TheDesk, key: Key
    ) -> None:
        """Set a clerk's password."""
        del key
        await desk.reception.set_password(number, data.password)

    @post("/sessions", opt=open_for(Role.COUNTER))
    async def log_in(
        self, data: JSONBody[messages.LogIn], desk: TheDesk, asker: Asker, key: Key, address: Address
    ) -> messages.Session:
        """Log a clerk in at a window; opening it is an act of its own."""
        del key
        return await desk.reception.log_in(data, asker, desk.hub.day, address)

    @delete("/sessions/current", opt=open_for(Role.CLERK))
    async def log_out(self, desk: TheDesk, asker: Asker, key: Key) -> None:
        """Log out, and close the window; refused while a ticket is called or served there."""
        await desk.reception.log_out(asker, key)
