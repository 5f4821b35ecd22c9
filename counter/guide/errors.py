"""What keeps the guide desk from starting."""

from counter.errors import CounterError


class NotAGuideDesk(CounterError):
    """The credential belongs to a device of another role."""

    code = "not-a-guide-desk"

    def __init__(self, role: str) -> None:
        super().__init__(f"The credential is that of a {role}, not of a counter.")
        self.remedy = "Enrol this tablet with a code made by `paihao hall enrolment-code` for a counter."
