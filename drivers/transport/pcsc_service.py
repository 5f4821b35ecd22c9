"""The way to the smart card service, which may be frozen and then answers nobody."""

from threading import Lock, Thread

from smartcard import scard

ASKED_WITHIN_S = 2.0

_ASKING = Lock()
"""A frozen service keeps whoever asks for a context: so only one thread of the program is kept there."""


def establish() -> tuple[int, int]:
    """A result code of PC/SC and a context; no service while another thread is kept. Blocks."""
    if not _ASKING.acquire(timeout=ASKED_WITHIN_S):
        return scard.SCARD_E_NO_SERVICE, 0
    try:
        result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    finally:
        _ASKING.release()
    return result, context


def wake(context: int) -> None:
    """Ends the waiting in a context, at once unless the service is frozen. Does not block."""
    Thread(target=scard.SCardCancel, args=(context,), name="waking a wait for cards", daemon=True).start()
