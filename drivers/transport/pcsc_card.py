"""Speaks to the card on a PC/SC reader: one connection, one dialogue, and all let go of again. Blocks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from smartcard import scard

from drivers.contract.errors import CardMute, CardRemoved, LinkLost
from drivers.protocol.apdu import Dialogue
from drivers.transport.pcsc_errors import READER_GONE, SERVICE_GONE, at_connecting, sentence
from drivers.transport.pcsc_service import establish
from drivers.transport.recording import Way

T = TypeVar("T")

PROTOCOLS = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1
HEADERS = {scard.SCARD_PROTOCOL_T0: scard.SCARD_PCI_T0, scard.SCARD_PROTOCOL_T1: scard.SCARD_PCI_T1}
SHORTEST_RESPONSE = 2  # SW1 SW2
ATR_STARTS = frozenset({b"\x3b", b"\x3f"})  # TS, ISO 7816-3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Connection:
    handle: int
    protocol: int


def converse(
    reader: str, dialogue: Callable[[bytes], Dialogue[T]], tap: Callable[[Way, bytes], None] | None = None
) -> T:
    """Carries on the dialogue made from the card's ATR, undisturbed by other programs; returns its result.

    `tap` is told the ATR and each APDU, on the thread that calls this.

    Raises NoCard, CardMute, CardUnknown, CardRemoved, Taken, LinkLost, or what the dialogue raises. Blocks
    for as long as the card does, which can be for ever.
    """
    with _context() as context, _connection(context, reader) as connection:
        tell = tap or (lambda _way, _data: None)
        atr = _atr(connection)
        tell("heard", atr)
        talk = dialogue(atr)
        try:
            command = next(talk)
            while True:
                tell("sent", command)
                response = _transmit(context, connection, command)
                tell("heard", response)
                command = talk.send(response)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


@contextmanager
def _context() -> Iterator[int]:
    """A context of this dialogue's own: the service may have been restarted since the last."""
    result, context = establish()
    if result != scard.SCARD_S_SUCCESS:
        raise LinkLost(sentence(result))
    try:
        yield context
    finally:
        scard.SCardReleaseContext(context)


@contextmanager
def _connection(context: int, reader: str) -> Iterator[_Connection]:
    result, handle, protocol = scard.SCardConnect(context, reader, scard.SCARD_SHARE_SHARED, PROTOCOLS)
    if result == scard.SCARD_E_PROTO_MISMATCH and not _is_atr_usable(context, reader):
        raise CardMute("the card's answer to reset is garbled")
    if result != scard.SCARD_S_SUCCESS:
        raise at_connecting(result)
    try:
        result = scard.SCardBeginTransaction(handle)
        if result != scard.SCARD_S_SUCCESS:
            raise at_connecting(result)
        yield _Connection(handle=handle, protocol=protocol)
    finally:
        scard.SCardEndTransaction(handle, scard.SCARD_LEAVE_CARD)
        scard.SCardDisconnect(handle, scard.SCARD_LEAVE_CARD)


def _is_atr_usable(context: int, reader: str) -> bool:
    """Pcscd takes a card whose ATR it cannot decode for one of another protocol."""
    result, states = scard.SCardGetStatusChange(context, 0, [(reader, scard.SCARD_STATE_UNAWARE)])
    return result == scard.SCARD_S_SUCCESS and bytes(states[0][2][:1]) in ATR_STARTS


def _atr(connection: _Connection) -> bytes:
    result, _, _, _, atr = scard.SCardStatus(connection.handle)
    if result != scard.SCARD_S_SUCCESS:
        raise CardRemoved(sentence(result))
    return bytes(atr)


def _transmit(context: int, connection: _Connection, command: bytes) -> bytes:
    result, response = scard.SCardTransmit(connection.handle, HEADERS[connection.protocol], list(command))
    # A card pulled in the middle of a command is "success" with no response.
    if result == scard.SCARD_S_SUCCESS and len(response) >= SHORTEST_RESPONSE:
        return bytes(response)
    if result in SERVICE_GONE or result in READER_GONE or _is_service_gone(context):
        raise LinkLost(sentence(result))
    raise CardRemoved(sentence(result))


def _is_service_gone(context: int) -> bool:
    """A dead pcscd looks like any error to a card's handle; a context tells."""
    return scard.SCardListReaders(context, [])[0] in SERVICE_GONE
