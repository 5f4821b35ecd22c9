"""What can go wrong between a front end and its hall."""

from pathlib import Path

from queue_core.wire.problem import Problem


class ClientError(Exception):
    """Root of this package's errors: a stable `code` for screens, a `remedy` for an operator."""

    code = "client-error"
    remedy = ""


class HallUnreachable(ClientError):
    """No answer within the deadline. The command may have happened: ask again with the same key."""

    code = "hall-unreachable"

    def __init__(self, server: str, cause: str) -> None:
        super().__init__(f"The hall server {server} does not answer ({cause}).")
        self.remedy = "Check that `paihao hall` runs there and that the network is up."


class HallIsAnother(ClientError):
    """The server shows another certificate than the one this device was enrolled with."""

    code = "hall-is-another"

    def __init__(self, server: str) -> None:
        super().__init__(f"The server {server} is not the hall this device was enrolled with.")
        self.remedy = "Check the address; after a new `paihao hall init`, enrol this device again."


class HallRefused(ClientError):
    """The hall answered with a problem; `problem.code` says which, `problem.existing` what is there."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.detail or problem.title)
        self.problem = problem
        self.code = problem.code
        self.remedy = problem.remedy


class CredentialUnusable(ClientError):
    """The credential file is not there, not ours, or not one."""

    code = "credential-unusable"

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"The credential file {path} cannot be used: {cause}.")
        self.remedy = "Make one with `paihao enrol CODE --server URL --out FILE` (mode 0600)."


class CodeMistyped(ClientError):
    """What was typed is no enrolment code."""

    code = "code-mistyped"
    remedy = "Type the 24 letters and digits of the code as `paihao hall enrolment-code` printed them."


class AddressMistyped(ClientError):
    """What was given is no address of a hall server."""

    code = "address-mistyped"
    remedy = "Write the server's address such as https://10.4.0.2:8443."
