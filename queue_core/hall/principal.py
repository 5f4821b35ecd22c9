"""Who asks, and what each role may touch."""

from msgspec import Struct

from queue_core.hall.errors import Denied
from queue_core.wire.words import Role


class Principal(Struct, frozen=True, kw_only=True):
    """A device, a clerk at a window, or the administrator. `windows` empty is unbounded.

    `name` is the device's name or the clerk's number; `actor` is what the journal remembers.
    """

    role: Role
    name: str
    windows: tuple[int, ...]
    token_hash: bytes

    @property
    def actor(self) -> str:
        return f"{self.role}:{self.name}"

    def may_touch(self, window: int) -> bool:
        return not self.windows or window in self.windows

    def require_window(self, window: int) -> None:
        if not self.may_touch(window):
            raise Denied(
                403,
                "not-your-window",
                f"{self.role} {self.name} is not bound to window {window}.",
                "Enrol the device for that window, or log in there.",
            )


def unauthenticated() -> Denied:
    return Denied(
        401,
        "unauthenticated",
        "This needs a token the hall knows.",
        "Enrol the device with `paihao enrol`, or log the clerk in again.",
    )


def forbidden(role: Role) -> Denied:
    return Denied(
        403,
        "forbidden",
        f"The role {role} may not do this.",
        "Use a device or an account of the role this belongs to.",
    )
