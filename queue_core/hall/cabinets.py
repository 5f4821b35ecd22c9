"""Routes of cabinets 取件柜: what is shown there, which doors are to open, how the doors are."""

from litestar import Controller, post
from litestar.params import FromPath, JSONBody

from queue_core.domain import commands, refusals
from queue_core.domain.events import UnlockingAsked
from queue_core.domain.hall_day import HallDay
from queue_core.domain.lockers import lookup
from queue_core.domain.records import Case, InDoor, Unlocking
from queue_core.domain.words import (
    DoorCondition,
    DoorSize,
    Finding,
    ReceiptKind,
    UnlockingFailure,
    UnlockingPurpose,
    UnlockingState,
)
from queue_core.hall import case_receipts, collecting
from queue_core.hall.admission import Visit, open_for
from queue_core.hall.cabinet_views import unlocking
from queue_core.hall.errors import Denied
from queue_core.hall.grants import Granted
from queue_core.hall.told_cases import case_in, found
from queue_core.wire import cases, views
from queue_core.wire import lockers as wire
from queue_core.wire.words import Role

_CABINET = open_for(Role.CABINET)
_SUPERVISOR = open_for(Role.SUPERVISOR)
_FROM_AFAR = open_for(Role.CABINET, Role.SUPERVISOR)
_AT_CABINETS = frozenset({Role.CLERK, Role.COURIER, Role.SUPERVISOR})
_BY_STAFF = frozenset({UnlockingPurpose.DEPOSIT, UnlockingPurpose.REMOVAL})


class Cabinets(Controller):
    path = "/api/v1/cabinets/{cabinet:str}"
    tags = ("cabinets",)

    @post("/proofs", opt=_CABINET, status_code=200)
    async def prove(
        self, cabinet: FromPath[str], data: JSONBody[wire.ShowProof], request: Visit
    ) -> wire.Grant:
        """Show a code, QR or card, and learn what may be collected with it."""
        _require_own(cabinet, request)
        return await collecting.prove(data, cabinet, request)

    @post("/staff", opt=_CABINET, status_code=200)
    async def staff(
        self, cabinet: FromPath[str], data: JSONBody[wire.ShowStaff], request: Visit
    ) -> wire.StaffGrant:
        """Let staff act at the cabinet, by card, or by number and password."""
        _require_own(cabinet, request)
        known = await request.desk.reception.staff_at(data, request.asker, request.address)
        if known.member.role not in _AT_CABINETS:
            raise Denied(
                403,
                "not-at-cabinets",
                f"A {known.member.role} does nothing at cabinets.",
                "Let a courier, a clerk or a supervisor do it.",
            )
        grant, until_ms = request.desk.grants.to_staff(cabinet, known)
        return wire.StaffGrant(
            grant=grant,
            until_ms=until_ms,
            clerk=known.member.clerk,
            display_name=known.member.display_name,
            role=known.member.role,
        )

    @post("/deposits", opt=_CABINET)
    async def deposit(
        self, cabinet: FromPath[str], data: JSONBody[wire.AskDeposit], request: Visit
    ) -> wire.Unlocking:
        """Have a free door opened for a case."""
        granted = _staff(data.grant, cabinet, request)
        case = await _case(data.case, request)
        command = commands.AskDeposit(cabinet=cabinet, case_id=case.case_id, size=DoorSize(data.size))
        return await _asked(command, request, granted.actor)

    @post("/collections", opt=_CABINET)
    async def collect(
        self, cabinet: FromPath[str], data: JSONBody[wire.AskCollection], request: Visit
    ) -> wire.Unlocking:
        """Have the door of a case opened for its holder, once for each proof."""
        _require_own(cabinet, request)
        grants = request.desk.grants
        granted = grants.use(data.grant, cabinet)
        case = await _case(data.case, request)
        if case.case_id not in granted.cases:
            raise _not_granted()
        await _require_collectable(case, cabinet, request)
        grants.open_once(data.grant, case.case_id, request.key)
        command = commands.AskCollection(case_id=case.case_id, proof=granted.proof)
        try:
            return await _asked(command, request)
        except refusals.Refusal:
            grants.may_open_again(case.case_id)
            raise

    @post("/removals", opt=_FROM_AFAR)
    async def remove(
        self, cabinet: FromPath[str], data: JSONBody[wire.AskRemoval], request: Visit
    ) -> wire.Unlocking:
        """Have the door of a case opened for staff, who take it to another place."""
        actor = _surely(data.grant, cabinet, request)
        if data.door is None:
            case = await _case(data.case, request)
        else:
            case = await _case_behind(data.door, cabinet, request)
        if not isinstance(case.place, InDoor) or case.place.cabinet != cabinet:
            raise refusals.CaseNotInDoor(case)
        return await _asked(commands.AskRemoval(case_id=case.case_id), request, actor)

    @post("/inspections", opt=_FROM_AFAR)
    async def inspect(
        self, cabinet: FromPath[str], data: JSONBody[wire.AskInspection], request: Visit
    ) -> wire.Unlocking:
        """Have a door opened for a supervisor, who looks what is inside."""
        actor = _surely(data.grant, cabinet, request, roles=frozenset({Role.SUPERVISOR}))
        return await _asked(commands.AskInspection(cabinet=cabinet, door=data.door), request, actor)

    @post("/doors", opt=_CABINET, status_code=200)
    async def report_doors(
        self, cabinet: FromPath[str], data: JSONBody[wire.ReportDoors], request: Visit
    ) -> views.CabinetView:
        """Tell how doors are; after a start or a lost line all of them, with the unlockings still in hand."""
        _require_own(cabinet, request)
        command = commands.ReportDoors(
            cabinet=cabinet,
            doors={number: DoorCondition(each) for number, each in data.doors.items()},
            in_hand=data.in_hand,
        )
        await request.desk.hall.execute(command, key=request.key, actor=request.asker.actor)
        return await request.desk.cabinet(cabinet, for_staff=False)

    @post("/doors/{door:int}/service", opt=_SUPERVISOR, status_code=200)
    async def set_service(
        self,
        cabinet: FromPath[str],
        door: FromPath[int],
        data: JSONBody[wire.SetDoorService],
        request: Visit,
    ) -> views.CabinetView:
        """Take a door out of service, or back into it."""
        command = commands.SetDoorService(cabinet=cabinet, door=door, is_in_service=data.is_in_service)
        await request.desk.hall.execute(command, key=request.key, actor=request.asker.actor)
        return await request.desk.cabinet(cabinet, for_staff=True)


