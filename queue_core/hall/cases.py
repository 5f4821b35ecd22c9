"""Routes of cases 办件: accepted, ready, where they wait, handed over; by staff and by the back office."""

from collections.abc import Callable

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from queue_core.app.requests import CaseTold
from queue_core.domain import commands
from queue_core.domain.events import CaseAccepted
from queue_core.domain.records import Case
from queue_core.domain.rules import Unit
from queue_core.domain.words import CaseState, PickupWay, ReceiptKind, TicketClass
from queue_core.hall import case_receipts, entering, placing
from queue_core.hall.admission import Visit, open_for
from queue_core.hall.case_list import listed
from queue_core.hall.errors import Denied
from queue_core.hall.importing import MAX_FILE, Columns, Row, import_rows
from queue_core.hall.own_number import contact_of
from queue_core.hall.told_cases import found, told, told_move
from queue_core.wire import appointments as lists
from queue_core.wire import cases as wire
from queue_core.wire.words import Role

COLUMNS = Columns(
    needed=("code", "category"),
    known=(
        "code",
        "category",
        "ticket_class",
        "matter",
        "name",
        "id_number",
        "card",
        "phone",
        "is_ready",
        "way",
        "language",
    ),
)
_COUNTERS = (Role.CLERK, Role.GUIDE, Role.SUPERVISOR)
_STAFF = (*_COUNTERS, Role.GATEWAY)
_BY_COUNTERS = open_for(*_COUNTERS)
_BY_STAFF = open_for(*_STAFF)
_IMPORTERS = open_for(Role.GATEWAY, Role.SUPERVISOR, Role.ADMIN)
_LONGEST_DAYS = 366
_DAY_MS = 86_400_000


