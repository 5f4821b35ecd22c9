"""All that the wall shows, as one frozen value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CallProps:
    """`is_awaited`: the window still waits for the holder. `nth` is 1 for a call, more for a recall."""

    call_id: int = 0
    number: str = ""
    ticket_class: str = ""
    window: int = 0
    nth: int = 0
    is_awaited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingProps:
    """A category and how many wait for it; `windows_open` can serve it now."""

    code: str
    name: str
    second_name: str
    waiting: int
    windows_open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WallProps:
    """`second_…` is English. `lost_code` and `lost_at` are empty while the hall is heard.

    `voice_code` is empty while calls can be spoken.
    """

    page: str = "starting"
    hall_name: str = ""
    second_hall_name: str = ""
    clock: str = ""
    date: str = ""
    second_date: str = ""
    lost_code: str = ""
    lost_at: str = ""
    voice_code: str = ""
    call: CallProps = CallProps()
    earlier: tuple[CallProps, ...] = ()
    waiting: tuple[WaitingProps, ...] = ()
