"""Routes of cases 办件: accepted, ready, handed over, as the back office tells them."""

from litestar import Controller, post
from litestar.params import FromPath, JSONBody

from queue_core.app.requests import CaseTold
from queue_core.domain import commands
from queue_core.domain.records import Case
from queue_core.domain.rules import Unit
from queue_core.domain.words import CaseState, TicketClass
from queue_core.hall import entering
from queue_core.hall.admission import Visit, open_for
from queue_core.hall.desk import Desk
from queue_core.hall.importing import MAX_FILE, Columns, Row, import_rows
from queue_core.wire import appointments as lists
from queue_core.wire import cases as wire
from queue_core.wire import words
from queue_core.wire.words import Role

COLUMNS = Columns(
    needed=("code", "category"),
    known=("code", "category", "ticket_class", "matter", "name", "id_number", "card", "phone", "is_ready"),
)
_STAFF = (Role.CLERK, Role.GUIDE, Role.SUPERVISOR, Role.GATEWAY)
_BY_STAFF = open_for(*_STAFF)
_IMPORTERS = open_for(Role.GATEWAY, Role.SUPERVISOR, Role.ADMIN)


class Cases(Controller):
    path = "/api/v1/cases"
    tags = ("cases",)

    @post(opt=_BY_STAFF)
    async def record(self, data: JSONBody[wire.RecordCase], request: Visit) -> wire.Case:
        """Tell of a case; the same code again changes nothing but that it may be ready now."""
        unit = Unit(data.category, TicketClass(data.ticket_class))
        wanted = CaseTold(
            code=entering.case_code(data.code),
            unit=unit,
            matter=request.desk.matter(data.matter),
            holder=entering.holder(data.holder),
            phone=entering.phone(data.phone),
            is_ready=data.is_ready,
        )
        await request.desk.hall.execute(wanted, key=request.key, actor=request.asker.actor)
        return await _case(data.code, request.desk)

    @post("/import", opt=_IMPORTERS, status_code=200, request_max_body_size=MAX_FILE)
    async def import_list(self, data: JSONBody[lists.ImportRows], request: Visit) -> lists.Imported:
        """Take in the back office's list."""

        async def take(row: Row) -> bool:
            wanted = CaseTold(
                code=entering.case_code(row.needed("code")),
                unit=Unit(row.needed("category"), row.ticket_class("ticket_class", TicketClass.PICKUP)),
                matter=request.desk.matter(row.text("matter")),
                holder=row.holder(),
                phone=entering.phone(row.text("phone")),
                is_ready=row.is_yes("is_ready"),
            )
            key = f"{request.key}/{row.mark('code')}"
            outcome = await request.desk.hall.execute(wanted, key=key, actor=request.asker.actor)
            return bool(outcome.events) and not outcome.repeated

        return await import_rows(data.csv, COLUMNS, take)

    @post("/search", opt=open_for(Role.KIOSK, *_STAFF), status_code=200)
    async def search(self, data: JSONBody[wire.FindCases], request: Visit) -> tuple[wire.Case, ...]:
        """Find the finished cases of a person."""
        found = await request.desk.hall.cases_of(entering.person(data.holder))
        return tuple(told(each) for each in found if each.state is CaseState.READY)

    @post("/{code:str}/ready", opt=_BY_STAFF, status_code=200)
    async def make_ready(self, code: FromPath[str], request: Visit) -> wire.Case:
        """Say that a case is finished: its holder may collect it, and is told if there is a phone."""
        command = commands.MarkCaseReady(case_id=await request.desk.case_id(code))
        await request.desk.hall.execute(command, key=request.key, actor=request.asker.actor)
        return await _case(code, request.desk)

    @post("/{code:str}/handed-over", opt=_BY_STAFF, status_code=200)
    async def hand_over(
        self, code: FromPath[str], data: JSONBody[wire.HandOver], request: Visit
    ) -> wire.Case:
        """Say that what was finished has been collected."""
        case_id = await request.desk.case_id(code)
        command = commands.HandOverCase(case_id=case_id, ticket_id=data.ticket_id)
        await request.desk.hall.execute(command, key=request.key, actor=request.asker.actor)
        return await _case(code, request.desk)


def told(case: Case) -> wire.Case:
    return wire.Case(
        code=case.code,
        category=case.unit.category,
        matter=case.matter,
        state=words.CaseState(case.state),
        accepted_at_ms=case.accepted_at_ms,
        ready_at_ms=case.ready_at_ms,
    )


async def _case(code: str, desk: Desk) -> wire.Case:
    case_id = await desk.case_id(code)
    found = await desk.hall.read(lambda day: day.cases.get(case_id))
    assert found is not None
    return told(found)
