"""One connection of a client to the CMPP gateway: logging in, answering, reporting, testing the link."""

import select
import socket
import time
from typing import TYPE_CHECKING

from sim.gateways import cmpp_frames as frames
from sim.gateways.cmpp_frames import Broken, Command, Connect, Frame, Submit
from sim.gateways.port import reset_on_close

if TYPE_CHECKING:
    from sim.gateways.cmpp import CmppGateway

_TICK_S = 0.01
_RUBBISH = bytes((at * 167 + 85) % 256 for at in range(64))
_OK, _WRONG_STRUCTURE, _WRONG_SOURCE, _WRONG_SECRET, _TOO_NEW = range(5)
_WRONG_LENGTH, _WRONG_COMMAND = 4, 2


class Session:
    """`run` is its thread; the rest is called under the gateway's lock."""

    def __init__(self, gateway: "CmppGateway", connection: socket.socket) -> None:
        self._gateway, self._connection = gateway, connection
        self._buffer = b""
        self._later: list[tuple[float, bytes, int | None]] = []
        self._sequence = 0
        self._unanswered: set[int] = set()
        self._reports: dict[int, bytes] = {}
        self._tests: set[int] = set()
        self._is_over = False
        self.is_logged_in = False
        self.link_tests_answered = 0

    def run(self) -> None:
        while not self._is_over:
            ready, _, _ = select.select([self._connection], [], [], _TICK_S)
            data = self._connection.recv(65_536) if ready else None
            if data == b"":
                return
            with self._gateway._moved:  # noqa: SLF001 - the gateway's other half
                if data:
                    self._take(data)
                going_out, is_cut = self._due()
            self._connection.sendall(going_out)
            if is_cut:
                reset_on_close(self._connection)
                return

    def ask_link_test(self) -> None:
        self._sequence += 1
        self._tests.add(self._sequence)
        self._send(Command.ACTIVE_TEST, self._sequence, b"")

    def unacknowledged(self) -> list[tuple[float, bytes]]:
        return [(0.0, body) for body in self._reports.values()]

    def _take(self, data: bytes) -> None:
        if self._gateway.faults.half_open:
            self._gateway.swallowed += len(data)
            self._gateway.moved()
            return
        self._buffer += data
        try:
            while (found := frames.first_frame(self._buffer)) and not self._is_over:
                frame, self._buffer = found
                self._handle(frame)
        except Broken as error:
            self._gateway.violated(str(error))
            self._is_over = True

    def _handle(self, frame: Frame) -> None:
        if not self.is_logged_in and frame.command not in {Command.CONNECT, Command.TERMINATE}:
            self._gateway.violated(f"command {frame.command:#x} before CONNECT")
            self._is_over = True
            return
        match frame.command:
            case Command.CONNECT:
                self._log_in(frame)
            case Command.SUBMIT:
                self._submit(frame)
            case Command.ACTIVE_TEST:
                self._demand_body(frame, 0)
                self._answer(Command.ACTIVE_TEST_RESP, frame.sequence, b"\0")
            case Command.TERMINATE:
                self._demand_body(frame, 0)
                self._answer(Command.TERMINATE_RESP, frame.sequence, b"")
                self._is_over = True
            case Command.DELIVER_RESP:
                self._report_answered(frame)
            case Command.ACTIVE_TEST_RESP:
                self._demand_body(frame, 1)
                self._test_answered(frame)
            case Command.QUERY | Command.CANCEL:
                self._answer(frame.command | 0x80000000, frame.sequence, b"\1")
            case _:
                self._gateway.violated(f"command {frame.command:#x}")
        self._gateway.moved()

    def _log_in(self, frame: Frame) -> None:
        try:
            wish = Connect.of(frame.body)
        except Broken as error:
            self._gateway.violated(str(error))
            self._refuse_log_in(frame, _WRONG_STRUCTURE, bytes(16))
            return
        if not wish.has_possible_time:
            self._gateway.violated("the timestamp of CONNECT is no MMDDHHMMSS")
        if wish.source != self._gateway.source:
            self._refuse_log_in(frame, _WRONG_SOURCE, wish.authenticator)
        elif not wish.is_signed_with(self._gateway.secret):
            self._refuse_log_in(frame, _WRONG_SECRET, wish.authenticator)
        elif wish.version > frames.VERSION:
            self._refuse_log_in(frame, _TOO_NEW, wish.authenticator)
        else:
            self.is_logged_in = True
            answer = frames.connect_resp(_OK, wish.authenticator, self._gateway.secret)
            self._answer(Command.CONNECT_RESP, frame.sequence, answer)

    def _refuse_log_in(self, frame: Frame, status: int, authenticator: bytes) -> None:
        answer = frames.connect_resp(status, authenticator, self._gateway.secret)
        self._answer(Command.CONNECT_RESP, frame.sequence, answer)
        self._is_over = True

    def _submit(self, frame: Frame) -> None:
        self._unanswered.add(frame.sequence)
        if len(self._unanswered) > self._gateway.window:
            self._gateway.violated(f"more than {self._gateway.window} unanswered submissions")
        try:
            message_id, result = self._gateway.submit(Submit.of(frame.body))
        except Broken as error:
            self._gateway.violated(str(error))
            message_id, result = bytes(8), _WRONG_LENGTH
        if self._gateway.reports_come_early:
            self._push_reports()
        if self._gateway.takes_fault("lose_answers"):
            self._unanswered.discard(frame.sequence)
            return
        self._answer(Command.SUBMIT_RESP, frame.sequence, message_id + bytes([result]))
        if self._gateway.takes_fault("double_answers"):
            self._answer(Command.SUBMIT_RESP, frame.sequence, message_id + bytes([result]))

    def _report_answered(self, frame: Frame) -> None:
        self._demand_body(frame, 9)
        body = self._reports.pop(frame.sequence, None)
        if body is None:
            self._gateway.violated("DELIVER_RESP to nothing")
        elif frame.body[:8] != body[:8]:
            self._gateway.violated("DELIVER_RESP has another Msg_Id than its DELIVER")
        elif frame.body[8:] == b"\0":
            self._gateway.report_acknowledged()

    def _test_answered(self, frame: Frame) -> None:
        if frame.sequence in self._tests:
            self._tests.discard(frame.sequence)
            self.link_tests_answered += 1
        else:
            self._gateway.violated("ACTIVE_TEST_RESP to nothing")

    def _demand_body(self, frame: Frame, length: int) -> None:
        if len(frame.body) != length:
            self._gateway.violated(f"command {frame.command:#x} has a body of {len(frame.body)} bytes")

    def _answer(self, command: int, sequence: int, body: bytes) -> None:
        """After the answers' delay; the sequence counts as unanswered until then."""
        data = frames.encode(command, sequence, body)
        if self._gateway.takes_fault("garbage"):
            data = _RUBBISH
        at_s = time.monotonic() + self._gateway.faults.answer_after_s
        self._later.append((at_s, data, sequence))

    def _send(self, command: int, sequence: int, body: bytes) -> None:
        self._later.append((0.0, frames.encode(command, sequence, body), None))

    def _push_reports(self) -> None:
        for body in self._gateway.due_reports(time.monotonic()):
            self._sequence += 1
            self._reports[self._sequence] = body
            self._send(Command.DELIVER, self._sequence, body)

    def _due(self) -> tuple[bytes, bool]:
        """What goes out now, and whether the connection is cut after it."""
        if self._gateway.faults.half_open:
            return b"", False
        if self.is_logged_in:
            self._push_reports()
        now_s = time.monotonic()
        due = [each for each in self._later if each[0] <= now_s]
        self._later = [each for each in self._later if each[0] > now_s]
        self._unanswered -= {sequence for _, _, sequence in due if sequence is not None}
        return self._gateway.faults.admit(b"".join(data for _, data, _ in due)) if due else (b"", False)
