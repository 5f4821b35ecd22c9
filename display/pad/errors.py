"""What keeps the pad from starting."""


class PadError(Exception):
    """Root of this package's errors: a stable `code`, and a `remedy` for who set the pad up."""

    code = "pad-failed"
    remedy = "Start the pad again; if it fails again, send its log to the maintainers."


class NotAPad(PadError):
    """The credential belongs to a device of another role."""

    code = "not-a-pad"

    def __init__(self, role: str) -> None:
        super().__init__(f"The credential is that of a {role}, not of a pad.")
        self.remedy = "Enrol this screen with a code made by `paihao hall enrolment-code` for a pad."
