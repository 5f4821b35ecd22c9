"""What keeps a window's screen from starting."""


class WindowScreenError(Exception):
    """Root of this package's errors: a stable `code`, and a `remedy` for who set the screen up."""

    code = "window-screen-failed"
    remedy = "Start the window's screen again; if it fails again, send its log to the maintainers."


class NotADisplay(WindowScreenError):
    """The credential belongs to a device of another role."""

    code = "not-a-display"

    def __init__(self, role: str) -> None:
        super().__init__(f"The credential is that of a {role}, not of a pad or a wall.")
        self.remedy = (
            "Enrol this screen with a code made by `paihao hall enrolment-code` for a pad of its window, or "
            "for a wall, which also knows where else a closed window's people can go."
        )
