"""What staff ask of their hall: at windows, at the guide desk, and of the hall as a whole."""

from urllib.parse import quote

from msgspec import Struct

from queue_core.client.session import HallClient
from queue_core.wire.appointments import Appointment, BookForTicket
from queue_core.wire.cases import (
    Case,
    CaseMove,
    CasePlace,
    CaseQuery,
    HandOver,
    KeepLonger,
    PlaceCase,
    Receipt,
    RecordCase,
    ReportReceipt,
)
from queue_core.wire.choices import (
    AnnounceResult,
    CallTicket,
    ChangeProfile,
    CloseHall,
    EmergencyClose,
    Finish,
    GrantPriority,
    Transfer,
    WriteNote,
)
from queue_core.wire.figures import DayFigures
from queue_core.wire.lockers import (
    AskInspection,
    AskRemoval,
    LiftProofLock,
    SayFinding,
    SetDoorService,
    Unlocking,
)
from queue_core.wire.messages import Ticket
from queue_core.wire.outgoing import DeadLetter, GoAgain, Messages, SendAllAgain
from queue_core.wire.ratings import ActOnFollowUp, CallBack, FollowUp, FollowUpAct, RatingsToday
from queue_core.wire.shift import ShiftSummary
from queue_core.wire.supervision import PostNotice, Supervision, WaitingNumber
from queue_core.wire.views import BoardView, CabinetView, HallView, WindowView
from queue_core.wire.words import Finding, PriorityKind, PriorityProof, ReceiptKind


