"""What keeps a wall from starting."""


class WallError(Exception):
    """Root of this package's errors: a stable `code`, and a `remedy` for who set the wall up."""

    code = "wall-failed"
    remedy = "Start the wall again; if it fails again, send its log to the maintainers."


class ScreenTooSmall(WallError):
    """Numbers as high as the viewing distance asks for have no room. Sizes in inches and metres."""

    code = "screen-too-small"

    def __init__(self, *, diagonal_in: float, viewing_m: float, least_in: float, farthest_m: float) -> None:
        super().__init__(
            f"A screen of {diagonal_in:g} inches cannot be read from {viewing_m:g} m: "
            "its numbers would have to be larger than it has room for."
        )
        self.remedy = (
            f"Under [screen], a diagonal_in of {least_in:.0f} or more would do for {viewing_m:g} m, "
            f"or a viewing_m of {farthest_m:.1f} or less for {diagonal_in:g} inches."
        )
