"""All that the screen at a window shows, as one frozen value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowProps:
    """`page` is that of the window; while the hall is not heard `lost_code` says so, and since when.

    `needs_proof`: only ratings by phone or ticket count. `until` is a time of day, empty where nobody said
    one; `elsewhere` names windows like 4、5. `second_…` is English.
    """

    page: str = "starting"
    window: int = 0
    number: str = ""
    ticket_class: str = ""
    is_trusted: bool = True
    clerk: str = ""
    clerk_name: str = ""
    needs_proof: bool = False
    reason: str = ""
    second_reason: str = ""
    until: str = ""
    elsewhere: str = ""
    second_elsewhere: str = ""
    hall_name: str = ""
    second_hall_name: str = ""
    clock: str = ""
    lost_code: str = ""
    lost_at: str = ""
