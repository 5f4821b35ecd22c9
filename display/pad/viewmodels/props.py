"""The props of the pad's pages: plain values, ready to be shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PadProps:
    """`window_state` is a wire word; `chosen_level` 0 while no face is pressed; empty texts mean nobody."""

    page: str
    language: str
    hall_name: str
    link_code: str
    window_number: int
    window_state: str
    clerk_number: str
    clerk_name: str
    ticket_number: str
    asked_number: str
    chosen_level: int
    is_not_taken: bool