class Unlockings(Controller):
    path = "/api/v1/unlockings/{unlocking_id:int}"
    tags = ("cabinets",)

    @post("/failure", opt=_CABINET, status_code=200)
    async def fail(
        self, unlocking_id: FromPath[int], data: JSONBody[wire.FailUnlocking], request: Visit
    ) -> wire.Unlocking:
        """Tell that a door could not be opened, or that nobody wants it any more."""
        asked = await _unlocking(unlocking_id, request)
        command = commands.FailUnlocking(unlocking_id=unlocking_id, failure=UnlockingFailure(data.failure))
        await request.desk.hall.execute(command, key=request.key, actor=request.asker.actor)
        if asked.case_id is not None:
            request.desk.grants.may_open_again(asked.case_id)
        return await _told(asked, request, with_case=False)

    @post("/finding", opt=_FROM_AFAR, status_code=200)
    async def say(
        self, unlocking_id: FromPath[int], data: JSONBody[wire.SayFinding], request: Visit
    ) -> wire.Unlocking:
        """Say what is inside, at the door or, by a supervisor, after having looked."""
        asked = await _unlocking(unlocking_id, request)
        actor = _who_says(data.grant, asked, request)
        command = commands.SayFinding(unlocking_id=unlocking_id, finding=Finding(data.finding))
        await request.desk.hall.execute(command, key=request.key, actor=actor)
        return await _told(asked, request, with_case=True)

    @post("/receipt", opt=_CABINET, status_code=200)
    async def receipt(
        self, unlocking_id: FromPath[int], data: JSONBody[wire.AskReceipt], request: Visit
    ) -> cases.Receipt:
        """Tell what stands on the receipt of a collection that is just over, to be printed at its cabinet."""
        case = await _collected(unlocking_id, data.grant, request)
        return await case_receipts.receipt(case, ReceiptKind.HAND_OVER, request)

    @post("/receipt/printed", opt=_CABINET, status_code=200)
    async def receipt_printed(
        self, unlocking_id: FromPath[int], data: JSONBody[wire.AskReceipt], request: Visit
    ) -> cases.Receipt:
        """Say that this receipt was printed; the answer is the next one."""
        case = await _collected(unlocking_id, data.grant, request)
        return await case_receipts.printed(case, ReceiptKind.HAND_OVER, request)


def _require_own(cabinet: str, visit: Visit) -> None:
    """A cabinet acts for itself alone. Raises Denied."""
    asker = visit.asker
    if asker.role is Role.CABINET and asker.name != cabinet:
        raise Denied(
            403,
            "not-your-cabinet",
            f"{asker.name} is another cabinet.",
            "Enrol the device under the code of the cabinet it is.",
        )


def _staff(grant: str, cabinet: str, visit: Visit) -> Granted:
    _require_own(cabinet, visit)
    granted = visit.desk.grants.use(grant, cabinet)
    if granted.staff is None:
        raise _not_granted()
    return granted


