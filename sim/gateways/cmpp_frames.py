"""CMPP 2.0: bytes and values, as the operators' published text has them. Knows nothing of sessions."""

import struct
from dataclasses import dataclass
from enum import IntEnum
from hashlib import md5
from itertools import pairwise

HEADER = 12
LONGEST = 4096
VERSION = 0x20


class Command(IntEnum):
    CONNECT = 0x1
    TERMINATE = 0x2
    SUBMIT = 0x4
    DELIVER = 0x5
    QUERY = 0x6
    CANCEL = 0x7
    ACTIVE_TEST = 0x8
    CONNECT_RESP = 0x80000001
    TERMINATE_RESP = 0x80000002
    SUBMIT_RESP = 0x80000004
    DELIVER_RESP = 0x80000005
    QUERY_RESP = 0x80000006
    CANCEL_RESP = 0x80000007
    ACTIVE_TEST_RESP = 0x80000008


class Broken(ValueError):
    """Bytes that are no message of CMPP 2.0; the text says why."""


@dataclass(frozen=True, slots=True)
class Frame:
    command: int
    sequence: int
    body: bytes


def encode(command: int, sequence: int, body: bytes) -> bytes:
    return struct.pack(">III", HEADER + len(body), command, sequence) + body


def first_frame(buffer: bytes) -> tuple[Frame, bytes] | None:
    """The first whole message and what follows it; None: more bytes are needed. Raises Broken."""
    if len(buffer) < HEADER:
        return None
    length, command, sequence = struct.unpack_from(">III", buffer)
    if not HEADER <= length <= LONGEST:
        raise Broken(f"a message of {length} bytes")
    if len(buffer) < length:
        return None
    return Frame(command, sequence, buffer[HEADER:length]), buffer[length:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Connect:
    source: str
    authenticator: bytes
    version: int
    timestamp: int

    @classmethod
    def of(cls, body: bytes) -> "Connect":
        if len(body) != 27:
            raise Broken(f"CONNECT has a body of {len(body)} bytes, not 27")
        source, authenticator, version, timestamp = struct.unpack(">6s16sBI", body)
        return cls(source=_text(source), authenticator=authenticator, version=version, timestamp=timestamp)

    def is_signed_with(self, secret: str) -> bool:
        signed = self.source.encode() + bytes(9) + secret.encode() + f"{self.timestamp:010}".encode()
        return md5(signed, usedforsecurity=False).digest() == self.authenticator

    @property
    def has_possible_time(self) -> bool:
        """MMDDHHMMSS."""
        digits = f"{self.timestamp:010}"
        parts = [int(digits[at:until]) for at, until in pairwise(range(0, 11, 2))]
        most = (12, 31, 23, 59, 59)
        return len(digits) == 10 and parts[0] >= 1 <= parts[1] and all(map(int.__le__, parts, most))


def connect_resp(status: int, authenticator: bytes, secret: str, version: int = VERSION) -> bytes:
    """`authenticator`: the client's own; it and the secret sign the status."""
    signature = md5(bytes([status]) + authenticator + secret.encode(), usedforsecurity=False).digest()
    return bytes([status]) + signature + bytes([version])


@dataclass(frozen=True, slots=True, kw_only=True)
class Submit:
    message_id: bytes
    total: int
    number: int
    wants_report: int
    service: str
    has_header: bool
    coding: int
    source: str
    shown_as: str
    to: tuple[str, ...]
    content: bytes

    @classmethod
    def of(cls, body: bytes) -> "Submit":
        """Raises Broken."""
        if len(body) < 117:
            raise Broken(f"SUBMIT has a body of {len(body)} bytes")
        many = body[116]
        at = 117 + 21 * many
        if many == 0 or many >= 100 or len(body) <= at:
            raise Broken(f"SUBMIT is for {many} numbers")
        length = body[at]
        if len(body) != 126 + 21 * many + length:
            raise Broken(f"SUBMIT has {len(body)} bytes, not 126 + 21 x {many} + {length}")
        total, number, report = body[8], body[9], body[10]
        return cls(
            message_id=body[:8],
            total=total,
            number=number,
            wants_report=report,
            service=_text(body[12:22]),
            has_header=body[45] == 1,
            coding=body[46],
            source=_text(body[47:53]),
            shown_as=_text(body[95:116]),
            to=tuple(_text(body[117 + 21 * n : 138 + 21 * n]) for n in range(many)),
            content=body[at + 1 : at + 1 + length],
        )

    @property
    def piece(self) -> tuple[int, int, int, bytes]:
        """Reference, total and number of a long message's piece, and its text as bytes. Raises Broken."""
        if not self.has_header:
            return 0, 1, 1, self.content
        if len(self.content) >= 6 and self.content[:3] == b"\x05\x00\x03":
            return self.content[3], self.content[4], self.content[5], self.content[6:]
        if len(self.content) >= 7 and self.content[:3] == b"\x06\x08\x04":
            reference = int.from_bytes(self.content[3:5])
            return reference, self.content[5], self.content[6], self.content[7:]
        raise Broken("TP_udhi is 1, and the content has no header of a long message")

    def decoded(self, content: bytes) -> str:
        """Raises Broken."""
        codings = {0: "ascii", 8: "utf-16-be", 15: "gb18030"}
        if self.coding not in codings:
            raise Broken(f"Msg_Fmt {self.coding}")
        try:
            return content.decode(codings[self.coding])
        except UnicodeDecodeError as error:
            raise Broken(f"the text is not what Msg_Fmt {self.coding} says") from error


def report_body(
    *,
    message_id: bytes,
    state: str,
    submitted: str,
    done: str,
    to: str,
    source: str,
    service: str,
    number: int,
) -> bytes:
    """The body of a DELIVER with a status report; times are yyMMddHHmm."""
    content = (
        message_id
        + state.encode().ljust(7, b"\0")
        + submitted.encode()
        + done.encode()
        + to.encode().ljust(21, b"\0")
        + struct.pack(">I", number)
    )
    return deliver_body(
        message_id=message_id,
        to=source,
        service=service,
        coding=0,
        sender=to,
        is_report=True,
        content=content,
    )


def deliver_body(
    *,
    message_id: bytes,
    to: str,
    service: str,
    coding: int,
    sender: str,
    is_report: bool,
    content: bytes,
) -> bytes:
    return b"".join(
        (
            message_id,
            to.encode().ljust(21, b"\0"),
            service.encode().ljust(10, b"\0"),
            bytes([0, 0, coding]),
            sender.encode().ljust(21, b"\0"),
            bytes([int(is_report), len(content)]),
            content,
            bytes(8),
        )
    )


def _text(field: bytes) -> str:
    """Octet strings are padded with zeros on the right."""
    return field.rstrip(b"\0").decode("latin-1")