class Cases(Controller):
    path = "/api/v1/cases"
    tags = ("cases",)

    @post(opt=_BY_STAFF)
    async def record(self, data: JSONBody[wire.RecordCase], request: Visit) -> wire.Case:
        """Tell of a case; the same code again changes nothing but that it may be ready now."""
        unit = Unit(data.category, TicketClass(data.ticket_class))
        holder, phone = entering.holder(data.holder), entering.phone(data.phone)
        if data.ticket_id is not None:
            contact = await contact_of(data.ticket_id, request)
            holder, phone = holder or contact.holder, phone or contact.phone
        wanted = CaseTold(
            code=entering.case_code(data.code) if data.code else "",
            ticket_id=data.ticket_id,
            unit=unit,
            matter=request.desk.matter(data.matter),
            holder=holder,
            phone=phone,
            is_ready=data.is_ready,
            way=PickupWay(data.way),
            language=entering.language(data.language),
        )
        outcome = await request.desk.hall.execute(wanted, key=request.key, actor=request.asker.actor)
        codes = [each.case.code for each in outcome.events if isinstance(each, CaseAccepted)]
        return await _case(codes[0] if codes else data.code, request)

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
                way=row.way("way"),
                language=entering.language(row.text("language") or "zh-CN"),
            )
            key = f"{request.key}/{row.mark('code')}"
            outcome = await request.desk.hall.execute(wanted, key=key, actor=request.asker.actor)
            return bool(outcome.events) and not outcome.repeated

        return await import_rows(data.csv, COLUMNS, take)

    @post("/search", opt=open_for(Role.KIOSK, *_STAFF), status_code=200)
    async def search(self, data: JSONBody[wire.FindCases], request: Visit) -> tuple[wire.Case, ...]:
        """Find the finished cases of a person."""
        hall = request.desk.hall
        found = await hall.cases_of(entering.person(data.holder))
        return tuple(told(each, hall) for each in found if each.state is CaseState.READY)

    @post("/list", opt=_BY_COUNTERS, status_code=200)
    async def list_some(self, data: JSONBody[wire.CaseQuery], request: Visit) -> tuple[wire.Case, ...]:
        """List cases, newest first: by code, state and place, or those of the person of a number."""
        return await listed(data, request)

    @post("/{code:str}/ready", opt=_BY_STAFF, status_code=200)
    async def make_ready(self, code: FromPath[str], request: Visit) -> wire.Case:
        """Say that a case is finished: its holder may collect it, and is told if there is a phone."""
        return await _changed(code, lambda case: commands.MarkCaseReady(case_id=case.case_id), request)

    @post("/{code:str}/handed-over", opt=_BY_STAFF, status_code=200)
    async def hand_over(
        self, code: FromPath[str], data: JSONBody[wire.HandOver], request: Visit
    ) -> wire.Case:
        """Say that what was finished has been collected."""

        def command(case: Case) -> commands.HandOverCase:
            return commands.HandOverCase(case_id=case.case_id, ticket_id=data.ticket_id)

        return await _changed(code, command, request)

    @post("/{code:str}/place", opt=_BY_STAFF, status_code=200)
    async def place(self, code: FromPath[str], data: JSONBody[wire.PlaceCase], request: Visit) -> wire.Case:
        """Say where a finished case waits outside of the hall's doors, or that it was taken from there."""
        where = placing.place(data.place)
        return await _changed(
            code, lambda case: commands.PlaceCase(case_id=case.case_id, place=where), request
        )

    @post("/{code:str}/keeping", opt=_BY_COUNTERS, status_code=200)
    async def keep_longer(
        self, code: FromPath[str], data: JSONBody[wire.KeepLonger], request: Visit
    ) -> wire.Case:
        """Let a case wait longer where it is; its holder is reminded in time."""
        now_ms = request.desk.hall.now_ms
        if not now_ms < data.until_ms <= now_ms + _LONGEST_DAYS * _DAY_MS:
            raise Denied(
                422, "keeping-wrong", "A case is not kept until then.", "Choose an instant within a year."
            )
        until_ms = data.until_ms
        return await _changed(
            code, lambda case: commands.KeepLonger(case_id=case.case_id, until_ms=until_ms), request
        )

    @post("/{code:str}/returned", opt=_BY_COUNTERS, status_code=200)
    async def give_back(self, code: FromPath[str], request: Visit) -> wire.Case:
        """Say that a case went back to the department that made it."""
        return await _changed(code, lambda case: commands.ReturnCase(case_id=case.case_id), request)

    @get("/{code:str}/history", opt=_BY_COUNTERS)
    async def history(self, code: FromPath[str], request: Visit) -> tuple[wire.CaseMove, ...]:
        """Tell each move of a case, the newest first."""
        case = await _found(code, request)
        moves = await request.desk.hall.consult(lambda _, journal: journal.case_history(case.case_id))
        return tuple(told_move(each) for each in reversed(moves))

    @get("/{code:str}/receipts/{kind:str}", opt=_BY_COUNTERS)
    async def receipt(self, code: FromPath[str], kind: FromPath[str], request: Visit) -> wire.Receipt:
        """Tell what stands on a receipt, for printing it the first time or once more."""
        return await case_receipts.receipt(await _found(code, request), kind, request)

    @post("/{code:str}/receipts", opt=_BY_COUNTERS, status_code=200)
    async def receipt_printed(
        self, code: FromPath[str], data: JSONBody[wire.ReportReceipt], request: Visit
    ) -> wire.Receipt:
        """Say that a receipt was printed; the answer is the next one."""
        return await case_receipts.printed(await _found(code, request), ReceiptKind(data.receipt), request)


async def _changed(code: str, command: Callable[[Case], commands.CaseCommand], visit: Visit) -> wire.Case:
    """Carry out a command about a case, which is told as it is then."""
    asked = command(await _found(code, visit))
    await visit.desk.hall.execute(asked, key=visit.key, actor=visit.asker.actor)
    return await _case(code, visit)


async def _case(code: str, visit: Visit) -> wire.Case:
    return told(await _found(code, visit), visit.desk.hall)


async def _found(code: str, visit: Visit) -> Case:
    """Raises Denied."""
    return found(await visit.desk.hall.read(lambda day: day.cases.by_code(code)), code)
