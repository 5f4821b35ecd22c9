"""What keeps the counter from starting."""


class CounterError(Exception):
    """Root of this package's errors: a stable `code`, and a `remedy` for who set the counter up."""

    code = "counter-failed"
    remedy = "Start the counter again; if it fails again, send its log to the maintainers."


class NotACounter(CounterError):
    """The credential belongs to a device of another role."""

    code = "not-a-counter"

    def __init__(self, role: str) -> None:
        super().__init__(f"The credential is that of a {role}, not of a counter.")
        self.remedy = "Enrol this computer with a code made by `paihao hall enrolment-code` for a counter."
