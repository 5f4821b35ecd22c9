"""CMPP 2.0 between bytes and values; no I/O. Sizes after China Mobile's specification of April 2002.

All integers are big-endian, all texts ASCII, padded with NUL on the right. What we say can be encoded, what
the gateway says can be decoded, strictly: a body of another length than its command has is a BadFrame.
"""

import struct
from enum import IntEnum
from typing import Any, ClassVar

from msgspec import Struct

from queue_core.messages.contract import CarrierError

VERSION = 0x20
HEADER = struct.Struct(">III")
# A SUBMIT to a hundred numbers, the largest there is, has 2,493 bytes.
LONGEST_FRAME = 4096

_CONNECT = struct.Struct(">6s16sBI")
_CONNECT_RESP = struct.Struct(">B16sB")
_SUBMIT_HEAD = struct.Struct(">8sBBBB10sB21sBBB6s2s6s17s17s21sB21sB")
_SUBMIT_RESERVE = bytes(8)
_DELIVER_HEAD = struct.Struct(">8s21s10sBBB21sBB")
_DELIVER_RESERVE_SIZE = 8
_ANSWER = struct.Struct(">8sB")
_STATUS = struct.Struct(">8s7s10s10s21sI")


class BadFrame(CarrierError):
    """What came is not CMPP 2.0."""

    remedy = "Ask the operator whether the gateway speaks CMPP 2.0 on this port."

    def __init__(self, message: str) -> None:
        super().__init__("cmpp-bad-frame", message)


class Command(IntEnum):
    CONNECT = 0x00000001
    CONNECT_RESP = 0x80000001
    TERMINATE = 0x00000002
    TERMINATE_RESP = 0x80000002
    SUBMIT = 0x00000004
    SUBMIT_RESP = 0x80000004
    DELIVER = 0x00000005
    DELIVER_RESP = 0x80000005
    ACTIVE_TEST = 0x00000008
    ACTIVE_TEST_RESP = 0x80000008


class Frame(Struct, frozen=True, kw_only=True):
    """`command` as it stands in the header, which may be none of Command."""

    command: int
    sequence: int
    body: bytes


class Connect(Struct, frozen=True, kw_only=True):
    """`timestamp` is MMDDhhmmss as a number of ten digits."""

    COMMAND: ClassVar = Command.CONNECT
    source_address: str
    authenticator: bytes
    timestamp: int

    def body(self) -> bytes:
        address = self.source_address.encode("ascii")
        return _CONNECT.pack(address, self.authenticator, VERSION, self.timestamp)


class ConnectResp(Struct, frozen=True, kw_only=True):
    """`version` is the highest that the gateway speaks."""

    status: int
    authenticator: bytes
    version: int


class Submit(Struct, frozen=True, kw_only=True):
    """One part of a message to one number, paid for by us, with a delivery report asked for.

    `content` has at most 140 bytes, with the user data header if `has_header`.
    """

    COMMAND: ClassVar = Command.SUBMIT
    part_count: int
    part: int
    service_id: str
    source: str
    sender: str
    phone: str
    text_format: int
    has_header: bool
    content: bytes

    def body(self) -> bytes:
        head = _SUBMIT_HEAD.pack(
            b"",  # Msg_Id, which the gateway makes
            self.part_count,
            self.part,
            _REPORT_WANTED,
            _LEVEL,
            self.service_id.encode("ascii"),
            _CHARGE_SOURCE,
            b"",  # Fee_terminal_Id: nobody else is charged
            _TP_PID,
            self.has_header,
            self.text_format,
            self.source.encode("ascii"),
            _FREE_FOR_THE_RECIPIENT,
            _NO_FEE,
            b"",  # ValId_Time: as long as the gateway likes
            b"",  # At_Time: now
            self.sender.encode("ascii"),
            1,  # DestUsr_tl
            self.phone.encode("ascii"),
            len(self.content),
        )
        return head + self.content + _SUBMIT_RESERVE

    def __repr__(self) -> str:
        """Neither number nor text: tracebacks and logs print this."""
        return f"Submit(part {self.part} of {self.part_count})"


_REPORT_WANTED = 1
_LEVEL = 0
_CHARGE_SOURCE = 2  # Fee_UserType: the service provider, which is us
_TP_PID = 0
_FREE_FOR_THE_RECIPIENT = b"01"
_NO_FEE = b"000000"


class SubmitResp(Struct, frozen=True, kw_only=True):
    msg_id: bytes
    result: int


