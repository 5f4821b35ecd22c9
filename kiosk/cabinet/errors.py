"""What keeps a cabinet from starting."""


class CabinetError(Exception):
    """Root of this package's errors: a stable `code`, a `remedy` for an operator."""

    code = "cabinet-error"
    remedy = ""


class NotACabinet(CabinetError):
    """The credential belongs to a device of another role."""

    code = "not-a-cabinet"

    def __init__(self, role: str) -> None:
        super().__init__(f"The credential is that of a {role}, not of a cabinet.")
        self.remedy = "Enrol this computer with a code made by `paihao hall enrolment-code --role cabinet`."