def _surely(grant: str, cabinet: str, visit: Visit, *, roles: frozenset[Role] = _AT_CABINETS) -> str | None:
    """Who may have doors opened in which something lies. None: the supervisor whose session asks.

    From afar only while the cabinet listens: an order it does not hear at once is carried out by nobody.
    """
    if visit.asker.role is Role.SUPERVISOR:
        if not visit.desk.hub.is_connected(cabinet):
            raise Denied(
                409,
                "cabinet-away",
                f"There is no line to cabinet {cabinet}.",
                "Look at its power and network; until then its doors are opened with the key of the cabinet.",
            )
        return None
    staff = _staff(grant, cabinet, visit).staff
    assert staff is not None
    if staff.member.role not in roles:
        raise _not_granted()
    if not staff.is_sure:
        raise Denied(
            403,
            "card-not-enough",
            "A card can be copied: it opens no door behind which something lies.",
            "Log in with number and password, or write `login_by_card = true` in [staff] of hall.toml.",
        )
    return f"{staff.member.role}:{staff.member.clerk}"


async def _require_collectable(case: Case, cabinet: str, visit: Visit) -> None:
    """Since it was proved whose it is, staff may have moved the case, or be at its door."""
    if isinstance(case.place, InDoor) and case.place.cabinet != cabinet:
        raise refusals.CaseNotInDoor(case)

    pending = await visit.desk.hall.read(lambda day: day.lockers.pending_of(case.case_id))
    is_unsure = pending is not None and pending.state is UnlockingState.UNSURE
    if pending is not None and is_unsure and pending.purpose is not UnlockingPurpose.COLLECTION:
        raise Denied(
            409,
            "door-in-trouble",
            f"How unlocking {pending.unlocking_id}, a {pending.purpose}, ended was not seen.",
            "Let a supervisor say what is inside, or have the door inspected.",
        )


def _who_says(grant: str, asked: Unlocking, visit: Visit) -> str:
    """As the journal remembers it. Raises Denied.

    Before an open door the cabinet speaks for its holder, also when the grant is forgotten: an empty door
    that closed unheard would count as handed over.
    """
    if visit.asker.role is not Role.CABINET:
        return visit.asker.actor
    is_before_holder = asked.purpose is UnlockingPurpose.COLLECTION and asked.state is UnlockingState.OPEN
    try:
        granted = visit.desk.grants.use(grant, asked.cabinet)
    except Denied:
        if is_before_holder:
            return visit.asker.actor
        raise
    if not _may_say(granted, asked):
        raise _not_granted()
    return granted.actor or visit.asker.actor


def _may_say(granted: Granted, asked: Unlocking) -> bool:
    """The holder of a collection of the case; staff of what staff do; a supervisor of everything."""
    if granted.staff is None:
        return asked.purpose is UnlockingPurpose.COLLECTION and asked.case_id in granted.cases
    return granted.staff.member.role is Role.SUPERVISOR or asked.purpose in _BY_STAFF


def _not_granted() -> Denied:
    return Denied(
        403,
        "not-granted",
        "What was shown at the cabinet is not good for this.",
        "Show the code or card of that case, or let staff with the right to it do this.",
    )


async def _case(text: str, visit: Visit) -> Case:
    url = visit.desk.settings.public_url
    return found(await visit.desk.hall.read(lambda day: case_in(text, day, url)), text.strip())


async def _case_behind(door: int, cabinet: str, visit: Visit) -> Case:
    """Raises NoSuchDoor, and Denied where no case is known to lie."""

    def look(day: HallDay) -> Case | None:
        case_id = lookup.door_of(day, cabinet, door).case_id
        return None if case_id is None else day.cases.get(case_id)

    return found(await visit.desk.hall.read(look), f"door {door}")


async def _asked(command: commands.CabinetCommand, visit: Visit, actor: str | None = None) -> wire.Unlocking:
    """Have a door opened; the answer is the order as it is by now."""
    outcome = await visit.desk.hall.execute(command, key=visit.key, actor=actor or visit.asker.actor)
    asked = next(each.unlocking for each in outcome.events if isinstance(each, UnlockingAsked))
    return await _told(asked, visit, with_case=True)


async def _unlocking(unlocking_id: int, visit: Visit) -> Unlocking:
    """Raises NoSuchUnlocking, and Denied for that of another cabinet."""

    def look(day: HallDay) -> Unlocking:
        known = day.lockers.unlocking(unlocking_id)
        if known is not None:
            return known
        is_over = 0 < unlocking_id < day.next_unlocking_id
        raise refusals.UnlockingOver(unlocking_id) if is_over else refusals.NoSuchUnlocking(unlocking_id)

    asked = await visit.desk.hall.read(look)
    _require_own(asked.cabinet, visit)
    return asked


async def _collected(unlocking_id: int, grant: str, visit: Visit) -> Case:
    """The case of a collection a moment ago, for who proved at this cabinet whose it is. Raises Denied."""
    asked = await _unlocking(unlocking_id, visit)
    visit.desk.grants.require_collected(grant, asked)
    case_id = asked.case_id
    case = None if case_id is None else await visit.desk.hall.read(lambda day: day.cases.get(case_id))
    return found(case, "")


async def _told(asked: Unlocking, visit: Visit, *, with_case: bool) -> wire.Unlocking:
    def look(day: HallDay) -> wire.Unlocking:
        now = day.lockers.unlocking(asked.unlocking_id) or asked
        return unlocking(now, day, with_case=with_case)

    return await visit.desk.hall.read(look)