class Deliver(Struct, frozen=True, kw_only=True):
    """What the gateway hands us: a status report, or what a phone wrote (MO), whose words are not kept."""

    msg_id: bytes
    status: "Status | None"


class Status(Struct, frozen=True, kw_only=True):
    """The 60 bytes of a status report. `msg_id` is the one SUBMIT_RESP gave; `stat` such as DELIVRD."""

    msg_id: bytes
    stat: str


class DeliverResp(Struct, frozen=True, kw_only=True):
    COMMAND: ClassVar = Command.DELIVER_RESP
    msg_id: bytes
    result: int

    def body(self) -> bytes:
        return _ANSWER.pack(self.msg_id, self.result)


class ActiveTest(Struct, frozen=True):
    COMMAND: ClassVar = Command.ACTIVE_TEST

    def body(self) -> bytes:
        return b""


class ActiveTestResp(Struct, frozen=True):
    COMMAND: ClassVar = Command.ACTIVE_TEST_RESP

    def body(self) -> bytes:
        return b"\0"


class Terminate(Struct, frozen=True):
    COMMAND: ClassVar = Command.TERMINATE

    def body(self) -> bytes:
        return b""


class TerminateResp(Struct, frozen=True):
    COMMAND: ClassVar = Command.TERMINATE_RESP

    def body(self) -> bytes:
        return b""


Said = Connect | Submit | DeliverResp | ActiveTest | ActiveTestResp | Terminate | TerminateResp
Heard = ConnectResp | SubmitResp | Deliver | ActiveTest | ActiveTestResp | Terminate | TerminateResp


def encode(sequence: int, said: Said) -> bytes:
    body = said.body()
    return HEADER.pack(HEADER.size + len(body), said.COMMAND, sequence) + body


def decode(frame: Frame) -> Heard | None:  # noqa: PLR0911 - one for each command
    """None for a command that no gateway needs of us. Raises BadFrame."""
    body = frame.body
    match frame.command:
        case Command.CONNECT_RESP:
            status, authenticator, version = _fields(_CONNECT_RESP, body, "CONNECT_RESP")
            return ConnectResp(status=status, authenticator=authenticator, version=version)
        case Command.SUBMIT_RESP:
            msg_id, result = _fields(_ANSWER, body, "SUBMIT_RESP")
            return SubmitResp(msg_id=msg_id, result=result)
        case Command.DELIVER:
            return _deliver(body)
        case Command.ACTIVE_TEST:
            return _empty(ActiveTest(), body)
        case Command.ACTIVE_TEST_RESP:
            _of_size(1, body, "ACTIVE_TEST_RESP")
            return ActiveTestResp()
        case Command.TERMINATE:
            return _empty(Terminate(), body)
        case Command.TERMINATE_RESP:
            return _empty(TerminateResp(), body)
        case _:
            return None


def _deliver(body: bytes) -> Deliver:
    if len(body) < _DELIVER_HEAD.size:
        raise BadFrame(f"a DELIVER of {len(body)} bytes")
    msg_id, _, _, _, _, _, _, is_report, size = _DELIVER_HEAD.unpack_from(body)
    _of_size(_DELIVER_HEAD.size + size + _DELIVER_RESERVE_SIZE, body, "DELIVER")
    if is_report not in (0, 1):
        raise BadFrame(f"a DELIVER whose Registered_Delivery is {is_report}")
    content = body[_DELIVER_HEAD.size : _DELIVER_HEAD.size + size]
    return Deliver(msg_id=msg_id, status=_status(content) if is_report else None)


def _status(content: bytes) -> Status:
    msg_id, stat, _, _, _, _ = _fields(_STATUS, content, "status report")
    word = stat.rstrip(b"\0 ")
    if not word or not all(0x21 <= byte <= 0x7E for byte in word):  # noqa: PLR2004 - ASCII's visible characters
        raise BadFrame("a status report without a state")
    return Status(msg_id=msg_id, stat=word.decode("ascii"))


def _fields(shape: struct.Struct, body: bytes, name: str) -> tuple[Any, ...]:
    _of_size(shape.size, body, name)
    return shape.unpack(body)


def _empty(heard: Heard, body: bytes) -> Heard:
    _of_size(0, body, type(heard).__name__)
    return heard


def _of_size(size: int, body: bytes, name: str) -> None:
    if len(body) != size:
        raise BadFrame(f"a {name} of {len(body)} bytes instead of {size}")
