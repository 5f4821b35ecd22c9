"""Command and response APDUs (ISO 7816-4), as dialogues without I/O.

A dialogue is a generator: it yields a command's bytes, is sent the response's bytes, and returns what it
found out. Whoever runs it owns the card.
"""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

from drivers.contract.errors import Garbled

T = TypeVar("T")
Dialogue = Generator[bytes, bytes, T]

FINE = 0x9000
MOST_ROUNDS = 32
CASE_2_LENGTH = 5  # CLA INS P1 P2 Le


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a card answered; `status` is SW1 SW2."""

    data: bytes
    status: int

    @property
    def is_fine(self) -> bool:
        return self.status == FINE


def exchange(command: bytes) -> Dialogue[Response]:
    """Sends a command and follows `61 xx` (fetch the rest) and `6C xx` (ask again with that length)."""
    gathered = b""
    request = command
    for _ in range(MOST_ROUNDS):
        response = parse((yield request))
        gathered += response.data
        match response.status >> 8, response.status & 0xFF:
            case 0x61, rest:
                request = bytes((0x00, 0xC0, 0x00, 0x00, rest))
            case 0x6C, length:
                request = (request[:-1] if len(request) == CASE_2_LENGTH else request) + bytes((length,))
            case _:
                return Response(data=gathered, status=response.status)
    raise Garbled("the card never finishes its answer")


def parse(response: bytes) -> Response:
    if len(response) < 2:  # noqa: PLR2004 - SW1 SW2 are the shortest response
        raise Garbled("a response without a status word", data=response)
    return Response(data=response[:-2], status=int.from_bytes(response[-2:]))
