"""Who we are to the gateway, and whether it knows our secret: the protocol's own MD5 proofs."""

import hmac
from datetime import datetime
from hashlib import md5

from queue_core.messages.cmpp.protocol import VERSION, Connect, ConnectResp
from queue_core.messages.contract import CarrierAway
from queue_core.messages.secret import Secret

_NINE_ZEROS = bytes(9)
_ACCEPTED = 0
_REFUSALS = {
    1: ("cmpp-refused", "it could not read our login"),
    2: ("cmpp-refused-address", "it does not know our source address, or not from this IP address"),
    3: ("cmpp-refused-secret", "the shared secret or the time of day is wrong"),
    4: ("cmpp-refused-version", "it does not speak CMPP 2.0"),
}
_REMEDY = "Compare source address, secret file, IP address and clock with the operator's papers."


class LoginRefused(CarrierAway):
    """Trying again soon makes it no better, and may lock the account."""

    def __init__(self, code: str, cause: str) -> None:
        super().__init__(code, f"The gateway does not let us in: {cause}.", _REMEDY)


def connect(source_address: str, secret: Secret, now: datetime) -> Connect:
    """`now` is the operator's local time: the proof holds MMDDhhmmss, and gateways compare it with theirs."""
    stamp = now.strftime("%m%d%H%M%S")
    proof = _digest(
        source_address.encode("ascii") + _NINE_ZEROS + secret.reveal().encode() + stamp.encode("ascii")
    )
    return Connect(source_address=source_address, authenticator=proof, timestamp=int(stamp))


def check(asked: Connect, answer: ConnectResp, secret: Secret) -> None:
    """Raises LoginRefused, also when the far end does not know our secret itself."""
    if answer.status != _ACCEPTED:
        code, cause = _REFUSALS.get(answer.status, ("cmpp-refused", f"status {answer.status}"))
        raise LoginRefused(code, cause)
    proof = _digest(bytes((answer.status,)) + asked.authenticator + secret.reveal().encode())
    if not hmac.compare_digest(proof, answer.authenticator):
        raise LoginRefused("cmpp-not-genuine", "what answers does not know the shared secret")
    if answer.version < VERSION:
        raise LoginRefused("cmpp-refused-version", f"it speaks version {answer.version:#04x} at most")


def _digest(proof: bytes) -> bytes:
    return md5(proof).digest()  # noqa: S324 - CMPP's own, over a line inside the operator's network
