"""An operator's gateway (ISMG) that speaks CMPP 2.0, as its published text has it.

Strict: what a client does against the protocol is answered as the text says, and kept in `violations`.
Not modelled: QUERY and CANCEL (answered with an error), messages from phones, fees.
Assumed, since operators differ: a text the duplicate filter keeps is answered and reported like the first.
"""

import socket
import time
from collections.abc import Callable, Iterable

from sim.gateways import cmpp_frames as frames
from sim.gateways.cmpp_frames import Broken, Submit
from sim.gateways.cmpp_session import Session
from sim.gateways.faults import Reports
from sim.gateways.gateway import KNOWN_TO_BOTH, Gateway
from sim.gateways.pieces import Piece, Pieces
from sim.gateways.post import Sms

_GATEWAY_CODE = 20_001
_LONGEST_BYTES = {0: 160, 8: 140, 15: 140}
_STRUCTURE, _TOO_LONG, _FLOW = 1, 6, 8
_AFTER_THE_ANSWER_S = 0.03


class CmppGateway(Gateway):
    """`source` and `secret` are the account's. `window`: unanswered submissions it takes on one connection.

    `submits` are the messages as they came, a long text's pieces one by one; `received` are whole texts.
    """

    kind = "cmpp"

    def __init__(
        self,
        *,
        source: str = "901234",
        secret: str = KNOWN_TO_BOTH,
        window: int = 16,
        port: int = 0,
        filters_duplicates: bool = True,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(port=port, filters_duplicates=filters_duplicates, clock=clock)
        self.source, self.secret, self.window = source, secret, window
        self._submits: list[Submit] = []
        self._sessions: list[Session] = []
        self._number = 0
        self._pieces: dict[tuple[str, int, int], Pieces] = {}
        self._waiting_reports: list[tuple[float, bytes]] = []
        self._reports_acknowledged = 0

    @property
    def address(self) -> str:
        """host:port."""
        return f"127.0.0.1:{self.port}"

    @property
    def submits(self) -> list[Submit]:
        with self._moved:
            return list(self._submits)

    @property
    def logged_in(self) -> int:
        """Connections whose CONNECT was accepted."""
        with self._moved:
            return sum(session.is_logged_in for session in self._sessions)

    @property
    def reports_acknowledged(self) -> int:
        """Delivery reports that were answered with DELIVER_RESP 0."""
        with self._moved:
            return self._reports_acknowledged

    @property
    def link_tests_answered(self) -> int:
        """Of those `test_link` asked for, on the connections that stand."""
        with self._moved:
            return sum(session.link_tests_answered for session in self._sessions)

    def test_link(self) -> None:
        """Asks each connection that stands by ACTIVE_TEST."""
        with self._moved:
            for session in self._sessions:
                session.ask_link_test()

    def _serve(self, connection: socket.socket) -> None:
        session = Session(self, connection)
        with self._moved:
            self._sessions.append(session)
        try:
            session.run()
        finally:
            with self._moved:
                self._sessions.remove(session)
                # What was reported and not acknowledged is reported again to whoever connects next.
                self._waiting_reports = session.unacknowledged() + self._waiting_reports

    # What a session asks; under `_moved`.

    def moved(self) -> None:
        self._moved.notify_all()

    def report_acknowledged(self) -> None:
        self._reports_acknowledged += 1
        self._moved.notify_all()

    def violated(self, what: str) -> None:
        self._note_violation(what)

    def takes_fault(self, count: str) -> bool:
        return self.faults.takes(count)

    def due_reports(self, now_s: float) -> list[bytes]:
        """Bodies of DELIVER whose time has come; whoever takes them is to send them."""
        due = [body for at_s, body in self._waiting_reports if at_s <= now_s]
        self._waiting_reports = [each for each in self._waiting_reports if each[0] > now_s]
        return due

    def submit(self, submit: Submit) -> tuple[bytes, int]:
        """Msg_Id and result of a well-formed submission."""
        if result := self._objection(submit):
            self._refused.append(str(result))
            return bytes(8), result
        self._submits.append(submit)
        message_id = self._message_id()
        try:
            for to in submit.to:
                self._take_piece(to, message_id, submit)
        except Broken as error:
            self.violated(str(error))
            self._submits.pop()
            return bytes(8), _STRUCTURE
        self._moved.notify_all()
        return message_id, 0

    def _objection(self, submit: Submit) -> int:
        if self._is_too_fast():
            return _FLOW
        if self.faults.refuse_with is not None:
            return int(self.faults.refuse_with)
        if submit.message_id != bytes(8):
            self.violated("SUBMIT has a Msg_Id: the gateway gives it")
        if wrong := self._wrong_in(submit):
            self.violated(wrong)
            return _STRUCTURE
        if len(submit.content) > _LONGEST_BYTES[submit.coding]:
            self.violated(f"{len(submit.content)} bytes of text")
            return _TOO_LONG
        return 0

    def _wrong_in(self, submit: Submit) -> str:
        if submit.source != self.source:
            return "Msg_src is not the account's"
        if not 1 <= submit.number <= submit.total:
            return f"piece {submit.number} of {submit.total}"
        return "" if submit.coding in _LONGEST_BYTES else f"Msg_Fmt {submit.coding}"

    def _take_piece(self, to: str, message_id: bytes, submit: Submit) -> None:
        reference, total, number, content = submit.piece
        submit.decoded(content)
        if (total, number) != (submit.total, submit.number):
            self.violated("Pk_total and Pk_number are not those of the long message's header")
        pieces = self._pieces.setdefault((to, reference, total), Pieces(total))
        whole = pieces.take(number, Piece(message_id, submit))
        if whole:
            sms = Sms(
                to=to,
                text="".join(piece.submit.decoded(piece.submit.piece[3]) for piece in whole),
                receipts=tuple(piece.receipt.hex() for piece in whole),
                at_s=self.clock(),
                parts=total,
            )
            self._post.take(sms, is_delivered=self.faults.reports is not Reports.UNDELIVERED)
        if total == 1:
            del self._pieces[to, reference, total]
        self._report(to, message_id, submit)

    def _report(self, to: str, message_id: bytes, submit: Submit) -> None:
        how = self.faults.reports
        if not submit.wants_report or how is Reports.NEVER:
            return
        stamp = time.strftime("%y%m%d%H%M", time.localtime(self.clock()))
        body = frames.report_body(
            message_id=message_id,
            state="UNDELIV" if how is Reports.UNDELIVERED else "DELIVRD",
            submitted=stamp,
            done=stamp,
            to=to,
            source=submit.shown_as,
            service=submit.service,
            number=self._number,
        )
        at_s = time.monotonic() + self.faults.report_after_s
        if how is not Reports.EARLY and self.faults.answer_after_s:
            at_s += self.faults.answer_after_s + _AFTER_THE_ANSWER_S
        self._waiting_reports += [(at_s, body)] * (2 if how is Reports.TWICE else 1)

    @property
    def reports_come_early(self) -> bool:
        return self.faults.reports is Reports.EARLY

    def _message_id(self) -> bytes:
        """Month 4 bits, day 5, hour 5, minute 6, second 6, gateway 22, number 16."""
        self._number = self._number % 0xFFFF + 1
        now = time.localtime(self.clock())
        parts: Iterable[tuple[int, int]] = (
            (now.tm_mon, 4),
            (now.tm_mday, 5),
            (now.tm_hour, 5),
            (now.tm_min, 6),
            (now.tm_sec, 6),
            (_GATEWAY_CODE, 22),
            (self._number, 16),
        )
        value = 0
        for part, bits in parts:
            value = value << bits | part
        return value.to_bytes(8)
