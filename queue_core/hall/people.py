"""Routes of who may come in: enrolment, clerks and the administrator. Also the hall's own view."""

from litestar import Controller, delete, get, post
from litestar.params import FromPath, JSONBody

from queue_core.hall.admission import PUBLIC, Visit, open_for
from queue_core.hall.staff_cards import StaffCards
from queue_core.wire import messages, views
from queue_core.wire.words import Role


class People(Controller):
    path = "/api/v1"
    tags = ("people",)

    @get("/hall", opt=open_for(*Role), tags=["hall"])
    async def hall(self, request: Visit) -> views.HallView:
        """Tell what the hall offers and how many wait."""
        return await request.desk.hall.read(request.desk.projection.hall)

    @post("/enrolments", opt=PUBLIC, security=[{}])
    async def enrol(self, data: JSONBody[messages.Enrol], request: Visit) -> messages.Enrolled:
        """Make a device known by its one-time code."""
        return request.desk.reception.enrol(data, request.key, request.address)

    @post("/enrolment-codes", opt=open_for(Role.ADMIN))
    async def create_code(
        self, data: JSONBody[messages.CreateEnrolmentCode], request: Visit
    ) -> messages.EnrolmentCode:
        """Make a one-time code; it lives 15 minutes."""
        return request.desk.reception.create_code(data)

    @post("/admin-sessions", opt=PUBLIC, security=[{}])
    async def open_admin_session(
        self, data: JSONBody[messages.OpenAdminSession], request: Visit
    ) -> messages.AdminSession:
        """Become the administrator for ten minutes."""
        return await request.desk.reception.open_admin_session(data.secret, request.address)

    @post("/clerks/{number:str}/password", opt=open_for(Role.ADMIN), status_code=204)
    async def set_password(
        self, number: FromPath[str], data: JSONBody[messages.SetPassword], request: Visit
    ) -> None:
        """Set a clerk's password; who came in with the old one must log in again, at cabinets too."""
        await request.desk.reception.set_password(number, data.password)
        request.desk.grants.end_of(number)

    @post("/clerks/{number:str}/card", opt=open_for(Role.ADMIN), status_code=204)
    async def give_card(
        self, number: FromPath[str], data: JSONBody[messages.StaffCard], request: Visit
    ) -> None:
        """Make a card that of a clerk, guide or supervisor; an empty serial takes all cards away."""
        cards: StaffCards = request.app.state.staff_cards
        for clerk in cards.give(number, data.serial):
            request.desk.grants.end_of(clerk)

    @post("/staff-cards/check", opt=open_for(Role.KIOSK, Role.COUNTER, Role.TERMINAL), status_code=200)
    async def check_card(self, data: JSONBody[messages.StaffCard], request: Visit) -> messages.StaffMember:
        """Tell whose staff card it is."""
        cards: StaffCards = request.app.state.staff_cards
        return cards.member(data.serial, request.asker)

    @post("/sessions", opt=open_for(Role.COUNTER))
    async def log_in(self, data: JSONBody[messages.LogIn], request: Visit) -> messages.Session:
        """Log a clerk in at a window (opening it is an act of its own), or a guide or supervisor at none.

        `takes_over`: an open window with all that is in hand there, unless its clerk pressed something in the
        last ten seconds; and away from a window of one's own where nobody is being served.
        """
        return await request.desk.reception.log_in(
            data, request.asker, request.desk.hub.day, request.address, request.key
        )

    @post("/reading-sessions", opt=PUBLIC, security=[{}])
    async def log_in_to_read(
        self, data: JSONBody[messages.LogInToRead], request: Visit
    ) -> messages.ReadingSession:
        """Let a supervisor, manager or auditor read the figures in a browser."""
        return await request.desk.reception.log_in_to_read(data, request.address)

    @delete("/reading-sessions/current", opt=open_for(Role.MANAGER))
    async def end_reading(self, request: Visit) -> None:
        """Log out of the figures."""
        request.desk.reception.readers.end(request.asker.token_hash)

    @post("/revocations", opt=open_for(Role.ADMIN), status_code=204)
    async def revoke(self, data: JSONBody[messages.RevokeDevice], request: Visit) -> None:
        """Let a lost device in no more."""
        request.desk.reception.revoke(data.device)

    @delete("/sessions/current", opt=open_for(Role.CLERK, Role.GUIDE, Role.SUPERVISOR))
    async def log_out(self, request: Visit) -> None:
        """Log out, and close the window; refused while a ticket is called or served there."""
        await request.desk.reception.log_out(request.asker, request.key)
