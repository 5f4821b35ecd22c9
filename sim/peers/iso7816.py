"""Command APDUs of ISO 7816-4, short form, and the status words the simulated chips use."""

from dataclasses import dataclass

OK = b"\x90\x00"
SECURITY_NOT_SATISFIED = b"\x69\x82"
NO_CURRENT_FILE = b"\x69\x86"
FILE_NOT_FOUND = b"\x6a\x82"
RECORD_NOT_FOUND = b"\x6a\x83"
WRONG_P1_P2 = b"\x6a\x86"
REFERENCE_NOT_FOUND = b"\x6a\x88"
WRONG_LENGTH = b"\x67\x00"
INSTRUCTION_UNKNOWN = b"\x6d\x00"
CLASS_UNKNOWN = b"\x6e\x00"


@dataclass(frozen=True, slots=True)
class Command:
    """`le` is None when the command asks for no data, else 0 (all there is) to 255."""

    cla: int
    ins: int
    p1: int
    p2: int
    data: bytes
    le: int | None


def parse(apdu: bytes) -> Command | None:
    """None when the lengths do not fit together."""
    if len(apdu) < 4:
        return None
    head, body = apdu[:4], apdu[4:]
    if len(body) <= 1:
        return _command(head, b"", body)
    end = 1 + body[0]
    rest = body[end:]
    if len(body) < end or len(rest) > 1:
        return None
    return _command(head, body[1:end], rest)


def _command(head: bytes, data: bytes, le: bytes) -> Command:
    cla, ins, p1, p2 = head
    return Command(cla, ins, p1, p2, data, le[0] if le else None)