class StaffClient(HallClient):
    """The session of one counter device whose user logs in. Raises as HallClient does."""

    async def finish_part(
        self, window: int, unfinished: tuple[int, ...], *, key: str | None = None
    ) -> WindowView:
        """Finish the sitting; errands of it that are not done after all wait on."""
        return await self._at_window(window, "finish-part", Finish(unfinished=unfinished), key)

    async def transfer(self, window: int, wanted: Transfer, *, key: str | None = None) -> WindowView:
        return await self._at_window(window, "transfer", wanted, key)

    async def write_note(self, window: int, text: str, *, key: str | None = None) -> WindowView:
        """Tell the window that has the number in hand next; the number stays where it is."""
        return await self._at_window(window, "note", WriteNote(text=text), key)

    async def announce_result(self, ticket_id: int, case: str, *, key: str | None = None) -> Ticket:
        """What this number accepted today is finished: it waits for its pickup."""
        return await self._of_ticket(ticket_id, "result", AnnounceResult(case=case), key)

    async def book_for(self, ticket_id: int, wanted: BookForTicket, *, key: str | None = None) -> Appointment:
        """A slot for the person whose number this is; a clerk for the number in hand only."""
        path = f"/api/v1/tickets/{ticket_id}/appointment"
        return await self._transport.send(
            "POST", path, Appointment, token=self._token(), body=wanted, key=key
        )

    async def record_case(self, case: RecordCase, *, key: str | None = None) -> Case:
        return await self._transport.send(
            "POST", "/api/v1/cases", Case, token=self._token(), body=case, key=key
        )

    async def list_cases(self, wanted: CaseQuery) -> tuple[Case, ...]:
        return await self._transport.send(
            "POST", "/api/v1/cases/list", tuple[Case, ...], token=self._token(), body=wanted
        )

    async def make_ready(self, code: str, *, key: str | None = None) -> Case:
        return await self._of_case(code, "ready", None, key)

    async def place_case(self, code: str, place: CasePlace | None, *, key: str | None = None) -> Case:
        return await self._of_case(code, "place", PlaceCase(place=place), key)

    async def keep_longer(self, code: str, until_ms: int, *, key: str | None = None) -> Case:
        return await self._of_case(code, "keeping", KeepLonger(until_ms=until_ms), key)

    async def return_case(self, code: str, *, key: str | None = None) -> Case:
        """To the department; it is not collected here any more."""
        return await self._of_case(code, "returned", None, key)

    async def hand_over(self, code: str, ticket_id: int | None = None, *, key: str | None = None) -> Case:
        return await self._of_case(code, "handed-over", HandOver(ticket_id=ticket_id), key)

    async def receipt(self, code: str, kind: ReceiptKind) -> Receipt:
        """What is to be printed; it counts only when it is reported."""
        path = f"/api/v1/cases/{quote(code, safe='')}/receipts/{kind.value}"
        return await self._transport.send("GET", path, Receipt, token=self._token())

    async def case_history(self, code: str) -> tuple[CaseMove, ...]:
        """The newest first."""
        path = f"/api/v1/cases/{quote(code, safe='')}/history"
        return await self._transport.send("GET", path, tuple[CaseMove, ...], token=self._token())

    async def report_receipt(self, code: str, kind: ReceiptKind, *, key: str | None = None) -> Receipt:
        path, body = f"/api/v1/cases/{quote(code, safe='')}/receipts", ReportReceipt(receipt=kind)
        return await self._transport.send("POST", path, Receipt, token=self._token(), body=body, key=key)

    async def _of_case(self, code: str, act: str, body: Struct | None, key: str | None) -> Case:
        path = f"/api/v1/cases/{quote(code, safe='')}/{act}"
        return await self._transport.send("POST", path, Case, token=self._token(), body=body, key=key)

    async def grant_priority(
        self,
        ticket_id: int,
        kind: PriorityKind,
        *,
        proof: PriorityProof | None = None,
        key: str | None = None,
    ) -> Ticket:
        return await self._of_ticket(ticket_id, "priority", GrantPriority(kind=kind, proof=proof), key)

    async def shift(self) -> ShiftSummary:
        """What the clerk who is logged in did today."""
        path = "/api/v1/sessions/current/shift"
        return await self._transport.send("GET", path, ShiftSummary, token=self._token())

    # Supervisors

    async def supervision(self) -> Supervision:
        return await self._transport.send("GET", "/api/v1/supervision", Supervision, token=self._token())

    async def figures_today(self) -> DayFigures:
        """Today so far, for supervisors, managers, auditors and administrators."""
        return await self._transport.send("GET", "/api/v1/figures/today", DayFigures, token=self._token())

    async def waiting_at(self, window: int) -> tuple[WaitingNumber, ...]:
        """Whom a window may call, in the order of the rule."""
        path = f"/api/v1/waiting?window={window}"
        return await self._transport.send("GET", path, tuple[WaitingNumber, ...], token=self._token())

    async def change_profile(
        self, window: int, units: tuple[str, ...], *, reason: str | None = None, key: str | None = None
    ) -> WindowView:
        return await self._at_window(window, "profile", ChangeProfile(units=units, reason=reason), key)

    async def call_ticket(
        self, window: int, ticket_id: int, reason: str, *, key: str | None = None
    ) -> WindowView:
        """Override: call this number at that window, for a stated reason."""
        return await self._at_window(
            window, "call-ticket", CallTicket(ticket_id=ticket_id, reason=reason), key
        )

    async def open_terminal(self, window: int, *, key: str | None = None) -> WindowView:
        """Let an unattended terminal serve, or serve again after it was out of order."""
        path = f"/api/v1/windows/{window}/terminal"
        return await self._transport.send("POST", path, WindowView, token=self._token(), key=key)

    async def close_in_emergency(self, window: int, reason: str, *, key: str | None = None) -> WindowView:
        return await self._at_window(window, "emergency-close", EmergencyClose(reason=reason), key)

    async def post_notice(self, wanted: PostNotice, *, key: str | None = None) -> BoardView:
        return await self._transport.send(
            "POST", "/api/v1/notices", BoardView, token=self._token(), body=wanted, key=key
        )

    async def end_notice(self, notice_id: int, *, key: str | None = None) -> BoardView:
        path = f"/api/v1/notices/{notice_id}/end"
        return await self._transport.send("POST", path, BoardView, token=self._token(), key=key)

    async def close_hall(self, reason: str, *, key: str | None = None) -> HallView:
        """End the day. `reason` is `day-ended` or `hall-closed`."""
        path, body = "/api/v1/hall/closing", CloseHall(reason=reason)
        return await self._transport.send("POST", path, HallView, token=self._token(), body=body, key=key)

    async def messages(self) -> Messages:
        """How the carriers of messages are, what waits, and what became of today's; for supervisors."""
        return await self._transport.send("GET", "/api/v1/messages", Messages, token=self._token())

    async def dead_letters(self) -> tuple[DeadLetter, ...]:
        """Messages that did not reach their citizens, the newest first."""
        path = "/api/v1/messages/dead-letters"
        return await self._transport.send("GET", path, tuple[DeadLetter, ...], token=self._token())

    async def send_again(self, message_id: int, *, key: str | None = None) -> None:
        """Send a dead letter once more."""
        path = f"/api/v1/messages/{message_id}/again"
        await self._transport.send("POST", path, type(None), token=self._token(), key=key)

    async def send_all_again(self, reason: str, *, key: str | None = None) -> int:
        """Send all dead letters of a reason once more; how many will go."""
        path, body = "/api/v1/messages/dead-letters/again", SendAllAgain(reason=reason)
        sent = await self._transport.send("POST", path, GoAgain, token=self._token(), body=body, key=key)
        return sent.count

    async def ask_removal(self, cabinet: str, case: str, *, key: str | None = None) -> Unlocking:
        """From afar: the door of a case opens at its cabinet, and closing it says that it was taken out."""
        path, body = f"/api/v1/cabinets/{quote(cabinet, safe='')}/removals", AskRemoval(case=case)
        return await self._transport.send("POST", path, Unlocking, token=self._token(), body=body, key=key)

    async def ask_inspection(self, cabinet: str, door: int, *, key: str | None = None) -> Unlocking:
        """From afar: the door opens at its cabinet; what is inside is to be said afterwards."""
        path, body = f"/api/v1/cabinets/{quote(cabinet, safe='')}/inspections", AskInspection(door=door)
        return await self._transport.send("POST", path, Unlocking, token=self._token(), body=body, key=key)

    async def say_finding(self, unlocking_id: int, finding: Finding, *, key: str | None = None) -> Unlocking:
        """What is inside, as somebody has seen who looked."""
        path, body = f"/api/v1/unlockings/{unlocking_id}/finding", SayFinding(finding=finding)
        return await self._transport.send("POST", path, Unlocking, token=self._token(), body=body, key=key)

    async def set_door_service(
        self, cabinet: str, door: int, *, is_in_service: bool, key: str | None = None
    ) -> CabinetView:
        path = f"/api/v1/cabinets/{quote(cabinet, safe='')}/doors/{door}/service"
        body = SetDoorService(is_in_service=is_in_service)
        return await self._transport.send("POST", path, CabinetView, token=self._token(), body=body, key=key)

    async def lift_proof_lock(self, place: str, *, key: str | None = None) -> None:
        """Let proofs be taken there again before the lock is over; `place` as in LiftProofLock."""
        path, body = "/api/v1/proof-locks/lifting", LiftProofLock(place=place)
        await self._transport.send("POST", path, type(None), token=self._token(), body=body, key=key)

    async def ratings_today(self) -> RatingsToday:
        """Rates beside their flags, pad against phone; for supervisors and auditors."""
        return await self._transport.send("GET", "/api/v1/ratings/today", RatingsToday, token=self._token())

    async def follow_ups(self) -> tuple[FollowUp, ...]:
        """Low ratings that are not answered for yet, and those closed today; overdue ones first."""
        path = "/api/v1/follow-ups"
        return await self._transport.send("GET", path, tuple[FollowUp, ...], token=self._token())

    async def act_on_follow_up(
        self,
        follow_up_id: int,
        act: FollowUpAct,
        *,
        note: str = "",
        result: CallBack | None = None,
        key: str | None = None,
    ) -> FollowUp:
        """Say that the present stage is done; `result` comes with REVIEW and REDO."""
        path, body = f"/api/v1/follow-ups/{follow_up_id}/{act.value}", ActOnFollowUp(note=note, result=result)
        return await self._transport.send("POST", path, FollowUp, token=self._token(), body=body, key=key)

    async def _at_window(self, window: int, act: str, body: Struct, key: str | None) -> WindowView:
        path = f"/api/v1/windows/{window}/{act}"
        return await self._transport.send("POST", path, WindowView, token=self._token(), body=body, key=key)
