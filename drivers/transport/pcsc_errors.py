"""What PC/SC's result codes mean to us (pcsclite.h; Windows has the same numbers)."""

from smartcard import scard

from drivers.contract.errors import (
    Absent,
    CannotOpen,
    CardMute,
    CardRemoved,
    CardUnknown,
    DeviceError,
    LinkLost,
    NoCard,
    NoPermission,
    NoService,
    Taken,
)

SERVICE_GONE = frozenset(
    {
        scard.SCARD_E_NO_SERVICE,
        scard.SCARD_E_SERVICE_STOPPED,
        scard.SCARD_E_INVALID_HANDLE,
        scard.SCARD_F_COMM_ERROR,
        scard.SCARD_F_INTERNAL_ERROR,
    }
)
READER_GONE = frozenset(
    {
        scard.SCARD_E_UNKNOWN_READER,
        scard.SCARD_E_READER_UNAVAILABLE,
        scard.SCARD_E_NO_READERS_AVAILABLE,
    }
)
_CONNECTING: dict[int, type[DeviceError]] = {
    scard.SCARD_E_NO_SMARTCARD: NoCard,
    scard.SCARD_W_REMOVED_CARD: NoCard,
    scard.SCARD_W_UNRESPONSIVE_CARD: CardMute,
    scard.SCARD_W_UNPOWERED_CARD: CardMute,
    scard.SCARD_E_PROTO_MISMATCH: CardUnknown,
    scard.SCARD_W_UNSUPPORTED_CARD: CardUnknown,
    scard.SCARD_E_SHARING_VIOLATION: Taken,
}


def sentence(result: int) -> str:
    return f"{scard.SCardGetErrorMessage(result).strip()} ({result & 0xFFFFFFFF:08X})"


def at_opening(result: int) -> DeviceError:
    """Why a reader cannot be watched from the start."""
    if result in SERVICE_GONE:
        return NoService(sentence(result))
    if result in READER_GONE:
        return Absent(sentence(result))
    if result == scard.SCARD_W_SECURITY_VIOLATION:  # how pcscd's policy says no to this user
        return NoPermission(sentence(result))
    return CannotOpen(sentence(result))


def at_connecting(result: int) -> DeviceError:
    """Why the card cannot be spoken to at all."""
    kind = _CONNECTING.get(result)
    if kind is not None:
        return kind(sentence(result))
    if result in SERVICE_GONE or result in READER_GONE:
        return LinkLost(sentence(result))
    return CardRemoved(sentence(result))
