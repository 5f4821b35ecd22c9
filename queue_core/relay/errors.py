"""What can go wrong on the road: what a phone is told, and what an operator is."""

from pathlib import Path


class RelayError(Exception):
    """Root of this package's errors: a stable `code`, a `remedy` for an operator."""

    code = "relay-error"
    remedy = ""


class Turned(RelayError):
    """A request that is answered here and not by the hall. `status` is the HTTP status."""

    code = "not-found"
    status = 404
    title = "Not there"
    retry_after_s: int | None = None


class NotPublic(Turned):
    """Nothing phones have to do with; the hall is not asked."""

    remedy = "Open the link of the ticket again."

    def __init__(self) -> None:
        super().__init__("There is no such page.")


class NotDoneSo(Turned):
    code = "method-not-allowed"
    status = 405
    title = "Not done so"
    remedy = "Pages are read by GET; changes are made by POST."

    def __init__(self) -> None:
        super().__init__("This page is read only.")


class TooLarge(Turned):
    code = "too-large"
    status = 413
    title = "Too large"
    remedy = "Send less than 64 KiB."

    def __init__(self) -> None:
        super().__init__("More was sent than any form of ours holds.")


class TooOften(Turned):
    """Said by nginx, which counts changes by address."""

    code = "too-many-attempts"
    status = 429
    title = "Too often"
    remedy = "Wait, then try again."
    retry_after_s = 5

    def __init__(self) -> None:
        super().__init__("Too much was asked for from one address.")


class HallAway(Turned):
    """No uplink is connected, or it has just been lost. A change may have happened: ask again, same key."""

    code = "hall-away"
    status = 503
    title = "Not ready"
    remedy = "Check `paihao uplink` and `paihao hall` in the hall, and the line between hall and relay."
    retry_after_s = 5

    def __init__(self) -> None:
        super().__init__("The hall cannot be reached at the moment.")


class HallSlow(Turned):
    """The hall did not answer in time. A change may have happened: ask again with the same key."""

    code = "hall-slow"
    status = 504
    title = "Too late"
    remedy = "Look at the load of the hall server and at the line between hall and relay."
    retry_after_s = 5

    def __init__(self) -> None:
        super().__init__("The hall did not answer in time.")


class TokenUnusable(RelayError):
    """The file of the token that relay and uplink share."""

    code = "relay-token-unusable"
    remedy = "Make one with `(umask 077; openssl rand -base64 33 > relay.token)`; both sides hold the same."

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"The token file {path} cannot be used: {cause}.")


class CertificateUnusable(RelayError):
    """The file of the hall's certificate, or of the authority of the relay's."""

    code = "certificate-unusable"
    remedy = "Name a file of PEM certificates: the hall's own is certificate.pem in its folder."

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"The certificate file {path} cannot be used: {cause}.")


class AddressTaken(RelayError):
    code = "address-taken"
    remedy = "Choose another `port` in relay.toml, or end what listens there."

    def __init__(self, host: str, port: int, cause: str) -> None:
        super().__init__(f"Cannot listen on {host}:{port}: {cause}.")
